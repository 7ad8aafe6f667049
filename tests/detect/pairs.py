"""Pairs of articles as data: what a detector flags, and the look-alikes on which it stays quiet."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from discrepancy.checker import check
from discrepancy.model.findings import Discrepancy, Severity
from discrepancy.read import document_from_text

CASES = Path(__file__).parents[1] / "cases"


def load_pairs(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    rows: list[dict[str, Any]] = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return rows


def loud_findings(case: dict[str, Any], kind: str) -> list[Discrepancy]:
    """The findings of one kind, major or minor, on the two articles of a case."""
    documents = [
        document_from_text(case[side], id=side, published=day(case.get(f"{side}_published")))
        for side in ("left", "right")
    ]
    report = check(documents, select=[kind])
    return [d for d in report.discrepancies if d.severity is not Severity.INFO]


def day(text: str | None) -> date | None:
    """A day of publication."""
    return date.fromisoformat(text) if text else None
