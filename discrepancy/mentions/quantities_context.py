"""Figures that are no count: years, dates, clock times, telephone, page and house numbers, parts of names."""

from discrepancy.mentions.quantities_counted import Counted
from discrepancy.mentions.quantities_lexicon import Lexicon, load_lexicon
from discrepancy.mentions.quantities_number import Number
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens

__all__ = [
    "is_age_limit",
    "is_date_or_clock",
    "is_name",
    "is_point_in_time",
    "is_share",
    "is_stuck",
    "is_stuck_before",
    "is_year",
    "starts_sentence",
]

_YEARS = range(1500, 2101)
# A third, a quarter, a fifth ... look like ordinals.
_ORDINAL_SHARES = frozenset(1 / under for under in range(3, 11))
_APOSTROPHES = frozenset("'’‘")
_STICKING = frozenset(["#", "@", "/", ".", "_", "&", "+", "=", "№"])
_BINDERS = HYPHENS | {"."}
_ENDS = frozenset(".!?:;\"“”‘'’()[]—–\n•*")


def is_year(tokens: Tokens, number: Number, counted: Counted | None) -> bool:
    """Whether a bare figure of four digits is a year ("the 2019 elections"), not a count ("1500 people")."""
    word = tokens.words[number.start]
    if number.end != number.start + 1 or len(word) != 4 or not word.isdecimal() or int(word) not in _YEARS:
        return False
    lexicon = load_lexicon()
    if counted is None or counted.index is None or counted.index > number.end + 1:
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


def is_age_limit(tokens: Tokens, start: int) -> bool:
    """Whether the words before a hedge name people who are told apart by age ("children under 5")."""
    return start > 0 and tokens.words[start - 1] in load_lexicon().sets["ages.groups"]


def is_share(tokens: Tokens, number: Number, *, is_hedged: bool) -> bool:
    """Whether a fraction is a share: "half of the", "by a third"; not "the second half", "a third man"."""
    lexicon = load_lexicon()
    if number.end - number.start > 2 or number.value not in (0.5, *_ORDINAL_SHARES):
        return True
    before = tokens.words[number.start - 1] if number.start else ""
    after = tokens.words[number.end]
    if before in lexicon.sets["shares.not_before_half"]:
        return False
    if after == "of" or (is_hedged and not after.isalpha()) or before == "by":
        return True
    if number.value == 0.5:
        return tokens.words[number.start] == "half" and (
            after in lexicon.sets["shares.after_half"] or is_hedged
        )
    return tokens.words[number.end - 1].endswith("s")


def is_name(tokens: Tokens, number: Number, counted: Counted | None, *, is_hedged: bool) -> bool:
    """Whether the figure is part of a name or a reference: "Route 66", "No. 4", "A-38", "221 Oak Street"."""
    lexicon = load_lexicon()
    if (
        is_stuck(tokens, number)
        or _is_telephone(tokens, number, counted)
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


def is_stuck(tokens: Tokens, number: Number) -> bool:
    """Whether letters or signs stand right at the figure: "Catch-22", "#4", "3D", "2.0.1"."""
    if is_stuck_before(tokens, number):
        return True
    end = number.end
    if not tokens.is_glued(end):
        return False
    after = tokens.words[end]
    if after in HYPHENS and number.kind == "figure" and tokens.words[end + 1] in load_lexicon().small:
        return tokens.is_glued(end + 1)  # "7-Eleven"
    if after in HYPHENS and tokens.words[end + 1].isalpha() and tokens.words[end + 2] in HYPHENS:
        return tokens.is_glued(end + 2) and tokens.words[end + 3].isdecimal()  # "23-cv-1017"
    return after[:1].isalnum() or after in ("@", "_") or (after in ("/", ":") and tokens.is_glued(end + 1))


def is_stuck_before(tokens: Tokens, number: Number) -> bool:
    """Whether a letter, a sign or a hyphened word stands right before the figure, or it begins with 0."""
    start, word = number.start, tokens.words[number.start]
    if word.isdecimal() and len(word) > 1 and word[0] == "0":
        return True
    if not start or not tokens.is_glued(start):
        return False
    before = tokens.words[start - 1]
    if before in _STICKING or before[-1:].isalnum():
        return True
    if before in _APOSTROPHES and len(word) == 2 and word.isdecimal():
        return True  # the year '98
    if before not in HYPHENS or start < 2 or not tokens.is_glued(start - 1):
        return False
    word = tokens.words[start - 2]
    return word[-1:].isalnum() and word not in load_lexicon().small and word != "to"


def _is_telephone(tokens: Tokens, number: Number, counted: Counted | None) -> bool:
    """Three groups bound by hyphens or dots, "555-1234", or bare figures in a row."""
    start = number.start
    if counted is None and number.end == start + 1:
        around = (tokens.words[start - 1] if start else "", tokens.words[number.end])
        if any(word.isdecimal() for word in around):
            return True
    left, right = _count_groups(tokens, start, -1), _count_groups(tokens, start, 1)
    is_local = right == 1 and len(tokens.words[start]) == 3 and len(tokens.words[start + 2]) == 4
    return left + right >= 2 or is_local


def _count_groups(tokens: Tokens, at: int, step: int) -> int:
    """How many figures, at most two, are bound to this one in one direction."""
    for groups in range(2):
        binder, figure = at + step, at + 2 * step
        if figure < 0 or tokens.words[binder] not in _BINDERS or not tokens.words[figure].isdecimal():
            return groups
        if not (tokens.is_glued(max(at, binder)) and tokens.is_glued(max(binder, figure))):
            return groups
        at = figure
    return 2


def _is_ordinal_or_decade(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "twenty-first", "1990s", and years in words: "nineteen ninety-eight"."""
    at = tokens.skip_hyphen(number.end)
    word = tokens.words[at]
    if word == "s" and tokens.is_glued(at):
        return True
    if at > number.end and word in lexicon.ordinals and word not in ("second", "quarter"):
        return True
    if number.kind != "words" or not 10 <= number.value < 100:
        return at > number.end and word in lexicon.sets["nouns.no_head"]
    before = tokens.words[number.start - 1] if number.start else ""
    is_year = lexicon.small.get(before, 0) >= 10 or (at == number.end and lexicon.small.get(word, 0) >= 1)
    return is_year or (at > number.end and word in lexicon.sets["nouns.no_head"])


def _is_reference(tokens: Tokens, number: Number, counted: Counted | None, lexicon: Lexicon) -> bool:
    at = number.start - 1
    if at < 0:
        return False
    word = tokens.words[at]
    if word == "." and at and tokens.words[at - 1] in lexicon.sets["not_counts.abbreviated"]:
        return True
    if word in lexicon.sets["not_counts.hard_references"]:
        return True
    if counted is None and tokens.words[number.start] in lexicon.sets["not_counts.emergency"]:
        return True
    if tokens.words[number.end] == "block" and number.value >= 100:
        return True  # "the 12000 block of Oak Street"
    if (
        word == "or"
        and at
        and number.value == 2
        and tokens.words[at - 1] not in lexicon.small
        and counted is None
    ):
        return tokens.words[at - 1].isalpha()  # "a day or two"
    if word == "of" and at and tokens.words[at - 1] == "group":
        return True
    if word in ("and", "or", "to") and at > 1 and tokens.words[at - 1].isdecimal():
        word = tokens.words[at - 2]  # "exits 12 and 14"
    return counted is None and word in lexicon.sets["not_counts.references"]


def _is_capital_name(tokens: Tokens, number: Number, counted: Counted | None, lexicon: Lexicon) -> bool:
    """ "Apollo 11", "Channel Four", "the Seven Sisters"."""
    if number.kind == "words" and tokens.raw(number.start)[:1].isupper():
        return not starts_sentence(tokens, number.start)
    at = number.start - 1
    if _is_model(tokens, number):
        return True
    if at < 0 or counted is not None or tokens.raw(at).islower() or not tokens.words[at].isalpha():
        return False
    return tokens.words[at] not in lexicon.sets["not_counts.weekdays"] and not starts_sentence(tokens, at)


def _is_model(tokens: Tokens, number: Number) -> bool:
    """ "iPhone 15 sales", "Boeing's 737 MAX": a name with a capital inside, or one in capitals after a possessive."""
    at, after = number.start - 1, tokens.raw(number.end)
    if at < 0 or number.kind != "figure" or number.is_scaled:
        return False
    before = tokens.raw(at)
    if before[:1].islower() and any(letter.isupper() for letter in before):
        return True
    is_owned = before.endswith(("'s", "’s")) and before[:1].isupper()
    return is_owned and len(after) > 1 and after.isalpha() and after.isupper()


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
