"""What the parser is shown in the place of names."""

from discrepancy.model.text import Unit
from discrepancy.parse.shadow import Shadow, cast_shadow


def shadow_of(text: str, *units: tuple[str, str]) -> Shadow:
    words, at = [], 0
    for word in text.split():
        words.append((at, at + len(word)))
        at += len(word) + 1
    spans = [Unit(text.index(name), text.index(name) + len(name), kind) for name, kind in units]  # type: ignore[arg-type]
    return cast_shadow(text, words, spans)


def test_person_becomes_one_familiar_word() -> None:
    shadow = shadow_of("So Min - ho said no", ("So Min - ho", "person"))

    assert shadow.forms == ("Smith", "said", "no")
    assert shadow.pieces == ((0, 1, 2, 3), (4,), (5,))


def test_titles_stay() -> None:
    shadow = shadow_of("President An left", ("President An", "person"))

    assert shadow.forms == ("President", "Smith", "left")


def test_two_persons_have_two_stand_ins() -> None:
    shadow = shadow_of("An met Do", ("An", "person"), ("Do", "person"))

    assert len(set(shadow.forms)) == 3


def test_organisation_with_grammar_inside_is_left_alone() -> None:
    shadow = shadow_of("Bank of the South fell", ("Bank of the South", "organisation"))

    assert shadow.forms == ("Bank", "of", "the", "South", "fell")


def test_name_of_unknown_kind_is_what_its_preposition_says() -> None:
    shadow = shadow_of("An said in Orz", ("An", "name"), ("Orz", "name"))

    assert shadow.forms == ("Smith", "said", "in", "Paris")


def test_time_keeps_its_words() -> None:
    shadow = shadow_of("on Sunday he left", ("Sunday", "time"))

    assert shadow.forms == ("on", "Sunday", "he", "left")


def test_headline_in_capitals_is_calmed() -> None:
    shadow = shadow_of("MINISTERS AGREE NEW CEASEFIRE IN EU")

    assert shadow.forms == ("Ministers", "Agree", "NEW", "Ceasefire", "IN", "EU")


def test_typography_is_made_straight() -> None:
    assert shadow_of("she ’s “ here ” …").forms == ("she", "'s", '"', "here", '"', "...")
