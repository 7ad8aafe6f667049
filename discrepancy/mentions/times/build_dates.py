"""Days, months, years and other parts of the calendar."""

import calendar
from datetime import datetime
from typing import Any

import attrs

from discrepancy.mentions.times.build_numbers import number_of
from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.grammar import Builder, Found
from discrepancy.mentions.times.vocabulary import CODES
from discrepancy.values.times import PartialDate

__all__ = ["DATE_BUILDERS", "YEAR_BEFORE", "is_day", "year_of"]


def year_of(found: Found) -> int | None:
    """Return the year of group ``y``: 1998 or '98 (0-49 are taken for this century)."""
    value = found.value("y")
    if value is None:
        return None
    year = int(value)
    if year >= 100:
        return year
    return year + (2000 if year < 50 else 1900)


def is_day(day: Any, month: int | None) -> bool:
    """Whether the number can be a day of the month."""
    longest = calendar.monthrange(2024, month)[1] if month else 31
    return isinstance(day, int | float) and 1 <= day <= longest and day == int(day)


def _calendar(found: Found) -> Draft | None:
    month, day = found.value("m"), 2 if found.is_class("d", "SECOND") else found.value("d")
    if found.has("d") and not is_day(day, month):
        return None
    if month and not found.has("d") and not found.has("y") and _is_name(found):
        return None
    return Draft(
        named=PartialDate(
            year=year_of(found), month=month, day=int(day) if day else None, weekday=found.value("w")
        )
    )


# Months that are first or last names too ("Theresa May", "the Long March", "April Jones").
_NAMES = ("may", "march", "april", "june", "august")


def _is_name(found: Found) -> bool:
    """Whether a bare month is part of a name."""
    if found.words("m") not in _NAMES:
        return False
    before, after = found.neighbour(-1), found.neighbour(1)
    if (before is not None and before.code in (CODES["NAME"], CODES["POSS"])) or (
        before is not None and before.code == CODES["THE"] and found.words("m") in ("march", "may")
    ):
        return True
    alone = before is None or before.code == CODES["DOT"]
    if alone and after is not None and after.code in (CODES["DID"], CODES["HAD"], CODES["WILL"]):
        return True
    return (
        after is not None
        and after.code == CODES["NAME"]
        and found.words("m") in ("april", "june", "august")
        and (before is None or before.code not in (*YEAR_BEFORE, CODES["UNTIL"]))
    )


def _day_range(found: Found) -> Draft | None:
    month, first, last = found.value("m"), found.value("d"), found.value("e")
    if not (is_day(first, month) and is_day(last, month) and first < last):
        return None
    start = Draft(named=PartialDate(year=year_of(found), month=month, day=int(first)))
    return attrs.evolve(start, until=name_fields(start, day=int(last)), cut=_cut(found, "d", "e"))


def _cut(found: Found, first: str, last: str) -> tuple[int, int]:
    """Return where the words of the first end of a range end and those of the last end begin."""
    return found.tokens[found.spans[first][1] - 1].end, found.tokens[found.spans[last][0]].start


def _numeric_date(found: Found) -> Draft | None:
    """Read 2023.05.18, 16/10/2025, 5.3.24; day and month are left open where the order cannot be told."""
    parts = found.value("iso")
    first, second, third = (part[0] if isinstance(part, tuple) else part for part in parts)
    if isinstance(parts[0], tuple):
        return _numeric(first, second, third)
    year = third if isinstance(parts[2], tuple) else third + (2000 if third < 50 else 1900)
    day_first, month_first = _numeric(year, second, first), _numeric(year, first, second)
    if day_first is None or month_first is None:
        return day_first or month_first
    if "." in found.words("iso") or first == second:
        return day_first
    return attrs.evolve(day_first, other=(year, first, second))


def _numeric(year: int, month: int, day: int) -> Draft | None:
    if 1 <= month <= 12 and year >= 1 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return Draft(named=PartialDate(year=year, month=month, day=day))
    return None


def _holiday(found: Found) -> Draft:
    return Draft(holiday=found.value("hol"), named=PartialDate(year=year_of(found)))


# Words after a four-figure number that show it to be no year: "1500 people", "2000 miles".
_COUNTED_AFTER = (CODES["PCT"], CODES["CUR"], CODES["MILL"], CODES["THOU"], CODES["HUND"], CODES["DOZEN"])
YEAR_BEFORE = tuple(
    CODES[name]
    for name in (
        "IN",
        "BY",
        "UNTIL",
        "FROM",
        "OF",
        "MTH",
        "COMMA",
        "LPAR",
        "EARLY",
        "BETWEEN",
        "AROUND",
        "AFTER",
        "THE",
    )
)


def _plain_year(found: Found) -> Draft | None:
    year = int(found.value("y"))
    before, after = found.neighbour(-1), found.neighbour(1)
    if after is not None and _is_counted(found, after.code, after.value):
        return None
    touching = before is not None and before.end == found.tokens[found.start].start
    if touching and before is not None and before.code in (CODES["DOT"], CODES["PLUS"], CODES["MARK"]):
        return None
    likely = 1700 <= year < 2100 or (before is not None and before.code in YEAR_BEFORE)
    return name_fields(Draft(), year=year) if likely else None


def _is_counted(found: Found, code: str, value: Any) -> bool:
    if code == CODES["COUNTED"]:
        return not _is_placed(found)
    if code in _COUNTED_AFTER:
        return True
    if code != CODES["WORD"] or not isinstance(value, str):
        return False
    before = found.neighbour(-1)
    placed = _is_placed(found)
    definite = before is not None and before.code == CODES["THE"] and found.value("y") >= 1900
    return len(value) > 3 and value.endswith("s") and not value.endswith("ss") and not placed and not definite


def _is_placed(found: Found) -> bool:
    before = found.neighbour(-1)
    return before is not None and before.code in (CODES["IN"], CODES["OF"], CODES["FROM"], CODES["BY"])


def _the_year(found: Found) -> Draft | None:
    year = number_of(found.value("y"))
    return name_fields(Draft(), year=int(year)) if year and 1 <= year < 2200 and found.words("y") else None


def _short_year(found: Found) -> Draft | None:
    """Read "'98"; the apostrophe of "the rescuers' 14-hour search" stands behind a word."""
    mark, figures = found.tokens[found.start], found.tokens[found.start + 1]
    if mark.end != figures.start:
        return None
    return name_fields(Draft(), year=year_of(found))


def _era_year(found: Found) -> Draft:
    year = int(found.value("n") or found.value("k"))
    return attrs.evolve(name_fields(Draft(), year=year), era="BC" if found.has("era") else None)


def _year_span(found: Found) -> Draft | None:
    first, last = found.value("y"), found.value("z")
    if last <= first % 100:
        return None
    start = name_fields(Draft(), year=first)
    return attrs.evolve(
        start, until=name_fields(start, year=first - first % 100 + last), cut=_cut(found, "y", "z")
    )


def _decade(found: Found) -> Draft | None:
    value = int(found.value("d"))
    if value % 10 or 100 <= value < 1000:
        return None
    year = value if value >= 1000 else value + (1900 if value >= 20 else 2000)
    if (
        found.is_class("d", "TWENTIES")
        and not found.words("d").startswith("the")
        and found.start == found.end - 1
    ):
        before = found.neighbour(-1)
        if before is None or before.code not in (CODES["EARLY"], CODES["HY"]):
            return None
    return Draft(decade=year // 10)


def _century(found: Found) -> Draft | None:
    if found.value("u") != "CE":
        return None
    number = 2 if found.is_class("n", "SECOND") else int(found.value("n"))
    return Draft(century=number - 1, era="BC" if found.has("era") else None) if number < 30 else None


def _fiscal_year(found: Found) -> Draft:
    return attrs.evolve(name_fields(Draft(), year=year_of(found)), fiscal=True)


def _stamp(found: Found) -> Draft | None:
    """Read 2023-05-18T14:25:00Z."""
    moment = datetime.fromisoformat(found.value("s"))
    offset = moment.utcoffset()
    zone = None if offset is None else "UTC" if not offset else f"UTC{moment.isoformat()[-6:]}"
    named = PartialDate(
        year=moment.year, month=moment.month, day=moment.day, hour=moment.hour, minute=moment.minute
    )
    return Draft(named=named, zone=zone)


DATE_BUILDERS: dict[str, Builder] = {
    "calendar": _calendar,
    "day_range": _day_range,
    "numeric_date": _numeric_date,
    "holiday": _holiday,
    "plain_year": _plain_year,
    "the_year": _the_year,
    "short_year": _short_year,
    "era_year": _era_year,
    "year_span": _year_span,
    "decade": _decade,
    "century": _century,
    "fiscal_year": _fiscal_year,
    "stamp": _stamp,
}
