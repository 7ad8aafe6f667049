"""Bytes to text as read: the one place that decides what a document's offsets count."""

import codecs
import io
import re
import stat
from pathlib import Path

from discrepancy.errors import InputError

__all__ = ["MARKS", "MAX_FILE_BYTES", "decode", "read_bytes", "read_text", "reason"]

# An article has at most 5 MB; a file that holds many (JSON, JSON Lines) may have more.
MAX_FILE_BYTES = 5_000_000

# The marks of UTF-32 come first: the one of UTF-16-LE is the beginning of the one of UTF-32-LE.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")

_FROM_SHELL = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")

# English prose in Windows-1252 has a dash, a quotation mark or an accent now and then; a Cyrillic or
# Japanese file read as Windows-1252 has little else.
_FOREIGN_SHARE = 0.25


def read_text(path: Path, *, limit: int = MAX_FILE_BYTES) -> str:
    """Return the text of the file, with its byte order mark removed and every line ended by ``\\n``."""
    return decode(read_bytes(path, limit=limit), path=path, limit=limit)


def read_bytes(path: Path, *, limit: int) -> bytes:
    """Return what is in the file: at most one byte more than the limit, which shows that there is more.

    A pipe or a device is refused, since it may never end or never begin, unless the shell made it
    (``/dev/stdin``, ``<(command)``).
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or str(path).startswith(_FROM_SHELL)):
            raise InputError("is a pipe or a device, not a file; give - for standard input", path=path)
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise InputError("there is no such file or directory", path=path) from None
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {reason(error)}", path=path) from None


def decode(raw: bytes, *, path: str | Path | None = None, limit: int = MAX_FILE_BYTES) -> str:
    """Return the bytes as text; raise :class:`InputError` if they are none, or more than the limit.

    The same as ``open(path, encoding="utf-8").read()`` for UTF-8 without a byte order mark.  Other Unicode
    encodings need their mark; what is no Unicode is read as Windows-1252 if it can be that.
    """
    if len(raw) > limit:
        raise InputError(f"has more than {limit:,} bytes; give one article a file", path=path)
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _one_newline(_decode_unicode(raw[len(mark) :], encoding, path))
    if b"\0" in raw:
        raise InputError(
            "holds NUL bytes: it is no text, or UTF-16 without a byte order mark; save it as UTF-8", path=path
        )
    try:
        return _one_newline(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _one_newline(_decode_western(raw, error, path))


def _decode_unicode(raw: bytes, encoding: str, path: str | Path | None) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"is not valid {encoding.upper()}: {error.reason}", path=path) from None


def _decode_western(raw: bytes, error: UnicodeDecodeError, path: str | Path | None) -> str:
    line = len(re.findall(rb"\r\n|\r|\n", raw[: error.start])) + 1
    bad = f"byte 0x{raw[error.start]:02x} is not valid UTF-8"
    # Accents that are right in UTF-8 show that the file is UTF-8 with damage: as Windows-1252 they would
    # turn to garbage in silence.
    if any(c > "\x7f" for c in raw.decode("utf-8", errors="ignore")):
        raise InputError(f"{bad}; save the file as UTF-8 again", path=path, line=line)
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        text = "\0"
    foreign = sum(c > "\x7f" for c in text)
    if _CONTROL.search(text) or foreign > _FOREIGN_SHARE * len(text):
        raise InputError(f"{bad}, and the file is no Windows-1252; save it as UTF-8", path=path, line=line)
    return text


def _one_newline(text: str) -> str:
    return io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True)


def reason(error: Exception) -> str:
    """Return what the system says of an error, without the path that it repeats."""
    words = error.strerror if isinstance(error, OSError) else None
    return (words or str(error)).lower()
