"""What each kind of discrepancy means, in words: from the detectors, else from the table of kinds."""

import inspect
import re
import textwrap
from collections.abc import Iterable

import attrs

from discrepancy.language import load_words
from discrepancy.model.findings import Kind, Severity

__all__ = ["SECTIONS", "KindText", "as_sentence", "describe_kind", "render_explanation", "render_kinds"]

# The fields of a ``KindText`` and what detectors call them in their docstrings.
SECTIONS = (("flags", "Flags"), ("stays_quiet", "Stays quiet"), ("known_limits", "Known limits"))

NOT_LOOKED_FOR = "No detector looks for this kind yet."

_SECTION = re.compile(
    r"""
    \*\*(?P<title>Flags|Stays\ quiet|Known\ limits)\*\*  # a heading in bold ...
    [:\s]*(?P<text>.*?)                                  # ... and all that follows it
    (?=\*\*(?:Flags|Stays\ quiet|Known\ limits)\*\*|\Z)  # up to the next heading or the end
    """,
    re.VERBOSE | re.DOTALL,
)


@attrs.frozen(kw_only=True)
class KindText:
    """What people should know about a kind; the last three are one paragraph for each detector.

    ``is_looked_for`` says whether any detector finds this kind.
    """

    kind: Kind
    severity: Severity
    summary: str
    flags: tuple[str, ...]
    stays_quiet: tuple[str, ...]
    known_limits: tuple[str, ...]
    is_looked_for: bool


def describe_kind(kind: Kind, detectors: Iterable[object] = ()) -> KindText:
    """Return the texts about a kind.

    ``detectors`` are detector classes or instances with a ``kind``; the docstrings of those that find this
    kind say what is flagged, what is not and what the limits are.  The table of kinds fills what they lack.
    """
    table = load_words("kinds")[kind.value]
    own = [_sections(detector) for detector in detectors if getattr(detector, "kind", None) is kind]
    texts = {
        key: tuple(found[title] for found in own if title in found) or (_one_line(table[key]),)
        for key, title in SECTIONS
    }
    return KindText(
        kind=kind,
        severity=Severity(table["severity"]),
        summary=table["summary"],
        is_looked_for=bool(own),
        **texts,
    )


def render_kinds() -> str:
    """Return one line for each kind: its name, its usual severity and what it finds."""
    texts = [describe_kind(kind) for kind in Kind]
    wide = max(len(text.kind.value) for text in texts)
    return "".join(f"{text.kind.value:<{wide}}  {text.severity.value:<5}  {text.summary}\n" for text in texts)


def render_explanation(text: KindText, *, width: int = 80) -> str:
    """Return the texts about a kind as a page for a terminal."""
    lines = [
        f"{text.kind.value} (usually {text.severity.value})",
        "",
        *_wrapped(as_sentence(text.summary), "", width),
    ]
    if not text.is_looked_for:
        lines += _wrapped(NOT_LOOKED_FOR, "", width)
    for key, title in SECTIONS:
        lines += ["", title]
        for paragraph in getattr(text, key):
            # Docstrings go on after their heading, "Stays quiet on ...", which here has a line of its own.
            lines += _wrapped(_capital(paragraph.removeprefix("on ")), "  ", width)
    return "\n".join(lines) + "\n"


def _sections(detector: object) -> dict[str, str]:
    cls = detector if isinstance(detector, type) else type(detector)
    doc = inspect.cleandoc(cls.__doc__ or "")
    return {
        match["title"]: _one_line(match["text"]) for match in _SECTION.finditer(doc) if match["text"].strip()
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


def as_sentence(phrase: str) -> str:
    """Return a phrase with a capital letter and a full stop."""
    return f"{_capital(phrase)}."


def _capital(phrase: str) -> str:
    return f"{phrase[:1].upper()}{phrase[1:]}"


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
