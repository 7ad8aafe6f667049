"""Spelling systems of East Asian names: what syllables a word can stand for, and when two words must differ.

Two words that one system spells differently are two names, however alike they sound ("Zhao", "Zhou"); two
words that stand for the same syllables in two systems may be one, however unlike they look ("Xu", "Hsu").
"""

from functools import cache, lru_cache
from typing import Literal

from discrepancy.language import load_words

__all__ = ["Agreement", "compare_readings", "is_east_asian", "is_pinyin"]

Agreement = Literal["same", "ambiguous", "contrast", "unknown"]
System = dict[str, tuple[str, ...]]

_MAX_READINGS = 100  # an ambiguous spelling of three syllables has fewer; more say nothing
_LONGEST = 7  # letters of a syllable in any of the systems
_MAX_LETTERS = 18  # three syllables
_MOST_SYLLABLES = 2
_LONGEST_SYLLABLE = 5  # letters of a long syllable in ordinary spellings


@cache
def _systems() -> dict[str, System]:
    words = load_words("sound")
    systems: dict[str, System] = {"pinyin": {s: (s,) for s in words["pinyin"]["syllables"].split()}}
    for name, table in words["systems"].items():
        system: System = {}
        for entry in table.split():
            spelling, _, standing = entry.partition("=")
            system[spelling] = tuple(standing.split("|"))
        systems[name] = system
    return systems


@lru_cache(maxsize=65536)
def _readings(word: str, name: str) -> frozenset[str]:
    """Return what a folded word can stand for in a system; empty where it is not well-formed in it."""
    if len(word) > _MAX_LETTERS:
        return frozenset()
    system = _systems()[name]
    reach: list[frozenset[str]] = [frozenset({""})]
    for end in range(1, len(word) + 1):
        found: set[str] = set()
        for start in range(max(0, end - _LONGEST), end):
            standing = system.get(word[start:end]) if reach[start] else None
            if standing:
                found.update(f"{before}{one}." for before in reach[start] for one in standing)
        reach.append(frozenset(sorted(found)[:_MAX_READINGS] if len(found) > _MAX_READINGS else found))
    return reach[-1]


def is_pinyin(word: str) -> bool:
    """Whether a folded word can be cut into pinyin syllables."""
    return bool(_readings(word, "pinyin"))


@lru_cache(maxsize=65536)
def is_east_asian(word: str) -> bool:
    """Whether a folded word is one or two syllables of a Chinese or Korean system, as parts of names are."""
    return any(
        reading.count(".") <= _MOST_SYLLABLES
        for name in ("pinyin", "wade_giles", "korean")
        for reading in _readings(word, name)
    )


@lru_cache(maxsize=262144)
def _plain(word: str, name: str) -> frozenset[str]:
    """Return the readings without the ends of syllables: "xi.an." and "xian." are written alike."""
    return frozenset(reading.replace(".", "") for reading in _readings(word, name))


@lru_cache(maxsize=131072)
def compare_readings(left: str, right: str) -> Agreement:
    """Compare two folded words by what they can stand for.

    "same": two systems spell one string of syllables; "ambiguous": they may, but both are also well-formed in
    one system, where they differ; "contrast": they only differ; "unknown": the systems do not know them.
    """
    if _readings(left, "pinyin") and _readings(right, "pinyin"):  # two pinyin strings that are not equal
        if _without_doubles(left) == _without_doubles(right):
            return "unknown"
        if _share_korean(left, right):
            return "same" if _is_korean_only(left, right) else "ambiguous"
        return "ambiguous" if _share_chinese(left, right, ("pinyin", "wade_giles")) else "contrast"
    if _share_chinese(left, right, ("pinyin", "wade_giles", "palladius", "southern")) or _share_korean(
        left, right
    ):
        return "same"
    both_korean = _readings(left, "korean") and _readings(right, "korean")
    return "contrast" if both_korean else "unknown"


def _is_korean_only(left: str, right: str) -> bool:
    """Whether two longer words spell one Korean string, rare by accident ("Seungho", "Sungho")."""
    return min(len(left), len(right)) > _LONGEST_SYLLABLE


def _share(left: str, right: str, name: str) -> bool:
    return bool(_readings(left, name) & _readings(right, name))


def _share_korean(left: str, right: str) -> bool:
    return _share(left, right, "korean")


def _share_chinese(left: str, right: str, names: tuple[str, ...]) -> bool:
    """Whether two strings can be one in two of the systems, or in one that spells it in two ways."""
    known_left = [(name, _plain(left, name)) for name in names if _plain(left, name)]
    known_right = [(name, _plain(right, name)) for name in names if _plain(right, name)]
    return any(
        not some.isdisjoint(others)
        for one, some in known_left
        for other, others in known_right
        if one != other or one in ("wade_giles", "palladius")
    )


def _without_doubles(word: str) -> str:
    return "".join(letter for i, letter in enumerate(word) if not i or letter != word[i - 1])
