"""Learns the weights of the signs of a contrast: ``python benchmarks/learn_contrasts.py --bench PATH``.

PATH holds ``negation_nli/pairs.jsonl``.  The weights in ``discrepancy/graph/contrasts.py`` are fitted by logistic
regression to the pairs with three labels, of each pair to the likeliest contrast; a pair and its variants stand
in one fold of five.  Printed are the weights, and precision and recall where each fold is judged by the others.
"""

import argparse
import re
import sys
import zlib
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from quality_pairs import read_pairs

from discrepancy.checker import extract_documents
from discrepancy.graph import build_graph
from discrepancy.graph.bare import bare_statements
from discrepancy.graph.contrasts import Signs, contrasts_of
from discrepancy.read import document_from_text

FOLDS, ROUNDS, STEPS, RIDGE = 5, 3, 12, 1.0
RECALLS = (0.2, 0.3, 0.36, 0.4, 0.42, 0.45, 0.5)
NAMES = [field.name for field in attrs.fields(Signs)]
Array = Any


def signs_of(pair: dict[str, Any]) -> Array:
    """The signs of each contrast of a pair, one row each."""
    documents = [document_from_text(pair[f"text_{side}"], id=side) for side in "ab"]
    graph = build_graph(documents, extract_documents(documents))
    statements = bare_statements(graph.documents, graph.frames.values())
    rows = [attrs.astuple(c.signs) for c in contrasts_of(*statements)] if statements else []
    return np.array(rows, float).reshape(len(rows), len(NAMES))


def fit(rows: Array, labels: Array) -> tuple[Array, float]:
    """Logistic regression by Newton's method with a ridge on scaled signs: the weights and the ground."""
    mean, scale = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.c_[np.ones(len(rows)), (rows - mean) / scale]
    weights = np.zeros(scaled.shape[1])
    ridge = RIDGE * np.r_[0.0, np.ones(len(NAMES))]
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + np.diag(ridge + 1e-9)
        weights -= np.linalg.solve(curve, scaled.T @ (chance - labels) + ridge * weights)
    return weights[1:] / scale, float(weights[0] - weights[1:] @ (mean / scale))


def learn(contrasts: list[Array], labels: Array) -> tuple[Array, float]:
    """Alternate between choosing the likeliest contrast of each pair and fitting to those."""
    kept = [i for i, rows in enumerate(contrasts) if len(rows)]
    weights, ground = np.eye(len(NAMES))[0], 0.0
    for _ in range(ROUNDS):
        chosen = np.array([contrasts[i][int(np.argmax(contrasts[i] @ weights))] for i in kept])
        weights, ground = fit(chosen, labels[kept])
    return weights, ground


def fold_of(pair: dict[str, Any]) -> int:
    """The fold of a pair: three variants of one pair bear numbers in a row."""
    number = int(re.sub(r"\D", "", pair["id"]))
    return zlib.crc32(f"{pair['source']} {(number - 1) // 3}".encode()) % FOLDS


def main() -> int:
    """Print the weights and the curve."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", type=Path, required=True, help="folder of the sets")
    pairs = read_pairs(parser.parse_args().bench / "negation_nli" / "pairs.jsonl", None)
    contrasts = [signs_of(pair) for pair in pairs]
    gold = np.array([pair["label"] == "contradiction" for pair in pairs])
    three = np.array([pair["label"] != "not_entailment" for pair in pairs])
    folds = np.array([fold_of(pair) for pair in pairs])

    def learned(chosen: Array) -> tuple[Array, float]:
        return learn([contrasts[i] for i in np.flatnonzero(chosen)], gold[chosen].astype(float))

    weights, ground = learned(three)
    print("ground", round(ground, 2), {n: round(float(w), 2) for n, w in zip(NAMES, weights, strict=True)})
    scores = np.full(len(pairs), -np.inf)
    for fold in range(FOLDS):
        weights, ground = learned(three & (folds != fold))
        for i in np.flatnonzero(folds == fold):
            scores[i] = max(contrasts[i] @ weights + ground, default=-np.inf)
    print("| recall | precision | precision, three labels | from |\n|---|---|---|---|")
    for recall in RECALLS:
        least = np.sort(scores[gold])[::-1][int(recall * gold.sum()) - 1]
        found = scores >= least
        right = (found & gold).sum()
        print(f"| {recall} | {right / found.sum():.3f} | {right / (found & three).sum():.3f} | {least:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
