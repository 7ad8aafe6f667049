"""The lines that say when, where and by whom an article was written."""

import re
from functools import cache

from discrepancy.language import load_words
from discrepancy.read.dates import find_dates, find_dates_and_times
from discrepancy.read.paragraphs import is_prose
from discrepancy.read.phrases import any_of, bare, phrases

__all__ = ["dateline_length", "is_byline", "is_date_line", "is_name", "unknown_words"]

_LONGEST = 180
_LONGEST_BYLINE = 140
# The words of "PORTO, Portugal, April 27 (Trackwire) -" stand within these characters.
_LONGEST_PREFIX = 160
# The name of a paper, a place or a writer has so many words at most; more make a sentence.
_MOST_NAMES = 5
_SHORT = 5

# An item of a list, "-- May 2024", is no date line.
_BULLETS = "-–—•*·"

# Stand-ins for what was taken off a line; the first also parts it.
_OUTLET, _DATE = "\ue000", "\ue001"

_SEPARATOR = re.compile(r"[|•·–—,;:/()\[\]<>]+ | \s-+\s | \s{2,} | \.(?:\s|$) | \ue000", re.VERBOSE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]* | &", re.VERBOSE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]*\.?")


def is_date_line(line: str, *, outlet: str = "") -> bool:
    """Tell whether a line is made of the day of publication and what goes with it.

    The part with the day may hold "published on" and its like alone; the other parts may be the names of
    papers, places and writers.  "Born 3 May 1931; died 14 February 2024" is none.
    "PORTO, April 27 (Trackwire) -" on a line of its own is one too.
    """
    if len(line) > _LONGEST:
        return False
    if dateline_length(line) == len(line):
        return True
    if not (find_dates(line) or _names_no_day(line)):
        return False
    return all(_is_harmless(part) for part in _parts(line, outlet))


def is_byline(line: str) -> bool:
    """Tell whether a line names the writer: "By Nelson T., Porto", "Our correspondent"."""
    if len(line) > _LONGEST_BYLINE:
        return False
    if phrases("datelines", "byline_begins").match(bare(line)) or _whole_byline().fullmatch(bare(line)):
        return not is_prose(line) or line.casefold().startswith(("reporting", "writing", "editing"))
    if phrases("datelines", "byline_holds").search(line.casefold()):
        return not is_prose(line)
    return bool(_by_name().match(line)) and not (line.endswith(".") and len(line.split()) > _SHORT)


def is_name(line: str) -> bool:
    """Tell whether a line has two to four words that are all written as names."""
    words = line.split()
    return 2 <= len(words) <= 4 and all(_NAME.fullmatch(word) for word in words)


def unknown_words(line: str, *, outlet: str = "") -> tuple[str, ...]:
    """Return the words of a date line that are not the date, the outlet, or "published on" and its like."""
    return tuple(w for part in _parts(line, outlet) for w in _WORD.findall(part) if not _is_around(w))


def dateline_length(paragraph: str) -> int:
    """Return the length of "PORTO, Portugal, April 27 (Trackwire) -" and the white space after it, or 0."""
    match = _bracketed().match(paragraph) or _prefix().match(paragraph[:_LONGEST_PREFIX])
    if not match:
        return 0
    found = match.groupdict()
    place = found.get("place")
    if place and not (found["date"] or found["agency"]):
        # "LISBON - The ..." is a habit of agencies; "Lisbon - The ..." is anything.
        return match.end() if place.isupper() and len(place) > 2 else 0
    return match.end() if place or found.get("agency") else 0


def _parts(line: str, outlet: str) -> list[str]:
    for start, end in sorted(find_dates_and_times(line), reverse=True):
        line = f"{line[:start]}{_DATE}{line[end:]}"
    if outlet:
        line = re.sub(re.escape(outlet), _OUTLET, line, flags=re.IGNORECASE)
    return _SEPARATOR.split(line)


def _names_no_day(line: str) -> bool:
    """Tell whether a line has the time of a change ("Updated 5:14 PM") or an issue ("March issue")."""
    labelled = phrases("datelines", "updating").match(bare(line)) and find_dates_and_times(line)
    return bool(labelled) or (line[0] not in _BULLETS and bool(_issue().search(line)))


def _is_harmless(part: str) -> bool:
    words = _WORD.findall(part)
    unknown = [word for word in words if not _is_around(word)]
    if _DATE in part:
        return not unknown
    return len(unknown) <= _MOST_NAMES and all(w[0].isupper() or w in _particles() for w in unknown)


def _is_around(word: str) -> bool:
    return word.casefold().rstrip(".") in _around()


@cache
def _around() -> frozenset[str]:
    return frozenset(load_words("datelines")["around"]) | frozenset(load_words("calendar")["weekdays"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(load_words("datelines")["particles"])


def _calendar_names(*tables: str) -> str:
    names = [name for table in tables for name in load_words("calendar")[table]]
    return any_of({name.capitalize() for name in names} | {name.upper() for name in names})


@cache
def _issue() -> re.Pattern[str]:
    issues = any_of(load_words("datelines")["issues"])
    return re.compile(
        rf"\b(?:{_calendar_names('months')}) \s (?: (?i:{issues}) | (?:19|20)\d\d\b )", re.VERBOSE
    )


@cache
def _whole_byline() -> re.Pattern[str]:
    whole = any_of(load_words("datelines")["byline_whole"])
    return re.compile(rf"(?:{whole}) (?: (?: , | \s in ) \s [^.]{{2,40}} )?", re.VERBOSE)


@cache
def _by_name() -> re.Pattern[str]:
    """The habit of most papers: "By A. Name", "By A. Name and B. Name in Porto", "By A. Name, news editor".

    "By Monday evening" is none.
    """
    name = r"(?: [A-ZÀ-Þ][\w.'’-]* | (?: d[aeiou]s? | de[lrn] | v[ao]n | [ae]l | la | bin | y ) (?=\s) )"
    return re.compile(
        rf"""
        (?: By | BY ) \s (?! (?:{_calendar_names("months", "weekdays")}) \b )
        {name} (?: \s {name} ){{0,5}}
        (?: \s? (?: [,|•·–—/(-] | \b(?: and | in | for | with )\s ) .{{0,90}} )? $
      | by (?: \s {name} ){{2,4}} $
        """,
        re.VERBOSE,
    )


@cache
def _bracketed() -> re.Pattern[str]:
    """The habit of Korean papers: "[Porto=Correspondent A. Name] The ..."."""
    return re.compile(r"(?P<agency> \[ [^\]=\n]{2,30} = [^\]\n]{2,60} \] ) (?: \s+ | $ )", re.VERBOSE)


@cache
def _prefix() -> re.Pattern[str]:
    """The habit of the wire services: place, region, day, agency, dash."""
    months = _calendar_names("months")
    word = r"[A-ZÀ-Þ][\w.'’-]*"
    return re.compile(
        rf"""
        (?:
            (?P<place>
                (?! (?:{months}) \b ) {word}
                (?: [\s/] (?: {word} | d[aeo]s? | de[lrn] | la | le | el ) ){{0,4}}
            )
            (?P<region> (?: , \s (?!(?:{months})\b) {word} (?: \s {word} ){{0,3}} ){{0,2}} )
            (?P<date>
                ,? \s (?: (?:{months})\.? \s \d{{1,2}} | \d{{1,2}} \.? \s (?:{months})\.? )
                (?: ,? \s \d{{4}} )?
            )?
            \s?
          | (?:{months})\.? \s \d{{1,2}} (?: ,? \s \d{{4}} )? \s (?= [(] )    # "April 27 (Trackwire) -"
        )?
        (?P<agency> [(\[] [A-ZÀ-Þ] [^()\[\]]{{1,50}} [)\]] )?
        \s? (?: -{{1,2}} | [–—_] ) (?: \s+ (?= [A-ZÀ-Þ\d"“‘'«€$£] ) | $ )
        """,
        re.VERBOSE,
    )
