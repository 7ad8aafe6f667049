"""The noun that the number readers share, and the scale words that multiply it."""

from decimal import Decimal

import attrs

from discrepancy.mentions.quantities_lexicon import Lexicon, load_lexicon
from discrepancy.mentions.quantities_tokens import Tokens

__all__ = ["Number", "add_half", "last_digit", "scale_number"]


@attrs.frozen(kw_only=True)
class Number:
    """A number that stands at tokens ``start`` to ``end``.

    ``resolution`` is the size of the last digit shown.  ``low`` and ``high`` are given for vague words only,
    which are in ``vague``.  ``kind`` is figure, words, vague, sign ("1/2"), share ("a third"), ordinal, or
    part: a fraction that needs a unit after it ("half an").  ``scale`` is the size of its scale word, else 1.
    """

    value: float = attrs.field(converter=float)
    resolution: float
    start: int
    end: int
    kind: str = "figure"
    low: float | None = None
    high: float | None = None
    vague: str | None = None
    scale: float = 1.0

    @property
    def is_scaled(self) -> bool:
        """Whether a scale word is part of the number."""
        return self.scale != 1.0


def last_digit(figure: str) -> float:
    """Return the size of the last digit shown, of at least two: 100 for 13200, 1 for 40, 0.1 for 6.5."""
    if "." in figure:
        return 10.0 ** -len(figure.partition(".")[2])
    zeros = len(figure) - len(figure.rstrip("0"))
    return 10.0 ** max(0, min(zeros, len(figure) - 2))


def add_half(tokens: Tokens, number: Number) -> Number:
    """Add what "and a half" gives: "two and a half", "two-and-a-half", "three and three-quarters"."""
    at = tokens.skip_hyphen(number.end)
    if tokens.words[at] != "and":
        return number
    at = tokens.skip_hyphen(at + 1)
    second = tokens.skip_hyphen(at + 1)
    share = load_lexicon().words["added"].get(f"{tokens.words[at]} {tokens.words[second]}")
    if share is None or tokens.words[second + 1] == "of":
        return number
    return attrs.evolve(number, value=number.value + share, resolution=min(share, 0.5), end=second + 1)


def scale_number(tokens: Tokens, number: Number, lexicon: Lexicon, *, money: bool = False) -> Number:
    """Multiply by what follows: "million", "bn", "dozen"; "m" only beside ``money``."""
    at = tokens.skip_hyphen(number.end)
    word = tokens.words[at]
    groups = lexicon.words["groups"]
    size = lexicon.scales.get(word) or groups.get(word) or lexicon.abbreviations.get(word)
    if size is None and money and tokens.starts[at] - tokens.ends[at - 1] <= 1:
        size = lexicon.words["short_abbreviations"].get(word)
    if size is None:
        return number
    # A dozen is a round word: two dozen may be 22 or 26.
    step = size * number.value * 0.2 if word in groups else size * number.resolution
    scaled = attrs.evolve(
        number, value=_times(number.value, size), resolution=step, end=at + 1, scale=number.scale * size
    )
    if number.low is not None and number.high is not None:
        words = f"{number.vague} {word}"
        scaled = attrs.evolve(scaled, low=number.low * size, high=number.high * size, vague=words)
    scaled = _add_scaled_half(tokens, scaled, size, lexicon)
    further = tokens.words[scaled.end]
    is_product = further in lexicon.scales and word != further
    return scale_number(tokens, scaled, lexicon) if is_product else scaled


def _add_scaled_half(tokens: Tokens, scaled: Number, size: float, lexicon: Lexicon) -> Number:
    """ "a million and a half"; but "a billion and a half million" is another sum."""
    half = add_half(tokens, scaled)
    if half is scaled or tokens.words[half.end] in lexicon.scales:
        return scaled
    value = scaled.value + (half.value - scaled.value) * size
    return attrs.evolve(half, value=value, resolution=size / 2)


def _times(value: float, size: float) -> float:
    """A product without the noise of binary fractions: 1.1 million is 1100000."""
    return float(Decimal(repr(value)) * Decimal(repr(size)))
