"""Which documents tell of the same occurrence, and which of another one of the same kind.

Sub-topic before mention: before single statements are compared, each document is settled on what it is mainly
about (Cybulska and Vossen 2014).  Evidence for and against adds up in bits (Fellegi and Sunter 1969).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log2

import attrs
from rapidfuzz import fuzz

from discrepancy.graph.entities import Cast
from discrepancy.graph.likeness import ALIKE_FEW, bag, joined, likenesses, pile_clusters
from discrepancy.model.claims import Certainty, Claim, Event, Extraction, Quote
from discrepancy.model.text import Document
from discrepancy.values.comparison import AGREEING, Relation
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import Precision, TimeValue, compare_times

__all__ = ["Affinity", "group_documents", "publication_penalty"]

# Bits for days between publications: a story is told for a week or two, then it is another occurrence.
NEAR_DAYS, SAME_STORY_DAYS, OTHER_STORY_DAYS = 3, 21, 60
# Bits for a figure of three digits in common: two occasions rarely share one.
FIGURE_BITS, FIGURES_AT_MOST, TELLING_DIGITS = 1.5, 6.0, 3
LONG_QUOTE = 6  # words; shorter quotations are formulas that anybody may use
SAME_QUOTE = 80.0  # token-set ratio; two translations of one sentence stay above it
HANDFUL = 20  # so few documents were picked by somebody who takes them for one story
PICKED = 1.0  # bits for that
WORD_BITS = 30.0  # bits for a cosine of one
WORDS_AGAINST, WORDS_FOR = -4.0, 0.75  # bits for words in all; occasions of one kind share most words
CROWD = 40  # a name in more documents than this tells nothing, and pairing by it would cost the square


@attrs.frozen
class Affinity:
    """How much speaks for two documents telling of one occurrence, in bits, with the reasons."""

    bits: float
    reasons: tuple[str, ...]


@attrs.define(eq=False)
class Brief:
    """What is needed of a document to place it."""

    document: Document
    names: frozenset[str]
    quotes: tuple[str, ...]
    figures: frozenset[tuple[str, float]]
    events: tuple[tuple[str, frozenset[str], tuple[TimeValue, ...]], ...]
    offices: dict[tuple[str, str], str]


def group_documents(
    documents: Sequence[Document], extractions: Sequence[Extraction], cast: Cast, *, picked: bool = True
) -> dict[str, int]:
    """Map each document to the number of its group, numbered by the first document of each.

    A handful that somebody ``picked`` as one story is parted by dates, offices and events alone; of a mixed
    pile the words must agree too.
    """
    briefs = [brief(d, x, cast) for d, x in zip(documents, extractions, strict=True)]
    spread: dict[str, int] = defaultdict(int)
    for b in briefs:
        for name in b.names:
            spread[name] += 1
    whole = [list(range(len(briefs)))]
    piles = pile_clusters(documents, {}) if len(briefs) > HANDFUL else whole
    likeness = {} if picked else likenesses([bag(d) for d in documents])
    clusters: list[list[int]] = []
    for pile in piles:
        inner = [briefs[i] for i in pile]
        links = {
            (i, j): affinity(inner[i], inner[j], spread, len(briefs), picked=picked).bits
            + (0.0 if picked else by_words(likeness.get((pile[i], pile[j]), 0.0)))
            for i, j in near_pairs(inner, spread)
        }
        clusters += [[pile[i] for i in row] for row in joined(len(pile), links)]
    return {briefs[i].document.id: n for n, cluster in enumerate(sorted(clusters)) for i in cluster}


def by_words(cosine: float) -> float:
    """Bits from the words of two documents that nobody picked."""
    return max(WORDS_AGAINST, min((cosine - ALIKE_FEW) * WORD_BITS, WORDS_FOR))


def publication_penalty(left: Document, right: Document) -> float:
    """What the days of publication say against a pair, as a share of a cosine; nothing where one is unknown."""
    return min(0.0, by_publication(left, right)[0]) / WORD_BITS


def near_pairs(briefs: Sequence[Brief], spread: dict[str, int]) -> list[tuple[int, int]]:
    """Pairs of documents to weigh: all of a handful, else those that share at least two names."""
    if len(briefs) <= HANDFUL:
        return list(combinations(range(len(briefs)), 2))
    holders: dict[str, list[int]] = defaultdict(list)
    for i, b in enumerate(briefs):
        for name in sorted(b.names):
            if spread[name] <= CROWD:
                holders[name].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for row in holders.values():
        for pair in combinations(row, 2):
            shared[pair] += 1
    return sorted(pair for pair, count in shared.items() if count > 1)


def brief(document: Document, extraction: Extraction, cast: Cast) -> Brief:
    """Collect what places a document."""
    doc = document.id
    return Brief(
        document,
        frozenset(e.id for local in extraction.entities if (e := cast.find(doc, local.key)) is not None),
        tuple(long_quotes(extraction.claims)),
        frozenset(telling_figures(extraction.claims)),
        tuple(dated_events(extraction.events, cast)),
        {
            (name.office, name.of): e.id
            for local in extraction.entities
            if (e := cast.find(doc, local.key)) is not None
            for name, _ in local.forms
            if name.office and name.of
        },
    )


def long_quotes(claims: Sequence[Claim]) -> list[str]:
    """Quotations that are long enough to be one utterance wherever they stand."""
    values = [c.value for c in claims if isinstance(c.value, Quote)]
    return [v.words.lower() for v in values if len(v.words.split()) >= LONG_QUOTE]


def telling_figures(claims: Sequence[Claim]) -> Iterator[tuple[str, float]]:
    """Figures of three digits or more that are not round: "24.6 kilometres", "151 starters"."""
    for claim in claims:
        value = claim.value
        if isinstance(value, Quantity) and value.low == value.high is not None and claim.attribute != "age":
            digits = f"{value.number:g}".replace(".", "").strip("-0")
            if len(digits) >= TELLING_DIGITS:
                yield value.unit, value.number


def dated_events(
    events: Sequence[Event], cast: Cast
) -> list[tuple[str, frozenset[str], tuple[TimeValue, ...]]]:
    """Events of two or more named participants that carry a day of their own."""
    rows = []
    for event in events:
        people = frozenset(
            e.id for p in event.participants if (e := cast.find(event.document, p.key)) is not None
        )
        days = tuple(t for t, _ in event.times if t.precision >= Precision.DAY)
        if len(people) > 1 and days and event.certainty is Certainty.FACT:
            rows.append((event.family, people, days))
    return rows


def affinity(
    left: Brief, right: Brief, spread: dict[str, int], total: int, *, picked: bool = True
) -> Affinity:
    """Add up what speaks for and against two documents telling of one occurrence."""
    days, why = by_publication(left.document, right.document)
    parts = [(days if picked else min(days, 0.0), why), by_quotes(left, right), by_events(left, right)]
    figures = FIGURE_BITS * len(left.figures & right.figures)
    parts.append((min(figures, FIGURES_AT_MOST), "figures in common"))
    shared = sum(max(0.0, log2(total / spread[n])) for n in left.names & right.names)
    parts.append((min(shared, 4.0), "names in common"))
    strangers = len(left.names & right.names) < 2
    parts.append((PICKED if picked and strangers and total <= HANDFUL else 0.0, "picked together"))
    changed = sum(
        1 for slot in left.offices.keys() & right.offices.keys() if left.offices[slot] != right.offices[slot]
    )
    parts.append((-3.0 * min(changed, 2), "an office that changed hands"))
    return Affinity(sum(bits for bits, _ in parts), tuple(why for bits, why in parts if bits))


def by_publication(left: Document, right: Document) -> tuple[float, str]:
    """Bits from the days between two publications; nothing where one is unknown."""
    if left.published is None or right.published is None:
        return 0.5, "a day of publication is unknown"
    days = abs((left.published - right.published).days)
    if days <= NEAR_DAYS:
        return 4.0, "published within days"
    if days <= SAME_STORY_DAYS:
        return 2.0, "published within weeks"
    return (-2.0 if days <= OTHER_STORY_DAYS else -8.0), "published far apart"


def by_quotes(left: Brief, right: Brief) -> tuple[float, str]:
    """Bits from quotations that both documents print."""
    same = sum(1 for a in left.quotes if any(fuzz.token_set_ratio(a, b) >= SAME_QUOTE for b in right.quotes))
    return min(3.0 * same, 8.0), "quotations in common"


def by_events(left: Brief, right: Brief) -> tuple[float, str]:
    """Bits from dated events of the same kind and the same people, at times that agree or cannot."""
    bits = 0.0
    for family, people, times in left.events:
        for other_family, other_people, other_times in right.events:
            if family != other_family or len(people & other_people) < 2:
                continue
            relations = {compare_times(a, b).relation for a in times for b in other_times}
            if relations & AGREEING:
                bits += 2.0
            elif relations == {Relation.CONFLICTING}:
                bits -= 3.0
    return max(-8.0, min(bits, 6.0)), "days of the same events"
