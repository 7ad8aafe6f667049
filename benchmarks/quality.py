"""Measures the quality of grouping, of values and of findings against public sets with human labels.

    python benchmarks/quality.py --bench PATH [--sample N] [--only NAME,NAME]

PATH (or the variable DISCREPANCY_BENCH) is the folder that holds ``ecbplus/``, ``rte3/`` and the others.
``--sample`` takes so many pairs of each set of pairs, always the same ones.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from quality_ecbplus import grouping, number_chains, time_chains
from quality_pairs import Row, contradictions, nanco, rtequant

Measure = Callable[[Path, int | None], list[Row]]

MEASURES: dict[str, Measure] = {
    "groups": grouping,
    "times": time_chains,
    "numbers": number_chains,
    "rte3": lambda bench, sample: contradictions(bench, "rte3", sample),
    "rtequant": rtequant,
    "negation": lambda bench, sample: contradictions(bench, "negation_nli", sample),
    "nanco": nanco,
}


def main() -> int:
    """Print one line for each figure."""
    options = read_arguments()
    folder = options.bench or os.environ.get("DISCREPANCY_BENCH")
    if not folder or not Path(folder).is_dir():
        print(
            f"no sets at {folder or 'any path'}; give --bench PATH or set DISCREPANCY_BENCH", file=sys.stderr
        )
        return 2
    wanted = options.only.split(",") if options.only else list(MEASURES)
    if unknown := sorted(set(wanted) - set(MEASURES)):
        print(f"no measure {unknown[0]}; there are {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    missing = 0
    print(f"{'set':12} {'measure':44} {'value':>7} {'n':>6}")
    for name in wanted:
        try:
            rows = MEASURES[name](Path(folder), options.sample)
        except FileNotFoundError as error:
            print(f"{name:12} missing: {error.filename}", file=sys.stderr)
            missing += 1
            continue
        for what, value, count in rows:
            print(f"{name:12} {what:44} {value:7.3f} {count:6}", flush=True)
    return 2 if missing else 0


def read_arguments() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", help="folder with the sets")
    parser.add_argument("--sample", type=int, metavar="N", help="take N pairs of each set of pairs")
    parser.add_argument("--only", metavar="NAME,NAME", help=f"measure these only: {', '.join(MEASURES)}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
