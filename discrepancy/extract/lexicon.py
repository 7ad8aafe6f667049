"""Looks words up in the predicate families and the lists of speech, certainty and polarity."""

from functools import cache

import attrs

from discrepancy.language import load_words, split_words, word_set

__all__ = [
    "Certainties",
    "certainties",
    "event_nouns",
    "families",
    "listed",
    "negators",
    "people_nouns",
    "speech",
]


@cache
def families() -> dict[tuple[str, str], tuple[str, ...]]:
    """Map (lemma, "VERB" | "NOUN" | "ADJ") to its predicate families."""
    table: dict[tuple[str, str], list[str]] = {}
    for family, row in load_words("predicates").items():
        for field, pos in (("verbs", "VERB"), ("nouns", "NOUN"), ("adjectives", "ADJ")):
            for word in split_words(row.get(field, "")):
                table.setdefault((word, pos), []).append(family)
    return {key: tuple(value) for key, value in table.items()}


@cache
def event_nouns() -> frozenset[str]:
    """The nouns that stand for a happening."""
    return frozenset(lemma for lemma, pos in families() if pos == "NOUN")


def speech(kind: str) -> frozenset[str]:
    """The words of reported speech: say, think, show, nouns, vague."""
    return word_set("speech", kind)


@attrs.frozen
class Certainties:
    """For each class of word, which certainty it gives to what stands below it."""

    auxiliaries: dict[str, str]
    verbs: dict[str, str]
    adjectives: dict[str, str]
    adverbs: dict[str, str]
    nouns: dict[str, str]
    markers: dict[str, str]


@cache
def certainties() -> Certainties:
    """Read the certainty words."""
    table = load_words("certainty")

    def turned(section: str) -> dict[str, str]:
        return {word: level for level, line in reversed(table[section].items()) for word in split_words(line)}

    return Certainties(*(turned(field.name) for field in attrs.fields(Certainties)))


def negators() -> frozenset[str]:
    """The words that turn a clause round."""
    return word_set("polarity", "negators")


def listed(name: str) -> frozenset[str]:
    """A small class of words of the language ("pronouns")."""
    return word_set("grammar", name)


@cache
def people_nouns() -> frozenset[str]:
    """The nouns that count people, by what they are or what has become of them."""
    return frozenset(word for line in load_words("counted")["people"].values() for word in split_words(line))
