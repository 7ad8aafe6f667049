"""What stands against each other in two bare statements: one event, affirmed here and denied there.

Each pair of events of which only one can hold is weighed by a few signs, in log-odds; the likeliest pair counts.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import attrs

from discrepancy.graph.assertions import is_partial, is_pending
from discrepancy.graph.bare import BareStatement, Wording, bare_statements, items_of, stem_of
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.lexical import are_opposites, are_synonyms, implies, share_said
from discrepancy.graph.subjects import slot_words
from discrepancy.graph.topics import known_words
from discrepancy.language import load_words

__all__ = ["SURELY", "Contrast", "Signs", "contrasts_of", "find_contrasts"]

# What a contrast starts from and what each sign adds, in log-odds: fitted to the pairs with three labels by
# logistic regression (``benchmarks/learn_contrasts.py``).
GROUND = -2.39
WEIGHTS = {
    "ahead": 0.29,
    "told": 1.41,
    "turned": 1.49,
    "same_predicate": 1.06,
    "noun": -0.27,
    "unmet": -0.44,
    "new": -0.08,
}
# From here on a contrast is reported; the curve is in docs/reference/benchmarks.md.
LIKELY = -0.15
# What a like predicate adds to the share of the words of two clauses that both tell.
LIKE = 0.5
# The share that leaves no doubt.
SURELY = 0.99
SPEAKERS = frozenset({"i", "we", "you", "he", "she", "they", "it"})


@attrs.frozen(kw_only=True)
class Signs:
    """What speaks for two events being one that is affirmed and denied.

    ``ahead`` is by how much they are more alike than the likest two that agree; ``told`` the share of the words of
    the sentence in the longer text that the shorter one has too.  ``turned`` says that one of the two sentences
    denies more often than the other, once or thrice: two denials cancel out.  ``noun`` says that the event of the
    longer text is a noun.  ``unmet`` is how much the denied event is done to or with that the other text does not
    speak of ("is not playing the piano" against "is playing"), ``new`` how much of the shorter text the longer one
    does not speak of.
    """

    ahead: float
    told: float
    turned: bool
    same_predicate: bool
    noun: bool
    unmet: int
    new: int

    @property
    def log_odds(self) -> float:
        """How likely it is that only one of the two holds, as a logarithm of odds."""
        return GROUND + sum(weight * float(getattr(self, sign)) for sign, weight in WEIGHTS.items())


@attrs.frozen(eq=False)
class Contrast:
    """Two events of bare statements of which only one can hold; ``is_sure`` where nothing is left unsaid."""

    yes: Frame
    no: Frame
    is_sure: bool
    signs: Signs


def find_contrasts(graph: ClaimGraph) -> Iterator[Contrast]:
    """The likeliest contrast of two bare statements, if it is likely enough."""
    statements = bare_statements(graph.documents, graph.frames.values())
    if statements is None:
        return
    best = max(
        contrasts_of(*statements),
        key=lambda c: (c.signs.log_odds, c.yes.lemma == c.no.lemma, c.yes.claim.id, c.no.claim.id),
        default=None,
    )
    if best is not None and best.signs.log_odds >= LIKELY:
        yield best


def contrasts_of(short: BareStatement, long: BareStatement) -> Iterator[Contrast]:
    """All pairs of events of which only one can hold, with their signs.

    Whoever denies a figure ("did not carry 112 passengers") leaves open any other one.
    """
    said = share_said(short.items, long.said)
    pairs = [(likeness(f, g, said), f, g) for f, g in product(short.frames, long.frames)]
    agreeing = max((near for near, f, g in pairs if agree(f, g)), default=0.0)
    if any(word[0].isdigit() or word in figure_stems() for word in short.stems - long.stems):
        return
    for near, one, other in pairs:
        if agree(one, other) or not can_meet(one, other):
            continue
        left, right = wording_of(one, short), wording_of(other, long)
        signs = Signs(
            ahead=near - agreeing,
            told=share_of(right.stems, short.stems),
            turned=(left.turns + right.turns + are_opposites(one.lemma, other.lemma)) % 2 == 1,
            same_predicate=are_synonyms(one.lemma, other.lemma),
            noun=other.event is not None and other.event.nominal,
            unmet=len(unmet(one, long) if not one.claim.positive else unmet(other, short)),
            new=round((1.0 - said) * len(short.items)),
        )
        yes, no = (other, one) if is_denied(one, other) else (one, other)
        yield Contrast(yes, no, said > SURELY and are_alike(one, other), signs)


@cache
def figure_stems() -> frozenset[str]:
    """The stems of numbers from two on."""
    numbers = load_words("numbers")
    words = [w for part in ("ones", "tens", "scales") for w, value in numbers[part].items() if value > 1]
    return frozenset(map(stem_of, words))


def wording_of(frame: Frame, statement: BareStatement) -> Wording:
    """The wording of the sentence of an event."""
    return statement.sentences[frame.event.sentence if frame.event else 0]


def share_of(wanted: frozenset[str], given: frozenset[str]) -> float:
    """The share of some words that other words have; nothing wanted is all there."""
    return len(wanted & given) / len(wanted) if wanted else 1.0


def unmet(denied: Frame, other: BareStatement) -> set[str]:
    """The common nouns in the slots of a denied event, but for who acts, that the other text does not speak of."""
    event = denied.event
    parts = (
        [p for p in (*event.participants, *event.places) if p.role != "agent" and p.name is None]
        if event
        else []
    )
    keys = {p.key for p in parts} - known_words("empty") - other.said
    return {key for key in keys if not any(implies(word, key) for word in other.said)}


def can_meet(one: Frame, other: Frame) -> bool:
    """Whether two events can tell of one thing: neither in part or for now only, nor of "you" and "me"."""
    if is_partial(one) or is_partial(other) or is_pending(one) or is_pending(other):
        return False
    left, right = SPEAKERS & slot_words(one), SPEAKERS & slot_words(other)
    return not (left and right and not left & right)


def are_alike(one: Frame, other: Frame) -> bool:
    """Whether two predicates are like ones, or opposites."""
    return (
        one.family == other.family
        or are_synonyms(one.lemma, other.lemma)
        or are_opposites(one.lemma, other.lemma)
    )


def likeness(one: Frame, other: Frame, said: float) -> float:
    """How well an event of the longer statement answers one of the shorter, of which so much is said at all."""
    wanted = items_of(one) - known_words("empty")
    return (said + share_said(wanted, items_of(other))) / 2 + (LIKE if are_alike(one, other) else 0.0)


def agree(one: Frame, other: Frame) -> bool:
    """Whether both events can hold."""
    turned = are_opposites(one.lemma, other.lemma)
    return (one.claim.positive == other.claim.positive) is not turned


def is_denied(one: Frame, other: Frame) -> bool:
    """Whether it is the first event that is denied."""
    return not one.claim.positive if one.claim.positive != other.claim.positive else one.lemma > other.lemma
