"""Paragraphs hold every word of an article once."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model.text import Block, Document
from discrepancy.report.html.paragraphs import paragraphs_of


def words(document: Document) -> list[tuple[str, str]]:
    return [(row.kind, document.text[row.start : row.end]) for row in paragraphs_of(document)]


def test_empty_lines_part_paragraphs() -> None:
    assert words(Document(id="a", text="One\ntwo.\n \t\n\n Three. ")) == [
        ("body", "One\ntwo."),
        ("body", "Three."),
    ]


def test_blocks_have_their_kind_and_what_is_between_them_is_body() -> None:
    document = Document(
        id="a",
        text="Head\nText.\n\nMore.\nShare",
        blocks=(Block(start=0, end=4, kind="title"), Block(start=18, end=23, kind="furniture")),
    )

    assert words(document) == [
        ("title", "Head"),
        ("body", "Text."),
        ("body", "More."),
        ("furniture", "Share"),
    ]


@given(
    st.text(st.sampled_from("ab \n"), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_no_word_is_lost_or_shown_twice(text: str, spans: list[tuple[int, int]]) -> None:
    blocks = tuple(Block(start=min(s), end=max(s)) for s in spans)
    document = Document(id="a", text=text, blocks=blocks)

    rows = paragraphs_of(document)
    assert "".join("".join(text[r.start : r.end].split()) for r in rows) == "".join(text.split())
    assert all(one.end <= other.start for one, other in itertools.pairwise(rows))
    assert all(text[r.start : r.end] == text[r.start : r.end].strip() != "" for r in rows)
