"""Times of sentences of their own: "It was half past four." tells when that happened of which the text speaks."""

import re

import attrs

from discrepancy.extract.context import Context
from discrepancy.extract.lexicon import listed
from discrepancy.extract.tree import Tree
from discrepancy.extract.triggers import is_trigger
from discrepancy.language import load_words
from discrepancy.model.claims import Event
from discrepancy.model.mentions import TimeMention
from discrepancy.model.text import Passage
from discrepancy.values.times import Precision, TimeValue

__all__ = ["give_back", "give_lede", "told_by_copula"]

Pairs = tuple[tuple[TimeValue, Passage], ...]
# So many sentences back may that stand of which a sentence without a predicate gives the time.
LOOK_BACK = 3
SUDDEN = listed("sudden")
# What came of it is told of the same moment, and is never what the scene is set for.
OUTCOMES = frozenset({"die", "kill"})
# Behind "It was four on Tuesday afternoon" these tell that what the story is of happens now.
NOW = re.compile(
    r"\b(?:then|suddenly|seconds later|moments later|without warning|all at once|at that moment|that is when)\b",
    re.I,
)
AHEAD = 240  # characters of the paragraph behind such a sentence
PERCEIVING = listed("perceiving")


def told_by_copula(tree: Tree, i: int) -> int | None:
    """The happening whose time is the predicate: "it was nine when the guests left", "the final is on Sunday"."""
    subject = tree.subject(i)
    if tree.has(i, "cop") and subject is not None and is_trigger(tree, subject):
        return subject.i
    if not tree.has(i, "cop") or not any(t.lemma.lower() == "it" for t in tree.below(i, "nsubj", "expl")):
        return None
    clauses = tree.below(i, "advcl", "ccomp", "csubj", "acl", "parataxis")
    told = next((t for t in clauses if t.i > i and is_trigger(tree, t)), None)
    if told is None:
        return None
    if told.lemma.lower() in PERCEIVING:
        seen = tree.below(told.i, "obj", "ccomp", "xcomp")
        return next((t.i for t in seen if is_trigger(tree, t)), told.i)
    return told.i


def give_back(
    context: Context, rows: list[tuple[Tree, dict[int, Event]]], orphans: list[TimeMention]
) -> bool:
    """Give times of a sentence without a predicate to what happened just before it in its paragraph."""
    for _, events in rows[: -LOOK_BACK - 1 : -1]:
        told = known_in(events)
        sudden = [i for i in told if events[i].family in SUDDEN] or told[:1]
        if sudden and not events[sudden[0]].times:
            events[sudden[0]] = attrs.evolve(events[sudden[0]], times=pairs_of(context, orphans))
            return True
    return False


def give_lede(
    context: Context, rows: list[tuple[Tree, dict[int, Event]]], orphans: list[TimeMention], end: int
) -> None:
    """Give the clock time that sets a scene to what the story is of: the last sudden happening told before it.

    The scene is that of the happening itself where the paragraph goes on with "then", "suddenly" and their like.
    """
    clocks = [m for m in orphans if m.time.precision >= Precision.HOUR]
    if not clocks or not NOW.search(context.document.text, end, end + AHEAD):
        return
    for _, events in reversed(rows):
        sudden = [
            i for i in known_in(events) if events[i].family in SUDDEN - OUTCOMES and not events[i].times
        ]
        if sudden:
            i = sudden[0]
            events[i] = attrs.evolve(events[i], times=pairs_of(context, clocks))
            return


def known_in(events: dict[int, Event]) -> list[int]:
    """What a sentence tells in the outlet's own voice as happening, of a kind that the language knows."""
    return [
        i
        for i, event in events.items()
        if event.family in load_words("predicates") and event.positive and not event.source
    ]


def pairs_of(context: Context, mentions: list[TimeMention]) -> Pairs:
    """Times with their words."""
    return tuple((m.time, context.passage(m.start, m.end)) for m in mentions)
