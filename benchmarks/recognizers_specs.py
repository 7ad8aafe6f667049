"""Chooses, by rule, the labels of the recognizers' specs that a news text can contain.

The specs are written for assistants that keep a calendar: "schedule me a meeting on the 15", "2018/q3", "tmr at
9a".  Which of their labels news contains is not decided case by case but by news itself:

1. the files are those that give values, of the kinds that the project reads (``TIMES`` and ``NUMBERS``);
2. cases that the specs mark as not supported in Python are left out, values that they leave open ("not resolved",
   the year 1), labels that are the whole text ("a fifth"), for a news text is a sentence at least, and labels that
   cut a word ("192" of "192.168.1.2");
3. a label stays where its *shape* is written in at least one news text of the sets (``NEWS``): of "In two weeks" it
   is "in W weeks", of "Oct. 22, 2016" "M 0, Y", of "$ 16.4 million" "$0 million"; figures, number words, ranks,
   years, months and weekdays are one sign each, all else stands as it is;
4. a time of figures, number words and marks alone ("15", "on 4/22", "the second", "2015-3") is left out, but for a
   year by itself: news writes these as counts, scores, fractions, ranks and seasons, so it proves nothing that they
   occur.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

TIMES = ("DateParser", "DatePeriodParser", "DateTimeParser", "DateTimeModel")
TIME_TYPES = ("date", "daterange", "datetime", "duration")
NUMBERS = ("NumberModel", "CurrencyModel", "AgeModel", "DimensionModel", "TemperatureModel", "DurationParser")
NEWS = (
    ("ecbplus/docs.jsonl", "text"),
    ("rte3/pairs.jsonl", "text_a"),
    ("rtequant/pairs.jsonl", "text_a"),
    ("nanco/pairs.jsonl", "text_a"),
)
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
_RANKS = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth"
    r"|\d+(?:st|nd|rd|th)"
)
_SIGNS = (
    (r"[’`]", "'"),
    (r"\s+", " "),
    (r"(?<=[$£€]) | (?=%)|(?<=\d) (?=[.,] ?\d)|(?<=\d[.,]) (?=\d)", ""),  # some sets part words from marks
    (rf"\b(?:{_MONTHS})\b\.?", "M"),
    (r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", "D"),
    (rf"\b(?:{_RANKS})\b", "O"),
    (rf"\b(?:{_NUMBERS})(?:(?:-| | and )(?:{_NUMBERS}))*\b", "W"),
    (r"\b(?:1[5-9]|20)\d\d\b", "Y"),
    (r"\d+(?:,\d\d\d)*(?:\.\d+)?", "0"),
)
_SHAPES = tuple((re.compile(pattern), sign) for pattern, sign in _SIGNS)
_MARKS = re.compile(r"(?!Y$)(?:[\W\d_OWY]|\b(?:the|on|for|from|between|in|at|and|to|of)\b)*")
_JOINED_BEFORE = re.compile(r"[^\s,;:()\"'“‘]$")
_JOINED_AFTER = re.compile(r"[^\s,;:()\"!?.'’”]|[.,:'’](?!s\b)\w")
_OPEN = re.compile(r"not resolved|0001-01-01")
Label = tuple[dict[str, Any], dict[str, Any]]


def choose_labels(bench: Path) -> tuple[list[Label], Counter[str]]:
    """Return the cases with the labels that stay, and how many were left out for which reason."""
    news = _shape(_read_news(bench))
    lines = (bench / "recognizers" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    chosen: dict[tuple[str, str, bool], Label] = {}
    left_out: Counter[str] = Counter()

    @cache
    def is_written(shape: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(shape)}(?!\w)", news) is not None

    for row in map(json.loads, lines):
        if row["spec"] not in TIMES + NUMBERS:
            continue
        for label in row["results"]:
            is_time = row["spec"] in TIMES
            shape = _shape(label["text"])
            if row["not_python"]:
                left_out["not supported in Python"] += 1
            elif not _has_value(label, is_time=is_time):
                left_out["no value"] += 1
            elif not _has_sentence(row["input"], label):
                left_out["no sentence"] += 1
            elif _is_cut(row["input"], label):
                left_out["part of a word"] += 1
            elif (is_time and _MARKS.fullmatch(shape)) or not is_written(shape):
                left_out["not written in news"] += 1
            else:
                chosen.setdefault((row["input"], label["text"].lower(), is_time), (row, label))
    return list(chosen.values()), left_out


def _read_news(bench: Path) -> str:
    texts = {
        json.loads(line)[field]: None
        for name, field in NEWS
        for line in (bench / name).read_text(encoding="utf-8").splitlines()
    }
    return "\n".join(texts)


def _shape(text: str) -> str:
    text = text.lower()
    for pattern, sign in _SHAPES:
        text = pattern.sub(sign, text)
    return text


def find_label(text: str, label: dict[str, Any]) -> tuple[int, int]:
    """Return where a label stands; some specs give no right place."""
    words = label["text"].lower()
    is_there = text[label["start"] :].lower().startswith(words)
    start = label["start"] if is_there else text.lower().find(words)
    return start, start + len(words)


def _is_cut(text: str, label: dict[str, Any]) -> bool:
    start, end = find_label(text, label)
    return bool(_JOINED_BEFORE.search(text[:start]) or _JOINED_AFTER.match(text[end:]))


def _has_value(label: dict[str, Any], *, is_time: bool) -> bool:
    resolution = label["resolution"] or {}
    if not is_time:
        return bool(resolution.get("value", label["type"] == "duration"))
    kind = (label["type"] or "").removeprefix("datetimeV2.")
    return kind in TIME_TYPES and bool(resolution) and not _OPEN.search(json.dumps(resolution))


def _has_sentence(text: str, label: dict[str, Any]) -> bool:
    start, end = find_label(text, label)
    return re.search(r"\w", text[:start] + text[end:]) is not None
