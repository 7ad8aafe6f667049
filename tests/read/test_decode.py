"""Bytes to text: what a document's offsets count."""

import codecs
from pathlib import Path

import pytest

from discrepancy.read import document_from_path
from discrepancy.read.decode import decode

STORY = "Café “Skarholm”\u00a0– the ferry\u200b is\u00ad aground 🚢\n\nNobody was hurt.\n"


@pytest.mark.parametrize(
    "raw",
    [
        STORY.encode("utf-8"),
        codecs.BOM_UTF8 + STORY.encode("utf-8"),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + STORY.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_every_unicode_encoding_gives_the_same_text(raw: bytes) -> None:
    assert decode(raw) == STORY


def test_windows_1252_is_read_where_it_is_no_unicode() -> None:
    text = "The “Skarholm” – a café – is €2m dearer than the owners of the ferry had told the islanders."

    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_is_what_open_reads(newline: str, tmp_path: Path) -> None:
    path = tmp_path / "gazette.txt"
    path.write_bytes(STORY.replace("\n", newline).encode("utf-8"))

    document = document_from_path(path)

    with path.open(encoding="utf-8") as file:
        assert document.text == file.read()


def test_marks_inside_the_text_stay() -> None:
    assert decode("a\ufeffb\u2028c\x85d\x0ce".encode()) == "a\ufeffb\u2028c\x85d\x0ce"
