"""The words of a language, as data: one TOML file a subject, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load_words"]


@cache
def load_words(subject: str, language: str = "en") -> dict[str, Any]:
    """Return the table ``language/<language>/<subject>.toml``.

    The result is shared between callers and must not be changed.
    """
    source = files(__name__).joinpath(language, f"{subject}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
