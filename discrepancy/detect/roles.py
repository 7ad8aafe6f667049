"""Roles: two offices of one person that nobody holds together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar

import attrs

from discrepancy.detect.bodies import Move, find_move, same_body
from discrepancy.detect.positions import in_order, make_position, odd_one, scope_of
from discrepancy.detect.wording import enumerate_clauses, outlets
from discrepancy.graph import ClaimGraph
from discrepancy.graph.entities import Entity
from discrepancy.graph.holders import Tenure
from discrepancy.graph.retellings import may_be_one
from discrepancy.language import load_words
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.values.comparison import AGREEING, Relation
from discrepancy.values.jobs import compare_roles
from discrepancy.values.offices import Office, is_unique

__all__ = ["DifferingRoles"]

Offices = Mapping[Office, Sequence[Tenure]]
# Two posts exclude each other by rule; two ties and two trades only nearly always.
CONFIDENCE = {"post": 0.8, "kin": 0.75, "service": 0.7, "job": 0.65}
SUBJECT = {"post": "the office", "kin": "the family tie", "service": "the rank", "job": "the job"}


@attrs.frozen(kw_only=True)
class Clash:
    """Two offices that one person cannot hold, and who else holds one of them."""

    left: Office
    right: Office
    reason: str
    holder: Tenure | None = None


@attrs.frozen
class DifferingRoles:
    """Offices of one person at one time that exclude each other.

    **Flags** "Ana Berg, the deputy speaker" against "Speaker Ana Berg"; "the club's treasurer" where another
    article has somebody else in that office; "a mechanic" against "the bus driver"; "her husband" against "her
    brother" of one woman; "mayor of Arle" against "mayor of Vonn".
    **Stays quiet** on "CFO" beside "finance director", "party leader" beside "prime minister", "ex-mayor", a job
    beside an office, a retired teacher, a volunteer firefighter.
    **Known limits** Only the trades, ties and offices of the word lists are known.
    """

    kind: ClassVar[Kind] = Kind.ROLE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding for each person and pair of offices."""
        people: dict[tuple[str, int], list[Tenure]] = defaultdict(list)
        for tenure in graph.tenures:
            people[tenure.person.id, tenure.group].append(tenure)
        holders = holders_of(graph.tenures)
        moved = people_who_moved(graph)
        for (person, _), tenures in people.items():
            offices: dict[Office, list[Tenure]] = defaultdict(list)
            for tenure in tenures:
                offices[tenure.office].append(tenure)
            if person in moved:
                continue
            clash = gravest_clash(offices, holders)
            if clash is not None:
                yield role_finding(graph, tenures[0].person, offices, clash)
            elif (move := find_move(graph, tenures)) is not None:
                yield move_finding(graph, tenures[0].person, move)


Holders = Mapping[tuple[int, Office], Sequence[Tenure]]


def holders_of(tenures: Sequence[Tenure]) -> Holders:
    """Who holds each office in each group of documents."""
    found: dict[tuple[int, Office], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        found[tenure.group, tenure.office].append(tenure)
    return found


@cache
def changes() -> frozenset[str]:
    """The verbs that give or take an office."""
    return frozenset(load_words("offices")["changes"])


def people_who_moved(graph: ClaimGraph) -> frozenset[str]:
    """People whose office changes in the story itself; both offices can be right then."""
    return frozenset(
        entity.id
        for event in graph.events.values()
        if event.lemma in changes()
        for participant in event.participants
        if participant.role in {"patient", "agent"}
        and (entity := graph.cast.find(event.document, participant.key)) is not None
        and entity.kind == "person"
    )


def gravest_clash(offices: Offices, holders: Holders) -> Clash | None:
    """The pair of offices that most surely exclude each other; one that somebody else holds comes first."""
    clashes = [
        clash
        for left, right in pairs_of(offices)
        if (clash := clash_of(offices, left, right, holders)) is not None
    ]
    clashes.sort(key=lambda c: (c.holder is None, c.left.label, c.right.label))
    return clashes[0] if clashes else None


def pairs_of(offices: Offices) -> Iterator[tuple[Office, Office]]:
    """Ordered pairs of offices that no article gives to the person together."""
    for left, some in offices.items():
        for right, others in offices.items():
            if left != right and not {t.document for t in some} & {t.document for t in others}:
                yield left, right


def clash_of(offices: Offices, left: Office, right: Office, holders: Holders) -> Clash | None:
    """Whether ``right`` cannot be held beside ``left``."""
    some, others = offices[left], offices[right]
    if not any(same_body(a, b) for a in some for b in others):
        return None
    comparison = compare_roles(left, right)
    if comparison.relation in AGREEING:
        return None
    holder = held_by_another(some, others, holders)
    if holder is not None:
        return Clash(left=left, right=right, reason=comparison.reason, holder=holder)
    if comparison.relation is Relation.CONFLICTING and left.label < right.label:
        return Clash(left=left, right=right, reason=comparison.reason)
    return None


def held_by_another(some: Sequence[Tenure], others: Sequence[Tenure], holders: Holders) -> Tenure | None:
    """Another person in the office that ``others`` give, by an article that does not give it to this one."""
    first = others[0]
    if first.office.sort != "post" or not is_unique(first.office):
        return None
    telling = {t.document for t in others}
    for tenure in holders.get((first.group, first.office), ()):
        if tenure.document in telling or may_be_one(tenure.person, first.person):
            continue
        if all(same_body(tenure, t) for t in (*some, *others)):
            return tenure
    return None


def role_finding(graph: ClaimGraph, person: Entity, offices: Offices, clash: Clash) -> Discrepancy:
    """The finding of one person."""
    sides = [offices[clash.left], offices[clash.right]]
    counts = [graph.sources.count({t.document for t in side}) for side in sides]
    odd = odd_one(counts)
    if odd is None and clash.holder is not None:
        odd = 1
    positions = tuple(
        role_position(graph, side, name_of(side[0].office), odd=n == odd) for n, side in enumerate(sides)
    )
    reason = clash.reason
    if clash.holder is not None:
        where = graph.outlet(clash.holder.document)
        reason = (
            f"{where} has {clash.holder.person.label} as {clash.holder.office.label}, and it is one person's."
        )
    return Discrepancy(
        kind=Kind.ROLE,
        severity=severity_of(counts, clash),
        scope=scope_of(positions),
        confidence=0.9 if clash.holder is not None else CONFIDENCE[clash.left.sort],
        subject=f"{SUBJECT[clash.left.sort]} of {person.label}",
        summary=f"{person.label} is {enumerate_clauses([told(graph, p) for p in positions])}.",
        explanation=reason,
        positions=in_order(positions),
    )


def move_finding(graph: ClaimGraph, person: Entity, move: Move) -> Discrepancy:
    """The finding of somebody whom two documents put into two bodies; two offices in two bodies are a note."""
    sides = [move.left, move.right]
    odd = odd_one([graph.sources.count({t.document for t in side}) for side in sides])
    positions = tuple(
        role_position(graph, side, f"{side[0].office.label} ({side[0].body})", odd=n == odd)
        for n, side in enumerate(sides)
    )
    return Discrepancy(
        kind=Kind.ROLE,
        severity=Severity.MINOR if move.sure else Severity.INFO,
        scope=scope_of(positions),
        confidence=0.7 if move.sure else 0.4,
        subject=f"the office of {person.label}",
        summary=f"{person.label} is {enumerate_clauses([told(graph, p) for p in positions])}.",
        explanation="The offices are of two bodies, and no document gives both to one person.",
        positions=in_order(positions),
    )


def name_of(office: Office) -> str:
    """An office in words; one of many has its article ("an electrician")."""
    if office.sort == "post":
        return office.label
    return f"{'an' if office.label[0] in 'aeiou' else 'a'} {office.label}"


def told(graph: ClaimGraph, position: Position) -> str:
    """An answer with those who give it."""
    return f"{position.value} in {outlets(graph, position.documents)}"


def role_position(graph: ClaimGraph, side: Sequence[Tenure], label: str, *, odd: bool) -> Position:
    """One office with the passages that give it."""
    data = {"type": "role", "name": side[0].person.label, "office": side[0].office.label}
    return make_position(graph, label, data, [t.passage for t in side], odd=odd)


def severity_of(counts: Sequence[int], clash: Clash) -> Severity:
    """Major where several sources and another holder speak against an office; else it may be a slip."""
    return Severity.MAJOR if clash.holder is not None and max(counts) > 1 else Severity.MINOR
