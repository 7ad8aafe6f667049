"""The places and venues that an event is told with: behind its prepositions, or before "where"."""

import re
from collections.abc import Iterator, Sequence

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.place_names import PlaceNames
from discrepancy.graph.venues import Venue, find_venues
from discrepancy.graph.venues import prepositions as venue_prepositions
from discrepancy.language import word_set
from discrepancy.model.text import Passage

__all__ = ["Shown", "shown_places"]

# The last words before a place, and how far behind its event a place may stand ("..., the ministry said").
LEAD, BEHIND = 40, 40
WORD = re.compile(r"[A-Za-zÀ-ÿ’']+")
BREAK = re.compile(r"[.!?:;\n]")
# "the square before the town hall, where ...": how far before "where" the place may begin, and end.
BEFORE_WHERE, AT_WHERE = 70, 3
LOCATIVE = re.compile(r"\b(?:in|at|to|of|from|near)\s$")
WHERE = re.compile(r"\s*,?\s*where\b")


@attrs.frozen(eq=False)
class Shown:
    """The places of an event by their ids, its venues, and the words of both."""

    places: frozenset[str]
    venues: tuple[Venue, ...]
    passages: tuple[Passage, ...]


def shown_places(
    graph: ClaimGraph, names: PlaceNames, frame: Frame, inner: Sequence[Passage], *, happening: str
) -> Shown | None:
    """The places and venues of an event; ``None`` where it has none, or is only near one."""
    is_origin = happening.startswith("from=") or happening in word_set(
        "whereabouts", "origins_of", "happenings"
    )
    wanted = venue_prepositions("from" if is_origin else "at")
    if happening in word_set("whereabouts", "outdoors", "happenings"):
        wanted |= venue_prepositions("near")
    named = list(named_places(graph, names, frame, inner, is_origin=is_origin))
    if "=" in happening:  # what stands behind may belong to the next verb
        named = [row for row in named if row[0].start < frame.claim.passage.end]
    venues = list(venues_of(graph, frame, inner, wanted))
    before = before_where(graph, names, frame)
    if before is not None:
        named += [(p, i, False) for p, i in before[0]]
        venues += before[1]
    if all(near for _, _, near in named) and not venues:
        return None
    return Shown(
        frozenset(i for _, i, _ in named),
        tuple(venues),
        tuple([p for p, _, _ in named] + [v.passage for v in venues]),
    )


def named_places(
    graph: ClaimGraph, names: PlaceNames, frame: Frame, inner: Sequence[Passage], *, is_origin: bool
) -> Iterator[tuple[Passage, str, bool]]:
    """The places in the clause of an event, or right behind it, whose preposition puts the event there."""
    passage = frame.claim.passage
    text = graph.by_id[frame.document].text
    found = False
    for place, entity in names.between(frame.document, passage.start, passage.end + BEHIND):
        if BREAK.search(text[passage.end : place.start]):
            break
        if is_inside(passage, inner, place.start):
            continue
        lead = [w.lower() for w in WORD.findall(text[max(passage.start, place.start - LEAD) : place.start])]
        known = prepositions_before(lead)
        kind = kind_of(known[0]) if known else ""
        if kind == "from" and is_origin and known[0] == "from":
            kind = "at"
        elif kind == "at" and is_origin and known[0] in {"to", "into", "towards"}:
            kind = "from"
        if kind in {"at", "near"}:
            yield place, entity, kind == "near"
            found = True
        elif found and not lead:
            yield place, entity, False


def prepositions_before(lead: Sequence[str]) -> list[str]:
    """The prepositions before a place, the nearest first; "in the town of Arle" is "in"."""
    found = [i for i, word in enumerate(lead) if is_preposition(word)]
    nouns = word_set("whereabouts", "geography", "nouns")
    if found and found[-1] > 0 and lead[found[-1]] == "of" and lead[found[-1] - 1] in nouns:
        found.pop()
    return [lead[i] for i in reversed(found)]


def is_inside(passage: Passage, inner: Sequence[Passage], at: int) -> bool:
    """Whether a place stands in a clause of its own within the clause of the event."""
    return any(encloses(passage, verb) and verb.start <= at < verb.end for verb in inner)


def venues_of(
    graph: ClaimGraph, frame: Frame, inner: Sequence[Passage], wanted: frozenset[str]
) -> Iterator[Venue]:
    """The venues in the clause of an event behind one of the prepositions."""
    passage = frame.claim.passage
    text = graph.by_id[frame.document].text
    for venue in find_venues(frame.document, text, passage.start, passage.end):
        if venue.preposition in wanted and not is_inside(passage, inner, venue.passage.start):
            yield venue


def before_where(
    graph: ClaimGraph, names: PlaceNames, frame: Frame
) -> tuple[list[tuple[Passage, str]], list[Venue]] | None:
    """The place that a clause with "where" hangs on: "the village of Arle, where the roof fell in"."""
    text = graph.by_id[frame.document].text
    start = frame.claim.passage.start
    match = WHERE.match(text, start) or WHERE.match(text, max(0, start - len("where ")))
    if match is None:
        return None
    end = len(text[:start].rstrip().rstrip(","))
    low = max(0, start - BEFORE_WHERE)
    broken = [m.end() for m in BREAK.finditer(text, low, end)]
    low = broken[-1] if broken else low
    named = [(p, i) for p, i in names.between(frame.document, low, end) if end - p.end <= AT_WHERE]
    named += [
        (p, i)
        for p, i in names.unknown.get(frame.document, [])
        if low <= p.start and 0 <= end - p.end <= AT_WHERE and LOCATIVE.search(text, low, p.start)
    ]
    venues = [
        v
        for v in find_venues(frame.document, text, low, end)
        if end - v.passage.end <= BEHIND and v.preposition not in venue_prepositions("near")
    ]
    return named, venues[-1:]


def encloses(outer: Passage, inner: Passage) -> bool:
    """Whether a clause stands within another one, behind its beginning."""
    return outer.start < inner.start and inner.end <= outer.end


def kind_of(word: str) -> str:
    """How a preposition places a happening: at, near, or from."""
    return next(
        kind for kind in ("at", "near", "from") if word in word_set("whereabouts", "prepositions", kind)
    )


def is_preposition(word: str) -> bool:
    """Whether a word says how a place belongs to what is told."""
    return any(word in word_set("whereabouts", "prepositions", kind) for kind in ("at", "from", "near"))
