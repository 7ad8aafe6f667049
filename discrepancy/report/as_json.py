"""The report as JSON, and the schema that says what is in it."""

import json
from importlib import resources
from typing import Any

from discrepancy.model.report import Report

__all__ = ["load_schema", "render_json"]


def render_json(report: Report) -> str:
    """Return the report as JSON text with a final newline; equal reports give equal text."""
    return report.to_json()


def load_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every report keeps to."""
    source = resources.files("discrepancy.report").joinpath("report.schema.json")
    schema: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return schema
