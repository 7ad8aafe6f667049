"""What holds for every text and every file, however broken."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import InputError
from discrepancy.model.text import Document
from discrepancy.read import document_from_text, read_documents
from discrepancy.read.decode import decode
from discrepancy.read.loaders import find_articles

# Pieces that pages are made of, to reach what random letters never do.
PIECES = [
    "Night ferry runs aground", "By Nora Vance", "3 May 2024", "05/03/2024", "© 2024", "Photo: Northline",
    "Related articles", "Leave a Reply", "Read more", "SKARHOLM, May 3 (Northline) - ", "[Place=A. B] ",
    "20:06 It is official.", "8.40pm", "The ferry sank on Friday, the coastguard said.", "• item",
    "# Heading", "(left)", "--", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\x0c", " ", "\u00a0",
    "\u200b", "\u00ad", "\ufeff", "’", "“", "é", "🚢",
]  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30).map("".join)
TEXTS = st.text() | st.text(st.characters(exclude_categories=())) | PAGES


def check_blocks(document: Document) -> None:
    """Blocks stand in order, do not overlap, and hold every character that is not white space once."""
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert not document.text[at : block.start].strip()
        words = document.text[block.start : block.end]
        assert words == words.strip()
        at = block.end
    assert not document.text[at:].strip()


@given(
    text=TEXTS,
    title=st.sampled_from(["", "Night ferry runs aground"]),
    outlet=st.sampled_from(["", "Northline"]),
)
@settings(deadline=None, max_examples=150)
def test_text_gives_a_document_or_an_input_error(text: str, title: str, outlet: str) -> None:
    try:
        document = document_from_text(text, title=title, outlet=outlet)
    except InputError:
        return

    assert document.text == text
    check_blocks(document)


@given(raw=st.binary() | TEXTS.map(lambda text: text.encode("utf-8", errors="replace")))
@settings(deadline=None)
def test_bytes_give_text_or_an_input_error(raw: bytes) -> None:
    try:
        text = decode(raw)
    except InputError:
        return

    assert "\r" not in text


@given(text=PAGES)
@settings(deadline=None)
def test_reading_a_file_is_reading_its_text(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("read") / "gazette.txt"
    path.write_bytes(text.encode("utf-8"))
    with path.open(encoding="utf-8") as file:
        wanted = file.read().removeprefix("\ufeff")
    try:
        (document,) = read_documents([path])
    except InputError:
        return

    assert document.text == wanted
    assert document.blocks == document_from_text(wanted).blocks


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "title", "date", "outlet", "source", "publisher", "url", "id", "articles"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(value=JSON, suffix=st.sampled_from(["json", "jsonl"]))
@settings(deadline=None)
def test_json_gives_articles_or_input_errors(
    value: object, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("read") / f"gazette.{suffix}"
    path.write_text(json.dumps(value), encoding="utf-8")

    assert list(find_articles([path]))


@given(
    text=st.text(max_size=60) | st.sampled_from(['[[source]]\npath = "', "[[source]]\n", "published = 2023-"])
)
@settings(deadline=None)
def test_manifest_gives_articles_or_input_errors(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("read") / "sources.toml"
    path.write_bytes(text.encode("utf-8"))

    assert list(find_articles([path.parent]))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a ",
        "A ",
        "[",
        '"',
        "(",
        "12:30 ",
        "3 May ",
        "By A ",
        "* ",
        "— ",
        "Photo: ",
        "\u200b",
        "a\r",
        "\t\n",
    ],
)
def test_hard_text_is_read_to_its_end(piece: str) -> None:
    """A step that went back over the text again and again would not come to its end."""
    text = "The ferry sank.\n" + piece * (64_000 // len(piece))

    assert document_from_text(text).text == text


def test_the_longest_article_is_read_whole() -> None:
    paragraph = (
        "The night ferry ran aground off Skarholm on Friday, officials said, and nobody was hurt. " * 4
    )
    text = f"{paragraph}\n\n" * (4_900_000 // len(paragraph))

    assert len(document_from_text(text).blocks) == text.count("\n\n")
