"""Who is who within one document."""

from collections.abc import Callable

import pytest

from discrepancy.model.claims import Extraction, LocalEntity

ExtractText = Callable[..., Extraction]


def entity(extraction: Extraction, text: str) -> LocalEntity:
    """The one entity that has a form of these words."""
    found = [e for e in extraction.entities if any(name.text == text for name, _ in e.forms)]
    assert len(found) == 1, [e.name.text for e in extraction.entities]
    return found[0]


def test_surname_stands_for_the_full_name_before_it(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga came to Lyon on Monday. Varga met nobody.")

    assert entity(extraction, "Varga") == entity(extraction, "Ines Varga")


def test_surname_in_the_headline_stands_for_the_full_name_below(extract_text: ExtractText) -> None:
    extraction = extract_text("Varga comes to Lyon\n\nInes Varga came to Lyon on Monday to meet the mayor.")

    assert entity(extraction, "Varga") == entity(extraction, "Ines Varga")


def test_surname_of_two_people_stands_for_the_one_named_last(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga met Peter Varga in Lyon on Monday. Varga thanked her.")

    assert [n.text for n, _ in entity(extraction, "Peter Varga").forms] == ["Peter Varga", "Varga"]


def test_fullest_form_is_the_name(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga came to Lyon. Ines Maria Varga is a judge.")

    assert entity(extraction, "Ines Varga").name.text == "Ines Maria Varga"


def test_initial_agrees_with_the_given_name(extract_text: ExtractText) -> None:
    extraction = extract_text("A letter of I. Varga was read on Monday. Ines Varga came to Lyon.")

    assert entity(extraction, "I. Varga") == entity(extraction, "Ines Varga")


def test_open_initial_behind_the_full_name_is_taken_for_somebody_else(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga came to Lyon on Monday. A letter of I. Varga was read.")

    assert entity(extraction, "I. Varga") != entity(extraction, "Ines Varga"), (
        "comes out right: turn it round"
    )


def test_sisters_are_two_people(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga and Clara Varga came to Lyon on Monday.")

    assert entity(extraction, "Ines Varga") != entity(extraction, "Clara Varga")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ines Varga came to Lyon.", "Ines Varga"),
        ("Mayor Varga came to Lyon.", "Varga"),
        ("Mrs Varga came to Lyon.", "Varga"),
        ("Tomas Rehn came with his sister Ines.", "Ines"),
    ],
)
def test_full_name_office_title_and_kinship_introduce(
    text: str, name: str, extract_text: ExtractText
) -> None:
    assert entity(extract_text(text), name).introduced


def test_bare_surname_is_not_introduced(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga came to Lyon on Monday. Varga thanked Rehn.")

    assert not entity(extraction, "Rehn").introduced


def test_full_name_anywhere_introduces_the_surname(extract_text: ExtractText) -> None:
    extraction = extract_text("Varga came to Lyon on Monday. The mayor of Lyon thanked Ines Varga.")

    assert entity(extraction, "Varga").introduced


def test_joined_surnames_are_forms_of_two_people(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga met Tomas Rehn on Monday. The Varga-Rehn talks went on for hours.")

    assert [len(entity(extraction, name).forms) for name in ("Ines Varga", "Tomas Rehn")] == [2, 2]


def test_double_surname_of_one_person_is_not_taken_apart(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga-Rehn came to Lyon on Monday. The Varga-Rehn talks failed.")

    assert len(entity(extraction, "Ines Varga-Rehn").forms) == 2


def test_every_form_shows_its_words(extract_text: ExtractText) -> None:
    text = "Foreign Minister Ines Varga met Tomas Rehn in Lyon on Monday. Varga thanked Rehn."

    extraction = extract_text(text)

    passages = [p for e in extraction.entities for _, p in e.forms]
    assert [text[p.start : p.end] for p in passages] == [p.quote for p in passages]
