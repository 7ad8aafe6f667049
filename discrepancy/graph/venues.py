"""Venues: where in a town or a building something happens, by common nouns ("the loading bay")."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.text import Passage

__all__ = ["Venue", "all_apart", "find_venues"]

LEVELS = ("rooms", "buildings", "open")
# What one venue may be said to belong to: "the hall of the old power station".
DEEPEST = 3


@attrs.frozen
class Spot:
    """A venue at one level: its sort, and the words that tell it from others of its sort."""

    sort: str
    names: frozenset[str]
    words: frozenset[str]


@attrs.frozen
class Venue:
    """Where something happens: at most one room, one building and one open place, each with its words."""

    passage: Passage
    spots: tuple[tuple[str, Spot], ...]
    preposition: str

    @property
    def label(self) -> str:
        """The words of the venue on one line, without preposition."""
        return " ".join(self.passage.quote.split())


@cache
def sorts() -> dict[str, tuple[str, str]]:
    """The level and sort of each noun for a venue."""
    return {
        word: (level, sort)
        for level in LEVELS
        for sort, line in load_words("venues")[level].items()
        for word in split_words(line)
    }


@cache
def phrase() -> str:
    """A noun phrase whose head is a venue, with the name behind it."""
    heads = "|".join(sorted((re.escape(w) for w in sorts()), key=len, reverse=True))
    return rf"""
        (?:(?:the|a|an|its|his|her|their|this|that|what\s+was\s+the)\s+)?
        (?P<mods>(?:[\w’'-]+\s+){{0,4}}?)
        (?P<head>(?i:{heads}))\b(?!-)
        (?P<name>(?:\s+(?:de\s+(?:la\s+)?|du\s+|St\s+)?[A-ZÀ-Ý][\w’'-]+)*)
        """


@cache
def opening() -> re.Pattern[str]:
    """A preposition of place with a venue behind it."""
    words = [w for kind in ("at", "from", "near") for w in prepositions(kind)]
    known = "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True)).replace(r"\ ", r"\s+")
    return re.compile(rf"\b(?P<preposition>(?i:{known}))\s+(?=(?P<whole>{phrase()}))", re.VERBOSE)


@cache
def further() -> re.Pattern[str]:
    """What a venue is said to belong to."""
    return re.compile(rf"\s+(?:of|at|in|inside|within)\s+(?P<whole>{phrase()})", re.VERBOSE)


def prepositions(kind: str) -> frozenset[str]:
    """The prepositions of one kind: at, from, near."""
    return word_set("venues", "prepositions", kind)


def find_venues(document: str, text: str, start: int, end: int) -> Iterator[Venue]:
    """The venues in a stretch of a text that stand behind a preposition of place."""
    at = start
    while (match := opening().search(text, at, end)) is not None:
        at = match.end()
        first = spot_of(match)
        if first is None:
            continue
        spots = [first]
        stop = match.end("whole")
        while len(spots) < DEEPEST and (more := further().match(text, stop)) is not None:
            inner = spot_of(more)
            if inner is None or inner[0] in {level for level, _ in spots}:
                break
            spots.append(inner)
            stop = more.end("whole")
        at = stop
        begin = match.start("whole")
        yield Venue(
            Passage(document, begin, stop, text[begin:stop]),
            tuple(spots),
            " ".join(match.group("preposition").lower().split()),
        )


def spot_of(match: re.Match[str]) -> tuple[str, Spot] | None:
    """The level and spot of a noun phrase; ``None`` where its words are no noun phrase."""
    mods = match.group("mods").split()
    if any(m.lower() in word_set("venues", "plain", "stops") or m.endswith("ly") for m in mods):
        return None
    head = " ".join(match.group("head").lower().split())
    level, sort = sorts()[head]
    names = {w.lower() for w in (*mods, *match.group("name").split()) if w[:1].isupper()}
    if match.group("name") and not match.group("head")[:1].isupper() and level != "open":
        names -= {w.lower() for w in match.group("name").split()}
    words = {w.lower() for w in mods if w[:1].islower() and not w.endswith(("'s", "’s"))}
    first = head.rpartition(" ")[0]
    words |= {first} if first and sort in {"school", "hall"} else set()
    plain = word_set("venues", "plain", "words")
    return level, Spot(sort, frozenset(names - plain), frozenset(words - plain))


def all_apart(left: Sequence[Venue], right: Sequence[Venue]) -> bool:
    """Whether what two tellings say of a venue excludes each other: two rooms, two buildings, a square and a barn.

    A room and a building say nothing against each other: the one may lie in the other.
    """
    one, other = by_level(left), by_level(right)
    shared = one.keys() & other.keys()
    if shared:
        return any(all(spots_apart(a, b) for a in one[level] for b in other[level]) for level in shared)
    return bool(one and other) and all(
        "open" in {level, second} and levels_apart(a, b, {level, second})
        for level, row in one.items()
        for second, others in other.items()
        for a in row
        for b in others
    )


def by_level(venues: Sequence[Venue]) -> dict[str, list[Spot]]:
    """The rooms, the buildings and the open places of a telling."""
    found: dict[str, list[Spot]] = {}
    for level, spot in (pair for venue in venues for pair in venue.spots):
        found.setdefault(level, []).append(spot)
    return found


def spots_apart(left: Spot, right: Spot) -> bool:
    """Whether two spots of one level are two: of two sorts, or of one sort with two names."""
    if left.sort != right.sort:
        bare = any(s.sort == "hall" and not s.words and not s.names for s in (left, right))
        return not bare and frozenset({left.sort, right.sort}) not in neighbours()
    if left.names and right.names:
        return not left.names & right.names
    return bool(left.words and right.words) and not (left.names or right.names or left.words & right.words)


@cache
def neighbours() -> frozenset[frozenset[str]]:
    """The sorts that can be one venue, or of which one lies in the other."""
    return frozenset(frozenset(pair.split()) for pair in word_set("venues", "near", "pairs"))


def levels_apart(left: Spot, right: Spot, levels: set[str]) -> bool:
    """Whether an open place and a building or room exclude each other."""
    outside, inside = (left, right) if left.sort in load_words("venues")["open"] else (right, left)
    if "rooms" in levels:
        return inside.sort not in {"courtyard", "roof", "cloister"} and bool(inside.words or inside.names)
    beside = split_words(load_words("venues")["beside"].get(outside.sort, ""))
    return inside.sort not in beside and not (inside.names | inside.words) & (outside.names | outside.words)
