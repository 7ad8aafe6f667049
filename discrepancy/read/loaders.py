"""Paths to articles: files, directories, manifests and standard input."""

import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

import attrs

from discrepancy.errors import InputError, ManifestError
from discrepancy.read.article import Article
from discrepancy.read.decode import MAX_FILE_BYTES, decode, read_bytes, read_text, reason
from discrepancy.read.manifest import MANIFEST, Entry, entry_for, read_manifest
from discrepancy.read.page_bytes import MAX_PAGE_BYTES
from discrepancy.read.pages import article_from_page
from discrepancy.read.records import Shelf, articles_from_json, articles_from_lines

__all__ = ["Found", "find_articles"]

STANDARD_INPUT = "-"

_TEXT = frozenset({".txt", ".text", ".md", ".markdown"})
_JSON = frozenset({".json"})
_LINES = frozenset({".jsonl", ".ndjson"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_READABLE = _TEXT | _JSON | _LINES | _PAGES

# A file of JSON holds many articles; past this a list of files serves better.
_MAX_LIST_BYTES = 20 * MAX_FILE_BYTES

# What lies beside articles in a directory without being one.
_BESIDE = re.compile(r"\.|(?:readme|licen[cs]e|notice|changelog|contributing)(?:\.|$)", re.IGNORECASE)

_ADVICE = {
    ".mht": "save the page as HTML only",
    ".mhtml": "save the page as HTML only",
    ".pdf": "save its text as .txt (pdftotext does that)",
    ".docx": "save it as plain text (.txt) in UTF-8",
    ".doc": "save it as plain text (.txt) in UTF-8",
    ".odt": "save it as plain text (.txt) in UTF-8",
    ".rtf": "save it as plain text (.txt) in UTF-8",
}

Found = Iterator[Article | InputError]


def find_articles(paths: Sequence[str | Path], stdin: TextIO | BinaryIO | None = None) -> Found:
    """Give the articles at the paths, in their order, and an error for each that cannot be used."""
    if not paths:
        raise InputError("no article given; name files or a directory, or - for standard input")
    seen: set[object] = set()
    for path in paths:
        key: object = STANDARD_INPUT
        try:
            if str(path) == STANDARD_INPUT:
                found = _standard_input(stdin)
            else:
                key = Path(path).resolve()
                found = _at_path(Path(path))
            if key in seen:
                raise InputError("is given twice", path=path)
            seen.add(key)
            yield from found
        except InputError as error:
            yield error
        except (OSError, RuntimeError, ValueError) as error:
            yield InputError(f"cannot be read: {reason(error)}", path=str(path).replace("\0", "\\0"))


def _standard_input(stdin: TextIO | BinaryIO | None) -> Found:
    name = "standard input"
    raw = (stdin or sys.stdin.buffer).read(_MAX_LIST_BYTES + 1)
    text = (
        raw.removeprefix("\ufeff") if isinstance(raw, str) else decode(raw, path=name, limit=_MAX_LIST_BYTES)
    )
    if len(text) > _MAX_LIST_BYTES:
        raise InputError(f"has more than {_MAX_LIST_BYTES:,} characters; give files instead", path=name)
    yield from articles_from_lines(text, Shelf(path=name, stem="stdin"))


def _at_path(path: Path) -> Found:
    if path.is_dir():
        manifest = path / MANIFEST
        return _listed(manifest) if manifest.is_file() else _in_directory(path)
    if path.name == MANIFEST:
        return _listed(path)
    entry = entry_for(path)
    return _described(_in_file(path), entry, path) if entry else _in_file(path)


def _listed(manifest: Path) -> Found:
    for entry in read_manifest(manifest):
        path = manifest.parent / entry.path
        try:
            if not path.exists():
                raise InputError(f'path = "{entry.path}": {_missing(path)}')
            if path.is_dir():
                raise InputError(f'path = "{entry.path}" is a directory; list its files')
        except InputError as error:
            yield ManifestError(error.message, path=manifest, line=entry.line)
            continue
        try:
            yield from _described(_in_file(path), entry, manifest)
        except InputError as error:
            yield error


def _missing(path: Path) -> str:
    names = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
    close = difflib.get_close_matches(path.name, names, n=1)
    return "there is no such file" + (f"; did you mean {close[0]}?" if close else "")


def _described(articles: Found, entry: Entry, path: Path) -> Found:
    found = list(articles)
    if len(found) > 1 and (entry.id or entry.title or entry.url):
        raise ManifestError(
            f'path = "{entry.path}" holds {len(found)} articles; give their id, title and url in the file',
            path=path if path.name == MANIFEST else path.parent / MANIFEST,
            line=entry.line,
        )
    for article in found:
        yield article if isinstance(article, InputError) else _describe(article, entry)


def _describe(article: Article, entry: Entry) -> Article:
    return attrs.evolve(
        article,
        id=entry.id or article.id,
        outlet=entry.outlet or article.outlet,
        title=entry.title or article.title,
        published=entry.published or article.published,
        url=entry.url or article.url,
    )


def _in_directory(directory: Path) -> Found:
    found, beside = False, set()
    inside = directory.resolve()
    for path in sorted(directory.iterdir(), key=lambda p: p.name):
        suffix = path.suffix.lower()
        if path.is_dir() or _BESIDE.match(path.name) or suffix not in _READABLE:
            beside.add("directories" if path.is_dir() else suffix)
            continue
        try:
            if not path.resolve().is_relative_to(inside):
                raise InputError("is a link out of its directory; give the file itself", path=path)
            for article in _in_file(path, optional=True):
                found = True
                yield article
        except InputError as error:
            found = True
            yield error
    if not found:
        raise InputError(f"no article in this directory{_hint(beside)}", path=directory)


def _hint(beside: set[str]) -> str:
    if "directories" in beside:
        return "; name the directories in it one by one"
    for suffix, advice in _ADVICE.items():
        if suffix in beside:
            return f", only {suffix}: {advice}"
    return " (want .txt, .md, .html, .json or .jsonl)"


def _in_file(path: Path, *, optional: bool = False) -> Found:
    suffix = path.suffix.lower()
    shelf = Shelf(path=str(path), stem=path.stem)
    if suffix in _JSON:
        text = read_text(path, limit=_MAX_LIST_BYTES)
        yield from articles_from_json(text, shelf, optional=optional)
    elif suffix in _LINES:
        yield from articles_from_lines(read_text(path, limit=_MAX_LIST_BYTES), shelf)
    elif suffix in _PAGES:
        yield article_from_page(read_bytes(path, limit=MAX_PAGE_BYTES), path=path)
    elif suffix in _TEXT or not suffix or not path.exists():
        yield Article(id=path.stem, text=read_text(path), path=str(path))
    else:
        raise InputError(
            f"is no article: {_ADVICE.get(suffix, 'want .txt, .md, .html, .json or .jsonl')}", path=path
        )
