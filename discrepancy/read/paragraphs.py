"""Text to paragraphs: one for each line, or one for several where a line was broken to fit a width."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

__all__ = ["Paragraph", "is_prose", "split_paragraphs"]

# Mail, terminals and typewriters break lines at these widths; a longer line was not broken by hand.
_WIDEST = 110
_NARROWEST = 40
# Hyphens and long words leave lines a little shorter than they could be.
_RAGGED = 3
# So many of the line ends must be where the next word no longer fitted.
_BROKEN_SHARE = 0.6
_FEWEST_PAIRS = 3

# A longer line is a paragraph; a shorter one is a sentence if it has so many words and a full stop.
_LONGEST_LABEL = 180
_SENTENCE = 8

_OPENS_LINE = re.compile(r"(?:[-*•●▪◦·>▲■#+]|\d{1,2}[.):h]\d?)\s?")
# Two sentences on a line, spoken ones in a transcript; "Dr. Roe" and "U.S. Senate" end none.
_INNER_END = re.compile(r"[^\W\d_]{3,}[.!?][”\"'’)]* [“\"'‘]?[A-ZÀ-Þ]")
_TWO_SENTENCES = 12
# A full stop (no dots of omission) or a spoken question, with the marks that close it.
_SENTENCE_END = re.compile(r"(?:(?<!\.)\.[”\"'’)\]]*|[!?][”\"'])$")


@attrs.frozen
class Paragraph:
    """A stretch of text without white space at its ends; ``group`` counts what blank lines set apart."""

    start: int
    end: int
    text: str
    group: int


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence or more of running text."""
    if len(line) > _LONGEST_LABEL:
        return True
    words = len(line.split())
    if words >= _TWO_SENTENCES and _INNER_END.search(line):
        return True
    return words >= _SENTENCE and bool(_SENTENCE_END.search(line))


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text; together they hold every character that is not white space."""
    lines = tuple(_lines(text))
    width = _width(lines)
    if width is None:
        return lines
    opening = [0, *(n for n in range(1, len(lines)) if not _continues(lines[n - 1], lines[n], width))]
    return tuple(
        Paragraph(
            lines[n].start, lines[after - 1].end, text[lines[n].start : lines[after - 1].end], lines[n].group
        )
        for n, after in pairwise([*opening, len(lines)])
    )


def _lines(text: str) -> Iterator[Paragraph]:
    at, group, blank = 0, 0, False
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            group += blank
            start = at + len(line) - len(line.lstrip())
            yield Paragraph(start, start + len(words), words, group)
        blank = not words
        at += len(line)


def _width(lines: Sequence[Paragraph]) -> int | None:
    """Return the width that the lines were broken at by hand; ``None`` if they were not."""
    pairs = [(line, below) for line, below in pairwise(lines) if line.group == below.group]
    width = max((len(line.text) for line, _ in pairs), default=0)
    if len(pairs) < _FEWEST_PAIRS or not _NARROWEST <= width <= _WIDEST:
        return None
    broken = sum(_continues(line, below, width) for line, below in pairs)
    return width if broken >= _BROKEN_SHARE * len(pairs) else None


def _continues(line: Paragraph, below: Paragraph, width: int) -> bool:
    """Tell whether the line below goes on: its first word would not have fitted into this one."""
    if line.group != below.group or _OPENS_LINE.match(below.text):
        return False
    return len(line.text) + 1 + len(below.text.split(maxsplit=1)[0]) > width - _RAGGED
