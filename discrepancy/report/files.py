"""Writing a file so that nobody ever sees half of it."""

import os
from collections.abc import Iterable
from pathlib import Path

from discrepancy.errors import OptionError
from discrepancy.model.text import Document

__all__ = ["check_target", "spare_articles", "write_text"]


def check_target(path: Path) -> None:
    """Raise an ``OptionError`` when no file can be written there; better before the work than after it."""
    if path.is_dir():
        raise OptionError(f"cannot write {path}: it is a directory; name a file in it")
    if not path.parent.is_dir():
        raise OptionError(f"cannot write {path}: there is no directory {path.parent}; create it first")


def spare_articles(path: Path, documents: Iterable[Document]) -> None:
    """Raise an ``OptionError`` when the file would take the place of an article."""
    if not path.is_file():
        return
    for document in documents:
        if document.path and Path(document.path).is_file() and path.samefile(document.path):
            raise OptionError(
                f"cannot write {path}: it is one of the articles and would be lost; name another"
            )


def write_text(path: Path, text: str) -> None:
    """Write a whole text (UTF-8) or nothing: an older file stays until the new one is complete.

    What is no regular file, such as a pipe or ``/dev/stdout``, is written to as it is.
    """
    check_target(path)
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise OptionError(f"cannot write {path}: {error.strerror or error}") from error


def _replace(path: Path, data: bytes) -> None:
    """Write beside the target and move the result over it; a link keeps pointing at its file."""
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
