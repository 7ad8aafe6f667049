"""Where sentences end in newspapers."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from discrepancy.model.text import Unit
from discrepancy.parse.sentences import split_sentences

PASSAGES = tomllib.loads((Path(__file__).parent / "splits.toml").read_text(encoding="utf8"))["passages"]


@pytest.mark.parametrize("passage", PASSAGES)
def test_passage_splits_at_its_marks(passage: str) -> None:
    wanted = [part.strip() for part in passage.split("|")]
    text = passage.replace("|", "")

    found = [text[start:end] for start, end in split_sentences(text, 0, len(text))]

    assert found == wanted


def test_no_border_falls_inside_a_unit() -> None:
    text = "They met Saint. The Younger at home."
    unit = Unit(9, 27, "person")

    assert len(split_sentences(text, 0, len(text))) == 2
    assert text[unit.start : unit.end] == "Saint. The Younger"
    assert len(split_sentences(text, 0, len(text), [unit])) == 1


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "Before. One here. Two here. After."

    found = split_sentences(text, 8, 27)

    assert [text[start:end] for start, end in found] == ["One here.", "Two here."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "?!", "\x00\x01", "“", "a" * 5000, ". " * 3000])
def test_odd_passages_give_sentences_in_order(text: str) -> None:
    found = split_sentences(text, 0, len(text))

    assert all(start < end for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
