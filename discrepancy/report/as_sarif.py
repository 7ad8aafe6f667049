"""The report as SARIF 2.1.0 (OASIS), the form in which analysis tools hand findings to code hosts and editors."""

import json

import attrs

from discrepancy.model.findings import Discrepancy, Kind, Position
from discrepancy.model.report import Report
from discrepancy.model.text import Document, Passage
from discrepancy.report.excerpt import clean
from discrepancy.report.finding_text import Desk
from discrepancy.report.locations import document_uri, is_whole_file, main_passage, path_uri, region_of
from discrepancy.report.sarif_parts import (
    LEVELS,
    Json,
    link_text,
    message_text,
    notification,
    notifications,
    properties,
    question_fingerprint,
    rules,
    suppressions,
)

__all__ = ["SCHEMA", "render_sarif"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# A message shows this much of a passage; its region has all of it.
_SHOWN = 160


def render_sarif(report: Report) -> str:
    """Return the report as a SARIF log with one run.

    Each finding is a result whose location is its main passage; all other passages are related locations, to
    which the message links.  Columns and offsets count code points of the text as read.  Articles that are not
    the text of a file carry their text in the log, so that their regions mean something.
    """
    log = _Log(report, Desk.of(report.documents, report.drafts))
    return json.dumps(log.as_data(), ensure_ascii=False, indent=2) + "\n"


@attrs.frozen
class _Log:
    report: Report
    desk: Desk

    def as_data(self) -> Json:
        run = {
            "tool": {"driver": {"name": "discrepancy", "rules": rules(), "notifications": notifications()}},
            "columnKind": "unicodeCodePoints",
            "artifacts": [_artifact(document) for document in self.report.documents],
            "invocations": [
                {
                    "executionSuccessful": True,
                    "toolExecutionNotifications": [notification(item) for item in self.report.left_out],
                }
            ],
            "results": [self.result(finding) for finding in self.report.discrepancies],
        }
        return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}

    def result(self, finding: Discrepancy) -> Json:
        main = main_passage(finding, self.report.drafts)
        sides = [(position, passage) for position in finding.positions for passage in position.evidence]
        first = next(side for side in sides if side[1] == main)
        others = [side for side in sides if side is not first]
        related = [self.location(*side, number=number) for number, side in enumerate(others, start=1)]
        return {
            "ruleId": finding.kind.value,
            "ruleIndex": list(Kind).index(finding.kind),
            "level": LEVELS[finding.severity],
            "message": {"text": self.message(finding, first, others)},
            "locations": [self.location(*first)],
            "relatedLocations": related,
            "partialFingerprints": {"finding/v1": finding.id, "question/v1": question_fingerprint(finding)},
            "suppressions": suppressions(finding),
            "properties": properties(finding),
        }

    def message(
        self, finding: Discrepancy, first: tuple[Position, Passage], others: list[tuple[Position, Passage]]
    ) -> str:
        lines = [message_text(finding.summary), "", self.side(*first)]
        lines += [self.side(*side, number=number) for number, side in enumerate(others, start=1)]
        return "\n".join([*lines, "", message_text(finding.explanation)])

    def side(self, position: Position, passage: Passage, number: int | None = None) -> str:
        source = self.desk.source(passage.document)
        named = message_text(source) if number is None else f"[{link_text(source)}]({number})"
        return f"- {message_text(position.value)}: {named}: “{message_text(_short(clean(passage.quote).strip()))}”"

    def location(self, position: Position, passage: Passage, number: int | None = None) -> Json:
        told = f"{self.desk.source(passage.document)}: {clean(position.value)}"
        document = self.desk.documents.get(passage.document)
        location: Json = {} if number is None else {"id": number}
        location["physicalLocation"] = {
            "artifactLocation": self.artifact_location(passage.document),
            "region": _region(passage, document),
        }
        return {**location, "message": {"text": message_text(told)}}

    def artifact_location(self, name: str) -> Json:
        document = self.desk.documents.get(name)
        if document is None:
            return {"uri": path_uri(name)}
        return {"uri": document_uri(document), "index": list(self.desk.documents).index(name)}


def _artifact(document: Document) -> Json:
    published = document.published.isoformat() if document.published else None
    artifact: Json = {
        "location": {"uri": document_uri(document)},
        "roles": ["analysisTarget"],
        "properties": {
            "document": document.id,
            "outlet": document.outlet,
            "title": document.title,
            "published": published,
        },
    }
    if not is_whole_file(document):
        artifact["contents"] = {"text": document.text}
    return artifact


def _region(passage: Passage, document: Document | None) -> Json:
    region: Json = {}
    found = region_of(passage, document)
    if found is not None:
        region |= {
            "startLine": found.line,
            "startColumn": found.column,
            "endLine": found.end_line,
            "endColumn": found.end_column,
        }
    region |= {"charOffset": passage.start, "charLength": passage.end - passage.start}
    return {**region, "snippet": {"text": passage.quote}}


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
