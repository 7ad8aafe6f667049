"""The words around a passage: cut between words, at the sentence and at the paragraph."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model.text import Block, Document, Passage
from discrepancy.report.excerpt import clean, excerpt

from .strategies import TEXTS


def around(before: str, words: str, after: str, *, reach: int = 80) -> tuple[str, str]:
    document = Document(id="d", text=before + words + after)
    shown = excerpt(Passage("d", len(before), len(before) + len(words), words), document, reach=reach)
    assert shown.words == words
    return shown.before, shown.after


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ("", "")),
        ("The mayor ", " left.", ("The mayor ", " left.")),
        ("It rained. The mayor ", " left. It was late.", ("The mayor ", " left.")),
        ("A title\n\nThe mayor ", " left.\n\nMore", ("The mayor ", " left.")),
        ("Fog. So Sen. Lund ", " left.", ("Fog. So Sen. Lund ", " left.")),
        ('"Stop." He ', ' said "no".', ("He ", ' said "no".')),
        ("The mayor of the old town ", " walked to the harbour", ("… of the old town ", " walked to the …")),
        ("x" * 40 + " ", " " + "y" * 40, ("… ", " …")),
        ("x" * 40, "y" * 40, ("…", "…")),
        ("one\ttwo\n", "\nthree  four", ("one two ", " three four")),
    ],
)
def test_surroundings(before: str, after: str, shown: tuple[str, str]) -> None:
    assert around(before, "WORDS", after, reach=18) == shown


def test_surroundings_stay_in_the_block() -> None:
    text = "Night ferry aground\nThe ferry struck a bank.\nBy our reporter"
    document = Document(
        id="d", text=text, blocks=(Block(start=0, end=19, kind="title"), Block(start=20, end=44))
    )
    shown = excerpt(Passage("d", 24, 29, "ferry"), document)

    assert (shown.before, shown.after) == ("The ", " struck a bank.")


def test_passage_longer_than_its_block_is_shown_whole() -> None:
    document = Document(id="d", text="One two three four", blocks=(Block(start=0, end=7),))
    shown = excerpt(Passage("d", 4, 13, "two three"), document)

    assert (shown.before, shown.words, shown.after) == ("One ", "two three", "")


def test_long_words_lose_their_middle() -> None:
    words = "begin " + "very " * 100 + "end"
    shown = excerpt(Passage("d", 0, len(words), words), None, longest=40)

    assert shown.words.startswith("begin very") and shown.words.endswith("very end")
    assert " … " in shown.words and len(shown.words) <= 45


def test_escape_sequences_do_not_reach_the_terminal() -> None:
    assert clean("a\x1b[31mred\x9b2J\u202eb") == "a�[31mred�2J�b"


@settings(max_examples=50, deadline=None)
@given(TEXTS, TEXTS, st.integers(1, 100))
def test_surroundings_are_short_and_from_the_text(before: str, after: str, reach: int) -> None:
    left, right = around(before, "WORDS", after, reach=reach)

    assert len(left) <= reach + 2 and len(right) <= reach + 2
    assert left.removeprefix("…").lstrip() in clean(before)
    assert right.removesuffix("…").rstrip() in clean(after)
