"""Measures quantities against the recognizers cases (exact span and value) and times the finder.

    python benchmarks/quantities.py --bench PATH [--show SPEC]

PATH (or the variable DISCREPANCY_BENCH) is the folder that holds ``recognizers/cases.jsonl``.
"""

import argparse
import json
import math
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from recognizers_specs import NUMBERS, Label, choose_labels, find_label

from discrepancy.mentions.quantities import find_quantities
from discrepancy.model.mentions import QuantityMention
from discrepancy.values.units import load_units

_RATE = re.compile(r"\s*(?:\b(?:an?|per|each|every)\b|/)\s*\w+$", re.IGNORECASE)
_TEXT_REPEATS = 40


def main() -> int:
    arguments = _read_arguments()
    folder = arguments.bench or os.environ.get("DISCREPANCY_BENCH")
    path = Path(folder or "", "recognizers", "cases.jsonl")
    if not folder or not path.is_file():
        print(f"no cases at {path}; give --bench PATH or set DISCREPANCY_BENCH", file=sys.stderr)
        return 2
    labels, _ = choose_labels(Path(folder))
    total: Counter[str] = Counter()
    for spec in NUMBERS:
        counts = _score([one for one in labels if one[0]["spec"] == spec], is_shown=arguments.show == spec)
        total += counts
        print(_line(spec, counts))
    print(_line("all", total))
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    _time([row["input"] for row in rows])
    return 0


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", help="folder with recognizers/cases.jsonl")
    parser.add_argument("--show", help="print the misses of this spec")
    return parser.parse_args()


def _line(name: str, counts: Counter[str]) -> str:
    gold, right, span = counts["gold"], counts["right"], counts["span"]
    shares = f"span {span / gold:.3f}  span + value {right / gold:.3f}"
    return f"{name:18} gold {gold:4}  {shares}"


def _score(labels: list[Label], *, is_shown: bool) -> Counter[str]:
    """Gold mentions found with their exact span, and with span and value."""
    counts: Counter[str] = Counter()
    for row, gold in labels:
        text = row["input"]
        found = {_core(text, mention): mention for mention in find_quantities(text)}
        mention = _at(found, *find_label(text, gold), gold)
        is_right = mention is not None and _is_value(mention, gold)
        counts.update({"gold": 1, "span": mention is not None, "right": is_right})
        if is_shown and not is_right:
            got = [_tell(text, one) for one in found.values()]
            print("   ", text[:150], "| want", gold["text"], "| got", got)
    return counts


def _at(
    found: dict[tuple[int, int], QuantityMention], start: int, end: int, gold: dict[str, Any]
) -> QuantityMention | None:
    """The mention with this span, with its counted noun if need be; a bare number may stand in a measure."""
    for (first, last), mention in found.items():
        is_inside = gold["type"] == "number" and first <= start and end <= last and mention.unit != "count"
        if (first == start and (last == end or mention.counted_end == end)) or is_inside:
            return mention
    return None


def _tell(text: str, mention: QuantityMention) -> str:
    return f"{text[mention.start : mention.end]} = {mention.quantity.number:g} {mention.unit}"


def _core(text: str, mention: QuantityMention) -> tuple[int, int]:
    """The span without its hedge and rate, as the cases count it."""
    start, end = mention.start, mention.end
    hedge = mention.hedge or ""
    words = text[start:end].lower()
    if mention.quantity.bound != "vague" and hedge and words.startswith(hedge):
        start += len(hedge) + len(words[len(hedge) :]) - len(words[len(hedge) :].lstrip())
    elif mention.quantity.bound != "vague" and hedge and words.endswith(hedge):
        end = start + len(words.removesuffix(hedge).rstrip(" -"))
    if mention.quantity.per:
        end = start + len(_RATE.sub("", text[start:end]))
    return start, end


def _is_value(mention: QuantityMention, gold: dict[str, Any]) -> bool:
    quantity, resolution = mention.quantity, gold["resolution"]
    if gold["type"] == "duration":
        seconds = quantity.number * (30.4375 * 86400 if quantity.unit == "month" else 1.0)
        wanted = float((resolution.get("FutureResolution") or {}).get("duration", "nan"))
        return math.isclose(seconds, wanted, rel_tol=0.03)
    wanted = float(resolution["value"])
    number = _written_number(mention, resolution)
    return any(math.isclose(value, wanted, rel_tol=1e-6, abs_tol=1e-9) for value in (number, number / 100))


def _written_number(mention: QuantityMention, resolution: dict[str, Any]) -> float:
    quantity = mention.quantity
    if quantity.unit == "age":
        return quantity.number * {"Month": 12, "Week": 52.1786, "Day": 365.25}.get(
            resolution.get("unit", ""), 1
        )
    if resolution.get("unit") in ("Pence", "Cent", "Penny"):
        return quantity.number * 100
    unit = load_units().get(quantity.written or "")
    return quantity.number if unit is None else unit.restore(quantity.number)


def _time(texts: list[str]) -> None:
    text = "\n".join(texts) * _TEXT_REPEATS
    text = text[:5_000_000]
    begin = time.process_time()
    found = find_quantities(text)
    spent = time.process_time() - begin
    speed = len(text.split()) / spent
    print(f"{len(text) / 1e6:.1f} MB, {len(found)} quantities, {speed:,.0f} tokens per CPU second")


if __name__ == "__main__":
    sys.exit(main())
