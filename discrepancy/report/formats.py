"""The forms that a report can have: one line each, loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from discrepancy.errors import OptionError

if TYPE_CHECKING:
    from discrepancy.model.report import Report

__all__ = ["FORMATS", "Format", "render"]


class Format(NamedTuple):
    """A form of the report: where its renderer is (``module:function``), and the media type of what it gives.

    A renderer takes the report alone and returns text; equal reports give equal text.  (A named tuple, because
    the command line reads the table before it needs attrs.)
    """

    renderer: str
    media: str


FORMATS = {
    "text": Format("discrepancy.report.as_text:render_text", "text/plain"),
    "json": Format("discrepancy.report.as_json:render_json", "application/json"),
    "html": Format("discrepancy.report.as_html:render_html", "text/html"),
    "markdown": Format("discrepancy.report.as_markdown:render_markdown", "text/markdown"),
    "csv": Format("discrepancy.report.as_csv:render_csv", "text/csv"),
    "sarif": Format("discrepancy.report.as_sarif:render_sarif", "application/sarif+json"),
    "github": Format("discrepancy.report.as_github:render_github", "text/plain"),
    "agent": Format("discrepancy.report.as_agent:render_agent", "text/plain"),
    "graphml": Format("discrepancy.graph.exchange:render_graphml", "application/graphml+xml"),
    "cytoscape": Format("discrepancy.graph.exchange:render_cytoscape", "application/json"),
}


def render(report: "Report", form: str) -> str:
    """Return the report in the form of this name; an unknown one is an ``OptionError``."""
    if form not in FORMATS:
        raise OptionError(f"unknown form {form!r}; the forms are {', '.join(FORMATS)}")
    module, _, function = FORMATS[form].renderer.partition(":")
    renderer: Callable[[Report], str] = getattr(import_module(module), function)
    return renderer(report)
