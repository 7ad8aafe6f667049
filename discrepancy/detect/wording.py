"""Plain English for summaries: values, subjects, outlets."""

from collections.abc import Sequence
from typing import Any

from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.language import load_words
from discrepancy.model.claims import Participant, Quote, Value
from discrepancy.values.names import Name
from discrepancy.values.quantities import Quantity, describe_quantity
from discrepancy.values.times import TimeValue, describe_time

__all__ = ["describe_event", "describe_value", "enumerate_words", "normalized", "outlets"]


def describe_value(value: Value) -> str:
    """A value in a few words."""
    if isinstance(value, TimeValue):
        return describe_time(value)
    if isinstance(value, Quantity):
        return describe_quantity(value)
    if isinstance(value, Name):
        return value.office or value.text
    if isinstance(value, Quote):
        return f"“{value.words}”"
    if isinstance(value, Participant):
        return value.head
    return str(value)


def normalized(value: Value) -> dict[str, Any]:
    """A value as the report's JSON has it."""
    if isinstance(value, TimeValue):
        interval = value.interval
        return {
            "type": "time",
            "value": value.value,
            "edtf": value.edtf,
            "start": interval.start.isoformat() if interval and interval.start else None,
            "end": interval.end.isoformat() if interval and interval.end else None,
        }
    if isinstance(value, Quantity):
        return {"type": "quantity", "low": value.low, "high": value.high, "unit": value.unit}
    if isinstance(value, Name):
        return {"type": "role" if value.office else "name", "name": value.text, "office": value.office}
    if isinstance(value, Quote):
        return {"type": "quote", "words": value.words}
    if isinstance(value, Participant):
        return {"type": "place", "name": value.head}
    return {"type": "polarity", "value": value}


def describe_event(graph: ClaimGraph, frames: Sequence[Frame]) -> str:
    """What several claims are about: the kind of event and the people most of them share."""
    frame = max(frames, key=lambda f: (bool(f.family), len(f.people)))
    shared = [f.people for f in frames if f.people]
    people = frozenset.intersection(*shared) if shared else frozenset()
    names = sorted(e.label for i in people or frame.people if (e := graph.entity(i)) is not None)[:3]
    families = load_words("predicates")
    noun = families.get(frame.family, {}).get("nouns", "").split(",")[0].strip() or frame.lemma
    counted = next((f.claim.counted for f in frames if f.claim.counted), None)
    if counted and noun:
        noun = f"{counted} ({noun})"
    return f"{noun} of {enumerate_words(names)}" if names else noun or "event"


def enumerate_words(words: Sequence[str]) -> str:
    """Join words as English does: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def outlets(graph: ClaimGraph, documents: Sequence[str]) -> str:
    """The outlets of some documents."""
    return enumerate_words(list(dict.fromkeys(graph.outlet(d) for d in documents)))
