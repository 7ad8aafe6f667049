"""Measures how well names are compared: ``python benchmarks/names.py --bench PATH``.

PATH (or the variable DISCREPANCY_BENCH) holds the folders ``names`` (single words against their machine
back-transliterations, six languages; Chinese full names in several systems) and ``name_pairs`` (labelled
pairs).
The sets are not part of the project.  rapidfuzz is measured beside it, and jellyfish where it is installed.
"""

import argparse
import json
import os
import random
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from discrepancy.values.names import score_names, sounds_like
from discrepancy.values.names_fold import fold

LANGUAGES = ("chinese", "russian", "arabic", "hebrew", "korean", "japanese")
HELD_BACK = 5  # every fifth word by hash is never learned from
POOL = 1000
CAST = 30
QUERIES = 120
Score = Callable[[str, str], float]


def find_bench(argument: str | None) -> Path:
    """Return the folder of the sets, or leave with a plain word where it is missing."""
    path = argument or os.environ.get("DISCREPANCY_BENCH")
    if not path or not (Path(path) / "names").is_dir():
        print("no sets here: give --bench PATH or set DISCREPANCY_BENCH", file=sys.stderr)
        sys.exit(2)
    return Path(path)


def letters(text: str) -> str:
    """Fold a word to plain letters."""
    return "".join(letter for letter in fold(text) if letter.isalpha() and letter.isascii())


def is_held_back(word: str) -> bool:
    """Whether a word belongs to the measured part of the transliterations."""
    return zlib.crc32(word.encode()) % HELD_BACK == 0


def read_foreign(bench: Path, language: str) -> list[tuple[str, str]]:
    """Read (English word, foreign word in its own script) pairs, in file order."""
    rows = (bench / "names" / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (letters(english), foreign.replace(" ", ""))
        for english, foreign, *_ in (row.split("\t") for row in rows)
    ]


def read_transliterations(bench: Path, language: str) -> list[tuple[str, str]]:
    """Read (English word, foreign word romanised back by machine) pairs, in file order, each word once."""
    pairs: dict[str, str] = {}
    for left, foreign in read_foreign(bench, language):
        right = letters(anyascii(foreign))
        if len(left) > 2 and len(right) > 1:
            pairs.setdefault(left, right)
    return list(pairs.items())


def top_one(bench: Path, score: Score, size: int) -> dict[str, float]:
    """Return for each language how often the right word of ``size`` has the highest score."""
    shares = {}
    for language in LANGUAGES:
        held = sorted(
            (pair for pair in read_transliterations(bench, language) if is_held_back(pair[0])),
            key=lambda pair: zlib.crc32(pair[0].encode()[::-1]),
        )[:POOL]
        pool = [english for english, _ in held]
        rng = random.Random(20)
        right = 0
        for english, query in held[:QUERIES]:
            others = [word for word in (pool if size >= POOL else rng.sample(pool, size)) if word != english]
            best = score(english, query)
            right += all(score(word, query) < best for word in others[: size - 1])
        shares[language] = right / min(QUERIES, len(held))
    return shares


def area(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the area under the ROC curve; ties count half."""
    ranked = sorted(zip(scores, labels, strict=True))
    positives = sum(labels)
    total = i = 0
    wins = 0.0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        same = sum(label for _, label in ranked[i:j])
        wins += same * (total + (j - i - same) / 2)
        total += j - i - same
        i = j
    return wins / (positives * total)


def best_f1(scores: Sequence[float], labels: Sequence[bool]) -> tuple[float, float]:
    """Return the best F1 over all thresholds, and its threshold."""
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    positives = sum(labels)
    found = 0
    best = (0.0, 0.0)
    for i, (score, label) in enumerate(ranked):
        found += label
        if i + 1 == len(ranked) or ranked[i + 1][0] != score:
            best = max(best, (2 * found / (i + 1 + positives), score))
    return best


def recall_at(scores: Sequence[float], labels: Sequence[bool], share: float) -> float:
    """Return the recall at the threshold that lets ``share`` of the different pairs through."""
    wrong = sorted((s for s, label in zip(scores, labels, strict=True) if not label), reverse=True)
    threshold = wrong[int(share * len(wrong))]
    right = [s for s, label in zip(scores, labels, strict=True) if label]
    return sum(s > threshold for s in right) / len(right)


Pairs = list[tuple[str, str, bool]]


def read_synthetic(bench: Path) -> Pairs:
    """Read the Chinese full names in several systems."""
    rows = (bench / "names" / "synth.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(a, b, label == "1") for a, b, label, _ in (row.split("\t") for row in rows)]


def read_pairs(bench: Path, *, persons: bool) -> Pairs:
    """Read the labelled pairs of persons, or of everything."""
    rows = (bench / "name_pairs" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        (row["text_a"], row["text_b"], row["label"] == "same")
        for row in map(json.loads, rows)
        if not persons or row["schema"] == "Person"
    ]


def metrics() -> dict[str, Score]:
    """Return our scores and the baselines by name."""
    found: dict[str, Score] = {
        "discrepancy": score_names,
        "rapidfuzz Jaro-Winkler": lambda a, b: JaroWinkler.similarity(fold(a), fold(b)),
        "rapidfuzz OSA": lambda a, b: OSA.normalized_similarity(fold(a), fold(b)),
        "rapidfuzz WRatio": lambda a, b: fuzz.WRatio(fold(a), fold(b)),
    }
    if find_spec("jellyfish"):
        import jellyfish  # type: ignore[import-not-found, unused-ignore]

        found["jellyfish Jaro-Winkler"] = lambda a, b: jellyfish.jaro_winkler_similarity(fold(a), fold(b))
    return found


def print_pairs(title: str, pairs: Pairs) -> None:
    """Print one row per metric: area, best F1 and recall at 1 and 5 % false."""
    labels = [label for _, _, label in pairs]
    print(f"\n{title}: {len(pairs)} pairs, {sum(labels)} same")
    print(f"{'':24}{'AUC':>7}{'F1':>7}{'R@1%':>7}{'R@5%':>7}{'pairs/s':>10}")
    for name, score in metrics().items():
        begin = time.process_time()
        scores = [score(a, b) for a, b, _ in pairs]
        speed = len(pairs) / max(time.process_time() - begin, 1e-9)
        row = (
            area(scores, labels),
            best_f1(scores, labels)[0],
            *(recall_at(scores, labels, s) for s in (0.01, 0.05)),
        )
        print(f"{name:24}" + "".join(f"{value:7.3f}" for value in row) + f"{speed:10.0f}")


def print_top_one(bench: Path) -> None:
    """Print the top-1 accuracy of sound alone in casts of 30 and pools of 1,000."""
    print(
        f"\nback-transliterated words, top 1{'':6}"
        + "".join(f"{name[:7]:>9}" for name in LANGUAGES)
        + f"{'mean':>9}"
    )
    scores: dict[str, Score] = {"sound": sounds_like, "rapidfuzz OSA": OSA.normalized_similarity}
    for size in (CAST, POOL):
        for name, score in scores.items():
            begin = time.process_time()
            shares = top_one(bench, score, size)
            seconds = time.process_time() - begin
            mean = sum(shares.values()) / len(shares)
            print(f"{name:20} of {size:<12}" + "".join(f"{s:9.3f}" for s in shares.values()) + f"{mean:9.3f}"
                  f"{len(shares) * QUERIES * size / seconds:10.0f}/s")  # fmt: skip


def print_one_word() -> None:
    """Print the sound evidence of one much garbled word against its readings and against others."""
    near, far = ("keane", "chen", "chin", "chin", "tsin", "kin"), ("wang", "cohen", "kim", "li", "xi")
    bits = {word: sounds_like("qin", word) for word in (*near, *far)}
    print("\nqin: " + ", ".join(f"{word} {value:+.1f}" for word, value in bits.items()))
    print(f"margin {min(bits[word] for word in near) - max(bits[word] for word in far):+.1f} bits")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", help="folder of the sets")
    bench = find_bench(parser.parse_args().bench)
    print_pairs("persons", read_pairs(bench, persons=True))
    print_pairs("persons, companies, ships", read_pairs(bench, persons=False))
    print_pairs("Chinese full names", read_synthetic(bench))
    print_top_one(bench)
    print_one_word()


if __name__ == "__main__":
    main()
