"""Offices as posts, and which of them one person can hold together."""

import pytest

from discrepancy.values.comparison import Relation
from discrepancy.values.offices import compare_offices, read_office


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("CFO", "chief financial officer"),
        ("the finance director", "chief financial officer"),
        ("Minister of Transport", "transport minister"),
        ("Home Secretary", "interior minister"),
        ("Deputy Speaker", "deputy speaker"),
        ("vice-president", "vice president"),
        ("flight director", "flight director"),
        ("chief investigator", "chief investigator"),
    ],
)
def test_titles_stand_for_posts(words: str, label: str) -> None:
    office = read_office(words)

    assert office is not None
    assert office.label == label


@pytest.mark.parametrize(
    "words", ["boss", "leader", "minister", "press secretary", "founder", "head", "director"]
)
def test_descriptions_are_no_posts(words: str) -> None:
    assert read_office(words) is None


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("CFO", "finance chief", Relation.SAME),
        ("CFO", "COO", Relation.CONFLICTING),
        ("speaker", "deputy speaker", Relation.CONFLICTING),
        ("health minister", "transport minister", Relation.CONFLICTING),
        ("judge", "prosecutor", Relation.CONFLICTING),
        ("magistrate", "judge", Relation.SAME),
        ("chairman", "chief executive", Relation.COMPATIBLE),
        ("deputy prime minister", "foreign minister", Relation.INCOMPARABLE),
        ("flight director", "mission manager", Relation.INCOMPARABLE),
    ],
)
def test_offices_held_together(left: str, right: str, relation: Relation) -> None:
    one, other = read_office(left), read_office(right)

    assert one is not None and other is not None
    assert compare_offices(one, other).relation is relation
    assert compare_offices(other, one).relation is relation
