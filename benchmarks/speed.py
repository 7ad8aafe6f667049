"""Measure speed, memory, and how the cost of a document grows with the number of documents.

    python benchmarks/speed.py [PATH]                    default: seeds/
    python benchmarks/speed.py --up-to 500 --together    all documents on one story instead of many
    python benchmarks/speed.py --profile 200             where the time of 200 documents goes

Times are CPU seconds of one core, which other work on the machine disturbs little; "wall" is what a user
waits.  Many documents are made of few: each round of the articles at PATH gets other people and other days,
so that it is another story of the same shape.  With ``--together`` only the order of the paragraphs and the
outlets differ, which is the hardest case: everybody tells of everything.
"""

import argparse
import calendar
import cProfile
import os
import pstats
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import attrs

from discrepancy import Document, check, read_documents
from discrepancy.checker import detectors, make_report
from discrepancy.extract import extract
from discrepancy.graph import build_graph
from discrepancy.mentions.gather import Mentions, find_mentions, units_of
from discrepancy.mentions.names import find_names
from discrepancy.parse import parse_all
from discrepancy.read import document_from_text

SEEDS = Path(__file__).parents[1] / "seeds"
SIZES = (5, 10, 25, 50, 100, 250, 500)
# Libraries that share work between cores; they read this when they are loaded, which is at the first parse.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
# Longer than a story is told, so that no two rounds are one story.
WEEKS_APART = 9
Value = TypeVar("Value")
STAGES = ("mentions", "parse", "extract", "resolve and align", "detect")

MONTHS = list(calendar.month_name)[1:]
MONTH_AND_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})(?:, (\d{{4}}))?\b")
POINTED = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})\b")
ONSETS, CORES, CODAS = "bdfghjklmnprstvw", "aeiou", ("n", "l", "r", "s", "nd", "rk", "sk", "th", "rn")


def multiply(documents: Sequence[Document], count: int, *, together: bool) -> list[Document]:
    """Return that many documents, made of the given ones in rounds; the first round is as given."""
    rounds = -(-count // len(documents))
    made = [d for n in range(rounds) for d in one_round(documents, n, together=together)]
    return made[:count]


def one_round(documents: Sequence[Document], number: int, *, together: bool) -> Iterator[Document]:
    """Yield the documents as another story, or as the same story from other outlets."""
    people = {} if together else new_people(documents, number)
    for document in documents:
        text, published = document.text, document.published
        if together:
            text = shuffled(text, number)
        elif number:
            text = redated(renamed(text, people), published, number)
            published = published and published + timedelta(weeks=WEEKS_APART * number)
        yield document_from_text(
            text, id=f"{document.id}-{number}", outlet=f"{document.outlet} {number}", published=published
        )


def new_people(documents: Sequence[Document], number: int) -> dict[str, str]:
    """Map each part of a person's name to another word, the same in all documents."""
    parts = {
        part
        for document in documents
        for mention in find_names(document.text)
        if mention.name.kind == "person"
        for part in mention.name.parts
        if part[:1].isupper() and len(part) > 1
    }
    rng = random.Random(number)
    return {part: invented(rng) for part in sorted(parts)} if number else {}


def invented(rng: random.Random) -> str:
    """Return a word that nobody is called: some millions are possible."""
    syllables = [rng.choice(ONSETS) + rng.choice(CORES) for _ in range(3)]
    return ("".join(syllables) + rng.choice(CODAS)).capitalize()


def renamed(text: str, people: dict[str, str]) -> str:
    """Give the people of a text their other names."""
    if not people:
        return text
    longest_first = sorted(people, key=lambda part: (-len(part), part))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return pattern.sub(lambda found: people[found[0]], text)


def redated(text: str, published: date | None, number: int) -> str:
    """Move the dates of a text by whole weeks, so that its weekdays stay right."""
    year = published.year if published else 2024
    by = timedelta(weeks=WEEKS_APART * number)

    def month_and_day(found: re.Match[str]) -> str:
        moved = date(int(found[3] or year), MONTHS.index(found[1]) + 1, min(int(found[2]), 28)) + by
        return f"{MONTHS[moved.month - 1]} {moved.day}" + (f", {moved.year}" if found[3] else "")

    def pointed(found: re.Match[str]) -> str:
        return (datetime.strptime(found[0], "%d.%m.%Y").date() + by).strftime("%d.%m.%Y")

    return POINTED.sub(pointed, MONTH_AND_DAY.sub(month_and_day, text))


def shuffled(text: str, number: int) -> str:
    """Keep the headline and turn the paragraphs below it round."""
    head, _, body = text.partition("\n")
    paragraphs = body.strip().split("\n")
    turn = number % max(1, len(paragraphs))
    return head + "\n\n" + "\n".join(paragraphs[turn:] + paragraphs[:turn])


def timed_stages(documents: Sequence[Document]) -> dict[str, float]:
    """Return the CPU seconds that each stage of a check takes."""
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Value]) -> Value:
        began = time.process_time()
        value = work()
        seconds[stage] = time.process_time() - began
        return value

    mentions: list[Mentions] = timed("mentions", lambda: [find_mentions(d) for d in documents])
    pairs = [(d, units_of(m)) for d, m in zip(documents, mentions, strict=True)]
    parsed = timed("parse", lambda: parse_all(pairs))
    rows = list(zip(documents, mentions, parsed, strict=True))
    extractions = timed("extract", lambda: [extract(*row) for row in rows])
    graph = timed("resolve and align", lambda: build_graph(documents, extractions))
    found = timed("detect", lambda: [x for detector in detectors() for x in detector.detect(graph)])
    make_report(graph, found)
    return seconds


@attrs.frozen
class Run:
    """What a process of its own took."""

    wall: float
    cpu: float
    megabytes: float


def run(arguments: Sequence[str]) -> Run:
    """Run a Python process to its end."""
    began = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, round(usage.ru_maxrss / unit, 1))


def fastest(arguments: Sequence[str], *, times: int = 3) -> Run:
    """Return the quickest of a few runs."""
    return min((run(arguments) for _ in range(times)), key=lambda r: r.cpu)


def show_start(path: str) -> None:
    """Print what the start of the package and the whole command take."""
    bare, imported = fastest(["-c", "pass"]), fastest(["-c", "import discrepancy"])
    command = fastest(["-m", "discrepancy", "check", path])
    print(f"import discrepancy   {imported.cpu - bare.cpu:6.3f} s beyond Python's own start")
    print(f"discrepancy check    {command.cpu:6.2f} s CPU, {command.wall:.2f} s wall, {command.megabytes} MB")


def show_speed(documents: Sequence[Document]) -> None:
    """Print words a second, with the model loaded."""
    words = sum(d.words for d in documents)
    rows = [timed_stages(documents) for _ in range(5)]
    best = {stage: min(row[stage] for row in rows) for stage in STAGES}
    total = sum(best.values())
    print(f"\n{len(documents)} articles of {words} words, after loading, words a second")
    for stage in STAGES:
        print(f"  {stage:18} {words / best[stage]:9,.0f}   {best[stage] / total:4.0%} of the time")
    print(f"  {'all but parse':18} {words / (total - best['parse']):9,.0f}")
    print(f"  {'all':18} {words / total:9,.0f}")


def show_growth(documents: Sequence[Document], up_to: int, *, together: bool) -> None:
    """Print the cost of a document for growing numbers of them."""
    print(f"\nmilliseconds a document, {'all on one story' if together else 'a story for each round'}")
    print(f"{'documents':>10} {'all':>8}  " + "  ".join(f"{stage:>9.9}" for stage in STAGES))
    for size in (s for s in SIZES if s <= up_to):
        many = multiply(documents, size, together=together)
        seconds = timed_stages(many)
        each = [1000 * seconds[stage] / size for stage in STAGES]
        print(f"{size:10} {sum(each):8.1f}  " + "  ".join(f"{value:9.1f}" for value in each), flush=True)


def show_profile(documents: Sequence[Document]) -> None:
    """Print the functions in which the time goes."""
    check(documents[:1])
    profile = cProfile.Profile()
    profile.runcall(check, documents)
    stats = pstats.Stats(profile)
    stats.sort_stats("tottime").print_stats(25)
    stats.sort_stats("cumtime").print_stats("discrepancy", 40)


def main() -> None:
    """Measure what was asked for, on one core."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("path", nargs="?", default=str(SEEDS), help="articles to measure with")
    parser.add_argument("--up-to", type=int, default=100, help="most documents to grow to (default: 100)")
    parser.add_argument("--together", action="store_true", help="grow one story instead of many")
    parser.add_argument("--profile", type=int, metavar="N", help="profile a check of N documents instead")
    options = parser.parse_args()
    documents = read_documents([options.path])
    if options.profile:
        show_profile(multiply(documents, options.profile, together=options.together))
        return
    show_start(options.path)
    timed_stages(documents)
    show_speed(documents)
    show_growth(documents, options.up_to, together=options.together)


if __name__ == "__main__":
    main()
