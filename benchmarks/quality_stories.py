"""Findings on stories with gold, counted by a scorer that is given by its path."""

import importlib.util
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quality_pairs import Row, share
from score import score_story
from stories import find_stories

import discrepancy

Count = Callable[[Path, dict[str, Any]], Counter[str]]


def stories(paths: list[Path], scorer: Path | None, *, seeds: bool = False) -> list[Row]:
    """What is found of the gold, what is false, and which traps are sprung."""
    count = own_count if scorer is None else count_by(scorer)
    total: Counter[str] = Counter()
    silent: list[bool] = []
    for folder in find_stories(paths):
        report = json.loads(discrepancy.check(discrepancy.read_documents([str(folder)])).to_json())
        found = count(folder, report)
        total += found
        if not found["due"]:
            silent.append(not found["loud"])
    must, due, loud, traps = (total[key] for key in ("must", "due", "loud", "traps"))
    if seeds:
        return [
            Row("must rows found", total["found_must"], must, "12"),
            Row("due rows found", total["found_due"], due, "16"),
            Row("false findings", total["false"], loud, "at most 2"),
            Row("traps sprung", total["sprung"], traps, "0"),
        ]
    return [
        Row("must rows found", share(total["found_must"], must), must, ".85"),
        Row("due rows found", share(total["found_due"], due), due, ".75"),
        Row("major and minor findings that are true", share(loud - total["false"], loud), loud, ".85"),
        Row("traps sprung", share(total["sprung"], traps), traps, "at most .03"),
        Row("clean stories without a loud finding", share(sum(silent), len(silent)), len(silent), "1"),
    ]


def count_by(scorer: Path) -> Count:
    """The counts of a script that has ``score(folder, report)``."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(2, "no scorer", str(scorer))
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    def count(folder: Path, report: dict[str, Any]) -> Counter[str]:
        found = script.score(str(folder), report)
        return Counter({k: v if isinstance(v, int) else len(v) for k, v in found.items() if k != "story"})

    return count


def own_count(folder: Path, report: dict[str, Any]) -> Counter[str]:
    """The counts of ``benchmarks/score.py``."""
    score = score_story(folder, report)
    tiers = [score.count(tier) for tier in ("must", "should")]
    loud = [f for f in score.findings if f.severity != "info"]
    return Counter(
        must=tiers[0][1],
        found_must=tiers[0][0],
        due=sum(rows for _, rows in tiers),
        found_due=sum(found for found, _ in tiers),
        loud=len(loud),
        false=len(score.false),
        traps=len(score.traps),
        sprung=len(score.sprung_traps()),
    )
