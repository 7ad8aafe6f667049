"""Firms, ships, places and other things whose name one outlet writes with a slip, and no article beside the right one.

A slip alone is not enough, for two villages may be called nearly alike: the sentences about both must say much
the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy.graph.entities import Cast, Entity, folded_words
from discrepancy.graph.garbles import SLOT_BITS, Garble
from discrepancy.graph.twins import share_group, share_words
from discrepancy.model.text import Document
from discrepancy.values.names_offices import country_of
from discrepancy.values.names_slips import count_slips

__all__ = ["find_respelled"]

# Letters of a word in which a slip is no other word.
SHORTEST = 6
# What makes a people of a country, a plural of one: "Norland", "Norlander".
FORMS = ("a", "al", "an", "ans", "e", "er", "ers", "ese", "i", "ian", "ians", "ic", "ish", "n", "o", "s", "y")
# A key that more names share is a word of everybody.
BLOCK = 20


def find_respelled(documents: Sequence[Document], cast: Cast, groups: Mapping[str, int]) -> Iterator[Garble]:
    """Find the names of things that stand for another one spelled nearly so."""
    texts = {d.id: d.text for d in documents}
    for one, other in alike_things(cast):
        rarer, commoner = sorted((one, other), key=lambda e: (len(e.documents), e.id))
        apart = not one.documents & other.documents and share_group(one, other, groups)
        bits = slip_of(rarer, commoner) if apart and len(rarer.documents) == 1 else 0.0
        if bits > 0 and share_words(rarer, commoner, texts):
            for local in rarer.members:
                yield Garble(
                    local=local,
                    entity=commoner,
                    bits=bits + SLOT_BITS,
                    sound=-1.0,
                    slots=(),
                    near=False,
                    cue="words",
                )


def alike_things(cast: Cast) -> Iterator[tuple[Entity, Entity]]:
    """Pairs of things whose names begin alike."""
    blocks: dict[tuple[str, int], list[Entity]] = {}
    for entity in cast.entities:
        words = folded_words(entity.name)
        if entity.kind != "person" and words and not country_of(entity.name.text):
            blocks.setdefault((words[0][:2], len(words)), []).append(entity)
    for _, block in sorted(blocks.items()):
        if len(block) < BLOCK:
            yield from combinations(block, 2)


def slip_of(one: Entity, other: Entity) -> float:
    """The evidence in bits for a slip in the one word that differs; 0 where more differs, or another form does."""
    pairs = zip(folded_words(one.name), folded_words(other.name), strict=True)
    apart = [(a, b) for a, b in pairs if a != b]
    if len(apart) != 1 or min(map(len, apart[0])) < SHORTEST:
        return 0.0
    short, long = sorted(apart[0], key=len)
    is_form = any(long in (short + ending, short[:-1] + ending) for ending in FORMS)
    return 0.0 if is_form else max(0.0, count_slips(short, long))
