"""What can go wrong, each with what, where and what to do."""

from pathlib import Path


class DiscrepancyError(Exception):
    """The base of every error that this library raises on purpose."""


class InputError(DiscrepancyError):
    """An article, a manifest or a list of articles cannot be used as it is.

    Names the file and, where it is known, the line: ``sources.toml, line 4: ...``.
    """

    def __init__(self, message: str, *, path: str | Path | None = None, line: int | None = None) -> None:
        where = ", ".join(
            part for part in (str(path) if path is not None else "", f"line {line}" if line else "") if part
        )
        super().__init__(f"{where}: {message}" if where else message)
        self.message = message
        self.path = str(path) if path is not None else None
        self.line = line


class ManifestError(InputError):
    """A ``sources.toml`` says something that cannot be followed."""


class OptionError(DiscrepancyError):
    """An option or an argument of a call is outside what it may be."""


class ParserError(DiscrepancyError):
    """A spaCy pipeline cannot be loaded or does not give what the library reads."""
