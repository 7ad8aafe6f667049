"""The table as CSV: read back by pandas and the standard library, and no cell is a formula."""

import csv
import io
import re
from pathlib import Path

import pandas
import pytest
from hypothesis import given, settings

from discrepancy.model.report import Report
from discrepancy.report.as_csv import _cell, render_csv, restore_cell
from discrepancy.report.rows import COLUMNS, evidence_rows

from .golden import assert_golden
from .hostile import WORDS, hostile_report
from .stories import ferry_report
from .strategies import TEXTS, reports

FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def read_lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_csv_is_golden() -> None:
    assert_golden("ferry.csv", render_csv(ferry_report()))


@pytest.mark.parametrize("report", [ferry_report(), hostile_report()], ids=["ferry", "hostile"])
def test_pandas_reads_the_rows_back(report: Report) -> None:
    table = pandas.read_csv(io.StringIO(render_csv(report), newline=""), keep_default_na=False)
    for column, of in COLUMNS.items():
        if of is str:
            table[column] = table[column].astype(str).map(restore_cell)

    assert table.to_dict("records") == list(evidence_rows(report))


@settings(max_examples=30, deadline=None)
@given(reports())
def test_every_report_is_read_back(report: Report) -> None:
    read = [
        {name: restore_cell(cell) for name, cell in line.items()} for line in read_lines(render_csv(report))
    ]

    assert read == [{name: as_text(value) for name, value in row.items()} for row in evidence_rows(report)]


def test_no_cell_is_a_formula() -> None:
    cells = [cell for line in read_lines(render_csv(hostile_report())) for cell in line.values()]

    assert len(cells) == 4 * len(COLUMNS) * len(WORDS) // 2
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        ("'tis", "'tis"),
        ("", ""),
        ("-5", "'-5"),
        ("5-1", "5-1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
    ],
)
def test_apostrophe_is_put_before_a_formula_and_taken_away(cell: str, written: str) -> None:
    assert _cell(cell) == written
    assert restore_cell(written) == cell


@given(TEXTS)
def test_restoring_is_the_opposite_of_neutralising(cell: str) -> None:
    assert restore_cell(_cell(cell)) == cell
    assert not str(_cell(cell)).startswith(FORMULA)


def test_lines_end_as_the_standard_says() -> None:
    text = render_csv(ferry_report())

    assert text.count("\r\n") == text.count("\n") == 1 + len(list(evidence_rows(ferry_report())))


def test_how_to_lists_the_columns_in_order() -> None:
    page = Path(__file__).parents[2] / "docs" / "how-to" / "use-the-report-elsewhere.md"
    table = page.read_text(encoding="utf-8").partition("| column | |")[2].partition("\n\n")[0]
    names = [
        name
        for row in re.findall(r"^\| ([^|]*) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    ]

    assert names == list(COLUMNS)
