"""Which meaning a predicate has: what stands with it chooses the family."""

import pytest

from discrepancy.checker import extract_documents
from discrepancy.extract.senses import read_sense, senses
from discrepancy.language import load_words
from discrepancy.read import document_from_text


def families_in(text: str) -> dict[str, str]:
    """The family of each predicate of a text by its lemma."""
    events = extract_documents([document_from_text(text, id="a")])[0].events
    return {event.lemma: event.family for event in events}


@pytest.mark.parametrize(
    ("text", "lemma", "family"),
    [
        ("Police held a suspect.", "hold", "arrest"),
        ("The committee held a hearing.", "hold", "hearing"),
        ("He held the cup over his head.", "hold", "hold"),
        ("Nurses struck for a day.", "strike", "strike"),
        ("The ferry struck a reef.", "strike", "crash"),
        ("The earthquake struck the town at night.", "strike", "quake"),
        ("The court cleared him of fraud.", "clear", "acquit"),
        ("Police cleared the square.", "clear", "evacuate"),
        ("Brussels cleared the takeover.", "clear", "pass"),
        ("Prosecutors dropped the charges.", "drop", "cancel"),
        ("Shares dropped four percent.", "drop", "fall"),
        ("Divers recovered the body.", "recover", "find"),
        ("She recovered in hospital.", "recover", "survive"),
        ("The firm reported a profit of two million euros.", "report", "earn"),
        ("Residents reported a smell of gas.", "report", "report"),
        ("The brakes failed.", "fail", "collapse"),
        ("The captain failed the test.", "fail", "fail"),
        ("She received the ambassador.", "receive", "meeting"),
        ("She received two million euros.", "receive", "receive"),
    ],
)
def test_what_stands_with_a_predicate_chooses_its_family(text: str, lemma: str, family: str) -> None:
    assert families_in(text)[lemma] == family


def test_a_word_without_a_family_is_not_called_like_one() -> None:
    assert families_in("He dropped the cup.")["drop"] not in load_words("predicates")


def test_every_sense_names_a_family_and_a_slot() -> None:
    known = {*load_words("predicates"), "=object", "=subject", "-"}
    lines = [
        line
        for section in ("verbs", "nouns")
        for row in load_words("senses")[section].values()
        for line in row
    ]

    wrong = [line for line in lines if read_sense(line).family not in known]
    slots = {read_sense(line).slot for line in lines}

    assert wrong == []
    assert slots == {"", "object", "subject", "with", "beside", "of"}
    assert all(pos in {"VERB", "NOUN"} for _, pos in senses())


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The yacht came to grief off the cape.", "crash"),
        ("Forty lives were lost in the flood.", "die"),
        ("The blaze was brought under control.", "extinguish"),
        ("She slipped out of the country.", "departure"),
        ("The chairman threw in the towel.", "withdraw"),
        ("The club went into administration.", "insolvent"),
    ],
)
def test_a_phrase_of_several_words_is_one_predicate(text: str, family: str) -> None:
    assert family in families_in(text).values()


def test_a_particle_of_something_else_makes_no_phrase() -> None:
    assert "departure" not in families_in("The soap slipped on the floor as people walked out.").values()


def test_a_capital_at_the_start_hides_no_happening() -> None:
    assert families_in("Alarm at 11:46. The rest is silence.")["alarm"] == "call"
