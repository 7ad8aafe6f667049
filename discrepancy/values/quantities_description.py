"""A quantity in plain English."""

from discrepancy.language import load_words
from discrepancy.values.quantities_value import Quantity
from discrepancy.values.units import Unit, load_units

__all__ = ["describe_quantity", "plural"]

_PREFIXES = {
    "about": "about ",
    "nearly": "nearly ",
    "just_under": "just under ",
    "just_over": "just over ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "up_to": "up to ",
    "further": "another ",
}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_PARTS = {
    "second": (("day", 86400.0), ("hour", 3600.0), ("minute", 60.0), ("second", 1.0)),
    "month": (("year", 12.0), ("month", 1.0), ("day", 1 / 30.4375)),
}
_NATURAL = {
    "second": ("week", "day", "hour", "minute", "second"),
    "month": ("year", "month"),
    "metre": ("kilometre", "metre", "centimetre"),
    "kilogram": ("tonne", "kilogram", "gram"),
    "watt": ("gigawatt", "megawatt", "kilowatt", "watt"),
}


def describe_quantity(quantity: Quantity) -> str:
    """Return ``quantity`` in short plain English: "about 6 hours", "€184 million", "96 people", "4th"."""
    prefix = _PREFIXES.get(quantity.bound, "")
    suffix = f" a {quantity.per}" if quantity.per else ""
    if (quantity.per and quantity.per[0] in "aeiou") or quantity.per == "hour":
        suffix = f" an {quantity.per}"
    return f"{prefix}{_describe_body(quantity)}{suffix}"


def _describe_body(quantity: Quantity) -> str:
    if quantity.other is not None:
        return _describe_pair(quantity)
    if quantity.written == "clock":
        return _as_clock(quantity.number)
    if quantity.written is None and quantity.unit in _PARTS and quantity.bound != "vague":
        return _as_parts(quantity)
    if quantity.unit == "rank":
        return _as_ordinal(int(quantity.number))
    if quantity.unit == "age":
        return f"{_figures(quantity, None)} years old"
    if quantity.unit == "magnitude":
        return f"magnitude {_figures(quantity, None)}"
    return _describe_measure(quantity)


def _describe_pair(quantity: Quantity) -> str:
    first, second = _as_figure(quantity.number), _as_figure(quantity.other or 0.0)
    if quantity.unit == "score":
        return f"{first}-{second}"
    return f"{first} {plural(quantity.counted or 'vote')} to {second}"


def _describe_measure(quantity: Quantity) -> str:
    unit = _natural_unit(quantity)
    figures = _figures(quantity, unit)
    if unit is None:
        return _describe_count(quantity, figures)
    if unit.name == "percent":
        return f"{figures}%"
    if unit.name in ("celsius", "fahrenheit"):
        return f"{figures} °{unit.name[0].upper()}"
    is_one = figures == "1"
    return f"{figures} {unit.name if is_one else _plural_unit(unit)}"


def _describe_count(quantity: Quantity, figures: str) -> str:
    if quantity.unit == "count":
        counted = quantity.counted
        if counted is None:
            return figures
        if (
            quantity.bound == "vague"
            and figures not in ("several", "a few")
            and not figures.endswith("dozen")
        ):
            return f"{figures} of {plural(counted)}"
        return f"{figures} {counted if figures == '1' else plural(counted)}"
    symbol = load_words("currencies")["shown"].get(quantity.unit)
    if symbol and quantity.bound != "range" and abs(quantity.number) < 1000 and quantity.number % 1:
        figures = f"{quantity.number:.2f}"
    return f"{symbol}{figures}" if symbol else f"{figures} {quantity.unit}"


def _figures(quantity: Quantity, unit: Unit | None) -> str:
    if quantity.bound == "vague" and quantity.hedge:
        return quantity.hedge
    if quantity.bound == "range" and quantity.low is not None and quantity.high is not None:
        low, high = _in_unit(quantity.low, unit), _in_unit(quantity.high, unit)
        return f"{_as_figure(low)} to {_as_figure(high)}"
    return _as_figure(_in_unit(quantity.number, unit))


def _in_unit(value: float, unit: Unit | None) -> float:
    return value if unit is None else unit.restore(value)


def _natural_unit(quantity: Quantity) -> Unit | None:
    """The unit that the words used, else the largest that shows the number without a long fraction."""
    units = load_units()
    if quantity.written is not None and quantity.written in units:
        return units[quantity.written]
    names = _NATURAL.get(quantity.unit)
    if names is None:
        return units.get(quantity.unit)
    for name in names:
        shown = units[name].restore(quantity.number)
        if abs(shown) >= 1 and abs(shown * 2 - round(shown * 2)) < 1e-9:
            return units[name]
    return units[quantity.unit]


def _as_figure(value: float) -> str:
    for size, name in _SCALES:
        if abs(value) >= size:
            return f"{_trimmed(value / size)} {name}"
    return _trimmed(value)


def _trimmed(value: float) -> str:
    whole = round(value)
    if abs(value - whole) < 5e-7 * max(1.0, abs(value)):
        return f"{whole:,}"
    text = f"{value:,.2f}" if abs(value) >= 0.1 else f"{value:.3g}"
    return text.rstrip("0").rstrip(".")


def _as_clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    tail = f"{rest:05.2f}" if rest != int(rest) else f"{int(rest):02d}"
    return f"{hours}:{minutes:02d}:{tail}"


def _as_parts(quantity: Quantity) -> str:
    """ "2 hours 6 minutes 41 seconds", "3 months 12 days"; nothing smaller than the resolution."""
    rest, words = quantity.number, []
    for name, size in _PARTS[quantity.unit]:
        is_last = name == _PARTS[quantity.unit][-1][0]
        count = round(rest / size, 2 if name == "second" else 0) if is_last else int(rest / size + 1e-9)
        rest -= count * size
        if count:
            words.append(f"{_trimmed(count)} {name if count == 1 else name + 's'}")
    return " ".join(words) or "0 seconds"


def _as_ordinal(value: int) -> str:
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _plural_unit(unit: Unit) -> str:
    """The second form of a unit is its plural; of compound units the head takes it."""
    head, _, tail = unit.name.partition(" per ")
    if tail:
        return f"{_plural_unit(load_units()[head]) if head in load_units() else head} per {tail}"
    plural = unit.forms[1] if len(unit.forms) > 1 else unit.name
    return plural if plural[:2] == unit.name[:2] else f"{unit.name}s"


def plural(lemma: str) -> str:
    """The plural of a counted noun; states ("dead") stay as they are."""
    nouns = load_words("numbers")["nouns"]
    if lemma in nouns["states"] or lemma in nouns["plurals"]:
        return lemma
    for plural, singular in nouns["lemmas"].items():
        if singular == lemma:
            return str(plural)
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "ch", "sh")) else f"{lemma}s"
