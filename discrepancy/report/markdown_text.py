"""Foreign text that stays text in Markdown, on code hosts and in trackers."""

import re

from discrepancy.report.excerpt import clean

__all__ = ["inline", "paragraph"]

# An invisible mark (ZERO WIDTH SPACE) that ends a word for the programs that look for mentions and links in the
# finished page, where a backslash is no longer there.
_BREAK = "\u200b"

_MARKUP = re.compile(r"[\\`*_{}\[\]|~$^]|!(?=\S)|&(?=#?\w+;)|\#(?=\#*$)")

_LIVE = re.compile(
    r"""
    (?<=[@\uff20\#])(?=\w)               # @name and #topic
    | (?<=[!%&])(?=\d)                   # !12, %12 and &12, which some trackers link
    | (?<=:)(?=//)                       # http://
    | (?<=\b[wW]{3})(?=\.)               # www.
    | (?<=\w\.)(?=[a-z]{2})              # example.com
    | (?<=:)(?=[\w+-]+:)                 # :picture:
    | (?<=[A-Z]{2})(?=-\d)               # GH-12
    """,
    re.VERBOSE,
)
# The number of a commit has seven digits at least, one of them a letter.
_COMMIT = re.compile(r"\b(?=\d*[a-f])[0-9a-f]{7,}\b")
_LINE_START = re.compile(r"[#>+\-=]|\d+(?=[.)])")


def inline(text: str) -> str:
    """Return text for the middle of a line, in which no markup, link, picture, mention or reference works.

    Signs of markup get a backslash, ``<`` and ``&`` become entities, and an invisible space breaks what trackers
    link by its look: ``@name``, ``#12``, ``http://``, ``GH-12``.
    """
    broken = _COMMIT.sub(_break_commit, _LIVE.sub(_BREAK, clean(text)))
    return _MARKUP.sub(_escape, broken).replace("<", "&lt;")


def paragraph(text: str) -> str:
    """Return text that may also begin a line: it is no heading, list or quotation there."""
    text = inline(text.strip())
    start = _LINE_START.match(text)
    if start is None:
        return text
    if start[0].isdigit():
        return f"{start[0]}\\{text[start.end() :]}"
    return f"\\{text}"


def _escape(match: re.Match[str]) -> str:
    return "&amp;" if match[0] == "&" else f"\\{match[0]}"


def _break_commit(match: re.Match[str]) -> str:
    digits = match[0]
    return _BREAK.join(digits[start : start + 6] for start in range(0, len(digits), 6))
