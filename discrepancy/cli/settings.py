"""Settings from ``discrepancy.toml`` or ``pyproject.toml``: what the command line leaves open."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from discrepancy.errors import InputError, OptionError
from discrepancy.report.formats import FORMATS

__all__ = ["COLORS", "FAILING", "SEVERITIES", "fill_settings"]

OWN_FILE = "discrepancy.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = "tool.discrepancy"

SEVERITIES = ("major", "minor", "info")
FAILING = (*SEVERITIES, "never")
COLORS = ("auto", "always", "never")


class _Setting(NamedTuple):
    """How a setting is read from a file, and what it is when nobody says."""

    read: Callable[[Any, Path], Any]
    default: Any = None


def fill_settings(options: argparse.Namespace) -> None:
    """Give the options that the command line left open the value of the settings file, else their own."""
    names: tuple[str, ...] = getattr(options, "settings", ())
    if not names:
        return
    given = _read_settings(options)
    for name in names:
        attribute = name.replace("-", "_")
        if getattr(options, attribute) is None:
            setattr(options, attribute, given.get(name, _SETTINGS[name].default))


def _read_settings(options: argparse.Namespace) -> dict[str, Any]:
    if options.no_config:
        return {}
    if options.config is not None:
        path = Path(options.config)
        found = _load(path)
        if found is None:
            raise InputError(f"has no table [{TABLE}]", path=path)
        return _checked(*found, path)
    here = Path.cwd()
    for directory in (here, *here.parents):
        for path in (directory / OWN_FILE, directory / PROJECT_FILE):
            found = _load(path) if _is_file(path) else None
            if found is not None:
                return _checked(*found, path)
    return {}


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a directory above that nobody may look into
        return False


def _load(path: Path) -> tuple[Mapping[str, Any], str, str] | None:
    """Return the settings of a file, its text and the name of its table; ``None`` where it has none."""
    from discrepancy.read.decode import read_text
    from discrepancy.read.toml import parse_toml

    text = read_text(path)
    if path.name != PROJECT_FILE:
        return parse_toml(text, path), text, ""
    if "discrepancy" not in text:  # other people's file need not even be valid
        return None
    tool = parse_toml(text, path).get("tool", {})
    settings = tool.get("discrepancy") if isinstance(tool, dict) else None
    if settings is not None and not isinstance(settings, dict):
        raise InputError(f"{TABLE} is not a table: write [{TABLE}]", path=path)
    return None if settings is None else (settings, text, TABLE)


def _checked(settings: Mapping[str, Any], text: str, table: str, path: Path) -> dict[str, Any]:
    from discrepancy.read.toml import line_of, unknown_key

    values = {}
    for key, value in settings.items():
        line = line_of(text, key, table=table)
        if key not in _SETTINGS:
            raise InputError(unknown_key(key, _SETTINGS), path=path, line=line)
        try:
            values[key] = _SETTINGS[key].read(value, path)
        except (ValueError, OptionError) as error:
            raise InputError(f"{key} = {_shown(value)}: {error}", path=path, line=line) from None
    return values


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def _one_of(words: tuple[str, ...]) -> Callable[[Any, Path], str]:
    def read(value: Any, path: Path) -> str:
        if value not in words:
            raise ValueError(f"want one of {', '.join(words)}")
        return str(value)

    return read


def _kinds(value: Any, path: Path) -> tuple[Any, ...]:
    from discrepancy.report.selection import parse_kind

    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError('want a list of kinds: ["number", "date"]')
    return tuple(parse_kind(word) for word in value)


def _flag(value: Any, path: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError("want true or false")
    return value


def _word(value: Any, path: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("want a string")
    return value


def _file(value: Any, path: Path) -> str:
    return str(path.parent / _word(value, path))


_SETTINGS = {
    "format": _Setting(_one_of(tuple(FORMATS)), "text"),
    "min-severity": _Setting(_one_of(SEVERITIES), "info"),
    "select": _Setting(_kinds),
    "ignore": _Setting(_kinds),
    "fail-on": _Setting(_one_of(FAILING), "never"),
    "color": _Setting(_one_of(COLORS), "auto"),
    "parser": _Setting(_word),
    "keep-going": _Setting(_flag, False),
    "accepted": _Setting(_file),
}
