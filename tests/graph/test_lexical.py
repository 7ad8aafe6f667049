"""Words that mean nearly the same, and opposite words."""

import pytest

from discrepancy.graph.lexical import are_opposites, are_synonyms, implies, share_said


@pytest.mark.parametrize(("one", "other"), [("accept", "reject"), ("rise", "fall"), ("happy", "unhappy")])
def test_opposites_are_opposites_of_each_other(one: str, other: str) -> None:
    assert are_opposites(one, other)
    assert are_opposites(other, one)


@pytest.mark.parametrize(("one", "other"), [("buy", "sell"), ("arrive", "leave"), ("brother", "sister")])
def test_two_sides_of_one_thing_are_no_opposites(one: str, other: str) -> None:
    assert not are_opposites(one, other)


def test_no_word_is_its_own_opposite() -> None:
    assert not are_opposites("open", "open")
    assert are_synonyms("open", "open")


def test_synonyms_stand_for_each_other() -> None:
    assert are_synonyms("fix", "repair")
    assert are_synonyms("repair", "fix")


def test_kind_is_said_with_the_thing_and_not_the_thing_with_the_kind() -> None:
    assert implies("dog", "animal")
    assert not implies("animal", "dog")


def test_share_that_is_said() -> None:
    assert share_said(["dog", "bark"], ["dog", "bark", "night"]) == 1.0
    assert share_said(["animal", "whisper"], ["dog", "bark"]) == 0.5
    assert share_said([], ["dog"]) == 1.0
