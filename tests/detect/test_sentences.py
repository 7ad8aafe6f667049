"""The sentences of findings read as a newspaper would write them."""

from datetime import date

import pytest

from discrepancy.checker import check
from discrepancy.detect.wording import enumerate_clauses, in_words
from discrepancy.read import document_from_text


@pytest.mark.parametrize(("number", "words"), [(2, "two"), (9, "nine"), (10, "10")])
def test_small_numbers_are_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (["Ada in the Post", "Ida in the Wire"], "Ada in the Post and Ida in the Wire"),
        (["Ada in the Post and the Wire", "Ida in the Sun"], "Ada in the Post and the Wire; Ida in the Sun"),
    ],
)
def test_parts_with_an_and_of_their_own_are_kept_apart(parts: list[str], sentence: str) -> None:
    assert enumerate_clauses(parts) == sentence


def summaries(*texts: str) -> list[str]:
    day = date(2024, 5, 6)
    documents = [
        document_from_text(t, id=f"d{n}", outlet=f"Outlet {n}", published=day) for n, t in enumerate(texts)
    ]
    return [d.summary for d in check(documents).discrepancies]


def test_age_is_told_as_the_age_of_somebody() -> None:
    found = summaries(
        "Mayor Ada Kvinge, 38, resigned in Sandvik on Sunday.",
        "Mayor Ada Kvinge, 48, resigned in Sandvik on Sunday.",
    )

    assert found == ["The age of Ada Kvinge: Outlet 0 has 38 years old, Outlet 1 48 years old."]
