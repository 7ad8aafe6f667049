"""Quantities in running text: spans, counted nouns, ranges, rates, and figures that are none."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from discrepancy.mentions.quantities import find_quantities

QUIET = tomllib.loads((Path(__file__).parents[1] / "cases" / "quantities_quiet.toml").read_text("utf-8"))[
    "texts"
]


def found_in(text: str) -> list[tuple[str, float, str]]:
    return [(text[m.start : m.end], m.quantity.number, m.unit) for m in find_quantities(text)]


@pytest.mark.parametrize("text", QUIET)
def test_figure_that_counts_nothing_is_left_out(text: str) -> None:
    assert found_in(text) == []


def test_both_measures_of_a_pair_are_found() -> None:
    assert found_in("a wave of 8.4 metres (27.6 feet)") == [
        ("8.4 metres", 8.4, "metre"),
        ("27.6 feet", pytest.approx(8.41248), "metre"),
    ]


def test_step_and_level_of_a_change_are_two() -> None:
    assert found_in("Crude rose $2 to $85.40, and the lake fell 3 feet to 12 feet.") == [
        ("$2", 2.0, "USD"),
        ("$85.40", 85.4, "USD"),
        ("3 feet", pytest.approx(0.9144), "metre"),
        ("12 feet", pytest.approx(3.6576), "metre"),
    ]


def test_range_after_a_change_stays_one() -> None:
    assert found_in("Prices rose 5 to 12 percent.") == [("5 to 12 percent", 8.5, "percent")]


def test_rising_set_beside_a_falling_one_is_a_score() -> None:
    assert found_in("She won 6-4, 3-6, 7-5.") == [
        ("6-4", 6.0, "score"),
        ("3-6", 3.0, "score"),
        ("7-5", 7.0, "score"),
    ]


def test_letter_right_at_the_figure_is_a_degree() -> None:
    assert found_in("Highs of 30C and a night at -5C.") == [
        ("30C", 30.0, "celsius"),
        ("-5C", -5.0, "celsius"),
    ]


def test_ages_between_two() -> None:
    assert found_in("children aged between 6 and 11") == [("between 6 and 11", 8.5, "age")]


def test_mention_covers_hedge_unit_and_rate() -> None:
    text = "Cleaners get more than $15 an hour."

    assert [text[m.start : m.end] for m in find_quantities(text)] == ["more than $15 an hour"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("61 people were hurt", "person"),
        ("12 United Nations peacekeepers died", "peacekeeper"),
        ("five dead and 22 injured", "dead"),
        ("22 injured passengers", "passenger"),
        ("two of the 12 passengers", "passenger"),
        ("12 of 30 ships", "ship"),
        ("a 40-seat bus", "seat"),
        ("one man died", "man"),
        ("a mother of two died", "child"),
        ("six AK-47 rifles", "rifle"),
        ("dozens of sheriff's deputies", "deputy"),
        ("four were missing", None),
    ],
)
def test_counted_noun_is_found_beside_the_number(text: str, counted: str | None) -> None:
    assert find_quantities(text)[0].counted == counted


def test_counted_span_shows_the_noun() -> None:
    text = "Some 12 heavily armed soldiers stood by."
    mention = find_quantities(text)[0]

    assert text[mention.counted_start : mention.counted_end] == "soldiers"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("EUR 280-320m", 280e6, 320e6, "EUR"),
        ("between €280m and €320m", 280e6, 320e6, "EUR"),
        ("12 to 18 months", 12, 18, "month"),
        ("five to six hours", 18000, 21600, "second"),
        ("a 3- to 4-year-old child", 3, 4, "age"),
        ("children aged 5-11", 5, 11, "age"),
        ("15-20 protesters", 15, 20, "count"),
    ],
)
def test_range_has_both_edges(text: str, low: float, high: float, unit: str) -> None:
    mention = find_quantities(text)[0]

    assert (mention.low, mention.high, mention.unit) == (low, high, unit)


def test_change_is_two_figures() -> None:
    assert found_in("The toll rose from 12 to 18 people.") == [("12", 12, "count"), ("18", 18, "count")]


def test_share_and_amount_joined_by_to_stay_apart() -> None:
    assert found_in("Profit rose 15% to $415m") == [("15%", 15, "percent"), ("$415m", 415e6, "USD")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In Oslo the fee is 60 kronor.", "NOK"),
        ("The fee is 60 kronor.", "krona"),
        ("The fee is 60 Danish kroner.", "DKK"),
        ("It cost 500 pesos in Manila.", "PHP"),
        ("A ticket costs 30 pounds.", "GBP"),
        ("The dog weighs 30 pounds.", "kilogram"),
        ("He was fined HK$300.", "HKD"),
        ("It paid 120 MEUR.", "EUR"),
    ],
)
def test_unit_follows_its_cue(text: str, unit: str) -> None:
    assert [m.unit for m in find_quantities(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "number", "other", "unit"),
    [
        ("by 124 votes to 108", 124, 108, "count"),
        ("The senate voted 35 to 23.", 35, 23, "count"),
        ("They won 2-1.", 2, 1, "score"),
        ("She lost 1-3.", 1, 3, "score"),
    ],
)
def test_result_is_one_quantity_with_two_figures(text: str, number: float, other: float, unit: str) -> None:
    found = [(m.quantity.number, m.quantity.other, m.unit) for m in find_quantities(text)]

    assert found == [(number, other, unit)]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ann Okoro, 34, was found.", 34),
        ("a 58-year-old man", 58),
        ("The driver, aged 19, fled.", 19),
        ("She was 75.", 75),
        ("He died at 77.", 77),
        ("the man, who has 51 years,", 51),
        ("a six-month-old baby", 0.5),
    ],
)
def test_age_is_told_in_years(text: str, age: float) -> None:
    mention = find_quantities(text)[0]

    assert mention.unit == "age"
    assert mention.quantity.number == pytest.approx(age)


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("She came home fourth.", [4]),
        ("The team slipped to fifth place.", [5]),
        ("He ranks 4th in the world.", [4]),
        ("It was his third title.", []),
        ("The fourth floor burned.", []),
    ],
)
def test_ordinal_is_a_rank_after_a_verb_of_finishing(text: str, ranks: list[float]) -> None:
    assert [m.quantity.number for m in find_quantities(text) if m.unit == "rank"] == ranks


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("40 million kronor a day", "day"),
        ("12,000 barrels per day", "day"),
        ("2,300 tonnes annually", "year"),
        ("a £1.2m-a-year post", "year"),
        ("60 euros per person", "person"),
    ],
)
def test_rate_is_kept(text: str, per: str) -> None:
    assert find_quantities(text)[0].quantity.per == per


def test_over_two_days_is_a_stretch() -> None:
    assert find_quantities("The trial was held over two days.")[0].quantity.bound == "exact"
    assert find_quantities("It lasted over two hours.")[0].quantity.bound == "more_than"


def test_temperature_is_blurred_by_degrees() -> None:
    about, below = find_quantities("It was about 0°C, and below -5°C in the hills.")

    assert (about.low, about.high) == (-2.0, 2.0)
    assert (below.low, below.high) == (None, -5.0)


@pytest.mark.parametrize(
    "text",
    ["a magnitude 6.1 quake", "Its magnitude was 6.1.", "a quake measuring 6.1", "a 6.1-magnitude quake"],
)
def test_magnitude_is_told_in_many_ways(text: str) -> None:
    assert [(m.unit, m.quantity.number) for m in find_quantities(text)] == [("magnitude", 6.1)]


def test_hard_text_is_read_to_its_end() -> None:
    """A search that went back over the text again and again would not come to the figure at its end."""
    hard = (
        "12-" * 2000
        + " and a half of a " * 2000
        + "$" * 4000
        + " one hundred and" * 2000
        + ". It cost 77 euros."
    )

    assert ("EUR", 77.0) in [(m.unit, m.quantity.number) for m in find_quantities(hard)]


def test_import_is_light() -> None:
    code = (
        "import sys, discrepancy.mentions.quantities;"
        "sys.exit('spacy' in sys.modules or 'networkx' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_how_an_amount_is_paid_stands_before_its_rate() -> None:
    found = [
        (m.quantity.number, m.quantity.per)
        for m in find_quantities("an offer of 14.50 euros in cash per share")
    ]

    assert found == [(14.5, "share")]


def test_how_an_amount_is_paid_is_no_rate() -> None:
    found = [(m.quantity.number, m.quantity.per) for m in find_quantities("she paid 14.50 euros in cash.")]

    assert found == [(14.5, None)]
