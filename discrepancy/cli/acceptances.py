"""The findings that somebody has settled: where they are listed, and what to say of them."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from discrepancy.cli.output import say

if TYPE_CHECKING:
    from discrepancy.model.findings import IdleAcceptance
    from discrepancy.model.report import Report

__all__ = ["accept", "tell_idle"]


def accept(report: "Report", options: argparse.Namespace) -> "Report":
    """Mark the findings that a file beside the articles, or the one of ``--accepted``, lists."""
    from discrepancy.read.accepted import accepted_beside, read_accepted

    paths = [*options.paths, *(options.against or ())]
    accepted = read_accepted([options.accepted] if options.accepted else accepted_beside(paths))
    if not accepted:
        return report
    from discrepancy.report.acceptance import accept_findings

    today = options.today
    if today is None and any(acceptance.until for acceptance in accepted.values()):
        today = date.today()  # the library never asks the clock; this command does, where a day matters
    is_whole = not options.select and not options.ignore and report.outside_drafts == 0
    return accept_findings(report, accepted, today=today, is_whole=is_whole)


def tell_idle(idle: "tuple[IdleAcceptance, ...]") -> None:
    """Say which findings are accepted but not found, and which no longer."""
    missing = [item.id for item in idle if not item.is_found]
    if missing:
        say(f"accepted, but not found: {', '.join(missing)}")
    for item in idle:
        if item.is_found:
            say(f"{item.id} was accepted until {item.acceptance.until}, which is past")
