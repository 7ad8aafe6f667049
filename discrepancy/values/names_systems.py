"""Spelling systems of Chinese: which syllables a word can stand for, and when two words must differ."""

from functools import cache, lru_cache
from itertools import product

from discrepancy.language import load_words

__all__ = ["has_contrast", "is_pinyin", "readings", "share_reading"]

_MAX_READINGS = 64  # an ambiguous spelling of three syllables has fewer; more say nothing


@cache
def _syllables() -> frozenset[str]:
    return frozenset(load_words("sound")["pinyin"]["syllables"].split())


@lru_cache(maxsize=65536)
def is_pinyin(word: str) -> bool:
    """Whether a folded word can be cut into pinyin syllables."""
    reach = {0}
    for end in range(1, len(word) + 1):
        if any(start in reach and word[start:end] in _syllables() for start in range(max(0, end - 6), end)):
            reach.add(end)
    return len(word) in reach


def readings(word: str) -> frozenset[str]:
    """The pinyin strings that a folded word can stand for in one of the known systems."""
    return frozenset()


def share_reading(left: str, right: str) -> bool:
    """Whether two folded words can spell the same Chinese syllables in two systems."""
    return bool(readings(left) & readings(right))


def has_contrast(left: str, right: str) -> bool:
    """Whether both words are valid pinyin and spell different syllables, so that the difference is meant."""
    return is_pinyin(left) and is_pinyin(right) and _without_doubles(left) != _without_doubles(right)


def _without_doubles(word: str) -> str:
    return "".join(letter for i, letter in enumerate(word) if not i or letter != word[i - 1])
