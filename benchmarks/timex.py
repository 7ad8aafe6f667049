"""Measures time expressions against WikiWars and TimeML corpora.

    python benchmarks/timex.py --bench PATH [--timebank PATH ...] [--errors N]

``--bench`` is the folder that holds ``wikiwars/`` (gold.json and docs/*.txt; also the variable
DISCREPANCY_BENCH), ``--timebank`` a folder of TimeML files (*.tml), as TimeBank and AQUAINT in TempEval-3.
Scores are those of TempEval-3 task A (UzZaman et al. 2013): relaxed and strict span F1, type F1 and value F1
over relaxed matches.
"""

import argparse
import html
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from discrepancy.mentions.times import find_times


class Article(NamedTuple):
    """A text, its date and the gold time expressions."""

    name: str
    text: str
    published: str | None
    gold: list[dict[str, Any]]


def read_wikiwars(folder: Path) -> Iterator[Article]:
    """Yield the histories of WikiWars."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for name, entry in gold.items():
        path = folder / "docs" / (name if name.endswith(".txt") else f"{name}.txt")
        expressions = [item for item in entry["timex"] if not item.get("nested")]
        yield Article(name, path.read_text(encoding="utf-8"), entry["dct"], expressions)


def read_timeml(folder: Path) -> Iterator[Article]:
    """Yield the articles of a folder of TimeML files."""
    for path in sorted(folder.glob("*.tml")):
        if path.name.startswith("."):
            continue
        markup = path.read_text(encoding="utf-8", errors="replace")
        created = re.search(r'<DCT>.*?value="([^"]*)"', markup, re.DOTALL)
        body = re.search(r"<TEXT>(.*?)</TEXT>", markup, re.DOTALL)
        if body is not None:
            text, gold = _read_body(body.group(1))
            yield Article(path.stem, text, created.group(1) if created else None, gold)


def _read_body(markup: str) -> tuple[str, list[dict[str, Any]]]:
    text, gold, stack = "", [], []
    for piece in re.split(r"(<[^>]*>)", markup):
        if piece.startswith("<TIMEX3"):
            stack.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', piece))))
        elif piece.startswith("</TIMEX3"):
            start, attributes = stack.pop()
            if not stack and len(text) > start:
                gold.append({"start": start, "end": len(text), **attributes})
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, gold


def score(articles: list[Article], *, narrative: bool, errors: int = 0) -> dict[str, float]:
    """Return F1 scores and tokens a CPU second."""
    counts = dict.fromkeys(("gold", "found", "strict", "relaxed", "type", "value"), 0)
    misses: list[str] = []
    tokens = sum(len(re.findall(r"\w+|[^\w\s]", article.text)) for article in articles)
    began = time.process_time()
    results = [
        find_times(article.text, _day(article.published), narrative=narrative, joined=False)
        for article in articles
    ]
    seconds = time.process_time() - began
    for article, mentions in zip(articles, results, strict=True):
        _count(article, mentions, counts, misses)
    for line in misses[:errors]:
        print(line)
    return {**_f1(counts), "tokens_per_cpu_second": tokens / seconds}


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    return published.replace("TMO", "").replace("TNI", "")[:19]


def _count(article: Article, mentions: list[Any], counts: dict[str, int], misses: list[str]) -> None:
    counts["gold"] += len(article.gold)
    counts["found"] += len(mentions)
    spans = {(m.start, m.end) for m in mentions}
    counts["strict"] += sum((item["start"], item["end"]) in spans for item in article.gold)
    used: set[int] = set()
    for item in article.gold:
        hit = next(
            (
                k
                for k, m in enumerate(mentions)
                if k not in used and m.start < item["end"] and item["start"] < m.end
            ),
            None,
        )
        words = " ".join(article.text[item["start"] : item["end"]].split())
        if hit is None:
            misses.append(_line(article, "MISS", words, item, item.get("value")))
            continue
        used.add(hit)
        counts["relaxed"] += 1
        counts["type"] += mentions[hit].type == item.get("type")
        right = mentions[hit].value == item.get("value")
        counts["value"] += right
        if not right:
            misses.append(
                _line(article, "VALUE", words, item, f"{item.get('value')} got {mentions[hit].value}")
            )
    for k, m in enumerate(mentions):
        if k not in used:
            misses.append(
                _line(
                    article,
                    "SPURIOUS",
                    article.text[m.start : m.end],
                    {"start": m.start, "end": m.end},
                    m.value,
                )
            )


def _line(article: Article, kind: str, words: str, item: dict[str, Any], detail: Any) -> str:
    before = " ".join(article.text[max(0, item["start"] - 45) : item["start"]].split())
    after = " ".join(article.text[item["end"] : item["end"] + 25].split())
    return f"{kind}\t{article.name}({article.published})\t{detail}\t{before} [{words}] {after}"


def _f1(counts: dict[str, int]) -> dict[str, float]:
    def f1(right: int) -> float:
        both = counts["gold"] + counts["found"]
        return 2 * right / both if both else 0.0

    found, gold = counts["found"] or 1, counts["gold"] or 1
    return {
        "gold": counts["gold"],
        "found": counts["found"],
        "relaxed_P": counts["relaxed"] / found,
        "relaxed_R": counts["relaxed"] / gold,
        **{f"{name}_F1": f1(counts[name]) for name in ("relaxed", "strict", "type", "value")},
    }


def main() -> int:
    """Print the scores of the corpora that are there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bench", type=Path, default=os.environ.get("DISCREPANCY_BENCH"))
    parser.add_argument("--timebank", type=Path, nargs="*", default=[])
    parser.add_argument("--errors", type=int, default=0, help="print so many misses of each corpus")
    options = parser.parse_args()
    found = False
    if options.bench and (Path(options.bench) / "wikiwars").is_dir():
        found = True
        _show("wikiwars", list(read_wikiwars(Path(options.bench) / "wikiwars")), True, options.errors)
    for folder in options.timebank:
        found = True
        _show(folder.name, list(read_timeml(folder)), False, options.errors)
    if not found:
        print(
            "no corpus here: give --bench PATH with wikiwars/ or --timebank PATH with *.tml", file=sys.stderr
        )
    return 0 if found else 2


def _show(name: str, articles: list[Article], narrative: bool, errors: int) -> None:
    result = score(articles, narrative=narrative, errors=errors)
    print(
        name,
        " ".join(
            f"{key}={value:.4f}" if value < 10 else f"{key}={value:.0f}" for key, value in result.items()
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
