"""``discrepancy.accepted.toml``: the findings that somebody has settled."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs

from discrepancy.errors import InputError
from discrepancy.model.findings import Acceptance
from discrepancy.read.decode import read_text
from discrepancy.read.loaders import STANDARD_INPUT
from discrepancy.read.toml import line_of, list_of_tables, parse_toml, unknown_key

__all__ = ["ACCEPTED", "accepted_beside", "read_accepted"]

ACCEPTED = "discrepancy.accepted.toml"

_KEYS = ("id", "reason", "until")
_ID = re.compile(r"[0-9a-f]{12}")


@attrs.frozen
class _Place:
    """Where an entry stands, to name its lines in errors."""

    path: Path
    text: str
    number: int

    def error(self, message: str, key: str | None = None) -> InputError:
        line = line_of(self.text, key, table="accepted", number=self.number)
        return InputError(message, path=self.path, line=line)


def accepted_beside(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the files of accepted findings that lie in the directories given, or beside the files given."""
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        if str(path) == STANDARD_INPUT:
            continue
        file = (path if path.is_dir() else path.parent) / ACCEPTED
        if file.is_file():
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def read_accepted(paths: Sequence[str | Path]) -> dict[str, Acceptance]:
    """Return what the files accept, by the ids of the findings.

    Raises :class:`InputError`, naming file and line, for what cannot be followed and for an id that is there twice.
    """
    accepted: dict[str, Acceptance] = {}
    for path in map(Path, paths):
        text = read_text(path)
        for number, entry in enumerate(list_of_tables(parse_toml(text, path), "accepted", text, path)):
            place = _Place(path, text, number)
            id, acceptance = _read_entry(entry, place)
            if id in accepted:
                raise place.error(f'id = "{id}" is accepted twice', "id")
            accepted[id] = acceptance
    return accepted


def _read_entry(entry: dict[str, Any], place: _Place) -> tuple[str, Acceptance]:
    for key in entry:
        if key not in _KEYS:
            raise place.error(unknown_key(key, _KEYS), key)
    id, reason = entry.get("id"), entry.get("reason")
    if not isinstance(id, str) or not _ID.fullmatch(id):
        shown = f"id = {_shown(id)} is no id of a finding" if "id" in entry else "[[accepted]] has no id"
        raise place.error(f"{shown}; want twelve hexadecimal digits as the report prints them", "id")
    if not isinstance(reason, str) or not reason.strip():
        raise place.error(f'"{id}" has no reason; say why the finding may stand', "reason")
    return id, Acceptance(reason=reason.strip(), until=_until(entry, place))


def _until(entry: dict[str, Any], place: _Place) -> date | None:
    value = entry.get("until")
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        if isinstance(value, str):
            return date.fromisoformat(value.strip())
    except ValueError:
        pass
    raise place.error(f"until = {_shown(value)} is not a date (want YYYY-MM-DD)", "until")


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
