"""A saved web page to an article; nothing in the page is run or fetched."""

from datetime import date
from pathlib import Path

from discrepancy.errors import InputError
from discrepancy.language import load_words
from discrepancy.read.article import Article
from discrepancy.read.captions import is_caption
from discrepancy.read.dates import read_given_date
from discrepancy.read.page_body import Body, find_body
from discrepancy.read.page_bytes import decode_page
from discrepancy.read.page_facts import Facts, find_facts, inner_text, tidy
from discrepancy.read.page_lines import class_words
from discrepancy.read.page_tree import Page, parse_page, walk

__all__ = ["article_from_page"]

# Text of this length between two tags is a sentence of the article, not a label above it.
_PARAGRAPH = 60


def article_from_page(raw: bytes, *, path: Path) -> Article:
    """Return the article of a saved page: its text as extracted, and what the page says of it.

    The text is found by trafilatura where that is installed (the extra ``html``), else by a plain reader.  It
    begins with the headline; what stands under a picture is marked as a caption.  Raises :class:`InputError`
    where the page has no article.
    """
    markup = decode_page(raw, path=path)
    try:
        page = parse_page(markup)
    except InputError as error:
        raise InputError(error.message, path=path) from None
    facts = find_facts(page, markup)
    body = find_body(page, facts.title)
    paragraphs = _paragraphs(body, facts)
    if not paragraphs:
        raise InputError("no article was found in this page; save its text as .txt", path=path)
    text = "\n\n".join([facts.title, *paragraphs] if facts.title else paragraphs)
    published = facts.published or _day_in_time(page, body)
    return Article(
        id=path.stem,
        text=text + "\n",
        outlet=facts.outlet,
        title=facts.title,
        published=published,
        url=facts.url,
        path=str(path),
        is_extracted=True,
    )


def _paragraphs(body: Body, facts: Facts) -> list[str]:
    """Return the lines of the article, captions marked; the text in JSON-LD where the page shows none."""
    lines = [_marked(line.text) if line.is_caption else line.text for line in body.lines]
    if any(not line.is_caption for line in body.lines):
        return lines
    return [line for part in facts.body.split("\n") if (line := tidy(part))] + lines


def _marked(caption: str) -> str:
    """Return a caption so that it is read as one."""
    mark: str = load_words("pages")["caption_mark"]
    return caption if is_caption(caption) else f"{mark} {caption}"


def _day_in_time(page: Page, body: Body) -> date | None:
    """Return the day of the ``<time>`` that is named as that of publication, or stands above the text."""
    words = frozenset(load_words("pages")["published"])
    scope = body.scope or page.root
    begun = False
    texts = {line.text for line in body.lines if not line.is_caption}
    for part in walk(scope):
        if isinstance(part, str):
            begun = begun or (len(part) > _PARAGRAPH and any(tidy(part) in text for text in texts))
        elif part[1] and part[0].tag == "time":
            given = part[0].attributes
            if "pubdate" in given or words & class_words(part[0]) or not begun:
                day = read_given_date(given.get("datetime") or inner_text(part[0]))
                if day:
                    return day
    return None
