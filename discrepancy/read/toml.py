"""TOML that people write: what is wrong with it, and in which line."""

import difflib
import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from discrepancy.errors import InputError

__all__ = ["line_of", "list_of_tables", "parse_toml", "unknown_key"]

_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")
_HEADING = re.compile(r"^\s*\[{1,2}[^\[\],=]*\]{1,2}\s*(?:#.*)?$")


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    """Return the tables of a TOML text; raise :class:`InputError` with the line of the first mistake."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        message = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        at = _AT_LINE.search(message)
        line = int(at[1]) if at else None
        raise InputError(f"is not valid TOML: {_AT_LINE.sub('', message)}", path=path, line=line) from None


def list_of_tables(
    table: dict[str, Any], key: str, text: str, path: Path, *, error: type[InputError] = InputError
) -> list[dict[str, Any]]:
    """Return the tables under the one key that a file may have; raise ``error`` on any other."""
    for other in table:
        if other != key:
            raise error(unknown_key(other, (key,)), path=path, line=line_of(text, other))
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise error(f"{key} must be a list of tables: write [[{key}]]", path=path)
    return found


def unknown_key(key: str, known: Collection[str]) -> str:
    """Return what to say of a key that nobody knows, with the nearest one that is known."""
    close = difflib.get_close_matches(key.lower(), known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"
    return f'unknown key "{key}"; {hint}'


def line_of(text: str, key: str | None, *, table: str = "", number: int | None = None) -> int | None:
    """Return the line of a key, else of the heading of its table; ``tomllib`` keeps no positions.

    With a ``table`` the key stands in it: in the one of this ``number`` where it is a list of tables.
    """
    heading = re.compile(rf"^\s*\[{{1,2}}\s*{re.escape(table)}\s*\]")
    wanted = re.compile(rf"^\s*(?:\[+\s*)?[\"']?{re.escape(key or '')}[\"']?\s*[=\]]") if key else None
    at, header, inside = -1, None, not table
    for n, line in enumerate(text.split("\n"), 1):
        if table and _HEADING.match(line):
            inside = bool(heading.match(line))
            at += inside
            inside = inside and (number is None or at == number)
            header = n if inside and header is None else header
        if wanted and inside and wanted.match(line):
            return n
    return header
