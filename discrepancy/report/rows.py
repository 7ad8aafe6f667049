"""The findings as a table: one row for each passage of evidence."""

import json
from collections.abc import Iterator
from typing import Any

from discrepancy.model.findings import Discrepancy, Position
from discrepancy.model.report import Report

__all__ = ["COLUMNS", "evidence_rows"]

# What each column holds.  The order is that of CSV and of data frames; columns may be added at the end.
COLUMNS: dict[str, type] = {
    "finding": str,
    "kind": str,
    "severity": str,
    "scope": str,
    "confidence": float,
    "summary": str,
    "position": int,
    "value": str,
    "normalized": str,
    "documents": str,
    "document": str,
    "outlet": str,
    "start": int,
    "end": int,
    "quote": str,
    "odd_one_out": bool,
    "accepted": str,
    "accepted_until": str,
}


def evidence_rows(report: Report) -> Iterator[dict[str, Any]]:
    """Give a row for each passage of each position, in the order of the report.

    ``position`` counts the sides of a finding from 1; ``normalized`` and ``documents`` (the documents of the
    side) are JSON.  ``accepted`` has the reason why the finding was accepted and is empty where nobody did.
    """
    outlets = {document.id: document.outlet for document in report.documents}
    for finding in report.discrepancies:
        told = _of_finding(finding)
        for number, position in enumerate(finding.positions, start=1):
            side = {**told, "position": number, **_of_position(position)}
            for passage in position.evidence:
                row = {
                    **side,
                    "document": passage.document,
                    "outlet": outlets.get(passage.document, ""),
                    "start": passage.start,
                    "end": passage.end,
                    "quote": passage.quote,
                }
                yield {column: _whole(row[column]) for column in COLUMNS}


def _of_finding(finding: Discrepancy) -> dict[str, Any]:
    accepted = finding.accepted
    return {
        "finding": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "scope": finding.scope,
        "confidence": round(finding.confidence, 2),
        "summary": finding.summary,
        "accepted": accepted.reason if accepted else "",
        "accepted_until": accepted.until.isoformat() if accepted and accepted.until else "",
    }


def _of_position(position: Position) -> dict[str, Any]:
    return {
        "value": position.value,
        "normalized": json.dumps(dict(position.normalized), ensure_ascii=False),
        "documents": json.dumps(position.documents, ensure_ascii=False),
        "odd_one_out": position.odd_one_out,
    }


def _whole(value: Any) -> Any:
    """Return a text without half surrogate pairs, which neither a file nor a column can hold."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value
