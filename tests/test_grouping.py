"""Mixed piles of articles, put together by what they tell of."""

from datetime import date

import pytest

from discrepancy.grouping import Group, group
from discrepancy.model.text import Document
from discrepancy.read import document_from_text

# What happened in each town: the thing, what it happened to, who came, and what they did.
TOWNS = {
    "Arlen": ("fire", "cannery", "brigade", "hosed the flames"),
    "Bremmel": ("flood", "bridge", "divers", "stacked sandbags"),
    "Corvo": ("strike", "mine", "union", "demanded wages"),
    "Dunwick": ("robbery", "jeweller", "detectives", "chased the gang"),
}


def news(n: int, town: str, day: int, *, year: int = 2024) -> Document:
    what, thing, who, did = TOWNS[town]
    texts = (
        f"{what.title()} at {town} {thing}\n\nA {what} shook the {thing} in {town} in {year}, where the {who} {did}.",
        f"{town} {thing} after the {what}\n\nThe {who} {did} for hours, the mayor of {town} said of the {what}.",
        f"Mayor thanks {town} {who}\n\nAfter the {what} at the {thing} the mayor of {town} praised how they {did}.",
    )
    text = texts[n] + f" It was the worst in {year}."
    return document_from_text(text, id=f"{town}-{year}-{n}", published=date(year, 3, day))


def parted(groups: tuple[Group, ...]) -> set[frozenset[str]]:
    return {frozenset(d.id for d in g.documents) for g in groups}


@pytest.fixture(scope="module")
def pile() -> list[Document]:
    return [news(n, town, 4 + n) for town in TOWNS for n in range(3)]


def test_a_pile_falls_apart_by_what_it_tells_of(pile: list[Document]) -> None:
    assert parted(group(pile)) == {frozenset(f"{town}-2024-{n}" for n in range(3)) for town in TOWNS}


def test_groups_do_not_depend_on_the_order(pile: list[Document]) -> None:
    assert group(pile) == group(pile[::-1])


def test_a_handful_about_two_things_is_two_groups() -> None:
    handful = [news(0, "Arlen", 4), news(1, "Arlen", 4)]
    handful.append(
        document_from_text("Foreign Minister Ines Varga met President Tomas Rehn in Lyon.", id="lyon")
    )

    assert parted(group(handful)) == {frozenset({"Arlen-2024-0", "Arlen-2024-1"}), frozenset({"lyon"})}


def test_a_year_apart_is_another_occurrence() -> None:
    handful = [news(n, "Arlen", 4, year=year) for year in (2023, 2024) for n in range(2)]

    assert parted(group(handful)) == {
        frozenset(f"Arlen-{year}-{n}" for n in range(2)) for year in (2023, 2024)
    }


def test_a_group_says_what_it_is_about() -> None:
    text = "Foreign Minister Ines Varga met President Tomas Rehn in Lyon on 5 June 2024."
    (found,) = group([document_from_text(text, id="a"), document_from_text(text + " They smiled.", id="b")])

    assert found.occurrence is not None
    assert found.occurrence.kind == "meeting"
    assert found.occurrence.time is not None


def test_a_copy_stands_with_its_original(pile: list[Document]) -> None:
    copy = document_from_text(pile[0].text, id="copy", published=pile[0].published)

    assert any({"copy", pile[0].id} <= together for together in parted(group([*pile, copy])))


def test_nothing_makes_no_group() -> None:
    assert group([]) == ()
