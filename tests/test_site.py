"""The site that Zensical builds of the documents: whole, without dead links, with nothing fetched from elsewhere."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))
PICTURES = sorted((DOCS / "pictures").iterdir())
LINK = re.compile(r"\]\((?P<target>[^)#\s]+)")
# A picture is worth a thousand words, and no more than these many bytes.
LARGEST_PICTURE = 200_000
# What the two readers of Markdown, that of code hosts and that of the site, have to see alike.
STRUCTURE = ("li", "ol", "ul", "table", "tr", "pre", "blockquote", "img", "h1", "h2", "h3")
FETCHED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


def navigation(items: list[Any]) -> Iterator[str]:
    for item in items:
        for target in item.values():
            yield from [target] if isinstance(target, str) else navigation(target)


def test_every_page_is_in_the_navigation_once() -> None:
    settings = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))

    assert sorted(navigation(settings["project"]["nav"])) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_links_stay_within_the_documents(name: str) -> None:
    page = DOCS / name
    targets = [match["target"] for match in LINK.finditer(page.read_text(encoding="utf-8"))]
    local = [target for target in targets if not urlsplit(target).scheme]

    assert [t for t in local if not (page.parent / t).resolve().is_relative_to(DOCS)] == []
    assert [t for t in local if not (page.parent / t).is_file()] == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: p.name)
def test_picture_is_small_and_shown(picture: Path) -> None:
    texts = [(DOCS / name).read_text(encoding="utf-8") for name in PAGES]

    assert picture.stat().st_size <= LARGEST_PICTURE
    assert any(f"pictures/{picture.name})" in text for text in texts)


class Reader(HTMLParser):
    """Notes what a page of the site names, its anchors, and the elements of its article."""

    def __init__(self, *, is_article: bool = False) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.anchors: set[str] = set()
        self.elements: Counter[str] = Counter()
        self.within_article = is_article

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        if tag == "article":
            self.within_article = True
        if self.within_article and tag in STRUCTURE:
            self.elements[tag] += 1
        if FETCHED.get(tag) in given:
            self.fetched.append(given[FETCHED[tag]])
        elif tag == "a" and "href" in given:
            self.links.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.within_article = False


def read_html(text: str, *, is_article: bool = False) -> Reader:
    reader = Reader(is_article=is_article)
    reader.feed(text)
    return reader


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Reader]:
    """Every page of the site, built in strict mode outside the checkout."""
    if find_spec("zensical") is None:
        pytest.skip("Zensical is not installed")
    place = tmp_path_factory.mktemp("documents")
    shutil.copytree(DOCS, place / "docs")
    shutil.copy(ROOT / "zensical.toml", place)
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    built = subprocess.run(
        command, cwd=place, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return {
        path: read_html(path.read_text(encoding="utf-8")) for path in sorted((place / "site").rglob("*.html"))
    }


def page_of(site: dict[Path, Reader], name: str) -> Reader:
    wanted = Path("site", name).with_suffix(".html").parts
    return next(reader for path, reader in site.items() if path.parts[-len(wanted) :] == wanted)


@pytest.mark.parametrize("name", PAGES)
def test_site_has_the_page_as_code_hosts_show_it(name: str, site: dict[Path, Reader]) -> None:
    """The site's Markdown wants a blank line before a list, and lists within lists further in."""
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    text = (DOCS / name).read_text(encoding="utf-8")
    shown = read_html(markdown_it.MarkdownIt().enable("table").render(text), is_article=True)

    assert page_of(site, name).elements == shown.elements


def test_links_of_the_site_lead_somewhere(site: dict[Path, Reader]) -> None:
    broken = []
    for path, reader in site.items():
        if path.name == "404.html":  # served for any address, so that its links begin at the root
            continue
        for link in [*reader.links, *reader.fetched]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (parts.fragment and not has_anchor(site, target, parts.fragment)):
                broken.append(f"{path.name}: {link}")

    assert len(site) > len(PAGES)
    assert broken == []


def has_anchor(site: dict[Path, Reader], target: Path, fragment: str) -> bool:
    return target not in site or unquote(fragment) in site[target].anchors


def test_site_loads_nothing_from_elsewhere(site: dict[Path, Reader]) -> None:
    fetched = [(path.name, address) for path, reader in site.items() for address in reader.fetched]

    assert fetched
    assert [found for found in fetched if urlsplit(found[1]).netloc] == []
