"""Articles to documents, all at once: strictly, or leaving out what cannot be used."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from discrepancy.errors import InputError
from discrepancy.model.text import Document, LeftOut
from discrepancy.read.build import build_document
from discrepancy.read.loaders import find_articles
from discrepancy.read.manifest import MANIFEST

__all__ = ["document_from_path", "read_available", "read_documents"]


def read_documents(
    paths: Sequence[str | Path],
    *,
    stdin: TextIO | BinaryIO | None = None,
    besides: Sequence[Document] = (),
) -> tuple[Document, ...]:
    """Read the articles at the paths, in their order.

    A path is a file (.txt, .md, .html, .json, .jsonl), a directory, or ``-`` for JSON Lines on standard input.  The
    articles of a directory with a ``sources.toml`` are exactly those listed there, in that order.  ``besides``
    are documents that were read before: their files are left away, and no other may have their ids.

    Raises :class:`InputError` (a manifest: :class:`ManifestError`) on the first article that cannot be used.
    """
    documents = []
    for document in _read(paths, stdin, besides):
        if isinstance(document, InputError):
            raise document
        documents.append(document)
    return tuple(documents)


def read_available(
    paths: Sequence[str | Path],
    *,
    stdin: TextIO | BinaryIO | None = None,
    besides: Sequence[Document] = (),
) -> tuple[tuple[Document, ...], tuple[LeftOut, ...]]:
    """Read the articles that can be used, and tell which were left out and why."""
    documents, left_out = [], []
    for document in _read(paths, stdin, besides):
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


def _read(
    paths: Sequence[str | Path], stdin: TextIO | BinaryIO | None, besides: Sequence[Document]
) -> Iterator[Document | InputError]:
    seen = {document.id: document.path or "" for document in besides}
    files = {Path(document.path).resolve() for document in besides if document.path}
    for article in find_articles([paths] if isinstance(paths, str | Path) else paths, stdin):
        if isinstance(article, InputError):
            yield article
            continue
        if article.path and files and Path(article.path).resolve() in files:
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
            problem = (
                f'gives the id "{document.id}" twice; name the file once, or give each article its own id'
            )
        else:
            problem = (
                f'has the id "{document.id}", as has {first}; give one an id in {MANIFEST} or in its JSON'
            )
        raise InputError(problem, path=path)
    seen[document.id] = path
