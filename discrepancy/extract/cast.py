"""Who and what a document names: its names clustered into people, organisations and places.

News gives the full name and the office at first mention and the surname afterwards, so a bare name stands for
the full name that holds it; only where no full name holds it does it start an entity of its own.
"""

from collections.abc import Mapping, Sequence

import attrs

from discrepancy.extract.genders import Gender, find_genders, gender_of_pronoun
from discrepancy.language import word_set
from discrepancy.model.claims import LocalEntity
from discrepancy.model.mentions import NameMention
from discrepancy.model.text import Document, Passage
from discrepancy.values.names import Name, NameKind
from discrepancy.values.names_fold import fold_word

__all__ = ["Cast", "build_cast"]


@attrs.define(eq=False)
class Member:
    """An entity while its forms are being collected."""

    key: str
    kind: NameKind
    folded: tuple[str, ...]
    mentions: list[NameMention]
    last: int = -1


@attrs.frozen(eq=False)
class Cast:
    """The entities of one document and which mention stands for which of them."""

    entities: tuple[LocalEntity, ...]
    key_at: dict[int, str]
    mentions: tuple[NameMention, ...]
    genders: Mapping[str, Gender] = attrs.field(factory=dict)
    _by_key: dict[str, LocalEntity] = attrs.field(init=False)

    @_by_key.default
    def _index(self) -> dict[str, LocalEntity]:
        return {entity.key: entity for entity in self.entities}

    def entity(self, key: str) -> LocalEntity | None:
        """The entity with a key."""
        return self._by_key.get(key)

    def is_person(self, key: str) -> bool:
        """Whether the key is that of a person."""
        entity = self.entity(key)
        return entity is not None and entity.kind == "person"

    def fits(self, key: str, pronoun: str) -> bool:
        """Whether a pronoun can stand for somebody: "she" for no man, "he" for no woman."""
        told, wanted = self.genders.get(key), gender_of_pronoun(pronoun)
        return told is None or wanted is None or told == wanted

    def holder(self, office: str) -> str | None:
        """The one person of the document whose office ends in these words ("minister"), if it is one."""
        held = {
            entity.key
            for entity in self.entities
            if entity.kind == "person"
            for name, _ in entity.forms
            if name.office and f" {name.office}".endswith(f" {office}")
        }
        return held.pop() if len(held) == 1 else None


def build_cast(document: Document, names: Sequence[NameMention]) -> Cast:
    """Cluster the names of a document; full names first, then the bare ones that they explain."""
    members = Members()
    assigned: dict[int, Member] = {}
    for mention in names:
        if is_full(mention):
            assigned[mention.name_start] = join(members, mention)
    for mention in sorted(names, key=lambda m: m.start):
        if mention.name_start in assigned:
            assigned[mention.name_start].last = mention.start
        else:
            assigned[mention.name_start] = join_bare(members, mention)
    key_at = {start: member.key for start, member in assigned.items()}
    entities = tuple(finished(document, m) for m in members.all)
    return Cast(entities, key_at, tuple(names), find_genders(document, entities))


def is_full(mention: NameMention) -> bool:
    """Whether a mention gives more than one part of a person's name."""
    return len(mention.name.parts) > 1 or mention.name.kind in {"organisation", "place"}


def folded_parts(name: Name) -> tuple[str, ...]:
    """The folded parts of a name."""
    return tuple(part for part in (fold_word(p) for p in name.parts or name.text.split()) if part)


def join(members: "Members", mention: NameMention) -> Member:
    """Add a full name to the entity that has the same parts, or start a new one."""
    folded = folded_parts(mention.name)
    for member in members.near(folded):
        if agrees(member, folded) and kinds_agree(member.kind, mention.name.kind):
            member.mentions.append(mention)
            if len(folded) > len(member.folded):
                member.folded = folded
                members.note(member)
            if member.kind == "unknown":
                member.kind = mention.name.kind
            return member
    return members.start(mention, folded)


def agrees(member: Member, folded: tuple[str, ...]) -> bool:
    """Whether two full names are one: the same parts, or one with further given names or initials."""
    if member.folded == folded:
        return True
    short, long = sorted((member.folded, folded), key=len)
    if len(short) < 2 or short[-1] != long[-1] or member.kind != "person":
        return False
    return short[0] == long[0] or (len(short[0]) == 1 and long[0].startswith(short[0]))


def kinds_agree(left: NameKind, right: NameKind) -> bool:
    """Whether two kinds can be those of one name."""
    return left == right or "unknown" in (left, right)


def join_bare(members: "Members", mention: NameMention) -> Member:
    """Add a bare name to the entity that it is part of: the one named last before it, else the next one."""
    folded = folded_parts(mention.name)
    near = members.near(folded)
    fitting = [
        m
        for m in near
        if folded and set(folded) <= set(m.folded) and m.kind in {"person", "unknown"} and len(m.folded) < 5
    ] or [m for m in near if m.folded == folded]
    if fitting:
        before = [m for m in fitting if 0 <= m.last < mention.start]
        member = max(before, key=lambda m: m.last) if before else fitting[0]
        member.mentions.append(mention)
        member.last = mention.start
        return member
    member = members.start(mention, folded)
    member.last = mention.start
    return member


@attrs.define(eq=False)
class Members:
    """The entities found so far, and where to look for one: by each part of its name."""

    all: list[Member] = attrs.field(factory=list)
    by_part: dict[str, list[Member]] = attrs.field(factory=dict)

    def near(self, folded: tuple[str, ...]) -> list[Member]:
        """The entities that share a part with a name, in the order in which they were found."""
        found = {id(m): m for part in folded or ("",) for m in self.by_part.get(part, ())}
        return sorted(found.values(), key=lambda m: int(m.key[1:]))

    def start(self, mention: NameMention, folded: tuple[str, ...]) -> Member:
        """Start an entity with its first mention."""
        member = Member(f"n{len(self.all)}", mention.name.kind, folded, [mention])
        self.all.append(member)
        self.note(member)
        return member

    def note(self, member: Member) -> None:
        """Note an entity under the parts of its name."""
        for part in member.folded or ("",):
            row = self.by_part.setdefault(part, [])
            if member not in row:
                row.append(member)


def finished(document: Document, member: Member) -> LocalEntity:
    """Freeze an entity; its name is the fullest form, the first of equals."""
    mentions = sorted(member.mentions, key=lambda m: m.start)
    fullest = max(mentions, key=lambda m: (len(m.name.parts), m.name.office is not None))
    forms = tuple(
        (m.name, Passage(document.id, m.start, m.end, document.text[m.start : m.end])) for m in mentions
    )
    introduced = any(
        len(m.name.parts) > 1 or m.name.office or m.name.titles or by_kinship(document, m) for m in mentions
    )
    return LocalEntity(
        key=member.key,
        document=document.id,
        kind=member.kind,
        name=fullest.name,
        forms=forms,
        introduced=bool(introduced),
    )


def by_kinship(document: Document, mention: NameMention) -> bool:
    """Whether a name is introduced as somebody's relation: "her brother Jo"."""
    before = document.text[max(0, mention.start - 20) : mention.start].lower().replace(",", " ").split()
    return bool(before) and before[-1] in word_set("kinship", "words")
