"""The words of a language, as data: one TOML file a subject, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load_words", "split_words", "word_set"]


@cache
def load_words(subject: str, language: str = "en") -> dict[str, Any]:
    """Return the table ``language/<language>/<subject>.toml``.

    The result is shared between callers and must not be changed.
    """
    source = files(__name__).joinpath(language, f"{subject}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def split_words(line: str) -> tuple[str, ...]:
    """Return the entries of a comma-separated line of a word list."""
    return tuple(word for part in line.split(",") if (word := part.strip()))


@cache
def word_set(subject: str, *path: str) -> frozenset[str]:
    """Return one comma-separated line of a subject as a set: ``word_set("speech", "say")``."""
    line = load_words(subject)
    for key in path:
        line = line[key]
    return frozenset(split_words(str(line)))
