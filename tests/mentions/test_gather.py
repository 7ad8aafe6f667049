"""All mentions of a document together."""

from datetime import date
from itertools import pairwise

import pytest

from discrepancy.mentions.gather import Mentions, find_mentions, units_of
from discrepancy.model.text import Document
from discrepancy.read import document_from_text

DAY = date(2024, 6, 7)
PAGE = (
    "Bank collapses in Lyon\n\n"
    "The bank of Ines Varga collapsed in Lyon on Sunday with debts of 40 million euros.\n\n"
    "Read more: Tomas Rehn wins 12 million dollars in Bari on Friday"
)


def document(text: str) -> Document:
    return document_from_text(text, id="a", published=DAY)


def names(found: Mentions) -> list[str]:
    return [m.name.text for m in found.names]


def test_furniture_is_silent() -> None:
    read = document(PAGE)
    silent = [b for b in read.blocks if b.kind == "furniture"]

    found = find_mentions(read)

    starts = [
        *(m.start for m in found.times),
        *(m.start for m in found.quantities),
        *(m.start for m in found.names),
    ]
    assert silent
    assert [at for at in starts for b in silent if b.start <= at < b.end] == []
    assert "Ines Varga" in names(found)


@pytest.mark.parametrize("words", ["8 May 2024", "2021", "on the 14th of May", "at 10.30 a.m."])
def test_date_is_not_a_quantity(words: str) -> None:
    found = find_mentions(document(f"The bank of Lyon was closed {words} by the mayor."))

    assert [m.quantity.number for m in found.quantities] == []
    assert len(found.times) == 1


def test_length_of_time_is_both_a_time_and_a_quantity() -> None:
    found = find_mentions(document("The meeting in Lyon lasted five hours."))

    assert [m.quantity.number for m in found.quantities] == [5 * 3600]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The prize went to the Kenyan Ada Wambui Kimani.", "Ada Wambui Kimani"),
        ("The prize went to the Kenyan Ada Kimani.", "Ada Kimani"),
        ("Norwegian Ingrid Solvang Dahl won on Sunday.", "Ingrid Solvang Dahl"),
        ("On Sunday Danish Mette Solvang won.", "Mette Solvang"),
    ],
)
def test_nationality_in_front_is_no_part_of_a_name(text: str, name: str) -> None:
    assert names(find_mentions(document(text))) == [name]


def test_verb_at_the_head_of_a_line_is_no_part_of_a_name() -> None:
    found = find_mentions(
        document("Remembering Ada Kimani\n\nThe runner Ada Kimani died in Nairobi on Sunday.")
    )

    assert [n for n in names(found) if "Kimani" in n] == ["Ada Kimani", "Ada Kimani"]


def test_given_name_that_looks_like_a_verb_is_part_of_a_name() -> None:
    found = find_mentions(document("The prize went to Henning Falk Olsen. The mayor of Lyon praised him."))

    assert "Henning Falk Olsen" in names(found)


@pytest.mark.parametrize("name", ["U.S. Geological Survey", "US Geological Survey"])
def test_country_in_front_is_part_of_the_name_of_an_institute(name: str) -> None:
    assert names(find_mentions(document(f"The {name} put the quake at 6.1 on Monday."))) == [name]


def test_joint_surnames_of_two_people_are_two_names() -> None:
    found = find_mentions(document("Ines Varga met Tomas Rehn on Monday. The Varga-Rehn talks failed."))

    assert names(found) == ["Ines Varga", "Tomas Rehn", "Varga", "Rehn"]


def test_double_surname_of_one_person_is_one_name() -> None:
    found = find_mentions(document("Ines Varga-Rehn came to Lyon. The Varga-Rehn talks failed."))

    assert [n for n in names(found) if "Varga" in n] == ["Ines Varga-Rehn", "Varga-Rehn"]


def test_mentions_show_their_words() -> None:
    found = find_mentions(document(PAGE))

    assert [PAGE[m.name_start : m.name_end] for m in found.names] == names(found)


def test_units_do_not_overlap_and_stand_in_order() -> None:
    text = "On 8 May 2024 May Britt Dahl met President Tomas Rehn in the May Theatre at 8 p.m."

    units = units_of(find_mentions(document(text)))

    assert all(one.end <= other.start for one, other in pairwise(units))
    assert {u.kind for u in units} >= {"person", "time"}
