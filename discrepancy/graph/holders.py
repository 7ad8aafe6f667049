"""Who holds which office by which document: titles beside names, read with their time words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from discrepancy.graph.entities import Entity
from discrepancy.language import load_words
from discrepancy.model.text import Passage
from discrepancy.values.names import Name
from discrepancy.values.names_offices import country_of
from discrepancy.values.offices import Office, office_in, read_office

__all__ = ["Found", "Tenure", "is_passing", "name_span", "offices_at", "owner_of"]

# A title before the name: some words and the forms of address between.
BEFORE = re.compile(r"[^.;:!?\n()\"“”]{0,80}$")
ADDRESS = re.compile(r"(?:\b(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady)\.?\s*)+$", re.IGNORECASE)
# A title behind the name: ", 49, the deputy speaker", ", who is the chief scientist", " is the mayor".
AFTER = re.compile(
    r"""(?P<lead>
          \s*(?:\([^)]{1,20}\)\s*)?[,–—(-]\s*(?:aged?\s+)?(?:\d{1,3}\s*,\s*)?
          (?:who\s+(?:is|serves\s+as|works\s+as|(?:succeeded|replaced)\s+[^,.;]{3,50}?\s+as)\s+)?
        | \s+(?:is|remains)\s+(?=(?:the|a|an|its|his|her|their)\s)
        )
        (?P<owner>(?:the|a|an|its|his|her|their|our)\s+|(?:[\w-]+\s+){0,4}[\w-]+['’]s?\s+)*
        (?P<title>[^.,;:!?\n()\"“”]{3,90})""",
    re.VERBOSE,
)
BODY = re.compile(
    r"\s*(?:of|at|for)\s+(?:the\s+)?(?P<body>[A-Z][\w'’&-]*(?:\s+(?:of\s+|de\s+)?[A-Z][\w'’&-]*)*)"
)
# "until 2019" behind an office; or a name, whose office it is then ("Ana Berg, Mayor Jo Roe").
ENDED = re.compile(r"\s*(?:until|from|in|between)\s+\d{4}")
ANOTHER = re.compile(r"\s+[A-Z]")
# "Ana Berg, a nurse and two farmers": a list, in which the job is somebody else's.
LIST = re.compile(r"\s+and\s+(?:an?|two|three|four|five|six|several|some|\d+)\b")
# "Presidents ", "Presidents Ana Berg of Tolva and ": a title of two people, before the first or the second.
SHARED = re.compile(
    r"""
    (?<![\w-])(?P<title>(?:[\w-]+\s)?[\w-]+)s\s+
    (?P<other>[A-Z][\w'’-]+(?:\s+(?:of\s+)?[A-Z][\w'’-]+){0,5}\s+and\s+)?$
    """,
    re.VERBOSE,
)
ALSO = re.compile(r"(?:\s+of\s+(?:[A-Z][\w'’-]+\s+)+|\s+)and\s+[A-Z]")
WORD = re.compile(r"[\w'’-]+")


@attrs.frozen(kw_only=True, eq=False)
class Tenure:
    """One document's word that a person holds an office; ``body`` is whose it is, where the words tell."""

    person: Entity
    office: Office
    body: str | None
    document: str
    group: int
    passage: Passage


Found = tuple[Office, str | None, tuple[int, int]]


def name_span(name: Name, passage: Passage) -> tuple[int, int]:
    """Where the name itself stands in a passage that may begin with a title."""
    at = passage.quote.find(name.text)
    start = passage.start + max(at, 0)
    return start, start + len(name.text) if at >= 0 else passage.end


def offices_at(text: str, start: int, end: int) -> Iterator[Found]:
    """The offices beside one form of a name."""
    yield from office_before(text, start, end)
    yield from office_shared(text, start, end)
    yield from office_after(text, start, end)


def office_shared(text: str, start: int, end: int) -> Iterator[Found]:
    """The office of two people in the plural: "Presidents Ana Berg of Tolva and Jo Roe of Sund"."""
    before = SHARED.search(text, max(0, start - 120), start)
    beside = before is not None and (before.group("other") is not None or ALSO.match(text, end) is not None)
    office = read_office(before.group("title")) if before is not None and beside else None
    if before is None or office is None:
        return
    lead = text[max(0, before.start() - 30) : before.start()]
    if not is_passing([w.group().lower() for w in WORD.finditer(lead)][-2:]):
        body = BODY.match(text, end)
        yield office, body.group("body") if body else None, (before.start("title"), end)


def office_before(text: str, start: int, end: int) -> Iterator[Found]:
    """The office that stands before a name: "Transport Minister Ana Berg", "the curator, Ana Berg"."""
    window = BEFORE.search(text, max(0, start - 80), start)
    lead = window.group() if window else ""
    lead = ADDRESS.sub("", lead.rstrip().rstrip(",").rstrip() + " ").rstrip().rstrip(",")
    words = list(WORD.finditer(lead))
    for size, office in office_in([w.group() for w in words], at_end=True):
        first = words[-size]
        if lead[words[-1].end() :].strip():
            return
        before = [w.group().lower() for w in words[:-size][-3:]]
        if is_passing(before) or is_passing([w.group().lower() for w in words[-size:]]):
            return
        place = start - (len(window.group()) if window else 0) + first.start()
        owner = words[-size - 1].group() if len(words) > size else ""
        yield office, owner_of(owner), (place, end)


def office_after(text: str, start: int, end: int) -> Iterator[Found]:
    """The office that stands behind a name: "Ana Berg, the deputy speaker"."""
    match = AFTER.match(text, end, end + 180)
    if match is None:
        return
    words = list(WORD.finditer(match.group("title")))
    skipped = 0
    while skipped < 2 and words and words[0].group()[:1].isupper() and not list(leading(words)):
        words, skipped = words[1:], skipped + 1  # "Ana Berg, Boreal chief executive"
    for size, office in leading(words):
        stop = match.start("title") + words[size - 1].end()
        around = text[match.start() : match.start("title")].lower()
        if is_passing(WORD.findall(around)) or is_passing([w.group().lower() for w in words[:size]]):
            return
        if ENDED.match(text, stop) or ANOTHER.match(text, stop):
            return
        if {"a", "an"} & set(around.split()) and LIST.match(text, stop):
            return
        body = BODY.match(text, stop)
        yield office, body.group("body") if body else None, (start, stop)


def leading(words: Sequence[re.Match[str]]) -> Iterator[tuple[int, Office]]:
    """The office with which some words begin."""
    return office_in([w.group() for w in words], at_end=False)


def owner_of(word: str) -> str | None:
    """Whose office it is, by the word before it: a possessive or a country."""
    if word.endswith(("'s", "’s")):
        return country_of(word) or word[:-2]
    return country_of(word) if word[:1].isupper() else None


@cache
def passing() -> frozenset[str]:
    """The words that make an office past or coming."""
    return frozenset(load_words("offices")["passing"])


def is_passing(words: Sequence[str]) -> bool:
    """Whether some words say that an office is not held now."""
    return any(part in passing() for word in words for part in (word, *word.split("-")))
