"""Numbers in words and figures: "eleven hundred and fifty", "1.2 million", "half a dozen", "two-thirds"."""

import attrs

from discrepancy.mentions.quantities_fractions import add_vulgar_fraction, read_part, read_share
from discrepancy.mentions.quantities_lexicon import Lexicon, load_lexicon
from discrepancy.mentions.quantities_number import Number, add_half, last_digit, scale_number
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens
from discrepancy.mentions.quantities_words import read_below_thousand, read_decimals

__all__ = ["Number", "read_number"]

_GROUPING = str.maketrans("", "", ", \u00a0\u202f\u2009")

# A longer row of digits counts nothing: it is a code, and no float holds hundreds of them.
_LONGEST_FIGURE = 40


def read_number(tokens: Tokens, index: int, *, money: bool = False) -> Number | None:
    """Return the number that begins at token ``index``; beside ``money`` "m", "b" and "k" are scales."""
    lexicon = load_lexicon()
    word = tokens.words[index]
    if word[:1].isdigit() or (word[:1] == "." and len(word) > 1):
        return _read_figure(tokens, index, lexicon, money=money)
    if word in lexicon.words["fraction_signs"]:
        value = lexicon.words["fraction_signs"][word]
        return Number(value=value, resolution=0.05, start=index, end=index + 1, kind="share")
    if _is_minus(tokens, index):
        return _read_negative(tokens, index, lexicon)
    return (
        _read_vague(tokens, index, lexicon)
        or read_part(tokens, index, lexicon)
        or _read_words(tokens, index, lexicon)
    )


def _is_minus(tokens: Tokens, index: int) -> bool:
    """ "minus 12" and "-12"; a hyphen after a word or before a space is none."""
    word = tokens.words[index]
    if word == "minus":
        return True
    is_sign = word in HYPHENS or word == "−"
    return is_sign and not tokens.is_glued(index) and tokens.is_glued(index + 1)


def _read_negative(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    following = tokens.words[index + 1]
    if following[:1].isdigit():
        number = _read_figure(tokens, index + 1, lexicon, money=False)
    else:
        number = _read_words(tokens, index + 1, lexicon) if following in lexicon.small else None
    if number is None or number.kind == "sign":
        return None
    return attrs.evolve(number, value=-number.value, start=index)


def _read_figure(tokens: Tokens, index: int, lexicon: Lexicon, *, money: bool) -> Number | None:
    text = tokens.words[index].translate(_GROUPING)
    if len(text) > _LONGEST_FIGURE or not text.replace(".", "", 1).isdecimal():
        return None
    found = Number(value=float(text), resolution=last_digit(text), start=index, end=index + 1)
    found = add_vulgar_fraction(tokens, found, lexicon)
    found = add_half(tokens, found)
    found = scale_number(tokens, found, lexicon, money=money)
    return read_share(tokens, found, lexicon) or found


def _read_vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """Read "several", "dozens", "tens of thousands", "a couple of hundred", "a few dozen"."""
    for phrase in lexicon.vague_first.get(tokens.words[index], ()):
        if not tokens.matches(index, phrase):
            continue
        low, high, value = lexicon.vague[phrase]
        end = index + len(phrase)
        found = Number(
            value=value,
            resolution=0.0,
            start=index,
            end=end,
            kind="vague",
            low=low,
            high=high,
            vague=" ".join(phrase),
        )
        after = tokens.words[end + 1] if tokens.words[end] == "of" else ""
        if after in lexicon.scales or after in lexicon.words["groups"] or after in lexicon.forms:
            found = attrs.evolve(found, end=end + 1)
        return scale_number(tokens, found, lexicon)
    return None


def _read_words(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    word, following = tokens.words[index], tokens.words[index + 1]
    if word == "dozen":
        return Number(value=12.0, resolution=2.4, start=index, end=index + 1, kind="words", scale=12.0)
    if word == "hundred" and following in lexicon.scales:
        number = Number(value=100.0, resolution=10.0, start=index, end=index + 1, kind="words")
    elif word in ("a", "an"):
        if following not in lexicon.scales and following not in lexicon.words["groups"]:
            return None
        number = Number(value=1.0, resolution=1.0, start=index, end=index + 1, kind="words")
    else:
        read = read_below_thousand(tokens, index, lexicon)
        if read is None:
            return None
        value, end = read
        number = Number(value=value, resolution=last_digit(str(value)), start=index, end=end, kind="words")
    share = read_share(tokens, number, lexicon)
    return share or _read_compound(tokens, _add_decimals(tokens, number, lexicon), lexicon)


def _add_decimals(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """ "five point five", as a spoken figure is printed in a quotation."""
    if tokens.words[number.end] != "point":
        return number
    read = read_decimals(tokens, number.end + 1, lexicon)
    if read is None:
        return number
    digits, end = read
    value = float(f"{int(number.value)}.{digits}")
    return attrs.evolve(number, value=value, resolution=10.0 ** -len(digits), end=end)


def _read_compound(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """Add up what follows a scale: "two thousand three hundred and five", "a hundred and twenty"."""
    number = scale_number(tokens, add_half(tokens, number), lexicon)
    size = lexicon.scales.get(tokens.words[number.end - 1], 0.0)
    while size >= 100:
        at = number.end
        has_comma = tokens.words[at] == ","
        at += has_comma
        at += tokens.words[at] == "and"
        read = read_below_thousand(tokens, at, lexicon)
        if read is None:
            break
        value, end = read
        rest = Number(value=value, resolution=last_digit(str(value)), start=at, end=end, kind="words")
        rest = scale_number(tokens, rest, lexicon)
        # "two thousand, twelve of them": a comma begins another number unless "and" or a scale follows.
        is_new = has_comma and at == number.end + 1 and not rest.is_scaled
        if rest.value >= size or tokens.words[rest.end] == "in" or is_new:
            break
        total = number.value + rest.value
        number = attrs.evolve(number, value=total, resolution=rest.resolution, end=rest.end, scale=1.0)
        size = lexicon.scales.get(tokens.words[number.end - 1], 0.0)
    return number
