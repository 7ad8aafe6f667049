"""Two bare statements put side by side, the shorter and the longer, and how much of one the other says.

A sentence without a date, an outlet and an article around it has too little in it for bits to add up.  But who
compares two of them vouches for one occasion, so it is enough that the longer one says what the shorter one
speaks of.  What stands against each other in them is found in ``contrasts``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from discrepancy.graph.assertions import is_snippet, sentence_spans
from discrepancy.graph.frames import Frame
from discrepancy.graph.lexical import share_said
from discrepancy.graph.topics import known_words
from discrepancy.language import word_set
from discrepancy.model.text import Document
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import TimeValue

__all__ = ["MOSTLY", "BareStatement", "bare_statements", "is_restated", "items_of", "stem_of", "vouched_bits"]

# The share of a statement above which figures are compared readily, below which hardly.
MOSTLY = 0.75
VOUCHED, UNSAID, DENIED = 1.0, -3.0, -9.0
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
# Letters by which a word is known whatever its ending.
STEM = 5


@attrs.frozen
class Wording:
    """The stems of the words that say anything and deny nothing, and how often the words deny."""

    stems: frozenset[str]
    turns: int


@attrs.frozen(eq=False)
class BareStatement:
    """All that a bare text says: its events, and its words, names and figures.

    ``said`` are all words, names and figures of the events, ``items`` those that could be missed in another
    statement.  ``stems`` are those of the whole text, ``sentences`` the wording of each sentence.
    """

    frames: tuple[Frame, ...]
    stems: frozenset[str]
    sentences: Mapping[int, Wording]
    said: frozenset[str] = attrs.field(init=False)
    items: frozenset[str] = attrs.field(init=False)

    @said.default
    def _said(self) -> frozenset[str]:
        return frozenset[str]().union(*(items_of(f) | f.around | f.named for f in self.frames))

    @items.default
    def _items(self) -> frozenset[str]:
        return self.said - known_words("empty")

    @property
    def is_single(self) -> bool:
        """Whether it is one sentence."""
        return len({f.event.sentence for f in self.frames if f.event is not None}) == 1

    @property
    def is_denial(self) -> bool:
        """Whether each of its sentences denies something."""
        return all(sentence.turns for sentence in self.sentences.values())


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
    rows = [make_statement(d, row) for d, row in zip(documents, found, strict=True)]
    short, long = sorted(rows, key=lambda s: (len(s.items), s.frames[0].document))
    return (short, long) if short.is_single else None


def make_statement(document: Document, frames: tuple[Frame, ...]) -> BareStatement:
    """Read the words of a bare text, and of each sentence those from its first to its last event."""
    spans = sentence_spans(frames)
    return BareStatement(
        frames=frames,
        stems=stems_of(words_of(document.text)),
        sentences={n: wording(document.text[a:b], frames, n) for (_, n), (a, b) in spans.items()},
    )


def wording(text: str, frames: Iterable[Frame], number: int) -> Wording:
    """Read the words of a sentence; words that deny count, and predicates that do ("refused to sign")."""
    words = words_of(text)
    inside = [f for f in frames if f.event is not None and f.event.sentence == number]
    denials = sum(f.lemma in word_set("polarity", "implicative", "negative") for f in inside)
    turns = sum(map(denies, words)) + denials
    return Wording(stems_of(words), turns or int(any(not f.claim.positive for f in inside)))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.replace("’", "'") for word in WORD.findall(text.lower())]


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say anything and deny nothing."""
    return frozenset(stem_of(w) for w in words if not denies(w) and w not in known_words("small"))


def stem_of(word: str) -> str:
    """What all forms of a word begin with."""
    return word[:STEM] if len(word) > STEM else (word.rstrip("s") or word)


def denies(word: str) -> bool:
    """Whether a word turns a statement round."""
    return word in known_words("negators") or word.endswith("n't")


def is_restated(documents: Sequence[Document], frames: Mapping[str, Frame]) -> bool:
    """Whether the longer of two bare statements says most of what the shorter one says, figures among it."""
    statements = bare_statements(documents, frames.values())
    return statements is not None and share_said(statements[0].items, statements[1].said) >= MOSTLY


def figures_of(document: str, frames: Iterable[Frame]) -> set[tuple[str, float | str]]:
    """The figures and times of a text."""
    values = [f.claim.value for f in frames if f.document == document]
    times = {("time", v.value) for v in values if isinstance(v, TimeValue)}
    return times | {(v.unit, v.number) for v in values if isinstance(v, Quantity)}


def vouched_bits(documents: Sequence[Document], frames: Mapping[str, Frame]) -> float:
    """What two bare statements add to the likeness of their figures: much where one tells what the other does.

    What a text says did not happen has no figure that could be another one, and a time or figure that both give is
    none.
    """
    statements = bare_statements(documents, frames.values())
    if statements is None:
        return 0.0
    short, long = statements
    given, known = (figures_of(s.frames[0].document, frames.values()) for s in statements)
    if short.is_denial or long.is_denial or given <= known:
        return DENIED
    wanted = {i for i in short.items if not i.isdigit()} - known_words("hollow")
    return VOUCHED if share_said(wanted, long.said) >= MOSTLY else UNSAID
