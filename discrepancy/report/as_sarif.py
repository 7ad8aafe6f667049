"""The report as SARIF 2.1.0 (OASIS), the form in which analysis tools hand findings to code hosts and editors."""

import hashlib
import json
from typing import Any

import attrs

from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.model.report import Report
from discrepancy.model.text import Document, LeftOut, Passage
from discrepancy.report.excerpt import clean
from discrepancy.report.explain import as_sentence, describe_kind
from discrepancy.report.finding_text import Desk
from discrepancy.report.locations import document_uri, is_whole_file, main_passage, path_uri, region_of

__all__ = ["SCHEMA", "render_sarif"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.INFO: "note"}
_LEFT_OUT = "left-out"

# A message shows this much of a passage; its region has all of it.
_SHOWN = 160

Json = dict[str, Any]


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
            "tool": {"driver": {"name": "discrepancy", "rules": _rules(), "notifications": _notifications()}},
            "columnKind": "unicodeCodePoints",
            "artifacts": [_artifact(document) for document in self.report.documents],
            "invocations": [
                {
                    "executionSuccessful": True,
                    "toolExecutionNotifications": [_notification(item) for item in self.report.left_out],
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
            "level": _LEVELS[finding.severity],
            "message": {"text": self.message(finding, first, others)},
            "locations": [self.location(*first)],
            "relatedLocations": related,
            "partialFingerprints": {"finding/v1": finding.id, "question/v1": _question(finding)},
            "suppressions": _suppressions(finding),
            "properties": _properties(finding),
        }

    def message(
        self, finding: Discrepancy, first: tuple[Position, Passage], others: list[tuple[Position, Passage]]
    ) -> str:
        lines = [_plain(finding.summary), "", self.side(*first)]
        lines += [self.side(*side, number=number) for number, side in enumerate(others, start=1)]
        return "\n".join([*lines, "", _plain(finding.explanation)])

    def side(self, position: Position, passage: Passage, number: int | None = None) -> str:
        source = self.desk.source(passage.document)
        named = _plain(source) if number is None else f"[{_link_text(source)}]({number})"
        return f"- {_plain(position.value)}: {named}: “{_plain(_short(clean(passage.quote).strip()))}”"

    def location(self, position: Position, passage: Passage, number: int | None = None) -> Json:
        told = f"{self.desk.source(passage.document)}: {clean(position.value)}"
        document = self.desk.documents.get(passage.document)
        location: Json = {} if number is None else {"id": number}
        location["physicalLocation"] = {
            "artifactLocation": self.artifact_location(passage.document),
            "region": _region(passage, document),
        }
        return {**location, "message": {"text": _plain(told)}}

    def artifact_location(self, name: str) -> Json:
        document = self.desk.documents.get(name)
        if document is None:
            return {"uri": path_uri(name)}
        return {"uri": document_uri(document), "index": list(self.desk.documents).index(name)}


def _rules() -> list[Json]:
    return [_rule(kind) for kind in Kind]


def _rule(kind: Kind) -> Json:
    text = describe_kind(kind)
    parts = (
        ("Flags", text.flags),
        ("Stays quiet", text.stays_quiet),
        ("Known limits", text.known_limits),
    )
    return {
        "id": kind.value,
        "shortDescription": {"text": as_sentence(text.summary)},
        "fullDescription": {"text": " ".join(text.flags)},
        "defaultConfiguration": {"level": _LEVELS[text.severity]},
        "help": {
            "text": "\n\n".join(f"{title}: {' '.join(said)}" for title, said in parts),
            "markdown": "\n\n".join(f"**{title}** {' '.join(said)}" for title, said in parts),
        },
    }


def _notifications() -> list[Json]:
    told = {"text": "An article could not be read and was left out."}
    advice = {"text": "The message says why. Mend the file, or take it away, and run the check again."}
    return [{"id": _LEFT_OUT, "shortDescription": told, "fullDescription": told, "help": advice}]


def _notification(item: LeftOut) -> Json:
    return {
        "descriptor": {"id": _LEFT_OUT, "index": 0},
        "level": "warning",
        "message": {"text": _plain(f"{item.path}: {item.reason}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": path_uri(item.path)}}}],
    }


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


def _suppressions(finding: Discrepancy) -> list[Json]:
    accepted = finding.accepted
    if accepted is None:
        return []
    suppression: Json = {"kind": "external", "status": "accepted", "justification": clean(accepted.reason)}
    if accepted.until is not None:
        suppression["properties"] = {"until": accepted.until.isoformat()}
    return [suppression]


def _properties(finding: Discrepancy) -> Json:
    return {
        "severity": finding.severity.value,
        "scope": finding.scope,
        "confidence": round(finding.confidence, 2),
        "subject": finding.subject,
        "occurrence": finding.occurrence,
        "positions": [
            {
                "value": position.value,
                "normalized": dict(position.normalized),
                "documents": list(position.documents),
                "oddOneOut": position.odd_one_out,
            }
            for position in finding.positions
        ],
    }


def _question(finding: Discrepancy) -> str:
    """Return what stays of a finding when its articles are edited: kind, subject and documents."""
    documents = sorted({name for position in finding.positions for name in position.documents})
    content = "\x1e".join([finding.kind.value, finding.subject, *documents])
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _plain(text: str) -> str:
    """Return foreign text for a message: nothing in it is a placeholder (3.11.5) or a link (3.11.6)."""
    return clean(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _link_text(text: str) -> str:
    for sign in ("\\", "[", "]"):
        text = text.replace(sign, f"\\{sign}")
    return _plain(text)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
