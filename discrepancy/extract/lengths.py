"""What lasted: a length of time is that of a happening, told beside it, carried by a verb, or told just before."""

import re
from collections.abc import Iterator, Sequence

from discrepancy.extract.events import EventsOfSentence
from discrepancy.extract.lexicon import event_nouns, families, listed
from discrepancy.extract.tree import Tree
from discrepancy.extract.triggers import is_trigger, trigger_above
from discrepancy.model.claims import Event, Participant
from discrepancy.model.mentions import QuantityMention
from discrepancy.model.text import Token

__all__ = ["happening_of", "is_since_last", "kind_of_length", "kind_of_state", "scope_of_length"]

SINCE_LAST = re.compile(
    r"\b(?:first|worst|biggest|largest|highest|lowest|second|third|last)\b[^.,;:]*\b(?:in|for)\s+$", re.I
)
LENGTH_NOUNS = listed("length_nouns")
# "lasted two hours", "took two hours", "ran for two hours": the subject has the length, not the verb.
LASTING = listed("lasting")
TAKING = listed("taking_time")
# What somebody won or lost in a time is what lasted so long: "lost the opening set in 39 minutes".
DECIDED = listed("decided")
# Kinds of happening that go on for a while: what "it took four hours" is told of.
ENDURING = listed("enduring")
# Words that stand for the happening spoken of: "it lasted", "the whole thing took".
RESUMING = listed("resuming")
# So many sentences back may what "it" lasted have been told.
LOOK_BACK = 6
# A sentence of so many words without a verb is a fragment of the one before: "Seven minutes, as it turned out."
FRAGMENT = 10
# Verbs that tell of a meeting, of a stay or of a jury's talks where they have a length and people.
# Predicate families of verbs that say no more than that something lasted.
BARE = frozenset({"remain", "pay"})
# "declared the fire out": what is declared happened.
DECLARING = listed("declaring")
# Nouns that only mean a length: "a period of", "the space of".
SPANS = listed("spans")
# "Deliberated for 11 hours over three days": the days are those in which the hours lie.
SPREAD = frozenset({"over", "across"})
HOSTING, SITTING, STAYING, JURY = (listed(n) for n in ("hosting", "sitting", "staying", "jury"))
COMPANY = listed("company")
INSIDE = listed("inside")
HOSTED = frozenset({"patient", "recipient", "partner"})


def is_since_last(text: str, mention: QuantityMention) -> bool:
    """Whether a length is the time since the last such thing: "the first visit in ten months"."""
    before = text[max(0, mention.start - 80) : mention.start]
    return bool(SINCE_LAST.search(before))


def happening_of(
    rows: Sequence[EventsOfSentence], n: int, mention: QuantityMention, at: int | None
) -> tuple[int, int] | None:
    """The sentence and token of what lasted so long; ``at`` is the predicate that the length hangs on, if any."""
    tree = rows[n].tree
    noun = noun_beside(tree, mention)
    if noun is not None:
        return n, noun
    if gap_of(tree, mention):
        late = later_of_two(tree, mention)
        return None if late is None else (n, late)
    at = above_span(tree, at)
    told = at if at is None else lasting_event(tree, at)
    if told is None:
        return before(rows, n) if is_fragment(tree) or is_resumed(tree, mention) else None
    if told == at and is_carried(tree, at):
        return spoken_of(rows, n) or (n, at)
    return n, told


def noun_beside(tree: Tree, mention: QuantityMention) -> int | None:
    """The happening that a length stands beside: "a term of five years", "the talks: an hour", "an hour of talks"."""
    inside = tree.inside(mention.start, mention.end)
    if not inside:
        return None
    first, last = inside[0].i, inside[-1].i
    if first > 1 and tree.tokens[first - 1].text.lower() in {"of", ":"} and is_happening(tree, first - 2):
        return first - 2
    head = tree.head_of(mention.start, mention.end)
    if head is None or last + 1 >= len(tree.tokens) or tree.tokens[last + 1].text.lower() != "of":
        return None
    below = [t for t in tree.below(head.i, "nmod") if "of" in tree.markers(t.i)]
    return next((t.i for t in below if is_happening(tree, t.i)), None)


def gap_of(tree: Tree, mention: QuantityMention) -> str:
    """The word that makes a length the distance of two happenings: "nine hours after the accident"."""
    last = max((t.i for t in tree.inside(mention.start, mention.end)), default=len(tree.tokens))
    behind = tree.tokens[last + 1].text.lower() if last + 1 < len(tree.tokens) else ""
    return behind if behind in {"after", "before"} else ""


def later_of_two(tree: Tree, mention: QuantityMention) -> int | None:
    """The happening that lies so long after or before another one: the predicate of the main clause."""
    last = max(t.i for t in tree.inside(mention.start, mention.end))
    other = next(
        (t for t in tree.tokens[last + 2 :] if is_trigger(tree, t) or t.pos in {"NOUN", "PROPN", "VERB"}),
        None,
    )
    while other is not None and not is_trigger(tree, other) and other.head > other.i:
        other = tree.tokens[other.head]
    if other is None:
        return None
    main = next((t.i for t in tree.up(other.i) if is_trigger(tree, t)), None)
    if main is None or tree.tokens[main].lemma.lower() not in DECLARING:
        return main
    return next((t.i for t in tree.below(main, "xcomp", "ccomp") if is_trigger(tree, t)), main)


def above_span(tree: Tree, at: int | None) -> int | None:
    """Climb from a noun that only means a length: "watched over a period of 14 months"."""
    while at is not None and tree.tokens[at].lemma.lower() in SPANS and tree.tokens[at].head != at:
        at = trigger_above(tree, tree.tokens[at].head)
    return at


def is_happening(tree: Tree, i: int) -> bool:
    """Whether a noun stands for a happening, and is an event of its sentence."""
    token = tree.tokens[i]
    lemma = token.lemma.lower()
    return token.pos == "NOUN" and lemma in event_nouns() - SPANS and is_trigger(tree, token)


def lasting_event(tree: Tree, at: int) -> int:
    """Move a length from its carrying verb to what lasted ("the meeting lasted", "talks that had gone on")."""
    token = tree.tokens[at]
    lemma = token.lemma.lower()
    if tree.has(at, "cop") and token.pos in {"NOUN", "NUM"} and lemma in LENGTH_NOUNS:
        subject = tree.subject(at)
        inner = trigger_above(tree, subject.i) if subject is not None else None
        return at if inner is None else inner
    if set(families().get((lemma, "VERB"), ())) & DECIDED:
        return next((t.i for t in tree.below(at, "obj") if is_trigger(tree, t)), at)
    if not is_lasting(tree, token):
        return at
    if token.dep in {"acl", "acl:relcl"}:
        above = trigger_above(tree, token.head)
        return at if above is None else above
    if lemma in TAKING and (task := task_of(tree, at)) is not None:
        return task
    subject = tree.subject(at)
    if subject is not None and subject.pos in {"NOUN", "PROPN"}:
        inner = trigger_above(tree, subject.i)
        return at if inner is None else inner
    return at


def is_lasting(tree: Tree, token: Token) -> bool:
    """Whether a verb only says how long its subject went on."""
    lemma = token.lemma.lower()
    particle = "_".join(
        [lemma, *(t.lemma.lower() for t in tree.below(token.i, "compound:prt", "advmod", "case"))]
    )
    return lemma in LASTING or particle in LASTING


def task_of(tree: Tree, at: int) -> int | None:
    """What took the time: "it took them five hours to put out the fire"."""
    clauses = tree.below(at, "xcomp", "ccomp", "csubj", "advcl")
    clauses += [t for o in tree.below(at, "obj", "obl") for t in tree.below(o.i, "acl", "xcomp")]
    nouns = [t for t in tree.below(at, "obl") if "for" in tree.markers(t.i) and is_happening(tree, t.i)]
    return next((t.i for t in clauses + nouns if t.pos == "VERB" or t in nouns), None)


def is_carried(tree: Tree, at: int | None) -> bool:
    """Whether a verb of lasting has no subject but a word for what was told before: "it took", "that lasted"."""
    if at is None or not is_lasting(tree, tree.tokens[at]):
        return False
    subject = tree.subject(at)
    return subject is not None and subject.lemma.lower() in RESUMING


def is_fragment(tree: Tree) -> bool:
    """Whether a sentence has no predicate of its own: "Seven minutes." "For four months!" """
    root = next((t for t in tree.tokens if t.head == t.i), None)
    if root is None or len(tree.tokens) > FRAGMENT or is_trigger(tree, root):
        return False
    return not tree.has(root.i, "cop", "nsubj")


def is_resumed(tree: Tree, mention: QuantityMention) -> bool:
    """Whether a length is told of what "it" stands for: "three hours were all it took"."""
    return any(is_carried(tree, t.i) for t in tree.tokens if t.pos == "VERB")


def before(rows: Sequence[EventsOfSentence], n: int) -> tuple[int, int] | None:
    """What the sentence before tells of, where both stand in one paragraph; else what is spoken of."""
    if n == 0 or rows[n - 1].tree.sentence.block != rows[n].tree.sentence.block:
        return None
    tree = rows[n - 1].tree
    root = next((t.i for t in tree.tokens if t.head == t.i), None)
    if root is None or root not in rows[n - 1].by_token:
        return spoken_of(rows, n)
    told = lasting_event(tree, root)
    return (n - 1, told) if told in rows[n - 1].by_token else None


def spoken_of(rows: Sequence[EventsOfSentence], n: int) -> tuple[int, int] | None:
    """The last happening before a sentence that can go on for a while."""
    return next(enduring(rows, n), None)


def enduring(rows: Sequence[EventsOfSentence], n: int) -> Iterator[tuple[int, int]]:
    """The happenings of the sentences before that can go on for a while, the last one first."""
    for k in range(n - 1, max(-1, n - 1 - LOOK_BACK), -1):
        for i, event in sorted(rows[k].by_token.items(), reverse=True):
            if event.family in ENDURING and event.nominal and event.positive:
                yield k, i


def kind_of_length(event: Event) -> str:
    """The kind of happening that a verb tells of where it has a length: "kept him for an hour" tells of a meeting.

    A verb of lasting whose subject is no happening tells of none that is known.
    """
    lemma = event.lemma
    agents = {p.head.lower() for p in event.participants if p.role == "agent"}
    if agents & JURY and (lemma in LASTING or lemma in SITTING):
        return "deliberation"
    if lemma in HOSTING and any(p.role in HOSTED and is_company(p) for p in event.participants):
        return "meeting"
    if lemma in STAYING:
        return "visit"
    if lemma in SITTING:
        return "meeting"
    return "" if lemma in LASTING and event.family in {*BARE, lemma} else event.family


def kind_of_state(tree: Tree, mention: QuantityMention) -> str:
    """The kind of happening that a state of some length tells of: "they were inside for five minutes"."""
    head = tree.head_of(mention.start, mention.end)
    state = None if head is None else tree.tokens[head.head]
    if state is None or not tree.has(state.i, "cop"):
        return ""
    if state.lemma.lower() in INSIDE:
        return "visit"
    subject = tree.subject(state.i)
    out = state.lemma.lower() == "out" and subject is not None and subject.lemma.lower() in JURY
    return "deliberation" if out else ""


def is_company(participant: Participant) -> bool:
    """Whether somebody is met: a person by name, a pronoun, a guest."""
    named = participant.name is not None and participant.name.kind == "person"
    return named or participant.head.lower() in COMPANY


def scope_of_length(
    tree: Tree, mention: QuantityMention, at: int | None, told: int | None
) -> tuple[str, ...]:
    """Whether a length is more than that of one happening: a way from another one, or days that it was spread over."""
    if gap := gap_of(tree, mention):
        return (gap,)
    first = min((t.i for t in tree.inside(mention.start, mention.end)), default=0)
    if first > 0 and tree.tokens[first - 1].lemma.lower() in SPREAD:
        return ("over",)
    return ("until",) if at is not None and told != at and tree.tokens[at].lemma.lower() in TAKING else ()
