"""Which lines of a page are furniture: menus, advertisements, related headlines, comment forms."""

import re
from functools import cache

from discrepancy.language import load_words
from discrepancy.read.phrases import any_of, bare

__all__ = ["begins_ending", "begins_list", "is_furniture", "is_kicker", "is_live"]

# A longer line is a paragraph, whatever words it begins with.
_LONGEST = 300

_PAGE_NUMBER = re.compile(
    r"""
    (?: [^\W\d_]{2,20} ,? \s )?         # "Sport, page 3"
    (?: page \s | p\. \s? | pp\. \s? )
    \d{1,4} (?: \s (?: of | / ) \s \d{1,4} )?
  | \d{1,3}                             # a figure alone
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "© 2024 The Paper", "<Copyright ⓒ ...>", "(c) The Paper"
_COPYRIGHT = re.compile(r"\W*(?:©|ⓒ|\(c\)\s|copyright\b)", re.IGNORECASE)
# An address alone, or with a word or two: "example.org/help", "https://..."
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")


def is_furniture(line: str) -> bool:
    """Tell whether a line stands on the page without telling the story."""
    if len(line) > _LONGEST:
        return False
    if not _WORD.search(line) or _COPYRIGHT.match(line) or _ADDRESS.fullmatch(line):
        return True
    words = bare(line)
    return bool(
        _PAGE_NUMBER.fullmatch(words)
        or _matcher("whole").fullmatch(words)
        or _matcher("begins").match(words)
        or _matcher("holds").search(words)
    )


def begins_list(line: str) -> bool:
    """Tell whether a line is a heading over other stories."""
    return len(line) <= 60 and bool(_matcher("lists").fullmatch(bare(line)))


def begins_ending(line: str) -> bool:
    """Tell whether a line is a heading after which nothing of the article follows."""
    return len(line) <= 90 and bool(_matcher("endings").fullmatch(bare(line)))


def is_kicker(line: str) -> bool:
    """Tell whether a line is a label over a headline ("Top story", "ANALYSIS")."""
    return len(line) <= 40 and bool(_matcher("kickers").fullmatch(bare(line)))


def is_live(line: str) -> bool:
    """Tell whether a line has words that only a page of timed entries has."""
    return len(line) <= _LONGEST and bool(_matcher("live").search(line.casefold()))


@cache
def _matcher(table: str) -> re.Pattern[str]:
    return re.compile(any_of(load_words("furniture")[table]))
