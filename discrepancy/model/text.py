"""Articles as read, and their sentences as parsed."""

from datetime import date, time
from importlib import import_module
from os import PathLike
from types import NoneType
from typing import Literal

import attrs

from discrepancy.errors import InputError

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "LeftOut",
    "Passage",
    "PublishedFrom",
    "Sentence",
    "Token",
    "Unit",
    "UnitKind",
]

BlockKind = Literal["title", "body", "caption", "byline", "dateline", "furniture"]
PublishedFrom = Literal["manifest", "text", "inferred", "unknown"]
UnitKind = Literal["person", "organisation", "place", "name", "time", "quantity"]


@attrs.frozen(kw_only=True)
class Block:
    """A stretch of a document that is one thing: a headline, a paragraph, a caption, page furniture.

    Furniture (menus, related headlines of other stories, comment forms) makes no claims.
    ``stamp`` is the time of day of an entry on a live page ("20:06 It's official").
    """

    start: int
    end: int
    kind: BlockKind = "body"
    stamp: time | None = None


@attrs.frozen(kw_only=True)
class Document:
    """One article as read; all offsets count code points of ``text``.

    ``is_extracted`` tells that the text was taken out of a saved web page, so that no offset counts the file.
    """

    id: str
    text: str
    outlet: str = ""
    title: str = ""
    published: date | None = None
    published_from: PublishedFrom = "unknown"
    path: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    is_extracted: bool = False

    def __attrs_post_init__(self) -> None:
        """Raise InputError where a field is not what every stage relies on."""
        if not isinstance(self.id, str):
            raise InputError(f"id = {self.id!r} is no string; a document is named by a string")
        if not self.id:
            raise InputError("a document has no id; give it one, as passages name their document by it")
        if not isinstance(self.text, str):
            raise InputError(f"document {self.id}: its text is no string")
        if type(self.published) not in {date, NoneType}:
            raise InputError(
                f"document {self.id}: published = {self.published!r} is no date; want a datetime.date, "
                "or Document.from_text, which reads YYYY-MM-DD"
            )

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str | None = None,
        outlet: str = "",
        title: str = "",
        published: date | str | None = None,
        url: str | None = None,
    ) -> "Document":
        """Read an article that is already a string; blocks, title and date line are found as in a file.

        ``published`` is a date or "YYYY-MM-DD".  Raises InputError where the text is empty or the date is none.
        """
        read = import_module("discrepancy.read")
        document: Document = read.document_from_text(
            text, id=id, outlet=outlet, title=title, published=published, url=url
        )
        return document

    @classmethod
    def from_path(cls, path: str | PathLike[str]) -> "Document":
        """Read the one article of a file (.txt, .md, .html, JSON).  Raises InputError, naming file and line."""
        document: Document = import_module("discrepancy.read").document_from_path(path)
        return document

    @property
    def words(self) -> int:
        """The number of white-space separated words."""
        return len(self.text.split())


@attrs.frozen(kw_only=True)
class LeftOut:
    """An article that could not be used, and why."""

    path: str
    reason: str


@attrs.frozen
class Passage:
    """A span of a document that can show its words."""

    document: str
    start: int
    end: int
    quote: str


@attrs.frozen
class Unit:
    """A span that must stand as one unit in the parse: a name, a date, an amount."""

    start: int
    end: int
    kind: UnitKind


@attrs.frozen(kw_only=True)
class Token:
    """A word of a sentence in Universal Dependencies terms (UD v2).

    ``i`` and ``head`` count tokens of the sentence; the root is its own head.  ``features`` are the UD
    morphological features as ``Tense=Past|VerbForm=Fin``.
    """

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    features: str = ""


@attrs.frozen(kw_only=True)
class Sentence:
    """A parsed sentence of one document."""

    document: str
    index: int
    start: int
    end: int
    block: Block
    tokens: tuple[Token, ...]
