"""Which lines of a web page trafilatura takes for the article; the words stay the page's own."""

import logging
import re
from collections.abc import Sequence
from html import escape
from importlib import import_module

from discrepancy.read.page_lines import Line
from discrepancy.read.page_tree import Node, walk

__all__ = ["LATEST", "choose_lines"]

# trafilatura believes in no later day.  Unless it is told one it asks the clock, which would make the report of
# a page depend on the day on which it is made.
LATEST = "2100-01-01"

# Articles have at most some hundreds of lines; more are compared in vain.
_MOST_LINES = 3000
# A line of fewer words must be the whole of one that trafilatura gives, or every "Home" would be found.
_FEW = 5
# trafilatura loses words now and then, such as the day in a <time>.
_SHARED = 0.75

_WORD = re.compile(r"\w+")

_TAG = re.compile(r"(?!page)[a-z][a-z0-9]{0,20}")
_KEPT = ("class", "id", "role", "itemprop", "href")
_LONGEST = 200


def choose_lines(lines: Sequence[Line], root: Node) -> list[Line]:
    """Return those of the lines that trafilatura, set to precision, has in its text.

    It gets the page as our own tree shows it: without scripts, and with few and short attributes.
    None where it is not installed, where it finds nothing, and where the page is too long for an article.
    """
    if len(lines) > _MOST_LINES:
        return []
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        return []
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else its notes reach standard error
    found = trafilatura.bare_extraction(
        _markup(root),
        favor_precision=True,
        include_comments=False,
        date_extraction_params={"max_date": LATEST},
    )
    if not found or not found.text:
        return []
    given = [words for line in found.text.split("\n")[:_MOST_LINES] if (words := _words(line))]
    whole = {" ".join(words) for words in given}
    padded = [f" {line} " for line in whole]
    return [line for line in lines if _is_in(_words(line.text), whole, padded, given)]


def _markup(root: Node) -> str:
    """Write the tree down again, with those attributes that tell what a part is for."""
    parts = []
    for part in walk(root):
        if isinstance(part, str):
            parts.append(escape(part))
        elif not part[1]:
            parts.append("" if part[0].is_void else f"</{_name(part[0])}>")
        else:
            given = part[0].attributes
            kept = "".join(f' {key}="{escape(given[key][:_LONGEST])}"' for key in _KEPT if key in given)
            parts.append(f"<{_name(part[0])}{kept}>")
    return "".join(parts)


def _name(node: Node) -> str:
    return node.tag if _TAG.fullmatch(node.tag) else "div" if node.is_block else "span"


def _is_in(words: list[str], whole: set[str], padded: list[str], given: list[list[str]]) -> bool:
    text = " ".join(words)
    if text in whole:
        return True
    if len(words) < _FEW:
        return False
    if any(f" {text} " in line for line in padded):
        return True
    ours = set(words)
    return any(
        len(ours.intersection(theirs)) >= _SHARED * max(len(ours), len(set(theirs)))
        for theirs in given
        if abs(len(theirs) - len(words)) <= len(words)
    )


def _words(line: str) -> list[str]:
    return _WORD.findall(line.lower())
