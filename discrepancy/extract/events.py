"""Events of a document: what happened, to whom, when and where."""

import re
from collections.abc import Iterator

import attrs

from discrepancy.extract.context import Context, between
from discrepancy.extract.lexicon import event_nouns, families, listed
from discrepancy.extract.participants import participants_of
from discrepancy.extract.stance import certainty_of, is_positive, source_of
from discrepancy.extract.tree import Tree
from discrepancy.language import load_words
from discrepancy.model.claims import Certainty, Event, Participant
from discrepancy.model.mentions import TimeMention
from discrepancy.model.text import Passage, Token
from discrepancy.values.times import TimeValue

__all__ = ["EventsOfSentence", "find_events", "is_trigger", "trigger_above"]

# Verbs that only carry the event noun beside them: "held talks", "gave a speech".
LIGHT = listed("light")
# Behind these words a time is an edge of something, not the time of the event: "since 2021", "until Friday".
BOUND = re.compile(
    r"\b(?:since|until|till|before|after|between|every|each|within|than|as of|beyond)\s+(?:the\s+)?$", re.I
)
# "It was half past four." tells when the thing happened of which the sentences before it speak.
LOOK_BACK = 3
SUDDEN = listed("sudden")
AUXILIARY = frozenset({"aux", "cop"})
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


def find_events(context: Context) -> tuple[EventsOfSentence, ...]:
    """Find the events of all sentences that make claims."""
    found: list[EventsOfSentence] = []
    count = 0
    before: tuple[tuple[TimeValue, Passage], ...] = ()
    kinds: tuple[str, ...] = ()
    for tree in context.trees:
        if tree.sentence.block.kind in {"furniture", "byline", "dateline"}:
            continue
        times = times_in(context, tree)
        hung, orphans = hang_times(context, tree, times)
        if tree.sentence.block.kind == "caption" and orphans:
            hung.update(give_first(context, tree, orphans, hung))
        else:
            give_back(context, found, orphans)
        setting = tuple((m.time, context.passage(m.start, m.end)) for m in times)
        events = {}
        for i in triggers(tree):
            events[i] = make_event(
                context, tree, i, f"{context.document.id}:e{count}", hung.get(i, ()), setting or before
            )
            count += 1
        found.append(EventsOfSentence(tree, events, kinds))
        kinds = found[-1].kinds()
        before = setting or before[:1]
    return tuple(found)


def triggers(tree: Tree) -> Iterator[int]:
    """The tokens that stand for something that happens or is the case."""
    for token in tree.tokens:
        if is_trigger(tree, token):
            yield token.i


def is_trigger(tree: Tree, token: Token) -> bool:
    """Whether a token is a predicate: a full verb, an event noun, an adjective with a copula."""
    if token.dep.split(":")[0] in AUXILIARY:
        return False
    if token.pos == "VERB":
        return token.dep not in {"amod", "case", "mark", "compound"}
    if token.pos == "NOUN":
        return token.lemma.lower() in event_nouns() or tree.has(token.i, "cop")
    if token.pos == "ADJ":
        return tree.has(token.i, "cop") or (token.lemma.lower(), "ADJ") in families()
    return False


def trigger_above(tree: Tree, i: int) -> int | None:
    """The nearest predicate at or above a token."""
    if is_trigger(tree, tree.tokens[i]):
        return i
    return next((t.i for t in tree.up(i) if is_trigger(tree, t)), None)


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


def family_of(lemma: str, pos: str) -> str:
    """The predicate family of a lemma; the lemma itself where it has none."""
    pos = "NOUN" if pos == "PROPN" else pos
    found = families().get((lemma, pos)) or families().get((lemma.split("_")[0], pos))
    return found[0] if found else lemma


def make_event(
    context: Context,
    tree: Tree,
    i: int,
    key: str,
    times: tuple[tuple[TimeValue, Passage], ...],
    setting: tuple[tuple[TimeValue, Passage], ...],
) -> Event:
    """Describe the event at a token."""
    token = tree.tokens[i]
    lemma = lemma_of(tree, i)
    participants = participants_of(context, tree, i)
    return Event(
        id=key,
        document=context.document.id,
        sentence=tree.sentence.index,
        family=family_of(lemma, token.pos),
        lemma=lemma,
        passage=context.passage(*clause_span(tree, i)),
        block=tree.sentence.block.kind,
        nominal=token.pos != "VERB",
        definite=any(t.lemma.lower() in {"the", "this", "that"} for t in tree.below(i, "det")),
        participants=tuple(p for p in participants if not is_place(p)),
        modifiers=tuple(t.lemma.lower() for t in tree.below(i, "amod", "compound") if t.pos != "NUM"),
        times=times,
        setting=times or setting,
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


def times_in(context: Context, tree: Tree) -> list[TimeMention]:
    """The dates and clock times of a sentence."""
    rows = between(context.mentions.times, tree.sentence.start, tree.sentence.end)
    return [m for m in rows if m.type in {"DATE", "TIME"}]


def hang_times(
    context: Context, tree: Tree, times: list[TimeMention]
) -> tuple[dict[int, tuple[tuple[TimeValue, Passage], ...]], list[TimeMention]]:
    """Give each time to the event that it hangs on; a carrying verb shares it with its event noun.

    Also returns the times that hang on nothing ("It was half past four.").
    """
    hung: dict[int, list[tuple[TimeValue, Passage]]] = {}
    orphans: list[TimeMention] = []
    for mention in times:
        if BOUND.search(context.document.text[max(0, mention.start - 20) : mention.start]):
            continue
        head = tree.head_of(mention.start, mention.end)
        at = None if head is None else trigger_above(tree, head.i)
        if at is None:
            orphans.append(mention)
            continue
        pair = (mention.time, context.passage(mention.start, mention.end))
        for k in sharing(tree, at):
            hung.setdefault(k, []).append(pair)
    return {i: tuple(pairs) for i, pairs in hung.items()}, orphans


def give_first(
    context: Context,
    tree: Tree,
    orphans: list[TimeMention],
    hung: dict[int, tuple[tuple[TimeValue, Passage], ...]],
) -> dict[int, tuple[tuple[TimeValue, Passage], ...]]:
    """Give the times before a caption ("Lisbon, the 3rd: ...") to the first thing that it shows."""
    first = next((i for i in triggers(tree) if i not in hung), None)
    pairs = tuple((m.time, context.passage(m.start, m.end)) for m in orphans)
    return {} if first is None else {first: pairs}


def give_back(context: Context, found: list[EventsOfSentence], orphans: list[TimeMention]) -> None:
    """Give times of a sentence without a predicate to what happened just before it in the text."""
    for back in range(1, min(len(found), LOOK_BACK) + 1):
        row = found[-back]
        known = [
            i
            for i, e in row.by_token.items()
            if e.family in load_words("predicates") and e.positive and not e.source
        ]
        told = [i for i in known if row.by_token[i].family in SUDDEN] or known[:1]
        if told and orphans and not row.by_token[told[0]].times:
            pairs = tuple((m.time, context.passage(m.start, m.end)) for m in orphans)
            row.by_token[told[0]] = attrs.evolve(row.by_token[told[0]], times=pairs)
            return


def sharing(tree: Tree, i: int) -> list[int]:
    """An event and those that cannot have another time: the noun that a light verb carries, and back."""
    together = [i]
    token = tree.tokens[i]
    if token.pos in {"VERB", "ADJ"} and carries(token):
        together += [t.i for t in tree.below(i, "obj", "nsubj") if is_trigger(tree, t)]
    above = tree.tokens[token.head]
    if token.dep.split(":")[0] in {"obj", "nsubj"} and above.pos == "VERB" and carries(above):
        together.append(above.i)
    return together


def carrier_of(tree: Tree, i: int) -> int:
    """The verb that carries an event noun and says how sure it is ("a vote will be held"), else the event itself."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    carried = token.dep.split(":")[0] in {"obj", "nsubj"} and above.pos in {"VERB", "ADJ"} and carries(above)
    return above.i if carried and certainty_of(tree, i) is Certainty.FACT else i


def carries(token: Token) -> bool:
    """Whether a verb only carries the event noun beside it; a participle may be tagged as an adjective."""
    lemma = token.lemma.lower()
    return lemma in LIGHT or (token.pos == "ADJ" and bool({lemma[:-1], lemma[:-2]} & LIGHT))
