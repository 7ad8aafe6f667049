"""Phrases of the language's word lists as regular expressions."""

import re
from collections.abc import Iterable

__all__ = ["any_of", "bare"]

# The marks around a label: "- Advertisement -", "[Share]", ">> TURN TO PAGE 6".
_MARKS = " \t\xa0-–—_*•·|<>[](){}#:»«→▶►.…!=~+/\\\"'“”‘’\u200b\ufeff"


def bare(line: str) -> str:
    """Return a line in lower case without the marks around it."""
    return line.strip(_MARKS).casefold().replace("’", "'")


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases; an asterisk stands for up to 60 characters."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(
        re.escape(phrase).replace(r"\*", ".{0,60}?").replace(r"\ ", r"\s+") for phrase in longest_first
    )
