"""What is said about kinds, and where it comes from."""

from collections.abc import Iterable

import pytest

from discrepancy.model.findings import Kind
from discrepancy.report.explain import NOT_LOOKED_FOR, describe_kind, render_explanation, render_kinds


class Counts:
    """Counts of one question that differ.

    **Flags** "nine" against
    "eleven".
    **Stays quiet** on "nine" against "at least nine".
    """

    kind = Kind.NUMBER


class Ages:
    """Ages that differ.

    **Flags**
        "aged 54" against "aged 45".
    **Known limits**: A birthday between two articles.
    """

    kind = Kind.NUMBER


class Bare:
    kind = Kind.DATE


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_texts_with_an_example(kind: Kind) -> None:
    text = describe_kind(kind)

    assert text.summary and not text.summary.endswith(".")
    for part in (text.flags, text.stays_quiet, text.known_limits):
        assert all(paragraph.endswith(".") for paragraph in part)
    assert '"' in text.flags[0]


def test_docstrings_of_all_detectors_of_a_kind_speak() -> None:
    text = describe_kind(Kind.NUMBER, [Counts(), Bare, Ages])

    assert text.flags == ('"nine" against "eleven".', '"aged 54" against "aged 45".')
    assert text.stays_quiet == ('on "nine" against "at least nine".',)
    assert text.known_limits == ("A birthday between two articles.",)


def test_table_speaks_where_the_docstring_is_silent() -> None:
    assert describe_kind(Kind.DATE, [Bare()]).flags == describe_kind(Kind.DATE).flags


@pytest.mark.parametrize(("detectors", "is_told"), [((), True), ((Counts,), True), ((Bare,), False)])
def test_kind_that_nothing_looks_for_is_told(detectors: Iterable[object], is_told: bool) -> None:
    assert (NOT_LOOKED_FOR in render_explanation(describe_kind(Kind.DATE, detectors))) is is_told


def test_heading_stands_on_a_line_of_its_own() -> None:
    page = render_explanation(describe_kind(Kind.NUMBER, [Counts]))

    assert '\nStays quiet\n  "nine" against "at least nine".\n' in page


@pytest.mark.parametrize("width", [40, 80])
def test_explanation_is_wrapped(width: int) -> None:
    for kind in Kind:
        assert max(map(len, render_explanation(describe_kind(kind), width=width).splitlines())) <= width


def test_kinds_stand_in_columns() -> None:
    lines = render_kinds().splitlines()

    assert {line.index(line.split()[1]) for line in lines} == {len("quote-attribution") + 2}
    assert all(line == line.rstrip() for line in lines)
