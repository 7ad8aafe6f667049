"""The parts of the reference that are made from the schema and from the texts about kinds."""

from collections.abc import Iterable, Iterator
from typing import Any

from discrepancy.model.findings import Kind
from discrepancy.report.as_json import load_schema
from discrepancy.report.explain import NOT_LOOKED_FOR, SECTIONS, as_sentence, describe_kind

__all__ = ["keys_table", "kinds_page"]

_TYPE_WORDS = {"array": "list", "boolean": "true or false"}

_KINDS_HEAD = """\
# Kinds of discrepancy

What each kind flags, what it stays quiet on, and what it cannot know. `discrepancy explain KIND` shows the
same for one kind. The severity is the usual one; a finding can be softer.
"""


def kinds_page(detectors: Iterable[object] = ()) -> str:
    """Return the page of kinds as Markdown, from the docstrings of the detectors and the table of kinds."""
    detectors = tuple(detectors)
    parts = [_KINDS_HEAD]
    for kind in Kind:
        text = describe_kind(kind, detectors)
        parts.append(f"\n## {kind.value}\n\n{as_sentence(text.summary)} Usually {text.severity.value}.\n")
        if not text.is_looked_for:
            parts.append(f"\n{NOT_LOOKED_FOR}\n")
        for key, title in SECTIONS:
            parts += [f"\n**{title}** {paragraph}\n" for paragraph in getattr(text, key)]
    return "".join(parts)


def keys_table() -> str:
    """Return every key of the report with its type and meaning as a table in Markdown."""
    schema = load_schema()
    rows = [f"| `{path}` | {what} | {meaning} |" for path, what, meaning in _keys(schema, schema, "")]
    return "\n".join(["| key | type | meaning |", "|---|---|---|", *rows, ""])


def _keys(schema: dict[str, Any], part: dict[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
    """Walk the schema in the order of the report."""
    for key, stated in part.get("properties", {}).items():
        inner = _resolve(schema, stated)
        here = f"{path}.{key}" if path else key
        yield here, _type_words(inner), inner["description"]
        yield from _keys(schema, inner, here)
        if "items" in inner:
            yield from _keys(schema, _resolve(schema, inner["items"]), f"{here}[]")


def _resolve(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    reference = part.get("$ref")
    found: dict[str, Any] = schema["$defs"][reference.rpartition("/")[2]] if reference else part
    return found


def _type_words(part: dict[str, Any]) -> str:
    if "const" in part and "type" not in part:
        return "string" if isinstance(part["const"], str) else "integer"
    types: list[str] = part["type"] if isinstance(part["type"], list) else [part["type"]]
    return " or ".join(_TYPE_WORDS.get(name, name) for name in types)
