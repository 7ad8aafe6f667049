"""The markup of a web page to a tree: nothing is run, nothing is fetched, and no page is too odd to end."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import attrs

from discrepancy.errors import InputError

__all__ = ["DEEPEST", "Node", "Page", "parse_page", "walk"]

# Browsers lay deeper elements side by side, too; pages of newspapers have at most some sixty floors.
DEEPEST = 256
MOST_ELEMENTS = 200_000

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr basefont frame keygen"
_BLOCK_NAMES = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_VOID = frozenset(_VOID_NAMES.split())
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# An element that begins closes these, if one is open inside the last of the others.
_CLOSES = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    **{tag: ({"p"}, {"td", "th", "li", "div", "section", "article", "body", "blockquote"}) for tag in _BLOCKS - {"body"}
       if tag not in {"li", "dt", "dd", "tr", "td", "th"}},
}  # fmt: skip

_SPECIAL = re.compile(r"<(?:!--|(?P<raw>script|style)\b|[!?])", re.IGNORECASE)
_RAW_END = {tag: re.compile(rf"</{tag}\b", re.IGNORECASE) for tag in ("script", "style")}
_DATA = re.compile(r"""<script\b[^>]*\btype\s*=\s*["']?application/ld\+json\b""", re.IGNORECASE)


@attrs.define(eq=False)
class Node:
    """An element: its name and attributes in lower case, what stands in it, and what it stands in."""

    tag: str
    attributes: dict[str, str] = attrs.field(factory=dict, repr=False)
    parent: "Node | None" = attrs.field(default=None, repr=False)
    children: list["Node | str"] = attrs.field(factory=list, repr=False)

    @property
    def is_block(self) -> bool:
        """Whether its text begins on a line of its own."""
        return self.tag in _BLOCKS

    @property
    def is_void(self) -> bool:
        """Whether nothing can stand in it."""
        return self.tag in _VOID

    def above(self) -> Iterator["Node"]:
        """Give this element and all that it stands in, from the inside out."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@attrs.frozen(kw_only=True)
class Page:
    """The tree of a page, its JSON-LD, and whether it was deeper than anything that people make."""

    root: Node
    data: tuple[str, ...]
    is_deep: bool


def parse_page(markup: str) -> Page:
    """Return the tree of a page; scripts, styles, comments and declarations are not in it.

    Raises :class:`InputError` for more elements than an article's page can have.
    """
    plain, data = _without_code(markup)
    builder = _Builder()
    # A tag that never ends is dropped, as browsers do; the parser would try again from each of its beginnings.
    last = plain.rfind(">") + 1
    builder.feed(plain[:last] + plain[last:].partition("<")[0])
    builder.close()
    return Page(root=builder.root, data=data, is_deep=builder.is_deep)


def walk(root: Node) -> Iterator[tuple[Node, bool] | str]:
    """Give text and elements in reading order: each element twice, with whether it begins."""
    stack: list[tuple[Node, int]] = [(root, 0)]
    yield root, True
    while stack:
        node, at = stack.pop()
        if at == len(node.children):
            yield node, False
            continue
        stack.append((node, at + 1))
        child = node.children[at]
        if isinstance(child, str):
            yield child
        else:
            yield child, True
            stack.append((child, 0))


def _without_code(markup: str) -> tuple[str, tuple[str, ...]]:
    """Take comments, declarations, scripts and styles out, looking at each character once; also give the JSON-LD."""
    parts, data, at = [], [], 0
    is_xml = markup.lstrip().startswith("<?xml")
    while special := _SPECIAL.search(markup, at):
        parts.append(markup[at : special.start()])
        begin = special.start()
        if special["raw"]:
            opening = _after(markup, ">", begin)
            if is_xml and markup.startswith("/>", opening - 2):
                at = opening
                continue
            closing = _RAW_END[special["raw"].lower()].search(markup, special.end())
            body = markup[begin : closing.start()] if closing else ""
            if _DATA.match(body):
                data.append(body.partition(">")[2])
            at = _after(markup, ">", closing.end()) if closing else len(markup)
        elif special[0] == "<!--":
            at = _after(markup, "-->", begin + 2)
        elif markup.startswith("<![CDATA[", begin):
            at = _after(markup, "]]>", begin)
        else:
            at = _after(markup, ">", begin)
        parts.append(" ")
    parts.append(markup[at:])
    return "".join(parts), tuple(data)


def _after(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return len(markup) if found < 0 else found + len(mark)


class _Builder(HTMLParser):
    """Builds the tree as the markup is read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("page")
        self.is_deep = False
        self._open = [self.root]
        self._names: Counter[str] = Counter()
        self._deeper = 0
        self._elements = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise InputError(f"has more than {MOST_ELEMENTS:,} elements: it is no page of an article")
        self._close_implied(tag)
        if len(self._open) >= DEEPEST and tag not in _VOID:
            self.is_deep = True
            self._deeper += 1
            return
        parent = self._open[-1]
        node = Node(tag, {name: value or "" for name, value in reversed(attrs)}, parent)
        parent.children.append(node)
        if tag not in _VOID:
            self._open.append(node)
            self._names[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # as in HTML, where "<div/>" is no end; XHTML has few but void ones

    def handle_endtag(self, tag: str) -> None:
        if self._deeper and tag not in _VOID:
            self._deeper -= 1
        elif self._names[tag]:
            while self._pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close_implied(self, tag: str) -> None:
        closed, borders = _CLOSES.get(tag, (set(), set()))
        if self._deeper or not any(self._names[name] for name in closed):
            return
        for n in range(len(self._open) - 1, 0, -1):
            name = self._open[n].tag
            if name in borders:
                return
            if name in closed:
                while len(self._open) > n:
                    self._pop()
                return

    def _pop(self) -> str:
        tag = self._open.pop().tag
        self._names[tag] -= 1
        return tag
