"""Which lines of a web page are the article."""

from collections import defaultdict
from collections.abc import Sequence

import attrs

from discrepancy.language import load_words
from discrepancy.read.datelines import is_byline, is_date_line
from discrepancy.read.page_choice import choose_lines
from discrepancy.read.page_lines import Line, class_words, find_lines
from discrepancy.read.page_tree import Node, Page
from discrepancy.read.paragraphs import is_prose
from discrepancy.read.phrases import bare

__all__ = ["Body", "find_body"]

# A news brief has some 140 characters; a part of the page with less prose is not the article.
_SHORTEST = 140
# A part that holds most of the page's prose is no furniture, whatever its class says.
_MOST = 0.5
# An article in several parts: the part around them is the article if it has so much more prose.
_MORE = 1.3


# So much of the prose that the plain reader finds must be in the choice of another, or that has lost the article.
_ENOUGH = 0.5


@attrs.frozen(kw_only=True)
class Body:
    """The lines of the article in reading order, and the part of the page that belongs to it."""

    lines: tuple[Line, ...]
    scope: Node | None


def find_body(page: Page, title: str) -> Body:
    """Return the lines of the article without its headline; none where the page has no prose.

    The part of the page that holds them is found by its markup and by where most prose stands.  trafilatura,
    where it is installed, may then choose other lines: not on pages that it was not made for.
    """
    lines = [line for line in find_lines(page.root) if not _is_mute(line) and bare(line.text) != bare(title)]
    lines = _without_furniture(lines, _prose_by_node(lines))
    container = _choose(lines, _prose_by_node(lines))
    if container is None:
        return Body(lines=(), scope=None)
    scope = _scope(container)
    own = [
        line for line in lines if container in line.node.above() and (line.is_caption or not line.is_linked)
    ]
    told = own
    if not page.is_deep and not any(node.tag == "td" for node in container.above()):
        chosen = [line for line in choose_lines(lines, page.root) if not line.is_linked]
        told = chosen if _length_of_prose(chosen) >= _ENOUGH * _length_of_prose(own) else own
    first = lines.index(told[0]) if told else 0
    beside = [
        line
        for n, line in enumerate(lines)
        if scope in line.node.above() and (line.is_caption or (n < first and _heads(line)))
    ]
    kept = {*told, *beside}
    return Body(lines=tuple(line for line in lines if line in kept), scope=scope)


def _length_of_prose(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if is_prose(line.text))


def _is_mute(line: Line) -> bool:
    return not any(c.isalnum() for c in line.text)


def _heads(line: Line) -> bool:
    """Tell whether a line above the article belongs to it: its summary, its writer, its day."""
    return not line.is_linked and (is_prose(line.text) or is_byline(line.text) or is_date_line(line.text))


def _prose_by_node(lines: Sequence[Line]) -> dict[Node, int]:
    """Return for each element how many characters of prose stand anywhere in it."""
    prose: dict[Node, int] = defaultdict(int)
    for line in lines:
        if is_prose(line.text) and not line.is_linked and not line.is_caption:
            for node in line.node.above():
                prose[node] += len(line.text)
    return prose


def _without_furniture(lines: Sequence[Line], prose: dict[Node, int]) -> list[Line]:
    """Leave away what stands in parts whose name says comments, related stories, forms or the like."""
    words = frozenset(load_words("pages")["furniture"])
    whole = max(prose.values(), default=0)
    verdicts: dict[Node, bool] = {}

    def is_furniture(node: Node) -> bool:
        if node not in verdicts:
            named = node.tag == "form" or (node.tag not in ("body", "html") and words & class_words(node))
            verdicts[node] = bool(named) and prose.get(node, 0) <= _MOST * whole
        return verdicts[node]

    return [line for line in lines if not any(is_furniture(node) for node in line.node.above())]


def _choose(lines: Sequence[Line], prose: dict[Node, int]) -> Node | None:
    """Return the element with the article: the one that says so, else the one with most paragraphs."""
    for says_so in (_is_article_body, _is_article, _is_main):
        named = [node for node in prose if says_so(node) and prose[node] >= _SHORTEST]
        if named:
            return max(named, key=lambda node: prose[node])
    score: dict[Node, float] = defaultdict(float)
    for line in lines:
        if is_prose(line.text) and not line.is_linked and not line.is_caption:
            for node, share in zip(line.node.above(), (1.0, 1.0, 0.5), strict=False):
                score[node] += share * len(line.text)
    if not score:
        return None
    best = max(score, key=lambda node: score[node])
    while best.parent is not None and prose[best.parent] > _MORE * prose[best]:
        best = best.parent
    return best


def _is_article_body(node: Node) -> bool:
    return node.attributes.get("itemprop", "").lower() == "articlebody"


def _is_article(node: Node) -> bool:
    return node.tag == "article"


def _is_main(node: Node) -> bool:
    return node.tag == "main" or node.attributes.get("role", "").lower() == "main"


def _scope(container: Node) -> Node:
    """Return the part of the page that belongs to the article: headline, summary and pictures, too."""
    for node in container.above():
        if node.tag in ("article", "main") or "article" in node.attributes.get("itemtype", "").lower():
            return node
    return container.parent or container
