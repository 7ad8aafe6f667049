"""The place names of all documents, and which of them belong together."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Set
from functools import cache
from itertools import pairwise

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.language import load_words, word_set
from discrepancy.model.text import Passage

__all__ = ["BLOCK", "PlaceNames", "is_unsure", "place_names", "same_rank"]

# Places that stand this near to each other in one sentence belong together.
TOGETHER = 60
# Words between two names from which "from" in front of the first tells of another place.
SHORT_WAY = 3
BLOCK = 40


@attrs.frozen(eq=False)
class PlaceNames:
    """The place names of every document in the order of the text, and which belong together.

    ``unknown`` are the names of which nobody knows what they name; a preposition may make a place of one.
    """

    rows: dict[str, list[tuple[Passage, str]]]
    together: frozenset[frozenset[str]]
    unknown: dict[str, list[tuple[Passage, str]]]

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
    unknown: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
    for entity in graph.cast.entities:
        if entity.kind in {"place", "unknown"}:
            passages = [passage for _, passage in entity.forms()]
            known = entity.kind == "place" or any(stands_in(graph, passage) for passage in passages)
            for passage in passages:
                (rows if known else unknown)[passage.document].append((passage, entity.id))
    together: set[frozenset[str]] = set()
    for document, row in rows.items():
        row.sort(key=lambda pair: (pair[0].start, pair[0].end))
        text = graph.by_id[document].text
        for (one, a), (other, b) in pairwise(row):
            gap = text[one.end : other.start]
            if a != b and len(gap) <= TOGETHER and not is_way(text[: one.start], gap):
                together.add(frozenset({a, b}))
    together |= {frozenset(pair) for pair in one_name(graph, rows)}
    return PlaceNames(dict(rows), frozenset(together), dict(unknown))


def stands_in(graph: ClaimGraph, passage: Passage) -> bool:
    """Whether a name stands behind "in", and so is that of a place though nobody knows it."""
    return graph.by_id[passage.document].text.endswith(" in ", 0, passage.start)


def is_way(before: str, gap: str) -> bool:
    """Whether two names stand in two statements, or one is where somebody came from: "from Arle died in Vonn"."""
    if re.search(r"[.!?:;\n]", gap):
        return True
    return before.endswith((" from ", " from the ")) and len(gap.split()) > SHORT_WAY


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
def ranks() -> dict[str, str]:
    """The rank of every place of the gazetteer, by its name in small letters."""
    places = load_words("places")
    table: dict[str, str] = {}
    for country in places["country"]:
        table |= {name.lower(): "country" for name in (country["name"], *country.get("also", ()))}
        table.setdefault(country.get("capital", "").lower(), "town")
    table |= {name.lower(): "region" for name in (*places["regions"], *places["us_states"])}
    for name in places["cities"]:
        table.setdefault(name.lower(), "town")
    return table


def rank_of(graph: ClaimGraph, place: str) -> str:
    """Whether a place is a country, a region, a district, a town of the gazetteer, or too small for that."""
    entity = graph.entity(place)
    label = entity.label.lower() if entity else ""
    wide = label.rpartition(" ")[2] in word_set("whereabouts", "wide", "ends")
    return ranks().get(label, "district" if wide else "small")


def same_rank(graph: ClaimGraph, left: str, right: str) -> bool:
    """Whether neither of two places can well be a part of the other: two countries, two regions, two towns."""
    one, other = rank_of(graph, left), rank_of(graph, right)
    return one == other or {one, other} == {"town", "small"}


def is_unsure(graph: ClaimGraph, left: Set[str], right: Set[str]) -> bool:
    """Whether a known town stands against a place that may be a part of it."""
    return not any(rank_of(graph, a) == rank_of(graph, b) for a in left for b in right)
