"""Which lines stand under a picture."""

import re
from functools import cache

from discrepancy.language import load_words
from discrepancy.read.phrases import any_of, phrases

__all__ = ["is_caption", "is_credit", "tells_scene"]

# Captions run to two or three sentences; what is longer is a paragraph.
_LONGEST = 900
_LONGEST_SCENE = 420
_LONGEST_CREDIT = 80
# A credit stands at the very end.
_TAIL = 90

_CREDIT_MARKS = ("/", "|", ":", " by ")
_OPENING = re.compile(r"[\[(<*_\"“]{0,3}")


def is_caption(line: str) -> bool:
    """Tell whether a line is a caption: by its beginning, the credit at its end, or the scene it tells."""
    if len(line) > _LONGEST:
        return False
    lower = line.casefold()
    return _begins_as_caption(lower) or _ends_with_credit(line) or _shows_scene(lower)


def is_credit(line: str) -> bool:
    """Tell whether a line is only the credit of a picture: "Photo: Xinhua"."""
    lower = line.casefold()
    return len(line) <= _LONGEST_CREDIT and (_begins_as_caption(lower) or bool(_names().fullmatch(lower)))


def tells_scene(line: str) -> bool:
    """Tell whether a line tells in the present what a picture could show."""
    lower = line.casefold()
    return len(line) <= _LONGEST_SCENE and bool(
        _word("scene").search(lower) and not _word("telling").search(lower)
    )


def _begins_as_caption(lower: str) -> bool:
    opening = _OPENING.match(lower)
    return bool(phrases("captions", "begins").match(lower, opening.end() if opening else 0))


def _shows_scene(lower: str) -> bool:
    if len(lower) > _LONGEST_SCENE:
        return False
    if _word("poses").search(lower):
        return not _word("telling").search(lower) and not re.search('["“”]', lower)
    return bool(phrases("captions", "positions").search(lower)) and tells_scene(lower)


def _ends_with_credit(line: str) -> bool:
    tail = line[-_TAIL:]
    lower = tail.casefold()
    if _names().fullmatch(lower):
        return True
    # Most paragraphs have none of the marks that a credit needs, and are done here.
    return bool(
        (any(mark in lower for mark in _CREDIT_MARKS) and _credit_after_mark().search(lower))
        or (tail[-2:].strip(".")[-1:] in ")]" and _credit_in_brackets().search(lower))
        or (tail[-2:].isupper() and _credit_in_capitals().search(tail))
    )


@cache
def _word(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load_words('captions')[table])})\b")


@cache
def _names() -> re.Pattern[str]:
    """A line that is a credit and nothing else: "Reuters", "AFP/Getty Images"."""
    names = any_of(load_words("captions")["credits"])
    return re.compile(rf"(?:{names}) (?: \s?[/|,]\s? (?:{names}) ){{0,3}}", re.VERBOSE)


@cache
def _credit_after_mark() -> re.Pattern[str]:
    """A credit after a stroke or a bar, or as a last sentence.

    "... on April 26./Reuters", "... in Porto | Getty Images", "... of the bridge. Photo: A. Name".
    """
    words = load_words("captions")
    names, openings = any_of(words["credits"]), any_of(words["credit_begins"])
    return re.compile(
        rf"""
        (?: [.!?”"'’)\w] \s? / \s? | \s \| \s )
        (?: (?:{names}) [\w\s]{{0,20}} | (?:{openings}) [^/|]{{1,60}} ) \W{{0,2}} $
      | [.!?”"'’)\]] \s (?: photo | picture | image ) s? \s? (?: : | by\s ) [^.]{{1,50}} \W? $
        """,
        re.VERBOSE,
    )


@cache
def _credit_in_brackets() -> re.Pattern[str]:
    """A credit in brackets: "(Photo by A. Name)", "[A. Name/Reuters]", "(AP Photo/A. Name)"."""
    words = load_words("captions")
    names, openings = any_of(words["credits"]), any_of(words["credit_begins"])
    return re.compile(
        rf"""
        [.!?”"'’\w] \s? [\[(]
        (?:
            (?:{openings}) [^\])]{{1,60}}
          | [^\](\[).]{{0,40}} [/|] \s? (?:{names})
          | (?:ap\s)? photo/ [^)]{{1,40}}
        )
        [\])] \W? $
        """,
        re.VERBOSE,
    )


@cache
def _credit_in_capitals() -> re.Pattern[str]:
    """A credit in capitals: "... in Porto on 17 May. NORTH SEA PICTURE AGENCY"."""
    ends = any_of(load_words("captions")["credit_ends"])
    return re.compile(rf"[.!?”\"'’\])] \s (?: [A-ZÀ-Þ&.'’/-]+ \s ){{0,4}} (?:{ends}) \W? $", re.VERBOSE)
