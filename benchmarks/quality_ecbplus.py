"""Groups of articles, and values that stand for one thing, against ECB+."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from quality_pairs import Row, read_rows, share

from discrepancy.graph.likeness import pile_clusters
from discrepancy.mentions.quantities import find_quantities
from discrepancy.mentions.times import find_times
from discrepancy.model.text import Document
from discrepancy.read import document_from_text
from discrepancy.values.comparison import Relation
from discrepancy.values.quantities import Quantity, compare_quantities
from discrepancy.values.times import TimeValue, compare_times

SPLITS = ("dev", "train")


def grouping(bench: Path, sample: int | None) -> list[Row]:
    """Same or other event: each topic as one pile, and all topics as one."""
    docs = read_rows(bench / "ecbplus" / "docs.jsonl")
    gold = read_rows(bench / "ecbplus" / "doc_pairs.jsonl")
    rows: list[Row] = []
    for split in SPLITS:
        topics: dict[int, list[Document]] = defaultdict(list)
        for doc in docs:
            if doc["split"] == split:
                topics[doc["topic"]].append(document_from_text(doc["text"], id=doc["doc"]))
        pairs = [p for p in gold if p["split"] == split]
        everything = [d for row in topics.values() for d in row]
        for what, piles in (("a topic a pile", list(topics.values())), ("one pile", [everything])):
            rows += scores(f"{split}, {what}", pairs, piles)
    return rows


def scores(what: str, pairs: Sequence[dict[str, Any]], piles: Sequence[Sequence[Document]]) -> list[Row]:
    """F1 of "same event" and accuracy."""
    place = {
        pile[i].id: (n, m)
        for n, pile in enumerate(piles)
        for m, cluster in enumerate(pile_clusters(pile, {}))
        for i in cluster
    }
    found = [place[p["doc_a"]] == place[p["doc_b"]] for p in pairs]
    gold = [p["label"] == "same_event" for p in pairs]
    both = sum(f and g for f, g in zip(found, gold, strict=True))
    right = sum(f == g for f, g in zip(found, gold, strict=True))
    return [
        (f"{what}: same event, F1", share(2 * both, sum(found) + sum(gold)), len(pairs)),
        (f"{what}: accuracy", share(right, len(pairs)), len(pairs)),
    ]


def time_chains(bench: Path, sample: int | None) -> list[Row]:
    """Mentions of one time that are taken for two."""
    flags = []
    for chain in read_rows(bench / "ecbplus" / "time_chains.jsonl"):
        values = [(m["doc"], v) for m in chain["mentions"] for v in times_of(m["text"])]
        pairs = [(a, b) for (d, a), (e, b) in combinations(values, 2) if d != e]
        flags += [compare_times(a, b).relation is Relation.CONFLICTING for a, b in pairs]
    return [("pairs of one time falsely flagged", share(sum(flags), len(flags)), len(flags))]


def times_of(text: str) -> list[TimeValue]:
    """The first time in the words of a mention."""
    return [m.time for m in find_times(text, None)][:1]


def number_chains(bench: Path, sample: int | None) -> list[Row]:
    """Figures of one thing: conflicts found, and equal ones falsely flagged."""
    flagged: dict[str, list[bool]] = defaultdict(list)
    for chain in read_rows(bench / "ecbplus" / "number_chains.jsonl"):
        values = [v for m in chain["mentions"] for v in quantities_of(m["text"])]
        conflicting = any(
            compare_quantities(a, b).relation is Relation.CONFLICTING for a, b in combinations(values, 2)
        )
        flagged[chain["review"]].append(conflicting)
    conflicts, equal = flagged["conflict"], flagged["equal"]
    return [
        ("conflicting chains found", share(sum(conflicts), len(conflicts)), len(conflicts)),
        ("equal chains falsely flagged", share(sum(equal), len(equal)), len(equal)),
    ]


def quantities_of(text: str) -> list[Quantity]:
    """The first quantity in the words of a mention."""
    return [m.quantity for m in find_quantities(text)][:1]
