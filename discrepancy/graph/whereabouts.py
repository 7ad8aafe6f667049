"""Where things happened: the named places of happenings that have only one, aligned over documents.

Places that any document names side by side ("a farmhouse outside Arle, in Vonn") belong together and are
never set against each other; a country and a town are of two kinds and are not compared.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import combinations, pairwise

import attrs

from discrepancy.graph.assertions import Assertion, about, find_frames_with_times, same_story
from discrepancy.graph.blocking import split_row
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.comparability import other_speaker
from discrepancy.graph.frames import Frame
from discrepancy.graph.oppositions import time_bits, times_agree, times_conflict
from discrepancy.graph.topics import says
from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Passage

__all__ = ["SAME_HAPPENING", "Displacement", "Whereabouts", "find_displacements"]

# Bits from which two happenings of one kind are taken to be one.
SAME_HAPPENING = 4.0
SAME_LEMMA, ONLY_ONE, SHARED_THING, SHARED_PERSON = 1.0, 2.0, 1.5, 2.5
# The last words before a place, and how far behind its event a place may stand ("..., the ministry said").
LEAD, BEHIND = 40, 40
# Places that stand this near to each other in one sentence belong together.
TOGETHER = 60
BLOCK = 40
WORD = re.compile(r"[A-Za-zÀ-ÿ’']+")


@attrs.frozen(kw_only=True, eq=False)
class Whereabouts:
    """A happening with the places where it was, and the words that show them."""

    assertion: Assertion
    happening: str
    places: frozenset[str]
    passage: Passage

    @property
    def frame(self) -> Frame:
        """The frame of the event."""
        return self.assertion.frame


@attrs.frozen(kw_only=True, eq=False)
class Displacement:
    """Two documents that put one happening in two places."""

    left: Whereabouts
    right: Whereabouts
    bits: float


@attrs.frozen(eq=False)
class PlaceNames:
    """The place names of every document in the order of the text, and which belong together."""

    rows: dict[str, list[tuple[Passage, str]]]
    together: frozenset[frozenset[str]]

    def between(self, document: str, start: int, end: int) -> list[tuple[Passage, str]]:
        """The place names that begin in a span."""
        row = self.rows.get(document, [])
        first = bisect_left(row, start, key=lambda pair: pair[0].start)
        last = bisect_left(row, end, key=lambda pair: pair[0].start)
        return row[first:last]

    def apart(self, left: Set[str], right: Set[str]) -> bool:
        """Whether no place of one side is, or lies beside, a place of the other."""
        return not any(a == b or frozenset({a, b}) in self.together for a in left for b in right)


def place_names(graph: ClaimGraph) -> PlaceNames:
    """Collect the place names of all documents."""
    rows: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
    for entity in graph.cast.entities:
        if entity.kind == "place":
            for _, passage in entity.forms():
                rows[passage.document].append((passage, entity.id))
    together: set[frozenset[str]] = set()
    for document, row in rows.items():
        row.sort(key=lambda pair: (pair[0].start, pair[0].end))
        text = graph.by_id[document].text
        for (one, a), (other, b) in pairwise(row):
            gap = text[one.end : other.start]
            if a != b and len(gap) <= TOGETHER and not re.search(r"[.!?:;\n]", gap):
                together.add(frozenset({a, b}))
    together |= {frozenset(pair) for pair in one_name(graph, rows)}
    return PlaceNames(dict(rows), frozenset(together))


def one_name(graph: ClaimGraph, rows: dict[str, list[tuple[Passage, str]]]) -> Iterator[tuple[str, str]]:
    """Places of which one has all the words of the other's name ("West Main Street", "Main Street")."""
    words: dict[str, frozenset[str]] = {}
    for key in sorted({key for row in rows.values() for _, key in row}):
        entity = graph.entity(key)
        words[key] = frozenset(entity.label.lower().split()) if entity is not None else frozenset()
    holders: dict[str, list[str]] = defaultdict(list)
    for key, parts in words.items():
        for part in parts:
            holders[part].append(key)
    for key, parts in words.items():
        fewest = min((holders[part] for part in parts), key=len, default=[])
        if len(fewest) <= BLOCK:
            yield from ((key, other) for other in fewest if key != other and parts <= words[other])


@cache
def happenings() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """For each predicate the happenings that it tells of, with the further words that it needs."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name, line in load_words("whereabouts")["happenings"].items():
        for part in split_words(line):
            phrase = tuple(part.split())
            table[phrase[0]].append((name, phrase))
    return {lemma: tuple(rows) for lemma, rows in table.items()}


def prepositions(kind: str) -> frozenset[str]:
    """The prepositions of one kind: at, from, near."""
    return word_set("whereabouts", "prepositions", kind)


def find_displacements(graph: ClaimGraph) -> list[Displacement]:
    """The pairs of documents that put one happening in two places, the likeliest of each."""
    names = place_names(graph)
    found: dict[tuple[str, ...], Displacement] = {}
    placed = list(find_whereabouts(graph, names))
    for row in grouped(placed):
        said: dict[str, set[str]] = defaultdict(set)
        for w in row:
            said[w.frame.document] |= w.places
        for left, right in combinations(row, 2):
            one, other = left.frame.document, right.frame.document
            if one == other or not names.apart(said[one], said[other]):
                continue
            bits = likeness(graph, left, right, row) if can_be_one(graph, left, right) else 0.0
            key = (left.happening, one, other)
            if bits >= SAME_HAPPENING and (key not in found or found[key].bits < bits):
                found[key] = Displacement(left=left, right=right, bits=bits)
    return [found[key] for key in sorted(found)]


def grouped(placed: Iterable[Whereabouts]) -> Iterator[Sequence[Whereabouts]]:
    """The happenings of one kind together."""
    rows: dict[str, list[Whereabouts]] = defaultdict(list)
    for w in placed:
        rows[w.happening].append(w)
    for row in rows.values():
        parts = split_row(row, most=BLOCK, group_of=lambda w: w.frame.group)
        yield from (part for part in parts if len(part) <= BLOCK)


def find_whereabouts(graph: ClaimGraph, names: PlaceNames) -> Iterator[Whereabouts]:
    """The happenings that are told with a place, as facts or firm plans in the outlet's own voice."""
    rows = list(find_frames_with_times(graph))
    verbs: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for frame, _, _ in rows:
        if frame.event is not None and not frame.event.nominal:
            verbs[frame.document, frame.event.sentence].append(frame.claim.passage)
    for frame, times, setting in rows:
        event = frame.event
        if event is None or not event.positive or not event.well_read:
            continue
        if event.certainty not in {Certainty.FACT, Certainty.PLANNED}:
            continue
        for name, phrase in happenings().get(frame.lemma, ()):
            inner = verbs[frame.document, event.sentence]
            shown = shown_places(graph, names, frame, inner) if says(frame, phrase) else []
            if all(near for _, _, near in shown):
                continue
            people, things, _ = about(graph, frame, only_object=False)
            yield Whereabouts(
                assertion=Assertion(
                    frame=frame,
                    topic=name,
                    positive=True,
                    people=people,
                    things=things,
                    times=times,
                    setting=setting,
                ),
                happening=name,
                places=frozenset(i for _, i, _ in shown),
                passage=spanned(graph, frame, [p for p, _, _ in shown]),
            )
            break


def shown_places(
    graph: ClaimGraph, names: PlaceNames, frame: Frame, inner: list[Passage]
) -> list[tuple[Passage, str, bool]]:
    """The places in the clause of an event, or right behind it, whose preposition puts the event there."""
    passage = frame.claim.passage
    text = graph.by_id[frame.document].text
    found: list[tuple[Passage, str, bool]] = []
    for place, entity in names.between(frame.document, passage.start, passage.end + BEHIND):
        if re.search(r"[.!?:;\n]", text[passage.end : place.start]):
            break
        if any(encloses(passage, verb) and verb.start <= place.start < verb.end for verb in inner):
            continue
        lead = [w.lower() for w in WORD.findall(text[max(passage.start, place.start - LEAD) : place.start])]
        known = [w for w in reversed(lead) if is_preposition(w)]
        beside = bool(found) and not lead
        if known and known[0] in prepositions("at"):
            found.append((place, entity, False))
        elif known and known[0] in prepositions("near"):
            found.append((place, entity, True))
        elif beside:
            found.append((place, entity, False))
    return found


def encloses(outer: Passage, inner: Passage) -> bool:
    """Whether a clause stands within another one, behind its beginning."""
    return outer.start < inner.start and inner.end <= outer.end


def is_preposition(word: str) -> bool:
    """Whether a word says how a place belongs to what is told."""
    return any(word in prepositions(kind) for kind in ("at", "from", "near"))


def spanned(graph: ClaimGraph, frame: Frame, places: list[Passage]) -> Passage:
    """The words of an event together with its places."""
    passage = frame.claim.passage
    end = max(passage.end, *(p.end for p in places))
    return Passage(frame.document, passage.start, end, graph.by_id[frame.document].text[passage.start : end])


def can_be_one(graph: ClaimGraph, left: Whereabouts, right: Whereabouts) -> bool:
    """Whether two happenings of one kind can be one: same story, same people, places of one kind."""
    one, other = left.frame, right.frame
    if not same_story(graph, one, other) or other_speaker(one, other):
        return False
    if times_conflict(left.assertion, right.assertion):
        return False
    if one.claim.certainty is not other.claim.certainty and not times_agree(left.assertion, right.assertion):
        return False
    a, b = left.assertion.people, right.assertion.people
    if a and b and not a & b:
        return False
    return any(same_rank(graph, x, y) for x in left.places for y in right.places)


@cache
def wide() -> frozenset[str]:
    """Countries and regions, folded."""
    places = load_words("places")
    return frozenset(n.lower() for n in [*places["regions"], *(c["name"] for c in places["country"])])


@cache
def cities() -> frozenset[str]:
    """Cities and capitals, folded."""
    places = load_words("places")
    return frozenset(
        n.lower() for n in [*places["cities"], *(c.get("capital", "") for c in places["country"])]
    )


def rank_of(graph: ClaimGraph, place: str) -> str:
    """Whether a place is a country or region, a city, or too small for the gazetteer."""
    entity = graph.entity(place)
    label = entity.label.lower() if entity else ""
    return "wide" if label in wide() else "city" if label in cities() else "small"


def same_rank(graph: ClaimGraph, left: str, right: str) -> bool:
    """Whether two places are of one kind, so that neither can be a part of the other."""
    return rank_of(graph, left) == rank_of(graph, right)


def likeness(graph: ClaimGraph, left: Whereabouts, right: Whereabouts, row: Sequence[Whereabouts]) -> float:
    """How much speaks for one happening, in bits."""
    one, other = left.frame, right.frame
    rarity = graph.rarities.between(one, other)
    counts = [sum(w.frame.document == f.document for w in row) for f in (one, other)]
    bits = SAME_LEMMA if one.lemma == other.lemma else 0.0
    bits += ONLY_ONE if max(counts) == 1 else 0.0
    bits += sum(SHARED_PERSON + rarity.bits(i) for i in left.assertion.people & right.assertion.people)
    things = left.assertion.things & right.assertion.things
    bits += sum(SHARED_THING + rarity.bits(i) for i in things)
    skip = things | {one.lemma, other.lemma}
    bits += sum(rarity.bits(w) for w in ((one.around | one.things) & (other.around | other.things)) - skip)
    bits += sum(rarity.bits(i) for i in (one.named & other.named) - left.places - right.places)
    return bits + time_bits(left.assertion, right.assertion)
