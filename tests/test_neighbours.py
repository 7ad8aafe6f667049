"""What is found in one story does not depend on what else is in the pile."""

from functools import cache
from itertools import combinations
from pathlib import Path

import attrs
import pytest

from discrepancy.checker import check
from discrepancy.model.report import Report
from discrepancy.model.text import Document
from discrepancy.read import read_documents

STORIES = Path(__file__).parent / "stories"
NAMES = ("merger-tessaly", "obituary-okonjo", "strike-liege")


@cache
def documents_of(story: str) -> tuple[Document, ...]:
    """The articles of a story, with ids that no other story has."""
    return tuple(attrs.evolve(d, id=f"{story}/{d.id}") for d in read_documents([STORIES / story]))


def findings_in(report: Report, story: str) -> list[tuple[object, ...]]:
    """The findings that have a passage in a story, without the numbers of occurrences, which run over all."""
    return sorted(
        (d.kind, d.severity, d.confidence, d.summary, [p.evidence for p in d.positions])
        for d in report.discrepancies
        if any(e.document.startswith(f"{story}/") for p in d.positions for e in p.evidence)
    )


@cache
def findings_alone(story: str) -> list[tuple[object, ...]]:
    """The findings of a story by itself."""
    return findings_in(check(documents_of(story)), story)


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2)))
def test_articles_of_another_story_change_no_finding(one: str, other: str) -> None:
    report = check([*documents_of(other), *documents_of(one)])

    assert findings_in(report, one) == findings_alone(one)
    assert findings_in(report, other) == findings_alone(other)


def test_articles_of_many_stories_change_no_finding() -> None:
    report = check([d for story in reversed(NAMES) for d in documents_of(story)])

    assert {s: findings_in(report, s) for s in NAMES} == {s: findings_alone(s) for s in NAMES}
    assert any(findings_alone(story) for story in NAMES)
