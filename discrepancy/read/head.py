"""The head of a page: what stands above the first paragraph of an article."""

import re
from collections.abc import Sequence

import attrs

from discrepancy.model.text import BlockKind
from discrepancy.read.datelines import is_date_line, is_name, unknown_words
from discrepancy.read.dates import find_dates
from discrepancy.read.furniture import is_kicker
from discrepancy.read.paragraphs import Paragraph, is_prose
from discrepancy.read.phrases import bare

__all__ = ["Head", "find_head"]

_MOST_WORDS = 24
# Headline, kicker, summary and a headline printed three times: more is a list, not a head.
_MOST_TITLES = 6
# "THE STRAND", "WORLD THIS EVENING": so few words in capitals are the name of a paper or a section.
_MASTHEAD = 3
# "MARKETS BRIEF - 25/07/2024" has two words or more beside its date.
_HEADLINE_WITH_DATE = 2

_NO_HEADLINE = re.compile(
    r"""
    [-*•●▪◦·>▲■+]             # an item of a list
  | \d{1,2} [.)] \s           # a numbered section
  | \d{1,2} [:.h] \d\d \b     # an entry of a live page
    """,
    re.VERBOSE,
)
# "Q: Why did you go?", "TOM REYL: Done.": the first line of a conversation, if the headline is past.
_SPEAKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{0,30}:\s")
# "(Translation)", "[Transcript - ...]": the editors' note on the piece.
_NOTE = re.compile(r"\(.*\)|\[.*\]", re.DOTALL)


@attrs.frozen(kw_only=True)
class Head:
    """``length`` paragraphs stand above the article; those in ``dated`` are headlines with a date."""

    length: int
    title: str
    dated: frozenset[int] = frozenset()


def find_head(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], *, title: str, outlet: str
) -> Head:
    """Mark the paragraphs of the head in ``kinds``: headline, byline, date line, masthead."""
    titles: list[int] = []
    signed = False
    length = 0
    for n, paragraph in enumerate(paragraphs):
        if kinds[n] is None and not titles and _is_menu(paragraphs, kinds, n):
            kinds[n] = "furniture"
        known = title or (paragraphs[titles[0]].text if titles else "")
        kind = kinds[n] or _kind(paragraph.text, title=known, outlet=outlet)
        if (
            kind is None
            and not signed
            and len(titles) < _MOST_TITLES
            and _is_headline(paragraph.text, n, titles)
        ):
            kind = "title"
        if kind is None:
            break
        if kind == "title":
            titles.append(n)
        kinds[n] = kind
        signed = signed or (bool(titles) and kind in ("byline", "dateline"))
        length = n + 1
    titles = _without_last_lines(kinds, titles)
    dated = _headline_with_date(paragraphs, kinds, outlet) if not titles else frozenset()
    _mark_bare_names(paragraphs, kinds, titles)
    return Head(
        length=length, title=title or _choose(paragraphs, titles or sorted(dated), outlet), dated=dated
    )


def _kind(line: str, *, title: str, outlet: str) -> BlockKind | None:
    if title and bare(line) == bare(title):
        return "title"
    if _is_masthead(line, outlet) or is_kicker(line):
        return "furniture"
    if is_date_line(line, outlet=outlet):
        return "dateline"
    return "furniture" if _NOTE.fullmatch(line) else None


def _is_menu(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind | None], n: int) -> bool:
    """Tell whether a line is a word between two lines of furniture: "Home", "Weather", "Search"."""
    around = [m for m in (n - 1, n + 1) if 0 <= m < len(paragraphs) and kinds[m] == "furniture"]
    together = [m for m in around if paragraphs[m].group == paragraphs[n].group]
    return len(together) == 2 and len(paragraphs[n].text.split()) == 1


def _is_masthead(line: str, outlet: str) -> bool:
    """Tell whether a line is the paper's name, or begins with it in capitals ("GAZETTE ON SUNDAY")."""
    name, words = (bare(text).removeprefix("the ") for text in (outlet, line))
    if not name or not words.startswith(name):
        return False
    return words == name or (line.isupper() and len(line.split()) <= len(outlet.split()) + 2)


def _is_headline(line: str, n: int, titles: Sequence[int]) -> bool:
    if is_prose(line) or _NO_HEADLINE.match(line) or line.endswith((":", ";", ",")):
        return False
    if line.endswith(".") and not line.endswith(".."):
        return False
    if titles and _SPEAKER.match(line):
        return False
    if n and any(printed.year for printed in find_dates(line)):
        return False
    # One word is a headline or a masthead at the very top, further down a section's name.
    return (2 if n else 1) <= len(line.split()) <= _MOST_WORDS


def _without_last_lines(kinds: list[BlockKind | None], titles: list[int]) -> list[int]:
    """Leave at least one paragraph as the article: the first headline stays, if it is not alone."""
    if any(kind in (None, "caption") for kind in kinds):
        return titles
    keep = titles[:1] if len(titles) > 1 else []
    for n in titles[len(keep) :]:
        kinds[n] = None
    return keep


def _headline_with_date(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], outlet: str
) -> frozenset[int]:
    """A first line such as "MARKETS BRIEF - 25/07/2024" is the headline where there is no other."""
    first = next((n for n, kind in enumerate(kinds) if kind != "furniture"), None)
    if first is None or kinds[first] != "dateline" or all(kind for kind in kinds):
        return frozenset()
    line = paragraphs[first].text
    if not find_dates(line) or len(unknown_words(line, outlet=outlet)) < _HEADLINE_WITH_DATE:
        return frozenset()
    kinds[first] = "title"
    return frozenset({first})


def _mark_bare_names(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], titles: Sequence[int]
) -> None:
    """A name alone above the paper's name or the date, below the headline, is the writer's."""
    for n in titles[1:]:
        together = n + 1 < len(paragraphs) and paragraphs[n + 1].group == paragraphs[n].group
        if together and kinds[n + 1] in ("furniture", "dateline", "byline") and is_name(paragraphs[n].text):
            kinds[n] = "byline"


def _choose(paragraphs: Sequence[Paragraph], titles: Sequence[int], outlet: str) -> str:
    """Return the headline among the lines of the head, without the paper's name and motto above it."""
    for n in titles:
        later = paragraphs[titles[-1]].group != paragraphs[n].group
        label = n != titles[-1] and _is_label(paragraphs[n].text)
        if not label and not (later and _is_motto(paragraphs, n, outlet)):
            return " ".join(paragraphs[n].text.lstrip("# ").split())
    return ""


def _is_label(line: str) -> bool:
    return line.isupper() and len(line.split()) == 1


def _is_motto(paragraphs: Sequence[Paragraph], n: int, outlet: str) -> bool:
    line = paragraphs[n].text
    if line.isupper() and len(line.split()) <= _MASTHEAD:
        return True
    first = next(p for p in paragraphs if p.group == paragraphs[n].group)
    return _is_masthead(first.text, outlet) or _is_label(first.text)
