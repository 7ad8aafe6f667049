"""Sentences turned round: two parts that have changed places, a word for its opposite, a country for another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.language import load_words
from discrepancy.values.names_offices import country_of
from discrepancy.values.quotes_words import Word

__all__ = ["are_antonyms", "other_country", "turned_sentences"]

Span = tuple[int, int]
# A sentence of fewer words has no two parts and a pivot; longer ones are seldom kept whole.
SHORTEST, LONGEST = 3, 24
# Words of one of the parts that change places; of more a clause was moved.
PART = 5
PARTS_OF_SPEECH = ("verb", "adj", "noun")


def turned_sentences(left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[Span, Span]]:
    """The sentences of two quotations that have the same words, two parts of them in each other's place."""
    for one in sentences(left):
        a = [w.key for w in left[slice(*one)]]
        for other in sentences(right):
            b = [w.key for w in right[slice(*other)]]
            if a != b and Counter(a) == Counter(b) and is_exchange(a, b):
                yield one, other


def sentences(words: Sequence[Word]) -> Iterator[Span]:
    """The sentences of a quotation that are neither too short nor too long, as half-open ranges of words."""
    starts = [n for n, word in enumerate(words) if n == 0 or word.opens]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        if SHORTEST <= end - start <= LONGEST:
            yield start, end


def is_exchange(left: list[str], right: list[str]) -> bool:
    """Whether two parts around a pivot have changed places: "A, not B", "A before B", "A saved B"."""
    first = next(n for n, (a, b) in enumerate(zip(left, right, strict=True)) if a != b)
    last = next(n for n, (a, b) in enumerate(zip(left[::-1], right[::-1], strict=True)) if a != b)
    one, other = left[first : len(left) - last], right[first : len(right) - last]
    for i in range(1, min(PART, len(one) - 1) + 1):
        for j in range(1, min(PART, len(one) - i) + 1):
            pivot = one[i : len(one) - j]
            if one[:i] == other[-i:] and one[-j:] == other[:j] and other[j:-i] == pivot:
                return tells_order(pivot)
    return False


def tells_order(pivot: Sequence[str]) -> bool:
    """Whether the words between two parts give them a sense of their own each."""
    return bool(set(pivot) - joining())


@cache
def joining() -> frozenset[str]:
    """Words between two parts whose order is free: "bread and butter", "butter and bread"."""
    return frozenset(load_words("quotes")["turned"]["joining"].split())


@cache
def antonyms() -> frozenset[frozenset[str]]:
    """Pairs of opposite words, of the table made from WordNet."""
    table = load_words("wordnet")["opposites"]
    lines = (line.partition(": ") for part in PARTS_OF_SPEECH for line in table[part].splitlines())
    return frozenset(frozenset({word, other}) for word, _, others in lines for other in others.split())


def are_antonyms(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether all that differs is one word each, and both are opposites: "our friend", "our enemy"."""
    if len(left) != 1 or len(right) != 1:
        return False
    forms = ({left[0].plain, left[0].key}, {right[0].plain, right[0].key})
    return any(frozenset({a, b}) in antonyms() for a in forms[0] for b in forms[1])


def other_country(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the sides name two different countries in the same place."""
    one = {c for w in left if w.capital and (c := country_of(w.plain))}
    other = {c for w in right if w.capital and (c := country_of(w.plain))}
    return len(one) == 1 and len(other) == 1 and one != other
