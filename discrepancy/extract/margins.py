"""Margins: by how much somebody won, led or lost."""

import re
from functools import cache

from discrepancy.extract.lexicon import families, listed
from discrepancy.extract.tree import Tree
from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.mentions import QuantityMention
from discrepancy.model.text import Token

__all__ = ["is_margin", "is_off_plan"]

DECIDED = listed("decided")
# Races are won by seconds and minutes; hours lie between plans and what became of them.
LONGEST = 3600.0
REACH = 30  # characters beside a figure in which its margin is told


def is_margin(text: str, tree: Tree, mention: QuantityMention, head: Token) -> bool:
    """Whether a figure says by how much somebody won or lost: "beat him by 17 seconds", "a minute in hand"."""
    above = tree.tokens[head.head]
    won = above.pos == "VERB" and set(families().get((above.lemma.lower(), "VERB"), ())) & DECIDED
    if won and {"by", "with"} & set(tree.markers(head.i)):
        return True
    quantity = mention.quantity
    if quantity.unit != "second" or quantity.number >= LONGEST:
        return False
    before = text[max(0, mention.start - REACH) : mention.start]
    if phrases("before", end=True).search(before):
        return True
    if phrases("behind", end=False).match(text, mention.end):
        return not is_off_plan(text, mention)
    if is_by(tree, mention, above):
        return True
    return above.lemma.lower() in word_set("margins", "verbs") and takes_from(tree, mention)


def is_by(tree: Tree, mention: QuantityMention, above: Token) -> bool:
    """Whether a figure stands behind "by", of a verb that tells no delay and no cut: "took the title by a minute"."""
    first = next(iter(tree.inside(mention.start, mention.end)), None)
    if first is None or first.i == 0 or tree.tokens[first.i - 1].text.lower() != "by":
        return False
    return above.pos in {"VERB", "NOUN"} and above.lemma.lower() not in word_set("margins", "moved")


def takes_from(tree: Tree, mention: QuantityMention) -> bool:
    """Whether a name of somebody from whom time is taken follows: "put 21 seconds into Berg"."""
    last = max((t.i for t in tree.inside(mention.start, mention.end)), default=-1)
    behind = tree.tokens[last + 1 : last + 3]
    return (
        last >= 0
        and len(behind) == 2
        and behind[0].text.lower() in word_set("margins", "against")
        and (behind[1].pos in {"PROPN", "PRON"} or behind[1].text.lower() in {"his", "her", "the"})
    )


def is_off_plan(text: str, mention: QuantityMention) -> bool:
    """Whether a figure says how early or late something is: "20 minutes behind schedule"."""
    found = phrases("behind", end=False).match(text, mention.end)
    return found is not None and phrases("schedule", end=False).match(text, found.end()) is not None


@cache
def phrases(name: str, *, end: bool) -> re.Pattern[str]:
    """The phrases of a list, at the end of what stands before a figure or at the start of what stands behind it."""
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in split_words(load_words("margins")[name]))
    return re.compile(rf"\b(?:{words})\s+$" if end else rf"\s+(?:{words})\b", re.I)
