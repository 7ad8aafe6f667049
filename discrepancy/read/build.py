"""An article to a document: the one place that all ways of reading lead through."""

from datetime import date

from discrepancy.model.text import Document, PublishedFrom
from discrepancy.read.article import Article, check_text
from discrepancy.read.layout import read_layout
from discrepancy.read.publication import publication_date

__all__ = ["build_document", "document_from_text"]


def build_document(article: Article) -> Document:
    """Return the document of an article: its blocks, headline and day of publication.

    What was given beside the text goes before what the text says.  Raises :class:`InputError` for a text that
    cannot be an article.
    """
    check_text(article)
    layout = read_layout(article.text, title=article.title, outlet=article.outlet)
    published, published_from = article.published, "manifest"
    if published is None:
        published = publication_date(article.text, layout.date_lines)
        published_from = "text" if published else "unknown"
    source: PublishedFrom = published_from  # type: ignore[assignment]
    return Document(
        id=article.id,
        text=article.text,
        outlet=article.outlet,
        title=layout.title,
        published=published,
        published_from=source,
        path=article.path,
        url=article.url,
        blocks=layout.blocks,
    )


def document_from_text(
    text: str,
    *,
    id: str | None = None,
    outlet: str = "",
    title: str = "",
    published: date | None = None,
    url: str | None = None,
) -> Document:
    """Return the document of an article that is at hand as a string; its offsets count that very string."""
    return build_document(
        Article(id=id or "text", text=text, outlet=outlet, title=title, published=published, url=url)
    )
