"""Findings that somebody has settled are marked, never taken out."""

from datetime import date

import pytest

from discrepancy.errors import OptionError
from discrepancy.model.findings import Acceptance, IdleAcceptance
from discrepancy.report.acceptance import accept_findings

from .stories import ferry_report

FOR_GOOD = Acceptance(reason="settled")
UNTIL_MAY = Acceptance(reason="asked again in June", until=date(2026, 5, 31))
FIRST, SECOND, *OTHERS = (finding.id for finding in ferry_report().discrepancies)


def test_findings_are_marked_by_id() -> None:
    report = accept_findings(ferry_report(), {SECOND: FOR_GOOD})

    assert [f.accepted for f in report.discrepancies] == [None, FOR_GOOD, *[None] * len(OTHERS)]
    assert [f.id for f in report.discrepancies] == [FIRST, SECOND, *OTHERS]
    assert report.idle_acceptances == ()


def test_acceptance_ends_after_its_last_day() -> None:
    on_it = accept_findings(ferry_report(), {FIRST: UNTIL_MAY}, today=date(2026, 5, 31))
    after = accept_findings(ferry_report(), {FIRST: UNTIL_MAY}, today=date(2026, 6, 1))

    assert on_it.discrepancies[0].accepted == UNTIL_MAY and not on_it.idle_acceptances
    assert after.discrepancies[0].accepted is None
    assert after.idle_acceptances == (IdleAcceptance(id=FIRST, acceptance=UNTIL_MAY, is_found=True),)


def test_no_clock_is_asked() -> None:
    with pytest.raises(OptionError, match="say which day it is"):
        accept_findings(ferry_report(), {FIRST: UNTIL_MAY})


def test_what_is_not_found_is_listed_unless_the_check_was_narrow() -> None:
    accepted = {"f" * 12: FOR_GOOD, "0" * 12: UNTIL_MAY}
    report = accept_findings(ferry_report(), accepted, today=date(2027, 1, 1))

    assert [(idle.id, idle.is_found) for idle in report.idle_acceptances] == [
        ("0" * 12, False),
        ("f" * 12, False),
    ]
    assert accept_findings(ferry_report(), {"f" * 12: FOR_GOOD}, is_whole=False).idle_acceptances == ()
