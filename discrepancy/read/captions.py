"""Which lines stand under a picture."""

import re
from functools import cache

from discrepancy.language import load_words
from discrepancy.read.phrases import any_of

__all__ = ["is_caption", "is_credit", "tells_scene"]

# Captions run to two or three sentences; what is longer is a paragraph.
_LONGEST = 900
_LONGEST_SCENE = 420
_LONGEST_CREDIT = 80


def is_caption(line: str) -> bool:
    """Tell whether a line is a caption: by its beginning, the credit at its end, or the scene that it tells."""
    if len(line) > _LONGEST:
        return False
    lower = line.casefold()
    return bool(
        _begins().match(lower)
        or _ends_with_credit(line)
        or (len(line) <= _LONGEST_SCENE and _shows_scene(lower))
    )


def is_credit(line: str) -> bool:
    """Tell whether a line is only the credit of a picture: "Photo: Xinhua"."""
    return len(line) <= _LONGEST_CREDIT and bool(_begins().match(line.casefold()))


def tells_scene(line: str) -> bool:
    """Tell whether a line tells in the present what a picture could show."""
    lower = line.casefold()
    return len(line) <= _LONGEST_SCENE and bool(_scene().search(lower)) and not _telling().search(lower)


def _shows_scene(lower: str) -> bool:
    if _poses().search(lower):
        return not _telling().search(lower) and not re.search('["“”]', lower)
    return bool(_positions().search(lower)) and tells_scene(lower)


def _ends_with_credit(line: str) -> bool:
    tail = line[-90:]
    return bool(_credit_in_lower().search(tail.casefold()) or _credit_in_capitals().search(tail))


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,2}}(?:{any_of(load_words('captions')['begins'])})")


@cache
def _credit_in_lower() -> re.Pattern[str]:
    """ "... on April 26./Reuters", "... in Porto. | Getty Images", "... (Photo by A. Name)", "[A. Name/Reuters]"."""
    words = load_words("captions")
    names, openings = any_of(words["credits"]), any_of(words["credit_begins"])
    return re.compile(
        rf"""
        (?: [.!?”"')\w] \s? / \s? | \s [|] \s )
        (?: (?:{names})\b [\w\s]{{0,20}} | (?:{openings}) [^/|]{{1,60}} ) \W{{0,2}} $
      | [.!?”"'\w] \s? [\[(] (?: (?:{openings}) [^\])]{{1,60}} | [^\](\[).]{{0,40}} [/|] \s? (?:{names}) | (?:ap\s)?photo/[^)]{{1,40}} ) [\])] \W? $
      | [.!?”"'\])] \s (?: photo | picture | image ) s? \s? (?::|by\s) [^.]{{1,50}} \W? $
        """,
        re.VERBOSE,
    )


@cache
def _credit_in_capitals() -> re.Pattern[str]:
    """ "... in Porto on 17 May. NORTH SEA PICTURE AGENCY"."""
    ends = any_of(word.upper() for word in load_words("captions")["credit_ends"])
    return re.compile(rf"[.!?”\"'\])]\s(?:[A-ZÀ-Þ&.'’/-]+\s){{0,4}}(?:{ends})\W?$")


@cache
def _positions() -> re.Pattern[str]:
    return re.compile(any_of(load_words("captions")["positions"]))


@cache
def _scene() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load_words('captions')['scene'])})\b")


@cache
def _poses() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load_words('captions')['poses'])})\b")


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load_words('captions')['telling'])})\b")
