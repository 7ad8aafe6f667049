"""What is said about a report that went into a file: people at a terminal see nothing of it otherwise."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.cli.output import say

if TYPE_CHECKING:
    from discrepancy.model.report import Report

__all__ = ["tell_written"]

# The forms that endings of file names ask for; a report in text is no page, whatever its file is called.
FORM_OF = {
    ".html": "html", ".htm": "html", ".json": "json", ".md": "markdown", ".csv": "csv", ".sarif": "sarif",
    ".graphml": "graphml",
}  # fmt: skip


def tell_written(report: "Report", options: argparse.Namespace) -> None:
    """Say how much the file has where somebody looks, and anywhere that its name and its form do not fit."""
    meant = FORM_OF.get(Path(options.output).suffix.lower())
    if options.format == "text" and meant:
        say(f"{options.output} is in the form text; --format {meant} gives what its name says")
    if sys.stderr.isatty():
        from discrepancy.report.headline import headline

        found, division = headline(len(report.documents), report.discrepancies)
        say(f"{options.output}: {found}{division}")
