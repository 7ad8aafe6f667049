"""Findings between two texts against labels: contradiction or not, the same answer or another."""

import json
import random
from pathlib import Path
from typing import Any

import discrepancy
from discrepancy.model.findings import Kind, Severity
from discrepancy.model.report import Report

SEED = 20

Row = tuple[str, float, int]
Pair = dict[str, Any]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_pairs(path: Path, sample: int | None) -> list[Pair]:
    """The pairs of a set, or so many of them, always the same ones."""
    rows = read_rows(path)
    return rows if sample is None or sample >= len(rows) else random.Random(SEED).sample(rows, sample)


def report_of(pair: Pair) -> Report:
    """The check of the two texts of a pair."""
    return discrepancy.compare(pair["text_a"], pair["text_b"])


def flagged(report: Report, kind: Kind | None = None) -> bool:
    """Whether something of weight was found."""
    weighty = (d for d in report.discrepancies if d.severity is not Severity.INFO)
    return any(kind is None or d.kind is kind for d in weighty)


def share(part: int, whole: int) -> float:
    """A share, zero of nothing."""
    return part / whole if whole else 0.0


def contradictions(bench: Path, name: str, sample: int | None) -> list[Row]:
    """Precision and recall of contradiction."""
    pairs = read_pairs(bench / name / "pairs.jsonl", sample)
    found = [flagged(report_of(p)) for p in pairs]
    gold = [p["label"] == "contradiction" for p in pairs]
    both = sum(f and g for f, g in zip(found, gold, strict=True))
    return [
        ("contradiction, precision (n flagged)", share(both, sum(found)), sum(found)),
        ("contradiction, recall (n contradictions)", share(both, sum(gold)), sum(gold)),
    ]


def rtequant(bench: Path, sample: int | None) -> list[Row]:
    """Accuracy where what is compared and not flagged counts as entailed."""
    pairs = read_pairs(bench / "rtequant" / "pairs.jsonl", sample)
    reports = [report_of(p) for p in pairs]
    entailed = [r.compared.questions > 0 and not flagged(r) for r in reports]
    gold = [p["label"] == "entailment" for p in pairs]
    right = sum(e == g for e, g in zip(entailed, gold, strict=True))
    numbers = [not g for r, g in zip(reports, gold, strict=True) if flagged(r, Kind.NUMBER)]
    return [
        ("entailed or not, accuracy", share(right, len(pairs)), len(pairs)),
        ("number findings, precision (n findings)", share(sum(numbers), len(numbers)), len(numbers)),
    ]


def nanco(bench: Path, sample: int | None) -> list[Row]:
    """Balanced accuracy; a finding, or no question that both answer, counts as another answer."""
    pairs = read_pairs(bench / "nanco" / "pairs.jsonl", sample)
    reports = [report_of(p) for p in pairs]
    other = [flagged(r) or r.compared.questions == 0 for r in reports]
    gold = [p["label"] == "different" for p in pairs]
    hits = sum(o and g for o, g in zip(other, gold, strict=True))
    calm = sum(not o and not g for o, g in zip(other, gold, strict=True))
    balanced = (share(hits, sum(gold)) + share(calm, len(gold) - sum(gold))) / 2
    return [("same or another answer, balanced accuracy", balanced, len(pairs))]
