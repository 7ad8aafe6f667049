"""The head of a page: what stands above the first paragraph of an article."""

import re
from collections.abc import Sequence

import attrs

from discrepancy.model.text import BlockKind
from discrepancy.read.datelines import is_date_line, is_name
from discrepancy.read.furniture import is_kicker
from discrepancy.read.paragraphs import Paragraph
from discrepancy.read.phrases import bare

__all__ = ["Head", "find_head", "is_prose"]

# Headlines of the machine-written kind reach 160 characters; decks stay below too.
_LONGEST_HEADLINE = 180
_MOST_WORDS = 30
_MOST_TITLES = 6
# A sentence has so many words at least; a shorter line with a full stop is a label.
_SENTENCE = 8

_SENTENCE_END = re.compile(r"(?<!\.)\.[”\"'’)\]]*$|[!?][”\"']$")
_NO_HEADLINE = re.compile(r"\s*(?:[-*•●▪◦·>▲■+]|\d{1,2}[.)]\s)")


@attrs.frozen(kw_only=True)
class Head:
    """``length`` paragraphs stand above the article; those in ``dated`` are headlines with a date."""

    length: int
    title: str
    dated: frozenset[int] = frozenset()


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence or more of running text."""
    words = len(line.split())
    return len(line) > _LONGEST_HEADLINE or (words >= _SENTENCE and bool(_SENTENCE_END.search(line)))


def find_head(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], *, title: str, outlet: str
) -> Head:
    """Mark the paragraphs of the head in ``kinds``: title, byline, date line, masthead."""
    titles: list[int] = []
    signed = False
    length = 0
    for n, paragraph in enumerate(paragraphs):
        if kinds[n] is None:
            kinds[n] = _head_kind(
                paragraph.text, title=title, outlet=outlet, open_=not signed and len(titles) < _MOST_TITLES
            )
        if kinds[n] is None and titles and _same(paragraph.text, paragraphs[titles[0]].text):
            kinds[n] = "title"
        if kinds[n] is None:
            break
        if kinds[n] == "title":
            titles.append(n)
        signed = signed or (bool(titles) and kinds[n] in ("byline", "dateline"))
        length = n + 1
    titles = _without_lone_lines(paragraphs, kinds, titles)
    dated = _dated_titles(paragraphs, kinds, titles)
    _mark_bare_names(paragraphs, kinds, titles)
    chosen = _choose(paragraphs, [n for n in titles if kinds[n] == "title"])
    return Head(length=length, title=title or chosen, dated=dated)


def _head_kind(line: str, *, title: str, outlet: str, open_: bool) -> BlockKind | None:
    if outlet and _same(line, outlet):
        return "furniture"
    if title and _same(line, title):
        return "title"
    if is_date_line(line, outlet=outlet):
        return "dateline"
    if is_kicker(line):
        return "furniture"
    return "title" if open_ and _is_headline(line) else None


def _is_headline(line: str) -> bool:
    if is_prose(line) or _NO_HEADLINE.match(line) or line.endswith((":", ";", ",")):
        return False
    words = line.split()
    return 2 <= len(words) <= _MOST_WORDS and not (line.endswith(".") and not line.endswith(".."))


def _same(left: str, right: str) -> bool:
    return bare(left) == bare(right)


def _without_lone_lines(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], titles: list[int]
) -> list[int]:
    """Keep one headline where nothing else would be left as the article, none where it stands alone."""
    if any(kind in (None, "caption") for kind in kinds) or not titles:
        return titles
    keep = titles[:1] if len(titles) > 1 else []
    for n in titles[len(keep) :]:
        kinds[n] = None
    return keep


def _dated_titles(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], titles: list[int]
) -> frozenset[int]:
    """A first line such as "MARKETS BRIEF - 25/07/2024" is the headline where there is no other."""
    first = next((n for n, kind in enumerate(kinds) if kind != "furniture"), None)
    if titles or first is None or kinds[first] != "dateline":
        return frozenset()
    names = [word for word in re.findall(r"[^\W\d_]{2,}", paragraphs[first].text)]
    if len(names) < 3 or len(paragraphs) == 1:
        return frozenset()
    kinds[first] = "title"
    titles.append(first)
    return frozenset({first})


def _mark_bare_names(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], titles: Sequence[int]
) -> None:
    """A name alone above the paper's name or the date, below the headline, is the writer's."""
    for n in titles[1:]:
        below = n + 1
        signed = below < len(paragraphs) and kinds[below] in ("furniture", "dateline", "byline")
        if signed and paragraphs[below].group == paragraphs[n].group != paragraphs[titles[0]].group:
            if is_name(paragraphs[n].text):
                kinds[n] = "byline"


def _choose(paragraphs: Sequence[Paragraph], titles: Sequence[int]) -> str:
    """Return the headline among the lines of the head: not the masthead in capitals above it."""
    groups = list(dict.fromkeys(paragraphs[n].group for n in titles))
    for n in titles:
        paragraph = paragraphs[n]
        masthead = paragraph.text.isupper() and paragraph.words <= 3 and paragraph.group != groups[-1]
        if not masthead:
            return paragraph.text
    return ""
