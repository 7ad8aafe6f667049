"""The page in a real browser: Chromium at ``DISCREPANCY_CHROMIUM``, else /usr/bin/chromium; skipped without one."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from discrepancy import Report, check, read_documents

from .test_as_html import hostile_report

api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

ROOT = Path(__file__).parents[2]
CHROMIUM = Path(os.environ.get("DISCREPANCY_CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
IS_SEEN = """(element) => {
    const box = element.getBoundingClientRect();
    const text = element.closest(".text");
    const frame = text ? text.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    const top = Math.max(0, frame.top), bottom = Math.min(innerHeight, frame.bottom);
    return box.bottom > top && box.top < bottom && box.right > 0 && box.left < innerWidth;
}"""
IS_NEAR_THE_TOP = """(element) => {
    const top = element.getBoundingClientRect().top;
    return top > 0 && top < innerHeight / 2;
}"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no Chromium at {CHROMIUM}")

Page = Any
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report() -> Report:
    with contextlib.chdir(ROOT):
        return check(read_documents(["seeds"]))


@pytest.fixture(scope="module")
def path(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(report.to_html(), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser: Any, path: Path) -> Iterator[OpenPage]:
    """Open the page; at the end nothing was loaded, said on the console or asked."""
    with contextlib.ExitStack() as stack:
        heard: list[str] = []

        def open_one(file: Path = path, *, width: int = 1280, **options: Any) -> Page:
            context = browser.new_context(viewport={"width": width, "height": 900}, **options)
            stack.callback(context.close)
            page = context.new_page()
            page.on("console", lambda message: heard.append(message.text))
            page.on("pageerror", lambda error: heard.append(str(error)))
            page.on("dialog", lambda dialog: heard.append(dialog.message))
            page.on(
                "request", lambda r: heard.append(r.url) if not r.url.startswith(("file:", "data:")) else None
            )
            page.goto(file.as_uri())
            return page

        yield open_one
        assert heard == []


def wait_for(locator: Any, condition: str) -> None:
    """Wait until an element meets a condition: the page needs some frames to land where a link leads."""
    locator.page.wait_for_function(condition, arg=locator.element_handle())


def shown(page: Page) -> list[int]:
    """The numbers of the findings that the overview shows, in its order."""
    cells = page.locator("#triage-table tbody tr:visible td.number").all_text_contents()
    return [int(cell) for cell in cells]


def test_page_opens_without_a_word_on_the_console(open_page: OpenPage, report: Report) -> None:
    page = open_page()

    assert page.title() == "9 discrepancies in 5 articles"
    assert shown(page) == list(range(1, len(report.discrepancies) + 1))


def test_overview_is_filtered(open_page: OpenPage, report: Report) -> None:
    page = open_page()
    everything = shown(page)
    minor = [n for n, d in enumerate(report.discrepancies, 1) if d.severity.value == "minor"]
    lengths = [n for n, d in enumerate(report.discrepancies, 1) if d.kind.value == "duration"]

    page.get_by_label("Severity", exact=True).select_option("minor")
    assert shown(page) == minor
    assert page.get_by_role("status").text_content() == f"{len(minor)} of {len(everything)} shown"
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == everything
    page.get_by_label("Kind", exact=True).select_option("duration")
    assert shown(page) == lengths
    page.get_by_label("Outlet", exact=True).select_option(label="Straits Business Journal")
    assert shown(page) == lengths[:1]
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Words").fill("caption PICTURE")
    assert shown(page) == [2]
    page.get_by_label("Words").fill("no such word")
    assert shown(page) == []


def test_overview_is_sorted_with_the_keyboard(open_page: OpenPage, report: Report) -> None:
    page = open_page()
    kinds = [d.kind.value for d in report.discrepancies]

    button = page.get_by_role("button", name="Kind")
    button.focus()
    page.keyboard.press("Enter")
    assert shown(page) == sorted(range(1, len(kinds) + 1), key=lambda n: (kinds[n - 1], n))
    assert page.locator("th[data-sort=kind]").get_attribute("aria-sort") == "ascending"
    assert page.locator("th[data-sort=number]").get_attribute("aria-sort") is None
    page.get_by_role("button", name="No.").click()
    page.get_by_role("button", name="No.").click()
    assert shown(page) == list(range(len(kinds), 0, -1))
    assert page.locator("th[data-sort=number]").get_attribute("aria-sort") == "descending"


@pytest.mark.parametrize("options", [{}, {"width": 390}, {"java_script_enabled": False}], ids=str)
def test_links_lead_to_the_article_and_back(open_page: OpenPage, options: dict[str, Any]) -> None:
    page = open_page(**options)
    evidence = page.locator(".finding blockquote").nth(9)
    words = evidence.locator("mark").text_content()

    evidence.locator("mark a").click()
    mark = page.locator(":target")
    assert mark.evaluate("(e) => e.tagName") == "MARK"
    assert words.startswith(mark.evaluate("(e) => e.firstChild.textContent"))
    wait_for(mark, IS_SEEN)
    page.locator(f'sup.back a[href="#{evidence.get_attribute("id")}"]').click()
    assert page.locator(":target").get_attribute("id") == evidence.get_attribute("id")
    wait_for(page.locator(":target"), IS_SEEN)


def test_every_section_is_reached(open_page: OpenPage) -> None:
    page = open_page()

    for link in page.get_by_role("navigation", name="Sections").get_by_role("link").all():
        link.click()
        wait_for(page.locator(":target h2"), IS_NEAR_THE_TOP)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_links_of_a_long_page_land_where_they_lead(
    open_page: OpenPage, report: Report, tmp_path: Path, scripts: bool
) -> None:
    told = [attrs.evolve(d, subject=f"{d.subject} {n}") for n in range(8) for d in report.discrepancies]
    file = tmp_path / "long.html"
    file.write_text(attrs.evolve(report, discrepancies=tuple(told)).to_html(), encoding="utf-8")
    page = open_page(file, java_script_enabled=scripts)

    for name in ("Who says what", "Articles", "Timeline", "Claim graph"):
        page.get_by_role("navigation", name="Sections").get_by_role("link", name=name).click()
        wait_for(page.locator(":target h2"), IS_NEAR_THE_TOP)
    page.locator("#triage-table .what a").last.click()
    wait_for(page.locator(":target h3"), IS_NEAR_THE_TOP)


def test_first_stop_of_the_keyboard_skips_to_the_findings(open_page: OpenPage) -> None:
    page = open_page()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "findings"


def test_articles_line_up_on_a_finding(open_page: OpenPage, report: Report) -> None:
    page = open_page()
    third = report.discrepancies[2]

    page.get_by_label("Line the articles up on").select_option("3")
    assert page.locator(".article:visible").count() == len({d for p in third.positions for d in p.documents})
    assert page.locator("mark.met").count() == sum(len(p.evidence) for p in third.positions)
    page.evaluate("document.querySelector('.columns').scrollIntoView()")
    for mark in page.locator("mark.met").all():
        wait_for(mark, IS_SEEN)
    page.get_by_label("Line the articles up on").select_option("")
    assert page.locator(".article:visible").count() == len(report.documents)


def test_link_into_an_article_that_is_put_away_shows_it(open_page: OpenPage, report: Report) -> None:
    page = open_page()

    page.get_by_label("Line the articles up on").select_option("3")
    page.locator(".finding").first.locator("mark a").first.click()
    assert page.locator(".article:visible").count() == len(report.documents)
    wait_for(page.locator(":target"), IS_SEEN)


def test_colours_follow_the_system_and_the_reader(open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"

    dark = page.evaluate(ground)
    page.get_by_label("Colours").select_option("light")
    light = page.evaluate(ground)
    assert light != dark
    page.get_by_label("Colours").select_option("dark")
    assert page.evaluate(ground) == dark
    assert open_page(color_scheme="light").evaluate(ground) == light


def test_page_works_without_scripts(open_page: OpenPage, report: Report) -> None:
    page = open_page(java_script_enabled=False)

    assert shown(page) == list(range(1, len(report.discrepancies) + 1))
    assert page.locator(".finding:visible").count() == len(report.discrepancies)
    assert page.locator(".article:visible").count() == len(report.documents)
    assert page.locator("form:visible, button:visible, select:visible").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_no_serious_fault(open_page: OpenPage, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
    page = open_page(width=width, color_scheme=scheme)

    faults = axe.Axe().run(page).response["violations"]
    serious = [fault for fault in faults if fault["impact"] in {"serious", "critical"}]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in serious] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1600])
def test_page_is_as_wide_as_the_window(open_page: OpenPage, width: int) -> None:
    assert open_page(width=width).evaluate(OVERFLOW) == 0


def test_print_shows_everything_and_no_tools(open_page: OpenPage) -> None:
    page = open_page()
    page.emulate_media(media="print", color_scheme="dark")

    assert page.locator("nav:visible, form:visible, .theme:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    cut = "[...document.querySelectorAll('.text')].filter((e) => e.scrollHeight > e.clientHeight + 1).length"
    assert page.evaluate(cut) == 0


def test_hostile_articles_do_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(hostile_report().to_html(), encoding="utf-8")

    for width in (390, 1280):
        page = open_page(file, width=width)
        assert page.evaluate(OVERFLOW) == 0
        assert page.locator("script").count() == page.locator("style").count() == 1
        assert page.locator("main img, main script, main style").count() == 0
