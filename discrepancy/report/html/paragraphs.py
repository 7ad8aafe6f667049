"""An article cut into the paragraphs in which the page shows it."""

import re
from collections.abc import Iterator

import attrs

from discrepancy.model.text import BlockKind, Document

__all__ = ["Paragraph", "paragraphs_of"]

_GAP = re.compile(r"\n[^\S\n]*\n\s*")


@attrs.frozen(kw_only=True)
class Paragraph:
    """A stretch of an article without an empty line in it; it begins and ends with a word."""

    start: int
    end: int
    kind: BlockKind


def paragraphs_of(document: Document) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an article in order; together they hold all that is not white space."""
    return tuple(
        Paragraph(start=start, end=end, kind=kind)
        for low, high, kind in stretches(document)
        for start, end in lines_of(document.text, low, high)
    )


def stretches(document: Document) -> Iterator[tuple[int, int, BlockKind]]:
    """Yield the blocks of a document and what lies between them, without overlap."""
    at = 0
    for block in sorted(document.blocks, key=lambda b: (b.start, b.end)):
        start, end = max(at, block.start), min(block.end, len(document.text))
        if start < end:
            yield at, start, "body"
            yield start, end, block.kind
            at = end
    yield at, len(document.text), "body"


def lines_of(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch that empty lines keep apart, without white space around them."""
    at = low
    for gap in [*_GAP.finditer(text, low, high), None]:
        words = text[at : gap.start() if gap else high]
        start = at + len(words) - len(words.lstrip())
        if words.strip():
            yield start, start + len(words.strip())
        at = gap.end() if gap else high
