"""A page to its parts: which paragraph is headline, body, caption, byline, date line or furniture."""

from collections.abc import Iterator, Sequence

import attrs

from discrepancy.model.text import Block, BlockKind
from discrepancy.read.captions import is_caption, is_credit, tells_scene
from discrepancy.read.datelines import dateline_length, is_byline, is_date_line
from discrepancy.read.dates import find_dates
from discrepancy.read.furniture import begins_closing_list, begins_ending, begins_list, is_furniture
from discrepancy.read.head import find_head
from discrepancy.read.paragraphs import Paragraph, is_prose, split_paragraphs
from discrepancy.read.stamps import Stamp, find_stamps

__all__ = ["Layout", "read_layout"]

# A button "Leave a comment" can stand above the article; below it, after so many paragraphs, it is the end.
_ARTICLE = 2
# Below a headline stand a summary or two, the byline and the date; at the foot the date and the writers.
_BELOW_HEAD = 4
_FOOT = 6


@attrs.frozen(kw_only=True)
class Layout:
    """The blocks of a text, its headline, and the lines that may hold the day of publication."""

    blocks: tuple[Block, ...]
    title: str
    date_lines: tuple[str, ...]


def read_layout(text: str, *, title: str = "", outlet: str = "") -> Layout:
    """Return the parts of a page; every character that is not white space is in exactly one block.

    A given title or outlet helps to tell the headline and the masthead.
    """
    paragraphs = split_paragraphs(text)
    kinds: list[BlockKind | None] = [_own_kind(p.text) for p in paragraphs]
    _mark_lists(paragraphs, kinds)
    _mark_credited(paragraphs, kinds)
    head = find_head(paragraphs, kinds, title=title, outlet=outlet)
    _mark_date_lines(paragraphs, kinds, head.length, outlet)
    stamps = find_stamps(paragraphs, kinds)
    opening = head.length + _BELOW_HEAD
    blocks = tuple(
        block
        for n, paragraph in enumerate(paragraphs)
        for block in _blocks(paragraph, kinds[n] or "body", stamps.get(n), opening=n < opening)
    )
    dated = [paragraphs[n].text for n in head.dated]
    printed = [text[b.start : b.end] for b in blocks if b.kind == "dateline" and b.stamp is None]
    return Layout(blocks=blocks, title=head.title, date_lines=(*dated, *printed))


def _own_kind(line: str) -> BlockKind | None:
    """Tell what a line is by its own words, whatever stands around it."""
    if is_furniture(line):
        return "furniture"
    if is_byline(line):
        return "byline"
    return "caption" if is_caption(line) else None


def _mark_lists(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Mark lists of other stories, and whatever follows the article, as furniture."""
    goes_on = _goes_on(paragraphs, kinds)
    told = 0
    inside = final = False
    for n, paragraph in enumerate(paragraphs):
        line = paragraph.text
        final = final or (told >= _ARTICLE and begins_ending(line))
        final = final or (told > 0 and not goes_on[n] and begins_closing_list(line))
        inside = begins_list(line) or (inside and not is_prose(line))
        if final or inside:
            kinds[n] = "furniture"
        elif kinds[n] is None:
            told += is_prose(line)


def _goes_on(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> list[bool]:
    """Tell for each paragraph whether the article goes on below it, before the next list of other stories.

    It does where two paragraphs of prose stand in a row: teasers of other stories have headlines between.
    """
    goes_on = [False] * len(paragraphs)
    ahead = prose_below = False
    for n in range(len(paragraphs) - 1, -1, -1):
        line = paragraphs[n].text
        goes_on[n] = ahead
        prose = kinds[n] is None and is_prose(line)
        heading = begins_closing_list(line) or begins_ending(line)
        ahead = not heading and (ahead or (prose and prose_below))
        prose_below = prose
    return goes_on


def _mark_credited(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Mark the line above "Photo: ..." as its caption if it tells a scene."""
    for n in range(1, len(paragraphs)):
        above, line = paragraphs[n - 1], paragraphs[n]
        together = above.group == line.group and kinds[n] == "caption" and kinds[n - 1] is None
        if together and is_credit(line.text) and tells_scene(above.text):
            kinds[n - 1] = "caption"


def _mark_date_lines(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], head: int, outlet: str
) -> None:
    """Mark date lines below a summary and at the foot; elsewhere a date alone heads a day of a chronicle."""
    foot = len(paragraphs) - _FOOT
    for n in range(head, len(paragraphs)):
        near = n < head + _BELOW_HEAD or n >= foot
        if near and kinds[n] is None and is_date_line(paragraphs[n].text, outlet=outlet):
            kinds[n] = "dateline"


def _blocks(paragraph: Paragraph, kind: BlockKind, stamp: Stamp | None, *, opening: bool) -> Iterator[Block]:
    if stamp:
        yield from _split(
            paragraph, stamp.length, Block(start=0, end=0, kind="dateline", stamp=stamp.time), kind
        )
    elif kind == "byline" and (dates := find_dates(paragraph.text)):
        yield from _split(paragraph, dates[0].start, Block(start=0, end=0, kind="byline"), "dateline")
    else:
        length = dateline_length(paragraph.text) if opening and kind == "body" else 0
        yield from _split(paragraph, length, Block(start=0, end=0, kind="dateline"), kind)


def _split(paragraph: Paragraph, length: int, first: Block, kind: BlockKind) -> Iterator[Block]:
    """Give the first characters of a paragraph as one block and the others as a block of another kind."""
    middle = paragraph.start + length
    shown = paragraph.text[:length].rstrip()
    if shown:
        yield attrs.evolve(first, start=paragraph.start, end=paragraph.start + len(shown))
    if middle < paragraph.end:
        yield Block(start=middle, end=paragraph.end, kind=kind, stamp=first.stamp)
