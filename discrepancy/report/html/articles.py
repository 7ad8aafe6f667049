"""The articles side by side, with every piece of evidence marked in them."""

from collections.abc import Sequence

import attrs

from discrepancy.model.text import BlockKind, Document
from discrepancy.report.excerpt import clean, visible
from discrepancy.report.html.marks import Mark, Reference, paragraph_key
from discrepancy.report.html.paragraphs import Paragraph
from discrepancy.report.html.sheet import Sheet, in_short, published_words

__all__ = ["Article", "Line", "Piece", "list_articles"]

# A browser makes a line break of a carriage return and shows the other two as boxes.
_PLAIN = {ord(sign): " " for sign in "\r\v\f"}


@attrs.frozen(kw_only=True)
class Piece:
    """Words of an article: bare, or under a mark that can hold further marks.

    Marks that cross are cut into pieces; ``key`` is with the first piece, ``references`` are with the last.
    """

    text: str = ""
    mark: Mark | None = None
    key: str | None = None
    references: tuple[Reference, ...] = ()
    pieces: tuple["Piece", ...] = ()


@attrs.frozen(kw_only=True)
class Line:
    """A paragraph of an article as the page shows it."""

    key: str
    kind: BlockKind
    pieces: tuple[Piece, ...]


@attrs.frozen(kw_only=True)
class Article:
    """An article with what is known of it, its text, and how many pieces of evidence it holds.

    ``is_headed`` tells that the text itself has the title; ``about`` is what the article is mainly about, with
    its key.
    """

    key: str
    label: str
    title: str
    is_headed: bool
    published: str
    path: str
    url: str | None
    words: int
    copy_of: str | None
    about: tuple[str, str] | None
    lines: tuple[Line, ...]
    marked: int


def list_articles(sheet: Sheet) -> tuple[Article, ...]:
    """Return the articles in the order of the report."""
    return tuple(make_article(sheet, document) for document in sheet.report.documents)


def make_article(sheet: Sheet, document: Document) -> Article:
    """Return one article; only an address of the web becomes a link."""
    key, own = sheet.marks.articles[document.id], sheet.marks.of_article(document.id)
    original = dict(sheet.report.copies).get(document.id)
    url = document.url or ""
    return Article(
        key=key,
        label=sheet.label(document.id),
        title=in_short(document.title),
        is_headed=has_headline(document),
        published=published_words(document),
        path=in_short(document.path or ""),
        url=clean(url) if url.lower().startswith(("http://", "https://")) else None,
        words=document.words,
        copy_of=None if original is None else sheet.label(original),
        about=main_occurrence(sheet, document.id),
        lines=tuple(
            Line(
                key=paragraph_key(key, number),
                kind=row.kind,
                pieces=cut(document.text, row.start, row.end, marks_within(own, row)),
            )
            for number, row in enumerate(sheet.marks.paragraphs[document.id], 1)
        ),
        marked=len(own),
    )


def main_occurrence(sheet: Sheet, document: str) -> tuple[str, str] | None:
    """Return the key and the name of the occurrence that an article is mainly about, if the page shows it."""
    name = dict(sheet.report.main_occurrences).get(document, "")
    key = sheet.occurrence_keys.get(name)
    return None if key is None else (key, sheet.name_occurrence(name))


def has_headline(document: Document) -> bool:
    """Whether a headline in the text of an article says the same as its title."""
    heads = (document.text[block.start : block.end] for block in document.blocks if block.kind == "title")
    return clean(document.title).strip() in {clean(head).strip() for head in heads}


def marks_within(marks: Sequence[Mark], row: Paragraph) -> list[Mark]:
    """Return the marks that touch a paragraph; of those that begin together the longest comes first."""
    return [mark for mark in marks if mark.start < row.end and mark.end > row.start]


def cut(text: str, low: int, high: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return a stretch of a text as bare and marked pieces; together they are the stretch."""
    pieces: list[Piece] = []
    at, waiting = low, list(marks)
    while waiting:
        mark = waiting.pop(0)
        start, end = max(mark.start, low), min(mark.end, high)
        if start >= end:
            continue
        if at < start:
            pieces.append(bare(text, at, start))
        inner = [m for m in waiting if m.start < end]
        waiting = sorted(
            (m for m in waiting if m.end > end),
            key=lambda m: (max(m.start, end), -m.end),
        )
        pieces.append(marked(text, start, end, mark, inner))
        at, low = end, end
    if at < high:
        pieces.append(bare(text, at, high))
    return tuple(pieces)


def marked(text: str, start: int, end: int, mark: Mark, inner: Sequence[Mark]) -> Piece:
    """Return the words under one mark, with the marks inside it."""
    return Piece(
        mark=mark,
        key=mark.key if mark.start == start else None,
        references=mark.references if mark.end == end else (),
        pieces=cut(text, start, end, inner),
    )


def bare(text: str, start: int, end: int) -> Piece:
    """Return words without a mark, one character for each of the article."""
    return Piece(text=visible(text[start:end]).translate(_PLAIN))
