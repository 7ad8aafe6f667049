"""The bytes of a saved page to text: which encoding it says it has, and which it can have."""

import codecs
import re
from pathlib import Path

from discrepancy.errors import InputError
from discrepancy.read.decode import MARKS, decode

__all__ = ["MAX_PAGE_BYTES", "decode_page"]

# Pages saved with their pictures inside have some megabytes.
MAX_PAGE_BYTES = 20_000_000

_HEAD = 4096
_DECLARED = re.compile(
    rb"""
    <\?xml [^>]{0,200}? \b encoding \s* = \s* ["'] (?P<xml> [\w.:-]{1,40} )
  | <meta  [^>]{0,300}? \b charset  \s* = \s* ["']? \s* (?P<meta> [\w.:-]{1,40} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The encodings of pages in Latin letters.  Others in which ASCII means something else are of no use here, and
# some of Python's codecs are no encodings of text at all.
_FAMILIES = re.compile(
    r"(?:iso-?8859-?\d+|(?:cp|windows-?)125\d|mac-?roman|koi8-[ru]|latin-?\d+|us-ascii|ascii|l1)"
)
_WESTERN = frozenset({"iso8859-1", "latin-1", "ascii", "us-ascii"})


def decode_page(raw: bytes, *, path: Path) -> str:
    """Return the text of a page.

    A byte order mark decides, then whether the bytes are valid UTF-8, then what the page declares; what is none
    of these is read as any other text.  A wrong declaration does no harm: bytes that are valid UTF-8 and not
    ASCII alone are nothing else.
    """
    if len(raw) > MAX_PAGE_BYTES:
        raise InputError(
            f"has more than {MAX_PAGE_BYTES:,} bytes; save the page without its pictures", path=path
        )
    if raw.startswith(tuple(mark for mark, _ in MARKS)) or b"\0" in raw or _is_utf8(raw):
        return decode(raw, path=path, limit=MAX_PAGE_BYTES)
    encoding = _declared(raw)
    if encoding:
        try:
            return decode(raw.decode(encoding).encode("utf-8"), path=path, limit=2 * MAX_PAGE_BYTES)
        except UnicodeDecodeError:
            pass
    return decode(raw, path=path, limit=MAX_PAGE_BYTES)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(raw: bytes) -> str | None:
    """Return the encoding that the head of the page names, if it is one that pages in Latin letters have."""
    found = _DECLARED.search(raw[:_HEAD])
    if not found:
        return None
    label = (found["xml"] or found["meta"]).decode("ascii", "replace").lower()
    if not _FAMILIES.fullmatch(label):
        return None
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return "cp1252" if name in _WESTERN else name
