"""Questions with two answers, and the predicates that give each of them."""

from collections import defaultdict
from functools import cache

import attrs

from discrepancy.language import load_words

__all__ = ["Topic", "by_lemma", "known_words", "topics"]


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
        return tuple(tuple(part.split()) for part in line.split(",") if part.strip())

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
def known_words(field: str) -> frozenset[str]:
    """A line of the list of polarity words."""
    return frozenset(word.strip() for word in load_words("polarity")[field].split(","))
