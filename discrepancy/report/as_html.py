"""The report as one page for people: a file without network, readable without scripts, in light and dark."""

import base64
import hashlib
from collections import Counter
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.model.findings import Kind, Severity
from discrepancy.model.report import Report
from discrepancy.report.finding_text import counted, idle_words
from discrepancy.report.html.articles import list_articles
from discrepancy.report.html.claim_table import list_claim_lines, list_participants
from discrepancy.report.html.drawing import draw_network
from discrepancy.report.html.findings import list_findings
from discrepancy.report.html.matrix import make_matrix
from discrepancy.report.html.network import gather_network
from discrepancy.report.html.sheet import Sheet, in_short
from discrepancy.report.html.timeline import make_timeline

__all__ = ["render_html"]

_PLACE = "discrepancy.report.html"


def render_html(report: Report) -> str:
    """Return the report as a page of HTML; equal reports give equal text."""
    sheet = Sheet.of(report)
    network = gather_network(sheet)
    style, script = _read("page.css"), _read("page.js")  # the package's own, so not escaped below
    return (
        _environment()
        .get_template("page.html")
        .render(
            report=report,
            sheet=sheet,
            counts=_count_severities(report),
            kinds=_kinds(report),
            findings=list_findings(sheet),
            matrix=make_matrix(sheet),
            articles=list_articles(sheet),
            timeline=make_timeline(sheet),
            network=network,
            claim_lines=() if network is None else list_claim_lines(sheet, network),
            participants=() if network is None else list_participants(sheet, network),
            drawing=None if network is None else draw_network(sheet, network),
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _count_severities(report: Report) -> list[tuple[str, int]]:
    """Return how many findings there are of each severity that has any."""
    numbers = Counter(finding.severity for finding in report.discrepancies)
    return [(severity.value, numbers[severity]) for severity in Severity if numbers[severity]]


def _kinds(report: Report) -> list[str]:
    """Return the kinds that the report has, in the order of the kinds."""
    found = {finding.kind for finding in report.discrepancies}
    return [kind.value for kind in Kind if kind in found]


@cache
def _environment() -> Environment:
    """Return the templates; whatever they are given becomes text, never markup."""
    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"in_short": in_short, "counted": counted, "idle_words": idle_words}
    return environment


@cache
def _read(name: str) -> str:
    """Return a file of the page."""
    return resources.files(_PLACE).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return what the page's policy knows its own style and script by (CSP level 2, section 4.2.3)."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
