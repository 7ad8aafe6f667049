"""A page to its parts: which paragraph is headline, body, caption, byline, date line or furniture."""

from collections.abc import Sequence

import attrs

from discrepancy.model.text import Block, BlockKind
from discrepancy.read.captions import is_caption, is_credit, tells_scene
from discrepancy.read.datelines import dateline_length, is_byline, is_date_line
from discrepancy.read.furniture import begins_ending, begins_list, is_furniture
from discrepancy.read.head import find_head, is_prose
from discrepancy.read.paragraphs import Paragraph, split_paragraphs
from discrepancy.read.stamps import Stamp, find_stamps

__all__ = ["Layout", "read_layout"]

# A list of other stories ends where the article goes on: no teaser is that long.
_TEASER = 200
# A heading such as "Related articles" ends the article if it comes this late.
_LATE = 0.6
# A date line stands above the article, in its first paragraphs, or at its foot.
_FOOT = 6
# "PORTO, April 27 (Trackwire) -" opens the first paragraph, below at most a summary or two.
_OPENING = 3


@attrs.frozen(kw_only=True)
class Layout:
    """The blocks of a text, its headline, and the lines that may hold the date of publication."""

    blocks: tuple[Block, ...]
    title: str
    date_lines: tuple[str, ...]


def read_layout(text: str, *, title: str = "", outlet: str = "") -> Layout:
    """Return the parts of a page; every character that is not white space is in exactly one block."""
    paragraphs = split_paragraphs(text)
    kinds: list[BlockKind | None] = [_own_kind(p.text) for p in paragraphs]
    _mark_lists(paragraphs, kinds)
    _mark_credits(paragraphs, kinds)
    head = find_head(paragraphs, kinds, title=title, outlet=outlet)
    _mark_foot(paragraphs, kinds, head.length)
    stamps = find_stamps(paragraphs, kinds)
    blocks = tuple(
        block
        for n, paragraph in enumerate(paragraphs)
        for block in _blocks(paragraph, kinds[n] or "body", stamps.get(n), n < head.length + _OPENING)
    )
    lines = [p.text for n, p in enumerate(paragraphs) if kinds[n] == "dateline" or n in head.dated]
    openings = [text[b.start : b.end] for b in blocks if b.kind == "dateline" and b.stamp is None]
    return Layout(blocks=blocks, title=head.title, date_lines=(*lines, *openings))


def _own_kind(line: str) -> BlockKind | None:
    """Tell what a line is by its own words, whatever stands around it."""
    if is_furniture(line):
        return "furniture"
    if is_byline(line):
        return "byline"
    return "caption" if is_caption(line) else None


def _mark_lists(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Mark lists of other stories, and whatever follows the article, as furniture."""
    last = paragraphs[-1].end if paragraphs else 0
    until: int | None = None
    for n, paragraph in enumerate(paragraphs):
        if begins_ending(paragraph.text) and paragraph.start > last * _LATE:
            until = last
        elif begins_list(paragraph.text):
            until = last if paragraph.start > last * _LATE else paragraph.end
            kinds[n] = "furniture"
            continue
        if until is None:
            continue
        if until < last and _resumes(paragraph.text):
            until = None
        else:
            kinds[n] = "furniture"


def _resumes(line: str) -> bool:
    return len(line) >= _TEASER or is_prose(line)


def _mark_credits(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """Mark the line above "Photo: ..." as its caption if it tells a scene."""
    for n in range(1, len(paragraphs)):
        above, line = paragraphs[n - 1], paragraphs[n]
        together = above.group == line.group and kinds[n] == "caption" and kinds[n - 1] is None
        if together and is_credit(line.text) and tells_scene(above.text):
            kinds[n - 1] = "caption"


def _mark_foot(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], head: int) -> None:
    for n in range(max(head, len(paragraphs) - _FOOT), len(paragraphs)):
        if kinds[n] is None and is_date_line(paragraphs[n].text):
            kinds[n] = "dateline"


def _blocks(paragraph: Paragraph, kind: BlockKind, stamp: Stamp | None, opening: bool) -> tuple[Block, ...]:
    start, end = paragraph.start, paragraph.end
    if stamp:
        body = start + stamp.length
        entry = Block(start=body, end=end, kind=kind, stamp=stamp.time)
        if not stamp.length:
            return (entry,)
        mark = Block(start=start, end=start + len(paragraph.text[: stamp.length].rstrip()), kind="dateline")
        mark = attrs.evolve(mark, stamp=stamp.time)
        return (mark, entry) if body < end else (mark,)
    length = dateline_length(paragraph.text) if opening and kind == "body" else 0
    if length:
        mark = Block(start=start, end=start + len(paragraph.text[:length].rstrip()), kind="dateline")
        return (mark, Block(start=start + length, end=end, kind=kind))
    return (Block(start=start, end=end, kind=kind),)
