"""Which findings of a report are shown: by severity and by kind."""

import difflib
from collections.abc import Collection

import attrs

from discrepancy.errors import OptionError
from discrepancy.model.findings import Kind, Severity
from discrepancy.model.report import Report

__all__ = ["has_at_least", "parse_kind", "select_findings"]


def select_findings(
    report: Report,
    *,
    min_severity: Severity = Severity.INFO,
    select: Collection[Kind] | None = None,
    ignore: Collection[Kind] = (),
) -> Report:
    """Return the report with the findings that are wanted; all else stays as it is.

    ``select`` names the only kinds to keep (``None``: all), ``ignore`` kinds to leave away after that.
    """
    wanted = tuple(
        finding
        for finding in report.discrepancies
        if finding.severity.rank <= min_severity.rank
        and (select is None or finding.kind in select)
        and finding.kind not in ignore
    )
    return attrs.evolve(report, discrepancies=wanted)


def has_at_least(report: Report, severity: Severity) -> bool:
    """Say whether the report has a finding, not accepted, that matters as much as ``severity`` or more."""
    return any(
        finding.severity.rank <= severity.rank and finding.accepted is None
        for finding in report.discrepancies
    )


def parse_kind(word: str) -> Kind:
    """Return the kind of this name; an unknown one is an ``OptionError`` that suggests a near one."""
    name = word.strip().lower()
    known = [kind.value for kind in Kind]
    if name in known:
        return Kind(name)
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"the kinds are {', '.join(known)}"
    raise OptionError(f"unknown kind {word.strip()!r}; {advice}")
