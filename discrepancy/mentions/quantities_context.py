"""Figures that are no count: years, dates, clock times, telephone, page and house numbers, parts of names."""

from discrepancy.mentions.numbers import Number
from discrepancy.mentions.quantities_counted import Counted
from discrepancy.mentions.quantities_lexicon import Lexicon, load_lexicon
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens

__all__ = ["is_date_or_clock", "is_name", "is_point_in_time", "is_year", "starts_sentence"]

_YEARS = range(1500, 2101)
_HARD_REFERENCES = frozenset(
    [
        "no",
        "nos",
        "flight",
        "route",
        "section",
        "page",
        "article",
        "chapter",
        "boeing",
        "airbus",
        "resolution",
        "windows",
    ]
)
_ENDS = frozenset(".!?:;\"“”‘'’()[]—–\n•*")


def is_year(tokens: Tokens, number: Number, counted: Counted | None) -> bool:
    """Whether a bare figure of four digits is a year ("the 2019 elections"), not a count ("1500 people")."""
    word = tokens.words[number.start]
    if number.end != number.start + 1 or len(word) != 4 or not word.isdecimal() or int(word) not in _YEARS:
        return False
    lexicon = load_lexicon()
    if counted is None or counted.index > number.end + 1:
        return True
    if tokens.words[number.start - 1] in lexicon.sets["not_counts.year_before"]:
        return True
    return (
        int(word) >= 1800 and tokens.words[counted.index] not in lexicon.sets["not_counts.counted_after_year"]
    )


def is_date_or_clock(tokens: Tokens, number: Number) -> bool:
    """Whether a month, "a.m." or another clock word stands beside the number, or a slash makes it a date."""
    lexicon = load_lexicon()
    months = lexicon.sets["not_counts.months"]
    if number.value > 3000 or number.value != int(number.value):
        return False
    before, after = tokens.words[number.start - 1] if number.start else "", tokens.words[number.end]
    if after in lexicon.sets["not_counts.clock_after"] or tuple(
        tokens.words[number.end : number.end + 3]
    ) in (
        ("a", ".", "m"),
        ("p", ".", "m"),
    ):
        return True
    if (tokens.is_glued(number.end) and after == "/") or (before == "/" and tokens.is_glued(number.start)):
        return True
    if number.value > 31:
        return False
    return _stands_at_month(tokens, number, months)


def _stands_at_month(tokens: Tokens, number: Number, months: frozenset[str]) -> bool:
    before = number.start - 1
    for _ in range(2):  # "June 18", "June 18-20"
        if before >= 0 and tokens.words[before] in months and tokens.raw(before)[:1].isupper():
            return True
        if before >= 1 and tokens.words[before] in (*HYPHENS, "to", "and", "or", "."):
            before -= 2 if tokens.words[before] != "." else 1
        else:
            break
    after = number.end
    for _ in range(2):  # "18 June", "18th of June", "18 and 19 June"
        word = tokens.words[after]
        if word in months and tokens.raw(after)[:1].isupper():
            return True
        if word in (*HYPHENS, "to", "and", "or") and tokens.words[after + 1].isdecimal():
            after += 2
        else:
            break
    return False


def is_point_in_time(tokens: Tokens, end: int) -> bool:
    """Whether a length of time is a distance from now ("two weeks ago")."""
    return tokens.words[end] in load_lexicon().sets["not_counts.points_after"]


def is_name(tokens: Tokens, number: Number, counted: Counted | None, *, is_hedged: bool) -> bool:
    """Whether the figure is part of a name or a reference: "Route 66", "No. 4", "A-38", "221 Oak Street"."""
    lexicon = load_lexicon()
    if (
        _is_stuck(tokens, number)
        or _is_telephone(tokens, number)
        or _is_ordinal_or_decade(tokens, number, lexicon)
    ):
        return True
    if is_hedged:
        return False
    return (
        _is_reference(tokens, number, counted, lexicon)
        or _is_capital_name(tokens, number, counted, lexicon)
        or _is_address(tokens, number, lexicon)
    )


def _is_stuck(tokens: Tokens, number: Number) -> bool:
    """A letter, "#", "@" or a hyphened word at the figure: "Catch-22", "#4", "3D", "2.0.1"."""
    start, end = number.start, number.end
    if start and tokens.is_glued(start):
        before = tokens.words[start - 1]
        if before in ("#", "@", "/", ".", "_", "&", "+", "=", "№") or before[-1:].isalnum():
            return True
        if (
            before in HYPHENS
            and start > 1
            and tokens.is_glued(start - 1)
            and tokens.words[start - 2][-1:].isalpha()
        ):
            return tokens.words[start - 2] not in load_lexicon().small and tokens.words[start - 2] != "to"
    if not tokens.is_glued(end):
        return False
    after = tokens.words[end]
    return after[:1].isalnum() or after in ("@", "_") or (after in ("/", ":") and tokens.is_glued(end + 1))


def _is_telephone(tokens: Tokens, number: Number) -> bool:
    """A leading zero, or three groups bound by hyphens or dots."""
    word = tokens.words[number.start]
    if word.isdecimal() and len(word) > 1 and word[0] == "0":
        return True
    at, groups = number.start, 1
    while (
        at > 1
        and tokens.words[at - 1] in (*HYPHENS, ".")
        and tokens.words[at - 2].isdecimal()
        and tokens.is_glued(at)
    ):
        at, groups = at - 2, groups + 1
    at = number.start
    while (
        tokens.words[at + 1] in (*HYPHENS, ".")
        and tokens.is_glued(at + 1)
        and tokens.words[at + 2].isdecimal()
    ):
        if not tokens.is_glued(at + 2):
            break
        at, groups = at + 2, groups + 1
        if len(tokens.words[at]) >= 4 and len(tokens.words[at - 2]) == 3:
            return True
    return groups >= 3


def _is_ordinal_or_decade(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "twenty-first", "1990s", and years in words: "nineteen ninety-eight"."""
    at = tokens.skip_hyphen(number.end)
    word = tokens.words[at]
    if at > number.end and word in lexicon.ordinals and word not in ("second", "quarter"):
        return True
    is_small_word = number.kind == "words" and 10 <= number.value < 100
    return is_small_word and at == number.end and lexicon.small.get(word, 0) >= 1


def _is_reference(tokens: Tokens, number: Number, counted: Counted | None, lexicon: Lexicon) -> bool:
    at = number.start - 1
    if at < 0:
        return False
    word = tokens.words[at]
    if (
        word == "."
        and at
        and tokens.words[at - 1] in ("no", "nos", "fig", "vol", "pp", "para", "art", "ch", "op")
    ):
        return True
    if word in _HARD_REFERENCES:
        return True
    if word == "of" and at and tokens.words[at - 1] == "group":
        return True
    return counted is None and word in lexicon.sets["not_counts.references"]


def _is_capital_name(tokens: Tokens, number: Number, counted: Counted | None, lexicon: Lexicon) -> bool:
    """ "Apollo 11", "Channel Four", "the Seven Sisters"."""
    if number.kind == "words" and tokens.raw(number.start)[:1].isupper():
        return not starts_sentence(tokens, number.start)
    at = number.start - 1
    if at < 0 or counted is not None or not tokens.raw(at)[:1].isupper() or not tokens.words[at].isalpha():
        return False
    return tokens.words[at] not in lexicon.sets["not_counts.weekdays"] and not starts_sentence(tokens, at)


def _is_address(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    at = number.end
    for index in range(at, at + 3):
        if not tokens.raw(index)[:1].isupper():
            return False
        if index > at and tokens.words[index] in lexicon.sets["not_counts.streets"]:
            return True
    return False


def starts_sentence(tokens: Tokens, index: int) -> bool:
    """Whether no word of the same sentence stands before this token."""
    return index == 0 or tokens.words[index - 1] in _ENDS
