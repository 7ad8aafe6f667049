"""Score reports against stories with gold: what was found, what is false, which traps were sprung.

    python benchmarks/score.py tests/stories
    python benchmarks/score.py --kinds --list tests/stories/rail-tornes
    python benchmarks/score.py --reports saved/ tests/stories

A story is a folder with `gold.json` beside its articles (`tests/stories/README.md` has the format). Each is
checked with `discrepancy check FOLDER --format json`; with `--reports DIR` the report is read from
`DIR/STORY.json` instead.

A gold row is **found** by a finding of a kind that it permits, if two different positions of the finding have
evidence on two different positions of the row. A finding of severity major or minor that finds no row is
**false**. A trap is **sprung** by a finding that finds no row and sets two spans of the trap against each
other, at a severity that the trap does not allow.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from attrs import frozen
from stories import (
    Finding,
    Position,
    Row,
    ScoreError,
    Span,
    Trap,
    find_stories,
    load_report,
    read_articles,
    read_findings,
    read_gold,
    run_check,
)

TIERS = ("must", "should", "stretch")
SEVERITIES = ("major", "minor", "info")
LOUD = frozenset({"major", "minor"})


@frozen(kw_only=True)
class Score:
    """What a report of one story is worth."""

    story: str
    rows: tuple[Row, ...]
    found: frozenset[str]
    findings: tuple[Finding, ...]
    matched: tuple[Finding, ...]
    false: tuple[Finding, ...]
    traps: tuple[Trap, ...]
    sprung: tuple[tuple[Trap, Finding], ...]

    def count(self, tier: str) -> tuple[int, int]:
        """Return how many rows of this tier were found, and how many there are."""
        rows = [row for row in self.rows if row.tier == tier]
        return sum(row.id in self.found for row in rows), len(rows)

    def sprung_traps(self) -> frozenset[str]:
        """Return the names of the traps that at least one finding sprang."""
        return frozenset(trap.id for trap, _ in self.sprung)


def touches(position: Position, others: Iterable[Span]) -> bool:
    """Return whether any evidence of the position lies on any of the spans."""
    return any(span.overlaps(other) for other in others for span in position)


def opposes(finding: Finding, sides: Sequence[Position]) -> bool:
    """Return whether two positions of the finding stand on two of the sides, each on another."""
    reached = [
        {number for number, side in enumerate(sides) if touches(position, side)}
        for position in finding.positions
    ]
    return any(one - {there} for one, two in permutations(reached, 2) for there in two)


def finds(finding: Finding, row: Row) -> bool:
    """Return whether the finding is this discrepancy of the gold, under a kind that it permits."""
    loud = SEVERITIES.index(finding.severity) < SEVERITIES.index(row.max_severity)
    return finding.kind in row.kinds and not loud and opposes(finding, row.positions)


def springs(finding: Finding, trap: Trap) -> bool:
    """Return whether the finding sets two spans of the trap against each other, too loudly."""
    return finding.severity not in trap.allowed and opposes(finding, trap.sides)


def score_story(folder: Path, report: dict[str, Any]) -> Score:
    """Return what the report of a story is worth."""
    articles = read_articles(folder)
    rows, traps = read_gold(folder, articles)
    findings = read_findings(report, articles)
    matched = tuple(finding for finding in findings if any(finds(finding, row) for row in rows))
    astray = [finding for finding in findings if finding not in matched]
    return Score(
        story=folder.name,
        rows=rows,
        found=frozenset(row.id for row in rows if any(finds(finding, row) for finding in findings)),
        findings=findings,
        matched=matched,
        false=tuple(finding for finding in astray if finding.severity in LOUD),
        traps=traps,
        sprung=tuple((trap, finding) for trap in traps for finding in astray if springs(finding, trap)),
    )


def tell_table(scores: Sequence[Score]) -> Iterator[str]:
    """Yield a line for each story and one for all."""
    width = max(len(score.story) for score in scores) + 2
    titles = (*TIERS, "false", "traps sprung")
    yield f"{'story':<{width}}" + "".join(f"{title:>14}" for title in titles)
    for score in scores:
        yield _tell_row(score.story, [score], width)
    yield _tell_row("total", scores, width)


def _tell_row(name: str, scores: Sequence[Score], width: int) -> str:
    counts = [_sum_pairs(score.count(tier) for score in scores) for tier in TIERS]
    cells = [f"{found}/{rows}" for found, rows in counts]
    cells.append(str(sum(len(score.false) for score in scores)))
    sprung, traps = _sum_pairs((len(score.sprung_traps()), len(score.traps)) for score in scores)
    cells.append(f"{sprung}/{traps}")
    return f"{name:<{width}}" + "".join(f"{cell:>14}" for cell in cells)


def _sum_pairs(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    ones, alls = 0, 0
    for one, every in pairs:
        ones, alls = ones + one, alls + every
    return ones, alls


def tell_shares(scores: Sequence[Score]) -> str:
    """Return recall on must and should, and the share of loud findings that are true."""
    found, rows = _sum_pairs(score.count(tier) for score in scores for tier in TIERS[:2])
    true = sum(finding.severity in LOUD for score in scores for finding in score.matched)
    false = sum(len(score.false) for score in scores)
    recall = f"{found / rows:.0%}" if rows else "-"
    precision = f"{true / (true + false):.0%}" if true + false else "-"
    return f"found of must and should: {recall}; true among major and minor findings: {precision}"


def tell_kinds(scores: Sequence[Score]) -> Iterator[str]:
    """Yield a line for each kind. A row that permits several kinds counts under each of them."""
    rows: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for score in scores:
        for row in score.rows:
            rows.update(row.kinds)
            found.update(row.kinds if row.id in score.found else ())
    true = _count_kinds(scores, lambda score: score.matched)
    false = _count_kinds(scores, lambda score: score.false)
    yield f"{'kind':<20}{'gold':>9}{'true':>7}{'false':>7}"
    for kind in sorted(rows.keys() | true.keys() | false.keys()):
        yield f"{kind:<20}{f'{found[kind]}/{rows[kind]}':>9}{true[kind]:>7}{false[kind]:>7}"


def _count_kinds(scores: Sequence[Score], pick: Callable[[Score], Iterable[Finding]]) -> Counter[str]:
    return Counter(finding.kind for score in scores for finding in pick(score))


def tell_list(score: Score) -> Iterator[str]:
    """Yield every missed row, false finding and sprung trap of a story."""
    for row in score.rows:
        if row.id not in score.found:
            yield f"{score.story}: missed {row.id} ({row.tier}, {'/'.join(sorted(row.kinds))}): {row.why}"
    for finding in score.false:
        yield f"{score.story}: false {finding.kind} ({finding.severity}): {finding.summary}"
    for trap, finding in score.sprung:
        yield f"{score.story}: sprung {trap.id} ({trap.why}) by {finding.kind}: {finding.summary}"


def main(argv: Sequence[str] | None = None) -> int:
    """Score the stories and print a table."""
    parser = argparse.ArgumentParser(description="Score reports against stories with gold.")
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="FOLDER", help="a story, or stories below it"
    )
    parser.add_argument("--reports", type=Path, metavar="DIR", help="read DIR/STORY.json instead of checking")
    parser.add_argument("--kinds", action="store_true", help="count by kind, too")
    parser.add_argument("--list", action="store_true", help="name what was missed, false and sprung")
    options = parser.parse_args(argv)
    stories = find_stories(options.folders)
    if not stories:
        parser.error("no gold.json in or below these folders")
    try:
        scores = [score_story(story, _report_of(story, options.reports)) for story in stories]
    except ScoreError as error:
        parser.exit(2, f"{error}\n")
    print("\n".join(_tell_all(scores, kinds=options.kinds, each=options.list)))
    return 0


def _report_of(story: Path, saved: Path | None) -> dict[str, Any]:
    return run_check(story) if saved is None else load_report(saved / f"{story.name}.json")


def _tell_all(scores: Sequence[Score], *, kinds: bool, each: bool) -> Iterator[str]:
    if each:
        for score in scores:
            yield from tell_list(score)
        yield ""
    yield from tell_table(scores)
    yield tell_shares(scores)
    if kinds:
        yield ""
        yield from tell_kinds(scores)


if __name__ == "__main__":
    sys.exit(main())
