"""Which names are one person, organisation or place over all documents."""

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from discrepancy.model.claims import Extraction, LocalEntity
from discrepancy.model.text import Passage
from discrepancy.values.comparison import Relation
from discrepancy.values.names import Name, NameKind, compare_names
from discrepancy.values.names_fold import fold, fold_word

__all__ = ["Cast", "Entity", "resolve_entities"]


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
    clusters: list[list[LocalEntity]] = []
    index: dict[str, list[int]] = {}
    everyone = [e for x in extractions for e in x.entities]
    for local in sorted(everyone, key=lambda e: (not is_full(e), e.document, e.key)):
        keys = block_keys(local)
        near = sorted({i for key in keys for i in index.get(key, ())})
        fitting = [i for i in near if belongs(local, clusters[i])]
        if len(fitting) == 1 or (fitting and is_full(local)):
            at = fitting[0]
            clusters[at].append(local)
        else:
            at = len(clusters)
            clusters.append([local])
        for key in keys:
            if at not in index.setdefault(key, []):
                index[key].append(at)
    entities = tuple(make_entity(f"n{i}", cluster) for i, cluster in enumerate(in_order(clusters)))
    return Cast(entities, {(m.document, m.key): e for e in entities for m in e.members})


def in_order(clusters: list[list[LocalEntity]]) -> list[list[LocalEntity]]:
    """Clusters in the order of their first passage, so that numbers do not depend on reading order."""
    return sorted(clusters, key=lambda c: min((m.document, m.forms[0][1].start) for m in c))


def is_full(local: LocalEntity) -> bool:
    """Whether the document gives more than a bare surname."""
    return len(local.name.parts) > 1 or local.kind in {"organisation", "place"}


def block_keys(local: LocalEntity) -> set[str]:
    """Keys under which an entity is looked for: the first two sounds of each part of its name."""
    keys = set()
    for part in local.name.parts or local.name.text.split():
        folded = fold_word(part)
        if len(folded) > 1:
            keys.add(folded[:2])
            keys.add(folded[-3:])
    return keys


def belongs(local: LocalEntity, cluster: list[LocalEntity]) -> bool:
    """Whether an entity can be one with a cluster: its names agree, and its own document does not keep them apart."""
    if any(m.document == local.document for m in cluster):
        return False
    if not kinds_agree(local.kind, {m.kind for m in cluster}):
        return False
    if local.kind in {"place", "organisation"}:
        return any(same_words(local.name, m.name) for m in cluster)
    relations = {compare_names(local.name, m.name).relation for m in cluster}
    if Relation.CONFLICTING in relations:
        return False
    if Relation.SAME in relations:
        return True
    return Relation.COMPATIBLE in relations and is_full(local)


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
