"""The tree of a web page to lines of text, each with where it stands."""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from discrepancy.language import load_words
from discrepancy.read.page_facts import tidy
from discrepancy.read.page_tree import Node, walk

__all__ = ["Line", "class_words", "find_lines", "is_data_table"]

_NEVER = frozenset(
    {
        "applet", "audio", "button", "canvas", "dialog", "embed", "head", "iframe", "input", "map", "math", "menu",
        "meter", "nav", "noframes", "noscript", "object", "optgroup", "option", "progress", "rp", "rt", "script",
        "select", "style", "svg", "template", "textarea", "title", "video", "footer", "aside",
    }
)  # fmt: skip
_NEVER_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu", "toolbar"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS = re.compile(r"[a-z]+")
# A cell with so much text is a column of a page that is laid out by a table, not a figure in one.
_LAYOUT_CELL = 200


@attrs.frozen(kw_only=True)
class Line:
    """A line of text, the element that it stands in, and how much of it is links."""

    text: str
    node: Node
    linked: int = 0
    is_caption: bool = False

    @property
    def is_linked(self) -> bool:
        """Whether the line leads elsewhere rather than tells something."""
        return self.linked > 0.6 * len(self.text)


def find_lines(root: Node) -> Iterator[Line]:
    """Give the visible lines of text in reading order; menus, forms' fields and hidden parts are left out."""
    buffer: list[tuple[str, bool]] = []
    block, skipped, links = root, None, 0
    for part in walk(root):
        if skipped is not None:
            if not isinstance(part, str) and part[0] is skipped and not part[1]:
                skipped = None
            continue
        if isinstance(part, str):
            buffer.append((part, links > 0))
            continue
        node, begins = part
        if begins and _is_left_out(node):
            skipped = node
        if node.tag == "a":
            links += 1 if begins and skipped is None else -1 if not begins else 0
        if node.is_block or node.tag == "br":
            yield from _flush(buffer, block)
            block = (
                node
                if begins and node.is_block
                else next(n for n in node.above() if (n is not node and n.is_block) or n is root)
            )
    yield from _flush(buffer, block)


def class_words(node: Node) -> frozenset[str]:
    """Return the words in the class, the id and the microdata of an element."""
    return _split_names(" ".join(node.attributes.get(key, "") for key in ("class", "id", "itemprop")))


def is_data_table(node: Node) -> bool:
    """Tell whether a table holds figures, not the columns of a page."""
    if node.tag != "table":
        return False
    length = 0
    for part in walk(node):
        if isinstance(part, str):
            length += len(part.strip())
            if length > _LAYOUT_CELL:
                return False
        elif part[0].tag in ("td", "th"):
            length = 0
        elif part[0] is not node and part[0].tag in ("table", "p", "h1", "h2", "article"):
            return False
    return True


def _flush(buffer: list[tuple[str, bool]], block: Node) -> Iterator[Line]:
    text = tidy("".join(words for words, _ in buffer))
    linked = len(tidy(" ".join(words for words, is_link in buffer if is_link)))
    buffer.clear()
    if text:
        yield Line(text=text, node=block, linked=linked, is_caption=_is_caption(block))


def _is_left_out(node: Node) -> bool:
    given = node.attributes
    return (
        node.tag in _NEVER
        or given.get("role", "").lower() in _NEVER_ROLES
        or "hidden" in given
        or given.get("aria-hidden", "").lower() == "true"
        or bool(_HIDDEN.search(given.get("style", "")[:500]))
        or is_data_table(node)
    )


def _is_caption(block: Node) -> bool:
    captions = frozenset(load_words("pages")["captions"])
    for node in block.above():
        if node.tag == "figcaption" or captions & class_words(node):
            return True
        if node.tag in ("article", "body", "main", "td"):
            return False
    return False


@cache
def _split_names(names: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(_CAMEL.sub(" ", names[:500]).lower()))
