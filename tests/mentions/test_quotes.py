"""Words between quotation marks stand out of plain text."""

import pytest

from discrepancy.mentions.quotes import find_quotes


def words(text: str) -> list[tuple[str, str, bool]]:
    return [(text[quote.start : quote.end], quote.kind, quote.closed) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("“We have a signal,” she said.", [("We have a signal,", "speech", True)]),
        ('"We have a signal," she said.', [("We have a signal,", "speech", True)]),
        ("‘We have a signal,’ she said.", [("We have a signal,", "speech", True)]),
        ("«Nous avons un signal», dit-elle.", [("Nous avons un signal", "speech", True)]),
        ("„Wir haben ein Signal“, sagte sie.", [("Wir haben ein Signal", "speech", True)]),
        ("He said 'we have a signal' twice.", [("we have a signal", "speech", True)]),
    ],
)
def test_marks_of_every_kind(text: str, want: list[tuple[str, str, bool]]) -> None:
    assert words(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "It's the firm's third year, and the miners' union isn't pleased.",
        "The ’90s were the editors’ best years.",
        "He is 5'9\" tall and plays rock 'n' roll.",
        "Shi'ite and Xi'an need no marks.",
    ],
)
def test_apostrophes_and_measures_are_no_quotations(text: str) -> None:
    assert words(text) == []


def test_apostrophes_inside_single_marks_close_nothing() -> None:
    assert words("‘The judges’ ruling won’t stand,’ he said.") == [
        ("The judges’ ruling won’t stand,", "speech", True)
    ]


def test_nested_quotation_comes_after_its_outer_one() -> None:
    assert words("“She called it ‘odd’ and left,” he said.") == [
        ("She called it ‘odd’ and left,", "speech", True),
        ("odd", "scare", True),
    ]


def test_missing_closing_mark_ends_with_the_paragraph() -> None:
    assert words("“We will not pay.\n\nHe sat down.") == [("We will not pay.", "speech", False)]


def test_speech_over_two_paragraphs_gives_two_quotations() -> None:
    assert words("“We will not pay.\n\n“We never did,” he said.") == [
        ("We will not pay.", "speech", False),
        ("We never did,", "speech", True),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert words("“We will not\npay,” he said.") == [("We will not\npay,", "speech", True)]


def test_second_opening_mark_ends_a_quotation_that_was_never_closed() -> None:
    assert words("He said, “We will pay. He added, “We never did,” and left.") == [
        ("We will pay. He added,", "speech", False),
        ("We never did,", "speech", True),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They spoke of a “red line” again.", "scare"),
        ("He praised her “five noes.”", "scare"),
        ("“No,” she said.", "speech"),
        ("She said: “No.”", "speech"),
        ("They saw the film “The Long Winter” twice.", "title"),
        ("Her essay “Notes on a Border” came out.", "title"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [found for _, found, _ in words(text)] == [kind]
