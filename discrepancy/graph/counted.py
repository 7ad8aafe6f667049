"""Whether two nouns count the same thing: "runners" and "athletes", "dead" and "victims"."""

from functools import cache

from discrepancy.graph.lexical import are_synonyms
from discrepancy.language import load_words, split_words, word_set

__all__ = ["classes_of", "counted_alike", "is_generic", "is_people", "states_of"]

# Letters of a noun that may be the last part of a compound: "hive" in "beehive", not "son" in "person".
LEAST_HEAD = 4


@cache
def classes() -> dict[str, frozenset[str]]:
    """Map each noun to the classes of things that it stands for."""
    table: dict[str, set[str]] = {}
    for rows in (load_words("counted")["people"], load_words("counted")["things"]):
        for name, line in rows.items():
            for word in split_words(line):
                table.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


@cache
def people() -> frozenset[str]:
    """The classes of people."""
    return frozenset(load_words("counted")["people"])


@cache
def states() -> dict[str, frozenset[str]]:
    """Map each predicate family to the class of people that it makes of somebody."""
    table: dict[str, set[str]] = {}
    for name, line in load_words("counted")["states"].items():
        for family in split_words(line):
            table.setdefault(family, set()).add(name)
    return {family: frozenset(names) for family, names in table.items()}


def standing(noun: str, family: str) -> frozenset[str]:
    """The classes of a counted noun; "people" are what the predicate makes of them."""
    return states().get(family, classes()[noun]) if is_generic(noun) else classes().get(noun, frozenset())


def states_of(noun: str | None, family: str) -> frozenset[str]:
    """What has become of those who are counted: "dead" for "the death toll" and for "12 people were killed"."""
    known = classes().get(noun or "", frozenset()) & states_known()
    if known or (noun and not is_people(noun)):
        return known
    return states().get(family, frozenset()) & states_known()


@cache
def states_known() -> frozenset[str]:
    """The states in which a story counts people."""
    return frozenset(load_words("counted")["tolls"])


def is_generic(noun: str) -> bool:
    """Whether a noun stands for any people."""
    return "any" in classes().get(noun, frozenset())


def counted_alike(one: str, other: str, families: tuple[str, str] = ("", "")) -> bool | None:
    """True for one thing under two names, False for two things, None where the words leave it open."""
    left, right = standing(one, families[0]), standing(other, families[1])
    if one == other and not (is_generic(one) and left != right):
        return True
    if left & right or (not (left and right) and is_one_word(one, other)):
        return True
    if "any" in left | right and (left | right) <= people():
        return None
    if is_fate_of(one, families[0], right) or is_fate_of(other, families[1], left):
        return None
    return False if left and right else None


def is_fate_of(noun: str, family: str, told: frozenset[str]) -> bool:
    """Whether some people of one sort, by what befell them, are of those whom the other counts by their fate."""
    return is_people(noun) and bool(states().get(family, frozenset()) & told)


@cache
def is_one_word(one: str, other: str) -> bool:
    """Whether one noun stands for the other or is its last part: "couple" for "pair", "hive" in "beehive"."""
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    return (len(short) >= LEAST_HEAD and long.endswith(short)) or are_synonyms(one, other)


def is_anything(noun: str) -> bool:
    """Whether a noun stands for any thing: "fourteen objects" may be snuffboxes."""
    return noun in word_set("counted", "anything")


def is_people(noun: str) -> bool:
    """Whether a noun counts people."""
    return bool(classes().get(noun, frozenset()) & people())


def classes_of(noun: str) -> frozenset[str]:
    """The classes of a noun; one that is in no list is a class of its own."""
    return classes().get(noun) or frozenset({noun})
