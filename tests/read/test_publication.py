"""Which day a text gives as its day of publication."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from discrepancy.read import document_from_text
from discrepancy.read.dates import find_dates, read_given_date

CASES = tomllib.loads(
    Path(__file__).parents[1].joinpath("cases", "read_dates.toml").read_text(encoding="utf-8")
)["case"]

HEADLINE = "Night ferry runs aground off Skarholm"
STORY = """The night ferry ran aground on a sandbank before dawn, and 46 passengers waited for the tide.

Nobody was hurt. The captain turned down the offer of a tow, a spokeswoman for the owners told reporters.
"""


@pytest.mark.parametrize("case", CASES, ids=[case.get("line") or case["foot"] for case in CASES])
def test_date_line_gives_the_day_of_publication(case: dict[str, Any]) -> None:
    text = "\n\n".join(part for part in (HEADLINE, case.get("line"), STORY, case.get("foot")) if part)

    document = document_from_text(text)

    assert document.published == case.get("published")
    assert document.published_from == ("text" if "published" in case else "unknown")


def test_given_day_goes_before_the_date_line() -> None:
    document = document_from_text(f"{HEADLINE}\n3 May 2024\n\n{STORY}", published=date(2024, 5, 4))

    assert (document.published, document.published_from) == (date(2024, 5, 4), "manifest")


def test_day_of_a_chronicle_is_no_day_of_publication() -> None:
    days = "\n\n".join(f"{day} May 2024\n\n{STORY}" for day in range(3, 12))
    text = f"{HEADLINE}\n\n{STORY * 3}\n\n{days}\n\n{STORY * 3}"

    document = document_from_text(text)

    assert document.published is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-03", date(2024, 5, 3)),
        ("2024-05-03T23:30:00Z", date(2024, 5, 3)),
        ("2024-05-03 06:40:00+09:00", date(2024, 5, 3)),
        ("Fri, 03 May 2024 10:00:00 GMT", date(2024, 5, 3)),
        ("May 3, 2024", date(2024, 5, 3)),
        ("3.5.2024", date(2024, 5, 3)),
        ("May 3, 2024, 5:14 PM", date(2024, 5, 3)),
        ("05/03/2024", None),
        ("2024-13-01", None),
        ("2024-05-03junk", None),
        ("yesterday", None),
        ("3 hours ago", None),
        ("3 May 2024 and 4 May 2024", None),
        ("x" * 1000, None),
    ],
)
def test_given_date_is_read_in_the_forms_of_feeds(value: str, day: date | None) -> None:
    assert read_given_date(value) == day


@pytest.mark.parametrize(
    "line",
    [
        "May said so",
        "the sun 3",
        "10.0.0.1",
        "3/4 of them",
        "2:06:41",
        "31.12.",
        "1/2/3/4",
        "in 2024",
        "v3.12.4",
    ],
)
def test_what_only_looks_like_a_date_is_none(line: str) -> None:
    assert find_dates(line) == ()
