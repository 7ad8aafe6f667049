"""Which event of a sentence a time belongs to, and which times hold on in the next sentence."""

import re

from discrepancy.extract.context import Context, between
from discrepancy.extract.lexicon import listed
from discrepancy.extract.orphans import told_by_copula
from discrepancy.extract.stance import certainty_of
from discrepancy.extract.tree import Tree
from discrepancy.extract.triggers import is_trigger, trigger_above, triggers
from discrepancy.model.claims import Certainty
from discrepancy.model.mentions import TimeMention
from discrepancy.model.text import Passage, Token
from discrepancy.values.times import Precision, TimeValue

__all__ = [
    "carrier_of",
    "give_first",
    "going_on",
    "hang_since",
    "hang_times",
    "holds_for",
    "is_begun",
    "is_setting",
    "times_in",
]

# Verbs that only carry the event noun beside them: "held talks", "gave a speech".
LIGHT = listed("light")
# Behind these words a time is an edge of something, not the time of the event: "since 2021", "until Friday".
BOUND = re.compile(
    r"\b(?:since|until|till|by|before|after|between|every|each|within|than|as of|beyond)\s+(?:the\s+)?$", re.I
)
# "Not until Friday did they sign": it happened on Friday.
AT_LAST = re.compile(r"\bnot (?:until|till|before)\s+(?:the\s+)?$", re.I)
# Times behind these are no setting: "the most since 2024".
EDGE = re.compile(r"\b(?:since|than|until|till|as of)\s+(?:the\s+|in\s+)?$", re.I)
# "On strike since 3 May": the beginning of what lasts.
SINCE = re.compile(r"\bsince\s+(?:the\s+|early\s+on\s+|late\s+on\s+)?$", re.I)
BEGINNING = listed("beginning")
# Clauses whose times are their own.
SIDE_CLAUSES = frozenset({"acl", "advcl"})
# Nouns that a time only names, and how it hangs on them.
DATED = listed("dated")
NAMING = frozenset({"nummod", "nmod:poss", "compound", "amod"})


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
        before = context.document.text[max(0, mention.start - 20) : mention.start]
        if BOUND.search(before) and not AT_LAST.search(before):
            continue
        if mention.time.resolved_by == "publication" and is_quoted(context, mention):
            continue
        if named_noun(tree, mention) is not None:
            continue
        head = tree.head_of(mention.start, mention.end)
        at = None if head is None else told_by_copula(tree, head.i)
        if at is None and head is not None:
            at = trigger_above(tree, head.i)
        if at is None:
            orphans.append(mention)
            continue
        pair = (mention.time, context.passage(mention.start, mention.end))
        for k in sharing(tree, at):
            hung.setdefault(k, []).append(pair)
    return {i: tuple(pairs) for i, pairs in hung.items()}, orphans


def hang_since(
    context: Context, tree: Tree, times: list[TimeMention]
) -> dict[int, tuple[tuple[TimeValue, Passage], ...]]:
    """Give each day since when something lasts to what lasts: "have been on strike since 3 May"."""
    hung: dict[int, list[tuple[TimeValue, Passage]]] = {}
    for mention in times:
        text = context.document.text[max(0, mention.start - 20) : mention.start]
        head = tree.head_of(mention.start, mention.end)
        if head is None or not SINCE.search(text) or mention.time.precision < Precision.DAY:
            continue
        at = trigger_above(tree, head.i)
        if at is not None:
            hung.setdefault(at, []).append((mention.time, context.passage(mention.start, mention.end)))
    return {i: tuple(pairs) for i, pairs in hung.items()}


def is_begun(tree: Tree, i: int) -> bool:
    """Whether an event stands beside the verb of its beginning: "the strike began", "talks, which opened"."""
    token = tree.tokens[i]
    if token.pos == "VERB":
        return False
    verbs = [tree.tokens[token.head], *tree.below(i, "acl")]
    return any(v.i != i and v.lemma.lower() in BEGINNING and i in sharing(tree, v.i) for v in verbs)


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


def is_quoted(context: Context, mention: TimeMention) -> bool:
    """Whether a time stands in a quotation, where "today" is the day of the speech and not of the report."""
    return any(q.kind == "speech" and q.start <= mention.start < q.end for q in context.mentions.quotes)


def named_noun(tree: Tree, mention: TimeMention) -> Token | None:
    """The noun that a time only names: "last year's winner", "gold boxes from the 18th century"."""
    head = tree.head_of(mention.start, mention.end)
    noun = tree.tokens[head.head] if head is not None else None
    if head is None or noun is None or noun.pos != "NOUN":
        return None
    marks = tree.markers(head.i)
    made = head.dep == "nmod" and marks in (["of"], ["from"])
    old = mention.time.precision <= Precision.DECADE or made
    named = (made or head.dep in NAMING) and (
        noun.lemma.lower() in DATED or (old and not is_trigger(tree, noun))
    )
    return noun if named else None


def going_on(
    tree: Tree, telling: list[TimeMention], setting: tuple[tuple[TimeValue, Passage], ...]
) -> tuple[tuple[TimeValue, Passage], ...]:
    """The times that hold on in the next sentence: those of the main clause, not "more than last year did"."""
    return tuple(pair for mention, pair in zip(telling, setting, strict=True) if is_main(tree, mention))


def is_main(tree: Tree, mention: TimeMention) -> bool:
    """Whether a time hangs on the main predicate of its sentence or on one told beside it.

    Years and months behind a noun are those of the noun: "convicted of thefts between 2013 and 2019".
    """
    head = tree.head_of(mention.start, mention.end)
    if head is None:
        return True
    if head.dep == "nmod" and mention.time.precision < Precision.DAY:
        return False
    above = next((t for t in tree.up(head.i) if t.pos in {"VERB", "ADJ"} or t.head == t.i), head)
    return above.head == above.i or above.dep in {"conj", "parataxis", "ccomp"}


def holds_for(tree: Tree, mention: TimeMention, i: int) -> bool:
    """Whether a time of the sentence tells when an event was: not one of a side clause that the event is not in."""
    head = tree.head_of(mention.start, mention.end)
    if head is None:
        return True
    around = {i, *(t.i for t in tree.up(i))}
    for token in (head, *tree.up(head.i)):
        if token.i in around:
            return True
        if token.dep.split(":")[0] in SIDE_CLAUSES:
            return False
    return True


def is_setting(context: Context, tree: Tree, mention: TimeMention) -> bool:
    """Whether a time says when a sentence plays, not what it speaks of nor since when."""
    before = context.document.text[max(0, mention.start - 12) : mention.start]
    return named_noun(tree, mention) is None and not EDGE.search(before)


def sharing(tree: Tree, i: int) -> list[int]:
    """An event and those that cannot have another time: the noun that a light verb carries, and back."""
    together = [i]
    token = tree.tokens[i]
    if token.pos in {"VERB", "ADJ"} and carries(token):
        together += [t.i for t in tree.below(i, "obj", "nsubj") if is_trigger(tree, t)]
        if (told := antecedent(tree, token)) is not None and is_trigger(tree, told):
            together.append(told.i)
    above = tree.tokens[token.head]
    if token.dep.split(":")[0] in {"obj", "nsubj"} and above.pos == "VERB" and carries(above):
        together.append(above.i)
    return together


def antecedent(tree: Tree, token: Token) -> Token | None:
    """The noun that a relative clause is told of as its subject: "the strike, which began on Monday"."""
    subjects = tree.below(token.i, "nsubj")
    if token.dep != "acl:relcl" or not any(t.lemma.lower() in {"which", "that"} for t in subjects):
        return None
    return tree.tokens[token.head]


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
