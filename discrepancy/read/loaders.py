"""Paths to documents: files, directories, manifests and standard input."""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

import attrs

from discrepancy.errors import InputError, ManifestError
from discrepancy.model.text import Document, LeftOut
from discrepancy.read.article import Article
from discrepancy.read.build import build_document
from discrepancy.read.decode import MAX_FILE_BYTES, decode, read_text
from discrepancy.read.manifest import MANIFEST, Entry, entry_for, read_manifest
from discrepancy.read.records import Shelf, articles_from_json, articles_from_lines, has_article

__all__ = ["document_from_path", "read_available", "read_documents"]

STANDARD_INPUT = "-"

_TEXT = frozenset({".txt", ".text", ".md", ".markdown"})
_JSON = frozenset({".json"})
_LINES = frozenset({".jsonl", ".ndjson"})
_READABLE = _TEXT | _JSON | _LINES

# A file of JSON holds many articles; past this a list of files serves better.
_MAX_LIST_BYTES = 20 * MAX_FILE_BYTES

# What lies beside articles in a directory without being one.
_BESIDE = re.compile(r"\.|(?:readme|licen[cs]e|notice|changelog|contributing|gold)(?:\.|$)", re.IGNORECASE)

_ADVICE = {
    ".html": "save the text of the article as .txt (trafilatura and newspaper4k do that)",
    ".htm": "save the text of the article as .txt (trafilatura and newspaper4k do that)",
    ".pdf": "save its text as .txt (pdftotext does that)",
    ".docx": "save it as plain text (.txt) in UTF-8",
    ".doc": "save it as plain text (.txt) in UTF-8",
    ".odt": "save it as plain text (.txt) in UTF-8",
    ".rtf": "save it as plain text (.txt) in UTF-8",
}

_Found = Iterator[Article | InputError]


def read_documents(
    paths: Sequence[str | Path], *, stdin: TextIO | BinaryIO | None = None
) -> tuple[Document, ...]:
    """Read the articles at the paths, in their order.

    A path is a file (.txt, .md, .json, .jsonl), a directory, or ``-`` for JSON Lines on standard input.  The
    articles of a directory with a ``sources.toml`` are exactly those listed there, in that order.

    Raises :class:`InputError` (a manifest: :class:`ManifestError`) on the first article that cannot be used.
    """
    documents = []
    for document in _read(paths, stdin):
        if isinstance(document, InputError):
            raise document
        documents.append(document)
    return tuple(documents)


def read_available(
    paths: Sequence[str | Path], *, stdin: TextIO | BinaryIO | None = None
) -> tuple[tuple[Document, ...], tuple[LeftOut, ...]]:
    """Read the articles that can be used, and tell which were left out and why."""
    documents, left_out = [], []
    for document in _read(paths, stdin):
        if isinstance(document, InputError):
            left_out.append(LeftOut(path=document.path or "", reason=_reason(document)))
        else:
            documents.append(document)
    return tuple(documents), tuple(left_out)


def document_from_path(path: str | Path) -> Document:
    """Read the one article of a file."""
    documents = read_documents([path])
    if len(documents) != 1:
        raise InputError(f"holds {len(documents)} articles; use read_documents", path=path)
    return documents[0]


def _reason(error: InputError) -> str:
    return f"line {error.line}: {error.message}" if error.line else error.message


def _read(paths: Sequence[str | Path], stdin: TextIO | BinaryIO | None) -> Iterator[Document | InputError]:
    if isinstance(paths, str | Path):
        paths = [paths]
    if not paths:
        raise InputError("no article given; name files or a directory, or - for standard input")
    seen: dict[str, str] = {}
    for article in _find(paths, stdin):
        if isinstance(article, InputError):
            yield article
            continue
        try:
            document = build_document(article)
            _check_new(document, seen)
        except InputError as error:
            yield error
        else:
            yield document


def _check_new(document: Document, seen: dict[str, str]) -> None:
    path = document.path or ""
    if document.id in seen:
        first = seen[document.id]
        if first == path:
            problem = f'gives two articles with the id "{document.id}"; give each its own'
        else:
            problem = (
                f'has the id "{document.id}", as has {first}; give one an id in {MANIFEST} or in its JSON'
            )
        raise InputError(problem, path=path)
    seen[document.id] = path


def _find(paths: Sequence[str | Path], stdin: TextIO | BinaryIO | None) -> _Found:
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
            yield InputError(f"cannot be read: {error}", path=str(path).replace("\0", "\\0"))


def _standard_input(stdin: TextIO | BinaryIO | None) -> _Found:
    raw = (stdin or sys.stdin.buffer).read()
    name = "standard input"
    text = io.StringIO(raw, newline=None).read() if isinstance(raw, str) else decode(raw, path=name)
    yield from articles_from_lines(text, Shelf(path=name, stem="stdin"))


def _at_path(path: Path) -> _Found:
    if path.is_dir():
        manifest = path / MANIFEST
        return _listed(manifest) if manifest.is_file() else _in_directory(path)
    if path.name == MANIFEST:
        return _listed(path)
    entry = entry_for(path)
    return _described(_in_file(path), entry, path) if entry else _in_file(path)


def _listed(manifest: Path) -> _Found:
    for entry in read_manifest(manifest):
        path = manifest.parent / entry.path
        try:
            if not path.exists():
                raise InputError(f'path = "{entry.path}": there is no such file beside it')
            if path.is_dir():
                raise InputError(f'path = "{entry.path}" is a directory; list its files')
        except InputError as error:
            yield ManifestError(error.message, path=manifest, line=entry.line)
            continue
        try:
            yield from _described(_in_file(path), entry, manifest)
        except InputError as error:
            yield error


def _described(articles: _Found, entry: Entry, path: Path) -> _Found:
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


def _in_directory(directory: Path) -> _Found:
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
            if suffix in _JSON and not has_article(read_text(path, limit=_MAX_LIST_BYTES)):
                continue
            found = True
            yield from _in_file(path)
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
    return " (want .txt, .md, .json or .jsonl)"


def _in_file(path: Path) -> _Found:
    suffix = path.suffix.lower()
    shelf = Shelf(path=str(path), stem=path.stem)
    if suffix in _JSON:
        yield from articles_from_json(read_text(path, limit=_MAX_LIST_BYTES), shelf)
    elif suffix in _LINES:
        yield from articles_from_lines(read_text(path, limit=_MAX_LIST_BYTES), shelf)
    elif suffix in _TEXT or not path.exists():
        yield Article(id=path.stem, text=read_text(path), path=str(path))
    else:
        raise InputError(
            f"is no article: {_ADVICE.get(suffix, 'want .txt, .md, .json or .jsonl')}", path=path
        )
