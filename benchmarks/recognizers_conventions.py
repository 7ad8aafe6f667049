"""Maps what the recognizers' specs and TIMEX3 write differently of the same reading.

Both mean the same time; every mapping is one such habit of the specs, and each holds for every library alike:

- a preposition belongs to the span ("since August", "in two weeks") and opens the value to one side; TIMEX3 leaves
  it out and values "August";
- a time so many months or weeks away is a day ("two months ago" is 2018-08-17); TIMEX3 keeps the precision of the
  words, 2018-08;
- "the next 3 days" is a stretch from tomorrow, ``(2016-11-08,2016-11-11,P3D)``; TIMEX3 gives the length, P3D;
- "a few", "several" and "some" are three; TIMEX3 leaves the number open, PXD (and PAST_REF with "ago");
- a season has no year, SU; TIMEX3 gives it the year of the text, 2016-SU;
- "next Friday" and "last Friday" are those of the next and the last week; news mostly means the nearest;
- a day and its clock time or part of day may be two labels ("lunchtime", "today"); TIMEX3 has one expression;
- of a range ("eight to 10 feet") only the last number is labelled; here a range is one quantity (``last_of_range``).
"""

import re
from datetime import datetime
from typing import Any

LEAD = re.compile(
    r"(?:(?:from|between|in|on|at|the|of|during|within|for|an?|around|about|since|before|after|until|till|by|aged?)\s+)+",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\b(?:ago|from now|later|earlier|in)\b.*|^in\b", re.IGNORECASE)
_UNITS = {"year": r"\d{4}", "month": r"\d{4}-\d\d", "week": r"\d{4}-W\d\d"}
_LAST_FIGURE = re.compile(r"\w\s*(?:-|–|to|or|and)\s*(\d[\d,.]*[^\d]*)$")
_VAGUE = re.compile(r"\b(?:few|several|some)\b", re.IGNORECASE)


def entries(label: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a label allows, in the form of the specs with ``values``."""
    resolution = label["resolution"] or {}
    if (values := resolution.get("values")) is not None:
        return list(values)
    sides = (resolution.get(name) or {} for name in ("FutureResolution", "PastResolution"))
    return [{"timex": resolution.get("Timex", ""), **side} for side in sides]


def agrees_by_convention(label: dict[str, Any], timex: str, stretch: tuple[Any, Any]) -> bool:
    """Whether a TIMEX3 value is what the label means, by one of the habits above."""
    return any(
        _is_open_side(entry, timex)
        or _is_counted(label["text"], entry, timex, stretch)
        or _is_length(label["text"], entry, timex)
        or (entry["timex"] in ("SP", "SU", "FA", "WI") and timex.endswith(f"-{entry['timex']}"))
        or _is_beside(label["text"], entry, timex)
        or _is_day_of(entry, timex)
        for entry in entries(label)
        if timex
    )


def _is_open_side(entry: dict[str, Any], timex: str) -> bool:
    """ "Since August": any year that the label leaves open is right, for its words name none."""
    pattern = re.escape(entry["timex"]).replace("XXXX", r"\d{4}")
    return bool(entry.get("Mod")) and re.fullmatch(pattern, timex) is not None


def _is_counted(words: str, entry: dict[str, Any], timex: str, stretch: tuple[Any, Any]) -> bool:
    """ "Two months ago": the day of the label lies in the month that TIMEX3 names."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", entry["timex"]) is None or None in stretch or not _AWAY.search(words):
        return False
    is_precise = any(
        re.search(rf"\b{unit}s?\b", words, re.IGNORECASE) and re.fullmatch(pattern, timex)
        for unit, pattern in _UNITS.items()
    )
    return is_precise and bool(stretch[0] <= datetime.fromisoformat(entry["timex"]) < stretch[1])


def _is_beside(words: str, entry: dict[str, Any], timex: str) -> bool:
    """ "Next Friday", a week nearer."""
    days = [text for text in (entry["timex"], timex) if re.fullmatch(r"\d{4}-\d\d-\d\d", text)]
    if len(days) < 2 or re.fullmatch(r"(?:next|last) \w+day", words, re.IGNORECASE) is None:
        return False
    week = 7 if words.lower().startswith("next") else -7
    return (datetime.fromisoformat(days[0]) - datetime.fromisoformat(days[1])).days == week


def _is_day_of(entry: dict[str, Any], timex: str) -> bool:
    """ "Today" of "lunchtime today"."""
    day = entry.get("date") or entry.get("value")
    return "T" in timex and "T" not in entry["timex"] and day is not None and timex.startswith(f"{day}T")


def last_of_range(text: str, start: int, end: int) -> int | None:
    """Return where the last figure of a range of two begins."""
    found = _LAST_FIGURE.search(text, start, end)
    return found.start(1) if found else None


def _is_length(words: str, entry: dict[str, Any], timex: str) -> bool:
    """ "The next 3 days" as its length, and "a few" as a number that is open."""
    length = entry["timex"].strip("()").split(",")[-1]
    if not length.startswith("P"):
        return bool(_VAGUE.search(words)) and timex in ("PAST_REF", "FUTURE_REF")
    if _VAGUE.search(words):
        return timex == re.sub(r"\d+", "X", length)
    return length == timex and length != entry["timex"]
