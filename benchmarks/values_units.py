"""Puts the units and lengths of other libraries into those of the project."""

import re
from collections.abc import Iterator

from values_data import Reading

UNITS: dict[str, tuple[str, float]] = {
    "second": ("second", 1), "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86400),
    "week": ("second", 604800), "month": ("month", 1), "year": ("month", 12), "decade": ("month", 120),
    "dollar": ("USD", 1), "united states dollar": ("USD", 1), "us dollar": ("USD", 1), "euro": ("EUR", 1),
    "pound": ("GBP", 1), "pound sterling": ("GBP", 1), "british pound": ("GBP", 1), "yen": ("JPY", 1),
    "percent": ("percent", 1), "percentage": ("percent", 1), "percentage point": ("percentage point", 1),
    "meter": ("metre", 1), "kilometer": ("metre", 1000), "centimeter": ("metre", 0.01),
    "mile": ("metre", 1609.344), "foot": ("metre", 0.3048), "inch": ("metre", 0.0254), "yard": ("metre", 0.9144),
    "kilogram": ("kilogram", 1), "gram": ("kilogram", 0.001), "ton": ("kilogram", 1000),
    "metric ton": ("kilogram", 1000), "tonne": ("kilogram", 1000), "pound-mass": ("kilogram", 0.45359237),
    "liter": ("litre", 1), "c": ("celsius", 1), "degree celsius": ("celsius", 1),
    "square kilometer": ("square metre", 1e6), "square mile": ("square metre", 2.589988e6),
    "hectare": ("square metre", 1e4), "acre": ("square metre", 4046.8564),
    "kilometer per hour": ("metre per second", 1 / 3.6), "mile per hour": ("metre per second", 0.44704),
    "megawatt": ("watt", 1e6), "watt": ("watt", 1), "": ("count", 1), "dimensionless": ("count", 1),
}  # fmt: skip
_ALIKE = {"count": ("rank", "score", "magnitude"), "month": ("age",)}


def in_canonical_unit(reading: Reading) -> Iterator[tuple[float, str]]:
    """Yield the value and unit of a number in the units of the news phrases; a year may be an age."""
    if reading.number is None:
        return
    name = reading.unit.lower().replace("metre", "meter").replace("litre", "liter")
    unit, factor = UNITS.get(name, (reading.unit, 1.0))
    yield reading.number * factor, unit
    for other in _ALIKE.get(unit, ()):
        yield (reading.number if other != "age" else reading.number * factor / 12), other


_LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$"
)
_SECONDS = (31536000, 2629800, 604800, 86400, 3600, 60, 1)


def seconds_of(timex: str) -> float | None:
    """Return the length of a TIMEX3 duration."""
    found = _LENGTH.match(timex)
    if found is None or not any(found.groups()):
        return None
    return sum(float(group) * size for group, size in zip(found.groups(), _SECONDS, strict=True) if group)
