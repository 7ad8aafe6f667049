"""The findings as workflow commands of GitHub Actions, which become annotations beside the articles."""

from pathlib import Path

from discrepancy.model.findings import Discrepancy, Severity
from discrepancy.model.report import Report
from discrepancy.model.text import Document, LeftOut, Passage
from discrepancy.report.excerpt import clean, excerpt
from discrepancy.report.finding_text import Desk, confidence_words
from discrepancy.report.headline import headline, nothing_found
from discrepancy.report.locations import file_path, is_whole_file, main_passage, region_of

__all__ = ["render_github"]

_COMMANDS = {Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.INFO: "notice"}


def render_github(report: Report) -> str:
    """Return a line for each finding as ``::error file=...,line=...::message``, and a last line that counts them.

    A finding is placed by its main passage; the message has the words of all sides.  Accepted findings are
    notices.  The escapes are those of the runner: nothing in an article ends a message or begins a command.
    """
    desk = Desk.of(report.documents, report.drafts)
    lines = [_annotation(finding, desk, report.drafts) for finding in report.discrepancies]
    lines += [_left_out(item) for item in report.left_out]
    articles = len(report.documents)
    found = (
        "".join(headline(articles, report.discrepancies)) if report.discrepancies else nothing_found(articles)
    )
    return "\n".join([*lines, found]) + "\n"


def _annotation(finding: Discrepancy, desk: Desk, drafts: tuple[str, ...]) -> str:
    passage = main_passage(finding, drafts)
    document = desk.documents.get(passage.document)
    command = "notice" if finding.accepted else _COMMANDS[finding.severity]
    title = f"{finding.kind.value}, confidence {confidence_words(finding.confidence)}, {finding.id}"
    if finding.accepted:
        title = f"accepted: {title}"
    return _command(command, {**_place(passage, document), "title": title}, _message(finding, desk))


def _message(finding: Discrepancy, desk: Desk) -> str:
    lines = [clean(finding.summary)]
    for position in finding.positions:
        for passage in position.evidence:
            words = excerpt(passage, None).words
            lines.append(f"- {clean(position.value)}: {desk.source(passage.document)}: “{words}”")
    lines.append(clean(finding.explanation))
    if finding.accepted:
        lines.append(f"Accepted: {clean(finding.accepted.reason)}")
    return "\n".join(lines)


def _place(passage: Passage, document: Document | None) -> dict[str, str]:
    """Return the file and, where the article is the file, lines and columns: these within one line only."""
    path = file_path(document) if document else None
    if document is None or path is None:
        return {}
    place = {"file": _path(path)}
    region = region_of(passage, document) if is_whole_file(document) else None
    if region is None:
        return place
    place |= {"line": str(region.line), "endLine": str(region.end_line)}
    if region.line == region.end_line:  # the runner drops columns that go over several lines, with a warning
        place |= {"col": str(region.column), "endColumn": str(region.end_column)}
    return place


def _left_out(item: LeftOut) -> str:
    return _command("warning", {"file": _path(item.path), "title": "left out"}, clean(item.reason))


def _path(path: str) -> str:
    return clean(Path(path).as_posix())


def _command(name: str, properties: dict[str, str], message: str) -> str:
    stated = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {stated}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
