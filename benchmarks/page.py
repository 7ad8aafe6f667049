"""Measure how long the page of a large report takes to make and to open.

    python benchmarks/page.py [PATH] [--articles 20] [--findings 100] [--runs 5]        default: seeds/

The articles are made of those at PATH as in ``speed.py``, each round another story of the same shape.  Where they
give fewer findings than asked for, these are told again under other subjects, with the same evidence: the page
has as many sections, rows, marks and links as that many findings give it.  The page is opened from a file by a
Chromium without a window (``DISCREPANCY_CHROMIUM``, else /usr/bin/chromium); "painted" is the first contentful
paint, "loaded" the end of the load event, both counted by the browser from the start of the navigation; "worked"
is the processor time of the page's own thread until then, which other work on the machine disturbs little.
"""

import argparse
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
from playwright.sync_api import Browser, sync_playwright
from speed import SEEDS, multiply

from discrepancy import Discrepancy, Report, check, read_documents

CHROMIUM = os.environ.get("DISCREPANCY_CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
TIMES = """() => ({
    loaded: performance.getEntriesByType("navigation")[0].loadEventEnd,
    painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    elements: document.querySelectorAll("*").length,
})"""


def again(findings: Sequence[Discrepancy], count: int) -> Iterator[Discrepancy]:
    """Yield that many findings, told again under other subjects once they are used up."""
    rounds = itertools.count()
    told = (
        attrs.evolve(d, subject=f"{d.subject} ({n})" if n else d.subject) for n in rounds for d in findings
    )
    return itertools.islice(told, count)


def measure(browser: Browser, path: Path) -> dict[str, float]:
    """Open a page once, in a context of its own, and return what the browser says."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri())
    metrics = {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    times: dict[str, float] = page.evaluate(TIMES)
    context.close()
    return times | {"worked": 1000 * metrics["TaskDuration"]}


def large_report(path: Path, articles: int, findings: int) -> Report:
    """Return a report with that many articles and findings."""
    report = check(multiply(read_documents([path]), articles, together=False))
    return attrs.evolve(report, discrepancies=tuple(again(report.discrepancies, findings)))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--findings", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    report = large_report(options.path, options.articles, options.findings)
    report.to_html()  # the templates are compiled once
    start = time.perf_counter()
    text = report.to_html()
    made = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        path = Path(place, "report.html")
        path.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        runs = [measure(browser, path) for _ in range(options.runs)]
        browser.close()
    print(f"{len(report.documents)} articles, {len(report.discrepancies)} findings, {len(text) / 1e6:.2f} MB")
    print(f"made      {made:.2f} s")
    for key in ("painted", "loaded", "worked"):
        times = sorted(run[key] / 1000 for run in runs)
        print(
            f"{key:9} {statistics.median(times):.2f} s ({times[0]:.2f} to {times[-1]:.2f}, {len(times)} runs)"
        )
    print(f"elements  {runs[0]['elements']:.0f}")


if __name__ == "__main__":
    main()
