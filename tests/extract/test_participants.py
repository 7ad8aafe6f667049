"""Who takes part in an event: the rules are cases."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from discrepancy.model.claims import Event, Extraction

CASES = Path(__file__).parents[1] / "cases" / "participants.toml"
ExtractText = Callable[..., Extraction]


def load_cases(group: str) -> list[dict[str, Any]]:
    """The cases that are read right, or those that are open as yet."""
    cases: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8")).get(group, [])
    return cases


def event_of(extraction: Extraction, lemma: str) -> Event:
    """The last event of a lemma."""
    found = [e for e in extraction.events if e.lemma == lemma]
    assert found, [e.lemma for e in extraction.events]
    return found[-1]


def told(extraction: Extraction, event: Event, *, named: bool) -> set[str]:
    """The participants as "role: who", either the named ones or the common nouns."""
    names = {e.key: e.name.text for e in extraction.entities}
    return {f"{p.role}: {names.get(p.key, p.key)}" for p in event.participants if (p.key in names) is named}


@pytest.mark.parametrize("case", load_cases("case"), ids=lambda case: case["rule"])
def test_named_participants(case: dict[str, Any], extract_text: ExtractText) -> None:
    extraction = extract_text(case["text"])

    event = event_of(extraction, case["event"])

    assert told(extraction, event, named=True) == set(case["named"])


@pytest.mark.parametrize(
    "case", [c for c in load_cases("case") if "things" in c], ids=lambda case: case["rule"]
)
def test_common_nouns_among_the_participants(case: dict[str, Any], extract_text: ExtractText) -> None:
    extraction = extract_text(case["text"])

    event = event_of(extraction, case["event"])

    assert set(case["things"]) <= told(extraction, event, named=False)


def test_open_cases_are_read_wrongly_as_yet(extract_text: ExtractText) -> None:
    read = [(case, extract_text(case["text"])) for case in load_cases("open")]

    right = [
        case["rule"]
        for case, extraction in read
        if told(extraction, event_of(extraction, case["event"]), named=True) == set(case["named"])
    ]

    assert right == [], "make these cases"


def test_participant_stands_only_once_in_a_role(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga met Tomas Rehn, and Varga and Rehn talked.")

    for event in extraction.events:
        slots = [(p.role, p.key) for p in event.participants]
        assert len(slots) == len(set(slots))
