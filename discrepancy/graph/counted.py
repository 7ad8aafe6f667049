"""Whether two nouns count the same thing: "runners" and "athletes", "dead" and "victims"."""

from functools import cache

from discrepancy.language import load_words

__all__ = ["classes_of", "counted_alike", "is_people"]


@cache
def classes() -> dict[str, frozenset[str]]:
    """Map each noun to the classes of things that it stands for."""
    table: dict[str, set[str]] = {}
    for rows in load_words("counted").values():
        for name, line in rows.items():
            for word in line.split(","):
                table.setdefault(word.strip(), set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


@cache
def people() -> frozenset[str]:
    """The classes of people."""
    return frozenset(load_words("counted")["people"])


def counted_alike(one: str, other: str) -> bool | None:
    """True for one thing under two names, False for two things, None where the words leave it open."""
    if one == other:
        return True
    left, right = classes().get(one, frozenset()), classes().get(other, frozenset())
    if left & right:
        return True
    if "any" in left | right and (left | right) <= people():
        return None
    return False if left and right else None


def is_people(noun: str) -> bool:
    """Whether a noun counts people."""
    return bool(classes().get(noun, frozenset()) & people())


def classes_of(noun: str) -> frozenset[str]:
    """The classes of a noun; one that is in no list is a class of its own."""
    return classes().get(noun) or frozenset({noun})
