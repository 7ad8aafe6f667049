"""What a report is made of: kinds, severities, positions, discrepancies."""

import hashlib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Literal

import attrs

from discrepancy.model.text import Passage
from discrepancy.values.times import Interval

__all__ = [
    "Acceptance",
    "Compared",
    "Discrepancy",
    "IdleAcceptance",
    "Kind",
    "NotCompared",
    "OccurrenceSummary",
    "Position",
    "Scope",
    "Severity",
]

Scope = Literal["across", "within"]


class Kind(StrEnum):
    """What two documents disagree about."""

    EVENT_CONFLATION = "event-conflation"
    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    NAME_GARBLED = "name-garbled"
    NAME_VARIANT = "name-variant"
    ROLE = "role"
    PLACE = "place"
    POLARITY = "polarity"
    MODALITY = "modality"
    QUOTE_WORDING = "quote-wording"
    QUOTE_ATTRIBUTION = "quote-attribution"
    ORDER = "order"
    UPDATE = "update"


class Severity(StrEnum):
    """How much a discrepancy matters.

    MAJOR: both cannot be true and it matters.  MINOR: spelling, wording, soft numbers.  INFO: compatible, an
    update, or a note.
    """

    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for MAJOR, 1 for MINOR, 2 for INFO: the order of the report."""
        return list(Severity).index(self)


@attrs.frozen(kw_only=True)
class Position:
    """One answer to a question, with all documents and passages that give it."""

    value: str
    normalized: Mapping[str, Any]
    evidence: tuple[Passage, ...] = attrs.field(validator=attrs.validators.min_len(1))
    independent_sources: int = 1
    odd_one_out: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that give this answer, in the order of their evidence."""
        return tuple(dict.fromkeys(passage.document for passage in self.evidence))


@attrs.frozen(kw_only=True)
class Acceptance:
    """What somebody has settled about a finding: why it may stand, and the last day that this holds.

    Without ``until`` it holds for good.
    """

    reason: str = attrs.field(validator=attrs.validators.min_len(1))
    until: date | None = None


@attrs.frozen(kw_only=True)
class IdleAcceptance:
    """An acceptance that marks nothing: its finding is not there, or it is and the acceptance has run out."""

    id: str
    acceptance: Acceptance
    is_found: bool


@attrs.frozen(kw_only=True)
class Discrepancy:
    """Two or more positions on one question that cannot all hold."""

    kind: Kind
    severity: Severity
    scope: Scope
    confidence: float
    subject: str
    summary: str
    explanation: str
    positions: tuple[Position, ...] = attrs.field(validator=attrs.validators.min_len(2))
    occurrence: str | None = None
    accepted: Acceptance | None = None

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits, the same for the same finding from run to run."""
        evidence = sorted(
            f"{p.document}\x1f{p.start}\x1f{p.end}\x1f{p.quote}"
            for side in self.positions
            for p in side.evidence
        )
        content = "\x1e".join([self.kind.value, self.subject, *evidence])
        return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


@attrs.frozen(kw_only=True)
class OccurrenceSummary:
    """One thing that really happened, over all documents, as the report shows it.

    ``statements`` are the passages that tell of it, in the order of the documents and of their texts.
    """

    id: str
    label: str
    kind: str
    participants: tuple[str, ...] = ()
    time: Interval | None = None
    place: str | None = None
    documents: tuple[str, ...] = ()
    statements: tuple[Passage, ...] = ()


@attrs.frozen(kw_only=True)
class Compared:
    """How many questions two or more claims answered, and how many of them agreed or conflicted."""

    questions: int = 0
    agreed: int = 0
    conflicting: int = 0


@attrs.frozen
class NotCompared:
    """A reason why claims were set aside, and how many were."""

    reason: str
    count: int
