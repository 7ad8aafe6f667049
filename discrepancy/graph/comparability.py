"""Whether two claims answer the same question: comparability before contradiction.

Each slot that both claims fill speaks for or against one question, in bits (Fellegi and Sunter 1969); a hard
mismatch ends it.  What agrees by accident often is worth little: a name or a word weighs by how few sentences
of the documents at hand hold it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import log2

import attrs

from discrepancy.graph.counted import counted_alike, is_generic, is_people
from discrepancy.graph.frames import Frame
from discrepancy.graph.identity import other_event
from discrepancy.language import load_words
from discrepancy.model.claims import Certainty
from discrepancy.values.comparison import Relation
from discrepancy.values.quantities import Quantity
from discrepancy.values.slips import slip_bits
from discrepancy.values.times import TimeValue, compare_times

__all__ = ["Likeness", "Rarity", "likeness", "relation_of"]

FAMILY, LEMMA, COUNTED, KIND_NEARBY = 2.0, 1.0, 3.0, 1.0
OTHER_PERSON, FURTHER_PERSON, OTHER_FAMILY, OTHER_COUNTED = -4.0, -2.0, -1.5, -5.0
TIME_AGREES, SETTING_AGREES, SETTING_DIFFERS, PLACE = 2.0, 1.0, -0.5, 1.0
OLD = -3.0
UNIT_AT_MOST, OTHER_SCOPE, OTHER_CERTAINTY, OWNER, SOLE = 1.5, -2.0, -1.5, 5.0, 1.5
PERSON, NAMED = 1.0, 0.3
PEOPLE_AT_MOST, NAMED_AT_MOST, WORDS_AT_MOST, AROUND_AT_MOST = 5.0, 3.0, 4.0, 3.0
# Predicates of these families are told of everything; that they agree says little.
WEAK_FAMILIES = frozenset(
    {
        "be",
        "have",
        "say",
        "tell",
        "make",
        "take",
        "get",
        "go",
        "come",
        "see",
        "report",
        "remain",
        "open",
        "close",
        "do",
        "give",
    }
)


@attrs.frozen
class Likeness:
    """How much speaks for one question, in bits; ``veto`` names the slot that cannot agree."""

    bits: float
    reasons: tuple[str, ...] = ()
    veto: str | None = None


@attrs.frozen
class Rarity:
    """How much it says that two claims share a word or a name: less, the more sentences hold it."""

    counts: Counter[str]
    sentences: int

    # Two short texts give no frequencies; news prose of this many sentences is assumed behind them.
    FLOOR = 64
    SHARE = 0.3

    @classmethod
    def of(cls, frames: Iterable[Frame]) -> "Rarity":
        """Count the sentences that hold each word and each name."""
        held: dict[tuple[str, int], frozenset[str]] = {}
        for frame in frames:
            key = (frame.document, frame.event.sentence if frame.event else -1)
            held[key] = held.get(key, frozenset()) | frame.around | frame.named | frame.people | frame.units
        return cls(Counter(item for row in held.values() for item in row), len(held))

    def bits(self, item: str) -> float:
        """A share of the information of finding the item in two sentences."""
        total = max(self.sentences, self.FLOOR)
        return self.SHARE * log2(total / min(total, max(1, self.counts[item])))


def likeness(left: Frame, right: Frame, rarity: Rarity) -> Likeness:
    """Weigh two claims of one attribute."""
    for check in VETOES:
        reason = check(left, right)
        if reason is not None:
            return Likeness(0.0, veto=reason)
    bits, reasons = 0.0, []
    for weigh in SLOTS:
        part, reason = weigh(left, right, rarity)
        bits += part
        if part:
            reasons.append(f"{reason} {part:+.1f}")
    return Likeness(bits, tuple(reasons))


def other_certainty(left: Frame, right: Frame) -> str | None:
    """A plan, a wish or a condition is not compared with a fact; two plans are."""
    soft = {Certainty.FACT, Certainty.ALLEGED}
    kinds = {left.claim.certainty, right.claim.certainty}
    if left.claim.attribute == "time":
        return None
    if kinds <= soft or len(kinds) == 1 or kinds <= AHEAD:
        return None
    if left.claim.attribute == "duration":
        return "a plan, a wish or a possibility against a fact"
    return None


def other_speaker(left: Frame, right: Frame) -> str | None:
    """Two parties in dispute are news, not a discrepancy."""
    if left.source and right.source and left.source != right.source:
        return "two speakers"
    return None


def other_scope(left: Frame, right: Frame) -> str | None:
    """A limit, a demand, a forecast, a change or a part answers another question than the thing itself."""
    if (set(left.claim.scope) ^ set(right.claim.scope)) & HARD_SCOPES:
        return "another scope"
    return None


def other_sign(left: Frame, right: Frame) -> str | None:
    """What did not happen has no length and no number."""
    if (
        left.claim.attribute not in {"polarity", "time", "age"}
        and left.claim.positive != right.claim.positive
    ):
        return "told as not having happened on one side"
    return None


def other_time(left: Frame, right: Frame) -> str | None:
    """Two events whose own times cannot both hold are two events, save where the time is the question."""
    if left.claim.attribute == "time" or not left.times or not right.times:
        return None
    return "another time" if relation_of(left.times, right.times) is Relation.CONFLICTING else None


def other_kind(left: Frame, right: Frame) -> str | None:
    """A length belongs to its event: that of a visit is not that of a meeting during it."""
    if left.claim.attribute != "duration":
        return None
    families = {left.family, right.family}
    known = families <= load_words("predicates").keys() - WEAK_FAMILIES
    return (
        "another kind of event"
        if known and len(families) > 1 and frozenset(families) not in related()
        else None
    )


def other_age(left: Frame, right: Frame) -> str | None:
    """What a document dates to long ago is not what another tells as news."""
    if left.claim.attribute == "time" or left.is_old == right.is_old:
        return None
    old = left if left.is_old else right
    return "background against news" if old.times else None


def other_occurrence(left: Frame, right: Frame) -> str | None:
    """Documents of two occurrences share only what both date to one other time."""
    if left.group == right.group:
        return None
    if left.claim.attribute == "time":
        return None if left.is_old and right.is_old else "different occurrence"
    if left.setting and right.setting and relation_of(left.setting, right.setting) in AGREEING:
        return None
    return "different occurrence"


VETOES: Sequence[Callable[[Frame, Frame], str | None]] = (
    other_occurrence,
    other_certainty,
    other_speaker,
    other_scope,
    other_sign,
    other_time,
    other_age,
    other_kind,
    other_event,
)
# What one figure is and the other is not: these never answer one question.
HARD_SCOPES = frozenset(
    {
        "capacity",
        "demand",
        "offer",
        "threshold",
        "budget",
        "insured",
        "remaining",
        "forecast",
        "suspected",
        "part",
        "margin",
    }
)
# Told of what is to come, whatever the verb.
AHEAD = frozenset({Certainty.PLANNED, Certainty.HYPOTHETICAL, Certainty.POSSIBLE})
AGREEING = frozenset({Relation.SAME, Relation.COMPATIBLE})


def relation_of(left: tuple[TimeValue, ...], right: tuple[TimeValue, ...]) -> Relation:
    """How two sets of times relate: they agree when any pair does, conflict when every comparable pair does."""
    relations = {compare_times(a, b).relation for a in left for b in right}
    if relations & AGREEING:
        return Relation.COMPATIBLE
    return Relation.CONFLICTING if Relation.CONFLICTING in relations else Relation.INCOMPARABLE


def weigh_people(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """People in the slots of the event; somebody further on both sides speaks against."""
    shared = left.people & right.people
    if shared:
        bits = min(sum(PERSON + rarity.bits(i) for i in shared), PEOPLE_AT_MOST)
        further = bool(left.people - right.people) and bool(right.people - left.people)
        absent = bool(left.people - right.people - right.named) or bool(
            right.people - left.people - left.named
        )
        return bits + FURTHER_PERSON * (further + (further and absent)), "same people"
    if not left.people or not right.people:
        return 0.0, "people"
    found = bool(left.named & right.people) + bool(right.named & left.people)
    return (OTHER_PERSON, OTHER_PERSON / 2, 0.0)[found], "other people"


def weigh_named(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """Names anywhere in the sentence, beyond those in the slots."""
    shared = (left.named & right.named) - (left.people & right.people)
    return min(sum(NAMED + rarity.bits(i) for i in shared), NAMED_AT_MOST), "names nearby"


@cache
def related() -> frozenset[frozenset[str]]:
    """Pairs of predicate families that tell one happening."""
    return frozenset(frozenset(pair.split()) for pair in load_words("related")["pairs"])


def weigh_predicate(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """The predicate family and the predicate itself."""
    if not left.family or not right.family:
        return 0.0, "predicate"
    if isinstance(left.claim.value, Quantity) and left.lemma == left.claim.value.unit:
        return 0.0, "the unit itself"
    if left.lemma == right.lemma:
        return (LEMMA if left.family in WEAK_FAMILIES else FAMILY + LEMMA), "same predicate"
    if left.family == right.family or frozenset({left.family, right.family}) in related():
        return (0.0 if left.family in WEAK_FAMILIES else FAMILY), "same kind of event"
    known = load_words("predicates")
    if "happening" in (left.family, right.family):
        named_by = left.things & (right.things | right.words) or right.things & (left.things | left.words)
        return (FAMILY + LEMMA if named_by else 0.0), "a happening"
    if (left.kinds & right.kinds & known.keys()) - WEAK_FAMILIES:
        return KIND_NEARBY, "same kind of event nearby"
    return (OTHER_FAMILY if left.family in known and right.family in known else 0.0), "other kind of event"


def weigh_counted(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """The noun that is counted."""
    one, other = left.claim.counted, right.claim.counted
    if not one or not other or left.claim.attribute == "duration":
        return 0.0, "counted"
    alike = counted_alike(one, other, (left.family, right.family))
    if alike and is_generic(one) and is_generic(other):
        return LEMMA, "people counted"
    if alike:
        return (COUNTED if one == other else FAMILY), "same thing counted"
    if alike is None and (
        (is_people(one) and is_people(other)) or one in right.around or other in left.around
    ):
        return 0.0, "counted"
    return OTHER_COUNTED, "other things counted"


def weigh_words(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """Content words of the clauses and of the sentences."""
    skip = {left.lemma, right.lemma, left.claim.counted, right.claim.counted}
    clause = ((left.words | left.things) & (right.words | right.things)) - skip
    around = (left.around & right.around) - clause - skip
    inner = min(sum(rarity.bits(w) for w in clause), WORDS_AT_MOST)
    return inner + min(sum(rarity.bits(w) for w in around) / 2, AROUND_AT_MOST), "same words"


def weigh_time(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """The events' own times, else those of their surroundings."""
    if left.claim.attribute == "time":
        return 0.0, "time"
    if left.times and right.times:
        return (TIME_AGREES if relation_of(left.times, right.times) in AGREEING else 0.0), "same time"
    relation = relation_of(left.setting, right.setting)
    if left.is_old != right.is_old and relation not in AGREEING:
        return OLD, "background against news"
    if relation in AGREEING:
        return SETTING_AGREES, "same time nearby"
    return (SETTING_DIFFERS if relation is Relation.CONFLICTING else 0.0), "other time nearby"


def weigh_places(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """Places of the event."""
    return (PLACE if left.places & right.places and left.claim.attribute != "place" else 0.0), "same place"


def weigh_scope(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """A change, a comparison, a part or a plan on one side only."""
    differing = (set(left.claim.scope) ^ set(right.claim.scope)) - HARD_SCOPES
    if left.claim.attribute in {"duration", "time"}:
        differing = set()
    bits = OTHER_SCOPE * len(differing)
    if left.claim.attribute != "time" and left.claim.certainty != right.claim.certainty:
        bits += OTHER_CERTAINTY
    return bits, "other scope"


def weigh_figures(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """A slip of the pen between two figures, and a unit that few figures of the documents have."""
    one, other = left.claim.value, right.claim.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return 0.0, "figures"
    bits = slip_bits(one, other)
    if one.unit == other.unit and one.unit not in {"count", "second", "percent"}:
        bits += min(rarity.bits(f"unit:{one.unit}"), UNIT_AT_MOST)
    return bits, "like figures"


def weigh_sole(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """The only figure of its sort in both documents."""
    near = len(left.around & right.around | left.named & right.named)
    return (
        SOLE if left.sole and left.sole == right.sole and near > 1 else 0.0
    ), "the only figure of its sort"


def weigh_owner(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """An age belongs to its owner alone."""
    if left.claim.attribute != "age":
        return 0.0, "owner"
    return (OWNER if left.people and left.people == right.people else -OWNER), "same owner"


SLOTS: Sequence[Callable[[Frame, Frame, Rarity], tuple[float, str]]] = (
    weigh_people,
    weigh_named,
    weigh_predicate,
    weigh_counted,
    weigh_words,
    weigh_time,
    weigh_places,
    weigh_scope,
    weigh_figures,
    weigh_owner,
    weigh_sole,
)
