"""The value of a claim in a few words, and as plain data."""

from typing import Any

from discrepancy.model.claims import Participant, Quote, Value
from discrepancy.values.names import Name
from discrepancy.values.quantities import Quantity, describe_quantity
from discrepancy.values.times import TimeValue, describe_time

__all__ = ["describe_value", "value_data", "value_type"]


def describe_value(value: Value) -> str:
    """Return a value in a few words: "26 April 2024", "96 people", "deputy speaker", "yes"."""
    match value:
        case TimeValue():
            return describe_time(value)
        case Quantity():
            return describe_quantity(value)
        case Name():
            return value.office or value.text
        case Quote():
            return value.words
        case Participant():
            return value.name.text if value.name else value.head
        case bool():
            return "yes" if value else "no"
        case str():
            return value


def value_type(value: Value) -> str:
    """Return the ``type`` of a value in reports: time, quantity, quote, role, name, place or polarity."""
    match value:
        case TimeValue():
            return "time"
        case Quantity():
            return "quantity"
        case Quote():
            return "quote"
        case Name():
            return "role" if value.office else "name"
        case bool():
            return "polarity"
        case _:
            return "place"


def value_data(value: Value) -> dict[str, Any]:
    """Return what a value says as plain data, without its type."""
    match value:
        case TimeValue():
            return _time(value)
        case Quantity():
            return _quantity(value)
        case Name():
            return _name(value)
        case Quote():
            return {"words": value.words, "speaker": value.speaker}
        case Participant():
            return {"name": value.head, "role": value.role, **(_name(value.name) if value.name else {})}
        case _:
            return {"value": value}


def _time(value: TimeValue) -> dict[str, Any]:
    start = value.interval.start if value.interval else None
    end = value.interval.end if value.interval else None
    return {
        "timex": value.type,
        "value": value.value,
        "mod": value.mod,
        "edtf": value.edtf,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "precision": value.precision.name.lower(),
    }


def _quantity(value: Quantity) -> dict[str, Any]:
    return {
        "low": value.low,
        "high": value.high,
        "low_open": value.low_open,
        "high_open": value.high_open,
        "unit": value.unit,
        "counted": value.counted,
        "hedge": value.hedge,
    }


def _name(value: Name) -> dict[str, Any]:
    return {
        "name": value.text,
        "parts": list(value.parts),
        "titles": list(value.titles),
        "office": value.office,
        "of": value.of,
    }
