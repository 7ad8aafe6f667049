"""Titles and offices around a name, as words: what they are called and whose they are."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from discrepancy.language import load_words

__all__ = [
    "Lead",
    "country_of",
    "is_company_office",
    "is_head",
    "is_honorific",
    "is_modifier",
    "is_office_phrase",
    "is_weak_head",
    "normalise_office",
    "split_lead",
]

_DOTS = re.compile(r"\.")
MAX_LEAD = 9  # "Chinese Special Envoy for Climate Change Affairs" has seven words


@attrs.frozen(kw_only=True)
class Lead:
    """What stands before a name: ``size`` words of it are titles and office."""

    size: int = 0
    titles: tuple[str, ...] = ()
    office: str | None = None
    of: str | None = None


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    return _DOTS.sub("", word).lower().removesuffix("’s").removesuffix("'s")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_words("titles")[name])


@cache
def _countries() -> dict[str, str]:
    places = load_words("places")
    names: dict[str, str] = {}
    for country in places["country"]:
        name = country["name"]
        for other in (name, *country.get("also", ()), *country.get("adjectives", ())):
            names.setdefault(other.lower().replace(".", ""), name)
    return names


def country_of(words: str) -> str | None:
    """Return the country that a name, an abbreviation or a demonym tells ("Kazakh": "Kazakhstan")."""
    return _countries().get(_plain(words))


def is_head(word: str) -> bool:
    """Whether a word can end an office or a job ("minister", "planner")."""
    return _plain(word) in _list("heads")


def is_honorific(word: str) -> bool:
    """Whether a word is a form of address ("Mr", "Sheikh")."""
    return _plain(word) in _list("honorifics")


def is_modifier(word: str) -> bool:
    """Whether a word stands before the head of an office ("deputy", "foreign")."""
    plain = _plain(word)
    return plain in _list("modifiers") or plain.endswith("-general")


def normalise_office(words: str) -> str:
    """Return an office in lower case, short forms written out, passing words ("former") left out."""
    plain = " ".join(_DOTS.sub("", words).lower().replace("-elect", "").split())
    kept = " ".join(word for word in plain.split() if word not in _list("passing"))
    expand: dict[str, str] = load_words("titles")["expand"]
    return expand.get(kept) or " ".join(expand.get(word, word) for word in kept.split())


def split_lead(words: Sequence[str]) -> Lead:
    """Split titles and an office off the front of a name's words ("US Secretary of State Antonia Blake").

    At least one word stays as the name.
    """
    best = 0
    titles: list[str] = []
    limit = min(len(words) - 1, MAX_LEAD)
    for end in range(limit, 0, -1):
        if _ends_office(words[:end]) or (is_honorific(words[end - 1]) and _is_lead(words[: end - 1])):
            best = end
            break
    if not best:
        return Lead()
    front = list(words[:best])
    while front and is_honorific(front[-1]) and not _ends_office(front):
        titles.insert(0, front.pop())
    while front and is_honorific(front[0]) and len(front) > 1:
        titles.append(front.pop(0))
    office, of = _office_and_owner(front) if front else (None, None)
    return Lead(size=best, titles=tuple(titles), office=office, of=of)


def _is_lead(words: Sequence[str]) -> bool:
    return all(is_honorific(word) for word in words) or _ends_office(words)


def _ends_office(words: Sequence[str]) -> bool:
    """Whether the last words are a head or a head with its complement ("secretary of state")."""
    plain = [_plain(word) for word in words]
    if not plain:
        return False
    if any(is_office_phrase(plain[-size:]) for size in range(2, min(len(plain), 5) + 1)):
        return True
    if plain[-1] in _list("complement_ends") and any(
        word in ("of", "for") and is_head(plain[i - 1]) for i, word in enumerate(plain) if i
    ):
        return True
    return is_head(plain[-1]) and (
        plain[-1] not in _list("weak_heads") or len(plain) > 1 or words[-1][:1].isupper()
    )


def _office_and_owner(words: list[str]) -> tuple[str | None, str | None]:
    """Split "US Secretary of State" into office and owner; the owner stands first."""
    for size in range(min(4, len(words) - 1), 0, -1):
        owner = country_of(" ".join(words[:size]))
        if owner:
            return normalise_office(" ".join(words[size:])), owner
    split = next((i for i, word in enumerate(words) if word.endswith(("'s", "’s", "s'", "s’"))), None)
    if split is not None and split + 1 < len(words):
        owner = " ".join(words[: split + 1])[:-2]
        return normalise_office(" ".join(words[split + 1 :])), country_of(owner) or owner
    start = next((i for i, word in enumerate(words) if is_modifier(word) or is_head(word)), 0)
    owner = " ".join(words[:start]) or None
    return normalise_office(" ".join(words[start:])), owner


def is_weak_head(word: str) -> bool:
    """Whether a head is also an ordinary word, which wants a modifier or an article ("head", "guide")."""
    return _plain(word) in _list("weak_heads")


def is_company_office(office: str) -> bool:
    """Whether companies bear an office as often as persons ("operator", "publisher")."""
    return office.split()[-1] in _list("company_heads")


def is_office_phrase(words: Sequence[str]) -> bool:
    """Whether the words are an office with its complement ("secretary of state")."""
    return " ".join(words).lower() in _list("of_heads")
