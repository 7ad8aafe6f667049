"""Names: one person's name garbled, or spelled in several ways."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.positions import evidence_of, make_position, scope_of
from discrepancy.detect.wording import enumerate_clauses, enumerate_words, in_words, outlets, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.entities import Entity
from discrepancy.graph.garbles import Cue, Garble
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.model.text import Passage
from discrepancy.values.names import Name
from discrepancy.values.names_fold import fold_word

__all__ = ["GarbledNames", "VariantNames"]

CUES: dict[Cue | None, str] = {
    "office": "both are given the same office",
    "events": "both do the same with the same others",
    "words": "much the same is told of both",
    None: "both stand for one of the people of the story",
}


@attrs.frozen
class GarbledNames:
    """A name that fills another's place and sounds like it, or that nobody introduced.

    **Flags** "Keller's talks with the minister" where all others have "Kehler", with the same talks.
    Also "the Brackmoor" for a ferry that all others call "the Brackmore", where much the same is told of both.
    **Stays quiet** on two people of one surname, on siblings, on a successor in the same office.
    **Known limits** A name made over by meaning instead of by sound is not recognised.
    """

    kind: ClassVar[Kind] = Kind.NAME_GARBLED

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the garbled names of the graph."""
        rows: dict[tuple[str, str], list[Garble]] = defaultdict(list)
        for garble in graph.garbles:
            rows[garble.entity.id, fold_word(garble.local.name.text)].append(garble)
        for row in rows.values():
            yield garble_finding(graph, row)


def garble_finding(graph: ClaimGraph, garbles: Sequence[Garble]) -> Discrepancy:
    """The finding of one garbled name, with all documents that write it."""
    garble = max(garbles, key=lambda g: g.bits)
    own = [event_passage(a.event.passage, g) for g in garbles for a, _ in g.slots]
    forms = [p for g in garbles for _, p in g.local.forms]
    wrong = evidence_of(forms + [p for p in own if p is not None])
    right = evidence_of(
        [p for name, p in garble.entity.forms() if len(name.parts) > 1 or name.office][:12]
        or [p for _, p in garble.entity.forms()][:3]
    )
    label, form = garble.entity.label, garble.local.name.text
    writing = sorted({g.local.document for g in garbles})
    others = list(dict.fromkeys(p.document for p in right))
    reasons = [f"“{form}” {alike(garble)} “{label}”"]
    is_thing = is_of_thing(garble)
    if not garble.local.introduced and not is_thing:
        reasons.append(f"{who(graph, writing, 'introduces', 'introduce')} nobody of that name")
    if garble.slots:
        kinds = enumerate_words(sorted({a.event.family for a, _ in garble.slots}))
        reasons.append(f"it takes {label}'s place in the same events ({kinds})")
    if garble.near:
        reasons.append(f"the text speaks of {label} just before")
    if len(garble.local.name.parts) > 1 or is_thing:
        reasons.append(f"{CUES[garble.cue]} and never stand in one article together")
    positions = (
        name_position(graph, garble.local.name, form, wrong, odd=True),
        name_position(graph, garble.entity.name, label, right, odd=False),
    )
    return Discrepancy(
        kind=Kind.NAME_GARBLED,
        severity=Severity.MINOR if len(garble.local.name.parts) > 1 or is_thing else Severity.MAJOR,
        scope=scope_of(positions),
        confidence=round(min(0.99, 1 - 2.0 ** (2.0 - garble.bits)), 2),
        subject=f"the name of {label}",
        summary=f"{who(graph, writing, 'writes', 'write')} “{form}” where {who(graph, others)} {label}.",
        explanation=f"{enumerate_words(reasons)}.",
        positions=positions,
    )


def is_of_thing(garble: Garble) -> bool:
    """Whether the name is that of a firm, a ship or a place, and of no person."""
    return garble.entity.kind != "person"


def alike(garble: Garble) -> str:
    """How a garbled name goes with the right one."""
    if len(garble.local.name.parts) > 1 or is_of_thing(garble):
        return "is nearly spelled like" if garble.sound < 0 else "sounds like"
    return "sounds like a part of" if garble.sound > 0 else "is spelled like a part of"


def event_passage(passage: Passage, garble: Garble) -> Passage | None:
    """An event's words, where they hold the garbled name."""
    holds = any(passage.start <= p.start and p.end <= passage.end for _, p in garble.local.forms)
    return passage if holds and passage.end - passage.start < 240 else None


def name_position(
    graph: ClaimGraph, name: Name, label: str, evidence: tuple[Passage, ...], *, odd: bool
) -> Position:
    """A position on a name."""
    data = {"type": "name", "name": label, "office": name.office}
    return make_position(graph, label, data, evidence, odd=odd)


@attrs.frozen
class VariantNames:
    """Spellings of one person's full name that differ between documents.

    **Flags** "Catherine Mare" against "Katherine Mare".
    **Stays quiet** on the surname alone, on initials, on accents left out, on the surname first.
    **Known limits** An alias that shares no part with the name is another person here.
    """

    kind: ClassVar[Kind] = Kind.NAME_VARIANT

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the spelling variants of the graph."""
        for entity in graph.cast.entities:
            if entity.kind not in {"person", "unknown"}:
                continue
            spellings = spellings_of(entity)
            if len(spellings) > 1:
                yield variant_finding(graph, entity, spellings)


def spellings_of(entity: Entity) -> dict[str, list[tuple[Name, Passage]]]:
    """Full names of a person by their folded spelling in any order; initials and further given names are no variant."""
    rows: dict[tuple[str, ...], list[tuple[Name, Passage]]] = defaultdict(list)
    for name, passage in entity.forms():
        parts = tuple(sorted(fold_word(p) for p in name.parts))
        if len(parts) > 1 and all(len(p) > 1 for p in parts):
            rows[parts].append((name, passage))
    length = Counter(len(parts) for parts, row in rows.items() for _ in row).most_common(1)
    return {" ".join(parts): row for parts, row in rows.items() if length and len(parts) == length[0][0]}


def variant_finding(
    graph: ClaimGraph, entity: Entity, spellings: dict[str, list[tuple[Name, Passage]]]
) -> Discrepancy:
    """The finding of one person's spellings."""
    rows = sorted(
        spellings.values(), key=lambda r: (-len({p.document for _, p in r}), r[0][1].document, r[0][1].start)
    )
    counts = [graph.sources.count({p.document for _, p in row}) for row in rows]
    labels = [" ".join(row[0][0].parts) for row in rows]
    positions = tuple(
        name_position(
            graph,
            row[0][0],
            label,
            evidence_of([p for _, p in row]),
            odd=len(rows) == 2 and counts[n] == 1 < max(counts),
        )
        for n, (row, label) in enumerate(zip(rows, labels, strict=True))
    )
    parts = [f"{label} in {outlets(graph, p.documents)}" for label, p in zip(labels, positions, strict=True)]
    return Discrepancy(
        kind=Kind.NAME_VARIANT,
        severity=Severity.MINOR,
        scope=scope_of(positions),
        confidence=0.9,
        subject=f"the spelling of {entity.label}",
        summary=f"One person is spelled in {in_words(len(rows))} ways: {enumerate_clauses(parts)}.",
        explanation="The spellings agree in sound or are known forms of one name, and no article uses two of them "
        "for two people.",
        positions=positions,
    )
