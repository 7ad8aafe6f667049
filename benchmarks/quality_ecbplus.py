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


Place = dict[str, tuple[int, int]]


def grouping(bench: Path, sample: int | None) -> list[Row]:
    """Same or other event: each topic as one pile, and all topics as one."""
    gold = read_rows(bench / "ecbplus" / "doc_pairs.jsonl")
    rows: list[Row] = []
    for split in SPLITS:
        topics = read_topics(bench, split)
        pairs = [p for p in gold if p["split"] == split]
        everything = [d for row in topics for d in row]
        for what, piles in (("a topic a pile", topics), ("one pile", [everything])):
            aims = (".88", ".87") if (split, piles) == ("dev", topics) else ("", "")
            rows += scores(f"{split}, {what}", pairs, places(piles), aims)
    return rows


def read_topics(bench: Path, split: str) -> list[list[Document]]:
    """The articles of a split by their topics."""
    topics: dict[int, list[Document]] = defaultdict(list)
    for doc in read_rows(bench / "ecbplus" / "docs.jsonl"):
        if doc["split"] == split:
            topics[doc["topic"]].append(document_from_text(doc["text"], id=doc["doc"]))
    return list(topics.values())


def places(piles: Sequence[Sequence[Document]]) -> Place:
    """For each article its pile and its group in there."""
    return {
        pile[i].id: (n, m)
        for n, pile in enumerate(piles)
        for m, cluster in enumerate(pile_clusters(pile, {}))
        for i in cluster
    }


def scores(what: str, pairs: Sequence[dict[str, Any]], place: Place, aims: tuple[str, str]) -> list[Row]:
    """F1 of "same event" and accuracy."""
    found = [place[p["doc_a"]] == place[p["doc_b"]] for p in pairs]
    gold = [p["label"] == "same_event" for p in pairs]
    right = sum(f == g for f, g in zip(found, gold, strict=True))
    return [
        Row(f"{what}: same event, F1", f_measure(found, gold), len(pairs), aims[0]),
        Row(f"{what}: accuracy", share(right, len(pairs)), len(pairs), aims[1]),
    ]


def f_measure(found: Sequence[bool], gold: Sequence[bool]) -> float:
    """The harmonic mean of precision and recall."""
    both = sum(f and g for f, g in zip(found, gold, strict=True))
    return share(2 * both, sum(found) + sum(gold))


def event_pairs(bench: Path, sample: int | None) -> list[Row]:
    """Mentions with the same lemma, one occurrence or two: one where their articles are of one group.

    Which articles tell of one thing is settled first, then a word means in each of them what it means in all.
    """
    pairs = [p for p in read_rows(bench / "ecbplus" / "event_pairs.jsonl") if p["split"] == "dev"]
    place = places(read_topics(bench, "dev"))
    found = [place[p["a"][0]] == place[p["b"][0]] for p in pairs]
    gold = [p["label"] == "coref" for p in pairs]
    return [Row("dev: same occurrence, F1", f_measure(found, gold), len(pairs), ".70")]


def time_chains(bench: Path, sample: int | None) -> list[Row]:
    """Mentions of one time that are taken for two."""
    flags = []
    for chain in read_rows(bench / "ecbplus" / "time_chains.jsonl"):
        values = [(m["doc"], v) for m in chain["mentions"] for v in times_of(m["text"])]
        pairs = [(a, b) for (d, a), (e, b) in combinations(values, 2) if d != e]
        flags += [compare_times(a, b).relation is Relation.CONFLICTING for a, b in pairs]
    return [
        Row("pairs of one time falsely flagged", share(sum(flags), len(flags)), len(flags), "at most .01")
    ]


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
        Row("conflicting chains found", sum(conflicts), len(conflicts), "3"),
        Row("equal chains falsely flagged", sum(equal), len(equal), "at most 1"),
    ]


def quantities_of(text: str) -> list[Quantity]:
    """The first quantity in the words of a mention."""
    return [m.quantity for m in find_quantities(text)][:1]
