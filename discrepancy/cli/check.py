"""The command ``check``."""

import argparse
import sys
from typing import TYPE_CHECKING

from discrepancy.cli.acceptances import accept, tell_idle
from discrepancy.cli.codes import DEGRADED, FAILED, FINE
from discrepancy.cli.output import write
from discrepancy.cli.reading import Articles, read_articles
from discrepancy.cli.written import tell_written
from discrepancy.errors import OptionError
from discrepancy.report.formats import render

if TYPE_CHECKING:
    from discrepancy.model.report import Report

__all__ = ["run_check"]


def run_check(options: argparse.Namespace) -> int:
    """Compare the articles, write the report, and return the exit code."""
    import attrs

    from discrepancy.model.findings import Severity
    from discrepancy.report.selection import has_at_least, select_findings

    if options.select and not set(options.select) - set(options.ignore or ()):
        raise OptionError("--select and --ignore together leave no kind to report")
    articles = read_articles(options)
    report = accept(attrs.evolve(_run_checker(articles, options), left_out=articles.left_out), options)
    if not options.quiet:
        tell_idle(report.idle_acceptances)
    wanted = select_findings(report, select=options.select, ignore=options.ignore or ())
    shown = select_findings(wanted, min_severity=Severity(options.min_severity))
    write(_render(wanted, shown, options), options)
    if options.output and not options.quiet:
        tell_written(shown, options)
    if options.fail_on != "never" and has_at_least(shown, Severity(options.fail_on)):
        return FAILED
    return DEGRADED if articles.left_out else FINE


def _run_checker(articles: Articles, options: argparse.Namespace) -> "Report":
    from discrepancy.checker import check
    from discrepancy.report.progress import progress_bar

    number = len(articles.documents) + len(articles.against or ())
    with progress_bar(None if options.quiet else sys.stderr, articles=number) as progress:
        return check(
            articles.documents,
            against=articles.against,
            select=options.select,
            ignore=options.ignore or (),
            parser=options.parser,
            progress=progress,
        )


def _render(wanted: "Report", shown: "Report", options: argparse.Namespace) -> str:
    """Return the report in the form asked for; the text counts what the severity leaves away."""
    if options.format != "text":
        return render(shown, options.format)
    from discrepancy.model.findings import Severity
    from discrepancy.report.as_text import render_text
    from discrepancy.report.terminal import has_color, text_width

    stream = None if options.output else sys.stdout
    return render_text(
        wanted,
        width=text_width(stream),
        color=has_color(stream, options.color),
        min_severity=Severity(options.min_severity),
    )
