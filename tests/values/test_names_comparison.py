"""Two names are one spelling, variants of one name, two names, or too little to tell."""

import tomllib
from pathlib import Path

import pytest

from discrepancy.values.comparison import Relation
from discrepancy.values.names import compare_names, parse_name, score_names

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "names_pairs.toml").read_text(encoding="utf-8"))


def pairs(relation: str) -> list[tuple[str, str]]:
    return [(left, right) for left, right in CASES[relation]["pairs"]]


@pytest.mark.parametrize(
    ("relation", "left", "right"), [(name, *pair) for name in CASES for pair in pairs(name)]
)
def test_names_relate(relation: str, left: str, right: str) -> None:
    found = compare_names(parse_name(left), parse_name(right))

    assert found.relation is Relation(relation), found


def test_variants_score_above_other_people() -> None:
    variants = [score_names(*pair) for pair in pairs("same") + pairs("compatible")]
    others = [score_names(*pair) for pair in pairs("conflicting")]

    assert min(variants) > max(others)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Tony Hale", "Antony Hale", "forms of one given name"),
        ("Xu Qiang", "Hsu Qiang", "two ways to spell the same syllables"),
        ("Hamilton", "Harnilton", "one slip apart"),
        ("Samuel Cheruiyot", "Daniel Cheruiyot", "share “cheruiyot”, but “daniel” is not “samuel”"),
        ("Antonia Blake", "Blake", "one gives fewer parts of the name"),
        ("Antonia Blake", "A. Blake", "an initial stands for a name"),
    ],
)
def test_reason_names_what_differs(left: str, right: str, words: str) -> None:
    reason = compare_names(parse_name(left), parse_name(right)).reason

    assert words in reason
    assert left in reason


def test_aliases_are_beyond_spelling() -> None:
    """A pen name shares nothing with the name: only what the articles say of both can join them."""
    assert compare_names(parse_name("Ruth Calder"), parse_name("Northlight")).relation is Relation.CONFLICTING
