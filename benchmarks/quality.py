"""Measures the quality of grouping, of values and of findings against sets with human labels.

    python benchmarks/quality.py --bench PATH [--stories PATH] [--seeds PATH] [--scorer FILE]
                                 [--sample N] [--only NAME,NAME]

PATH (or the variable DISCREPANCY_BENCH) is the folder that holds ``ecbplus/``, ``rte3/`` and the others.
``--sample`` takes so many pairs of each set of pairs, always the same ones.  ``--stories`` and ``--seeds`` are
folders with stories that have a ``gold.json``; ``--scorer`` is a script with ``score(folder, report)`` that counts
instead of ``benchmarks/score.py``.  Every figure is a line of the table, with what is aimed at.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from quality_ecbplus import event_pairs, grouping, number_chains, time_chains
from quality_pairs import Row, contradictions, nanco, rtequant
from quality_stories import stories

Measure = Callable[[Path, int | None], list[Row]]

MEASURES: dict[str, Measure] = {
    "groups": grouping,
    "times": time_chains,
    "numbers": number_chains,
    "events": event_pairs,
    "rte3": lambda bench, sample: contradictions(bench, "rte3", sample, (".55", ".25")),
    "rtequant": rtequant,
    "negation": lambda bench, sample: contradictions(bench, "negation_nli", sample, (".50", ".40")),
    "nanco": nanco,
}


def main() -> int:
    """Print one line for each figure."""
    options = read_arguments()
    measures = wanted_measures(options)
    if isinstance(measures, str):
        print(measures, file=sys.stderr)
        return 2
    missing = 0
    print("| set | measure | value | cases | aim |\n|---|---|---|---|---|")
    for name, measure in measures.items():
        try:
            rows = measure()
        except FileNotFoundError as error:
            print(f"{name}: missing: {error.filename}", file=sys.stderr)
            missing += 1
            continue
        for row in rows:
            value = f"{row.value:.3f}" if isinstance(row.value, float) else row.value
            print(f"| {name} | {row.what} | {value} | {row.count} | {row.aim} |", flush=True)
    return 2 if missing else 0


def wanted_measures(options: argparse.Namespace) -> dict[str, Callable[[], list[Row]]] | str:
    """What to measure, or why that is not possible."""
    folder = options.bench or os.environ.get("DISCREPANCY_BENCH")
    found: dict[str, Callable[[], list[Row]]] = {}
    if options.stories:
        found["stories"] = lambda: stories([options.stories], options.scorer)
    if options.seeds:
        found["seeds"] = lambda: stories([options.seeds], options.scorer, seeds=True)
    if folder and Path(folder).is_dir():
        for name, measure in MEASURES.items():
            found[name] = lambda measure=measure: measure(Path(folder), options.sample)  # type: ignore[misc]
    elif not found:
        return f"no sets at {folder or 'any path'}; give --bench PATH or set DISCREPANCY_BENCH"
    names = options.only.split(",") if options.only else list(found)
    if unknown := sorted(set(names) - set(found)):
        return f"no measure {unknown[0]}; there are {', '.join(found)}"
    return {name: found[name] for name in names}


def read_arguments() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", help="folder with the sets")
    parser.add_argument(
        "--stories", type=Path, metavar="PATH", help="folder with stories that have a gold.json"
    )
    parser.add_argument(
        "--seeds", type=Path, metavar="PATH", help="the same for one story, with its own aims"
    )
    parser.add_argument("--scorer", type=Path, metavar="FILE", help="script with score(folder, report)")
    parser.add_argument("--sample", type=int, metavar="N", help="take N pairs of each set of pairs")
    parser.add_argument(
        "--only", metavar="NAME,NAME", help="measure these only: stories, seeds, " + ", ".join(MEASURES)
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
