"""Which lines of a page are furniture: menus, advertisements, related headlines, comment forms."""

import re

from discrepancy.read.paragraphs import is_prose
from discrepancy.read.phrases import bare, phrases

__all__ = ["begins_closing_list", "begins_ending", "begins_list", "is_furniture", "is_kicker", "is_live"]

# A longer line is a paragraph, whatever words it begins with.
_LONGEST = 300
_LONGEST_HEADING = 90
_LONGEST_KICKER = 40

_WORD = re.compile(r"[^\W_]")
_PAGE_NUMBER = re.compile(
    r"""
    (?: [^\W\d_]{2,20} ,? \s )?         # "Sport, page 3"
    (?: page \s | pp?\.? \s? )
    \d{1,4} (?: (?: \s of \s | / ) \d{1,4} )?
  | \d{1,3} (?: / \d{1,3} )?            # a figure alone
    """,
    re.VERBOSE,
)
# "© 2024 The Paper", "<Copyright ⓒ ...>", "Copyright 2024"; not "Copyright law was changed".
_COPYRIGHT = re.compile(
    r"\W*(?: [©ⓒ] | \(c\)\s | copyright \s* (?: [©ⓒ:] | \(c\) | \d{4} ) )", re.VERBOSE | re.I
)
_ADDRESS = re.compile(r"(?: https?:// | www\. )\S+", re.VERBOSE | re.I)


def is_furniture(line: str) -> bool:
    """Tell whether a line stands on the page without telling the story."""
    if len(line) > _LONGEST:
        return False
    if not _WORD.search(line) or _COPYRIGHT.match(line) or _ADDRESS.fullmatch(line):
        return True
    words = bare(line)
    return bool(
        _PAGE_NUMBER.fullmatch(words)
        or phrases("furniture", "whole").fullmatch(words)
        or phrases("furniture", "begins").match(words)
        or phrases("furniture", "holds").search(words)
        or (phrases("furniture", "begins_label").match(words) and not is_prose(line))
        or (phrases("furniture", "begins_capitals").match(line.lstrip("«<►▶→> ")) and not line.isupper())
    )


def begins_list(line: str) -> bool:
    """Tell whether a line is a heading over other stories."""
    return begins_closing_list(line) or _is_heading(line, "lists_open")


def begins_closing_list(line: str) -> bool:
    """Tell whether a line is such a heading as stands below an article ("Related articles")."""
    return _is_heading(line, "lists")


def begins_ending(line: str) -> bool:
    """Tell whether a line is a heading after which nothing of the article follows."""
    return _is_heading(line, "endings")


def is_kicker(line: str) -> bool:
    """Tell whether a line is a label over a headline ("Top story", "ANALYSIS")."""
    return len(line) <= _LONGEST_KICKER and _is_heading(line, "kickers")


def is_live(line: str) -> bool:
    """Tell whether a line has words that only a page of timed entries has."""
    return len(line) <= _LONGEST and bool(phrases("furniture", "live").search(line.casefold()))


def _is_heading(line: str, table: str) -> bool:
    return len(line) <= _LONGEST_HEADING and bool(phrases("furniture", table).fullmatch(bare(line)))
