"""An article as it was handed over, before its layout is read."""

import re
from datetime import date

import attrs

from discrepancy.errors import InputError

__all__ = ["MAX_ARTICLE_CHARACTERS", "Article", "check_article"]

# The longest newspaper pieces have some 150,000 characters; more than this is a dump, not an article.
MAX_ARTICLE_CHARACTERS = 5_000_000

_WORD = re.compile(r"[^\W_]")
# Half a surrogate pair comes from broken JSON escapes and from file names that are no Unicode; no report
# with one could be written.
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f\u2028\u2029\ud800-\udfff]")


@attrs.frozen(kw_only=True)
class Article:
    """The text of one article and what was said about it beside the text.

    ``path``, ``line`` and ``number`` (its place in a list) say where it came from, for errors; what is not
    known is empty or ``None``.  ``is_extracted`` tells that the text is only a part of a web page.
    """

    id: str
    text: str
    outlet: str = ""
    title: str = ""
    published: date | None = None
    url: str | None = None
    path: str | None = None
    line: int | None = None
    number: int | None = None
    is_extracted: bool = False


def check_article(article: Article) -> None:
    """Raise :class:`InputError` unless this can be an article: words, no binary, printable names."""
    problem = _problem_of_text(article.text) or _problem_of_names(article)
    if problem:
        path = article.path and article.path.encode("utf-8", errors="backslashreplace").decode()
        where = f"article {article.number}: " if article.number else ""
        raise InputError(where + problem, path=path, line=article.line)


def _problem_of_text(text: str) -> str | None:
    if len(text) > MAX_ARTICLE_CHARACTERS:
        return f"is longer than {MAX_ARTICLE_CHARACTERS:,} characters; give one article a file"
    if "\0" in text:
        return "holds NUL characters: it is no text; save the article as UTF-8 text"
    broken = _SURROGATE.search(text)
    if broken:
        return f"holds half a surrogate pair at character {broken.start()}; save the article as UTF-8 text"
    if not _WORD.search(text):
        return "has no words" if text.strip() else "is empty"
    return None


def _problem_of_names(article: Article) -> str | None:
    if not article.id.strip():
        return "has an empty id; give it one or leave the id out"
    for name in ("path", "id", "outlet", "title", "url"):
        broken = _UNPRINTABLE.search(getattr(article, name) or "")
        if broken and (name != "title" or "\ud800" <= broken[0] <= "\udfff"):
            return f"its {name} has a character that cannot be printed: {broken[0]!a}"
    return None
