"""Numbers in words and figures: "eleven hundred and fifty", "1.2 million", "half a dozen", "two-thirds"."""

from decimal import Decimal

import attrs

from discrepancy.mentions.quantities_lexicon import Lexicon, load_lexicon
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens
from discrepancy.mentions.quantities_words import read_below_thousand

__all__ = ["Number", "read_number"]

# A fraction of a unit is told to a third of itself: half an hour is 25 to 35 minutes.
_FRACTION_STEP = 1 / 3


@attrs.frozen(kw_only=True)
class Number:
    """A number that stands at tokens ``start`` to ``end``.

    ``resolution`` is the size of the last digit shown.  ``low`` and ``high`` are given for vague words only,
    which are in ``vague``.  ``kind`` is figure, words, vague, sign ("½"), share ("a third"), ordinal, or part:
    a fraction that needs a unit after it ("half an").  ``scale`` is the size of its scale word, else 1.
    """

    value: float
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


def read_number(tokens: Tokens, index: int, *, money: bool = False) -> Number | None:
    """Return the number that begins at token ``index``; beside ``money`` "m", "b" and "k" are scales."""
    lexicon = load_lexicon()
    word = tokens.words[index]
    if word[:1].isdigit() or (word[:1] == "." and len(word) > 1):
        return _read_figure(tokens, index, lexicon, money=money)
    if word in lexicon.words["fraction_signs"]:
        value = lexicon.words["fraction_signs"][word]
        return Number(value=value, resolution=value * _FRACTION_STEP, start=index, end=index + 1, kind="sign")
    return (
        _read_vague(tokens, index, lexicon)
        or _read_part(tokens, index, lexicon)
        or _read_words(tokens, index, lexicon)
    )


def _read_figure(tokens: Tokens, index: int, lexicon: Lexicon, *, money: bool) -> Number | None:
    text = (
        tokens.words[index].replace(",", "").replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    )
    if not text.replace(".", "", 1).isdigit():
        return None
    found = Number(value=float(text), resolution=_last_digit(text), start=index, end=index + 1)
    found = _add_vulgar_fraction(tokens, found, lexicon)
    found = _add_half(tokens, found)
    found = _scale(tokens, found, lexicon, money=money)
    return _read_share(tokens, found, lexicon) or found


def _last_digit(figure: str) -> float:
    """The size of the last digit shown, of at least two: 100 for 13200, 1 for 40, 10 for 100, 0.1 for 6.5."""
    if "." in figure:
        return 10.0 ** -len(figure.partition(".")[2])
    zeros = len(figure) - len(figure.rstrip("0"))
    return 10.0 ** max(0, min(zeros, len(figure) - 2))


def _add_vulgar_fraction(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """ "2½" and "2 1/2"; a bare "1/2" too, where it is a common fraction."""
    word = tokens.words[number.end]
    signs = lexicon.words["fraction_signs"]
    if word in signs:
        return attrs.evolve(number, value=number.value + signs[word], resolution=0.5, end=number.end + 1)
    at = number.end + (1 if word in HYPHENS else 0)
    fraction = _slash_fraction(tokens, at)
    if fraction is not None and number.value == int(number.value) and tokens.words[number.end] != "/":
        return attrs.evolve(number, value=number.value + fraction, resolution=0.5, end=at + 3)
    fraction = _slash_fraction(tokens, number.start)
    if fraction is not None:
        return attrs.evolve(
            number, value=fraction, resolution=fraction * _FRACTION_STEP, end=number.start + 3, kind="sign"
        )
    return number


def _slash_fraction(tokens: Tokens, index: int) -> float | None:
    over, sign, under = tokens.words[index : index + 3]
    if sign != "/" or not over.isdecimal() or under not in ("2", "3", "4", "5", "8"):
        return None
    return int(over) / int(under) if int(over) < int(under) and tokens.words[index + 3] != "/" else None


def _add_half(tokens: Tokens, number: Number) -> Number:
    """ "two and a half", "two-and-a-half", "three and three-quarters"."""
    at = tokens.skip_hyphen(number.end)
    if tokens.words[at] != "and":
        return number
    at = tokens.skip_hyphen(at + 1)
    for phrase, share in (
        (("a", "half"), 0.5),
        (("one", "half"), 0.5),
        (("a", "quarter"), 0.25),
        (("three", "quarters"), 0.75),
    ):
        second = tokens.skip_hyphen(at + 1)
        if tokens.words[at] == phrase[0] and tokens.words[second] == phrase[1]:
            return attrs.evolve(number, value=number.value + share, resolution=share, end=second + 1)
    return number


def _scale(tokens: Tokens, number: Number, lexicon: Lexicon, *, money: bool = False) -> Number:
    """Multiply by what follows: "million", "bn", "dozen"; "m" only beside money."""
    at = tokens.skip_hyphen(number.end)
    word = tokens.words[at]
    size = lexicon.scales.get(word) or lexicon.words["groups"].get(word) or lexicon.abbreviations.get(word)
    if size is None and money and tokens.starts[at] - tokens.ends[at - 1] <= 1:
        size = lexicon.words["short_abbreviations"].get(word)
    if size is None:
        return number
    step = size * number.resolution if word not in lexicon.words["groups"] else size * number.value * 0.2
    scaled = attrs.evolve(
        number, value=_times(number.value, size), resolution=step, end=at + 1, scale=number.scale * size
    )
    if number.low is not None and number.high is not None:
        scaled = attrs.evolve(
            scaled, low=number.low * size, high=number.high * size, vague=f"{number.vague} {word}"
        )
    half = _add_half(tokens, scaled)
    if half is not scaled:
        value = scaled.value + (half.value - scaled.value) * size
        scaled = attrs.evolve(half, value=value, resolution=size / 2)
    further = tokens.words[scaled.end]
    return _scale(tokens, scaled, lexicon) if further in lexicon.scales and word != further else scaled


def _times(value: float, size: float) -> float:
    """A product without the noise of binary fractions: 1.1 million is 1100000."""
    return float(Decimal(repr(value)) * Decimal(repr(size)))


def _read_vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    for phrase in lexicon.vague_first.get(tokens.words[index], ()):
        if not tokens.matches(index, phrase):
            continue
        low, high = lexicon.vague[phrase]
        end = index + len(phrase)
        found = Number(
            value=(low + high) / 2,
            resolution=0.0,
            start=index,
            end=end,
            kind="vague",
            low=low,
            high=high,
            vague=" ".join(phrase),
        )
        if tokens.words[end] == "of" and (
            tokens.words[end + 1] in lexicon.scales or tokens.words[end + 1] in lexicon.words["groups"]
        ):
            return _scale(tokens, attrs.evolve(found, end=end + 1), lexicon)
        return _scale(tokens, found, lexicon)
    return None


def _read_part(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """ "half a million", "half-million", "a quarter of an hour", "three-quarters of a mile"."""
    found = _read_fraction(tokens, index, lexicon)
    if found is None:
        return None
    part = attrs.evolve(found, resolution=found.value * _FRACTION_STEP)
    at = found.end
    if tokens.words[at] == "of" and tokens.words[at + 1] in ("a", "an", "one"):
        at += 2
    elif tokens.skip_hyphen(tokens.skip_hyphen(at)) and tokens.words[tokens.skip_hyphen(at)] in ("a", "an"):
        at = tokens.skip_hyphen(tokens.skip_hyphen(at) + 1)
    else:
        at = tokens.skip_hyphen(at)
    if tokens.words[at] in lexicon.scales or tokens.words[at] in lexicon.words["groups"]:
        step = 0.1 if found.value == 0.5 else found.value * _FRACTION_STEP
        return _scale(tokens, attrs.evolve(part, end=at, resolution=step, kind="words"), lexicon)
    if at > found.end and tokens.words[at] in lexicon.forms:
        return attrs.evolve(part, end=at, kind="part")
    return attrs.evolve(found, resolution=0.05)


def _read_fraction(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """ "half", "a third", "two-thirds", "nine-tenths"; as a share of one."""
    word = tokens.words[index]
    fractions = lexicon.words["fractions"]
    if word == "half":
        return Number(value=0.5, resolution=0.05, start=index, end=index + 1, kind="share")
    over = 1 if word in ("a", "an", "one") else lexicon.small.get(word, 0)
    if not over:
        return None
    at = tokens.skip_hyphen(index + 1)
    under = fractions.get(tokens.words[at], 0)
    is_plural = tokens.words[at].endswith("s")
    if not under or over >= under or is_plural != (over > 1):
        return None
    return Number(value=over / under, resolution=0.05, start=index, end=at + 1, kind="share")


def _read_words(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    word = tokens.words[index]
    if word in ("a", "an"):
        following = tokens.words[index + 1]
        if following not in lexicon.scales and following not in lexicon.words["groups"]:
            return None
        number = Number(value=1.0, resolution=1.0, start=index, end=index + 1, kind="words")
    elif word in lexicon.words["groups"]:
        return Number(value=12.0, resolution=2.4, start=index, end=index + 1, kind="words", scale=12.0)
    else:
        read = read_below_thousand(tokens, index, lexicon)
        if read is None:
            return None
        value, end = read
        number = Number(value=value, resolution=_last_digit(str(value)), start=index, end=end, kind="words")
    number = _read_share(tokens, number, lexicon) or number
    if number.kind == "share":
        return number
    return _read_compound(tokens, number, lexicon)


def _read_compound(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """Add up what follows a scale: "two thousand three hundred and five", "a hundred and twenty"."""
    number = _scale(tokens, _add_half(tokens, number), lexicon)
    size = lexicon.scales.get(tokens.words[number.end - 1], 0.0)
    while size >= 100:
        at = number.end
        if tokens.words[at] == ",":
            at += 1
        if tokens.words[at] == "and":
            at += 1
        read = read_below_thousand(tokens, at, lexicon)
        if read is None:
            break
        rest = Number(
            value=read[0], resolution=_last_digit(str(read[0])), start=at, end=read[1], kind="words"
        )
        rest = _scale(tokens, rest, lexicon)
        if rest.value >= size or tokens.words[rest.end] == "in" or _is_new_count(tokens, at, rest):
            break
        number = attrs.evolve(
            number, value=number.value + rest.value, resolution=rest.resolution, end=rest.end, scale=1.0
        )
        size = lexicon.scales.get(tokens.words[number.end - 1], 0.0)
    return number


def _is_new_count(tokens: Tokens, at: int, rest: Number) -> bool:
    """ "two thousand, twelve of them": a comma without "and" begins another number unless a scale follows."""
    return tokens.words[at - 1] == "," and not rest.is_scaled


def _read_share(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number | None:
    """ "one in five", "seven out of ten", "nine in every ten"."""
    if number.value != int(number.value) or not 0 < number.value < 100:
        return None
    at = tokens.skip_hyphen(number.end)
    for phrase in (("out", "of", "every"), ("out", "of"), ("in", "every"), ("of", "every"), ("in",)):
        if not tokens.matches(at, phrase):
            continue
        second = tokens.skip_hyphen(at + len(phrase))
        whole = _read_whole(tokens, second, lexicon)
        if (
            whole is None
            or whole[0] not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)
            or whole[0] <= number.value
        ):
            return None
        return attrs.evolve(
            number, value=number.value / whole[0], resolution=0.5 / whole[0], end=whole[1], kind="share"
        )
    return None


def _read_whole(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    word = tokens.words[index]
    if word.isdecimal():
        return float(word), index + 1
    read = read_below_thousand(tokens, index + (word == "a"), lexicon)
    return None if read is None else (float(read[0]), read[1])
