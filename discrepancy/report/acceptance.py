"""Marks the findings of a report that somebody has settled."""

from collections.abc import Mapping
from datetime import date

import attrs

from discrepancy.errors import OptionError
from discrepancy.model.findings import Acceptance, IdleAcceptance
from discrepancy.model.report import Report

__all__ = ["accept_findings"]


def accept_findings(
    report: Report,
    accepted: Mapping[str, Acceptance],
    *,
    today: date | None = None,
    is_whole: bool = True,
) -> Report:
    """Return the report with the findings marked whose ids are accepted; none is taken out.

    An acceptance holds through its ``until``, which is compared with ``today``: no clock is asked, so that the
    same call gives the same report on any day.  What marks nothing, because it ran out or because its finding
    is not there, is listed; ``is_whole=False`` tells that not all kinds were looked for, and that a finding
    that is not there may yet exist.  Raises ``OptionError`` when there is an ``until`` and no ``today``.
    """
    if today is None and any(acceptance.until for acceptance in accepted.values()):
        raise OptionError("a finding is accepted until some day; say which day it is (today)")
    marked = []
    for finding in report.discrepancies:
        acceptance = accepted.get(finding.id)
        holds = acceptance is not None and not _has_run_out(acceptance, today)
        marked.append(attrs.evolve(finding, accepted=acceptance) if holds else finding)
    there = {finding.id for finding in report.discrepancies}
    idle = [
        IdleAcceptance(id=id, acceptance=acceptance, is_found=id in there)
        for id, acceptance in sorted(accepted.items())
        if (id in there and _has_run_out(acceptance, today)) or (id not in there and is_whole)
    ]
    return attrs.evolve(report, discrepancies=tuple(marked), idle_acceptances=tuple(idle))


def _has_run_out(acceptance: Acceptance, today: date | None) -> bool:
    return acceptance.until is not None and today is not None and acceptance.until < today
