"""Text to paragraphs: one for each line, or one for several where a line was broken to fit a width."""

import re
from collections.abc import Iterator, Sequence

import attrs

__all__ = ["Paragraph", "split_paragraphs"]

# The width that mail, terminals and typewriters break lines at; a longer line was not broken by hand.
_WIDEST = 110
_NARROWEST = 40
# So many of the line ends must be where the next word no longer fitted.
_BROKEN_SHARE = 0.6

_OPENS_LINE = re.compile(r"\s*(?:[-*•●▪◦·>▲■#]|\d{1,2}[.):h]\d?)")


@attrs.frozen
class Paragraph:
    """A stretch of text without white space at its ends; ``group`` counts what blank lines set apart."""

    start: int
    end: int
    text: str
    group: int

    @property
    def words(self) -> int:
        """The number of white-space separated words."""
        return len(self.text.split())


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text; together they hold every character that is not white space."""
    lines = tuple(_lines(text))
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST or not _is_broken(lines, width):
        return lines
    joined: list[Paragraph] = []
    last: Paragraph | None = None
    for line in lines:
        if last and _continues(last, line, width):
            start = joined[-1].start
            joined[-1] = Paragraph(start, line.end, text[start : line.end], line.group)
        else:
            joined.append(line)
        last = line
    return tuple(joined)


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


def _is_broken(lines: Sequence[Paragraph], width: int) -> bool:
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if a.group == b.group]
    broken = sum(_continues(a, b, width) for a, b in pairs)
    return len(pairs) >= 3 and broken >= _BROKEN_SHARE * len(pairs)


def _continues(line: Paragraph, following: Paragraph, width: int) -> bool:
    """Tell whether the next line goes on: its first word would not have fitted into this one."""
    if line.group != following.group or _OPENS_LINE.match(following.text):
        return False
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width - 3
