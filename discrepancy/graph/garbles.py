"""Names that fill another's place and sound like it.

News gives a full name first and the surname afterwards.  A bare surname that its own document never introduced
is suspect: it may be somebody else whom all know, or another's name made over by ear or by a machine.  Sound
nominates, the slots in the events elect: the same meeting, the same partner, the same day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from discrepancy.graph.entities import Cast, Entity
from discrepancy.graph.slots import Appearance, SlotIndex, shared_slots
from discrepancy.language import load_words
from discrepancy.model.claims import Extraction, LocalEntity
from discrepancy.values.comparison import Relation
from discrepancy.values.names import compare_names, score_names, sounds_like
from discrepancy.values.names_systems import is_pinyin

__all__ = ["Garble", "find_garbles"]

# Sound evidence is over-confident for short names; 0.6 was the best scale on transliteration pairs.
SOUND_SCALE = 0.6
SLOT_BITS = 3.8  # a slot that agrees in 7 of 10 true pairs and in 1 of 20 others
NEAR_BITS = 2.0  # the candidate is the person whom the text spoke of just before
EXACT_BITS = 4.0  # somebody of exactly this surname, in another document
LEAST_SOUND = 1.5  # bits of sound below which nobody is nominated
NEEDED = 5.0  # bits against "somebody new", who in news would have been introduced
NEAR_CHARACTERS = 500
CLEAR_SOUND = 5.0  # without a slot in common, the sound must be as near as this
OFTEN = 3  # a slip is made once or twice; a name that a text goes on using is meant


@attrs.frozen(kw_only=True, eq=False)
class Garble:
    """A name that stands for somebody whose name it is not."""

    local: LocalEntity
    entity: Entity
    bits: float
    sound: float
    slots: tuple[tuple[Appearance, Appearance], ...]
    near: bool


def find_garbles(
    extractions: Sequence[Extraction], cast: Cast, slots: SlotIndex, groups: Mapping[str, int]
) -> tuple[Garble, ...]:
    """Find the garbled names of all documents; whom a name stands for must be named in its own group of documents."""
    found = []
    people = introduced_people(cast, groups)
    for extraction in extractions:
        suspects = [local for local in extraction.entities if is_suspect(local)]
        known = people.get(groups[extraction.document], []) if suspects else []
        own = {cast.find(extraction.document, e.key) for e in extraction.entities}
        for local in suspects:
            candidates = [e for e in known if e in own or local.document not in e.documents]
            garble = elect(local, candidates, cast, slots)
            if garble is not None:
                found.append(garble)
    found.extend(twins(cast, slots))
    return tuple(found)


def introduced_people(cast: Cast, groups: Mapping[str, int]) -> dict[int, list[Entity]]:
    """The people of each group of documents whom some document introduces."""
    people: dict[int, list[Entity]] = defaultdict(list)
    for entity in cast.entities:
        if entity.kind == "person" and entity.introduced:
            for group in sorted({groups[d] for d in entity.documents}):
                people[group].append(entity)
    return people


def is_suspect(local: LocalEntity) -> bool:
    """Whether a name is a bare surname that its document never introduced."""
    return (
        local.kind in {"person", "unknown"}
        and not local.introduced
        and len(local.name.parts) == 1
        and len(local.forms) <= OFTEN
    )


def elect(local: LocalEntity, candidates: Iterable[Entity], cast: Cast, slots: SlotIndex) -> Garble | None:
    """The candidate whose sound and slots together speak loudest, if loud enough and against any namesake."""
    best: Garble | None = None
    rival = 0.0
    for entity in candidates:
        exact = is_namesake(local, entity)
        sound = max((sounds_like(local.name.text, part) for part in surnames(entity)), default=0.0)
        if not exact and sound < LEAST_SOUND:
            continue
        shared = slots_in_common(local, entity, slots)
        near = stands_near(local, entity)
        bits = SLOT_BITS * min(len(shared), 3) + (NEAR_BITS if near else 0.0)
        if exact and not acts(entity, slots):
            continue
        if exact:
            rival = max(rival, bits + EXACT_BITS + SOUND_SCALE * sound / 2)
        elif best is None or bits + SOUND_SCALE * sound > best.bits:
            best = Garble(
                local=local,
                entity=entity,
                bits=bits + SOUND_SCALE * sound,
                sound=sound,
                slots=shared,
                near=near,
            )
    if best is None or best.bits < NEEDED or best.bits <= rival:
        return None
    return best if best.slots or (best.near and best.sound >= CLEAR_SOUND) else None


def surnames(entity: Entity) -> set[str]:
    """The parts of a name by which people call its owner: those used alone, else the last one or a first syllable."""
    used = {name.text for name, _ in entity.forms() if len(name.parts) == 1}
    first = {p for p in entity.name.parts[:1] if is_pinyin(p)}
    return (used & set(entity.name.parts)) | first or set(entity.name.parts[-1:])


def acts(entity: Entity, slots: SlotIndex) -> bool:
    """Whether somebody does more in the story than to comment on it; a columnist is no party to a meeting."""
    events = [a.event for m in entity.members for a in slots.of(m.document, m.key)]
    return any(e.family in load_words("predicates") or len(entity.documents) > 1 for e in events)


def is_namesake(local: LocalEntity, entity: Entity) -> bool:
    """Whether the person really has this name."""
    bare = local.name.text.casefold()
    return any(bare == part.casefold() for name, _ in entity.forms() for part in name.parts)


def slots_in_common(
    local: LocalEntity, entity: Entity, slots: SlotIndex
) -> tuple[tuple[Appearance, Appearance], ...]:
    """Events of the name that match events of the person, one match for each event of the name."""
    own = slots.of(local.document, local.key)
    theirs = [a for m in entity.members for a in slots.of(m.document, m.key)]
    matches: dict[str, tuple[Appearance, Appearance]] = {}
    for one, other in shared_slots(own, theirs):
        matches.setdefault(one.event.family, (one, other))
    return tuple(matches.values())


def stands_near(local: LocalEntity, entity: Entity) -> bool:
    """Whether the person is named in the same document shortly before the suspect name."""
    starts = [p.start for m in entity.members if m.document == local.document for _, p in m.forms]
    return any(0 < p.start - s <= NEAR_CHARACTERS for _, p in local.forms for s in starts)


def twins(cast: Cast, slots: SlotIndex) -> list[Garble]:
    """Full names that differ in one part only, hold one office and never stand in one document together."""
    people = [e for e in cast.entities if e.kind == "person" and len(e.name.parts) > 1]
    by_part: dict[str, list[Entity]] = {}
    for entity in people:
        for part in entity.name.parts:
            by_part.setdefault(part.casefold(), []).append(entity)
    found = []
    pairs = {
        (a.id, b.id): (a, b)
        for row in by_part.values()
        if len(row) < 20
        for a in row
        for b in row
        if a.id < b.id
    }
    for _, (one, other) in sorted(pairs.items()):
        if one.documents & other.documents or not (same_office(one, other) or same_slots(one, other, slots)):
            continue
        if compare_names(one.name, other.name).relation is Relation.SAME:
            continue
        rarer, commoner = sorted((one, other), key=lambda e: (len(e.documents), e.id))
        sound = score_names(rarer.name, commoner.name)
        if sound >= LEAST_SOUND:
            found += [
                Garble(
                    local=local,
                    entity=commoner,
                    bits=sound + SLOT_BITS,
                    sound=sound,
                    slots=(),
                    near=False,
                )
                for local in rarer.members
            ]
    return found


def same_office(one: Entity, other: Entity) -> bool:
    """Whether two people are given one office of one country or body."""
    offices = [{(n.office, n.of) for n, _ in e.forms() if n.office} for e in (one, other)]
    return bool(offices[0] & offices[1])


def same_slots(one: Entity, other: Entity, slots: SlotIndex) -> bool:
    """Whether two people take part in the same events with the same third."""
    left, right = ([a for m in e.members for a in slots.of(m.document, m.key)] for e in (one, other))
    return next(iter(shared_slots(left, right)), None) is not None
