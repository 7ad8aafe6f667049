"""Jobs, service ranks and offices told by what somebody does: "who ran her campaign", "for the defence"."""

import re
from collections.abc import Iterator
from functools import cache

from discrepancy.graph.holders import (
    ADDRESS,
    AFTER,
    BEFORE,
    BODY,
    ENDED,
    WORD,
    Found,
    is_passing,
    owner_of,
)
from discrepancy.language import load_words, word_set
from discrepancy.values.jobs import job_in, read_service
from discrepancy.values.names_offices import is_modifier
from discrepancy.values.offices import Office, read_office

__all__ = ["callings_at"]

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our"})
# "Ana Berg, who has run her campaign": what somebody leads.
LEADING = re.compile(
    r"""\s*,\s*who\s+(?:has\s+|is\s+)?(?P<verb>\w+)\s+
        (?:the|a|an|his|her|their|its|[\w-]+['’]s?)\s+(?:[\w-]+\s+){0,2}?(?P<what>\w+)\b
        (?:\s+(?:at|for|of|in)\s+(?:the\s+)?(?:institute\s+|university\s+)?(?P<body>[A-Z][\w'’&-]*(?:\s+[A-Z][\w'’&-]*)*))?""",
    re.VERBOSE,
)
# "For the defence, Ana Berg said"; "Ana Berg, for the prosecution, said"; "Ana Berg, defending, said".
SIDE_BEFORE = re.compile(r"(?:^|[.!?\n\"”]\s*)For\s+the\s+(?P<side>\w+)\s*,\s*$")
SIDE_AFTER = re.compile(
    r"""\s*,\s*(?:
          (?:who\s+(?:is|was)\s+)?(?:appearing\s+|acting\s+|representing\s+|speaking\s+)?
          (?:counsel\s+|lawyer\s+|solicitor\s+|barrister\s+|attorney\s+|advocate\s+)?
          (?:for\s+)?the\s+(?P<side>\w+)
        )\s*[,.]""",
    re.VERBOSE,
)

# "Ana Berg, who is defending him"; "Ana Berg, who was not involved in the study".
DEED = re.compile(
    r"""\s*,\s*(?:(?:who|and)\s+)?(?:(?:is|was|has\s+been)\s+)?
        (?P<deed>defends|defending|defended|prosecutes|prosecuting|prosecuted
          |(?:not\s+involved\s+in|not\s+part\s+of|did\s+not\s+take\s+part\s+in)(?=\s+(?:the|this)\s+(?:study|research|trial|work|paper)\b))
        (?=\s+(?:him|her|them|the|this|[A-Z])|\s*,)""",
    re.VERBOSE,
)


def callings_at(text: str, start: int, end: int) -> Iterator[Found]:
    """The jobs and ranks beside a name, and the offices that are told by a deed."""
    yield from before_name(text, start, end)
    yield from behind_name(text, start, end)
    yield from led_by(text, start, end)
    yield from sides_at(text, start, end)
    yield from deeds_at(text, start, end)


def before_name(text: str, start: int, end: int) -> Iterator[Found]:
    """The job or rank that stands before a name: "mechanic Ana Berg", "the vet, Ana Berg", "Colonel Berg"."""
    window = BEFORE.search(text, max(0, start - 80), start)
    if window is None:
        return
    lead = ADDRESS.sub("", window.group().rstrip().rstrip(",").rstrip() + " ").rstrip()
    comma = window.group().rstrip().endswith(",")
    words = list(WORD.finditer(lead.rstrip(",")))
    plain = [w.group() for w in words]
    opens = len(words) == 1 or (plain[-2:-1] and plain[-2].lower() in DETERMINERS)
    found = job_in(plain, at_end=True)
    if found is not None and (plain[-1].islower() or opens):
        size, office = found
        before = plain[:-size]
        if is_past_job(before) or (comma and not is_apposition(text, before, end)):
            return
        place = window.start() + words[-size].start()
        yield office, owner_of(before[-1]) if before else None, (place, end)
    elif not comma:
        yield from service_before(plain, window.start(), words, end)


def service_before(plain: list[str], at: int, words: list[re.Match[str]], end: int) -> Iterator[Found]:
    """The rank in the forces or the police that stands before a name, with a capital."""
    for size in (3, 2, 1):
        part = plain[-size:]
        if len(part) < size or not part[0][:1].isupper():
            continue
        office = read_service(" ".join(part))
        before = plain[-size - 1] if len(plain) > size else ""
        if office is not None:
            known = before[:1].isupper() and (is_modifier(before) or read_office(f"{before} {part[0]}"))
            if not known and not is_passing([before.lower()]):
                yield office, None, (at + words[-size].start(), end)
            return


def is_apposition(text: str, before: list[str], end: int) -> bool:
    """Whether a job with a comma behind it explains the name, and is not the member of a list before it."""
    owned = bool(before) and (before[-1].lower() in DETERMINERS or before[-1].endswith(("'s", "’s")))
    inner = len(before) > 1 and before[-2].lower() in DETERMINERS
    behind = text[end : end + 6]
    return (owned or inner) and behind[:1] in {",", "."} and not behind.startswith(", and")


def is_past_job(before: list[str]) -> bool:
    """Whether the words before a job make it a pastime, a beginning or a thing of the past."""
    words = [part for word in before[-3:] for part in (word.lower(), *word.lower().split("-"))]
    return any(w in word_set("jobs", "passing", "words") for w in words) or is_passing(words)


def behind_name(text: str, start: int, end: int) -> Iterator[Found]:
    """The job that stands behind a name: "Ana Berg, a mechanic whom the firm sends along"."""
    match = AFTER.match(text, end, end + 180)
    if match is None:
        return
    words = list(WORD.finditer(match.group("title")))
    found = job_in([w.group() for w in words], at_end=False)
    if found is None:
        return
    size, office = found
    stop = match.start("title") + words[size - 1].end()
    around = WORD.findall(text[match.start() : stop].lower())
    rest = [w.group() for w in words[size : size + 2]]
    if is_past_job(around[:-1]) or ENDED.match(text, stop) or rest[:1] == ["and"]:
        return
    body = BODY.match(text, stop)
    yield office, body.group("body") if body else None, (start, stop)


@cache
def led_verbs() -> frozenset[str]:
    """The verbs that say that somebody leads something."""
    return frozenset(load_words("offices")["led"]["verbs"])


def led_by(text: str, start: int, end: int) -> Iterator[Found]:
    """The office of one who leads a campaign, an inquiry, a study."""
    match = LEADING.match(text, end, end + 180)
    if match is None or match.group("verb") not in led_verbs():
        return
    post = load_words("offices")["led"].get(match.group("what"))
    if isinstance(post, str):
        yield Office(post=post), match.group("body"), (start, match.end())


def deeds_at(text: str, start: int, end: int) -> Iterator[Found]:
    """The office that is told by what somebody does, or has no part in."""
    match = DEED.match(text, end, end + 120)
    if match is not None:
        post = load_words("offices")["deeds"][" ".join(match.group("deed").split())]
        yield Office(post=post), None, (start, match.end())


def sides_at(text: str, start: int, end: int) -> Iterator[Found]:
    """The advocate's office by the side that he speaks for."""
    sides: dict[str, str] = load_words("offices")["sides"]
    before = SIDE_BEFORE.search(text, max(0, start - 40), start)
    if before is not None and before.group("side") in sides:
        yield Office(post=sides[before.group("side")]), None, (before.start("side"), end)
    behind = SIDE_AFTER.match(text, end, end + 80)
    if behind is not None and behind.group("side") in sides:
        yield Office(post=sides[behind.group("side")]), None, (start, behind.end("side"))
