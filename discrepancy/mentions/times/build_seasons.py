"""Seasons, quarters and halves of a year, and "last", "next", "this" before a part of the calendar."""

import attrs

from discrepancy.mentions.times.build_dates import YEAR_BEFORE, is_day, year_of
from discrepancy.mentions.times.drafts import Base, Draft, name_fields
from discrepancy.mentions.times.grammar import Builder, Found
from discrepancy.values.times import PartialDate

__all__ = ["SEASON_BUILDERS"]

_WAYS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "these": 0}


def _way(words: str) -> int:
    return _WAYS.get(words.split(" ")[0], 1)


def _directed(found: Found) -> Draft | None:
    draft = Draft(way=_way(found.words("way")))
    if found.has("hol"):
        return attrs.evolve(draft, holiday=found.value("hol"))
    if found.has("s"):
        return attrs.evolve(draft, season=found.value("s"))
    if found.has("m"):
        day = found.value("d")
        if found.has("d") and not is_day(day, found.value("m")):
            return None
        return name_fields(draft, month=found.value("m"), day=int(day) if day else None)
    base: Base | None = "anchor" if found.words("way") in ("following", "previous", "preceding") else None
    return attrs.evolve(name_fields(draft, weekday=found.value("x")), base=base)


def _same_named(found: Found) -> Draft:
    if found.is_class("x", "SEASON"):
        return Draft(season=found.value("x"), way=0)
    field = "weekday" if found.is_class("x", "WDAY") else "month"
    return attrs.evolve(name_fields(Draft(), **{field: found.value("x")}), way=0, base="anchor")


def _winter(found: Found) -> Draft | None:
    """Read "winter 2022/23": the season that begins in the first year."""
    first, last = found.value("y"), found.value("z")
    if last % 100 != (first + 1) % 100 or found.value("s") != "WI":
        return None
    return Draft(season="W+", named=PartialDate(year=first))


def _bare_season(found: Found) -> Draft | None:
    """Read a season without "the"; "fall" and "spring" are verbs too and need a word before that fits."""
    before = found.neighbour(-1)
    if found.words("s") in ("fall", "spring") and (before is None or before.code not in YEAR_BEFORE):
        return None
    return Draft(season=found.value("s"))


def _season(found: Found) -> Draft:
    return Draft(season=found.value("s"), named=PartialDate(year=year_of(found)))


def _only_fall(found: Found) -> bool | None:
    """Swallow "the fall of" the city; "the spring of" a year is no such thing."""
    return True if found.tokens[found.start + 1].value == "FA" else None


def _quarter(found: Found) -> Draft | None:
    number = 4 if found.has("last") else 2 if found.is_class("n", "SECOND") else int(found.value("n"))
    if number > 4:
        return None
    fiscal = "fiscal" in found.text[found.tokens[found.start].start : found.tokens[found.end - 1].end].lower()
    return Draft(quarter=number, fiscal=fiscal, named=PartialDate(year=year_of(found)))


def _period_of_year(found: Found) -> Draft | None:
    """Read "the 1988 second quarter", "the 1988 period"."""
    named = PartialDate(year=year_of(found))
    if not found.has("n"):
        return Draft(named=named)
    number = 2 if found.is_class("n", "SECOND") else int(found.value("n"))
    return Draft(quarter=number, named=named) if number <= 4 else None


def _short_quarter(found: Found) -> Draft | None:
    letter, number = found.value("q")
    named = PartialDate(year=year_of(found))
    if letter == "h":
        return Draft(half=number, named=named) if number < 3 else None
    return Draft(quarter=number, named=named)


def _half(found: Found) -> Draft | None:
    number = 2 if found.is_class("n", "SECOND") else int(found.value("n"))
    return Draft(half=number, named=PartialDate(year=year_of(found))) if number < 3 else None


SEASON_BUILDERS: dict[str, Builder] = {
    "directed": _directed,
    "same_named": _same_named,
    "winter": _winter,
    "bare_season": _bare_season,
    "season": _season,
    "only_fall": _only_fall,
    "quarter": _quarter,
    "period_of_year": _period_of_year,
    "short_quarter": _short_quarter,
    "half": _half,
}
