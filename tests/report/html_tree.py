"""A page as a tree of elements; a page that does not nest is no page."""

from collections.abc import Iterator
from html.parser import HTMLParser

import attrs

VOID = {"meta", "link", "input", "br", "img"}


@attrs.define
class Element:
    """An element with its attributes and what is in it."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element | str"] = attrs.field(factory=list, repr=False)
    around: "Element | None" = attrs.field(default=None, repr=False)

    def walk(self) -> Iterator["Element"]:
        for part in self.inside:
            if isinstance(part, Element):
                yield part
                yield from part.walk()

    def all(self, tag: str = "", name: str = "") -> list["Element"]:
        """All elements in this one with a tag and a class."""
        return [e for e in self.walk() if tag in {"", e.tag} and (not name or name in e.classes)]

    def one(self, tag: str = "", name: str = "") -> "Element":
        (found,) = self.all(tag, name)
        return found

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def text(self, *, without: str = "") -> str:
        """The words in this element, except those in elements of a class."""
        return "".join(
            part if isinstance(part, str) else part.text(without=without)
            for part in self.inside
            if isinstance(part, str) or without not in part.classes
        )


class Reader(HTMLParser):
    """Reads a page, and fails where a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.at = self.root

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attributes]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attributes}, around=self.at)
        self.at.inside.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.around is not None
        self.at = self.at.around

    def handle_data(self, data: str) -> None:
        self.at.inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read_page(text: str) -> Element:
    """Read a whole page."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> stays open"
    return reader.root


def by_id(page: Element) -> dict[str, Element]:
    """The elements that have an id; an id is given once."""
    named = [element for element in page.walk() if "id" in element.attributes]
    names = [element.attributes["id"] for element in named]
    assert sorted(names) == sorted(set(names))
    return dict(zip(names, named, strict=True))
