"""Two figures of one result: votes ("124 votes to 108", "7-2") and scores ("2-1")."""

import attrs

from discrepancy.mentions.numbers import read_number
from discrepancy.mentions.quantities_counted import Counted, is_plural
from discrepancy.mentions.quantities_lexicon import load_lexicon
from discrepancy.mentions.quantities_number import Number
from discrepancy.mentions.quantities_reading import Reading
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens
from discrepancy.mentions.quantities_units import read_unit

__all__ = ["read_pair"]

_REACH = 12
_NEAR_REACH = 4
_MOST_VOTES = 1000
# Basketball reaches 180; beyond that a pair is no score.
_MOST_POINTS = 200


@attrs.frozen(kw_only=True)
class _Pair:
    """Two figures and the words around them."""

    first: Number
    second: Number
    is_hyphened: bool
    is_named: bool
    before: frozenset[str]
    near: frozenset[str]
    after: str
    is_ranged: bool
    is_listed: bool


def read_pair(tokens: Tokens, number: Number) -> Reading | None:
    """Read a vote or a score as one quantity with two figures.

    A falling or level pair at a hyphen is a score without further cues; a rising one, and "35 to 23", need a
    cue near by.  "15-20 protesters" is a range.
    """
    pair = _read_figures(tokens, number)
    if pair is None or tokens.words[number.start - 1] in _words("not_after"):
        return None
    is_vote = _is_vote(pair)
    if not (is_vote or _is_score(pair)):
        return None
    counted = Counted("vote", number.end if pair.is_named else None) if is_vote else None
    return Reading(
        number=number,
        value=number.value,
        other=pair.second.value,
        start=number.start,
        end=pair.second.end,
        next=pair.second.end,
        unit="count" if is_vote else "score",
        counted=counted,
    )


def _read_figures(tokens: Tokens, number: Number) -> _Pair | None:
    if not _is_plain(number):
        return None
    at = number.end
    is_named = tokens.words[at] in _words("votes")
    at += is_named
    is_hyphened = tokens.words[at] in HYPHENS and tokens.is_glued(at) and tokens.is_glued(at + 1)
    if not is_hyphened and tokens.words[at] not in _words("joins"):
        return None
    second = read_number(tokens, at + 1)
    if second is None or not _is_plain(second) or second.kind != number.kind or _goes_on(tokens, second.end):
        return None
    after = tokens.words[tokens.skip_hyphen(second.end)]
    is_ranged = read_unit(tokens, second.end) is not None or is_plural(after, load_lexicon())
    before = _words_before(tokens, number.start)
    return _Pair(
        first=number,
        second=second,
        is_hyphened=is_hyphened,
        is_named=is_named,
        before=frozenset(before),
        near=frozenset(before[-_NEAR_REACH:]),
        after=after,
        is_ranged=is_ranged and after not in _words("counted"),
        is_listed=_falls(tokens, number.start - 4) or _falls(tokens, second.end + 1),
    )


def _falls(tokens: Tokens, at: int) -> bool:
    """Whether a falling pair stands here beside a comma: "3-6" between "6-4," and ", 7-5" is a set too."""
    if at < 0:
        return False
    left, hyphen, right, after = tokens.words[at : at + 4]
    is_beside = "," in (after, tokens.words[at - 1] if at else "")
    is_pair = left.isdecimal() and right.isdecimal() and hyphen in HYPHENS
    return is_beside and is_pair and int(left) > int(right)


def _is_plain(number: Number) -> bool:
    is_whole = number.value == int(number.value) and number.value >= 0
    return is_whole and not number.is_scaled and number.vague is None and number.kind in ("figure", "words")


def _goes_on(tokens: Tokens, end: int) -> bool:
    """A third group makes a date or a telephone number."""
    return tokens.words[end] in HYPHENS and tokens.is_glued(end) and tokens.words[end + 1].isdigit()


def _is_vote(pair: _Pair) -> bool:
    if max(pair.first.value, pair.second.value) >= _MOST_VOTES:
        return False
    if pair.is_named:
        return True
    falls = pair.first.value > pair.second.value
    if not falls and not pair.before & _words("lost"):
        return False
    if pair.after in _words("after_vote") or pair.before & _words("vote_cues"):
        return True
    return pair.is_hyphened and bool(pair.before & _words("vote_bodies"))


def _is_score(pair: _Pair) -> bool:
    cues = _words("score_cues")
    rises = pair.first.value < pair.second.value
    if max(pair.first.value, pair.second.value) >= _MOST_POINTS or (pair.is_ranged and rises):
        return False
    if pair.is_listed and pair.is_hyphened:
        return True
    if not pair.is_hyphened:
        return bool(pair.near & cues) and not pair.is_ranged
    return not rises or bool(pair.before & cues) or pair.after in cues


def _words(name: str) -> frozenset[str]:
    """A list of the words of contests."""
    return load_lexicon().sets[f"contests.{name}"]


def _words_before(tokens: Tokens, index: int) -> list[str]:
    """The words of the same sentence before this token, at most a dozen."""
    words = tokens.words[max(0, index - _REACH) : index]
    for place in range(len(words) - 1, -1, -1):
        if words[place] in (".", "!", "?", ";"):
            return words[place + 1 :]
    return words
