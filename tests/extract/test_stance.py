"""How a sentence puts an event: affirmed or denied, how sure, and in whose words."""

import pytest

from discrepancy.checker import extract_documents
from discrepancy.model.claims import Certainty, Event
from discrepancy.read import document_from_text

# sentence, lemma of the event, whether it is told as happening
POLARITY = [
    ("The minister signed the treaty.", "sign", True),
    ("The minister did not sign the treaty.", "sign", False),
    ("The minister never signed the treaty.", "sign", False),
    ("The minister refused to sign the treaty.", "sign", False),
    ("The minister did not refuse to sign the treaty.", "sign", True),
    ("The minister failed to attend the ceremony.", "attend", False),
    ("Nobody was arrested at the match.", "arrest", False),
    ("Police arrested no one at the match.", "arrest", False),
    ("No decision was announced on Monday.", "announce", False),
    ("The company denied that it had sacked the guard.", "sack", False),
    ("The police prevented the crowd from attacking the bus.", "attack", False),
    ("He left the hall without signing the treaty.", "sign", False),
    ("The parliament has yet to ratify the treaty.", "ratify", False),
    ("They did not stop or turn.", "turn", False),
    ("The club cancelled the visit.", "visit", False),
    ("The driver escaped injury.", "injury", False),
    ("The board has not approved the merger.", "merger", True),
    ("They did not hold talks.", "talk", False),
    ("Not only the driver was arrested.", "arrest", True),
]

# sentence, lemma of the event, its certainty
CERTAINTY = [
    ("The dam broke on Monday.", "break", Certainty.FACT),
    ("The dam may break on Monday.", "break", Certainty.POSSIBLE),
    ("The dam is said to have collapsed.", "collapse", Certainty.ALLEGED),
    ("The senator reportedly resigned.", "resign", Certainty.ALLEGED),
    ("The senator plans to resign.", "resign", Certainty.PLANNED),
    ("The train is due to arrive at noon.", "arrive", Certainty.PLANNED),
    ("The company will close the plant.", "close", Certainty.PLANNED),
    ("The union wants to stop the trains.", "stop", Certainty.WANTED),
    ("The firm is considering the sale of its plant.", "sale", Certainty.POSSIBLE),
    ("Did the company close the plant?", "close", Certainty.HYPOTHETICAL),
    ("If the company closes the plant, the town will suffer.", "close", Certainty.HYPOTHETICAL),
]


def event_of(text: str, lemma: str) -> Event:
    """The event of a lemma in a text."""
    [extraction] = extract_documents([document_from_text(text, id="a")])
    return next(e for e in extraction.events if e.lemma == lemma)


@pytest.mark.parametrize(("text", "lemma", "positive"), POLARITY)
def test_a_turn_reaches_what_it_governs(text: str, lemma: str, positive: bool) -> None:
    assert event_of(text, lemma).positive is positive


@pytest.mark.parametrize(("text", "lemma", "certainty"), CERTAINTY)
def test_certainty_comes_from_the_words_above(text: str, lemma: str, certainty: Certainty) -> None:
    assert event_of(text, lemma).certainty is certainty


def test_words_behind_according_to_have_a_source() -> None:
    event = event_of("The bridge collapsed at noon, according to the mayor.", "collapse")

    assert event.source is not None


def test_the_outlets_own_words_have_no_source() -> None:
    assert event_of("The bridge collapsed at noon.", "collapse").source is None
