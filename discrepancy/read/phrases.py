"""Phrases of the word lists as regular expressions."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from discrepancy.language import load_words

__all__ = ["any_of", "bare", "phrases"]

# The marks around a label: "- Advertisement -", "[Share]", ">> TURN TO PAGE 6".
_MARKS = " \t\xa0-–—_*•·|<>[](){}#:»«→▶►.…!=~+/\\\"'“”‘’\u200b\ufeff"

_WILD = {r"\*": r".{0,60}?", r"\#": r"\d[\d.,]*", r"\ ": r"\s+"}


# The same line is compared with many lists in turn.
@lru_cache(maxsize=64)
def bare(line: str) -> str:
    """Return a line in lower case, with straight apostrophes and without the marks around it."""
    return line.strip(_MARKS).casefold().replace("’", "'")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the phrases: ``*`` is up to 60 characters, ``#`` a number."""
    return "|".join(_pattern(phrase) for phrase in sorted(words, key=lambda w: (-len(w), w)))


@cache
def phrases(subject: str, table: str) -> re.Pattern[str]:
    """Return the phrases of one table of a word list, compiled."""
    return re.compile(any_of(load_words(subject)[table]))


def _pattern(phrase: str) -> str:
    escaped = re.escape(phrase)
    for mark, pattern in _WILD.items():
        escaped = escaped.replace(mark, pattern)
    # A phrase that ends in a word ends there: "read on" does not begin "read only".
    return escaped + r"(?!\w)" if phrase[-1].isalnum() else escaped
