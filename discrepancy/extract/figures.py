"""Figures become claims: lengths of time, counts, amounts, ranks and ages, hung on the event they belong to."""

import re
from collections.abc import Iterator, Sequence

import attrs

from discrepancy.extract.ages import owner_of_age
from discrepancy.extract.context import Context, between
from discrepancy.extract.counted import counted_noun, counted_token
from discrepancy.extract.events import EventsOfSentence
from discrepancy.extract.lengths import (
    happening_of,
    is_since_last,
    kind_of_length,
    kind_of_state,
    scope_of_length,
)
from discrepancy.extract.lexicon import families, listed
from discrepancy.extract.scopes import is_spell, scopes_at
from discrepancy.extract.tree import Tree
from discrepancy.extract.triggers import is_trigger, trigger_above
from discrepancy.extract.words import SentenceWords, Surroundings, surroundings, words_of
from discrepancy.model.claims import Attribute, Certainty, Claim, Event
from discrepancy.model.mentions import QuantityMention
from discrepancy.model.text import Token
from discrepancy.values.quantities import Quantity

__all__ = ["figure_claims"]

ROW = re.compile(r"(?:\s*\([\d-]+\))?,?\s+(?:and\s+)?")
WHOLE_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|these|those|all)\s+){0,2}", re.I)
WHOLE_REACH = 40  # characters in which a part and its whole are told
LENGTHS = frozenset({"second", "month"})
# "four summers on the ice": a stretch of somebody's life, neither a length nor a count.
STRETCHES = listed("stretches")
# "are known to have died": what is told hangs below.
RAISING = listed("raising")
# What a vote decides.
VOTED = listed("voted")
# People are no event, though their names are made of one: "passengers", "workers".
PEOPLE = listed("counted_people")


def figure_claims(context: Context, rows: Sequence[EventsOfSentence], n: int) -> Iterator[Claim]:
    """The claims of all figures in the sentence ``n``; a length may be told of what the ones before tell of."""
    tree = rows[n].tree
    sentence = tree.sentence
    mentions = list(between(context.mentions.quantities, sentence.start, sentence.end))
    if not mentions:
        return
    words = words_of(context, tree)
    counted = None
    for mention in mentions:
        if attribute_of(mention.quantity) == "duration":
            claim = length_claim(context, rows, n, words, mention)
        else:
            claim = figure_claim(context, rows[n], words, mention, counted)
        if claim is not None:
            yield claim
            is_told = mention.quantity.unit == "count" and not stands_aside(tree, mention)
            counted = claim.counted if is_told else counted


def stands_aside(tree: Tree, mention: QuantityMention) -> bool:
    """Whether a figure is only said in passing of another's noun: "212 cases in three districts, 38 confirmed"."""
    head = tree.head_of(mention.start, mention.counted_end or mention.end)
    if head is None:
        return False
    noun = tree.tokens[head.head] if head.dep == "nummod" else head
    return noun.dep.split(":")[0] == "nmod" and bool(tree.markers(noun.i)) and tree.has(noun.head, "nummod")


def figure_claim(
    context: Context,
    found: EventsOfSentence,
    words: SentenceWords,
    mention: QuantityMention,
    before: str | None,
) -> Claim | None:
    """The claim of one figure, or nothing where no word of the sentence carries it.

    ``before`` is what the figure before it counts.
    """
    tree = found.tree
    head = tree.head_of(mention.start, mention.end)
    if head is None:
        return None
    attribute = attribute_of(mention.quantity)
    counted = counted_token(tree, mention, head) if attribute == "count" else None
    if attribute == "age" and owner_of_age(context, tree, mention) is None:
        return None
    if counted is not None and mention.quantity.unit == "count" and counted.lemma.lower() in STRETCHES:
        return None
    if is_spell(context.document.text, mention):
        return None
    anchor = counted or head
    at = carrying_event(tree, mention, anchor)
    event = found.by_token.get(at) if at is not None and not is_whole(context, mention) else None
    near = surroundings(words, at if at is not None else anchor.i)
    noun = counted_noun(tree, mention, counted, event, before) if attribute == "count" else None
    return make_claim(context, tree, mention, attribute, event, near, noun, found.kinds(thin=near.thin))


def length_claim(
    context: Context, rows: Sequence[EventsOfSentence], n: int, words: SentenceWords, mention: QuantityMention
) -> Claim | None:
    """The claim of a length, hung on what lasted so long: here or in a sentence before."""
    found, tree = rows[n], rows[n].tree
    head = tree.head_of(mention.start, mention.end)
    if head is None or is_since_last(context.document.text, mention):
        return None
    at = carrying_event(tree, mention, head)
    k, told = happening_of(rows, n, mention, at) or (n, at)
    event = rows[k].by_token.get(told) if told is not None else None
    near = surroundings(words, head.i if told is None or k != n else told)
    if told is not None and k != n:
        near = near.with_those_of(surroundings(words_of(context, rows[k].tree), told))
    claim = make_claim(context, tree, mention, "duration", event, near, None, found.kinds(thin=near.thin))
    family = kind_of_state(tree, mention) if event is None else kind_of_length(event) if k == n else None
    scope = claim.scope + scope_of_length(tree, mention, at, told if k == n else None)
    return attrs.evolve(claim, family=family, scope=scope)


def is_whole(context: Context, mention: QuantityMention) -> bool:
    """Whether a figure is the whole of the part before it: of "nine of its 40 ships" nothing is told of all 40."""
    before = between(context.mentions.quantities, mention.start - WHOLE_REACH, mention.start)[-1:]
    text = context.document.text
    return any(m.end < mention.start and WHOLE_OF.fullmatch(text, m.end, mention.start) for m in before)


def carrying_event(tree: Tree, mention: QuantityMention, anchor: Token) -> int | None:
    """The predicate that carries a figure: never the figure's own unit, nor people that it counts."""
    told = [t for t in tree.below(anchor.i, "acl") if (t.lemma.lower(), "VERB") in families()]
    if told and mention.quantity.unit == "count":  # "19 people killed by the flood"
        return told[0].i
    at = trigger_above(tree, anchor.i)
    if at is not None and tree.tokens[at].lemma.lower() in RAISING:
        at = next((t.i for t in tree.below(at, "xcomp") if t.pos == "VERB"), at)
    while at is not None and is_own_noun(tree, tree.tokens[at], mention, anchor):
        above = tree.tokens[tree.tokens[at].head]
        at = trigger_above(tree, above.i) if above.i != at else None
    return at if mention.quantity.other is None else (ballot_of(tree, mention, at) or at)


def ballot_of(tree: Tree, mention: QuantityMention, at: int | None) -> int | None:
    """The votes of a result in a clause that tells of something else: "18 votes to 13, you could hear the shouts"."""
    token = tree.tokens[at] if at is not None else None
    if token is not None and set(families().get((token.lemma.lower(), token.pos), ())) & VOTED:
        return None
    inside = tree.inside(mention.start, mention.end)
    return next((t.i for t in inside if is_trigger(tree, t)), None)


def is_own_noun(tree: Tree, token: Token, mention: QuantityMention, anchor: Token) -> bool:
    """Whether a predicate noun is the unit of a figure ("three quarters of an hour") or people that it counts."""
    if token.pos != "NOUN" or tree.has(token.i, "cop"):
        return False
    if mention.start <= token.start < mention.end:
        return True
    return token.i == anchor.i and token.lemma.lower() in PEOPLE


def make_claim(
    context: Context,
    tree: Tree,
    mention: QuantityMention,
    attribute: Attribute,
    event: Event | None,
    near: Surroundings,
    noun: str | None,
    kinds: tuple[str, ...],
) -> Claim:
    """Assemble a figure claim with its scope and surroundings."""
    quantity = mention.quantity
    noun = noun or quantity.counted
    if noun and noun != quantity.counted:
        quantity = attrs.evolve(quantity, counted=noun)
    subject = owner_of_age(context, tree, mention) if attribute == "age" else None
    return Claim(
        id="",
        document=context.document.id,
        attribute=attribute,
        subject=subject or (event.id if event else context.document.id),
        value=quantity,
        passage=context.passage(*shown(tree, mention, event)),
        event=event.id if event else None,
        scope=scopes_at(context.document.text, tree, mention) + place_in_row(context, mention),
        counted=noun,
        words=near.words,
        around=near.around,
        kinds=kinds,
        names=near.names,
        positive=event.positive if event else True,
        certainty=event.certainty if event else Certainty.FACT,
        source=event.source if event else None,
        well_read=event.well_read if event else False,
    )


def place_in_row(context: Context, mention: QuantityMention) -> tuple[str, ...]:
    """Which of several scores in a row a score is ("4-6, 7-5, 6-3"): a set is compared with the same set."""
    if mention.quantity.unit != "score":
        return ()
    row: list[QuantityMention] = []
    for other in context.mentions.quantities:
        if row and not ROW.fullmatch(context.document.text, row[-1].end, other.start):
            if mention in row:
                break
            row = []
        if other.quantity.unit == "score":
            row.append(other)
    return (f"score {row.index(mention) + 1} of {len(row)}",) if len(row) > 1 and mention in row else ()


def attribute_of(quantity: Quantity) -> Attribute:
    """Which attribute a quantity answers by its unit."""
    if quantity.unit in LENGTHS:
        return "duration"
    if quantity.unit in {"age", "rank"}:
        return "age" if quantity.unit == "age" else "rank"
    if len(quantity.unit) == 3 and quantity.unit.isupper():
        return "amount"
    return "count"


def shown(tree: Tree, mention: QuantityMention, event: Event | None) -> tuple[int, int]:
    """The words that show a figure: the clause from the event to the figure, or the phrase around it."""
    start = min(mention.start, mention.counted_start or mention.start)
    end = max(mention.end, mention.counted_end or mention.end)
    if event is None or not overlapping(event, mention):
        head = tree.head_of(mention.start, mention.end)
        if head is None:
            return start, end
        left, right = tree.noun_phrase(head.head)
        return (min(start, left), max(end, right)) if left <= end and start <= right else (start, end)
    if event.passage.end - event.passage.start <= 160:
        return min(start, event.passage.start), max(end, event.passage.end)
    return max(event.passage.start, start - 80), end


def overlapping(event: Event, mention: QuantityMention) -> bool:
    """Whether a figure stands inside the words of its event, or touches them."""
    return event.passage.start <= mention.end and mention.start <= event.passage.end
