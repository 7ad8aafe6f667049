"""Figures become claims: lengths of time, counts, amounts, ranks and ages, hung on the event they belong to."""

import re
from collections.abc import Iterator

import attrs

from discrepancy.extract.context import Context, between
from discrepancy.extract.counted import counted_noun, counted_token
from discrepancy.extract.events import EventsOfSentence
from discrepancy.extract.lexicon import families, listed
from discrepancy.extract.scopes import scopes_at
from discrepancy.extract.tree import Tree
from discrepancy.extract.triggers import is_trigger, trigger_above
from discrepancy.extract.words import SentenceWords, Surroundings, surroundings, words_of
from discrepancy.model.claims import Attribute, Certainty, Claim, Event
from discrepancy.model.mentions import QuantityMention
from discrepancy.model.text import Token
from discrepancy.values.quantities import Quantity

__all__ = ["figure_claims"]

SINCE_LAST = re.compile(
    r"\b(?:first|worst|biggest|largest|highest|lowest|second|third|last)\b[^.,;:]*\b(?:in|for)\s+$", re.I
)
ROW = re.compile(r"(?:\s*\([\d-]+\))?,?\s+(?:and\s+)?")
WHOLE_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|these|those|all)\s+){0,2}", re.I)
WHOLE_REACH = 40  # characters in which a part and its whole are told
AGE_REACH = 4  # characters between a name and its age: a comma, a bracket, "aged" is counted with the age
LENGTHS = frozenset({"second", "month"})
LENGTH_NOUNS = listed("length_nouns")
# "lasted two hours", "took two hours", "ran for two hours": the subject has the length, not the verb.
LASTING = listed("lasting")
# "four summers on the ice": a stretch of somebody's life, neither a length nor a count.
STRETCHES = listed("stretches")
# "are known to have died": what is told hangs below.
RAISING = listed("raising")
# What somebody won or lost in a time is what lasted so long: "lost the opening set in 39 minutes".
DECIDED = listed("decided")
# People are no event, though their names are made of one: "passengers", "workers".
PEOPLE = listed("counted_people")
TAKING = listed("taking_time")


def figure_claims(context: Context, found: EventsOfSentence) -> Iterator[Claim]:
    """The claims of all figures in a sentence."""
    tree = found.tree
    sentence = tree.sentence
    mentions = list(between(context.mentions.quantities, sentence.start, sentence.end))
    if not mentions:
        return
    words = words_of(context, tree)
    counted = None
    for mention in mentions:
        claim = figure_claim(context, found, words, mention, counted)
        if claim is not None:
            yield claim
            counted = claim.counted if mention.quantity.unit == "count" else counted


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
    if attribute == "duration" and since_last(context.document.text, mention):
        return None
    anchor = counted or head
    at = carrying_event(tree, mention, anchor)
    if attribute == "duration" and at is not None:
        at = lasting_event(tree, at)
    event = found.by_token.get(at) if at is not None and not is_whole(context, mention) else None
    near = surroundings(words, at if at is not None else anchor.i)
    noun = counted_noun(tree, mention, counted, event, before) if attribute == "count" else None
    return make_claim(context, tree, mention, attribute, event, near, noun, found.kinds(thin=near.thin))


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
    return at


def is_own_noun(tree: Tree, token: Token, mention: QuantityMention, anchor: Token) -> bool:
    """Whether a predicate noun is the unit of a figure ("three quarters of an hour") or people that it counts."""
    if token.pos != "NOUN" or tree.has(token.i, "cop"):
        return False
    if mention.start <= token.start < mention.end:
        return True
    return token.i == anchor.i and token.lemma.lower() in PEOPLE


def since_last(text: str, mention: QuantityMention) -> bool:
    """Whether a length is the time since the last such thing: "the first visit in ten months"."""
    before = text[max(0, mention.start - 80) : mention.start]
    return bool(SINCE_LAST.search(before))


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


def lasting_event(tree: Tree, at: int) -> int:
    """Move a length from its carrying verb to what lasted ("the meeting lasted", "talks that had gone on")."""
    token = tree.tokens[at]
    lemma = token.lemma.lower()
    if tree.has(at, "cop") and token.pos in {"NOUN", "NUM"} and token.lemma.lower() in LENGTH_NOUNS:
        subject = tree.subject(at)
        inner = trigger_above(tree, subject.i) if subject is not None else None
        return at if inner is None else inner
    if set(families().get((lemma, "VERB"), ())) & DECIDED:
        return next((t.i for t in tree.below(at, "obj") if is_trigger(tree, t)), at)
    particle = "_".join([lemma, *(t.lemma.lower() for t in tree.below(at, "compound:prt", "advmod", "case"))])
    if lemma not in LASTING and particle not in LASTING:
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


def task_of(tree: Tree, at: int) -> int | None:
    """What took the time: "it took them five hours to put out the fire"."""
    clauses = tree.below(at, "xcomp", "ccomp", "csubj", "advcl")
    clauses += [t for o in tree.below(at, "obj", "obl") for t in tree.below(o.i, "acl", "xcomp")]
    return next((t.i for t in clauses if t.pos == "VERB"), None)


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


def owner_of_age(context: Context, tree: Tree, mention: QuantityMention) -> str | None:
    """Whose age of today a figure is: the name just before ("Ana Berg, 58,") or just behind it.

    "She was 58 when ..." tells an age of another time and makes no claim here.
    """
    names = context.names_by_sentence[tree.sentence.index]
    before = [
        m for m in names if 0 <= mention.start - m.end <= AGE_REACH and m.name.kind in {"person", "unknown"}
    ]
    if before:
        return context.key_of(before[-1])
    behind = [m for m in names if 0 <= m.start - mention.end <= 2 * AGE_REACH and m.name.kind == "person"]
    return context.key_of(behind[0]) if behind else None
