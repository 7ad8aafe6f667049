"""The parts of a SARIF log that stand on their own: rules, notifications, suppressions, and its texts."""

import hashlib
from typing import Any

from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.model.text import LeftOut
from discrepancy.report.excerpt import clean
from discrepancy.report.explain import SECTIONS, as_sentence, describe_kind
from discrepancy.report.locations import path_uri

__all__ = [
    "LEVELS",
    "Json",
    "link_text",
    "message_text",
    "notification",
    "notifications",
    "properties",
    "question_fingerprint",
    "rules",
    "suppressions",
]

LEVELS = {Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.INFO: "note"}

_LEFT_OUT = "left-out"

Json = dict[str, Any]


def rules() -> list[Json]:
    """Return a rule with its help for each kind, in the order of the kinds."""
    return [_rule(kind) for kind in Kind]


def _rule(kind: Kind) -> Json:
    text = describe_kind(kind)
    parts = [(title, " ".join(getattr(text, key))) for key, title in SECTIONS]
    return {
        "id": kind.value,
        "shortDescription": {"text": as_sentence(text.summary)},
        "fullDescription": {"text": " ".join(text.flags)},
        "defaultConfiguration": {"level": LEVELS[text.severity]},
        "help": {
            "text": "\n\n".join(f"{title}: {said}" for title, said in parts),
            "markdown": "\n\n".join(f"**{title}** {said}" for title, said in parts),
        },
    }


def notifications() -> list[Json]:
    """Return what the notifications of a run can be."""
    told = {"text": "An article could not be read and was left out."}
    advice = {"text": "The message says why. Mend the file, or take it away, and run the check again."}
    return [{"id": _LEFT_OUT, "shortDescription": told, "fullDescription": told, "help": advice}]


def notification(item: LeftOut) -> Json:
    """Return the notification of an article that was left out."""
    return {
        "descriptor": {"id": _LEFT_OUT, "index": 0},
        "level": "warning",
        "message": {"text": message_text(f"{item.path}: {item.reason}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": path_uri(item.path)}}}],
    }


def suppressions(finding: Discrepancy) -> list[Json]:
    """Return why a finding was accepted: nothing, or one suppression from outside the articles."""
    accepted = finding.accepted
    if accepted is None:
        return []
    suppression: Json = {"kind": "external", "status": "accepted", "justification": clean(accepted.reason)}
    if accepted.until is not None:
        suppression["properties"] = {"until": accepted.until.isoformat()}
    return [suppression]


def properties(finding: Discrepancy) -> Json:
    """Return what SARIF has no place for, under the names that the report as data gives it."""
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


def question_fingerprint(finding: Discrepancy) -> str:
    """Return what stays of a finding when its articles are edited: kind, subject and documents."""
    documents = sorted({name for position in finding.positions for name in position.documents})
    content = "\x1e".join([finding.kind.value, finding.subject, *documents])
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def message_text(text: str) -> str:
    """Return foreign text for a message: nothing in it is a placeholder (3.11.5) or a link (3.11.6)."""
    return clean(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def link_text(text: str) -> str:
    """Return foreign text for the text of a link (3.11.6)."""
    for sign in ("\\", "[", "]"):
        text = text.replace(sign, f"\\{sign}")
    return message_text(text)
