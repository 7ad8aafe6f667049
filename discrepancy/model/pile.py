"""The documents of one call: checked, and in an order that does not depend on the caller's."""

from collections import Counter
from collections.abc import Iterable, Mapping

from discrepancy.errors import InputError
from discrepancy.model.text import Document

__all__ = ["documents_in_order"]

_HOW = "read files with read_documents(paths), or make a text a document with Document.from_text(text)"


def documents_in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents sorted by id.

    Raises InputError where they are no list of documents, or where two of them have one id: passages name
    their document by it.
    """
    if isinstance(documents, Document):
        raise InputError(
            "one Document is given, want a list of them: two or more can be set against each other"
        )
    if isinstance(documents, str | bytes | Mapping) or not isinstance(documents, Iterable):
        raise InputError(f"{_kind(documents)} is given, want a list of documents: {_HOW}")
    given = tuple(documents)
    for number, document in enumerate(given, start=1):
        if not isinstance(document, Document):
            raise InputError(f"item {number} is {_kind(document)}, want a Document: {_HOW}")
    often = Counter(document.id for document in given)
    twice = sorted(key for key, count in often.items() if count > 1)
    if twice:
        raise InputError(
            f'{often[twice[0]]} documents have the id "{twice[0]}"; give each an id of its own, '
            'as in Document.from_text(text, id="…")'
        )
    return tuple(sorted(given, key=lambda document: document.id))


def _kind(value: object) -> str:
    if value is None:
        return "nothing (None)"
    name = {"str": "string", "dict": "dictionary", "int": "whole number"}.get(
        type(value).__name__, type(value).__name__
    )
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"
