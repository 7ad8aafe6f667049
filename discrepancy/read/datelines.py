"""The lines that say when, where and by whom an article was written."""

import re
from functools import cache

from discrepancy.language import load_words
from discrepancy.read.dates import find_dates, find_dates_and_times
from discrepancy.read.phrases import any_of, bare

__all__ = ["dateline_length", "is_byline", "is_date_line", "is_name"]

_LONGEST = 180
_LONGEST_BYLINE = 120
# A date line names a paper, a place, a writer; more words make it a sentence.
_MOST_NAMES = 6

_SEPARATOR = re.compile(r"[|•·–—,;:/()\[\]<>]+|\s-+\s|\s{2,}|\.\s|\.$|\ue000")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|&")


def is_date_line(line: str, *, outlet: str = "") -> bool:
    """Tell whether a line is made of the date of publication and what goes with it.

    The part with the date may hold "published on" and its like alone; the other parts may be names of papers,
    places and writers.  "Born 3 May 1931; died 14 February 2024" is none.
    """
    if len(line) > _LONGEST or not any(c.isdigit() for c in line):
        return False
    dates = find_dates(line)
    if not dates and not _is_update(line):
        return False
    rest = line
    spans = sorted(find_dates_and_times(line), reverse=True)
    for start, end in spans:
        rest = f"{rest[:start]}\ue001{rest[end:]}"
    if outlet:
        rest = re.sub(re.escape(outlet), "\ue000", rest, flags=re.IGNORECASE)
    return all(_is_harmless(part) for part in _SEPARATOR.split(rest))


def is_byline(line: str) -> bool:
    """Tell whether a line names the writer: "By Nelson T., Porto", "Our correspondent"."""
    if len(line) > _LONGEST_BYLINE or line.endswith((".”", '."')):
        return False
    words = bare(line)
    if _by_begins().match(words) or _by_holds().search(line.casefold()):
        return not line.endswith(".") or len(line) < 60
    return (
        bool(_by_name().match(line))
        and not find_dates(line[:40])[:1]
        or bool(_by_name().match(line) and is_date_line(line))
    )


def is_name(line: str) -> bool:
    """Tell whether a line has two to four words that are all written as names."""
    words = line.split()
    return 2 <= len(words) <= 4 and all(re.fullmatch(r"[A-ZÀ-Þ][\w'’-]*\.?", word) for word in words)


def dateline_length(paragraph: str) -> int:
    """Return the length of "PORTO, Portugal, April 27 (Trackwire) -" and the white space after it, or 0."""
    match = _prefix().match(paragraph[:160])
    if not match:
        return 0
    place = match["place"]
    if place and not (match["date"] or match["agency"]) and (place != place.upper() or match["region"]):
        return 0
    return match.end() if place or match["agency"] else 0


def _is_update(line: str) -> bool:
    """ "Updated 5:14 PM" has no day, but is a date line all the same."""
    return bool(_labels().match(bare(line))) and bool(find_dates_and_times(line))


def _is_harmless(part: str) -> bool:
    words = _WORD.findall(part)
    if "\ue001" in part:
        return all(word.casefold().rstrip(".") in _around() for word in words)
    unknown = [word for word in words if word.casefold().rstrip(".") not in _around()]
    capital = all(word[0].isupper() or word in _particles() for word in unknown)
    return capital and len(unknown) <= _MOST_NAMES


@cache
def _around() -> frozenset[str]:
    calendar = load_words("calendar")
    return frozenset(load_words("datelines")["around"]) | frozenset(calendar["weekdays"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(load_words("datelines")["particles"])


@cache
def _labels() -> re.Pattern[str]:
    words = load_words("datelines")
    return re.compile(rf"(?:{any_of(words['publishing'] + words['updating'])})\b")


@cache
def _by_begins() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load_words('datelines')['byline_begins'])})(?!\w)")


@cache
def _by_holds() -> re.Pattern[str]:
    return re.compile(any_of(load_words("datelines")["byline_holds"]))


@cache
def _by_name() -> re.Pattern[str]:
    """ "By Nelson T.", "By A. Name and B. Name in Porto", "By Kalina S., political editor"."""
    calendar = load_words("calendar")
    no_name = any_of(word.capitalize() for word in (*calendar["months"], *calendar["weekdays"]))
    return re.compile(
        rf"""
        (?:By|BY) \s (?!(?:{no_name})\b)
        (?: [A-ZÀ-Þ][\w'’.-]* | d[aeiou]s?(?=\s) | v[ao]n(?=\s) | de[rln](?=\s) ) (?: \s (?: [A-ZÀ-Þ][\w'’.-]* | d[aeiou]s?(?=\s) | v[ao]n(?=\s) | de[rln](?=\s) ) ){{0,5}}
        (?: \s? (?: , | [|•·–—/-] | \s and \s | \s in \s | \s for \s | \s with \s ) .{{0,80}} )? $
        """,
        re.VERBOSE,
    )


@cache
def _prefix() -> re.Pattern[str]:
    """The habit of the wire services: place, region, day, agency, dash."""
    calendar = load_words("calendar")
    months = any_of(
        sorted({w.capitalize() for w in calendar["months"]} | {w.upper() for w in calendar["months"]})
    )
    return re.compile(
        rf"""
        (?: (?P<place> [A-ZÀ-Þ][\w.'’-]*(?:[\s/](?:[A-ZÀ-Þ][\w.'’-]*|d[aeo]s?|de[rln]|la|le|el)){{0,4}} )
            (?P<region> (?: ,\s(?!(?:{months})\b)[A-ZÀ-Þ][\w.'’-]* (?:\s[A-ZÀ-Þ][\w.'’-]*){{0,3}} ){{0,2}} )
            (?P<date> ,?\s (?: (?:{months})\.?\s\d{{1,2}} | \d{{1,2}}\.?\s(?:{months})\.? ) (?:,?\s\d{{4}})? )?
            \s? )?
        (?P<agency> [(\[][A-ZÀ-Þ][^()\[\]]{{1,50}}[)\]] )?
        \s?(?: -{{1,2}} | [–—] )\s+ (?=\S)
        """,
        re.VERBOSE,
    )
