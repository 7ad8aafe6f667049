"""Which names are one person, organisation or place over all documents."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, permutations

import attrs

from discrepancy.model.claims import Extraction, LocalEntity
from discrepancy.model.text import Passage
from discrepancy.values.comparison import Relation
from discrepancy.values.names import Name, NameKind, compare_names, rough_keys
from discrepancy.values.names_fold import fold, fold_word

__all__ = ["Cast", "Entity", "resolve_entities"]

BlockKey = tuple[str, str]
Spelling = tuple[str, tuple[str, ...]]
# Names whose keys are kept: one name stands in many documents.
KEPT = 8192
MOST_INITIALS = 3


@attrs.frozen(kw_only=True, eq=False)
class Entity:
    """One person, organisation or place over all documents, with all its forms."""

    id: str
    kind: NameKind
    name: Name
    members: tuple[LocalEntity, ...]

    @property
    def label(self) -> str:
        """The name as most documents give it in full."""
        return " ".join(self.name.parts) or self.name.text

    @property
    def introduced(self) -> bool:
        """Whether some document gives the full name or an office."""
        return any(m.introduced for m in self.members)

    @property
    def documents(self) -> frozenset[str]:
        """The documents that name it."""
        return frozenset(m.document for m in self.members)

    def forms(self) -> Iterable[tuple[Name, Passage]]:
        """Every form of the name with its passage."""
        for member in self.members:
            yield from member.forms


@attrs.frozen(eq=False)
class Cast:
    """All entities, and which of them a document's own entity belongs to."""

    entities: tuple[Entity, ...]
    of_local: dict[tuple[str, str], Entity]

    def find(self, document: str, key: str) -> Entity | None:
        """The entity that a key of a document stands for; ``None`` for common nouns."""
        return self.of_local.get((document, key))


def resolve_entities(extractions: Sequence[Extraction]) -> Cast:
    """Join the entities of all documents; full names first, bare ones where exactly one full name holds them."""
    clusters: list[Cluster] = []
    index: dict[BlockKey, list[int]] = {}
    everyone = [e for x in extractions for e in x.entities]
    for local in sorted(everyone, key=lambda e: (not is_full(e), e.document, e.key)):
        near = sorted({i for key in sought_keys(local) for i in index.get(key, ())})
        fitting = [i for i in near if belongs(local, clusters[i])]
        if len(fitting) == 1 or (fitting and is_full(local)):
            at = fitting[0]
        else:
            at = len(clusters)
            clusters.append(Cluster())
        if clusters[at].add(local):
            for key in block_keys(local.name):
                row = index.setdefault(key, [])
                if at not in row:
                    row.append(at)
    members = in_order([c.members for c in clusters])
    entities = tuple(make_entity(f"n{i}", row) for i, row in enumerate(members))
    return Cast(entities, {(m.document, m.key): e for e in entities for m in e.members})


@attrs.define(eq=False)
class Cluster:
    """Local entities that are taken for one so far, with their documents, kinds and different names."""

    members: list[LocalEntity] = attrs.field(factory=list)
    documents: set[str] = attrs.field(factory=set)
    kinds: set[NameKind] = attrs.field(factory=set)
    names: dict[Spelling, Name] = attrs.field(factory=dict)

    def add(self, local: LocalEntity) -> bool:
        """Take a local entity in; whether its name is a new one here."""
        self.members.append(local)
        self.documents.add(local.document)
        self.kinds.add(local.kind)
        spelling = spelling_of(local.name)
        is_new = spelling not in self.names
        self.names.setdefault(spelling, local.name)
        return is_new


def spelling_of(name: Name) -> Spelling:
    """What of a name is compared with other names."""
    return name.text, name.parts


def in_order(clusters: list[list[LocalEntity]]) -> list[list[LocalEntity]]:
    """Clusters in the order of their first passage, so that numbers do not depend on reading order."""
    return sorted(clusters, key=lambda c: min((m.document, m.forms[0][1].start) for m in c))


def is_full(local: LocalEntity) -> bool:
    """Whether the document gives more than a bare surname."""
    return len(local.name.parts) > 1 or local.kind in {"organisation", "place"}


def sought_keys(local: LocalEntity) -> frozenset[BlockKey]:
    """Keys under which the clusters are sought that an entity may belong to; ``belongs`` says which of them it does."""
    if local.kind in {"place", "organisation"}:
        return frozenset({same_key(local.name)})
    if not is_full(local):
        return whole_words(local.name)
    words = folded_parts(local.name)
    sort = "alone" if len(words) > 1 else "end"
    return rough_pairs(local.name) | {(sort, end) for word in words for end in ends_of(word)}


def block_keys(name: Name) -> frozenset[BlockKey]:
    """Keys under which a cluster with a name is found."""
    words = folded_parts(name)
    ends = [end for word in words for end in ends_of(word)]
    alone = {("alone", end) for end in ends if len(words) == 1}
    return rough_pairs(name) | whole_words(name) | {("end", end) for end in ends} | alone | {same_key(name)}


@lru_cache(maxsize=KEPT)
def rough_pairs(name: Name) -> frozenset[BlockKey]:
    """A key for two words of a name: the beginning or the ending of one, and a rough key of the other.

    Where two names of several words are one, each word of the shorter one answers a word of the longer one.
    """
    return frozenset(
        (end, rough)
        for one, other in permutations(folded_parts(name), 2)
        for end in ends_of(one)
        for rough in rough_keys(other)
    )


def same_key(name: Name) -> BlockKey:
    """The key of a place or an organisation, whose words must all be the same."""
    return "same", " ".join(folded_words(name))


def whole_words(name: Name) -> frozenset[BlockKey]:
    """A key for each word of a name, and for two neighbours written as one ("Eun Ji", "Eunji")."""
    words = [fold_word(word) for part in parts_of(name) for word in part.split("-")]
    joined = (one + other for one, other in pairwise(words))
    return frozenset(("word", word) for word in (*words, *folded_parts(name), *joined) if word)


def folded_parts(name: Name) -> list[str]:
    """The parts of a name in plain letters and figures, those with a hyphen as one word; without initials."""
    return [fold_word(part) for part in parts_of(name) if not is_initials(part)]


def is_initials(part: str) -> bool:
    """Whether a part of a name is no more than initials: "J.", "JC", "J.-C."."""
    folded = fold_word(part)
    return len(folded) < 2 or (len(folded) <= MOST_INITIALS and part.isupper())


def parts_of(name: Name) -> Sequence[str]:
    """The parts of a name, else the words of its text."""
    return name.parts or name.text.split()


def ends_of(word: str) -> tuple[str, str]:
    """How a word begins and ends; spellings of one name share at least one of both in one of their words."""
    return f"{word[:2]}-", f"-{word[-3:]}"


def belongs(local: LocalEntity, cluster: Cluster) -> bool:
    """Whether an entity can be one with a cluster: its names agree, and its own document does not keep them apart."""
    if local.document in cluster.documents or not kinds_agree(local.kind, cluster.kinds):
        return False
    if local.kind in {"place", "organisation"}:
        return any(same_words(local.name, name) for name in cluster.names.values())
    agreed: set[Relation] = set()
    for name in cluster.names.values():
        relation = compare_names(local.name, name).relation
        if relation is Relation.CONFLICTING:
            return False
        agreed.add(relation)
    return Relation.SAME in agreed or (Relation.COMPATIBLE in agreed and is_full(local))


def kinds_agree(kind: NameKind, kinds: set[NameKind]) -> bool:
    """Whether a kind can stand with those of a cluster."""
    return kind in kinds or kind == "unknown" or "unknown" in kinds


def same_words(left: Name, right: Name) -> bool:
    """Whether two names of places or organisations are the same but for case, accents and articles."""
    return folded_words(left) == folded_words(right)


def folded_words(name: Name) -> tuple[str, ...]:
    """The words of a name without case, accents and articles."""
    words = fold(name.text if not name.parts else " ".join(name.parts)).replace("-", " ").split()
    return tuple(w for w in words if w not in {"the", "of"})


def make_entity(key: str, cluster: list[LocalEntity]) -> Entity:
    """Freeze a cluster; the name is the full form that most documents use."""
    counts: dict[tuple[str, ...], int] = {}
    for member in cluster:
        counts[member.name.parts] = counts.get(member.name.parts, 0) + 1
    best = max(cluster, key=lambda m: (len(m.name.parts) > 1, counts[m.name.parts], m.name.parts))
    kinds: Counter[NameKind] = Counter(m.kind for m in cluster if m.kind != "unknown")
    kind: NameKind = max(kinds, key=lambda k: (kinds[k], k)) if kinds else "unknown"
    return Entity(id=key, kind=kind, name=best.name, members=tuple(cluster))
