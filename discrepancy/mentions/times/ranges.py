"""Joins the two ends of a range ("from 1961 to 1964") to one mention."""

import re

import attrs

from discrepancy.mentions.times.lexer import Token
from discrepancy.mentions.times.resolve import join_values
from discrepancy.model.mentions import TimeMention

__all__ = ["join_ranges", "split_range"]

# The words between two ends, by what stands before the first one.
_TO = re.compile(
    r",?\s+(?:to|until|till|through|up\sto|and)\s+(?:about\s|around\s)?|\s?[-–—]\s?", re.IGNORECASE
)
_DASH = re.compile(r"\s?[-–—]\s?|\s+(?:to|through)\s+")
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)


def join_ranges(text: str, mentions: list[TimeMention]) -> list[TimeMention]:
    """Return the mentions with the ends of ranges joined."""
    result: list[TimeMention] = []
    for mention in mentions:
        if result and (joined := _join(text, result[-1], mention)) is not None:
            result[-1] = joined
        else:
            result.append(mention)
    return result


def split_range(token: Token) -> list[Token]:
    """Return the two ends of a range that one expression names ("16-17 May"), else the token itself."""
    draft = token.value
    if draft.cut is None or draft.until is None or draft.kind != "date":
        return [token]
    first = attrs.evolve(draft, until=None, cut=None)
    return [
        Token(token.start, draft.cut[0], token.code, first),
        Token(draft.cut[1], token.end, token.code, draft.until),
    ]


def _join(text: str, left: TimeMention, right: TimeMention) -> TimeMention | None:
    between = text[left.end : right.start]
    if (
        len(between) > 12
        or left.interval is None
        or right.interval is None
        or "/" in left.value + right.value
    ):
        return None
    opened = _FROM.search(text[max(0, left.start - 12) : left.start]) is not None
    pattern = _TO if opened else _DASH
    if pattern.fullmatch(between) is None or left.type != right.type:
        return None
    if (
        left.interval.start is None
        or right.interval.start is None
        or not left.interval.start < right.interval.start
    ):
        return None
    return attrs.evolve(left, end=right.end, time=join_values(left.time, right.time))
