"""Hard mismatches: what ends a comparison before it begins, each with the reason that goes into the ledger."""

from collections.abc import Callable, Sequence
from functools import cache

from discrepancy.graph.counted import counted_alike
from discrepancy.graph.frames import Frame
from discrepancy.graph.identity import other_event
from discrepancy.language import load_words, word_set
from discrepancy.model.claims import Certainty
from discrepancy.values.comparison import AGREEING, Relation
from discrepancy.values.quantities import Quantity
from discrepancy.values.slips import slip_bits
from discrepancy.values.times import TimeValue, compare_times

__all__ = [
    "HARD_SCOPES",
    "VETOES",
    "WEAK_FAMILIES",
    "are_margins",
    "are_quakes",
    "other_occurrence",
    "other_speaker",
    "related",
    "relation_of",
]

# Predicates of these families are told of everything; that they agree says little.
WEAK_FAMILIES = word_set("related", "weak")
# Shocks beside the main one.
LESSER = word_set("related", "lesser")
# A million for a billion is the widest slip; a length is never told thirty times too long.
MOST_TIMES_LONGER, MOST_TIMES_MORE = 30, 1500
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


def relation_of(left: tuple[TimeValue, ...], right: tuple[TimeValue, ...]) -> Relation:
    """How two sets of times relate: they agree when any pair does, conflict when every comparable pair does."""
    relations = {compare_times(a, b).relation for a in left for b in right}
    if relations & AGREEING:
        return Relation.COMPATIBLE
    return Relation.CONFLICTING if Relation.CONFLICTING in relations else Relation.INCOMPARABLE


@cache
def related() -> frozenset[frozenset[str]]:
    """Pairs of predicate families that tell one happening."""
    return frozenset(frozenset(pair.split()) for pair in load_words("related")["pairs"])


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
    differing = (set(left.claim.scope) ^ set(right.claim.scope)) & HARD_SCOPES
    if left.claim.certainty in AHEAD or right.claim.certainty in AHEAD:
        differing.discard("forecast")
    if "part" in differing and left.family == right.family and is_slip(left, right):
        differing.discard("part")  # "will close 73 of its shops" against "to close 37 shops"
    if differing or in_row(left) != in_row(right) or other_gap(left, right):
        return "another scope"
    parts = "part" in left.claim.scope and left.family != right.family
    return "another scope" if parts else None


def is_slip(left: Frame, right: Frame) -> bool:
    """Whether two figures look like a slip of one another."""
    one, other = left.claim.value, right.claim.value
    return isinstance(one, Quantity) and isinstance(other, Quantity) and slip_bits(one, other) > 0


def other_gap(left: Frame, right: Frame) -> bool:
    """Whether one length is the distance of two happenings, or what one was spread over, and the other its length."""
    gaps = {"after", "before", "over"}
    one, other = set(left.claim.scope), set(right.claim.scope)
    return (one & gaps) != (other & gaps) and not (one | other) >= {"after", "until"}


def other_thing(left: Frame, right: Frame) -> str | None:
    """The dead and the injured, a depth and a distance: known to be two things, they are never one figure."""
    one, other = left.claim.counted, right.claim.counted
    if is_lesser(left) != is_lesser(right):
        return "another thing counted"
    if not one or not other or left.claim.attribute == "duration":
        return None
    apart = counted_alike(one, other, (left.family, right.family)) is False
    return "another thing counted" if apart else None


def are_margins(left: Frame, right: Frame) -> bool:
    """Whether both figures are times by which somebody won or lost."""
    if left.claim.attribute != "duration":
        return False
    return "margin" in left.claim.scope and "margin" in right.claim.scope


def are_quakes(left: Frame, right: Frame) -> bool:
    """Whether both figures are the strongest magnitude of their articles."""
    return left.sole == right.sole == ("magnitude",)


def is_lesser(frame: Frame) -> bool:
    """Whether a magnitude is that of an aftershock."""
    value = frame.claim.value
    is_magnitude = isinstance(value, Quantity) and value.unit == "magnitude"
    return is_magnitude and not LESSER.isdisjoint({frame.lemma, frame.claim.counted or ""})


def in_row(frame: Frame) -> str:
    """Which of several scores in a row a score is; empty where it stands alone."""
    return next((s for s in frame.claim.scope if s.startswith("score ")), "")


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
    if left.claim.attribute != "duration" or are_margins(left, right):
        return None
    families = {left.family, right.family}
    known = families <= load_words("predicates").keys() - WEAK_FAMILIES
    return (
        "another kind of event"
        if known and len(families) > 1 and frozenset(families) not in related()
        else None
    )


def other_scale(left: Frame, right: Frame) -> str | None:
    """Seconds and hours, dozens and billions are never one figure told in two ways."""
    one, other = left.claim.value, right.claim.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit != other.unit:
        return None
    small, large = sorted((abs(one.number), abs(other.number)))
    most = MOST_TIMES_LONGER if left.claim.attribute == "duration" else MOST_TIMES_MORE
    return "another order of magnitude" if large > most * small else None


def other_age(left: Frame, right: Frame) -> str | None:
    """What a document dates to long ago is not what another tells as news."""
    if left.claim.attribute == "time" or left.is_old == right.is_old:
        return None
    old = left if left.is_old else right
    return "background against news" if old.times else None


def other_occurrence(left: Frame, right: Frame) -> str | None:
    """Documents of two occurrences share only what both date to one other time, of somebody whom both name."""
    if left.group == right.group:
        return None
    if left.named.isdisjoint(right.named):
        return "different occurrence"
    if left.claim.attribute == "time":
        return None if left.is_old and right.is_old else "different occurrence"
    if left.setting and right.setting and relation_of(left.setting, right.setting) in AGREEING:
        return None
    return "different occurrence"


# The quick ones first: most pairs end at one of them.
VETOES: Sequence[Callable[[Frame, Frame], str | None]] = (
    other_scope,
    other_thing,
    other_scale,
    other_sign,
    other_speaker,
    other_certainty,
    other_kind,
    other_occurrence,
    other_age,
    other_event,
    other_time,
)
