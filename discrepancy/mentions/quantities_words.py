"""Number words up to ninety-nine hundred, and spoken decimals."""

from discrepancy.mentions.quantities_lexicon import Lexicon
from discrepancy.mentions.quantities_tokens import Tokens

__all__ = ["read_below_thousand", "read_decimals"]


def read_below_thousand(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the value of number words like "eleven hundred and fifty" and the token after them."""
    read = _read_below_hundred(tokens, index, lexicon)
    if read is None:
        return None
    value, end = read
    at = tokens.skip_hyphen(end)
    if tokens.words[at] != "hundred" or value == 0:
        return value, end
    value, end = value * 100, at + 1
    at = end + 1 if tokens.words[end] == "and" else tokens.skip_hyphen(end)
    rest = _read_below_hundred(tokens, at, lexicon)
    if (
        rest is None
        or rest[0] == 0
        or tokens.words[rest[1]] == "hundred"
        or _makes_share(tokens, rest[1], lexicon)
    ):
        return value, end
    return value + rest[0], rest[1]


def _makes_share(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "two hundred and one in five": the last word belongs to a share."""
    return tokens.words[at] == "in" and tokens.words[at + 1] in lexicon.small


def _read_below_hundred(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    word = tokens.words[index]
    if word not in lexicon.small:
        return None
    value = lexicon.small[word]
    if value < 20:
        return value, index + 1
    at = tokens.skip_hyphen(index + 1)
    one = lexicon.words["ones"].get(tokens.words[at], 0)
    return (value + one, at + 1) if 0 < one < 10 else (value, index + 1)


def read_decimals(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the digits after "point" ("zero three", "seventy-one") and the token after them."""
    digits = ""
    while (read := _read_below_hundred(tokens, index, lexicon)) is not None:
        digits += str(read[0])
        index = read[1]
    return (digits, index) if digits else None
