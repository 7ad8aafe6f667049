"""Stories of two or three outlets as data: what a detector must flag, and the look-alikes that stay quiet.

A file of ``tests/cases`` has a ``kind`` and three lists.  ``flags`` and ``quiet`` are kept; ``open`` are
stories that come out wrong as yet, each with ``expects`` ("flags" or "quiet"): one that comes out right is
moved there.

A story that flags gives a finding of the kind, at least as grave as ``severity``, whose positions show
``sides`` (words, one for each position, in any order), and no other loud finding.  A quiet story gives no
loud finding at all, but one of the kind that it names under ``instead``.
"""

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.model.report import Report

__all__ = ["CheckStory", "load_stories", "mistakes"]

CASES = Path(__file__).parents[1] / "cases"

Story = dict[str, Any]
CheckStory = Callable[[Sequence[Story]], Report]


def load_stories(name: str, group: str) -> list[Story]:
    """The stories of one group of a file; a story without a kind has that of its file."""
    table = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    return [{"kind": table["kind"], "expects": group, **story} for story in table.get(group, [])]


def mistakes(story: Story, report: Report) -> list[str]:
    """What a report gets wrong of a story; nothing where it is right."""
    return missed(story, report) + false_alarms(story, report)


def missed(story: Story, report: Report) -> list[str]:
    """What should have been found and was not."""
    wanted = story["kind"] if story["expects"] == "flags" else story.get("instead")
    if wanted is None:
        return []
    found = [d for d in report.discrepancies if d.kind == wanted]
    if not found:
        return [f"no {wanted}"]
    least = Severity(story.get("severity", "info")).rank
    grave = [d for d in found if d.severity.rank <= least]
    if not grave:
        return [f"{wanted} is less than {story['severity']}: {d.summary}" for d in found]
    if not any(shows(d, story.get("sides", [])) for d in grave):
        return [f"{wanted} does not show {story['sides']}: {d.summary}" for d in grave]
    return []


def shows(finding: Discrepancy, sides: list[str]) -> bool:
    """Whether each of the words is shown by a position of its own."""
    holding = [
        {n for n, p in enumerate(finding.positions) if any(words in e.quote for e in p.evidence)}
        for words in sides
    ]
    return all(holding) and len(set().union(*holding)) >= len(sides) if sides else True


def false_alarms(story: Story, report: Report) -> list[str]:
    """What was found and should not have been."""
    allowed = {story.get("instead")}
    if story["expects"] == "flags":
        allowed.add(story["kind"])
    return [
        f"{d.kind.value}: {d.summary}"
        for d in report.discrepancies
        if d.kind not in allowed and (d.severity is not Severity.INFO or is_told(story, d))
    ]


def is_told(story: Story, finding: Discrepancy) -> bool:
    """Whether a note is the very thing that a story is about: an update is a note by nature."""
    return finding.kind is Kind.UPDATE and story["kind"] == finding.kind
