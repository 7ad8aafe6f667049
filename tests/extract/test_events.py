"""What happened, and when: which time hangs on which event."""

from collections.abc import Callable

import pytest

from discrepancy.model.claims import Event, Extraction

ExtractText = Callable[..., Extraction]


def event(extraction: Extraction, lemma: str) -> Event:
    found = [e for e in extraction.events if e.lemma == lemma]
    assert found, [e.lemma for e in extraction.events]
    return found[-1]


def days(told: Event) -> list[str]:
    return [time.value for time, _ in told.times]


def test_time_hangs_on_its_own_verb(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga resigned on Monday because the bank had collapsed on Sunday.")

    assert days(event(extraction, "resign")) == ["2024-06-03"]
    assert days(event(extraction, "collapse")) == ["2024-06-02"]


def test_light_verb_shares_its_time_with_its_noun(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga held talks with Tomas Rehn on Monday.")

    assert days(event(extraction, "talk")) == ["2024-06-03"]


def test_time_of_saying_is_not_the_time_of_what_is_said(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga said on Tuesday that the bank had collapsed.")

    assert days(event(extraction, "collapse")) == []


@pytest.mark.parametrize(
    "edge", ["since 2021", "until Friday", "before Friday", "between Monday and Friday", "every Monday"]
)
def test_time_at_an_edge_is_no_time_of_the_event(edge: str, extract_text: ExtractText) -> None:
    extraction = extract_text(f"The bridge was closed {edge}.")

    assert days(event(extraction, "close")) == []


def test_sentence_without_a_time_stands_in_that_of_the_sentence_before(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga came to Lyon on Monday. She met Tomas Rehn.")

    meeting = event(extraction, "meet")
    assert (days(meeting), [t.value for t, _ in meeting.setting]) == ([], ["2024-06-03"])


def test_noun_of_happening_is_an_event(extract_text: ExtractText) -> None:
    extraction = extract_text("The collapse of the bank surprised the city.")

    assert event(extraction, "collapse").nominal


def test_verb_and_noun_of_one_happening_are_of_one_family(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga met Tomas Rehn. Their meeting was short. The talks failed.")

    assert {event(extraction, lemma).family for lemma in ("meet", "meeting", "talk")} == {"meeting"}


def test_particle_belongs_to_the_verb(extract_text: ExtractText) -> None:
    extraction = extract_text("Firefighters put out the blaze on Monday.")

    assert event(extraction, "put_out").family == "extinguish"


def test_modifiers_narrow_an_event_down(extract_text: ExtractText) -> None:
    extraction = extract_text("The second safety inspection of the bridge was on Monday.")

    assert set(event(extraction, "inspection").modifiers) == {"second", "safety"}


def test_place_behind_a_preposition_is_the_place_of_the_event(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga met Tomas Rehn in Lyon.")

    assert [p.head for p in event(extraction, "meet").places] == ["Lyon"]


def test_event_shows_its_own_words(extract_text: ExtractText) -> None:
    text = "Ines Varga resigned on Monday because the bank had collapsed on Sunday."

    told = event(extract_text(text), "collapse")

    assert text[told.passage.start : told.passage.end] == told.passage.quote
    assert told.passage.quote.endswith("the bank had collapsed on Sunday")


def test_furniture_makes_no_claims(extract_text: ExtractText) -> None:
    text = (
        "Bank collapses in Lyon\n\nThe bank of Ines Varga collapsed in Lyon on Sunday after a run of savers."
        "\n\nRead more: Twelve people drown in Bari"
    )

    extraction = extract_text(text)

    assert not [e.lemma for e in extraction.events if e.lemma == "drown"]
