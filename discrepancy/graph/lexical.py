"""What words have to do with each other: opposites, words of nearly one meaning, what a noun is a kind of."""

from collections.abc import Iterable
from functools import cache

from discrepancy.language import load_words

__all__ = ["are_opposites", "are_synonyms", "implies", "share_said"]

PARTS = ("verb", "adj", "noun")


@cache
def table(section: str, part: str) -> dict[str, frozenset[str]]:
    """One part of speech of a section of the table of related words."""
    lines = (line.partition(": ") for line in load_words("wordnet")[section][part].splitlines())
    return {word: frozenset(found.split()) for word, _, found in lines if found}


def stands_in(section: str, word: str, other: str, parts: Iterable[str] = PARTS) -> bool:
    """Whether a table gives one word for the other."""
    return any(other in table(section, part).get(word, ()) for part in parts)


@cache
def are_opposites(one: str, other: str) -> bool:
    """Whether two predicates cannot both be true of one thing at one time: "accept" and "reject"."""
    told = stands_in("opposites", one, other) or stands_in("opposites", other, one)
    return told and frozenset({one, other}) not in converse()


@cache
def converse() -> frozenset[frozenset[str]]:
    """Opposites that tell one thing from two sides, or two people of one kind."""
    return frozenset(
        frozenset(pair.split()) for pair in load_words("polarity")["implicative"]["converse"].split(",")
    )


@cache
def are_synonyms(one: str, other: str) -> bool:
    """Whether two words can stand for each other in some of their common meanings."""
    return one == other or stands_in("synonyms", one, other) or stands_in("synonyms", other, one)


@cache
def implies(given: str, wanted: str) -> bool:
    """Whether what is said with one word is said with the other too: a dog is an animal."""
    return are_synonyms(given, wanted) or stands_in("kinds", given, wanted, ("noun",))


def share_said(wanted: Iterable[str], given: Iterable[str]) -> float:
    """The share of some words that other words say too; nothing wanted is all said."""
    words, said = set(wanted), set(given)
    missing = [w for w in words - said if not any(implies(g, w) for g in said)]
    return 1.0 - len(missing) / len(words) if words else 1.0
