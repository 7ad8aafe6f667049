"""Claims that answer one question, found by blocking and mutual best likeness, and how their values relate."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from discrepancy.graph.blocking import split_row
from discrepancy.graph.comparability import Likeness, likeness
from discrepancy.graph.frames import Frame
from discrepancy.graph.rarity import Rarities
from discrepancy.model.claims import Participant
from discrepancy.values.comparison import AGREEING, Comparison, Relation
from discrepancy.values.names import Name
from discrepancy.values.quantities import Quantity, compare_quantities
from discrepancy.values.times import Precision, TimeValue, compare_times

__all__ = ["BEYOND_DOUBT", "SAME_QUESTION", "Pair", "Question", "align", "compare_values"]

# Bits from which two figures, and two dates, are taken to answer one question, and from which that is beyond doubt.
SAME_QUESTION, SAME_EVENT, BEYOND_DOUBT = 4.5, 5.0, 7.0
# Within one document a second telling of one event is rarer than a second event of its kind.
WITHIN_EXTRA = 1.0
# An equal figure speaks of the same thing at fewer bits already.
NEAR = 2.5
# Where an article tells again what stands in its text.
ABOVE = frozenset({"caption", "title"})
# A block larger than this shares too common a word to be told apart by it.
BLOCK = 60
# Values that compare by themselves; what was said and done is aligned with its events.
ALIGNED = frozenset({"time", "duration", "count", "amount", "rank", "age"})
# Claims of one attribute and unit in the documents of one story are compared all with all up to this many.
WHOLE_GROUP = 250


@attrs.frozen(eq=False)
class Pair:
    """Two claims that answer one question, and how their values relate."""

    left: Frame
    right: Frame
    likeness: Likeness
    comparison: Comparison

    @property
    def bits(self) -> float:
        """How much speaks for one question."""
        return self.likeness.bits


@attrs.frozen(kw_only=True, eq=False)
class Question:
    """Claims of one attribute that answer one question together, with the pairs that joined them."""

    id: str
    attribute: str
    frames: tuple[Frame, ...]
    pairs: tuple[Pair, ...]

    @property
    def conflicts(self) -> tuple[Pair, ...]:
        """The pairs whose values cannot both hold."""
        return tuple(p for p in self.pairs if p.comparison.relation is Relation.CONFLICTING)


def align(
    frames: Mapping[str, Frame], rarities: Rarities, *, vouched: float = 0.0
) -> tuple[tuple[Question, ...], Counter[str]]:
    """Put claims under questions; also count why claims were set aside.

    ``vouched`` are the bits that speak for every two claims because of how their documents came together.
    """
    ledger: Counter[str] = Counter()
    frames = {key: f for key, f in frames.items() if f.claim.attribute in ALIGNED}
    scored = score_pairs(frames, rarities, ledger, vouched)
    given: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in frames.values():
        given[frame.document, frame.claim.attribute].append(frame)
    chosen = [
        pair
        for pair in matched(frames, scored)
        if not answered_elsewhere(frames[pair[0]], frames[pair[1]], given, rarities)
    ]
    alone = len(frames) - len({c for pair in chosen for c in pair})
    if alone:
        ledger["one source only"] += alone
    return make_questions(frames, chosen, scored), ledger


def score_pairs(
    frames: Mapping[str, Frame], rarities: Rarities, ledger: Counter[str], vouched: float
) -> dict[tuple[str, str], Likeness]:
    """The likeness of every pair that shares a block and could answer one question."""
    scored: dict[tuple[str, str], Likeness] = {}
    seen: set[tuple[str, str]] = set()
    for block in blocks(frames.values()):
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                pair = (one, other) if one < other else (other, one)
                if pair in seen:
                    continue
                seen.add(pair)
                if not may_answer_again(frames[one], frames[other]):
                    continue
                if frames[one].items.isdisjoint(frames[other].items):
                    continue
                found = likeness(frames[pair[0]], frames[pair[1]], rarities)
                if found.veto is not None:
                    ledger[found.veto] += 1
                elif found.bits + vouched >= needed(frames[pair[0]], frames[pair[1]]):
                    scored[pair] = attrs.evolve(found, bits=found.bits + vouched)
    return scored


def needed(left: Frame, right: Frame) -> float:
    """Bits from which two claims answer one question; a caption tells again what its own article tells."""
    again = left.document == right.document and not {left.block, right.block} & ABOVE
    least = SAME_EVENT if left.claim.attribute == "time" else SAME_QUESTION
    return least + (WITHIN_EXTRA if again else 0.0)


def may_answer_again(left: Frame, right: Frame) -> bool:
    """Whether two claims may answer one question, be it twice in one document.

    An article that gives a second figure mostly speaks of something else.  It tells one again in its headline and
    its captions, and the age of somebody anywhere.
    """
    if left.document != right.document or left.claim.attribute == "time":
        return True
    if left.claim.attribute == "age":
        return bool(left.people & right.people)
    return (
        left.claim.attribute != "duration"
        and left.block != right.block
        and bool({left.block, right.block} & ABOVE)
    )


def blocks(frames: Iterable[Frame]) -> Iterator[Sequence[str]]:
    """Claims that may answer one question: all of one group with one attribute and unit, while these are few.

    Larger sets, and claims of different groups, meet where they share a family, a person, a counted noun or a
    content word, so that cost grows with the claims and not with their square.
    """
    whole: dict[tuple[str, ...], list[str]] = defaultdict(list)
    keyed: dict[tuple[str, ...], list[str]] = defaultdict(list)
    groups: dict[str, int] = {}
    for frame in frames:
        head = (frame.claim.attribute, unit_of(frame))
        groups[frame.claim.id] = frame.group
        whole[*head, f"group {frame.group}"].append(frame.claim.id)
        for key in {frame.family, frame.claim.counted or "", *frame.people, *frame.words}:
            if key:
                keyed[*head, key].append(frame.claim.id)
    yield from (ids for ids in whole.values() if len(ids) <= WHOLE_GROUP)
    for ids in keyed.values():
        parts = split_row(ids, most=BLOCK, group_of=groups.__getitem__)
        yield from (part for part in parts if len(part) <= BLOCK)


def unit_of(frame: Frame) -> str:
    """The unit of a claim's value; lengths of time in seconds and in months meet."""
    value = frame.claim.value
    if not isinstance(value, Quantity):
        return ""
    return "time" if value.unit in {"second", "month"} else value.unit


def matched(frames: Mapping[str, Frame], scored: Mapping[tuple[str, str], Likeness]) -> list[tuple[str, str]]:
    """Match the claims of every two documents one to one, the likest first; an equal value goes before.

    A claim that is taken by a better match leaves its place to the next: when both documents give the half-year
    and the quarter, the half-years meet first and the quarters are left for each other.
    """
    ranked = []
    for pair, found in scored.items():
        rank = found.bits + (AGREEMENT if agree_closely(frames[pair[0]], frames[pair[1]]) else 0.0)
        ranked.append((-rank, pair))
    taken: set[tuple[str, str]] = set()
    chosen = []
    for _, pair in sorted(ranked):
        places = [(one, frames[other].document) for one, other in (pair, pair[::-1])]
        if not taken.intersection(places):
            taken.update(places)
            chosen.append(pair)
    return sorted(chosen)


def agree_closely(left: Frame, right: Frame) -> bool:
    """Whether two values agree, and times at a like precision: that "last year" holds a day says little."""
    one, other = left.claim.value, right.claim.value
    relation = compare_values(left, right).relation
    if isinstance(one, TimeValue) and isinstance(other, TimeValue) and relation is Relation.COMPATIBLE:
        return min(one.precision, other.precision) >= Precision.DAY
    return relation in AGREEING


def in_one_sentence(left: Frame, right: Frame) -> bool:
    """Whether two claims stand in one sentence of one document."""
    return left.event is not None and right.event is not None and left.event.sentence == right.event.sentence


def answered_elsewhere(
    left: Frame, right: Frame, given: Mapping[tuple[str, str], Sequence[Frame]], rarities: Rarities
) -> bool:
    """Whether a document that seems to contradict a figure also gives that very figure for the same thing."""
    if compare_values(left, right).relation is not Relation.CONFLICTING:
        return False
    if left.document == right.document:
        return left.claim.attribute != "time" and is_told_again(
            left, right, given[left.document, left.claim.attribute]
        )
    return any(
        frame.claim.id != other.claim.id
        and compare_values(frame, one).relation is Relation.SAME
        and (in_one_sentence(frame, other) or likeness(frame, one, rarities).bits >= NEAR)
        for one, other in ((left, right), (right, left))
        for frame in given[other.document, one.claim.attribute]
    )


def is_told_again(left: Frame, right: Frame, given: Sequence[Frame]) -> bool:
    """Whether the text of an article also gives the figure of its headline or caption that another one contradicts."""
    above = left if left.block in ABOVE else right
    return any(
        frame.block == "body" and compare_values(frame, above).relation is Relation.SAME
        for frame in given
        if frame is not left and frame is not right
    )


# A figure that the other document also gives is rather the same figure than in conflict with another one there.
AGREEMENT = 4.0


def make_questions(
    frames: Mapping[str, Frame], chosen: Sequence[tuple[str, str]], scored: Mapping[tuple[str, str], Likeness]
) -> tuple[Question, ...]:
    """Gather claims that answer one question, each pair of them by itself; a claim may answer two questions."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in chosen:
        near[one].add(other)
        near[other].add(one)
    questions: list[Question] = []
    open_pairs = dict.fromkeys(sorted(chosen, key=lambda pair: (-scored[pair].bits, pair)))
    while open_pairs:
        members = gathered(next(iter(open_pairs)), near, scored)
        inside = [p for p in chosen if p[0] in members and p[1] in members]
        for pair in inside:
            open_pairs.pop(pair, None)
        pairs = [
            Pair(frames[a], frames[b], scored[a, b], compare_values(frames[a], frames[b])) for a, b in inside
        ]
        questions.append(
            Question(
                id=f"q{len(questions)}",
                attribute=frames[members[0]].claim.attribute,
                frames=tuple(frames[c] for c in sorted(members)),
                pairs=tuple(pairs),
            )
        )
    return tuple(questions)


def gathered(
    pair: tuple[str, str], near: Mapping[str, set[str]], scored: Mapping[tuple[str, str], Likeness]
) -> list[str]:
    """A pair with all claims that are alike to each one gathered before."""
    members = list(pair)
    waiting = sorted(near[pair[0]] | near[pair[1]])
    while waiting:
        claim = waiting.pop(0)
        if claim in members or any((min(claim, m), max(claim, m)) not in scored for m in members):
            continue
        members.append(claim)
        waiting.extend(sorted(near[claim] - set(waiting)))
    return members


def compare_values(left: Frame, right: Frame) -> Comparison:
    """Compare the values of two claims of one attribute."""
    one, other = left.claim.value, right.claim.value
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return compare_times(one, other)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return compare_quantities(one, other)
    if isinstance(one, bool) and isinstance(other, bool):
        relation = Relation.SAME if one == other else Relation.CONFLICTING
        return Comparison(
            relation, "both told alike" if one == other else "told as happening and as not happening"
        )
    if isinstance(one, Participant) and isinstance(other, Participant):
        same = bool(left.places & right.places) or one.head.lower() == other.head.lower()
        return Comparison(Relation.SAME if same else Relation.INCOMPARABLE, "places")
    if isinstance(one, Name) and isinstance(other, Name):
        same = one.office == other.office
        return Comparison(Relation.SAME if same else Relation.INCOMPARABLE, "offices")
    return Comparison(Relation.INCOMPARABLE, "values of two kinds")
