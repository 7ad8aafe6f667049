"""Stories with gold, and reports of them, both placed in the files of the story so that they compare."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

# Exit codes of the command with which a whole report stands on standard output.
REPORTED = frozenset({0, 1, 3})


class ScoreError(Exception):
    """A story or a report that cannot be scored; the message says which and why."""


@frozen
class Span:
    """A stretch of one article, in code points of its file."""

    file: str
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one character."""
        return self.file == other.file and self.start < other.end and other.start < self.end


Position = tuple[Span, ...]


@frozen
class Row:
    """A discrepancy of the gold."""

    id: str
    tier: str
    kinds: frozenset[str]
    why: str
    positions: tuple[Position, ...]
    max_severity: str = "major"


@frozen
class Trap:
    """What only looks like a contradiction: no two of its sides, each one span or several, oppose each other."""

    id: str
    allowed: frozenset[str]
    why: str
    sides: tuple[Position, ...]


@frozen
class Finding:
    """A discrepancy of the report."""

    kind: str
    severity: str
    summary: str
    positions: tuple[Position, ...]


def read_articles(folder: Path) -> dict[str, str]:
    """Return the text of every article of a story under its file name."""
    return {path.name: path.read_bytes().decode("utf-8-sig") for path in sorted(folder.glob("*.txt"))}


def read_gold(folder: Path, articles: dict[str, str]) -> tuple[tuple[Row, ...], tuple[Trap, ...]]:
    """Return the rows and the traps of a story."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))

    def place(words: Sequence[Sequence[str]]) -> Position:
        return tuple(_place_words(articles, file, text) for file, text, *_ in words)

    try:
        rows = tuple(
            Row(
                row["id"],
                row["tier"],
                frozenset(row["kind"]),
                row["why"],
                tuple(map(place, row["positions"])),
                row.get("max_severity", "major"),
            )
            for row in gold["discrepancies"]
        )
        traps = tuple(
            Trap(trap["id"], frozenset(trap.get("allow", ())), trap["why"], tuple(map(place, sides_of(trap))))
            for trap in gold["traps"]
        )
    except (KeyError, ScoreError) as error:
        raise ScoreError(f"{folder / 'gold.json'}: {error}") from error
    return rows, traps


def sides_of(trap: dict[str, Any]) -> list[list[list[str]]]:
    """Return the sides of a trap as the gold has them: told as ``positions``, or each span one."""
    return trap["positions"] if "positions" in trap else [[span] for span in trap["spans"]]


def _place_words(articles: dict[str, str], file: str, words: str) -> Span:
    if file not in articles:
        raise ScoreError(f"there is no article {file}")
    text = articles[file]
    if not words:
        return Span(file, 0, len(text))
    if text.count(words) != 1:
        raise ScoreError(f"{words!r} occurs {text.count(words)} times in {file} (want exactly once)")
    start = text.index(words)
    return Span(file, start, start + len(words))


def read_findings(report: dict[str, Any], articles: dict[str, str]) -> tuple[Finding, ...]:
    """Return the discrepancies of a report, their evidence placed in the story's files."""
    if report.get("format") != "discrepancy-report":
        raise ScoreError("this is not a discrepancy report")
    files = {document["id"]: Path(document["path"]).name for document in report["documents"]}
    return tuple(
        Finding(
            entry["kind"],
            entry["severity"],
            entry["summary"],
            tuple(tuple(_place_evidence(position, files, articles)) for position in entry["positions"]),
        )
        for entry in report["discrepancies"]
    )


def _place_evidence(
    position: dict[str, Any], files: dict[str, str], articles: dict[str, str]
) -> Iterator[Span]:
    for evidence in position["evidence"]:
        file = files[evidence["document"]]
        start, quote = evidence["start"], evidence["quote"]
        if file not in articles:
            raise ScoreError(f"the report has evidence from {file}, which is not in the story")
        yield Span(file, *_nearest(articles[file], quote, start))


def _nearest(text: str, quote: str, start: int) -> tuple[int, int]:
    """Return where the quote stands in the file; offsets of a cleaned text can lie beside it."""
    if text.startswith(quote, start):
        return start, start + len(quote)
    places = [at for at in range(len(text)) if text.startswith(quote, at)] or [start]
    best = min(places, key=lambda at: abs(at - start))
    return best, best + len(quote)


def run_check(folder: Path) -> dict[str, Any]:
    """Return the report that the command makes of a folder."""
    command = [sys.executable, "-m", "discrepancy", "check", str(folder), "--format", "json", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in REPORTED:
        raise ScoreError(f"{folder}: the check ended with exit code {done.returncode}: {done.stderr.strip()}")
    return _parse_report(done.stdout, str(folder))


def load_report(path: Path) -> dict[str, Any]:
    """Return a report saved before."""
    if not path.is_file():
        raise ScoreError(f"{path}: there is no such report")
    return _parse_report(path.read_text(encoding="utf-8"), str(path))


def _parse_report(text: str, origin: str) -> dict[str, Any]:
    try:
        report: dict[str, Any] = json.loads(text)
    except ValueError as error:
        raise ScoreError(f"{origin}: the report is not JSON: {error}") from error
    return report


def find_stories(folders: Iterable[Path]) -> list[Path]:
    """Return the story folders among and below these, each once, in order."""
    golds = [gold for folder in folders for gold in sorted(folder.rglob("gold.json"))]
    return list(dict.fromkeys(gold.parent for gold in golds))
