"""Reads the labelled sets of the values benchmark and judges one finding against one label.

What a library found is a ``Found``: a span, and readings to compare with the label.
"""

import importlib.util
import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from recognizers_conventions import LEAD, agrees_by_convention, entries
from recognizers_specs import TIMES, choose_labels, find_label

_DAY = timedelta(days=1)
_LAST_UNIT = (28, 29, 30, 31, 365, 366)
_SUFFIX = re.compile(r"['’]s?$|,?\s*\d+$")


class Reading(NamedTuple):
    """What a library says of a span: a stretch of time, a length, a TIMEX value or a number with a unit."""

    start: datetime | None = None
    end: datetime | None = None
    seconds: float | None = None
    timex: str = ""
    number: float | None = None
    unit: str = ""


class Found(NamedTuple):
    """A span of a text and its readings; ``is_value`` replaces the common judgement of numbers."""

    start: int
    end: int
    readings: tuple[Reading, ...] = ()
    is_value: Callable[[dict[str, Any]], bool] | None = None
    is_measure: bool = False


class Case(NamedTuple):
    """A sentence, the day it was said, and one label in it."""

    text: str
    reference: str | None
    gold: dict[str, Any]
    is_time: bool


def read_cases(bench: Path) -> tuple[list[Case], Counter[str]]:
    """Return the labels that a news text can contain, and how many were left out for which reason."""
    labels, left_out = choose_labels(bench)
    return [_case(row, label) for row, label in labels], left_out


def _case(row: dict[str, Any], label: dict[str, Any]) -> Case:
    kind = (label["type"] or "").removeprefix("datetimeV2.")
    return Case(row["input"], row["reference"], {**label, "type": kind}, row["spec"] in TIMES)


def wanted_times(gold: dict[str, Any]) -> Iterator[Reading]:
    """Yield every reading that a label of a time allows."""
    for entry in entries(gold):
        yield from read_resolution(entry)


def read_resolution(value: dict[str, Any]) -> Iterator[Reading]:
    """Read one entry of a resolution in the manner of the recognizers."""
    point = value.get("date") or value.get("dateTime") or value.get("value")
    start = _moment(value.get("start") or value.get("startDate") or value.get("startDateTime") or point)
    end = _moment(value.get("end") or value.get("endDate") or value.get("endDateTime"))
    timex = value.get("timex", "")
    if start is not None:
        yield Reading(start, end or (start + _DAY if "T" not in timex else start), timex=timex)
    elif timex.startswith("P") and str(value.get("value", "")).replace(".", "").isdigit():
        yield Reading(seconds=float(value["value"]), timex=timex)
    elif timex:
        yield Reading(timex=timex)


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text and "-" in text else None
    except ValueError:
        return None


def is_right(case: Case, found: Iterable[Found]) -> tuple[bool, bool]:
    """Whether a finding has the span of the label (leading "from", "in", "the" aside), and its value too."""
    text, gold = case.text, case.gold
    span = _core(text, *find_label(text, gold))
    hits = [one for one in found if _core(text, one.start, one.end) == span or _covers(one, span, gold)]
    return bool(hits), any(_is_value(case, one) for one in hits)


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    lead = LEAD.match(text, start, end)
    return (lead.end() if lead and lead.end() < end else start), end


def _covers(found: Found, span: tuple[int, int], gold: dict[str, Any]) -> bool:
    """A bare number may stand in a measure, a day in a longer expression with its clock time."""
    is_parted = gold["type"] == "number" and found.is_measure
    is_parted = is_parted or (gold["type"] == "date" and any("T" in one.timex for one in found.readings))
    return is_parted and found.start <= span[0] and span[1] <= found.end


def _is_value(case: Case, found: Found) -> bool:
    if case.is_time:
        wanted = list(wanted_times(case.gold))
        return any(
            any(_agree(one, two) for one in wanted)
            or agrees_by_convention(case.gold, two.timex, (two.start, two.end))
            for two in found.readings
        )
    if found.is_value is not None:
        return found.is_value(case.gold)
    if case.gold["type"] == "duration":
        seconds = float((case.gold["resolution"].get("FutureResolution") or {}).get("duration", "nan"))
        return any(_close(one.seconds, seconds, 0.03) for one in found.readings)
    wanted_number = float(case.gold["resolution"]["value"])
    return any(_close(one.number, wanted_number, 1e-6) for one in found.readings)


def _close(value: float | None, wanted: float, share: float) -> bool:
    return value is not None and math.isclose(value, wanted, rel_tol=share, abs_tol=1e-9)


def _agree(wanted: Reading, got: Reading) -> bool:
    if wanted.seconds is not None:
        return _close(got.seconds, wanted.seconds, 0.03)
    if wanted.timex and wanted.timex == got.timex and "X" not in got.timex:
        return True
    if wanted.start is None or wanted.end is None or got.start is None or got.end is None:
        return False
    if wanted.start == wanted.end:
        return got.start.replace(second=0) == wanted.start.replace(second=0)
    if "W" in got.timex:  # a week may begin on Sunday or Monday
        return abs(got.start - wanted.start) <= _DAY and abs(got.end - wanted.end) <= _DAY
    later = (got.end - wanted.end).days  # the last day, month or year of a range may be meant whole
    return got.start == wanted.start and (later in (0, 1) or ("/" in got.timex and later in _LAST_UNIT))


def load_phrases() -> ModuleType:
    """Return the module of the project's own news phrases and their judgement."""
    path = Path(__file__).parents[1] / "tests" / "mentions" / "test_quantities_news.py"
    spec = importlib.util.spec_from_file_location("news_phrases", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_articles(bench: Path) -> list[str]:
    """Return the texts of the ECB+ articles."""
    rows = (bench / "ecbplus" / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["text"] for row in rows]


def read_chains(bench: Path) -> list[tuple[str, str, bool]]:
    """Return pairs of spellings of one person, and of two persons that one article names.

    A mention counts as a name where all its words have capitals and it hangs together with the commonest
    spelling of its chain by shared words; "Police", "the climber" and "He" are not names.
    """
    rows = (bench / "ecbplus" / "name_chains.jsonl").read_text(encoding="utf-8").splitlines()
    pairs: dict[tuple[str, str], bool] = {}
    articles: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in map(json.loads, rows):
        spelled = {mention["text"]: _SUFFIX.sub("", mention["text"]) for mention in row["mentions"]}
        names = _names(Counter(spelled[mention["text"]] for mention in row["mentions"]))
        pairs.update(dict.fromkeys(itertools.combinations(sorted(names), 2), True))
        for mention in row["mentions"]:
            if spelled[mention["text"]] in names:
                articles[mention["doc"]].add((row["chain"], spelled[mention["text"]]))
    for named in articles.values():
        for (chain, one), (other_chain, two) in itertools.combinations(sorted(named), 2):
            if chain != other_chain and one != two:
                pairs.setdefault((min(one, two), max(one, two)), False)
    return [(one, two, is_same) for (one, two), is_same in pairs.items()]


def _names(spellings: Counter[str]) -> set[str]:
    """The spellings that hang together with the commonest one by a shared word."""
    capital = [one for one in spellings if all(not word[0].islower() for word in one.split())]
    words = {one: set(re.findall(r"\w{3,}", one)) for one in capital}
    names = set(sorted(capital, key=lambda one: (-spellings[one], one))[:1])
    while more := {one for one in capital if one not in names and any(words[one] & words[n] for n in names)}:
        names |= more
    is_single = len(names) == 1 and len(next(iter(names)).split()) == 1
    return set() if is_single else names
