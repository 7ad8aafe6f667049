"""Claims as JSON Lines: what every article says, one answer a line."""

import json
from collections.abc import Iterable
from typing import Any

from discrepancy.model.answers import describe_value, value_data, value_type
from discrepancy.model.claims import Claim, Quote
from discrepancy.model.text import Document
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import TimeValue

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
        "value": describe_value(claim.value),
        "normalized": {"type": _type_of(claim), **value_data(claim.value)},
        "positive": claim.positive,
        "certainty": claim.certainty.value,
        "source": claim.source,
        "event": claim.event,
        "evidence": {"start": claim.passage.start, "end": claim.passage.end, "quote": claim.passage.quote},
    }


def _type_of(claim: Claim) -> str:
    if isinstance(claim.value, TimeValue | Quantity | Quote | bool):
        return value_type(claim.value)
    return _TYPES.get(claim.attribute, claim.attribute)
