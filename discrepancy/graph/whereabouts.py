"""Where things happened: the places and venues of happenings that have only one, aligned over documents.

Places that any document names side by side ("a farmhouse outside Arle, in Vonn") belong together and are
never set against each other; a country and a town are of two kinds and are not compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

import attrs

from discrepancy.graph.assertions import Assertion, about, find_frames_with_times, same_story
from discrepancy.graph.blocking import split_row
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.comparability import other_speaker
from discrepancy.graph.frames import Frame
from discrepancy.graph.oppositions import time_bits, times_agree, times_conflict
from discrepancy.graph.place_names import BLOCK, PlaceNames, is_unsure, place_names, same_rank
from discrepancy.graph.shown import Shown, shown_places
from discrepancy.graph.topics import says
from discrepancy.graph.venues import Venue, all_apart
from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Passage

__all__ = ["SAME_HAPPENING", "Displacement", "Whereabouts", "find_displacements"]

# Bits from which two happenings of one kind are taken to be one.
SAME_HAPPENING = 4.0
SAME_LEMMA, ONLY_ONE, SHARED_THING, SHARED_PERSON = 1.0, 2.0, 1.5, 2.5
# An event that is not of the list is one only where people or things and more are shared.
SAME_PLAIN, SAME_OFTEN = 6.0, 9.0
PLAIN, PLAIN_FROM, SHORTEST_VERB = "=", "from=", 3
# A story has one start of its fire and one end of its march.
ONCE = 2.0
SENTENCE = re.compile(r"[.!?][\"”’]?\s|\n")
# A place that the gazetteer does not know may be a part of the town that it knows.
UNSURE = -0.5
# How many documents of a story name its subject, so that "it" can stand for that.
OFTEN = 2


@attrs.frozen(kw_only=True, eq=False)
class Whereabouts:
    """A happening with the places and venues where it was, and the words that show them."""

    assertion: Assertion
    happening: str
    places: frozenset[str]
    venues: tuple[Venue, ...]
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


@cache
def happenings() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """For each predicate the happenings that it tells of, with the further words that it needs."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name, line in load_words("whereabouts")["happenings"].items():
        for part in split_words(line):
            phrase = tuple(part.split())
            table[phrase[0]].append((name, phrase))
    return {lemma: tuple(rows) for lemma, rows in table.items()}


def listed(part: str) -> frozenset[str]:
    """The happenings of one list."""
    return word_set("whereabouts", part, "happenings")


def find_displacements(graph: ClaimGraph) -> list[Displacement]:
    """The pairs of documents that put one happening in two places, the likeliest of each."""
    names = place_names(graph)
    found: dict[tuple[str, ...], Displacement] = {}
    placed = list(find_whereabouts(graph, names))
    for row in grouped(placed):
        said: dict[str, list[Whereabouts]] = defaultdict(list)
        for w in row:
            said[w.frame.document].append(w)
        for left, right in combinations(row, 2):
            one, other = left.frame.document, right.frame.document
            if one == other or not are_apart(graph, names, said[one], said[other]):
                continue
            bits = likeness(graph, left, right, row) if can_be_one(graph, left, right) else 0.0
            key = (left.happening, one, other)
            if bits >= least_bits(left) and (key not in found or found[key].bits < bits):
                found[key] = Displacement(left=left, right=right, bits=bits)
    return [found[key] for key in sorted(found)]


def least_bits(told: Whereabouts) -> float:
    """The bits from which two happenings of a kind are one."""
    if not told.happening.startswith((PLAIN, PLAIN_FROM)):
        return SAME_HAPPENING
    return SAME_OFTEN if told.frame.lemma in word_set("whereabouts", "often", "verbs") else SAME_PLAIN


def are_apart(
    graph: ClaimGraph, names: PlaceNames, left: Sequence[Whereabouts], right: Sequence[Whereabouts]
) -> bool:
    """Whether nothing that one document says of where it was is, or lies beside, what the other says."""
    one, other = ({i for w in side for i in w.places} for side in (left, right))
    if one and other and names.apart(one, other):
        return any(same_rank(graph, x, y) for x in one for y in other)
    return all_apart([v for w in left for v in w.venues], [v for w in right for v in w.venues])


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
        for name, phrase in (*happenings().get(frame.lemma, ()), *plain_happenings(frame)):
            if not says(frame, phrase) or not is_of(graph, frame, name):
                continue
            inner = verbs[frame.document, event.sentence]
            shown = shown_places(graph, names, frame, inner, happening=name)
            if shown is None:
                continue
            people, things, _ = about(graph, frame, only_object=False)
            yield make_whereabouts(
                graph,
                Assertion(
                    frame=frame,
                    topic=name,
                    positive=True,
                    people=people,
                    things=things,
                    times=times,
                    setting=setting,
                ),
                shown,
            )
            if not name.startswith(PLAIN):
                break


def plain_happenings(frame: Frame) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Any other event as a happening of its own, where it was and where it came from, save what is often done."""
    if frame.event is None or frame.event.nominal or len(frame.lemma) < SHORTEST_VERB:
        return
    if frame.lemma not in word_set("whereabouts", "hollow", "verbs"):
        yield f"{PLAIN}{frame.lemma}", (frame.lemma,)
        yield f"{PLAIN_FROM}{frame.lemma}", (frame.lemma,)


def is_of(graph: ClaimGraph, frame: Frame, happening: str) -> bool:
    """Whether an event is one of the things that alone the happening is told of, or "it" in an article on one."""
    line = load_words("whereabouts")["of"].get(happening)
    if line is None:
        return True
    nouns = frozenset(split_words(line))
    told = frame.words | frame.things | frozenset(frame.event.modifiers if frame.event else ())
    if told & nouns:
        return True
    if "it" not in {p.head for p in (frame.event.participants if frame.event else ())}:
        return False
    texts = [d.text.lower() for d in graph.documents if graph.groups[d.id] == frame.group]
    return sum(any(noun in text for noun in nouns) for text in texts) >= OFTEN


def make_whereabouts(graph: ClaimGraph, assertion: Assertion, shown: Shown) -> Whereabouts:
    """A happening with its places, and the words of both together."""
    passage = assertion.frame.claim.passage
    parts = [passage, *shown.passages]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    return Whereabouts(
        assertion=assertion,
        happening=assertion.topic,
        places=shown.places,
        venues=shown.venues,
        passage=Passage(passage.document, start, end, graph.by_id[passage.document].text[start:end]),
    )


def can_be_one(graph: ClaimGraph, left: Whereabouts, right: Whereabouts) -> bool:
    """Whether two happenings of one kind can be one: same story, same people, times that agree.

    Two venues without a name say less than two towns: there a person or a thing must be shared.
    """
    one, other = left.frame, right.frame
    if not same_story(graph, one, other) or other_speaker(one, other):
        return False
    if times_conflict(left.assertion, right.assertion):
        return False
    if one.claim.certainty is not other.claim.certainty and not times_agree(left.assertion, right.assertion):
        return False
    a, b = left.assertion.people, right.assertion.people
    if not a & b and ((a and b) or left.happening in listed("of_one")):
        return False
    if (left.places and right.places) or left.happening in listed("once"):
        return True
    return bool(a & b or left.assertion.things & right.assertion.things)


def is_told_alone(told: Whereabouts, row: Sequence[Whereabouts]) -> bool:
    """Whether a document has no happening of the kind in another place."""
    same = (w for w in row if w.frame.document == told.frame.document)
    return all(w is told or bool(w.places & told.places) or w.venues == told.venues != () for w in same)


def is_past(frame: Frame) -> bool:
    """Whether an event has a time of its own that lies long before the news."""
    return bool(frame.times) and frame.is_old


def likeness(graph: ClaimGraph, left: Whereabouts, right: Whereabouts, row: Sequence[Whereabouts]) -> float:
    """How much speaks for one happening, in bits."""
    one, other = left.frame, right.frame
    rarity = graph.rarities.between(one, other)
    bits = SAME_LEMMA if one.lemma == other.lemma else 0.0
    bits += ONLY_ONE if all(is_told_alone(w, row) for w in (left, right)) else 0.0
    told_once = left.happening in listed("once")
    is_only = told_once and not (is_past(one) or is_past(other))
    bits += ONCE if is_only else 0.0
    bits += sum(SHARED_PERSON + rarity.bits(i) for i in left.assertion.people & right.assertion.people)
    things = left.assertion.things & right.assertion.things
    bits += sum(SHARED_THING + rarity.bits(i) for i in things)
    skip = things | {one.lemma, other.lemma}
    bits += sum(rarity.bits(w) for w in ((one.around | one.things) & (other.around | other.things)) - skip)
    bits += sum(rarity.bits(i) for i in (one.named & other.named) - left.places - right.places)
    bits += UNSURE if left.places and right.places and is_unsure(graph, left.places, right.places) else 0.0
    around = time_bits(left.assertion, right.assertion)
    borrowed = is_only and any(has_borrowed_time(graph, f) for f in (one, other))
    return bits + (max(around, 0.0) if borrowed else around)


def has_borrowed_time(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether an event has no time but that of the sentence before it, which may be of another thing."""
    if frame.times or frame.event is None:
        return False
    start, text = frame.claim.passage.start, graph.by_id[frame.document].text
    return all(p.end < start and SENTENCE.search(text, p.end - 1, start) for _, p in frame.event.setting)
