"""Hangs units, currencies and rates on a number, and joins the parts of "two hours, six minutes"."""

import attrs

from discrepancy.mentions.numbers import read_number
from discrepancy.mentions.quantities_counted import is_plural
from discrepancy.mentions.quantities_lexicon import load_lexicon
from discrepancy.mentions.quantities_number import Number
from discrepancy.mentions.quantities_rates import add_rate
from discrepancy.mentions.quantities_reading import Reading
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens
from discrepancy.mentions.quantities_units import Currency, read_currency_after, read_unit
from discrepancy.values.units import Unit, load_units, shown_step

__all__ = ["add_measure", "read_single"]

# "three months and 12 days" counts its days in a mean month.
_MONTH = 30.4375 * 86400


def add_measure(tokens: Tokens, reading: Reading, money: Currency | None) -> Reading:
    """Return ``reading`` in the canonical unit of the unit or currency at it."""
    if money is not None:
        return add_rate(tokens, _as_money(reading, money.code, money.factor, reading.end))
    reading = _read_letter_scale(tokens, reading)
    currency = read_currency_after(tokens, reading.end)
    if currency is not None:
        minor = _as_money(reading, currency.code, currency.factor, currency.end)
        return add_rate(tokens, _add_cents(tokens, minor))
    unit = read_unit(tokens, reading.end)
    if unit is None or _is_ordinal_second(tokens, reading, unit):
        return _as_share(reading)
    return _as_measure(tokens, reading, *unit)


def _as_money(reading: Reading, code: str, factor: float, end: int) -> Reading:
    return attrs.evolve(
        reading,
        unit=code,
        value=reading.value * factor,
        upper=None if reading.upper is None else reading.upper * factor,
        factor=factor,
        resolution=reading.resolution * factor,
        end=end,
        next=end,
    )


def _add_cents(tokens: Tokens, reading: Reading) -> Reading:
    """ "thirteen dollars and forty-five cents"."""
    at = reading.end + (tokens.words[reading.end] == "and")
    second = read_number(tokens, at)
    if second is None or second.value >= 100 or reading.factor != 1.0 or reading.upper is not None:
        return reading
    cents = read_currency_after(tokens, second.end)
    if cents is None or cents.factor == 1.0:
        return reading
    value = reading.value + second.value * cents.factor
    return attrs.evolve(reading, value=value, resolution=cents.factor, end=cents.end, next=cents.end)


def _read_letter_scale(tokens: Tokens, reading: Reading) -> Reading:
    """ "1.5m users", "12k jobs", "1.5m euros": a letter is a scale before a plural noun or a currency."""
    lexicon = load_lexicon()
    at, number = reading.end, reading.number
    size = lexicon.words["short_abbreviations"].get(tokens.words[at])
    if size is None or number.kind != "figure" or number.is_scaled or not tokens.is_glued(at):
        return reading
    after = tokens.skip_hyphen(at + 1)
    money = read_currency_after(tokens, after)
    if money is None and not _is_letter_count(tokens, at, after):
        return reading
    return attrs.evolve(
        reading,
        number=attrs.evolve(number, scale=size, end=at + 1),
        value=round(reading.value * size, 6),
        upper=None if reading.upper is None else reading.upper * size,
        resolution=reading.resolution * size,
        end=at + 1,
        next=at + 1,
    )


def _is_letter_count(tokens: Tokens, at: int, after: int) -> bool:
    """ "1.5m users", "10k"; "10M" with a capital is no metre, "5k run" is a distance."""
    is_counted = is_plural(tokens.words[after], load_lexicon())
    if tokens.words[at] == "k":
        return is_counted or not tokens.words[after].isalpha()
    if tokens.words[at] == "m":
        return is_counted or tokens.raw(at) == "M"
    return tokens.words[at] == "b" and (is_counted or not tokens.words[after].isalpha())


def _is_ordinal_second(tokens: Tokens, reading: Reading, unit: tuple[Unit, int]) -> bool:
    """ "two second chances": a spaced "second" after more than one is an ordinal."""
    return (
        tokens.words[unit[1] - 1] == unit[0].name == "second"
        and reading.value > 1
        and reading.value == int(reading.value)
        and tokens.words[unit[1] - 2] not in HYPHENS
    )


def _as_share(reading: Reading) -> Reading:
    if reading.number.kind != "share":
        return reading
    resolution = reading.resolution * 100
    return attrs.evolve(
        reading,
        unit="percent",
        value=reading.value * 100,
        factor=100.0,
        resolution=resolution,
        written="percent",
    )


def _as_measure(tokens: Tokens, reading: Reading, unit: Unit, end: int) -> Reading:
    number = reading.number
    is_part = number.kind in ("part", "share", "sign") or number.is_scaled
    resolution = (
        reading.resolution * unit.factor if is_part else shown_step(unit, reading.value, reading.resolution)
    )
    measured = attrs.evolve(
        reading,
        unit=unit.to,
        value=unit.convert(reading.value),
        upper=None if reading.upper is None else unit.convert(reading.upper),
        factor=unit.factor,
        resolution=resolution,
        written=unit.name,
        end=end,
        next=end,
    )
    measured = _add_half_after(tokens, measured, unit)
    measured = _add_smaller(tokens, measured, unit)
    return _as_age(tokens, measured) or add_rate(tokens, measured)


def _add_half_after(tokens: Tokens, reading: Reading, unit: Unit) -> Reading:
    """ "an hour and a half", "two years and a half"."""
    at = reading.end
    if tokens.words[at] != "and":
        return reading
    at += tokens.words[at + 1] == "a"
    share = {"half": 0.5, "quarter": 0.25}.get(tokens.words[at + 1])
    if share is None or tokens.words[at + 2] == "of":
        return reading
    value = reading.value + share * unit.factor
    return attrs.evolve(reading, value=value, resolution=share * unit.factor, end=at + 2, next=at + 2)


def _add_smaller(tokens: Tokens, reading: Reading, unit: Unit) -> Reading:
    """Add the smaller parts: "two hours, six minutes and 41 seconds", "six foot two"."""
    if reading.upper is not None or reading.unit not in ("second", "month", "metre", "kilogram"):
        return reading
    while True:
        at = reading.end
        at += tokens.words[at] == ","
        at += tokens.words[at] == "and"
        second = read_number(tokens, at) or (_bare_one(tokens, at))
        if second is None or second.vague:
            return reading
        smaller = read_unit(tokens, second.end) or _bare_inches(tokens, reading, unit, second)
        if smaller is None or not _fits(reading, unit, smaller[0], second):
            return reading
        unit, end = smaller
        # A time told to the minute is cut off as often as rounded, so it is taken for twice as wide.
        factor = unit.factor / _MONTH if reading.unit == "month" and unit.to == "second" else unit.factor
        step = factor * second.resolution * (2 if reading.unit == "second" and factor > 1 else 1)
        value = reading.value + second.value * factor
        reading = attrs.evolve(reading, value=value, resolution=step, end=end, next=end, written=None)


def _bare_one(tokens: Tokens, at: int) -> Number | None:
    """ "one hour and a minute"."""
    if tokens.words[at] not in ("a", "an"):
        return None
    return Number(value=1.0, resolution=1.0, start=at, end=at + 1, kind="words")


def _bare_inches(tokens: Tokens, reading: Reading, unit: Unit, second: Number) -> tuple[Unit, int] | None:
    is_height = unit.name == "foot" and second.start == reading.end and second.value < 12
    is_height = is_height and not tokens.words[second.end].isdigit()
    end = second.end + (tokens.words[second.end] == "in" and _ends_height(tokens, second.end + 1))
    return (load_units()["inch"], end) if is_height else None


def _ends_height(tokens: Tokens, at: int) -> bool:
    """ "6 ft 2 in tall", not "6 ft 2 in his socks"."""
    return not tokens.words[at].isalpha() or tokens.words[at] in load_lexicon().sets["clauses.heights"]


def _fits(reading: Reading, unit: Unit, smaller: Unit, second: Number) -> bool:
    """A part is of the same kind, smaller, and less than one of the larger unit."""
    if second.kind == "share" or (unit.to == "metre" and unit.name != "foot"):
        return False
    if unit.to == "month" and smaller.to == "second":
        return second.value * smaller.factor < min(unit.factor, 3.0) * _MONTH
    return smaller.to == unit.to and second.value * smaller.factor < unit.factor


def _as_age(tokens: Tokens, reading: Reading) -> Reading | None:
    """ "58-year-old", "72 years old", "three months of age"; in years."""
    if reading.unit not in ("second", "month"):
        return None
    lexicon = load_lexicon()
    at = tokens.skip_hyphen(reading.end)
    if tokens.words[at] in lexicon.sets["ages.old"]:
        end = at + 1
    elif tokens.words[at] == "of" and tokens.words[at + 1] == "age":
        end = at + 2
    elif _has_years(tokens, reading):
        end = reading.end
    else:
        return None
    years = 1 / 12 if reading.unit == "month" else 1 / (365.25 * 86400)
    return attrs.evolve(
        reading,
        unit="age",
        value=reading.value * years,
        upper=None if reading.upper is None else reading.upper * years,
        factor=reading.factor * years,
        resolution=1.0 if reading.written == "year" else reading.factor * years,
        written="year",
        end=end,
        next=end,
    )


def _has_years(tokens: Tokens, reading: Reading) -> bool:
    """ "who has 51 years,": a calque for an age, told by the clause that ends there."""
    start, ages = reading.start, load_lexicon().sets
    return (
        reading.written == "year"
        and start > 1
        and tokens.words[start - 1] in ages["ages.have"]
        and tokens.words[start - 2] in ages["ages.have_after"]
        and tokens.words[reading.end] in (",", ".", ")", ";")
    )


def read_single(tokens: Tokens, index: int) -> Reading | None:
    """Read "an hour", "a full hour", "a year and a half", "half an hour" without a number word."""
    lexicon = load_lexicon()
    if tokens.words[index] not in lexicon.sets["clauses.single"]:
        return None
    at = index + 1
    is_whole = tokens.words[at] in lexicon.sets["clauses.whole"]
    unit = read_unit(tokens, at + is_whole)
    if unit is None or unit[0].to not in ("second", "month") or unit[0].name == "second":
        return None
    is_sure = is_whole or tokens.words[index] == "another"
    if tokens.words[unit[1] - 1].endswith("s") or not (is_sure or _is_length(tokens, index, unit[1])):
        return None
    number = Number(value=1.0, resolution=1.0, start=index, end=at + is_whole, kind="words")
    reading = Reading(number=number, value=1.0, resolution=1.0, start=index, end=number.end, next=number.end)
    return _as_measure(tokens, reading, *unit)


def _is_length(tokens: Tokens, index: int, end: int) -> bool:
    """Whether "an hour" or "a day" is a length of time: after a cue, or with a half; not a rate."""
    lexicon = load_lexicon()
    if tokens.words[end] == "and" and tokens.words[end + 1] == "a":
        return True
    if tokens.words[tokens.skip_hyphen(end)] in lexicon.sets["clauses.long"]:
        return True
    return index > 0 and tokens.words[index - 1] in lexicon.sets["clauses.duration_cues"]
