"""Findings between two texts against labels: contradiction or not, the same answer or another."""

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import discrepancy
from discrepancy.checker import extract_documents
from discrepancy.graph import build_graph
from discrepancy.graph.bare import is_restated
from discrepancy.graph.likeness import pile_clusters
from discrepancy.model.findings import Kind, Severity
from discrepancy.model.report import Report
from discrepancy.read import document_from_text

SEED = 20
# That two texts spell a name in two ways is no contradiction between them.
SPELLING = Kind.NAME_VARIANT

Pair = dict[str, Any]


class Row(NamedTuple):
    """One figure: what it measures, its value, over how many cases, and what is aimed at."""

    what: str
    value: float
    count: int
    aim: str = ""


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
    weighty = (d for d in report.discrepancies if d.severity is not Severity.INFO and d.kind is not SPELLING)
    return any(kind is None or d.kind is kind for d in weighty)


def share(part: int, whole: int) -> float:
    """A share, zero of nothing."""
    return part / whole if whole else 0.0


def contradictions(bench: Path, name: str, sample: int | None, aims: tuple[str, str]) -> list[Row]:
    """Precision and recall of contradiction; apart where some pairs are labelled as entailed or not alone."""
    pairs = read_pairs(bench / name / "pairs.jsonl", sample)
    found = [(flagged(report_of(p)), p["label"]) for p in pairs]
    rows = precision_and_recall(found, "", aims)
    told_apart = [(flag, label) for flag, label in found if label != "not_entailment"]
    if len(told_apart) < len(found):
        rows += precision_and_recall(told_apart, ", pairs with three labels", aims)
    return rows


def precision_and_recall(found: list[tuple[bool, str]], which: str, aims: tuple[str, str]) -> list[Row]:
    """Of what is flagged how much is a contradiction, and of the contradictions how many are flagged."""
    both = sum(flag and label == "contradiction" for flag, label in found)
    flags, gold = sum(flag for flag, _ in found), sum(label == "contradiction" for _, label in found)
    return [
        Row(f"contradiction, precision{which}", share(both, flags), flags, aims[0]),
        Row(f"contradiction, recall{which}", share(both, gold), gold, aims[1]),
    ]


def rtequant(bench: Path, sample: int | None) -> list[Row]:
    """Accuracy where what the other text says for the most part, and is not flagged, counts as entailed."""
    pairs = read_pairs(bench / "rtequant" / "pairs.jsonl", sample)
    reports = [report_of(p) for p in pairs]
    entailed = [is_said(p) and not flagged(r) for p, r in zip(pairs, reports, strict=True)]
    gold = [p["label"] == "entailment" for p in pairs]
    right = sum(e == g for e, g in zip(entailed, gold, strict=True))
    numbers = [not g for r, g in zip(reports, gold, strict=True) if flagged(r, Kind.NUMBER)]
    return [
        Row("entailed or not, accuracy", share(right, len(pairs)), len(pairs), ".68"),
        Row("number findings that are right", share(sum(numbers), len(numbers)), len(numbers)),
    ]


def is_said(pair: Pair) -> bool:
    """Whether the longer text says what the shorter one speaks of, as the library judges bare statements."""
    documents = [document_from_text(pair[f"text_{side}"], id=side) for side in "ab"]
    graph = build_graph(documents, extract_documents(documents))
    return is_restated(graph.documents, graph.frames)


def nanco(bench: Path, sample: int | None) -> list[Row]:
    """Balanced accuracy; the answers to a question are a pile, and those of one group are one answer."""
    pairs = read_pairs(bench / "nanco" / "pairs.jsonl", sample)
    answers: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        answers[pair["question"]].update((pair["answer_a"], pair["answer_b"]))
    group: dict[tuple[str, str], int] = {}
    for question, texts in answers.items():
        pile = sorted(texts)
        clusters = pile_clusters([document_from_text(t, id=str(n)) for n, t in enumerate(pile)], {})
        group.update({(question, pile[i]): n for n, cluster in enumerate(clusters) for i in cluster})
    other = [group[p["question"], p["answer_a"]] != group[p["question"], p["answer_b"]] for p in pairs]
    gold = [p["label"] == "different" for p in pairs]
    hits = sum(o and g for o, g in zip(other, gold, strict=True))
    calm = sum(not o and not g for o, g in zip(other, gold, strict=True))
    balanced = (share(hits, sum(gold)) + share(calm, len(gold) - sum(gold))) / 2
    return [Row("same or another answer, balanced accuracy", balanced, len(pairs), ".75")]
