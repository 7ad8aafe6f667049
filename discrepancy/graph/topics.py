"""Questions with two answers, and the predicates that give each of them."""

from collections import defaultdict
from functools import cache

import attrs

from discrepancy.graph.frames import Frame
from discrepancy.language import load_words, split_words, word_set

__all__ = ["Topic", "by_lemma", "kinds_of", "known_words", "says", "topics"]


@attrs.frozen
class Topic:
    """A question with two answers, and the predicates that give each of them."""

    name: str
    of: str
    yes: tuple[tuple[str, ...], ...]
    no: tuple[tuple[str, ...], ...]
    yes_says: str
    no_says: str


@cache
def topics() -> dict[str, Topic]:
    """The topics of the language by their names."""

    def phrases(line: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(part.split()) for part in split_words(line))

    return {
        name: Topic(name, row["of"], phrases(row["yes"]), phrases(row["no"]), row["yes_says"], row["no_says"])
        for name, row in load_words("polarity")["topics"].items()
    }


@cache
def by_lemma() -> dict[str, tuple[tuple[Topic, bool, tuple[str, ...]], ...]]:
    """For each predicate its topics, the answer that it gives, and the phrase."""
    table: dict[str, list[tuple[Topic, bool, tuple[str, ...]]]] = defaultdict(list)
    for topic in topics().values():
        for answer, phrases in ((False, topic.no), (True, topic.yes)):
            for phrase in phrases:
                table[phrase[0].lstrip(">")].append((topic, answer, phrase))
    return {lemma: tuple(rows) for lemma, rows in table.items()}


@cache
def kinds_of(lemma: str) -> frozenset[str]:
    """All families of a predicate; a lemma that stands in none is one by itself."""
    return all_kinds().get(lemma, frozenset({lemma}))


@cache
def all_kinds() -> dict[str, frozenset[str]]:
    """The families of every predicate of the language."""
    table: dict[str, set[str]] = defaultdict(set)
    for family, row in load_words("predicates").items():
        for field in ("verbs", "nouns", "adjectives"):
            for word in split_words(row.get(field, "")):
                table[word].add(family)
    return {lemma: frozenset(families) for lemma, families in table.items()}


def known_words(field: str) -> frozenset[str]:
    """A line of the list of polarity words."""
    return word_set("polarity", field)


def clause_words(frame: Frame) -> frozenset[str]:
    """The lemmas in the slots and modifiers of an event and in its clause."""
    event = frame.event
    return frame.words | frame.things | frozenset(event.modifiers if event else ())


def says(frame: Frame, phrase: tuple[str, ...]) -> bool:
    """Whether the clause of an event has the further words of a phrase."""
    clause = clause_words(frame)
    text = frame.claim.passage.quote.lower().replace("“", "").replace("”", "").replace('"', "")
    for word in phrase[1:] if not phrase[0].startswith("~") else phrase:
        wanted = not word.startswith("!")
        word = word.lstrip("!")
        if word.startswith("~"):
            if (word[1:].replace("_", " ") in text) is not wanted:
                return False
        elif (word in clause) is not wanted:
            return False
    return True
