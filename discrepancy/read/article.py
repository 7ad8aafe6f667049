"""An article as it was handed over, before its layout is read."""

import re
from datetime import date

import attrs

from discrepancy.errors import InputError

__all__ = ["MAX_ARTICLE_CHARACTERS", "Article", "check_text"]

# The longest newspaper pieces have some 150,000 characters; more than this is a dump, not an article.
MAX_ARTICLE_CHARACTERS = 5_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]")


@attrs.frozen(kw_only=True)
class Article:
    """The text of one article and what was said about it beside the text.

    ``path`` and ``line`` say where it came from, for errors; what is not known is empty or ``None``.
    """

    id: str
    text: str
    outlet: str = ""
    title: str = ""
    published: date | None = None
    url: str | None = None
    path: str | None = None
    line: int | None = None


def check_text(article: Article) -> None:
    """Raise :class:`InputError` unless the text can be an article: words, no binary, not a dump."""
    problem = _problem(article.text)
    if problem:
        raise InputError(problem, path=article.path, line=article.line)


def _problem(text: str) -> str | None:
    if len(text) > MAX_ARTICLE_CHARACTERS:
        return f"is longer than {MAX_ARTICLE_CHARACTERS:,} characters; give one article a file"
    if "\0" in text:
        return "holds NUL characters: it is not text; save the article as UTF-8 text"
    broken = _SURROGATE.search(text)
    if broken:
        return f"holds half a surrogate pair at character {broken.start()}; save the article as UTF-8 text"
    if not _WORD.search(text):
        return "has no words" if text.strip() else "is empty"
    return None
