"""Full names nearly alike that no article has together: one person whose name one outlet heard or read wrong.

Two colleagues of one name nearly stand in one article somewhere, for it is then that a reader must be told that
there are two.  So one of the names is mostly a slip, where both hold one office, do the same with the same third,
or say or do the same by the words around them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from discrepancy.graph.entities import Cast, Entity, rough_pairs
from discrepancy.graph.garbles import SLOT_BITS, Cue, Garble
from discrepancy.graph.slots import SlotIndex, shared_slots
from discrepancy.language import load_words
from discrepancy.model.text import Document
from discrepancy.values.comparison import Relation
from discrepancy.values.names import compare_names, score_names
from discrepancy.values.names_fold import fold_word
from discrepancy.values.names_mishearing import compare_letters, sound_alike
from discrepancy.values.offices import Office, read_office
from discrepancy.values.quotes import split_words

__all__ = ["find_twins"]

LEAST_SOUND = 1.5  # bits of sound and spelling from which a cue is enough
# The share of letters kept where sound does not tell: "Lena Gray" and "Lena Bray" have 7 of 9.
LEAST_LETTERS, LEAST_PART = 0.65, 0.5
# Two parts that are both altered by accident, or one long one: no cue is needed.
CLEAR_LETTERS, CLEAR_PART = 0.7, 0.6
WORDS_IN_COMMON = 3  # content words of one sentence each
# A key that more names share is a given name of everybody.
BLOCK = 20
SENTENCE_END = re.compile(r"[.!?][\"”’]?\s+(?=[\"“‘A-Z0-9])|\n")


def find_twins(
    documents: Sequence[Document], cast: Cast, slots: SlotIndex, groups: Mapping[str, int]
) -> Iterator[Garble]:
    """Find the full names that stand for somebody called nearly so."""
    texts = {d.id: d.text for d in documents}
    for one, other in alike_pairs(cast):
        if one.documents & other.documents or not share_group(one, other, groups):
            continue
        if compare_names(one.name, other.name).relation is Relation.SAME:
            continue
        rarer, commoner = sorted((one, other), key=lambda e: (len(e.documents), e.id))
        sound = score_names(rarer.name, commoner.name)
        cue = cue_of(rarer, commoner, slots, texts)
        if is_twin(rarer, commoner, sound, cue):
            for local in rarer.members:
                yield Garble(
                    local=local,
                    entity=commoner,
                    bits=max(sound, LEAST_SOUND) + SLOT_BITS,
                    sound=sound,
                    slots=(),
                    near=False,
                    cue=cue,
                )


def alike_pairs(cast: Cast) -> Iterator[tuple[Entity, Entity]]:
    """Pairs of people with full names that share a part, or the beginnings or sounds of two."""
    blocks: dict[object, list[Entity]] = {}
    for entity in cast.entities:
        if entity.kind == "person" and len(entity.name.parts) > 1:
            keys = {*rough_pairs(entity.name), *(fold_word(part) for part in entity.name.parts)}
            for key in keys:
                blocks.setdefault(key, []).append(entity)
    pairs = {
        (one.id, other.id): (one, other)
        for block in blocks.values()
        if len(block) < BLOCK
        for one, other in combinations(block, 2)
    }
    for _, pair in sorted(pairs.items()):
        yield pair


def share_group(one: Entity, other: Entity, groups: Mapping[str, int]) -> bool:
    """Whether two people stand in one group of documents."""
    return bool({groups[d] for d in one.documents} & {groups[d] for d in other.documents})


def is_twin(rarer: Entity, commoner: Entity, sound: float, cue: Cue | None) -> bool:
    """Whether two names are near enough for what else speaks for one person."""
    if sound >= LEAST_SOUND and cue in {"office", "events"}:
        return True
    letters = compare_letters(rarer.name, commoner.name)
    if letters is None or len(rarer.documents) > 1:
        return False
    if cue is not None:
        near = letters.whole >= LEAST_LETTERS and letters.worst >= LEAST_PART
        return near or sound_alike(rarer.name, commoner.name, in_all=False)
    if have_other_offices(rarer, commoner):
        return False
    if sound_alike(rarer.name, commoner.name):
        return True
    return len(commoner.documents) > 1 and letters.whole >= CLEAR_LETTERS and letters.worst >= CLEAR_PART


def cue_of(one: Entity, other: Entity, slots: SlotIndex, texts: Mapping[str, str]) -> Cue | None:
    """What speaks for one person beside the names."""
    if share_office(one, other):
        return "office"
    if share_events(one, other, slots):
        return "events"
    if have_other_offices(one, other):
        return None
    return "words" if share_words(one, other, texts) else None


def have_other_offices(one: Entity, other: Entity) -> bool:
    """Whether both people are given an office or a job, and not the same."""
    return bool(offices_of(one) and offices_of(other)) and not share_office(one, other)


def share_office(one: Entity, other: Entity) -> bool:
    """Whether two people are given one office, of one country or body where both are named."""
    return any(
        is_one_office(mine, theirs) and (whose is None or others is None or whose == others)
        for mine, whose in offices_of(one)
        for theirs, others in offices_of(other)
    )


def is_one_office(mine: str | Office, theirs: str | Office) -> bool:
    """Whether two offices are one, in full and for short: "winding operator" and "operator", but not of two ranks."""
    if mine == theirs or not (isinstance(mine, str) and isinstance(theirs, str)):
        return mine == theirs
    short, long = sorted((mine.split(), theirs.split()), key=len)
    return long[len(long) - len(short) :] == short and not ranks().intersection(
        long[: len(long) - len(short)]
    )


@cache
def ranks() -> frozenset[str]:
    """The words that lower an office by a rank or put it into the past."""
    table = load_words("offices")
    return frozenset((*table["ranks"], *table["passing"]))


def offices_of(entity: Entity) -> set[tuple[str | Office, str | None]]:
    """The offices that are given to somebody, each as its post where it is one, and whose they are."""
    return {(read_office(n.office) or n.office, n.of) for n, _ in entity.forms() if n.office}


def share_events(one: Entity, other: Entity, slots: SlotIndex) -> bool:
    """Whether two people take part in the same events with the same third."""
    left, right = ([a for m in e.members for a in slots.of(m.document, m.key)] for e in (one, other))
    return next(iter(shared_slots(left, right)), None) is not None


def share_words(one: Entity, other: Entity, texts: Mapping[str, str]) -> bool:
    """Whether a sentence about each of two people says much the same."""
    names = {fold_word(part) for entity in (one, other) for part in entity.name.parts}
    left, right = ([words - names for words in sentences_about(e, texts)] for e in (one, other))
    return any(len(a & b) >= WORDS_IN_COMMON for a in left for b in right)


def sentences_about(entity: Entity, texts: Mapping[str, str]) -> Iterator[frozenset[str]]:
    """The content words of each sentence that names somebody, and of the quotation that goes on with it."""
    for _, passage in entity.forms():
        text = texts[passage.document]
        before = [m.end() for m in SENTENCE_END.finditer(text, 0, passage.start)]
        after = SENTENCE_END.search(text, passage.end)
        start, end = before[-1] if before else 0, after.start() if after else len(text)
        yield frozenset(w.key for w in split_words(text[start:end]) if w.is_content)
