"""Names that fill another's place and sound like it.

News gives a full name first and the surname afterwards.  A bare surname that its own document never introduced
is suspect: it may be somebody else whom all know, or another's name made over by ear or by a machine.  Sound
nominates, the slots in the events elect: the same meeting, the same partner, the same day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import attrs

from discrepancy.graph.entities import Cast, Entity
from discrepancy.graph.slots import Appearance, SlotIndex, shared_slots
from discrepancy.language import load_words
from discrepancy.model.claims import Extraction, LocalEntity
from discrepancy.model.text import Document
from discrepancy.values.names import sounds_like
from discrepancy.values.names_fold import fold_word
from discrepancy.values.names_match import nickname_groups
from discrepancy.values.names_systems import is_pinyin

__all__ = ["Cue", "Garble", "find_garbles"]

# Sound evidence is over-confident for short names; 0.6 was the best scale on transliteration pairs.
SOUND_SCALE = 0.6
SLOT_BITS = 3.8  # a slot that agrees in 7 of 10 true pairs and in 1 of 20 others
NEAR_BITS = 2.0  # the candidate is the person whom the text spoke of just before
EXACT_BITS = 4.0  # somebody of exactly this surname, in another document
LEAST_SOUND = 1.5  # bits of sound below which nobody is nominated
NEEDED = 5.0  # bits against "somebody new", who in news would have been introduced
NEAR_CHARACTERS = 500
CLEAR_SOUND = 5.0  # without a slot in common, the sound must be as near as this
ARTICLES = (" the", " The", "\nThe")
OFTEN = 3  # a slip is made once or twice; a name that a text goes on using is meant


# What speaks for a full name being somebody else's: one office, the same events, the same words around it.
Cue = Literal["office", "events", "words"]


@attrs.frozen(kw_only=True, eq=False)
class Garble:
    """A name that stands for somebody whose name it is not."""

    local: LocalEntity
    entity: Entity
    bits: float
    sound: float
    slots: tuple[tuple[Appearance, Appearance], ...]
    near: bool
    cue: Cue | None = None


def find_garbles(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    cast: Cast,
    slots: SlotIndex,
    groups: Mapping[str, int],
) -> tuple[Garble, ...]:
    """Find the garbled names of all documents; whom a name stands for must be named in its own group of documents."""
    found = []
    people = introduced_people(cast, groups)
    for document, extraction in zip(documents, extractions, strict=True):
        suspects = [e for e in extraction.entities if is_suspect(e) and not is_plural(document, e)]
        known = people.get(groups[extraction.document], []) if suspects else []
        own = {cast.find(extraction.document, e.key) for e in extraction.entities}
        for local in suspects:
            candidates = [e for e in known if e in own or local.document not in e.documents]
            garble = elect(local, candidates, cast, slots)
            if garble is not None:
                found.append(garble)
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


def is_plural(document: Document, local: LocalEntity) -> bool:
    """Whether a name is that of several everywhere ("the Rangers", "the Bergs")."""
    return local.name.text.endswith("s") and all(
        document.text[max(0, passage.start - 5) : passage.start].rstrip().endswith(ARTICLES)
        for _, passage in local.forms
    )


def elect(local: LocalEntity, candidates: Iterable[Entity], cast: Cast, slots: SlotIndex) -> Garble | None:
    """The candidate whose sound and slots together speak loudest, if loud enough and against any namesake."""
    best: Garble | None = None
    rival = 0.0
    for entity in candidates:
        if is_form_of(local, entity):
            continue
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
    is_heard = best.near and best.sound >= CLEAR_SOUND and any(slots.of(local.document, local.key))
    return best if best.slots or is_heard else None


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


def is_form_of(local: LocalEntity, entity: Entity) -> bool:
    """Whether a name is the plural of a part of the person's ("Bergs"), or a known form of one ("Vince")."""
    bare = fold_word(local.name.text)
    parts = {fold_word(part) for name, _ in entity.forms() for part in name.parts} - {bare}
    return any(
        bare in (part + "s", part + "es")
        or part == bare + "s"
        or nickname_groups(bare) & nickname_groups(part)
        for part in parts
    )


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
