"""How the words of two quotations relate: one utterance or two, and what differs."""

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise

import attrs

from discrepancy.language import load_words
from discrepancy.values.quotes_align import align_words, words_before, words_behind
from discrepancy.values.quotes_turned import are_antonyms, other_country, turned_sentences
from discrepancy.values.quotes_words import Word, split_words

__all__ = ["Difference", "QuoteComparison", "Share", "Word", "compare_quotes", "compare_words", "split_words"]

# Share of words (content words counting five times) from which two sentences can be one that was changed so.
# One changed word in a short sentence leaves three quarters; a translation of the sentence often only half.
NEAR, ALTERED, RENDERED = 0.75, 0.6, 0.4
# Two translations differ all over: in this share of their words, at this many places or more.
ALL_OVER, PLACES, TRANSLATED = 0.34, 3, 0.85
# What two quotations share is one sentence only if it is most of the shorter sentence, not a name in both.
COVERED = 0.5


class Difference(IntEnum):
    """What sets two versions of one sentence apart, from nothing to what cannot both have been said."""

    NONE = 0
    FORM = 1
    RENDERING = 2
    WORDING = 3
    MODALITY = 4
    SENSE = 5
    NUMBER = 6
    NEGATION = 7
    TURNED = 8
    OTHER = -1

    @property
    def is_hard(self) -> bool:
        """Whether both versions cannot have been said."""
        return self >= Difference.SENSE


@attrs.frozen(kw_only=True)
class Share:
    """A stretch of two quotations that answers each other, with what differs in it.

    ``left`` and ``right`` are half-open ranges of words, ``only_left`` and ``only_right`` the words that the
    other lacks.  ``likeness`` is the weighted share of words in common, ``content`` how many content words
    they are, ``ordinary`` how many of those are no names.  ``whole`` says that it begins and ends
    with a sentence on both sides.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: float
    content: int
    ordinary: int
    difference: Difference
    only_left: tuple[Word, ...] = ()
    only_right: tuple[Word, ...] = ()
    whole: bool = False

    @property
    def size(self) -> int:
        """How many words the longer side has."""
        return max(self.left[1] - self.left[0], self.right[1] - self.right[0])


@attrs.frozen(kw_only=True)
class QuoteComparison:
    """Two quotations compared sentence by sentence."""

    shares: tuple[Share, ...]

    @property
    def likeness(self) -> float:
        """The likeness of all that answers each other, weighted by content words."""
        weights = [max(1, s.content) for s in self.shares]
        total = sum(w * s.likeness for w, s in zip(weights, self.shares, strict=True))
        return total / sum(weights) if weights else 0.0

    @property
    def content(self) -> int:
        """How many content words they share."""
        return sum(s.content for s in self.shares)

    @property
    def difference(self) -> Difference:
        """The gravest difference."""
        return max((s.difference for s in self.shares), default=Difference.OTHER)


def compare_quotes(left: str, right: str) -> QuoteComparison:
    """Compare the words of two quotations; case, marks and spelling count for nothing, nor does a part left out."""
    return compare_words(split_words(left), split_words(right))


def compare_words(left: Sequence[Word], right: Sequence[Word]) -> QuoteComparison:
    """Compare two quotations that are split into words."""
    turned = tuple(turned_sentences(left, right))
    if turned:
        return QuoteComparison(shares=tuple(turned_share(left, right, *spans) for spans in turned))
    stretches = align_words(left, right)
    return QuoteComparison(
        shares=tuple(share_of(left, right, stretch.left, stretch.right) for stretch in stretches)
    )


def share_of(
    left: Sequence[Word], right: Sequence[Word], one: tuple[int, int], other: tuple[int, int]
) -> Share:
    """Weigh one stretch and say what differs in it."""
    a, b = left[slice(*one)], right[slice(*other)]
    common = Counter(w.key for w in a) & Counter(w.key for w in b)
    weight = {w.key: w.weight for w in (*a, *b)}
    total = sum(w.weight for w in a) + sum(w.weight for w in b)
    likeness = 2 * sum(weight[key] * n for key, n in common.items()) / total if total else 0.0
    ordinary = {w.key for w in (*a, *b) if not w.capital or w.opens}
    only_left, only_right = without(a, common), without(b, common)
    found = Share(
        left=one,
        right=other,
        likeness=likeness,
        content=sum(n for key, n in common.items() if weight[key] >= 1.0),
        ordinary=sum(n for key, n in common.items() if weight[key] >= 1.0 and key in ordinary),
        difference=Difference.NONE,
        only_left=only_left,
        only_right=only_right,
        whole=is_whole(left, one) and is_whole(right, other),
    )
    whole = min(sentence_weight(left, one), sentence_weight(right, other))
    if likeness * total / 2 < COVERED * whole:
        return attrs.evolve(found, difference=Difference.OTHER)
    return attrs.evolve(found, difference=difference_of(found, a, b))


def is_whole(words: Sequence[Word], span: tuple[int, int]) -> bool:
    """Whether a stretch begins and ends with a sentence."""
    return not words_before(words, span[0]) and not words_behind(words, span[1])


def turned_share(
    left: Sequence[Word], right: Sequence[Word], one: tuple[int, int], other: tuple[int, int]
) -> Share:
    """The share of two sentences that have the same words in each other's places."""
    return attrs.evolve(share_of(left, right, one, other), difference=Difference.TURNED, whole=True)


def sentence_weight(words: Sequence[Word], span: tuple[int, int]) -> float:
    """The weight of the sentences that a stretch of words belongs to."""
    start = span[0] - words_before(words, span[0])
    end = span[1] + words_behind(words, span[1])
    return sum(w.weight for w in words[start:end])


def without(words: Sequence[Word], common: Counter[str]) -> tuple[Word, ...]:
    """The words that the other side lacks."""
    left = Counter(common)
    rest: list[Word] = []
    for word in words:
        if left[word.key] > 0:
            left[word.key] -= 1
        else:
            rest.append(word)
    return tuple(rest)


def difference_of(share: Share, left: Sequence[Word], right: Sequence[Word]) -> Difference:
    """Name the gravest difference of a stretch that its likeness allows."""
    if share.likeness < RENDERED:
        return Difference.OTHER
    one, other = without_emphasis(share.only_left, left), without_emphasis(share.only_right, right)
    if not one and not other:
        return Difference.NONE
    if share.likeness >= ALTERED and negates(one) != negates(other) and not turned(one, other):
        return Difference.NEGATION
    if share.likeness >= ALTERED and differ_in_number(one, other):
        return Difference.NUMBER
    other_sense = opposed(one, other) or are_antonyms(one, other) or other_country(one, other)
    if share.likeness >= ALTERED and other_sense:
        return Difference.SENSE
    if is_rendering(share, len(left), len(right)):
        return Difference.RENDERING
    if modality(one) != modality(other):
        return Difference.MODALITY
    if all(w.key in word_lists().empty for w in (*one, *other)):
        return Difference.NONE if len(one) + len(other) <= 1 else Difference.FORM
    return (
        Difference.FORM if all(w.key in word_lists().grammar for w in (*one, *other)) else Difference.WORDING
    )


def is_rendering(share: Share, left: int, right: int) -> bool:
    """Whether the differences lie all over the sentence, as those of two translations do."""
    if share.likeness < NEAR and max(len(share.only_left), len(share.only_right)) >= PLACES:
        return True
    if min(len(share.only_left), len(share.only_right)) >= PLACES and share.likeness < TRANSLATED:
        return True
    changed = max(len(share.only_left) / max(1, left), len(share.only_right) / max(1, right))
    return changed >= ALL_OVER and max(len(share.only_left), len(share.only_right)) > PLACES


@attrs.frozen
class WordLists:
    """The word lists that tell one difference from another."""

    empty: frozenset[str]
    grammar: frozenset[str]
    negators: frozenset[str]
    undone: frozenset[str]
    prefixes: tuple[str, ...]
    modality: dict[str, str]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    days: frozenset[str]


@cache
def word_lists() -> WordLists:
    """Read the word lists, folded as the words of quotations are."""
    table, calendar = load_words("quotes"), load_words("calendar")
    grammar = table["grammar"]
    rows = [row.split("|") for row in table["opposites"]["pairs"]]
    return WordLists(
        empty=folded(f"{grammar['particles']} {grammar['fillers']}"),
        grammar=folded(" ".join(grammar.values())),
        negators=frozenset(table["negation"]["words"].split()),
        undone=frozenset(table["negation"]["undone_by"].split()),
        prefixes=tuple(table["negation"]["prefixes"].split()),
        modality={w: kind for kind, line in table["modality"].items() for w in line.split()},
        opposites=tuple((folded(one), folded(other)) for one, other in rows),
        days=frozenset({*calendar["months"], *calendar["weekdays"]})
        - {"may", "march", "mar", "sun", "sat", "wed"},
    )


def folded(line: str) -> frozenset[str]:
    """The keys of the words of a line."""
    return frozenset(w.key for w in split_words(line))


def without_emphasis(words: Sequence[Word], sentence: Sequence[Word]) -> tuple[Word, ...]:
    """The words without negators that deny nothing ("not only", "nothing but") and without asides."""
    lists = word_lists()
    idle: set[int] = {w.start for w in sentence if w.aside}
    for word, following in pairwise(sentence):
        if word.plain in lists.negators and following.plain in lists.undone:
            idle |= {word.start, following.start}
    return tuple(w for w in words if w.start not in idle)


def negates(words: Sequence[Word]) -> bool:
    """Whether the words that the other side lacks turn something round."""
    return any(w.plain in word_lists().negators for w in words)


def turned(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a prefix or an opposite makes up for the negator of one side: "not fair" and "unfair"."""
    for one, other in ((left, right), (right, left)):
        plain = {w.plain for w in one}
        for prefix in word_lists().prefixes:
            if any(w.plain.startswith(prefix) and w.plain.removeprefix(prefix) in plain for w in other):
                return True
    return opposed(left, right)


def differ_in_number(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether each side has a figure, a month or a weekday that the other lacks."""
    days = word_lists().days

    def figures(words: Sequence[Word]) -> set[str]:
        return {w.key for w in words if w.value is not None}

    def dates(words: Sequence[Word]) -> set[str]:
        return {w.plain for w in words if w.plain in days and w.capital}

    one, other = figures(left), figures(right)
    if one and other and (one | other) != {"1"}:
        return True
    return bool(dates(left) and dates(right))


def opposed(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether one side has a word of which the other has the opposite."""
    one, other = {w.key for w in left}, {w.key for w in right}
    return any((one & a and other & b) or (one & b and other & a) for a, b in word_lists().opposites)


def modality(words: Sequence[Word]) -> str | None:
    """How possible or how binding the words make a statement."""
    kinds = {word_lists().modality[w.plain] for w in words if w.plain in word_lists().modality}
    return min(kinds) if kinds else None
