"""Make the pictures of the HTML report that the documents show.

    pip install ".[dev]" && python benchmarks/screenshots.py                 writes docs/pictures/*.png

The articles are those of the first story and of seeds/.  Needs a Chromium (``DISCREPANCY_CHROMIUM``, else
/usr/bin/chromium).
"""

import contextlib
import os
import tempfile
from pathlib import Path

import attrs
from playwright.sync_api import Browser, Page, sync_playwright

from discrepancy import check, read_documents

CHROMIUM = os.environ.get("DISCREPANCY_CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
ROOT = Path(__file__).parents[1]
PICTURED = ROOT / "docs" / "pictures"
STORIES = {"bridge": "docs/tutorial/bridge", "visits": "seeds"}


@attrs.frozen(kw_only=True)
class Picture:
    """What a picture shows: the page of a story, from one of its parts on, in a window of a size."""

    name: str
    story: str
    part: str = ""
    wide: int = 1280
    high: int = 800
    scheme: str = "light"


PICTURES = (
    Picture(name="overview", story="bridge"),
    Picture(name="finding", story="bridge", part="findings"),
    Picture(name="articles", story="bridge", part="articles"),
    Picture(name="timeline", story="visits", part="timeline"),
    Picture(name="narrow-dark", story="bridge", part="findings", wide=390, high=780, scheme="dark"),
)


def take(browser: Browser, picture: Picture, page_of: dict[str, Path], target: Path) -> None:
    """Open the page in a window of its own and write what it shows."""
    context = browser.new_context(
        viewport={"width": picture.wide, "height": picture.high},
        color_scheme="dark" if picture.scheme == "dark" else "light",
    )
    page: Page = context.new_page()
    page.goto(page_of[picture.story].as_uri() + (f"#{picture.part}" if picture.part else ""))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)  # parts that are off the screen are laid out when they come near
    page.screenshot(path=target, animations="disabled")
    context.close()


def main() -> None:
    """Write all pictures."""
    PICTURED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(ROOT), sync_playwright() as playwright:
        page_of = {name: Path(place, f"{name}.html") for name in STORIES}
        for name, path in STORIES.items():
            page_of[name].write_text(check(read_documents([path])).to_html(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for picture in PICTURES:
            take(browser, picture, page_of, PICTURED / f"{picture.name}.png")
        browser.close()


if __name__ == "__main__":
    main()
