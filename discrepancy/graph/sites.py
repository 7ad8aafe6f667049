"""Where things lie: "the camp at Arle", "a Vonn dairy", "Ana Berg, 34, of Arle", aligned over documents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.place_names import BLOCK, PlaceNames, is_unsure, place_names, same_rank
from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.text import Passage

__all__ = ["Site", "capitals", "find_misplaced", "label_of", "sentence_at", "share_figures"]

# How far before and behind a place its thing may stand.
NEAR = 60
SENTENCE = re.compile(r"[.!?][\"”’]?\s|\n")
NUMBER = re.compile(r"(?<![\d.,])\d[\d.,]*\d")
CAPITAL = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-ZÀ-Ý][\w’'-]+")
HOME = re.compile(r"(?:\s*,\s*(?:aged?\s+)?\d{1,3})?\s*,\s*(?:who\s+(?:is|comes|came)\s+)?(?:from|of)\s+$")
# What a document is about it tells within so many characters.
LEAD = 700
# Characters of a figure that two sentences hardly share by accident.
TELLING = 3

# After these nobody asks whether a name is that of a place.
SURE_HOME = re.compile(r"(?:,\s*from|\d\s*,\s*(?:from|of))\s+$")


@attrs.frozen(kw_only=True, eq=False)
class Site:
    """One document's word on where a thing or a person's home is."""

    thing: str
    noun: str
    places: tuple[str, ...]
    passage: Passage
    sentence: str

    @property
    def is_home(self) -> bool:
        """Whether this is where somebody lives or comes from."""
        return not self.noun

    @property
    def preposition(self) -> str:
        """How a home is told: "of" or "from"."""
        return "from" if " from " in self.passage.quote else "of"


@cache
def things() -> dict[str, str]:
    """The line of each noun for a thing that lies somewhere."""
    table = load_words("whereabouts")["sites"]
    return {noun: line for line, nouns in table.items() for noun in split_words(nouns)}


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A thing with a preposition before a place; a thing behind a place; what may stand before such a place."""
    nouns = "|".join(sorted((re.escape(n) for n in things()), key=len, reverse=True)).replace(r"\ ", r"\s+")
    named = "|".join(sorted(word_set("whereabouts", "geography", "nouns")))
    return (
        re.compile(
            rf"\b(?P<noun>(?i:{nouns}))\s*,?\s+(?:(?:was|is|lay|lies)\s+)?(?:(?:raised|opened|based|located|situated|set\s+up|just)\s+)?"
            rf"(?:in|at|on|of)\s+(?:the\s+(?:{named})\s+of\s+)?$"
        ),
        re.compile(rf"(?:['’]s)?\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun>{nouns})\b"),
        re.compile(r"\b(?:the|a|an|its|their)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE),
    )


def find_misplaced(graph: ClaimGraph) -> Iterator[tuple[list[Site], list[Site]]]:
    """The things and people that two documents put in two places."""
    names = place_names(graph)
    people = people_in(graph)
    rows: dict[tuple[int, str], dict[str, list[Site]]] = defaultdict(lambda: defaultdict(list))
    for document in graph.documents:
        for site in sites_in(graph, names, document.id, people.get(document.id, [])):
            rows[graph.groups[document.id], site.thing][document.id].append(site)
    for _, told in sorted(rows.items(), key=lambda item: item[0]):
        if len(told) > BLOCK:
            continue
        for left, right in combinations((told[d] for d in sorted(told)), 2):
            if are_apart(graph, names, left, right) and are_tied(graph, names, left, right):
                yield left, right


def people_in(graph: ClaimGraph) -> dict[str, list[tuple[str, Passage]]]:
    """The people whom each document names, with the passages of their names."""
    found: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
    for entity in graph.cast.entities:
        if entity.kind == "person":
            for _, passage in entity.forms():
                found[passage.document].append((entity.id, passage))
    return found


def sites_in(
    graph: ClaimGraph, names: PlaceNames, document: str, people: Sequence[tuple[str, Passage]]
) -> Iterator[Site]:
    """The things of a document that are told with a place."""
    text = graph.by_id[document].text
    before, behind, leading = patterns()
    known = names.rows.get(document, [])
    for place, key in [*known, *names.unknown.get(document, [])]:
        window = text[max(0, place.start - NEAR) : place.start]
        match = before.search(window)
        is_place = (place, key) in known
        keys, end = beside(names, text, place, key)
        if match is not None:
            noun = " ".join(match.group("noun").lower().split())
            begin = place.start - len(window) + match.start("noun")
            yield make_site(graph, things()[noun], noun, keys, (document, begin, end))
        elif is_place and leading.search(window) and (match := behind.match(text, place.end)) is not None:
            noun = " ".join(match.group("noun").lower().split())
            yield make_site(graph, things()[noun], noun, (key,), (document, place.start, match.end()))
        elif (is_place or SURE_HOME.search(window)) and (
            person := person_before(text, people, place.start)
        ) is not None:
            yield make_site(graph, person[0], "", keys, (document, person[1], end))


def beside(names: PlaceNames, text: str, place: Passage, key: str) -> tuple[tuple[str, ...], int]:
    """A place with the one that its name goes on with ("Arle, Vonn"), and where they end."""
    for other, second in names.between(place.document, place.end, place.end + len(", in  ")):
        if re.fullmatch(r",\s+(?:in\s+)?", text[place.end : other.start]):
            return (key, second), other.end
    return (key,), place.end


def make_site(
    graph: ClaimGraph, thing: str, noun: str, places: tuple[str, ...], span: tuple[str, int, int]
) -> Site:
    """A thing with its place, its words and its sentence."""
    document, start, end = span
    text = graph.by_id[document].text
    sentence = sentence_at(text, start, end)
    passage = Passage(document, start, end, text[start:end])
    return Site(thing=thing, noun=noun, places=places, passage=passage, sentence=sentence)


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence around a stretch of a text."""
    low = max((m.end() for m in SENTENCE.finditer(text, 0, start)), default=0)
    high = SENTENCE.search(text, end)
    return text[low : high.start() if high else len(text)]


def person_before(text: str, people: Sequence[tuple[str, Passage]], at: int) -> tuple[str, int] | None:
    """The person whose home a place is: "Ana Berg, 34, of Arle"."""
    for person, passage in people:
        if 0 < at - passage.end <= NEAR and HOME.fullmatch(text[passage.end : at]):
            return person, passage.start
    return None


def are_apart(graph: ClaimGraph, names: PlaceNames, left: Sequence[Site], right: Sequence[Site]) -> bool:
    """Whether all that one document says of a thing's place excludes what the other says."""
    one, other = ({i for s in side for i in s.places} for side in (left, right))
    if not names.apart(one, other) or is_unsure(graph, one, other):
        return False
    alone = all(any(set(s.places) >= places for s in side) for side, places in ((left, one), (right, other)))
    return alone and any(same_rank(graph, a, b) for a in one for b in other)


def are_tied(graph: ClaimGraph, names: PlaceNames, left: Sequence[Site], right: Sequence[Site]) -> bool:
    """Whether two documents speak of one thing: by a figure that both give, or by a name where neither knows both."""
    if any(share_figures(a.sentence, b.sentence) for a in left for b in right):
        return True
    for side, other in ((left, right), (right, left)):
        text = graph.by_id[other[0].passage.document].text
        if any(label_of(graph, i) in text for s in side for i in s.places):
            return False
    if left[0].is_home:
        return all(is_like_told(graph, a, b) for a in left for b in right)
    in_lead = all(any(s.passage.start <= LEAD for s in side) for side in (left, right))
    if not in_lead or left[0].thing not in word_set("whereabouts", "single", "sites"):
        return False
    places = {w for s in (*left, *right) for i in s.places for w in label_of(graph, i).split()}
    return any((capitals(a.sentence) & capitals(b.sentence)) - places for a in left for b in right)


def is_like_told(graph: ClaimGraph, left: Site, right: Site) -> bool:
    """Whether two homes are surely places, or told with one preposition: "of" may also name a team."""
    known = [
        (e := graph.entity(i)) is not None and e.kind == "place" for s in (left, right) for i in s.places
    ]
    return all(known) or left.preposition == right.preposition


def label_of(graph: ClaimGraph, place: str) -> str:
    """The name of a place."""
    entity = graph.entity(place)
    return entity.label if entity is not None else place


def share_figures(one: str, other: str) -> bool:
    """Whether two sentences share a figure of three digits, or two figures: 20 is found anywhere."""
    shared = numbers(one) & numbers(other)
    return len(shared) > 1 or any(len(n) >= TELLING for n in shared)


def numbers(sentence: str) -> frozenset[str]:
    """The figures of a sentence with at least two digits that are no years."""
    found = (m.group().replace(",", "") for m in NUMBER.finditer(sentence))
    return frozenset(n for n in found if not re.fullmatch(r"(?:19|20)\d\d", n) and len(n) > 1)


def capitals(sentence: str) -> frozenset[str]:
    """The names in a sentence, word by word, without days and months."""
    calendar = load_words("calendar")
    days = {*calendar["weekdays"], *calendar["months"]}
    return frozenset(w for w in CAPITAL.findall(sentence) if w.lower() not in days)
