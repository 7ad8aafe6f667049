"""Two bare statements put side by side: whether one of them denies what the other one says.

A sentence without a date, an outlet and an article around it has too little in it for bits to add up.  But who
compares two of them vouches for one occasion, so it is enough that the longer one says what the shorter one
speaks of, and that one affirms what the other denies.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

import attrs

from discrepancy.graph.assertions import Assertion, is_partial, is_pending, is_snippet
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.lexical import are_opposites, are_synonyms, implies, share_said
from discrepancy.graph.subjects import slot_words
from discrepancy.graph.topics import known_words
from discrepancy.language import word_set
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Document

__all__ = [
    "BareStatement",
    "Contrast",
    "as_assertion",
    "bare_statements",
    "find_contrasts",
    "is_restated",
    "vouched_bits",
]

# The share of a statement that the other one speaks of must come to this much; a like predicate adds to it.
ENOUGH, LIKE = 0.58, 0.5
# The share that leaves no doubt, and the one above which figures are compared readily, below which hardly.
SURELY, MOSTLY = 0.99, 0.75
VOUCHED, UNSAID = 1.0, -3.0
# An event that holds less of its statement than this is an aside.
MAIN = 0.5
SPEAKERS = frozenset({"i", "we", "you", "he", "she", "they", "it"})
TOLD = frozenset({Certainty.FACT, Certainty.ALLEGED, Certainty.PLANNED})


@attrs.frozen(eq=False)
class BareStatement:
    """All that a bare text says: its events, and its words, names and figures.

    ``items`` are those that could be missed in another statement; ``said`` are all.
    """

    frames: tuple[Frame, ...]
    said: frozenset[str]
    items: frozenset[str] = attrs.field(init=False)

    @items.default
    def _items(self) -> frozenset[str]:
        return self.said - known_words("empty")

    @property
    def is_single(self) -> bool:
        """Whether it is one sentence."""
        return len({f.event.sentence for f in self.frames if f.event is not None}) == 1


@attrs.frozen(eq=False)
class Contrast:
    """Two events of bare statements of which only one can hold; ``is_sure`` where nothing is left unsaid."""

    yes: Frame
    no: Frame
    is_sure: bool


def items_of(frame: Frame) -> frozenset[str]:
    """The words and names of the clause of an event."""
    return frame.words | frame.people | frame.places | frame.things | {frame.lemma}


def bare_statements(
    documents: Sequence[Document], frames: Iterable[Frame]
) -> tuple[BareStatement, BareStatement] | None:
    """The shorter and the longer of two bare statements; nothing where there are articles, or more than two."""
    if len(documents) != 2 or not all(is_snippet(d) for d in documents):
        return None
    events = [f for f in frames if f.claim.attribute == "polarity" and f.event is not None]
    found = [tuple(f for f in events if f.document == d.id) for d in documents]
    if not all(found):
        return None
    rows = [
        BareStatement(row, frozenset[str]().union(*(items_of(f) | f.around | f.named for f in row)))
        for row in found
    ]
    short, long = sorted(rows, key=lambda s: (len(s.items), s.frames[0].document))
    return (short, long) if short.is_single else None


def find_contrasts(graph: ClaimGraph) -> Iterator[Contrast]:
    """The likeliest contrast of two bare statements, if the longer one says what the shorter one speaks of."""
    statements = bare_statements(graph.documents, graph.frames.values())
    if statements is None:
        return
    short, long = statements
    met = [(f, g) for f, g in product(mains(short), long.frames) if can_meet(f, g)]
    if not met:
        return
    said = share_said(short.items, long.said)
    (best, *_), one, other = max(
        ((likeness(f, g, said), f, g) for f, g in met),
        key=lambda row: row[0],
    )
    if best < ENOUGH or agree(one, other):
        return
    yes, no = (other, one) if is_denied(one, other) else (one, other)
    yield Contrast(yes, no, is_sure=said > SURELY and are_alike(one, other))


def is_restated(documents: Sequence[Document], frames: Mapping[str, Frame]) -> bool:
    """Whether the longer of two bare statements says most of what the shorter one says, figures among it."""
    statements = bare_statements(documents, frames.values())
    return statements is not None and share_said(statements[0].items, statements[1].said) >= MOSTLY


def vouched_bits(documents: Sequence[Document], frames: Mapping[str, Frame]) -> float:
    """What two bare statements add to the likeness of their figures: much where one tells what the other does."""
    statements = bare_statements(documents, frames.values())
    if statements is None:
        return 0.0
    short, long = statements
    wanted = {i for i in short.items if not i.isdigit()} - known_words("hollow")
    return VOUCHED if share_said(wanted, long.said) >= MOSTLY else UNSAID


def mains(statement: BareStatement) -> list[Frame]:
    """The events that hold most of a statement, verbs before nouns; of reported words, what is reported."""
    told = [f for f in statement.frames if f.lemma not in word_set("speech", "say")] or statement.frames
    most = max(len(f.words) for f in told)
    found = [f for f in told if len(f.words) >= MAIN * most]
    return [f for f in found if f.event is None or not f.event.nominal] or found


def can_meet(one: Frame, other: Frame) -> bool:
    """Whether two events can tell of one thing: neither in part or for now only, both as certain, no other actor."""
    if is_partial(one) or is_partial(other) or is_pending(one) or is_pending(other):
        return False
    levels = {one.claim.certainty, other.claim.certainty}
    if not (levels <= TOLD or len(levels) == 1):
        return False
    nominal = other.event is not None and other.event.nominal
    return not (nominal and one.family != other.family) and not other_actor(one, other)


def are_alike(one: Frame, other: Frame) -> bool:
    """Whether two predicates are like ones, or opposites."""
    return (
        one.family == other.family
        or are_synonyms(one.lemma, other.lemma)
        or are_opposites(one.lemma, other.lemma)
    )


def other_actor(one: Frame, other: Frame) -> bool:
    """Whether two events have actors that exclude each other: "I" and "you", "a man" and "the dog"."""
    left, right = actors(one), actors(other)
    pronouns = SPEAKERS & slot_words(one), SPEAKERS & slot_words(other)
    if not left or not right:
        return bool(pronouns[0] and pronouns[1] and not pronouns[0] & pronouns[1])
    return not any(implies(a, b) or implies(b, a) for a in left for b in right)


def actors(frame: Frame) -> set[str]:
    """Who or what acts in an event."""
    parts = frame.event.participants if frame.event else ()
    return {p.key for p in parts if p.role == "agent" and p.name is None} - known_words("empty")


def likeness(one: Frame, other: Frame, said: float) -> tuple[float, bool, float]:
    """How well an event of the longer statement answers one of the shorter, of which so much is said at all."""
    wanted = items_of(one) - known_words("empty")
    near = (said + share_said(wanted, items_of(other))) / 2 + (LIKE if are_alike(one, other) else 0.0)
    return round(near, 3), one.lemma == other.lemma, -abs(len(one.words) - len(other.words))


def agree(one: Frame, other: Frame) -> bool:
    """Whether both events can hold."""
    turned = are_opposites(one.lemma, other.lemma)
    return (one.claim.positive == other.claim.positive) is not turned


def is_denied(one: Frame, other: Frame) -> bool:
    """Whether it is the first event that is denied."""
    return not one.claim.positive if one.claim.positive != other.claim.positive else one.lemma > other.lemma


def as_assertion(frame: Frame, topic: str, *, positive: bool) -> Assertion:
    """An event of a bare statement as an assertion."""
    return Assertion(frame=frame, topic=topic, positive=positive, people=frame.people, things=frame.things)
