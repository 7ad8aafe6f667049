"""Events of a document: what happened, to whom, when and where."""

import attrs

from discrepancy.extract.context import Context
from discrepancy.extract.event_times import (
    carrier_of,
    give_first,
    going_on,
    hang_since,
    hang_times,
    holds_for,
    is_begun,
    is_setting,
    times_in,
)
from discrepancy.extract.lexicon import families
from discrepancy.extract.orphans import give_back, give_lede
from discrepancy.extract.participants import participants_of
from discrepancy.extract.senses import family_at
from discrepancy.extract.stance import certainty_of, is_positive, source_of
from discrepancy.extract.tree import Tree
from discrepancy.extract.triggers import triggers
from discrepancy.model.claims import Event, Participant
from discrepancy.model.mentions import TimeMention
from discrepancy.model.text import Block, Passage
from discrepancy.values.times import TimeValue

__all__ = ["EventsOfSentence", "find_events"]

WORDY = 90  # a sentence of more tokens than this is a list or a broken page; its parse is not trusted


@attrs.frozen(eq=False)
class EventsOfSentence:
    """The events of one sentence with the tree that they stand in."""

    tree: Tree
    by_token: dict[int, Event]
    before: tuple[str, ...] = ()

    def kinds(self, *, thin: bool = False) -> tuple[str, ...]:
        """The families of the events of the sentence, with those of the one before where it says little."""
        own = [e.family for e in self.by_token.values()]
        return tuple(dict.fromkeys([*own, *(self.before if thin else ())]))


@attrs.frozen(eq=False)
class Timing:
    """The times that hang on an event, and those of its surroundings."""

    own: tuple[tuple[TimeValue, Passage], ...]
    around: tuple[tuple[TimeValue, Passage], ...]


def find_events(context: Context) -> tuple[EventsOfSentence, ...]:
    """Find the events of all sentences that make claims."""
    found: list[EventsOfSentence] = []
    count = 0
    before: tuple[tuple[TimeValue, Passage], ...] = ()
    lede: tuple[tuple[TimeValue, Passage], ...] = ()
    block: Block | None = None
    kinds: tuple[str, ...] = ()
    for tree in context.trees:
        if tree.sentence.block.kind in {"furniture", "byline", "dateline"}:
            continue
        if tree.sentence.block != block:  # a paragraph goes back to the day of the story
            block, before = tree.sentence.block, lede
        times = times_in(context, tree)
        hung, orphans = hang_times(context, tree, times)
        if tree.sentence.block.kind == "caption" and orphans:
            hung.update(give_first(context, tree, orphans, hung))
        elif orphans:
            give_orphans(context, found, tree, orphans)
        telling = [m for m in times if is_setting(context, tree, m)]
        setting = tuple((m.time, context.passage(m.start, m.end)) for m in telling)
        since = hang_since(context, tree, times)
        events = {}
        for i in triggers(tree):
            near = tuple(p for m, p in zip(telling, setting, strict=True) if holds_for(tree, m, i)) or before
            key = f"{context.document.id}:e{count}"
            event = make_event(context, tree, i, key, Timing(hung.get(i, ()), near))
            events[i] = attrs.evolve(event, since=since.get(i, ()))
            count += 1
        found.append(EventsOfSentence(tree, events, kinds))
        kinds = found[-1].kinds()
        before = going_on(tree, telling, setting) or before[:1]
        lede = lede or before[:1]
    return tuple(found)


def give_orphans(
    context: Context, found: list[EventsOfSentence], tree: Tree, orphans: list[TimeMention]
) -> None:
    """Give the times of a sentence without a predicate to what its paragraph, else what the story, tells of."""
    rows = [(row.tree, row.by_token) for row in found]
    here = [row for row in rows if row[0].sentence.block == tree.sentence.block]
    if not give_back(context, here, orphans) and not here:
        give_lede(context, rows, orphans, tree.sentence.end)


def lemma_of(tree: Tree, i: int) -> str:
    """The lemma of a predicate with its particle or the adjective that completes it ("put_out")."""
    token = tree.tokens[i]
    lemma = token.lemma.lower()
    table = families()
    for child in tree.below(i, "compound:prt", "xcomp", "obj", "advmod", "obl", "amod", "compound"):
        combined = f"{lemma}_{child.lemma.lower()}"
        if child.dep == "compound:prt" or (combined, "VERB") in table:
            return combined
        behind = f"{lemma}_{tree.tokens[i + 1].text.lower()}" if i + 1 < len(tree.tokens) else lemma
        if token.pos == "VERB" and (behind, "VERB") in table:
            return behind
        spaced = f"{child.lemma.lower()} {lemma}"
        if token.pos == "NOUN" and (spaced, "NOUN") in table:
            return spaced
    return lemma


def make_event(context: Context, tree: Tree, i: int, key: str, timing: Timing) -> Event:
    """Describe the event at a token."""
    token = tree.tokens[i]
    lemma = lemma_of(tree, i)
    participants = participants_of(context, tree, i)
    return Event(
        id=key,
        document=context.document.id,
        sentence=tree.sentence.index,
        family=family_at(tree, i, lemma, participants),
        lemma=lemma,
        passage=context.passage(*clause_span(tree, i)),
        block=tree.sentence.block.kind,
        nominal=token.pos != "VERB",
        definite=any(t.lemma.lower() in {"the", "this", "that"} for t in tree.below(i, "det")),
        participants=tuple(p for p in participants if not is_place(p)),
        modifiers=tuple(t.lemma.lower() for t in tree.below(i, "amod", "compound") if t.pos != "NUM"),
        times=timing.own,
        setting=timing.own or timing.around,
        begun=bool(timing.own) and is_begun(tree, i),
        places=tuple(p for p in participants if is_place(p)),
        positive=is_positive(tree, i),
        certainty=certainty_of(tree, carrier_of(tree, i)),
        source=source_of(context, tree, i),
        well_read=len(tree.tokens) <= WORDY,
    )


def is_place(participant: Participant) -> bool:
    """Whether a participant is the place of the event: a name of a place behind a preposition of place."""
    return participant.role == "place"


def clause_span(tree: Tree, i: int) -> tuple[int, int]:
    """The words of an event: its subtree without the clauses that are events of their own."""
    keep = [i]
    queue = list(tree.children[i])
    while queue:
        k = queue.pop()
        base = tree.tokens[k].dep.split(":")[0]
        if base in {"conj", "parataxis", "advcl", "acl", "punct", "cc", "discourse"}:
            continue
        keep.append(k)
        queue.extend(tree.children[k])
    keep.sort()
    return tree.tokens[keep[0]].start, tree.tokens[keep[-1]].end
