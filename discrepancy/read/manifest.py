"""``sources.toml``: who published which file of a directory, and when."""

import re
from datetime import date, datetime
from pathlib import Path, PureWindowsPath
from typing import Any

import attrs

from discrepancy.errors import InputError, ManifestError
from discrepancy.read.decode import read_text
from discrepancy.read.toml import line_of, list_of_tables, parse_toml, unknown_key

__all__ = ["MANIFEST", "Entry", "entry_for", "read_manifest"]

MANIFEST = "sources.toml"

_KEYS = ("path", "outlet", "published", "title", "url", "id")
_BARE_DATE = re.compile(r"^\s*published\s*=\s*(?P<value>[^#\n\"']+?)\s*(?:\#.*)?$")


@attrs.frozen(kw_only=True)
class Entry:
    """One ``[[source]]`` of a manifest; ``path`` is relative to the manifest's directory."""

    path: str
    line: int | None = None
    outlet: str = ""
    published: date | None = None
    title: str = ""
    url: str | None = None
    id: str | None = None


def read_manifest(path: Path) -> tuple[Entry, ...]:
    """Return what the manifest lists, in its order; raise :class:`ManifestError` on the first mistake."""
    try:
        text = read_text(path)
    except InputError as error:
        raise ManifestError(error.message, path=path, line=error.line) from None
    sources = list_of_tables(_parse(text, path), "source", text, path, error=ManifestError)
    if not sources:
        raise ManifestError("lists no article; add a [[source]] with a path for each", path=path)
    entries = tuple(_entry(source, _Place(path, text, n)) for n, source in enumerate(sources))
    _check_twice(entries, path)
    return entries


def entry_for(file: Path) -> Entry | None:
    """Return what the manifest beside a file says about it, if there is one and it lists the file."""
    manifest = file.parent / MANIFEST
    if not manifest.is_file():
        return None
    wanted = file.resolve()
    return next((e for e in read_manifest(manifest) if (file.parent / e.path).resolve() == wanted), None)


@attrs.frozen
class _Place:
    """Where an entry stands, to name its lines in errors."""

    path: Path
    text: str
    number: int

    def line(self, key: str | None = None) -> int | None:
        return line_of(self.text, key, table="source", number=self.number)

    def error(self, message: str, key: str | None = None) -> ManifestError:
        return ManifestError(message, path=self.path, line=self.line(key))


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        return parse_toml(text, path)
    except InputError as error:
        bare = _BARE_DATE.match(text.split("\n")[error.line - 1]) if error.line else None
        message = _not_a_date(bare["value"]) if bare else error.message
        raise ManifestError(message, path=path, line=error.line) from None


def _entry(source: dict[str, Any], place: _Place) -> Entry:
    for key in source:
        if key not in _KEYS:
            raise place.error(unknown_key(key, _KEYS), key)
    for key in ("path", "outlet", "title", "url", "id"):
        if key in source and not isinstance(source[key], str):
            raise place.error(f"{key} = {source[key]!r} is not a string", key)
    if not source.get("path", "").strip():
        raise place.error("[[source]] has no path; name the article's file", "path")
    if "id" in source and not source["id"].strip():
        raise place.error("id is empty; leave it out to use the file's name", "id")
    _check_inside(source["path"], place)
    return Entry(
        path=source["path"],
        line=place.line("path"),
        outlet=source.get("outlet", "").strip(),
        published=_published(source, place),
        title=source.get("title", "").strip(),
        url=source.get("url") or None,
        id=source.get("id", "").strip() or None,
    )


def _published(source: dict[str, Any], place: _Place) -> date | None:
    value = source.get("published")
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str):
            return date.fromisoformat(value.strip())
    except ValueError:
        pass
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    raise place.error(_not_a_date(shown), "published")


def _check_inside(path: str, place: _Place) -> None:
    directory = place.path.parent
    if Path(path).is_absolute() or PureWindowsPath(path).is_absolute() or "\0" in path:
        raise place.error(f'path = "{path}" is not relative to the directory of the manifest', "path")
    try:
        inside = (directory / path).resolve().is_relative_to(directory.resolve())
    except (OSError, RuntimeError):
        raise place.error(f'path = "{path}" cannot be followed (a loop of links?)', "path") from None
    if not inside:
        raise place.error(f'path = "{path}" leads out of the directory; copy the file into it', "path")


def _check_twice(entries: tuple[Entry, ...], path: Path) -> None:
    for key in ("path", "id"):
        seen: dict[str, int | None] = {}
        for entry in entries:
            value = str(Path(entry.path)) if key == "path" else entry.id
            if value is None:
                continue
            if value in seen:
                first = f" (first in line {seen[value]})" if seen[value] else ""
                raise ManifestError(f'{key} = "{value}" is listed twice{first}', path=path, line=entry.line)
            seen[value] = entry.line


def _not_a_date(shown: str) -> str:
    return f"published = {shown} is not a date (want YYYY-MM-DD)"
