"""Questions with two answers, and the predicates that give each of them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import attrs

from discrepancy.graph.frames import Frame
from discrepancy.language import load_words, split_words, word_set

__all__ = [
    "ANY",
    "Topic",
    "are_apart",
    "are_one_thing",
    "by_lemma",
    "charges_in",
    "contrasts_in",
    "kinds_of",
    "known_words",
    "says",
    "things_in",
    "things_named",
    "topic_of",
]

# Before words that must stand in the clause as they are, whatever its predicate.
ANY = "~"
WORD = re.compile(r"[^\W\d_]+")


@attrs.frozen
class Topic:
    """A question with two answers, and the predicates that give each of them.

    ``nouns`` are those of the things that alone it is asked of; none for anything.  ``lasting`` is the answer
    ("yes" or "no") that holds for all the time until it is given.
    """

    name: str
    of: str
    yes: tuple[tuple[str, ...], ...]
    no: tuple[tuple[str, ...], ...]
    yes_says: str
    no_says: str
    nouns: frozenset[str] = frozenset()
    lasting: str = ""


@cache
def topics() -> dict[str, Topic]:
    """The topics of the language by their names."""

    def phrases(line: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(part.split()) for part in split_words(line))

    return {
        name: Topic(
            name,
            row["of"],
            phrases(row["yes"]),
            phrases(row["no"]),
            row["yes_says"],
            row["no_says"],
            frozenset(split_words(row.get("nouns", ""))),
            row.get("lasting", ""),
        )
        for name, row in load_words("polarity")["topics"].items()
    }


def topic_of(name: str) -> Topic | None:
    """The topic that an assertion answers; that on one charge is the topic of all charges."""
    return topics().get(name.partition(":")[0])


@cache
def by_lemma() -> dict[str, tuple[tuple[Topic, bool, tuple[str, ...]], ...]]:
    """For each predicate its topics, the answer that it gives, and the phrase; under "~" the words of any clause."""
    table: dict[str, list[tuple[Topic, bool, tuple[str, ...]]]] = defaultdict(list)
    for topic in topics().values():
        for answer, phrases in ((False, topic.no), (True, topic.yes)):
            for phrase in phrases:
                key = ANY if phrase[0].startswith(ANY) else phrase[0].lstrip(">")
                table[key].append((topic, answer, phrase))
    return {lemma: tuple(rows) for lemma, rows in table.items()}


@cache
def groups_of(section: str) -> dict[str, str]:
    """The words of each line of a section, with the name of the line: what stands in one line is one thing."""
    return {
        word: name
        for name, line in reversed(load_words("polarity")[section].items())
        for word in split_words(line)
    }


def words_in(text: str) -> Iterator[tuple[str, ...]]:
    """Each word of a text in small letters, with what it may be the plural of."""
    for match in WORD.finditer(text.lower()):
        word = match.group()
        yield word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"


def things_in(text: str, nouns: frozenset[str]) -> tuple[str, ...]:
    """The things of some sorts that a text names, each under one name and once, in the order of the text."""
    return tuple(dict.fromkeys(things_named(text, nouns)))


def things_named(text: str, nouns: frozenset[str]) -> tuple[str, ...]:
    """The things of some sorts that a text names, each under one name, as often as it names them."""
    same = groups_of("same")
    found = (next((f for f in forms if f in nouns), None) for forms in words_in(text))
    return tuple(same.get(noun, noun) for noun in found if noun is not None)


def are_one_thing(one: str, other: str) -> bool:
    """Whether two nouns name in turn what a story speaks of: "the plant", "the factory"."""
    same = groups_of("same")
    return one == other or (one in same and same[one] == same.get(other))


def charges_in(text: str) -> frozenset[str]:
    """The crimes that a text names, each under one name."""
    crimes = groups_of("crimes")
    found = (next((crimes[f] for f in forms if f in crimes), None) for forms in words_in(text))
    return frozenset(charge for charge in found if charge is not None)


def contrasts_in(text: str) -> frozenset[str]:
    """The words of a noun phrase that tell one thing from another of its sort: "first", "north", "main"."""
    contrasts = groups_of("contrasts")
    return frozenset(word for word, *_ in words_in(text) if word in contrasts)


def are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two noun phrases tell their things apart: "the first offer", "the second offer"."""
    contrasts = groups_of("contrasts")
    left, right = ({contrasts[w]: w for w in sorted(words)} for words in (one, other))
    return any(left[kind] != right[kind] for kind in left.keys() & right.keys())


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
