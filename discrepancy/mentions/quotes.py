"""Finds the words between quotation marks: curly, straight, single, guillemets, nested, unclosed."""

import re
from bisect import bisect_right
from functools import cache
from typing import Literal

import attrs

from discrepancy.language import load_words
from discrepancy.model.mentions import QuoteMention

__all__ = ["find_quotes"]

# A paragraph ends at a blank line, or at a line end after which no lower-case letter goes on (wrapped text).
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*|\n(?![ \t]*[a-zà-ÿ])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_MARK = re.compile(r"[\"“”„‟«»‹›'‘’‚`]|''")
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    '"': '"”',
    "”": '”"',
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    "`": "'’`",
}
_SINGLE = "'‘’‚`"
_BEFORE_OPENING = " \t\n\u00a0\u2009\u202f([{—–-/…:;>|•*"
_SENTENCE_MARKS = (".", "!", "?", ",", ";", "…", "—")
SCARE_WORDS = 2  # one or two words between marks are a term held at arm's length, not an utterance
LONGEST_TITLE = 8  # words; longer ones in capitals are headlines
_DEEPEST = 4  # quotations in quotations; more are stray marks
_MAX_LOOK_AHEAD = 40  # marks; keeps the search linear in texts without paragraphs
_ELISIONS = frozenset({"'n'", "’n’", "‘n’"})  # rock 'n' roll


@attrs.define
class _Open:
    mark: str
    start: int


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_words("common_words")[kind])


def find_quotes(text: str) -> list[QuoteMention]:
    """Find every quotation of a text, outer ones before those nested in them; linear in its length.

    Apostrophes and measures (5'9") are none.  A mark that is never closed ends with its paragraph, and so
    does each paragraph of a speech that goes on in the next one (the newspaper habit of opening marks only).
    """
    found: list[QuoteMention] = []
    start = 0
    for end in [*_PARAGRAPH_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        found.extend(_read_paragraph(text, start, stop))
        start = end.end() if end else stop
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _read_paragraph(text: str, start: int, stop: int) -> list[QuoteMention]:
    marks = [match.start() for match in _MARK.finditer(text, start, stop)]
    singles = [at for at in marks if text[at] in "'’‘" and _can_close(text, at, stop)]
    found: list[QuoteMention] = []
    stack: list[_Open] = []
    for at in marks:
        mark = text[at]
        depth = _closes(stack, text, at, stop, singles)
        if depth is not None:
            _end_unclosed(found, stack, depth + 1, text, at)
            _add(found, text, stack.pop().start, at, closed=True)
        elif _opens(text, at, start, stop, singles):
            same = [i for i, one in enumerate(stack) if one.mark == mark]
            if same and _spare_closers(text, at, marks, mark) < len(same):  # the first was never closed
                _end_unclosed(found, stack, same[0], text, at)
            if len(stack) < _DEEPEST:
                stack.append(_Open(mark, at + 1))
    _end_unclosed(found, stack, 0, text, stop)
    return found


def _closes(stack: list[_Open], text: str, at: int, stop: int, singles: list[int]) -> int | None:
    """Return the place in the stack of the opening mark that the mark at ``at`` closes."""
    mark = text[at]
    for depth in range(len(stack) - 1, -1, -1):
        if mark not in _CLOSERS[stack[depth].mark] or at == stack[depth].start:
            continue
        if mark in _SINGLE and (not _can_close(text, at, stop) or _is_plural(text, at, stop, singles)):
            return None
        if mark == '"' and text[at - 1] in " (" and at + 1 < stop and text[at + 1].isalnum():
            continue
        return depth
    return None


def _opens(text: str, at: int, start: int, stop: int, singles: list[int]) -> bool:
    mark = text[at]
    free_before = at == start or text[at - 1] in _BEFORE_OPENING or text[at - 1] in _CLOSERS
    filled_after = at + 1 < stop and not text[at + 1].isspace()
    if mark in "“„«‹‟":
        return filled_after or mark == "«"
    if not (free_before and filled_after):
        return False
    if mark in "’›":
        return False
    if mark == "'" and text[at + 1].isdigit():
        return False  # '90s
    if mark in _SINGLE:
        place = bisect_right(singles, at + 1)
        return place < len(singles)
    return True


def _spare_closers(text: str, at: int, marks: list[int], mark: str) -> int:
    """Count the closing marks after ``at`` that no opening mark from there on needs."""
    first = bisect_right(marks, at - 1)
    later = marks[first : first + _MAX_LOOK_AHEAD]
    closers = sum(
        text[i] in _CLOSERS[mark] and (mark not in _SINGLE or _can_close(text, i, len(text))) for i in later
    )
    return closers - sum(text[i] == mark for i in later)


def _can_close(text: str, at: int, stop: int) -> bool:
    """Whether a single mark can close: glued to what stands before it and to no letter after it."""
    if at == 0 or text[at - 1].isspace():
        return False
    return at + 1 >= stop or not text[at + 1].isalnum()


def _is_plural(text: str, at: int, stop: int, singles: list[int]) -> bool:
    """Whether ``s'`` is a plural's apostrophe: a lower-case word follows, and a better closing mark."""
    if text[at - 1] not in "sS" or at + 2 >= stop or text[at + 1] != " " or not text[at + 2].islower():
        return False
    return bisect_right(singles, at) < len(singles)


def _end_unclosed(found: list[QuoteMention], stack: list[_Open], depth: int, text: str, at: int) -> None:
    while len(stack) > depth:
        one = stack.pop()
        if one.mark not in _SINGLE:  # an unclosed single mark was an apostrophe
            _add(found, text, one.start, at, closed=False)


def _add(found: list[QuoteMention], text: str, start: int, end: int, *, closed: bool) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and text[start - 1 : end + 1] not in _ELISIONS:
        found.append(QuoteMention(start=start, end=end, kind=_kind(text, start, end), closed=closed))


def _kind(text: str, start: int, end: int) -> Literal["speech", "scare", "title"]:
    words = text[start:end].split()
    before = text[max(0, start - 40) : start - 1].rstrip()
    introduced = before.endswith((",", ":", ".", "!", "?", "\n")) or not before
    ends = words[-1].endswith(_SENTENCE_MARKS)
    previous = _LAST_WORD.search(before)
    if previous and previous.group().lower() in _words("works") and words[0][:1].isupper():
        return "title"
    if len(words) <= SCARE_WORDS:
        return "speech" if ends and introduced else "scare"
    if (
        not ends
        and len(words) <= 8
        and all(w[:1].isupper() or w in _words("small") or w[:1].isdigit() for w in words)
    ):
        return "title"
    return "speech"
