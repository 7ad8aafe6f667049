"""The findings as comma-separated values (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
import re
from typing import Any

from discrepancy.model.report import Report
from discrepancy.report.rows import COLUMNS, evidence_rows

__all__ = ["render_csv", "restore_cell"]

# Spreadsheets compute what begins so (OWASP, "CSV Injection"); the wide signs count in East Asian editions.
# Apostrophes before it are part of the pattern, so that what is put before a cell can be told from its words.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def render_csv(report: Report) -> str:
    """Return one line for each passage of evidence under a line of names; lines end with CR LF.

    A text that a spreadsheet would take for a formula has an apostrophe put before it, which ``restore_cell``
    takes away.  Everything else is as in the report, line breaks within quotations too.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    for row in evidence_rows(report):
        lines.writerow([_cell(value) for value in row.values()])
    return text.getvalue()


def restore_cell(cell: str) -> str:
    """Return the text of a cell as it was before the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
