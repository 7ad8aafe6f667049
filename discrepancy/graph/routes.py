"""Ways from one place to another, and those that two documents tell turned round."""

import re
from collections import defaultdict
from collections.abc import Iterator

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.place_names import BLOCK
from discrepancy.graph.sites import capitals, sentence_at, share_figures
from discrepancy.language import load_words, word_set
from discrepancy.model.text import Passage
from discrepancy.values.names_fold import fold

__all__ = ["Route", "find_turned_routes"]

# Words of a name that tie two sentences in spite of two days.
FULL_NAME = 2
NAME = r"[A-ZÀ-Ý][\w’'-]+(?:\s+(?:de\s+|of\s+)?[A-ZÀ-Ý][\w’'-]+){0,3}"
# "from the port of Arle at 9 p.m. and was on its way to Vonn"; "from Arle towards the coast", without a name.
WAY = re.compile(
    rf"""
    \bfrom\s+(?:the\s+[a-z]+\s+of\s+)?(?P<start>{NAME})
    (?: (?P<between>(?:(?!\bfrom\b|\band\s+from\b)(?:[^.;:!?\n]|\b[ap]\.m\.)){{0,70}}?)
        \s(?:to|towards|toward|bound\s+for)\s+(?:the\s+(?:[a-z]+\s+){{1,4}}?(?:of|in|at)\s+)?(?P<end>{NAME})
      | \s+(?:to|towards|toward)\s+the\s+[a-z]+\b
    )
    """,
    re.VERBOSE,
)


@attrs.frozen(kw_only=True, eq=False)
class Route:
    """One document's word on a way; ``end`` is ``None`` where it has no name."""

    start: str
    end: str | None
    label: str
    passage: Passage
    sentence: str


def find_turned_routes(graph: ClaimGraph) -> Iterator[tuple[Route, Route]]:
    """The pairs of documents that tell one way in two directions."""
    groups: dict[int, list[Route]] = defaultdict(list)
    for document in graph.documents:
        groups[graph.groups[document.id]].extend(routes_in(document.id, document.text))
    for row in groups.values():
        people = people_words(graph) if len(row) > 1 else frozenset()
        for left, right in turned_pairs(row):
            if left.passage.document == right.passage.document:
                continue
            if not any(is_both_ways(row, r) for r in (left, right)) and are_tied(left, right, people):
                yield left, right


def turned_pairs(row: list[Route]) -> Iterator[tuple[Route, Route]]:
    """The pairs of ways of which one begins where the other ends; two full ways come in both orders."""
    ending: dict[str, list[Route]] = defaultdict(list)
    for route in row:
        if route.end is not None:
            ending[route.end].append(route)
    for route in row:
        yield from ((route, other) for other in ending[route.start][:BLOCK] if are_turned(route, other))


def routes_in(document: str, text: str) -> Iterator[Route]:
    """The ways that a document tells with the name of their beginning; days and months are no places."""
    for match in WAY.finditer(text):
        start, end = match.group("start"), match.group("end")
        if days(start) or (end and days(end)):
            continue
        passage = Passage(document, match.start(), match.end(), match.group())
        yield Route(
            start=fold(start),
            end=fold(end) if end else None,
            label=" ".join(start.split()),
            passage=passage,
            sentence=sentence_at(text, match.start(), match.end()),
        )


def are_turned(left: Route, right: Route) -> bool:
    """Whether one way begins where the other one ends, and ends where it begins as far as that is told."""
    if left.end is None:
        return right.end == left.start
    return left.end == right.start and right.end in {left.start, None}


def is_both_ways(row: list[Route], route: Route) -> bool:
    """Whether a way is one of two of its document, or a way back."""
    words = {w.strip(".,;:") for w in route.sentence.lower().split()}
    if words & word_set("whereabouts", "return", "words"):
        return True
    mine = [r for r in row if r.passage.document == route.passage.document]
    return any(r.start == route.end and r.end == route.start for r in mine)


def are_tied(left: Route, right: Route, people: frozenset[str]) -> bool:
    """Whether two sentences share a figure or a name besides the places and people, who may travel back.

    Two days of the week stand against a single word of a name; a bus that leaves by night arrives a day later.
    """
    if share_figures(left.sentence, right.sentence):
        return True
    known = {fold(w) for w in people} | {w for r in (left, right) for w in f"{r.start} {r.end or ''}".split()}
    shared = {fold(w) for w in capitals(left.sentence) & capitals(right.sentence)} - known
    one, other = (days(r.sentence) for r in (left, right))
    return len(shared) >= (1 if one & other or not one or not other else FULL_NAME)


def people_words(graph: ClaimGraph) -> frozenset[str]:
    """The words of the names of all people."""
    return frozenset(w for e in graph.cast.entities if e.kind == "person" for w in e.label.split())


def days(words: str) -> frozenset[str]:
    """The days of the week and the months that some words name."""
    calendar = load_words("calendar")
    named = {*calendar["weekdays"], *calendar["months"]}
    return frozenset(w for w in re.findall(r"\w+", words.lower()) if w in named)
