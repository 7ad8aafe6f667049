"""Marks cut an article into pieces; together they are the article, however the marks cross."""

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model.findings import Severity
from discrepancy.report.html.articles import Piece, cut
from discrepancy.report.html.marks import Mark

TEXT = "abcdefghijklmnopqrst"


def mark(key: str, start: int, end: int) -> Mark:
    return Mark(key=key, start=start, end=end, severity=Severity.MAJOR, references=())


def spelled(pieces: tuple[Piece, ...]) -> str:
    """Pieces as text with brackets around what is marked."""
    return "".join(
        p.text if p.mark is None else f"[{p.mark.key if p.key else '~'}:{spelled(p.pieces)}]" for p in pieces
    )


def marked(pieces: tuple[Piece, ...], key: str, *, inside: bool = False) -> str:
    """The text under the mark of a key."""
    return "".join(
        (p.text if inside else "")
        if p.mark is None
        else marked(p.pieces, key, inside=inside or p.mark.key == key)
        for p in pieces
    )


def test_marks_inside_a_mark_nest() -> None:
    assert spelled(cut("she said so", 0, 11, [mark("m1", 0, 8), mark("m2", 4, 8)])) == "[m1:she [m2:said]] so"


def test_marks_that_cross_are_cut() -> None:
    pieces = cut("she said so", 0, 11, [mark("m1", 0, 8), mark("m2", 4, 11)])

    assert spelled(pieces) == "[m1:she [m2:said]][~: so]"


def test_marks_of_other_paragraphs_are_cut_at_the_border() -> None:
    assert spelled(cut("she said so", 4, 8, [mark("m1", 0, 6), mark("m2", 6, 11)])) == "[~:sa][m2:id]"


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(1, 20)).filter(lambda s: s[0] < s[1]), max_size=6))
def test_pieces_are_the_text_and_every_mark_its_words(spans: list[tuple[int, int]]) -> None:
    rows = sorted(set(spans), key=lambda s: (s[0], -s[1]))
    marks = [mark(f"m{n}", start, end) for n, (start, end) in enumerate(rows)]
    pieces = cut(TEXT, 0, len(TEXT), marks)

    assert marked(pieces, "", inside=True) == TEXT
    assert [marked(pieces, m.key) for m in marks] == [TEXT[m.start : m.end] for m in marks]
