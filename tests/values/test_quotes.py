"""How the words of two quotations relate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.values.quotes import Difference, compare_quotes, split_words

DIFFERENCES = [
    ("We do not expect rain before May", "We don't expect rain before May!", Difference.NONE),
    ("The labour market will stabilise", "The labor market will stabilize", Difference.NONE),
    ("The roof held, and nobody slept", "the roof held", Difference.NONE),
    ("The United States will pay its share", "The US will pay its share", Difference.NONE),
    (
        "The players also trained and reached form",
        "The players have also trained and reached form",
        Difference.FORM,
    ),
    ("We can cross the river at night", "We cannot cross the river at night", Difference.NEGATION),
    ("There is no reason to wait", "There is reason to wait", Difference.NEGATION),
    ("It was an unfair verdict for the club", "It was not a fair verdict for the club", Difference.WORDING),
    ("We sold twenty-five boats in spring", "We sold 35 boats in spring", Difference.NUMBER),
    ("We sold twenty-five boats in spring", "We sold 25 boats in spring", Difference.NONE),
    ("The vote is on Tuesday in the old hall", "The vote is on Friday in the old hall", Difference.NUMBER),
    ("Prices will rise in every village shop", "Prices will fall in every village shop", Difference.SENSE),
    (
        "Norway bought the whole harvest of pears",
        "Sweden bought the whole harvest of pears",
        Difference.SENSE,
    ),
    ("The dam is a danger to the valley", "The dam may be a danger to the valley", Difference.MODALITY),
    ("The roof held all night long", "The roof, my friends, held all night long", Difference.WORDING),
    ("She plays a red violin in church", "He plays a red violin in church", Difference.WORDING),
    (
        "A good book ends before you want it to",
        "The good book finishes earlier than one wishes",
        Difference.OTHER,
    ),
    ("Snow fell on the pass", "The minister resigned at noon", Difference.OTHER),
]


@pytest.mark.parametrize(("left", "right", "difference"), DIFFERENCES)
def test_difference_of_two_quotations(left: str, right: str, difference: Difference) -> None:
    assert compare_quotes(left, right).difference is difference


@pytest.mark.parametrize(("left", "right", "difference"), DIFFERENCES)
def test_difference_is_symmetric(left: str, right: str, difference: Difference) -> None:
    assert compare_quotes(right, left).difference is difference


def test_sentences_are_compared_one_by_one() -> None:
    left = "The pier is safe. We will open it on Sunday with a brass band."
    right = "We will not open it on Sunday with a brass band."

    shares = compare_quotes(left, right).shares

    assert [s.difference for s in shares] == [Difference.NEGATION]
    assert shares[0].only_right[0].plain == "not"


@given(st.text(max_size=200))
def test_words_show_their_place(text: str) -> None:
    for word in split_words(text):
        assert 0 <= word.start < word.end <= len(text)


@given(
    st.lists(
        st.sampled_from(["we", "do", "not", "sell", "the", "old", "red", "boats", "May", "12", "twelve"]),
        min_size=1,
        max_size=12,
    )
)
def test_a_quotation_differs_from_itself_in_nothing(words: list[str]) -> None:
    text = " ".join(words)

    assert compare_quotes(text, text).difference is Difference.NONE
