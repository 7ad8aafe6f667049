"""Fractions and shares: "half a million", "two-thirds", "2 1/2", "one in five"."""

import attrs

from discrepancy.mentions.quantities_lexicon import Lexicon
from discrepancy.mentions.quantities_number import Number, scale_number
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens
from discrepancy.mentions.quantities_words import read_below_thousand

__all__ = ["add_vulgar_fraction", "read_part", "read_share"]

# A fraction of a unit is told to a third of itself: half an hour is 25 to 35 minutes.
_STEP = 1 / 3
# A fraction of a whole is told to a twentieth: "a quarter" may be 27 percent, "a third" 31.
_SHARE_STEP = 0.05
_UNDERS = frozenset(["2", "3", "4", "5", "8"])
_WHOLES = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000])


def add_vulgar_fraction(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """Read "2½", "2 1/2", and a bare "1/2", which needs a unit after it: it may be a date."""
    word = tokens.words[number.end]
    signs = lexicon.words["fraction_signs"]
    if word in signs:
        return attrs.evolve(number, value=number.value + signs[word], resolution=0.5, end=number.end + 1)
    at = number.end + (1 if word in HYPHENS else 0)
    fraction = _slash_fraction(tokens, at)
    if fraction is not None and number.value == int(number.value) and word != "/":
        return attrs.evolve(number, value=number.value + fraction, resolution=0.5, end=at + 3)
    fraction = _slash_fraction(tokens, number.start)
    if fraction is None:
        return number
    end = number.start + 3
    if tokens.words[end] == "of" and tokens.words[end + 1] in ("a", "an"):
        end += 2
    return attrs.evolve(number, value=fraction, resolution=fraction * _STEP, end=end, kind="sign")


def _slash_fraction(tokens: Tokens, index: int) -> float | None:
    over, sign, under = tokens.words[index : index + 3]
    if sign != "/" or not over.isdecimal() or under not in _UNDERS or int(over) >= int(under):
        return None
    return None if tokens.words[index + 3] == "/" else int(over) / int(under)


def read_part(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """Read "half a million", "a quarter of an hour", "three-quarters of a mile"; else the bare share."""
    found = _read_fraction(tokens, index, lexicon)
    if found is None:
        return None
    at = _skip_to_unit(tokens, found.end)
    part = attrs.evolve(found, resolution=found.value * _STEP, end=at)
    if tokens.words[at] in lexicon.scales or tokens.words[at] in lexicon.words["groups"]:
        step = 0.1 if found.value == 0.5 else found.value * _STEP
        return scale_number(tokens, attrs.evolve(part, resolution=step, kind="words"), lexicon)
    if at > found.end and tokens.words[at] in lexicon.forms:
        return attrs.evolve(part, kind="part")
    return None if tokens.words[index] == "quarter" else found


def _skip_to_unit(tokens: Tokens, at: int) -> int:
    """Step over "of a", "an" or a hyphen between a fraction and its unit."""
    if tokens.words[at] == "of" and tokens.words[at + 1] in ("a", "an", "one"):
        return at + 2
    second = tokens.skip_hyphen(at)
    if tokens.words[second] in ("a", "an"):
        return tokens.skip_hyphen(second + 1)
    return second


def _read_fraction(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """Read "half", "a third", "two-thirds", "nine-tenths" as a share of one."""
    word = tokens.words[index]
    if word in ("half", "quarter"):
        value = 0.5 if word == "half" else 0.25
        return Number(value=value, resolution=_SHARE_STEP, start=index, end=index + 1, kind="share")
    over = 1 if word in ("a", "an", "one") else lexicon.small.get(word, 0)
    if not over:
        return None
    at = tokens.skip_hyphen(index + 1)
    under = lexicon.words["fractions"].get(tokens.words[at], 0)
    is_plural = tokens.words[at].endswith("s")
    if not under or over >= under or is_plural != (over > 1):
        return None
    return Number(value=over / under, resolution=_SHARE_STEP, start=index, end=at + 1, kind="share")


def read_share(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number | None:
    """Read "one in five", "seven out of ten", "nine in every ten"; not "two in 10 minutes"."""
    if number.value != int(number.value) or not 0 < number.value < 100:
        return None
    at = tokens.skip_hyphen(number.end)
    for phrase in lexicon.out_of:
        if tokens.matches(at, phrase):
            whole = _read_whole(tokens, tokens.skip_hyphen(at + len(phrase)), lexicon)
            break
    else:
        return None
    if whole is None or whole[0] not in _WHOLES or whole[0] <= number.value:
        return None
    if tokens.words[tokens.skip_hyphen(whole[1])] in lexicon.forms:
        return None
    value = number.value / whole[0]
    return attrs.evolve(number, value=value, resolution=0.5 / whole[0], end=whole[1], kind="share")


def _read_whole(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    word = tokens.words[index]
    if word.isdecimal():
        return float(word), index + 1
    read = read_below_thousand(tokens, index + (word == "a"), lexicon)
    return None if read is None else (float(read[0]), read[1])
