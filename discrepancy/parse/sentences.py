"""Cut a passage into sentences by rules made for newspapers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads
from typing import Any

from discrepancy.model.text import Unit

__all__ = ["load_parser_words", "split_sentences"]

# What may close a sentence: its marks, then quotation marks, brackets and footnote numbers, then a gap.
_END = re.compile(
    r"""
    (?P<marks> [.?!…。]+ )
    (?P<closing> (?: ["'”’»)\]}] | \[\d{1,3}\] )* )
    (?P<gap> \s+ | $ | (?=[A-Z“"‘][a-z]) )
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»(\[{—–/]+$")
_OPENING = re.compile(r"[\"'“‘«(\[{\s—–-]*")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?|\d[\d.,:]*")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$")
# "20:06 It's official.": the time stamp of a live page stands by itself.
_STAMP = re.compile(r"\s*\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))?(?=\s+[\"“‘]?[A-Z])")
# A phrase of time that opens a sentence: "At 9 a.m. Karim woke."
_LEAD = re.compile(
    r"(?:^|[.!?][\"”’]?\s+|\n)(?:At|By|Around|About|Before|After|Until|Since|From|Between)(?:\s[\w.:]+){1,4}$"
)
_BULLET = re.compile(r"(?:^|\n)[ \t]*(?:[•▪◦●‣·*–—-]|\d{1,2}[.)])[ \t]+|[ \t][•▪◦●‣][ \t]+")
_LINE_GAP = re.compile(r"[ \t]*\n\s*")


@cache
def load_parser_words() -> dict[str, Any]:
    """Read the parser's own word lists; the result is shared and must not be changed."""
    return loads(files("discrepancy.parse").joinpath("en.toml").read_text(encoding="utf-8"))


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(load_parser_words()[table][name])


def split_sentences(text: str, start: int, end: int, units: Sequence[Unit] = ()) -> list[tuple[int, int]]:
    """Give start and end of every sentence of ``text[start:end]``, without white space at their borders.

    No border falls inside a unit.  ``units`` are sorted by their start.
    """
    inside = _Inside(units)
    borders = {start, end}
    borders.update(cut for cut in _line_cuts(text, start, end) if not inside.holds(cut))
    if stamp := _STAMP.match(text, start, end):
        borders.add(stamp.end())
    for match in _END.finditer(text, start, end):
        if not inside.holds(match.end("closing")) and _is_end(text, match, start, end):
            borders.add(match.end())
    ordered = sorted(borders)
    spans = (_stripped(text, left, right) for left, right in pairwise(ordered))
    return [(left, right) for left, right in spans if left < right]


class _Inside:
    """Tells whether an offset lies strictly inside a unit."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for unit in units:
            # Nested and touching-over units become one stretch, so that one look tells.
            if self._ends and unit.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], unit.end)
            else:
                self._starts.append(unit.start)
                self._ends.append(unit.end)

    def holds(self, offset: int) -> bool:
        place = bisect_right(self._starts, offset - 1) - 1
        return place >= 0 and offset < self._ends[place]


def _stripped(text: str, left: int, right: int) -> tuple[int, int]:
    while left < right and text[left].isspace():
        left += 1
    while left < right and text[right - 1].isspace():
        right -= 1
    return left, right


def _line_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield borders that the layout sets: empty lines, bullets, short lines without a full stop."""
    for match in _BULLET.finditer(text, start, end):
        yield match.start()
    longest = max((len(line) for line in text[start:end].split("\n")), default=0)
    previous = start
    for match in _LINE_GAP.finditer(text, start, end):
        # A line that stops well before the margin stops because its thought does.
        short = match.start() - previous < 0.6 * longest and text[match.start() - 1 : match.start()] != ","
        following = text[match.end() : match.end() + 2].lstrip("\"“‘'")[:1]
        if match.group().count("\n") > 1 or (short and (following.isupper() or following.isdigit())):
            yield match.start()
        previous = match.end()


def _is_end(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if match.end() >= end:
        return True
    opening = _OPENING.match(text, match.end(), end)
    at = opening.end() if opening else match.end()
    found = _NEXT_WORD.match(text, at, end)
    following = found.group() if found else text[at : at + 1]
    if following[:1].islower():
        return False
    before = _WORD_BEFORE.search(text, max(start, match.start() - 40), match.start())
    word = before.group() if before else ""
    if not match["gap"]:
        return _is_glued_end(text, match, word)
    if "?" in match["marks"] or "!" in match["marks"]:
        return not (match["closing"] and _goes_on_reporting(text[match.end() : match.end() + 60]))
    if match["marks"] != ".":
        return True
    lead = _LEAD.search(text, max(start, match.start() - 40), match.start()) is not None
    return _full_stop_ends(word, following, text[at : at + 40], quoted=bool(match["closing"]), lead=lead)


def _is_glued_end(text: str, match: re.Match[str], word: str) -> bool:
    """Judge ``talks.The``, a space lost in copying, against ``Booking.Com``."""
    if match["closing"] and match["marks"]:
        return text[match.end()].isupper()
    plain = word.islower() and word.isalpha() and len(word) > 1
    return plain and match["marks"] in {".", "?", "!"} and "www" not in word


def _goes_on_reporting(following: str) -> bool:
    words = re.findall(r"[^\W\d_]+|[.,;:]", following)[:5]
    clause = words[: words.index(",")] if "," in words else words
    return any(word in _words("reporting", "verbs") for word in clause)


def _full_stop_ends(word: str, following: str, ahead: str, *, quoted: bool, lead: bool) -> bool:
    """Judge one full stop by the word before it and the word after it.

    ``lead``: the passage so far is only a phrase of time, "At 9 a.m.".
    """
    lower, begins = word.lower(), following.lower() in _words("beginnings", "words")
    if lower in _words("abbreviations", "titles") and not quoted:
        return False
    if lower in _words("abbreviations", "numbered") and following[:1].isdigit():
        return False
    if lower in _words("abbreviations", "months"):
        return begins and not following[:1].isdigit()
    if lower in _words("abbreviations", "hours"):
        return _hour_ends(following, ahead) and not (lead and not begins)
    if lower in _words("abbreviations", "doubtful") or _ACRONYM.search(word):
        return begins or quoted
    if len(word) == 1 and word.isupper() and word != "I":
        return begins and following not in {"A", "I"}
    return True


@cache
def _clock_words() -> frozenset[str]:
    days = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
    return frozenset(days.split())


def _hour_ends(following: str, ahead: str) -> bool:
    """Judge "at 2:25 p.m. He left" against "2:25 p.m. Sunday", "p.m. EDT", "p.m. Seoul time"."""
    if following.lower() in _words("beginnings", "words"):
        return True
    if (following.isupper() and len(following) > 1) or following.lower().rstrip(".") in _clock_words():
        return False
    months = _words("abbreviations", "months")
    if following[:3].lower() in months and re.match(r"[A-Z][a-z]+\.? \d", ahead):
        return False
    return not re.match(r"(?:[A-Z][\w.]*\s){1,3}(?:[Tt]ime|local)\b", ahead)
