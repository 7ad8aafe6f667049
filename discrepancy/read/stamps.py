"""The times of the entries of a live page."""

import re
from collections.abc import Sequence
from datetime import time

import attrs

from discrepancy.model.text import BlockKind
from discrepancy.read.furniture import is_live
from discrepancy.read.paragraphs import Paragraph

__all__ = ["Stamp", "find_stamps"]

# So many timed entries make a live page; two do where its head says that it is one.
_ENTRIES = 3
_ENTRIES_IF_LIVE = 2
_HEAD = 8

_STAMP = re.compile(
    r"""
    [\[(]? (?P<hour> \d{1,2} ) [:.h] (?P<minute> [0-5]\d ) (?! [:.]?\d )
    (?: \s? (?P<half> [aApP] ) \.? [mM] \b \.? )?
    (?: \s (?: [A-Z]{2,4}T | GMT | UTC | h | hrs ) \b )?
    [\])]? (?! \w | \s? [-–] \s? \d | \s? [%/] )    # "14.30-15.00", "14.30 per cent"
    \s* (?: [|:–—-] (?= \s | $ ) \s* )?
    """,
    re.VERBOSE,
)


@attrs.frozen
class Stamp:
    """The time of an entry, and how many characters of the paragraph show it (0: one further up does)."""

    time: time
    length: int


def find_stamps(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> dict[int, Stamp]:
    """Return the stamps of a live page by paragraph; none if the page is not live.

    A paragraph without a stamp of its own belongs to the entry above it.
    """
    own = {n: stamp for n, p in enumerate(paragraphs) if kinds[n] is None and (stamp := _stamp(p.text))}
    live = any(is_live(p.text) for p in paragraphs[:_HEAD])
    if len(own) < (_ENTRIES_IF_LIVE if live else _ENTRIES):
        return {}
    stamps: dict[int, Stamp] = {}
    current: time | None = None
    for n, kind in enumerate(kinds):
        if n in own:
            stamps[n], current = own[n], own[n].time
        elif current and kind is None:
            stamps[n] = Stamp(current, 0)
    return stamps


def _stamp(line: str) -> Stamp | None:
    match = _STAMP.match(line)
    if not match:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    if hour > (12 if half else 23) or (half and not hour):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return Stamp(time(hour, int(match["minute"])), match.end())
