"""Articles in JSON and JSON Lines, under the names that scrapers and standards give to their parts."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from discrepancy.errors import InputError
from discrepancy.read.article import Article
from discrepancy.read.dates import read_given_date

__all__ = ["Shelf", "articles_from_json", "articles_from_lines"]

# Our own names, then those of trafilatura, newspaper4k, news-please, Fundus, schema.org, ninjs and NewsAPI.
_TEXT = ("text", "maintext", "articleBody", "plaintext", "body_text", "raw_text", "content", "body")
_TITLE = ("title", "headline")
_PUBLISHED = (
    "published", "date", "publish_date", "publishing_date", "published_at", "publishedAt", "date_publish",
    "datePublished", "pubDate", "versioncreated", "versionCreated", "display_date",
)  # fmt: skip
_OUTLET = (
    "outlet", "source-hostname", "sitename", "site_name", "meta_site_name", "publisher", "source",
    "source_domain", "hostname",
)  # fmt: skip
_URL = ("url", "link", "canonical_url", "source")
_ID = ("id", "@id", "uri", "guid")
_LISTS = ("articles", "documents", "items", "results", "@graph")


@attrs.frozen(kw_only=True)
class Shelf:
    """The file that records come from: its path for errors, its stem for the ids of records without one."""

    path: str
    stem: str


def articles_from_json(text: str, shelf: Shelf, *, optional: bool = False) -> Iterator[Article | InputError]:
    """Give the article, or the list of articles, of a JSON file; raise :class:`InputError` on bad JSON.

    An ``optional`` file, one that only lies in the same directory, may hold something else and gives none.
    """
    try:
        value = _parse(text)
    except (ValueError, RecursionError) as error:
        raise InputError(*_bad_json(error), path=shelf.path, line=getattr(error, "lineno", None)) from None
    records, single = _records(value)
    if optional and not any(isinstance(record, dict) and _first(record, _TEXT) for record in records):
        return
    if not records:
        raise InputError("holds no article: want an object with a text, or a list of them", path=shelf.path)
    for n, record in enumerate(records, 1):
        try:
            article = _article(record, shelf, "" if single else f"-{n}")
            yield article if single else attrs.evolve(article, number=n)
        except InputError as error:
            where = "" if single else f"article {n}: "
            yield InputError(where + error.message, path=shelf.path)


def articles_from_lines(text: str, shelf: Shelf) -> Iterator[Article | InputError]:
    """Give one article for each line of JSON Lines that is not blank."""
    number = 0
    for line, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        number += 1
        try:
            article = _article(_parse(row), shelf, f"-{number}")
            yield attrs.evolve(article, line=line)
        except (ValueError, RecursionError) as error:
            yield InputError(*_bad_json(error), path=shelf.path, line=line)
        except InputError as error:
            yield InputError(error.message, path=shelf.path, line=line)
    if not number:
        raise InputError("holds no article: want a JSON object with a text in each line", path=shelf.path)


def _parse(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; two texts under one key would leave it open which of them was meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f'an object has the key "{twice}" twice')
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number in JSON")


def _records(value: Any) -> tuple[list[Any], bool]:
    if isinstance(value, list):
        return value, False
    if isinstance(value, dict) and _first(value, _TEXT) is None:
        for key in _LISTS:
            if isinstance(value.get(key), list):
                return value[key], False
    return [value], True


def _article(record: Any, shelf: Shelf, suffix: str) -> Article:
    if not isinstance(record, dict):
        raise InputError(f"is {_kind(record)}, want an object")
    return Article(
        id=_id(record) or f"{shelf.stem}{suffix}",
        text=_text(record),
        outlet=_outlet(record),
        title=_string(record, _TITLE).strip(),
        published=_published(record),
        url=_url(record),
        path=shelf.path,
    )


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((key for key in keys if record.get(key) not in (None, "")), None)


def _text(record: dict[str, Any]) -> str:
    if _first(record, _TEXT) is None:
        raise InputError(f"has no text; want it under {', '.join(_TEXT[:-1])} or {_TEXT[-1]}")
    return _string(record, _TEXT)


def _string(record: dict[str, Any], keys: tuple[str, ...]) -> str:
    key = _first(record, keys)
    value = record[key] if key else ""
    if not isinstance(value, str):
        raise InputError(f'"{key}" is {_kind(value)}, want a string')
    return value


def _outlet(record: dict[str, Any]) -> str:
    for key in _OUTLET:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if value is None or (isinstance(value, str) and _is_address(value)):
            continue
        if not isinstance(value, str):
            raise InputError(f'"{key}" is {_kind(value)}, want a string')
        return value.strip()
    return ""


def _url(record: dict[str, Any]) -> str | None:
    for key in _URL:
        value = record.get(key)
        if isinstance(value, str) and (key != "source" or _is_address(value)):
            return value or None
        if value is not None and key != "source":
            raise InputError(f'"{key}" is {_kind(value)}, want a string')
    return None


def _id(record: dict[str, Any]) -> str | None:
    key = _first(record, _ID)
    if key is None:
        return None
    value = record[key]
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f'"{key}" is {_kind(value)}, want a string')
    return str(value).strip() or None


def _published(record: dict[str, Any]) -> date | None:
    key = _first(record, _PUBLISHED)
    value = _string(record, _PUBLISHED).strip()
    if not value:
        return None
    found = read_given_date(value)
    if found is None:
        raise InputError(f'{key} = "{value}" is not a date (want YYYY-MM-DD)')
    return found


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _bad_json(error: Exception) -> tuple[str]:
    if isinstance(error, json.JSONDecodeError):
        return (f"is not valid JSON: {error.msg} (column {error.colno})",)
    reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return (f"is not valid JSON: {reason}",)
