"""Where a passage stands: file, line and column, as programs that show files count them."""

from collections.abc import Container
from os import fsencode
from pathlib import Path
from urllib.parse import quote

import attrs

from discrepancy.model.findings import Discrepancy
from discrepancy.model.text import Document, Passage

__all__ = ["Region", "document_uri", "file_path", "is_whole_file", "main_passage", "path_uri", "region_of"]

# What the reader calls articles that came through a pipe.
_NO_FILES = frozenset({"standard input"})

# Files whose text is the article, so that lines of the article are lines of the file.
_TEXT_FILES = frozenset({"", ".txt", ".text", ".md", ".markdown"})


@attrs.frozen
class Region:
    """A span in lines and columns, both counted from 1 in code points; the end column is the first after it."""

    line: int
    column: int
    end_line: int
    end_column: int


def region_of(passage: Passage, document: Document | None) -> Region | None:
    """Return where the words stand in the document's text, or None where they do not stand there.

    Lines end with a line feed, as editors and code hosts have it; other breaks are characters of a line.
    """
    if document is None or document.text[passage.start : passage.end] != passage.quote:
        return None
    return Region(*_place(document.text, passage.start), *_place(document.text, passage.end))


def file_path(document: Document) -> str | None:
    """Return the file that the document stands in, as it was given, or None for a text that is in no file."""
    return None if document.path in _NO_FILES else document.path


def is_whole_file(document: Document) -> bool:
    """Say whether the text of the document is that of its file; else its lines mean nothing there."""
    path = file_path(document)
    return path is not None and not document.is_extracted and Path(path).suffix.lower() in _TEXT_FILES


def document_uri(document: Document) -> str:
    """Return a URI reference (RFC 3986) to the document: its path as given, percent-encoded.

    An absolute path is a ``file:`` URI.  An article that is only a part of its file has its id as fragment, and
    one without a file is named by its id alone.
    """
    name = quote(document.id.encode("utf-8", "backslashreplace"), safe="")
    path = file_path(document)
    if path is None:
        return name
    return path_uri(path) if is_whole_file(document) else f"{path_uri(path)}#{name}"


def main_passage(finding: Discrepancy, drafts: Container[str] = ()) -> Passage:
    """Return the one passage by which a finding is placed.

    That is one of a draft if there is any, else of the side that the evidence speaks against, else the first.
    """
    odd_first = sorted(finding.positions, key=lambda position: not position.odd_one_out)
    passages = [passage for position in odd_first for passage in position.evidence]
    return next((passage for passage in passages if passage.document in drafts), passages[0])


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def path_uri(path: str) -> str:
    """Return a path as a URI reference: relative paths stay relative, absolute ones get the scheme ``file``."""
    try:
        octets = fsencode(Path(path).as_posix())
    except UnicodeEncodeError:  # half a surrogate pair, which no file system gave
        octets = path.encode("utf-8", "backslashreplace")
    encoded = quote(octets)
    return f"file://{encoded}" if encoded.startswith("/") else encoded
