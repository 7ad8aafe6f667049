"""What a web page says of its article beside the text: headline, outlet, day and address."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from discrepancy.language import load_words
from discrepancy.read.dates import read_given_date
from discrepancy.read.page_tree import Node, Page, walk
from discrepancy.read.phrases import bare

__all__ = ["Facts", "find_facts", "inner_text", "tidy"]

# JSON-LD names dozens of things; a thousand are a trap.
_MOST_THINGS = 1000

_ARTICLE = re.compile(r"(?:article|posting|report|story)$", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(https?://\S+) -->")
_HEAD = 4096
_SEPARATORS = re.compile(r"\s+(?:[|–—·»«-]|::)\s+|\s+[|]|[|]\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
_SHARED_WORDS = 0.6


@attrs.frozen(kw_only=True)
class Facts:
    """What is known of the article; what is not is empty or ``None``.  ``body`` is its text in JSON-LD."""

    title: str = ""
    outlet: str = ""
    published: date | None = None
    url: str | None = None
    body: str = ""


def find_facts(page: Page, markup: str) -> Facts:
    """Return what metadata, microdata, JSON-LD and the title of the window say."""
    things = list(_things(page.data))
    articles = [t for t in things if any(_ARTICLE.search(name) for name in _types(t))]
    properties = _properties(page.root)
    window, headings = _titles(page.root)
    named = [*(_string(t.get("headline")) for t in articles), *_given(properties, "title_properties")]
    title, rest = _choose_title(headings, [name for name in named if name], window)
    outlets = [*(_name(t.get("publisher")) for t in articles), *_given(properties, "outlet_properties"), rest]
    days = [*(_string(t.get("datePublished")) for t in articles), *_given(properties, "published_properties")]
    return Facts(
        title=title,
        outlet=next((o for o in outlets if o and not o.startswith(("http://", "https://"))), ""),
        published=next((day for day in map(read_given_date, days) if day), None),
        url=_address(properties, markup),
        body=next((body for t in articles if (body := _string(t.get("articleBody")))), ""),
    )


def tidy(text: str) -> str:
    """Return text on one line, without what cannot be seen."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def inner_text(node: Node) -> str:
    """Return all text in an element, on one line."""
    return tidy("".join(part for part in walk(node) if isinstance(part, str)))


def _things(data: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Give the things that JSON-LD tells of, the outer ones first; what cannot be read tells of none."""
    left: list[Any] = []
    for text in data:
        try:
            left.append(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue
    for _ in range(_MOST_THINGS):
        if not left:
            return
        thing = left.pop(0)
        if isinstance(thing, list):
            left = [*thing[:_MOST_THINGS], *left]
        elif isinstance(thing, dict):
            yield thing
            left += [thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing]


def _types(thing: dict[str, Any]) -> list[str]:
    kind = thing.get("@type")
    return [name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)]


def _string(value: object) -> str:
    return tidy(value) if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _string(value.get("name") if isinstance(value, dict) else value)


def _properties(root: Node) -> dict[str, str]:
    """Return the first value of each property that ``meta``, ``link`` and microdata give."""
    found: dict[str, str] = {}
    for part in walk(root):
        if isinstance(part, str) or not part[1]:
            continue
        node, given = part[0], part[0].attributes
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if node.tag == "meta" and given.get("content"):
            found.setdefault(name.lower(), tidy(given["content"]))
        elif node.tag == "link" and "canonical" in given.get("rel", "").lower():
            found.setdefault("canonical", given.get("href", "").strip())
        elif given.get("itemprop", "").lower() == "datepublished":
            found.setdefault(
                "datepublished", given.get("datetime") or given.get("content") or inner_text(node)
            )
        elif given.get("itemprop", "").lower() == "publisher":
            found.setdefault("publisher", _publisher(node))
    return found


def _publisher(node: Node) -> str:
    """Return the name in an element of microdata, which may be an organisation with a logo."""
    for part in walk(node):
        if not isinstance(part, str) and part[1] and part[0].attributes.get("itemprop", "").lower() == "name":
            return tidy(part[0].attributes.get("content", "")) or inner_text(part[0])
    return tidy(node.attributes.get("content", "")) or inner_text(node)


def _given(properties: dict[str, str], table: str) -> list[str]:
    return [properties[name] for name in load_words("pages")[table] if properties.get(name)]


def _titles(root: Node) -> tuple[str, list[str]]:
    """Return the title of the window and the headings of the first rank."""
    window, headings = "", []
    for part in walk(root):
        if isinstance(part, str) or not part[1]:
            continue
        node = part[0]
        if node.tag == "title" and not window and not any(n.tag == "svg" for n in node.above()):
            window = inner_text(node)
        elif node.tag == "h1" or node.attributes.get("itemprop", "").lower() == "headline":
            headings.append(tidy(node.attributes.get("content", "")) or inner_text(node))
    return window, [heading for heading in headings if heading]


def _choose_title(headings: list[str], named: list[str], window: str) -> tuple[str, str]:
    """Return the headline as the page shows it, and what else the title of the window has: the outlet."""
    parts = [part.strip() for part in _SEPARATORS.split(window) if part and part.strip()]
    known = [*named, *parts]
    title = next((h for h in headings if any(_alike(h, k) for k in known)), "")
    title = title or next(iter(named), "") or (headings[0] if len(headings) == 1 else "")
    if not title:
        title = max(parts, key=len, default="")
    others = [part for part in parts if not _alike(part, title)]
    return title, others[-1] if len(others) == 1 and len(parts) > 1 else ""


def _alike(left: str, right: str) -> bool:
    ours, others = set(bare(left).split()), set(bare(right).split())
    return bool(ours) and len(ours & others) >= _SHARED_WORDS * max(len(ours), len(others))


def _address(properties: dict[str, str], markup: str) -> str | None:
    saved = _SAVED_FROM.search(markup[:_HEAD])
    addresses = (properties.get("canonical"), properties.get("og:url"), saved[1] if saved else None)
    return next((a for a in addresses if a and a.startswith(("http://", "https://")) and " " not in a), None)
