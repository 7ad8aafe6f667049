"""What narrows the question that a figure answers: a limit, a demand, a forecast, a change, a part."""

import re
from functools import cache

from discrepancy.extract.lexicon import listed, people_nouns
from discrepancy.extract.margins import is_margin, is_off_plan
from discrepancy.extract.tree import Tree
from discrepancy.language import load_words, split_words
from discrepancy.model.mentions import QuantityMention
from discrepancy.model.text import Token

__all__ = ["is_spell", "scopes_at"]

# A word narrows a figure when it governs it or stands in its phrase; further away it speaks of something else.
REACH = 4
WORDS_APART = 8
BEHIND = listed("behind")
LASTING = listed("lasting")
HOLDING, MAY_HOLD = listed("holding"), listed("may_hold")
# "All 80 of the miners" are no part of them.
WHOLE = listed("whole")
# A bus that fell 120 metres into a gorge has not become 120 metres less.
WAY = listed("way")
PART_BEHIND = re.compile(
    r"\s+(?P<noun>\w+\s+)?of\s+(?:the|them|these|those|its|their|his|her|whom|which)\b", re.I
)
PART_BEFORE = re.compile(r"\bincluding[,\s]*$|\bof\s+(?:whom|which|them)\b[^.;:!?]*$", re.I)
# "Of the 38 people hurt, 21 have gone home."
PART_OF_WHOLE = re.compile(r"(?:^|[.,;:!?]\s+)of\s+the\b[^.,;:!?]*,[^.;:!?]*$", re.I)
# What work was estimated at is not what it cost in the end.
ESTIMATED = re.compile(r"(?:an )?estimated", re.I)
LEVEL = re.compile(r"\bto\s+$", re.I)
PART_REACH = 80  # characters before a figure in which its whole, or what it is told over, may be told


def is_part(text: str, mention: QuantityMention) -> bool:
    """Whether a figure counts a part of something counted before: "four of the victims", "of whom five".

    "Nine members of the committee" are no part of a committee as "two moves of his plan" are one of the plan.
    """
    if mention.quantity.unit != "count" or mention.quantity.hedge in WHOLE:
        return False
    before = text[max(0, mention.start - PART_REACH) : mention.start]
    found = PART_BEFORE.search(before) or PART_OF_WHOLE.search(before)
    behind = PART_BEHIND.match(text, mention.end)
    is_whole = behind and behind["noun"] and mention.quantity.counted in people_nouns()
    return bool(found or (behind and not is_whole))


def is_way(tree: Tree, head: Token) -> bool:
    """Whether a figure tells how far something went: "fell 120 metres into a ravine"."""
    return any(WAY & set(tree.markers(t.i)) for t in tree.below(head.head, "obl"))


@cache
def for_a_while() -> re.Pattern[str]:
    """The words that say that something holds only for a while: "for the time being"."""
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in sorted(listed("for_a_while"))) + r")\b", re.I)


def may_hold(tree: Tree, head: Token) -> bool:
    """Whether a figure is what something has room for: "the lift may carry 12 people"."""
    verb = next((t for t in tree.up(head.i) if t.pos == "VERB"), None)
    if verb is None or verb.lemma.lower() not in HOLDING:
        return False
    return any(t.text.lower() in MAY_HOLD for t in tree.below(verb.i, "aux"))


def is_level(text: str, mention: QuantityMention) -> bool:
    """Whether a figure is the level that something moved to: "rose to 61 per cent", "cut it to £2m"."""
    return bool(LEVEL.search(text[max(0, mention.start - PART_REACH) : mention.start]))


def in_reach(tree: Tree, i: int, k: int) -> bool:
    """Whether a word stands near a figure with no bracket and no semicolon between them."""
    first, last = sorted((i, k))
    between = tree.tokens[first:last]
    return last - first <= WORDS_APART and not any(t.text in {"(", ")", ";", ":", "[", "]"} for t in between)


@cache
def scope_of_word() -> dict[str, tuple[str, ...]]:
    """Map each word to the scopes that it gives."""
    table: dict[str, list[str]] = {}
    for scope, line in load_words("scope").items():
        for word in split_words(line):
            table.setdefault(word, []).append(scope)
    return {word: tuple(scopes) for word, scopes in table.items()}


def scopes_at(text: str, tree: Tree, mention: QuantityMention) -> tuple[str, ...]:
    """The scopes of a figure by the words that govern it and those of its own phrase, sorted."""
    head = tree.head_of(mention.start, mention.end)
    if head is None:
        return ()
    near = {head.i, *tree.children[head.i]}
    for above in list(tree.up(head.i))[:REACH]:
        near.add(above.i)
        near.update(
            k
            for k in tree.children[above.i]
            if tree.tokens[k].dep.split(":")[0] in {"amod", "advmod", "aux", "compound", "case"}
        )
        if above.pos == "VERB" and above.dep not in {"acl", "xcomp"}:
            break
    near = {i for i in near if tree.tokens[i].dep != "compound:prt" and in_reach(tree, head.i, i)}
    table = scope_of_word()
    inside = {t.i for t in tree.inside(mention.start, mention.end)}
    after = max((t.i for t in tree.inside(mention.start, mention.counted_end or mention.end)), default=head.i)
    near |= {
        i for i in (after + 1, after + 2) if i < len(tree.tokens) and tree.tokens[i].text.lower() in BEHIND
    }
    if mention.quantity.unit == "second":
        near = {i for i in near if tree.tokens[i].lemma.lower() not in LASTING}
    if is_margin(text, tree, mention, head):
        return ("margin",)
    part = {"part"} if is_part(text, mention) else set()
    part |= spell_of(text, mention)
    part |= {"capacity"} if may_hold(tree, head) else set()
    part |= {"temporary"} if for_a_while().search(text, tree.sentence.start, tree.sentence.end) else set()
    part |= {"estimate"} if ESTIMATED.match(mention.quantity.hedge or "") else set()
    moved = {"change"} if is_way(tree, head) or is_level(text, mention) else set()
    moved |= {"margin"} if is_off_plan(text, mention) else set()
    moved |= {"suspected"} if is_certain(tree, after) else set()
    words = {w for i in near - inside for w in forms_of(tree.tokens[i])}
    return tuple(sorted(part | {s for w in words for s in table.get(w, ())} - moved))


def leading() -> str:
    """What leads to the number of a spell, as a pattern: "in his last"."""
    over, small = ("|".join(sorted(listed(name))) for name in ("spell_over", "spell_small"))
    return rf"(?:{over})\s+(?:(?:{small})\s+)*"


@cache
def spell() -> re.Pattern[str]:
    """In how many games something was done: "14 goals in 25 matches"."""
    nouns = "|".join(sorted(listed("spells")))
    return re.compile(rf"\s+{leading()}(?P<number>[\w-]+)\s+(?:\w+\s+)?(?:{nouns})\b", re.I)


def spell_of(text: str, mention: QuantityMention) -> set[str]:
    """The spell of games that a count belongs to: of two counts with two spells neither contradicts the other."""
    found = spell().match(text, mention.counted_end or mention.end)
    return {f"in {found['number'].lower()}"} if found and mention.quantity.unit == "count" else set()


@cache
def before_spell() -> re.Pattern[str]:
    """What stands before the number of games over which something was done."""
    return re.compile(rf"\b{leading()}$", re.I)


def is_spell(text: str, mention: QuantityMention) -> bool:
    """Whether a figure is only the number of games over which another was counted: "in 25 matches"."""
    end = mention.counted_end or mention.end
    noun = text[mention.end : end].split()[-1:] or [""]
    reach = max(0, mention.start - PART_REACH)
    return noun[0].lower() in listed("spells") and bool(before_spell().search(text, reach, mention.start))


def is_certain(tree: Tree, last: int) -> bool:
    """Whether a figure is said to be certain: "212 suspected cases, 38 confirmed"."""
    return any(t.text.lower() in listed("certain") for t in tree.tokens[last + 1 : last + 2])


def forms_of(token: Token) -> set[str]:
    """The lemma of a word, and the word itself where its degree tells: "4 per cent higher"."""
    degree = {token.text.lower()} if token.pos in {"ADJ", "ADV"} else set()
    return {token.lemma.lower(), *degree}
