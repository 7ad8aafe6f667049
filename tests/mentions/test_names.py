"""Names stand out of plain text with kind, office and owner."""

import tomllib
from pathlib import Path

import pytest

from discrepancy.mentions.names import find_names

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "names_news.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_names_of_news(case: dict[str, object]) -> None:
    found = [
        [mention.name.kind, mention.name.text, mention.name.office or "", mention.name.of or ""]
        for mention in find_names(str(case["text"]))
    ]

    assert found == case["names"]


def test_start_takes_in_the_office_and_name_start_does_not() -> None:
    text = "Then US Secretary of State Antonia Blake left."
    (mention,) = find_names(text)

    assert text[mention.start : mention.end] == "US Secretary of State Antonia Blake"
    assert text[mention.name_start : mention.name_end] == "Antonia Blake"


def test_titles_are_kept() -> None:
    (mention,) = find_names("It was Dr Calder.")

    assert mention.name.titles == ("Dr",)
    assert mention.name.kind == "person"


def test_long_text_has_the_names_of_its_parts() -> None:
    text = (
        "Foreign Minister Ruth Calder met Nils Aaberg, chief executive of Norhavn, in Oslo on Friday. " * 300
    )
    once, four_times = find_names(text), find_names(text * 4)

    assert len(four_times) == 4 * len(once)


def test_country_behind_a_full_name_is_that_of_the_office() -> None:
    mention, *_ = find_names("President Ana Berg of Norland met Queen Ingrid of Sundmark on Friday.")

    assert (mention.name.text, mention.name.office, mention.name.of) == ("Ana Berg", "president", "Norland")


def test_one_name_with_of_is_a_whole_name() -> None:
    names = [
        m.name.text
        for m in find_names("President Ana Berg of Norland met Queen Ingrid of Sundmark on Friday.")
    ]

    assert "Ingrid of Sundmark" in names
