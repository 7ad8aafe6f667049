"""The libraries that the values benchmark measures, all behind one face; each is loaded only where installed.

A reader takes a text and its date and returns what it found; a score takes two names.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

import attrs
import names
import quantities
from recognizers_conventions import last_of_range
from values_data import Found, Reading, read_resolution
from values_units import UNITS, in_canonical_unit, seconds_of

Reader = Callable[[str, str | None], list[Found]]


class Peer(NamedTuple):
    """A library: what to import of it to begin, and how it reads."""

    title: str
    start: str
    load: Callable[[], Reader]
    reads_times: bool = True
    reads_numbers: bool = True


def _ours() -> Reader:
    from discrepancy.mentions import find_quantities, find_times

    def read(text: str, published: str | None) -> list[Found]:
        found = [
            Found(
                m.start,
                m.end,
                (Reading(*_point(m.value, m.interval), seconds=seconds_of(m.value), timex=m.value),),
            )
            for m in find_times(text, published)
        ]
        for mention in find_quantities(text):
            ends = [quantities._core(text, mention)]
            if mention.counted_end:
                ends.append((ends[0][0], mention.counted_end))
            month = 2629800 if mention.unit == "month" else 1
            is_length = mention.unit in ("second", "month")
            readings = (Reading(seconds=mention.quantity.number * month),) if is_length else ()
            is_value = partial(quantities._is_value, mention)
            found += [Found(*span, readings, is_value, mention.unit != "count") for span in ends]
            last = last_of_range(text, mention.start, mention.end)
            if last is not None and mention.high is not None:
                upper = attrs.evolve(mention, quantity=attrs.evolve(mention.quantity, number=mention.high))
                found.append(Found(last, mention.end, (), partial(quantities._is_value, upper), True))
        return found

    return read


def _point(value: str, interval: Any) -> tuple[datetime | None, datetime | None]:
    """A clock time is a point, whatever half of the day it may also mean."""
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?", value):
        return (datetime.fromisoformat(value),) * 2
    return (interval.start, interval.end) if interval else (None, None)


def _recognizers() -> Reader:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    times = DateTimeRecognizer("en-us").get_datetime_model()
    number, unit = NumberRecognizer("en-us"), NumberWithUnitRecognizer("en-us")
    models = (
        number.get_number_model(), number.get_percentage_model(), unit.get_age_model(),
        unit.get_currency_model(), unit.get_dimension_model(), unit.get_temperature_model(),
    )  # fmt: skip

    def read(text: str, published: str | None) -> list[Found]:
        moment = datetime.fromisoformat(published[:19]) if published else None
        return [*recognizers_times(text, moment, times)] + [
            Found(one.start, one.end + 1, (_number(one.resolution),), None, "unit" in one.resolution)
            for model in models
            for one in model.parse(text)
            if one.resolution
        ]

    return read


def _number(resolution: dict[str, Any]) -> Reading:
    value = str(resolution.get("value") or "nan")
    number = float(value.rstrip("%")) if re.fullmatch(r"-?[\d.]+(?:E[+-]?\d+)?%?", value) else float("nan")
    unit = resolution.get("isoCurrency") or resolution.get("unit") or ("percent" if "%" in value else "")
    return Reading(number=number, unit=unit)


def recognizers_times(text: str, moment: datetime | None, model: Any) -> Iterator[Found]:
    """Yield the times that the recognizers find, with all their readings."""
    for one in model.parse(text, moment) if moment else model.parse(text):
        values = (one.resolution or {}).get("values") or []
        readings = [reading for value in values for reading in read_resolution(value)]
        for reading in list(readings):
            readings += _lengths(reading.timex)
        yield Found(one.start, one.end + 1, tuple(readings))


def _lengths(timex: str) -> list[Reading]:
    found = re.fullmatch(r"PT?([\d.]+)([YMWDHS])", timex)
    if found is None:
        return []
    names_of = {"Y": "year", "M": "minute" if "T" in timex else "month", "W": "week", "D": "day", "H": "hour"}
    return [Reading(number=float(found[1]), unit=names_of.get(found[2], "second"))]


def _dateparser() -> Reader:
    from dateparser.search import search_dates

    def read(text: str, published: str | None) -> list[Found]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(published[:19])} if published else {}
        found, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append(Found(start, at, (_stretch(words, moment.replace(tzinfo=None)),)))
        return found

    return read


def _stretch(words: str, moment: datetime) -> Reading:
    """A moment as long as its words say: a year, a month, a day or a point."""
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if re.fullmatch(r"(?:in\s+)?\d{4}", words):
        first = day.replace(month=1, day=1)
        return Reading(first, first.replace(year=first.year + 1), timex=f"{day.year:04}")
    if re.fullmatch(r"(?:in\s+)?[A-Za-z]{3,9}\.?,?(?:\s+\d{4})?", words) and "day" not in words:
        first = day.replace(day=1)
        return Reading(first, (first + timedelta(days=32)).replace(day=1), timex=f"{day:%Y-%m}")
    if re.search(r"\d:\d\d|\d\s?[ap]\.?m\b|noon", words):
        return Reading(moment, moment, timex=f"{moment:%Y-%m-%dT%H:%M}")
    return Reading(day, day + timedelta(days=1), timex=f"{day:%Y-%m-%d}")


def _quantulum() -> Reader:
    from quantulum3 import parser

    def read(text: str, published: str | None) -> list[Found]:
        found = []
        for one in parser.parse(text):
            unit = one.unit.name
            name, factor = UNITS.get(unit, (unit, 1.0))
            seconds = (
                one.value * factor * {"month": 2629800, "second": 1}[name]
                if name in ("month", "second")
                else None
            )
            reading = Reading(seconds=seconds, number=one.value, unit=unit)
            found.append(Found(*one.span, (reading,), None, unit != "dimensionless"))
        return found

    return read


PEERS = (
    Peer("discrepancy", "from discrepancy.mentions import find_times, find_quantities", _ours),
    Peer("recognizers-text", "import recognizers_date_time, recognizers_number_with_unit", _recognizers),
    Peer("dateparser", "import dateparser.search", _dateparser, reads_numbers=False),
    Peer("quantulum3", "import quantulum3.parser", _quantulum),
)


def load_reader(peer: Peer) -> Reader | None:
    """Return the reader of a library, or nothing where it is not installed or does not start."""
    try:
        return peer.load()
    except (ImportError, AttributeError):
        return None


def name_scores() -> dict[str, tuple[str, names.Score | None]]:
    """Return the scores of two names by title, with the import that starts each."""
    scores: dict[str, tuple[str, names.Score | None]] = {
        title: (
            "from discrepancy.values import score_names"
            if title == "discrepancy"
            else f"import {title.split()[0]}",
            score,
        )
        for title, score in names.metrics().items()
    }
    scores.setdefault("jellyfish Jaro-Winkler", ("import jellyfish", None))
    for title, load in (("rigour.names", _rigour), ("nomenklatura logic-v2", _logic)):
        try:
            scores[title] = (f"import {title.split()[0]}", load())
        except (ImportError, AttributeError):
            scores[title] = (f"import {title.split()[0]}", None)
    return scores


def _rigour() -> names.Score:
    """The mean score of the aligned parts, without the lexicon of names (more than a minute to load)."""
    library = import_module("rigour.names")
    person = library.NameTypeTag.PER

    def score(left: str, right: str) -> float:
        one, two = (
            next(iter(library.analyze_names(person, [name], symbols=False)), None) for name in (left, right)
        )
        if one is None or two is None:
            return 0.0
        parts = library.compare_parts(*library.align_person_name_order(one.parts, two.parts))
        return sum(p.score * p.weight for p in parts) / max(sum(p.weight for p in parts), 1e-9)

    return score


def _logic() -> names.Score:
    logic = import_module("nomenklatura.matching").LogicV2
    proxy = import_module("followthemoney").model
    config = logic.default_config()

    def score(left: str, right: str) -> float:
        one, two = (proxy.make_entity("Person") for _ in range(2))
        one.id, two.id = "one", "two"
        one.add("name", left)
        two.add("name", right)
        return float(logic.compare(one, two, config).score)

    return score


WORD_SCORES: dict[str, names.Score] = {
    "discrepancy": names.sounds_like,
    "rapidfuzz OSA": names.OSA.normalized_similarity,
    "rapidfuzz Jaro-Winkler": names.JaroWinkler.similarity,
}


def times_reader(title: str) -> Reader:
    """Return the reader of times alone, so that speeds compare."""
    if title != "recognizers-text":
        return next(peer for peer in PEERS if peer.title == title).load()
    from recognizers_date_time import DateTimeRecognizer

    model = DateTimeRecognizer("en-us").get_datetime_model()

    def read(text: str, published: str | None) -> list[Found]:
        moment = datetime.fromisoformat(published[:19]) if published else None
        return list(recognizers_times(text, moment, model))

    return read


def is_phrase_right(case: dict[str, Any], read: Reader) -> bool:
    """Whether a finding at the words of a news phrase has its value and unit; hedges and nouns are not asked."""
    start = case["text"].index(case["words"])
    end = start + len(case["words"])
    wanted = {case.get("value")} | ({case["low"], case["high"]} if case["bounds"] == "range" else set())
    return any(
        unit == case["unit"] and any(w is not None and abs(value - w) <= 1e-3 * abs(w) for w in wanted)
        for one in read(case["text"], None)
        if one.start < end and start < one.end
        for reading in one.readings
        for value, unit in in_canonical_unit(reading)
    )
