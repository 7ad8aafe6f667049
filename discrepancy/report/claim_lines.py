"""Claims as JSON Lines: what every article says, one answer a line."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from discrepancy.model.claims import Claim, Participant, Quote, Value
from discrepancy.model.text import Document
from discrepancy.values.names import Name
from discrepancy.values.quantities import Quantity, describe_quantity
from discrepancy.values.times import TimeValue, describe_time

__all__ = ["claim_data", "render_claims"]

# What the attribute of a claim is called as the type of its value, where the two differ.
_TYPES = {"office": "role", "participant": "name"}


def render_claims(claims: Iterable[Claim], documents: Iterable[Document]) -> str:
    """Return one JSON object a line, in the order of the claims."""
    outlets = {document.id: document.outlet for document in documents}
    return "".join(
        json.dumps(claim_data(claim, outlet=outlets.get(claim.document, "")), ensure_ascii=False) + "\n"
        for claim in claims
    )


def claim_data(claim: Claim, *, outlet: str = "") -> dict[str, Any]:
    """Return a claim as plain lists and dictionaries."""
    return {
        "id": claim.id,
        "document": claim.document,
        "outlet": outlet,
        "attribute": claim.attribute,
        "subject": claim.subject,
        "value": _value_words(claim.value),
        "normalized": {"type": _value_type(claim), **_normalized(claim.value)},
        "positive": claim.positive,
        "certainty": claim.certainty.value,
        "source": claim.source,
        "event": claim.event,
        "evidence": {"start": claim.passage.start, "end": claim.passage.end, "quote": claim.passage.quote},
    }


def _value_words(value: Value) -> str:
    match value:
        case TimeValue():
            return describe_time(value)
        case Quantity():
            return describe_quantity(value)
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case Name():
            return value.office or value.text
        case Quote():
            return value.words
        case Participant():
            return value.name.text if value.name else value.head


def _value_type(claim: Claim) -> str:
    match claim.value:
        case TimeValue():
            return "time"
        case Quantity():
            return "quantity"
        case Quote():
            return "quote"
        case bool():
            return "polarity"
        case _:
            return _TYPES.get(claim.attribute, claim.attribute)


def _normalized(value: Value) -> Mapping[str, Any]:
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
        case bool():
            return {"value": value}
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
