"""Words are cut as the treebanks cut them."""

import pytest

from discrepancy.model.text import Unit
from discrepancy.parse.pipeline import load_pipeline
from discrepancy.parse.tokens import LONGEST, cut_words, shorten


def cut(text: str, *units: Unit) -> list[str]:
    words = cut_words(load_pipeline(None).tokenizer, text, 0, len(text), units)
    return [text[start:end] for start, end in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a 35-minute meeting", "a 35 - minute meeting"),
        ("a five-hour, 12-year-old row", "a five - hour , 12 - year - old row"),
        ("Kim's non-binding co-pilot", "Kim 's non-binding co-pilot"),
        ("the U.S.-led talks", "the U.S. - led talks"),
        ("2010–2014", "2010 – 2014"),
        ("talks—which failed—ended", "talks — which failed — ended"),
        ("She’s “here”, isn’t she?!", "She ’s “ here ” , is n’t she ?!"),
        ("$4.20 or 3.5%", "$ 4.20 or 3.5 %"),
        ("at 2:25 p.m. on Aug. 10", "at 2:25 p.m. on Aug. 10"),
        ("Ms. Lund cannot go.", "Ms. Lund can not go ."),
        ("read\u00a0this\u200bnow\ttoo", "read this now too"),
        ("his daughters' home", "his daughters ' home"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert cut(text) == words.split()


def test_name_begins_and_ends_with_a_word() -> None:
    text = "the ex-Veltrix boss"

    assert "Veltrix" in cut(text, Unit(7, 14, "organisation"))


def test_overlong_sentence_is_cut_after_a_comma() -> None:
    text = "word , " * 500
    words = cut_words(load_pipeline(None).tokenizer, text, 0, len(text), ())

    pieces = list(shorten(text, words, ()))

    assert [word for piece in pieces for word in piece] == words
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert text[slice(*pieces[0][-1])] == ","


def test_overlong_sentence_is_not_cut_inside_a_unit() -> None:
    text = "word " * 300
    unit = Unit(195 * 5, 204 * 5 - 1, "organisation")
    words = cut_words(load_pipeline(None).tokenizer, text, 0, len(text), ())

    first = next(shorten(text, words, [unit]))

    assert len(first) == 195
