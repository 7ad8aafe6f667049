"""The times of the entries of a live page."""

import re
from collections.abc import Sequence
from datetime import time

import attrs

from discrepancy.model.text import BlockKind
from discrepancy.read.furniture import is_live
from discrepancy.read.paragraphs import Paragraph

__all__ = ["Stamp", "find_stamps"]

# So many timed entries make a live page; two do where the page says that it is one.
_ENTRIES = 3
_ENTRIES_IF_LIVE = 2
_HEAD = 8

_STAMP = re.compile(
    r"""
    [\[(]? (?P<hour>\d{1,2}) [:.h] (?P<minute>[0-5]\d) (?![\d:.]\d)
    (?: \s? (?P<half>[ap])\.?m\b\.? )?
    (?: \s (?-i: [A-Z]{2,4}T | GMT | UTC | h(?:rs)? ) \b )?
    [\])]? (?! \s? [-–]\s?\d | \w | [%/] )
    \s* (?: [|:–—-] (?=\s|$) \s* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@attrs.frozen
class Stamp:
    """The time of an entry, and how many characters of the paragraph show it (0: an earlier one does)."""

    time: time
    length: int


def find_stamps(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> dict[int, Stamp]:
    """Return the stamps of a live page by paragraph; none if the page is not live.

    A paragraph without a stamp of its own belongs to the entry above it.
    """
    found = {n: s for n, p in enumerate(paragraphs) if kinds[n] is None and (s := _stamp(p.text))}
    live = any(is_live(p.text) for p in paragraphs[:_HEAD])
    if len(found) < (_ENTRIES_IF_LIVE if live else _ENTRIES):
        return {}
    stamps: dict[int, Stamp] = {}
    current: time | None = None
    for n in range(len(paragraphs)):
        if n in found:
            stamps[n] = found[n]
            current = found[n].time
        elif current and kinds[n] is None:
            stamps[n] = Stamp(current, 0)
    return stamps


def _stamp(line: str) -> Stamp | None:
    match = _STAMP.match(line)
    if not match:
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].casefold() == "p" else 0)
    return Stamp(time(hour, int(match["minute"])), match.end()) if hour < 24 else None
