"""The table of forms: every form renders, and the reference and the command line know it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from discrepancy.cli import build_parser
from discrepancy.errors import OptionError
from discrepancy.model.report import Report
from discrepancy.report.as_json import render_json
from discrepancy.report.as_text import render_text
from discrepancy.report.formats import FORMATS, render

from .stories import ferry_report
from .strategies import reports

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
ROW = re.compile(r"^\| `(?P<form>\w+)` \| (?P<media>[\w.+/-]+) \|", re.MULTILINE)


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_reached_by_its_name(form: str) -> None:
    text = ferry_report().render(form)

    assert text == render(ferry_report(), form)
    assert text.endswith("\n")
    assert build_parser().parse_args(["check", "a.txt", "--format", form]).format == form


@pytest.mark.parametrize("form", FORMATS)
def test_report_on_nothing_has_every_form(form: str) -> None:
    assert Report(documents=()).render(form).endswith("\n")


@settings(max_examples=10, deadline=None)
@given(reports())
def test_every_report_has_every_form(report: Report) -> None:
    for form in FORMATS:
        assert report.render(form).endswith("\n")


def test_names_stand_for_the_renderers() -> None:
    assert render(ferry_report(), "text") == render_text(ferry_report())
    assert render(ferry_report(), "json") == render_json(ferry_report())


def test_unknown_form_is_refused() -> None:
    with pytest.raises(OptionError, match="unknown form 'xml'; the forms are text, json"):
        ferry_report().render("xml")


def test_reference_lists_the_forms() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## Forms of the report\n")[2].partition("\n## ")[0]

    assert {row["form"]: row["media"] for row in ROW.finditer(section)} == {
        name: form.media for name, form in FORMATS.items()
    }
