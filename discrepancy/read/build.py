"""An article to a document: the one place that all ways of reading lead through."""

import hashlib
from datetime import date, datetime

from discrepancy.errors import InputError
from discrepancy.model.text import Document, PublishedFrom
from discrepancy.read.article import Article, check_article
from discrepancy.read.layout import read_layout
from discrepancy.read.publication import publication_date

__all__ = ["build_document", "document_from_text"]


def build_document(article: Article) -> Document:
    """Return the document of an article: its blocks, headline and day of publication.

    What was given beside the text goes before what the text says.  Raises :class:`InputError` for a text that
    cannot be an article.
    """
    check_article(article)
    layout = read_layout(article.text, title=article.title, outlet=article.outlet)
    published, published_from = _publication(article, layout.date_lines)
    return Document(
        id=article.id,
        text=article.text,
        outlet=article.outlet,
        title=layout.title,
        published=published,
        published_from=published_from,
        path=article.path,
        url=article.url,
        blocks=layout.blocks,
        is_extracted=article.is_extracted,
    )


def document_from_text(
    text: str,
    *,
    id: str | None = None,
    outlet: str = "",
    title: str = "",
    published: date | str | None = None,
    url: str | None = None,
) -> Document:
    """Return the document of an article that is at hand as a string; its offsets count that very string.

    ``published`` is a date or "YYYY-MM-DD"; anything else raises :class:`InputError`.  Without an ``id`` it
    gets one that is made from the text, the same every time.
    """
    if not isinstance(text, str):
        raise InputError(f"the text is of type {type(text).__name__}, want a string")
    return build_document(
        Article(
            id=_id_of(text) if id is None else id,
            text=text,
            outlet=outlet,
            title=title,
            published=_as_date(published),
            url=url,
        )
    )


def _publication(article: Article, date_lines: tuple[str, ...]) -> tuple[date | None, PublishedFrom]:
    if article.published:
        return article.published, "manifest"
    published = publication_date(article.text, date_lines)
    return published, "text" if published else "unknown"


def _as_date(published: date | str | None) -> date | None:
    if isinstance(published, datetime):
        return published.date()
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published.strip())
    except ValueError:
        raise InputError(f'published = "{published}" is not a date (want YYYY-MM-DD)') from None


def _id_of(text: str) -> str:
    digest = hashlib.blake2b(text.encode("utf-8", errors="replace"), digest_size=4)
    return f"text-{digest.hexdigest()}"
