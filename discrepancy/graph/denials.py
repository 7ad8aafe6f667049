"""How far a denial reaches: of nobody, of all time, of some actor or of something further alone."""

import re
from functools import cache

from discrepancy.graph.answers import Assertion
from discrepancy.graph.counted import counted_alike
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import are_one_thing, known_words

__all__ = ["are_of_two_actors", "further", "holds_for_all", "in_turn", "is_ruled_out", "is_telling", "shared"]

# "none of the nine miners": of whom it is denied.
OF_WHOM = re.compile(
    r"""\b(?:none|not\ one|neither|no\ one)\s+of\s+(?:the|those|these|its|their|his|her|our)\s+
    ((?:[^\W\d_-]+\s){0,2}[^\W\d_]+)""",
    re.IGNORECASE | re.VERBOSE,
)


def in_turn(one: Assertion, other: Assertion) -> tuple[Assertion, Assertion]:
    """Two assertions, that of the event that happened first, that of the denied one second."""
    return (one, other) if one.frame.claim.positive else (other, one)


def is_telling(assertion: Assertion) -> bool:
    """Whether an assertion stands in the running text; headlines leave too much out."""
    return assertion.frame.event is not None and assertion.frame.event.block != "title"


def shared(one: Assertion, other: Assertion) -> frozenset[str]:
    """Who both assertions are about, else what."""
    return (one.people & other.people) or (one.things & other.things)


def further(yes: Assertion, no: Assertion) -> frozenset[str]:
    """What only the denial says: who "did not walk in the park" may still have walked."""
    beyond = no.frame.words - yes.frame.around - yes.frame.words - yes.things - {no.frame.lemma}
    if is_absolute(no.frame):  # of whom it is denied is everybody: "neither player"
        beyond -= agents(no.frame) | known_words("empty")
    return beyond


def agents(frame: Frame) -> frozenset[str]:
    """Who acts in an event, by common nouns."""
    parts = frame.event.participants if frame.event else ()
    return frozenset(p.key for p in parts if p.role == "agent" and p.name is None)


def is_absolute(frame: Frame) -> bool:
    """Whether a denial holds for everybody or for all time: "not one of them", "never"."""
    return not frame.claim.positive and absolute().search(frame.claim.passage.quote) is not None


@cache
def absolute() -> re.Pattern[str]:
    """The words of such a denial."""
    words = sorted(known_words("absolute"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def holds_for_all(one: Assertion, other: Assertion) -> bool:
    """Whether one of two assertions denies of all what the other affirms of some."""
    return is_absolute(in_turn(one, other)[1].frame)


def is_ruled_out(one: Assertion, other: Assertion) -> bool:
    """Whether one document says of all time until now what the other one dates to a day: "has never been inspected"."""
    denial = in_turn(one, other)[1].frame
    return not denial.is_old and not denial.times and is_absolute(denial)


def are_of_two_actors(one: Assertion, other: Assertion) -> bool:
    """Whether something is denied of some and told of others: none of the miners, the rescuers."""
    yes, no = (a.frame for a in in_turn(one, other))
    denied = OF_WHOM.search(no.claim.passage.quote)
    if denied is None:
        return False
    whom = [w.lower().removesuffix("s") for w in denied[1].split()]
    acting = agents(yes) - known_words("empty")
    return bool(acting) and not any(
        a == w or are_one_thing(a, w) or counted_alike(a, w) is True for a in acting for w in whom
    )
