"""Numbers in words and figures."""

import pytest

from discrepancy.mentions.numbers import read_number
from discrepancy.mentions.quantities_tokens import cut_tokens

NUMBERS = {
    "12": 12,
    "13,200": 13_200,
    "12,34,567": 1_234_567,
    "40 000": 40_000,
    "1.2 million": 1_200_000,
    "3bn": 3_000_000_000,
    "40 thousand": 40_000,
    "twenty-one": 21,
    "eleven hundred and fifty": 1_150,
    "six hundred and forty": 640,
    "two hundred and two thousand": 202_000,
    "two thousand three hundred and five": 2_305,
    "a hundred and twenty": 120,
    "a dozen": 12,
    "half a dozen": 6,
    "three dozen": 36,
    "half a million": 500_000,
    "a quarter of a million": 250_000,
    "one and a half million": 1_500_000,
    "a million and a half": 1_500_000,
    "two and a half": 2.5,
    "two-and-a-half": 2.5,
    "2½": 2.5,
    "2 1/2": 2.5,
    "five point five": 5.5,
    "minus 12": -12,
    "-12": -12,
    "two-thirds": 2 / 3,
    "one in five": 0.2,
    "seven out of ten": 0.7,
    "6 crore": 60_000_000,
    "a couple": 2,
}
RESOLUTIONS = {
    "12": 1,
    "40": 1,
    "120": 10,
    "13,200": 100,
    "45,846": 1,
    "6.5 billion": 100_000_000,
    "two million": 1_000_000,
}


@pytest.mark.parametrize(("words", "value"), NUMBERS.items())
def test_number_is_read_to_its_last_word(words: str, value: float) -> None:
    tokens = cut_tokens(words)

    number = read_number(tokens, 0)

    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.end == tokens.count


@pytest.mark.parametrize(("words", "resolution"), RESOLUTIONS.items())
def test_resolution_is_the_last_significant_digit(words: str, resolution: float) -> None:
    number = read_number(cut_tokens(words), 0)

    assert number is not None
    assert number.resolution == resolution


@pytest.mark.parametrize("words", ["fire", "the", "million", "and", "percent"])
def test_other_words_are_no_number(words: str) -> None:
    assert read_number(cut_tokens(words), 0) is None


def test_two_in_ten_minutes_is_no_share() -> None:
    number = read_number(cut_tokens("two in 10 minutes"), 0)

    assert number is not None
    assert number.kind != "share"


def test_pair_of_numbers_at_a_comma_stays_apart() -> None:
    number = read_number(cut_tokens("two thousand, twelve of them"), 0)

    assert number is not None
    assert number.value == 2000
