"""Documents as a caller of the library gives them."""

from collections.abc import Callable
from typing import Any

import pytest

from discrepancy import Document, InputError, check, compare, group
from discrepancy.checker import extract_claims

ONE = Document.from_text("The bridge in Arle cost 14 million pounds.", id="arle")
OTHER = Document.from_text("The bridge in Arle cost 41 million pounds.", id="arle")

Call = Callable[[Any], object]
CALLS: list[Call] = [check, group, extract_claims]


@pytest.mark.parametrize("call", CALLS)
def test_two_documents_of_one_id_are_refused(call: Call) -> None:
    with pytest.raises(InputError, match=r'2 documents have the id "arle"; give each an id of its own'):
        call([ONE, OTHER])


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("arle.txt", r"a string is given, want a list of documents: read files with read_documents"),
        ({"arle": "The bridge."}, r"a dictionary is given, want a list of documents"),
        (None, r"nothing \(None\) is given, want a list of documents"),
        (14, r"a whole number is given"),
        (ONE, r"one Document is given, want a list of them"),
        ([ONE, "The bridge."], r"item 2 is a string, want a Document: .*Document\.from_text"),
        ([{"text": "The bridge."}], r"item 1 is a dictionary, want a Document"),
        ([None, ONE], r"item 1 is nothing \(None\), want a Document"),
    ],
)
def test_what_is_no_list_of_documents_is_refused(call: Call, given: object, says: str) -> None:
    with pytest.raises(InputError, match=says):
        call(given)


@pytest.mark.parametrize("call", CALLS)
def test_any_iterable_of_documents_will_do(call: Call) -> None:
    assert call(iter([ONE])) is not None


@pytest.mark.parametrize("given", [None, 14, b"The bridge.", ONE, ["The bridge."]])
def test_comparing_takes_two_strings(given: Any) -> None:
    with pytest.raises(InputError, match=r"want a string"):
        compare("The bridge in Arle cost 14 million pounds.", given)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"id": "", "text": "The bridge."}, "a document has no id"),
        ({"id": 14, "text": "The bridge."}, "id = 14 is no string"),
        ({"id": "arle", "text": None}, "document arle: its text is no string"),
        (
            {"id": "arle", "text": "The bridge.", "published": "2024-05-06"},
            r"published = '2024-05-06' is no date",
        ),
    ],
)
def test_document_is_valid_or_is_none(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        Document(**fields)
