"""Known places and organisations, looked up word by word."""

from functools import cache
from typing import Literal

from discrepancy.language import load_words
from discrepancy.mentions.names_words import Words

__all__ = ["is_demonym", "is_organisation_word", "is_place_word", "longest_known"]

Known = Literal["place", "organisation", "demonym"]
_LONGEST = 6  # words: "Democratic Republic of the Congo"


@cache
def _names() -> dict[tuple[str, ...], Known]:
    places = load_words("places")
    names: dict[tuple[str, ...], Known] = {}
    for country in places["country"]:
        for adjective in country.get("adjectives", ()):
            for form in (adjective, adjective + "s", adjective.removesuffix("y") + "ies"):
                names.setdefault(_key(form), "demonym")
        for name in (country["name"], country.get("capital", ""), *country.get("also", ())):
            if name:
                names[_key(name)] = "place"
    for kind in ("regions", "cities", "us_states"):
        for name in places[kind]:
            names[_key(name)] = "place"
    for name in load_words("organisations")["known"]:
        names[_key(name)] = "organisation"
    return names


def _key(name: str) -> tuple[str, ...]:
    return tuple(name.lower().replace(".", "").replace("’", "'").split())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(key[0].removesuffix("'s") for key in _names())


def _plain(word: str) -> str:
    return word.lower().replace(".", "").replace("’", "'")


def longest_known(words: Words, i: int) -> tuple[int, Known] | None:
    """Return the end and kind of the longest known name that begins at word ``i``."""
    first = _plain(words.tokens[i])
    if first not in _beginnings():
        return None
    key = [first + "'s"] if words.possessive[i] else [first]
    found = (i + 1, _names()[(first,)]) if (first,) in _names() else None
    for j in range(i + 1, min(i + _LONGEST, len(words.tokens))):
        if (words.possessive[j - 1] and j - 1 > i) or words.shapes[j] in "pn":
            break
        key.append(_plain(words.tokens[j]))
        kind = _names().get(tuple(key))
        if kind:
            found = (j + 1, kind)
    if found and found[0] == i + 1 and first in _acronyms() and not words.tokens[i].isupper():
        return None  # "Who" is not the WHO
    return found


@cache
def _acronyms() -> frozenset[str]:
    """Known names that are written in capitals alone."""
    places = [also for country in load_words("places")["country"] for also in country.get("also", ())]
    known = [name for name in (*places, *load_words("organisations")["known"]) if name.isupper()]
    mixed = {name.lower() for name in load_words("organisations")["known"] if not name.isupper()}
    return frozenset(_plain(name) for name in known) - mixed


def is_demonym(word: str) -> bool:
    """Whether a word is a country's adjective or people ("Kazakh", "Swedes")."""
    return _names().get((_plain(word),)) == "demonym"


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(word.lower() for word in load_words("organisations")["words"])


def is_organisation_word(word: str) -> bool:
    """Whether a capitalised word tells an organisation ("Ministry", "Inc")."""
    return word[:1].isupper() and word.lower().removesuffix(".") in _organisation_words()


@cache
def _place_words(where: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load_words("places")[where])


def is_place_word(word: str, where: Literal["before", "after"]) -> bool:
    """Whether a capitalised word makes a place of the name beside it ("Lake", "River")."""
    return word[:1].isupper() and word.lower() in _place_words(where)
