"""Cuts text into tokens and gives each the class that the rules of time are written in."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from discrepancy.language import load_words
from discrepancy.mentions.times.vocabulary import CODES, holiday_pattern, load_lexicon

__all__ = ["Token", "cut_paragraphs", "cut_tokens"]


class Token(NamedTuple):
    """A word, number or mark of the text with its class; ``text[start:end]`` are its characters."""

    start: int
    end: int
    code: str
    value: Any


_MARKS = {
    ",": "COMMA", ".": "DOT", "-": "HY", "‐": "HY", "‑": "HY", "–": "DASH", "—": "DASH", "−": "DASH",
    "/": "SLASH",
    "(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE",
    "$": "CUR", "£": "CUR", "€": "CUR", "¥": "CUR", "%": "PCT", "'": "APOS", "’": "APOS", "‘": "APOS",
    ":": "COLON", ";": "ENDS", "!": "ENDS", "?": "ENDS", "+": "PLUS", "&": "AND",
}  # fmt: skip

# Tokens of one piece are held in memory together, so a very long paragraph is cut at a line end or a blank.
_PIECE = 100_000
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")

_TOKEN = re.compile(
    r"""
    (?P<word> [oO] ['’] [cC]lock \b | [^\W\d_]+ )
  | (?P<stamp> \d{4}-\d\d-\d\d T \d\d:\d\d (?: :\d\d (?: \.\d+ )? )? (?: Z | [+-]\d\d:\d\d )? )
  | (?P<date> (?<! [\w./-] ) (?: \d{4} (?P<s>[-./]) \d{1,2} (?P=s) \d{1,2}
            | \d{1,2} (?P<z>[-./]) \d{1,2} (?P=z) (?: \d{4} | \d\d ) ) (?! \d | [./-]\d ) )
  | (?P<running> \d+ : \d\d : \d\d (?: [.,]\d+ )? | \d+ : \d\d [.,] \d+ )
  | (?P<clock> \d{1,2} [:h] \d\d (?! \d ) )
  | (?P<ordinal> \d+ (?: st | nd | rd | th | ST | ND | RD | TH ) \b )
  | (?P<decade> (?: \d\d )? \d 0 ['’]? s \b )
  | (?P<quarter> [1-4] [Qq] \b )
  | (?P<number> \d{1,3} (?: ,\d{3} )+ (?: \.\d+ )? (?! \d ) | \d+ (?: \.\d+ )? )
  | (?P<possessive> ['’] s \b )
  | (?P<mark> [^\w\s] )
    """,
    re.VERBOSE,
)

# Letters that may touch a figure without making it part of a code or a measure ("5pm", "30min", "0600Z").
_TOUCHING = re.compile(r"(?i:[ap]\.?\s?m\b|min|hr|hour|sec|day|week|month|year|h\b|gmt|utc|z\b|bc|ad\b)")
_CLOCK_SEPARATOR = re.compile(r"[:h.]")


@cache
def _special_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<ap> [ap] \.? \s? m \b \.? )
      | (?P<quarter> (?-i:[QH]) [1-4] \b )
      | (?P<holiday> (?: {holiday_pattern()} ) \b )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _special_starts() -> frozenset[str]:
    calendar = load_words("calendar")
    names = [*calendar["holidays"], *calendar["weekday_holidays"], *calendar["easter_holidays"]]
    return frozenset({re.split(r"\W", name)[0] for name in names} | {"a", "p", "am", "pm", "q", "h"})


@cache
def _capital_only() -> frozenset[str]:
    return frozenset(load_words("calendar")["capital_only"]["words"])


@cache
def _zones() -> frozenset[str]:
    return frozenset(load_words("calendar")["zones"])


def cut_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph; very long ones come in pieces."""
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        yield from _cut_pieces(text, start, gap.start())
        start = gap.end()
    yield from _cut_pieces(text, start, len(text))


def _cut_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _PIECE:
        limit = start + _PIECE
        cut = max(text.rfind("\n", start + 1, limit), text.rfind(". ", start + 1, limit))
        if cut <= start:
            cut = max(text.rfind(" ", start + 1, limit), start + _PIECE // 2)
        yield start, cut + 1
        start = cut + 1
    if start < end:
        yield start, end


def cut_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with offsets into ``text``."""
    tokens: list[Token] = []
    resume = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() < resume:
            continue
        token = _classify(text, match, end)
        resume = token.end
        tokens.append(token)
    return tokens


def _classify(text: str, match: re.Match[str], end: int) -> Token:
    shape = match.lastgroup
    if shape == "word":
        return _word_token(text, match, end)
    if shape == "mark":
        return Token(match.start(), match.end(), CODES[_MARKS.get(match.group(), "MARK")], match.group())
    name, value = _figure(shape, match.group())
    if shape != "possessive" and _is_glued(text, match.start(), match.end(), shape):
        name = "GLUED"
    return Token(match.start(), match.end(), CODES[name], value)


def _word_token(text: str, match: re.Match[str], end: int) -> Token:
    start, stop = match.span()
    word = match.group()
    lower = word.lower()
    if lower in _special_starts():
        special = _special_token(text, start, end)
        if special is not None:
            return special
    if lower in _capital_only() and not word[0].isupper():
        return Token(start, stop, CODES["WORD"], lower)
    if word in _zones() and (len(word) > 1 or (start and text[start - 1].isdigit())):
        return Token(start, stop, CODES["ZONE"], word)
    entry = load_lexicon().get(lower)
    short = lower in _abbreviations()
    if short and not _is_abbreviated(text, start, stop):
        entry = None
    if entry is None:
        return Token(start, stop, CODES["NAME" if word[0].isupper() else "WORD"], word)
    if short and text.startswith(".", stop):
        stop += 1
    return Token(start, stop, *entry)


# "Sun" is a weekday, "Jan" a month before a full stop, a date or a clock time, or after a day, else a star or a man.
_ABBREVIATED = re.compile(r"\.|,?\s+\d|-\d\d?\b|,?\s*[-–]?[A-Z][a-z]+\.?\s+\d|\)")
_AFTER_DAY = re.compile(r"\d(?:st|nd|rd|th)?\s$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
_NEXT_WORD = re.compile(r"\s(?:the\s)?([^\W\d_]+)")
_REACH = 12


def _is_abbreviated(text: str, start: int, stop: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    if _ABBREVIATED.match(text, stop) or _AFTER_DAY.search(before):
        return True
    following = _NEXT_WORD.match(text, stop)
    if following is not None and following[1].lower() in load_words("time_words")["number"]["ordinals"]:
        return True
    if text[start:stop].lower() not in _only_months():
        return False
    lead = _LAST_WORD.search(before)
    return text[start].isupper() or (lead is not None and lead[1].lower() in ("last", "next"))


@cache
def _only_months() -> frozenset[str]:
    """Return short forms of months that are no name of a person or thing either."""
    return frozenset(load_words("calendar")["only_months"]["words"])


@cache
def _abbreviations() -> frozenset[str]:
    """Return short forms of months and weekdays, which swallow the full stop after them."""
    calendar = load_words("calendar")
    full = {"may", "march", "april", "june", "july"}
    return frozenset(w for w in (*calendar["months"], *calendar["weekdays"]) if len(w) < 6 and w not in full)


def _special_token(text: str, start: int, end: int) -> Token | None:
    match = _special_pattern().match(text, start, end)
    if match is None:
        return None
    words = match.group().lower().replace("’", "'")
    if match.lastgroup == "ap":
        return Token(start, match.end(), CODES["AP"], words[0])
    if match.lastgroup == "quarter":
        return Token(start, match.end(), CODES["QTR"], (words[0], int(words[1])))
    if not match.group()[0].isupper():
        return None
    return Token(start, match.end(), CODES["HOL"], " ".join(words.split()))


def _is_glued(text: str, start: int, end: int, shape: str | None) -> bool:
    """Whether letters touch the figure, so that it is part of a name, code or measure ("B52", "5km")."""
    if start and (text[start - 1].isalpha() or text[start - 1] == "_"):
        return True
    if shape in ("ordinal", "decade", "quarter") or end >= len(text) or not text[end].isalpha():
        return False
    return _TOUCHING.match(text, end) is None


def _figure(shape: str | None, figure: str) -> tuple[str, Any]:
    if shape == "number":
        return _number(figure)
    if shape == "clock":
        hour, minute = (int(part) for part in _CLOCK_SEPARATOR.split(figure))
        return ("CLOCK", (hour, minute)) if hour <= 24 and minute < 60 else ("GLUED", None)
    if shape == "stamp":
        return ("STAMP", figure) if _is_stamp(figure) else ("GLUED", None)
    if shape == "ordinal":
        return "ORDN", int(figure[:-2])
    if shape == "decade":
        return "DECADE", int("".join(filter(str.isdigit, figure)))
    if shape == "quarter":
        return "QTR", ("q", int(figure[0]))
    if shape == "date":
        return "ISO", tuple(
            int(part) if len(part) < 4 else (int(part),) for part in re.split(r"[-./]", figure)
        )
    return ("RUN", figure) if shape == "running" else ("POSS", figure)


def _is_stamp(figure: str) -> bool:
    try:
        datetime.fromisoformat(figure)
    except ValueError:
        return False
    return True


def _number(figure: str) -> tuple[str, Any]:
    if "," in figure:
        return "NG", float(figure.replace(",", ""))
    if "." in figure:
        whole, _, part = figure.partition(".")
        if len(whole) <= 2 and len(part) == 2 and int(whole) <= 24 and int(part) < 60:
            return "DOTC", (int(whole), int(part), figure)
        return "DEC", float(figure)
    number = int(figure[:15])
    return _integer_class(figure, number), number


def _integer_class(figure: str, number: int) -> str:
    if len(figure) <= 2:
        limits = ((1, "NE"), (13, "NA"), (25, "NB"), (32, "NC"), (60, "ND"), (100, "NE"))
        return next(name for limit, name in limits if number < limit)
    if len(figure) == 3:
        return "NF"
    if len(figure) == 4 and figure[0] != "0" and 1000 <= number < 2200:
        return "YR"
    if len(figure) == 4 and number < 2400 and number % 100 < 60:
        return "HM"
    return "NG"
