"""What each slot that two claims fill says for or against one question, in bits.

The weights are set by hand for news prose: a slot that agrees by accident in one pair out of six is worth 2.5
bits; names, words and units are weighed by their rarity in the documents at hand.
"""

from collections.abc import Callable, Sequence

from discrepancy.graph.counted import counted_alike, is_anything, is_generic, is_people
from discrepancy.graph.frames import Frame
from discrepancy.graph.objects import other_objects
from discrepancy.graph.rarity import Rarity
from discrepancy.graph.tellers import weigh_tellers
from discrepancy.graph.vetoes import HARD_SCOPES, WEAK_FAMILIES, are_margins, are_quakes, related, relation_of
from discrepancy.language import load_words, word_set
from discrepancy.model.claims import Certainty
from discrepancy.values.comparison import AGREEING, Relation
from discrepancy.values.quantities import Quantity
from discrepancy.values.slips import slip_bits

__all__ = ["SLOTS"]

FAMILY, LEMMA, COUNTED, KIND_NEARBY = 2.0, 1.0, 3.0, 1.0
OTHER_PERSON, FURTHER_PERSON, OTHER_FAMILY, OTHER_COUNTED = -4.0, -2.0, -1.5, -5.0
TIME_AGREES, SETTING_AGREES, SETTING_DIFFERS, OLD, PLACE = 2.0, 1.0, -0.5, -3.0, 1.0
UNSURE, OPEN = -2.5, frozenset({Certainty.POSSIBLE, Certainty.HYPOTHETICAL, Certainty.WANTED})
UNBOUND = frozenset({"count", "percent", "score"})
UNLIKE = -0.5  # two predicates of which the lists do not know both may yet be two words for one thing
# A measure stands at many a noun: the thermometer, the mercury and the heat reach one temperature.
OTHER_MEASURED = -2.0
OTHER_OBJECT, BARE, UNSAID, WORDS_ALONE = -2.0, -2.0, -1.0, -1.0
UNIT_AT_MOST, OTHER_SCOPE, OTHER_CERTAINTY, OWNER, SOLE, SOLE_ONCE = 1.5, -2.0, -1.5, 5.0, 1.5, 2.5
PERSON, NAMED = 1.0, 0.3
# Outlets that err on one figure without a slip of the pen rarely err by more than a few times.
FAR_APART, TEN, LIKE_TEN = ((10.0, -2.0), (4.0, -1.0)), 10, 1e-6
PEOPLE_AT_MOST, NAMED_AT_MOST, WORDS_AT_MOST, AROUND_AT_MOST = 5.0, 3.0, 4.0, 3.0

# What befalls one person: another person's is another matter, though both are named in one sentence.
PERSONAL = word_set("related", "personal")
# Kinds of happening that are counted like things: goals, laps, passengers.
THINGS = word_set("related", "things")
# Predicates that say nothing of people but that there were so many.
NEUTRAL = word_set("related", "neutral")
# Kinds of happening of which a story has one, so that nothing more need tie two times of it.
PRICED = word_set("related", "priced")
ONCE = word_set("whereabouts", "order", "once")


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
    if left.family in PERSONAL and right.family in PERSONAL:
        return 2 * OTHER_PERSON, "other people"
    if left.named & right.named and are_margins(left, right):  # told of the winner or of the loser
        return 0.0, "other people"
    found = bool(left.named & right.people) + bool(right.named & left.people)
    return (OTHER_PERSON, OTHER_PERSON / 2, 0.0)[found], "other people"


def weigh_named(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """Names anywhere in the sentence, beyond those in the slots."""
    shared = (left.named & right.named) - (left.people & right.people)
    return min(sum(NAMED + rarity.bits(i) for i in shared), NAMED_AT_MOST), "names nearby"


def is_unit(frame: Frame) -> bool:
    """Whether the event of a figure is nothing but its unit ("magnitude 6.1")."""
    value = frame.claim.value
    return isinstance(value, Quantity) and value.unit != "count" and frame.lemma == value.unit


def is_only_counted(frame: Frame) -> bool:
    """Whether the event of a figure is nothing but what it counts: "14 goals", but not "12 deaths"."""
    return frame.lemma == frame.claim.counted and frame.family in THINGS


def weigh_predicate(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """The predicate family and the predicate itself."""
    if are_quakes(left, right):
        return FAMILY, "the strongest shock of both"
    if not left.family or not right.family:
        return 0.0, "predicate"
    if is_unit(left) or is_unit(right):
        return 0.0, "the unit itself"
    if is_only_counted(left) and is_only_counted(right):
        return 0.0, "the thing counted itself"
    if are_margins(left, right):
        return (FAMILY + LEMMA if left.named & right.named else 0.0), "a margin"
    weak = WEAK_FAMILIES | (PRICED if left.claim.attribute == "amount" else frozenset())
    if left.lemma == right.lemma:
        return (LEMMA if left.family in weak else FAMILY + LEMMA), "same predicate"
    if left.family == right.family or frozenset({left.family, right.family}) in related():
        return (0.0 if left.family in weak else FAMILY), "same kind of event"
    known = load_words("predicates")
    if "happening" in (left.family, right.family):
        named_by = left.things & (right.things | right.words) or right.things & (left.things | left.words)
        return (FAMILY + LEMMA if named_by else 0.0), "a happening"
    if (left.kinds & right.kinds & known.keys()) - WEAK_FAMILIES:
        return KIND_NEARBY, "same kind of event nearby"
    if {left.family, right.family} & WEAK_FAMILIES:
        return 0.0, "other kind of event"
    both = left.family in known and right.family in known
    return (OTHER_FAMILY if both else UNLIKE), "other kind of event"


def weigh_counted(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """The noun that is counted."""
    one, other = left.claim.counted, right.claim.counted
    if left.claim.attribute == "duration" or not (one or other):
        return 0.0, "counted"
    if not one or not other:
        if left.family == right.family:
            return 0.0, "nothing said to be counted"
        bare = is_bare(left) or is_bare(right)
        return (BARE if bare else UNSAID if is_measure(left) else 0.0), "nothing said to be counted"
    alike = counted_alike(one, other, (left.family, right.family))
    if alike and is_generic(one) and is_generic(other):
        apart = {left.family, right.family}.isdisjoint(NEUTRAL | {""}) and tells_apart(left, right)
        return (-LEMMA if apart else LEMMA), "people counted"
    if alike:
        return (COUNTED if one == other else FAMILY), "same thing counted"
    if alike is None and (
        (is_people(one) and is_people(other))
        or is_anything(one)
        or is_anything(other)
        or one in right.around
        or other in left.around
    ):
        return 0.0, "counted"
    return (OTHER_MEASURED if is_measure(left) else OTHER_COUNTED), "other things counted"


def tells_apart(left: Frame, right: Frame) -> bool:
    """Whether two predicates make two bodies of people: "employs 640 people", "sent 230 people home"."""
    families = frozenset({left.family, right.family})
    return left.lemma != right.lemma and len(families) > 1 and families not in related()


def is_measure(frame: Frame) -> bool:
    """Whether a figure has a physical unit, and so hangs on its own noun rather than on the predicate."""
    value = frame.claim.value
    return isinstance(value, Quantity) and frame.claim.attribute == "count" and value.unit not in UNBOUND


def is_bare(frame: Frame) -> bool:
    """Whether a figure is a mere number with nothing that it counts."""
    value = frame.claim.value
    return isinstance(value, Quantity) and value.unit == "count" and not frame.claim.counted


def weigh_objects(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """What the events are done to: "lost a set" and "lost the final" are two events."""
    told = left.claim.attribute not in {"time", "age"} and not is_measure(left) and other_objects(left, right)
    return (OTHER_OBJECT if told else 0.0), "other objects"


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
    levels = {left.claim.certainty, right.claim.certainty}
    if left.claim.attribute != "time" and len(levels) > 1:
        bits += UNSURE if levels & OPEN else OTHER_CERTAINTY
    return bits, "other scope"


def weigh_figures(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """A slip of the pen between two figures, and a unit that few figures of the documents have."""
    one, other = left.claim.value, right.claim.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return 0.0, "figures"
    bits = slip_bits(one, other) or far_apart(one, other)
    if one.unit == other.unit and one.unit not in {"count", "second", "month", "percent"}:
        bits += min(rarity.bits(f"unit:{one.unit}"), UNIT_AT_MOST)
    return bits, "like figures"


def far_apart(one: Quantity, other: Quantity) -> float:
    """What it says against one question that one figure is many times the other and no slip of it."""
    if one.unit != other.unit:
        return 0.0
    small, large = sorted((abs(one.number), abs(other.number)))
    times = large / small if small else float("inf")
    if abs(times - TEN) < LIKE_TEN:  # a nought lost
        return 0.0
    return next((bits for least, bits in FAR_APART if times > least), 0.0)


def weigh_sole(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """The only figure of its sort in both documents."""
    few = 0 if left.claim.attribute == "time" else 1
    if left.claim.attribute == "duration" and is_named_alike(left, right):
        few = 0
    if left.claim.attribute in {"time", "duration"} and left.family in ONCE:
        few = -1
    near = len(left.around & right.around | left.named & right.named)
    bits = SOLE_ONCE if left.family == right.family and left.family in ONCE else SOLE
    is_sole = left.sole and left.sole == right.sole and near > few
    return (bits if is_sole else 0.0), "the only figure of its sort"


def is_named_alike(left: Frame, right: Frame) -> bool:
    """Whether one noun tells of both happenings: "the trial lasted", "the trial took"."""
    nominal = [f.event is not None and f.event.nominal for f in (left, right)]
    return all(nominal) and left.lemma == right.lemma


def weigh_tie(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """A length is that of an event: words alone do not say of which."""
    if left.claim.attribute != "duration" or left.people & right.people:
        return 0.0, "words alone"
    return (WORDS_ALONE if weigh_predicate(left, right, rarity)[0] <= 0 else 0.0), "words alone"


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
    weigh_objects,
    weigh_words,
    weigh_time,
    weigh_places,
    weigh_scope,
    weigh_figures,
    weigh_owner,
    weigh_sole,
    weigh_tellers,
    weigh_tie,
)
