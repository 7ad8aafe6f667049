"""Measures times, quantities and names beside other libraries on the same data with the same judgement.

    python benchmarks/values.py --bench PATH [--timebank PATH]

PATH (or the variable DISCREPANCY_BENCH) holds ``wikiwars``, ``recognizers``, ``name_pairs``, ``names``,
``ecbplus``, ``rte3``, ``rtequant`` and ``nanco``; none is part of the project.  A library that is not installed
has a row that says so (``pip install ".[benchmarks]"``).  Samples are drawn with a fixed seed.
"""

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import names
import timex
import values_data as data
import values_peers as peers

from discrepancy.mentions import find_quantities, find_times
from discrepancy.values import Relation, compare_names, parse_name

SEED = 20
HISTORIES = 3  # of the 22, for the slow libraries and again for ours
QUERIES = 25  # for each language, in pools of 1,000
SENTENCES = 500  # of the recognizers' labels at most, for every library
SETS = ("wikiwars", "recognizers", "name_pairs", "names", "ecbplus", "rte3", "rtequant", "nanco")
Row = tuple[str, ...]


def main() -> int:
    """Print every table, or say which set is missing."""
    options = _read_arguments()
    missing = [name for name in SETS if not (Path(options.bench or "") / name).is_dir()]
    if not options.bench or missing:
        print(
            f"no {', '.join(missing or SETS)} here: give --bench PATH or set DISCREPANCY_BENCH",
            file=sys.stderr,
        )
        return 2
    bench = Path(options.bench)
    readers = {peer: peers.load_reader(peer) for peer in peers.PEERS}
    bare = _start("pass")
    print_articles(bench, bare)
    print_histories(bench, readers, options.timebank)
    print_sentences(bench, readers, bare)
    print_names(bench, bare)
    return 0


def _read_arguments() -> argparse.Namespace:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--bench", default=os.environ.get("DISCREPANCY_BENCH"), help="folder of the sets")
    parser.add_argument("--timebank", type=Path, help="folder of TimeML files (*.tml)")
    return parser.parse_args()


def print_table(title: str, head: Row, rows: Iterable[Row]) -> None:
    """Print a table in Markdown."""
    print(f"\n{title}\n")
    print("| " + " | ".join(head) + " |")
    print("|---" * len(head) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def tokens(text: str) -> int:
    """Count the words and marks of a text."""
    return len(re.findall(r"\w+|[^\w\s]", text))


def _start(code: str) -> float:
    """CPU milliseconds of a new Python that runs this code: the best of three."""
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if run.returncode:
            return float("nan")
    return min(spent) * 1000


def _no(title: str, columns: int) -> Row:
    return (title, "not installed", *("" for _ in range(columns - 2)))


class _Time(NamedTuple):
    start: int
    end: int
    type: str
    value: str


def _as_times(found: list[data.Found]) -> list[_Time]:
    """What another library found, as TIMEX3."""
    times = []
    for one in found:
        reading = next((r for r in one.readings if r.timex), None)
        if reading is not None:
            times.append(_Time(one.start, one.end, _type(reading.timex), _settled(reading)))
    return times


def _type(value: str) -> str:
    return "DURATION" if value.startswith("P") and "_" not in value else "TIME" if "T" in value else "DATE"


def _settled(reading: data.Reading) -> str:
    """The TIMEX3 value with what is left open filled from the first reading."""
    if reading.start is None or not ("X" in reading.timex or reading.timex.startswith("(")):
        return reading.timex
    whole = reading.start.isoformat()
    return whole[:10] if "T" not in reading.timex or "W" in reading.timex else whole[:16]


def print_histories(bench: Path, readers: dict[Any, Any], timebank: Path | None) -> None:
    """Print the scores on WikiWars, and on TimeML where it is given."""
    articles = list(timex.read_wikiwars(bench / "wikiwars"))
    sample = random.Random(SEED).sample(articles, HISTORIES)
    rows = [_history_row("discrepancy, all 22", timex.score(articles, narrative=True))]
    rows.append(_history_row(f"discrepancy, {HISTORIES}", timex.score(sample, narrative=True)))
    for peer, read in readers.items():
        if peer.title in ("recognizers-text", "dateparser"):
            title = f"{peer.title}, {HISTORIES}"
            rows.append(_history_row(title, _score_peer(sample, peer.title)) if read else _no(title, 5))
    head = ("library, histories", "expressions", "relaxed F1", "value F1", "tokens per CPU second")
    print_table("WikiWars", head, rows)
    if timebank is not None:
        found = timex.score(list(timex.read_timeml(timebank)), narrative=False)
        print_table(timebank.name, head, [_history_row("discrepancy", found)])


def _history_row(title: str, found: dict[str, float]) -> Row:
    shares = (f"{found[name]:.3f}" for name in ("relaxed_F1", "value_F1"))
    return (title, f"{found['gold']:.0f}", *shares, f"{found['tokens_per_cpu_second']:,.0f}")


def _score_peer(articles: list[timex.Article], title: str) -> dict[str, float]:
    """Score another library paragraph by paragraph, by the same counting."""
    read = peers.times_reader(title)
    counts = dict.fromkeys(("gold", "found", "strict", "relaxed", "type", "value"), 0)
    begin = time.process_time()
    results = [_by_paragraph(article, read) for article in articles]
    seconds = time.process_time() - begin
    for article, mentions in zip(articles, results, strict=True):
        timex._count(article, mentions, counts, [])
    speed = sum(tokens(article.text) for article in articles) / seconds
    return {**timex._f1(counts), "tokens_per_cpu_second": speed}


def _by_paragraph(article: timex.Article, read: peers.Reader) -> list[_Time]:
    day = timex._day(article.published)
    return [
        one._replace(start=one.start + piece.start(), end=one.end + piece.start())
        for piece in re.finditer(r"[^\n]+", article.text)
        for one in _as_times(read(piece[0], day))
    ]


def print_sentences(bench: Path, readers: dict[Any, Any], bare: float) -> None:
    """Print the scores on the recognizers' sentences and on the project's news phrases."""
    cases, left_out = data.read_cases(bench)
    cases = random.Random(SEED).sample(cases, min(SENTENCES, len(cases)))
    phrases = data.load_phrases()
    texts = {case.text: case.reference for case in cases}
    kinds = Counter("times" if case.is_time else "numbers" for case in cases)
    rows = []
    for peer, read in readers.items():
        if read is None:
            rows.append(_no(peer.title, 6))
            continue
        read("It lasted 3 hours.", None)  # load what is loaded late
        begin = time.process_time()
        found = {text: read(text, day) for text, day in texts.items()}
        speed = sum(map(tokens, texts)) / (time.process_time() - begin)
        right = Counter[str]()
        for case in cases:
            span, value = data.is_right(case, found[case.text])
            kind = "times" if case.is_time else "numbers"
            right.update({f"{kind} span": span, f"{kind} value": value})
        shares = [
            f"{right[f'{kind} span'] / kinds[kind]:.3f} / {right[f'{kind} value'] / kinds[kind]:.3f}"
            if getattr(peer, f"reads_{kind}")
            else "–"
            for kind in ("times", "numbers")
        ]
        both = f"{(right['times value'] + right['numbers value']) / len(cases):.3f}"
        news = _news(peer, read, phrases) if peer.reads_numbers else "–"
        start = f"{_start(peer.start) - bare:.0f}"
        rows.append((peer.title, *shares, both, news, f"{speed:,.0f}", start))
    print_table(
        f"Sentences of the recognizers' specs: {kinds['times']} times and {kinds['numbers']} numbers (left out: "
        f"{', '.join(f'{count} {reason}' for reason, count in sorted(left_out.items()))}); "
        f"{len(phrases.load_phrases())} news phrases",
        ("library", "times: span / span and value", "numbers: the same", "both, value", "news phrases",
         "tokens per CPU second", "import, ms"), rows,
    )  # fmt: skip


def _news(peer: Any, read: peers.Reader, phrases: Any) -> str:
    """Share of the news phrases with the right value and unit (for us also what is counted, and bounds)."""
    cases = phrases.load_phrases()
    if peer.title == "discrepancy":
        found = [(case, phrases.find_phrase(case)) for case in cases]
        value = sum(phrases.is_value_right(case, one) for case, one in found)
        full = sum(
            phrases.is_value_right(c, one) and one and phrases.is_bound_right(c, one) for c, one in found
        )
        return f"{value / len(cases):.3f}, with bounds {full / len(cases):.3f}"
    return f"{sum(peers.is_phrase_right(case, read) for case in cases) / len(cases):.3f}"


def print_names(bench: Path, bare: float) -> None:
    """Print the scores on pairs of names, and on single words that were garbled by machine."""
    persons, synthetic = names.read_pairs(bench, persons=True), names.read_synthetic(bench)
    chains = data.read_chains(bench)
    rows = []
    for title, (start, score) in peers.name_scores().items():
        if score is None:
            rows.append(_no(title, 8))
            continue
        begin = time.process_time()
        scored = [_area(pairs, score) for pairs in (persons, synthetic, chains)]
        speed = (len(persons) + len(synthetic) + len(chains)) / (time.process_time() - begin)
        (area, f1), (synth, _), (chain, _) = scored
        word = peers.WORD_SCORES.get(title)
        tops = (_top(bench, word, names.CAST), _top(bench, word, names.POOL)) if word else ("–", "–")
        started = f"{_start(start) - bare:.0f}"
        rows.append(
            (title, f"{area:.3f} / {f1:.3f}", f"{synth:.3f}", f"{chain:.3f}", *tops, f"{speed:,.0f}", started)
        )
    print_table(
        f"Names: {len(persons)} pairs of persons, {len(synthetic)} Chinese full names, {len(chains)} pairs of ECB+ "
        f"chains; garbled words, top 1 ({names.QUERIES} words a language of 30, {QUERIES} of 1,000)",
        ("score", "persons AUC / F1", "Chinese AUC", "chains AUC", "top 1 of 30", "of 1,000",
         "pairs per CPU second", "import, ms"), rows,
    )  # fmt: skip
    _print_chains(chains)


def _area(pairs: names.Pairs, score: names.Score) -> tuple[float, float]:
    labels = [label for _, _, label in pairs]
    scores = [score(one, two) for one, two, _ in pairs]
    return names.area(scores, labels), names.best_f1(scores, labels)[0]


def _top(bench: Path, score: Callable[[str, str], float], size: int) -> str:
    queries = names.QUERIES
    names.QUERIES = QUERIES if size == names.POOL else queries
    try:
        shares = names.top_one(bench, score, size)
    finally:
        names.QUERIES = queries
    return f"{sum(shares.values()) / len(shares):.3f}"


def _print_chains(chains: names.Pairs) -> None:
    same = {Relation.SAME, Relation.COMPATIBLE}
    judged = [(compare_names(parse_name(a), parse_name(b)).relation, label) for a, b, label in chains]
    alike = [relation in same for relation, label in judged if label]
    apart = [relation is Relation.CONFLICTING for relation, label in judged if not label]
    print(f"\nECB+ chains: one person judged same or variant {sum(alike)} of {len(alike)} "
          f"({sum(alike) / len(alike):.1%}); two persons of one article judged other {sum(apart)} of {len(apart)} "
          f"({sum(apart) / len(apart):.1%})")  # fmt: skip
    for (one, two, label), (relation, _) in zip(chains, judged, strict=True):
        if label != (relation in same) or (not label and relation is not Relation.CONFLICTING):
            print(f"  {'one' if label else 'two'}: {one} | {two} judged {relation.name}")


def print_articles(bench: Path, bare: float) -> None:
    """Print the speed of times and quantities together on news, and what the imports cost."""
    texts = data.read_articles(bench)
    begin = time.process_time()
    for text in texts:
        find_times(text, None)
        find_quantities(text)
    speed = sum(map(tokens, texts)) / (time.process_time() - begin)
    print(f"\ntimes and quantities of {len(texts)} ECB+ articles: {speed:,.0f} tokens per CPU second")
    for code in (
        "import discrepancy.mentions",
        "import discrepancy.values",
        "from discrepancy.mentions import find_names, find_quantities, find_quotes, find_times",
        "from discrepancy.values import compare_names, compare_quantities, compare_times",
    ):
        print(f"{code}: {_start(code) - bare:.0f} ms over bare Python")


if __name__ == "__main__":
    sys.exit(main())
