"""Which utterances of several documents are one, told in two wordings or put into two mouths.

Wordings meet where they share two neighbouring content words, or a speaker and a content word; a block that
too many share is passed over, so cost grows with the quotations and not with their square.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from discrepancy.graph.entities import Entity
from discrepancy.graph.utterances import Utterance
from discrepancy.values.comparison import Relation
from discrepancy.values.names import compare_names
from discrepancy.values.quotes import Difference, QuoteComparison, Share, compare_words

__all__ = ["Retelling", "Wording", "find_retellings", "may_be_one"]

Speakers = Literal["same", "unknown", "different"]
# Shared by more wordings than this a pair of words is a formula of the trade.
BLOCK = 40
IN_COMMON = 2  # content words; a shorter fragment must be there whole
SHARE_IN_COMMON = 0.25  # of the shorter one's content words; two translations of one sentence share more
NEIGHBOURS = 3
# Shorter quotations are stock phrases that anybody may use.
SHORTEST, SHORTEST_VERBATIM = 5, 4
# Likeness from which two wordings are one utterance: one speaker rarely says two sentences so alike; where
# a speaker is not known the words themselves must tell; in another mouth nothing but the same words counts.
SAME_SPEAKER, UNKNOWN_SPEAKER, OTHER_SPEAKER = 0.5, 0.7, 0.85
REPORTED = 0.55
# Content words in common from which likeness is no accident.
ENOUGH, ENOUGH_VERBATIM, ENOUGH_WITHIN = 3, 2, 5
WITHIN = 0.75
# How alike two short quotations must be, and how many words of one may differ.
SHORT, CHANGED = 0.5, 2
BRIEF = 12  # words


@attrs.frozen(eq=False)
class Wording:
    """Utterances of one group, one speaker and the same words, told by one or more documents."""

    id: int
    members: tuple[Utterance, ...]

    @property
    def first(self) -> Utterance:
        """The member that stands for all."""
        return self.members[0]

    @property
    def documents(self) -> frozenset[str]:
        """The documents that have these words."""
        return frozenset(u.document for u in self.members)


@attrs.frozen(eq=False)
class Retelling:
    """Two wordings of one utterance; ``speakers`` says whether one person speaks both."""

    left: Wording
    right: Wording
    comparison: QuoteComparison
    speakers: Speakers


def find_retellings(utterances: Sequence[Utterance]) -> tuple[Retelling, ...]:
    """Pair the wordings that tell one utterance."""
    wordings = gather(utterances)
    found: list[Retelling] = []
    for one, other in candidates(wordings):
        left, right = wordings[one], wordings[other]
        if not have_enough_in_common(left.first, right.first):
            continue
        speakers = relation_of(left, right)
        comparison = compare_words(left.first.words, right.first.words)
        if is_one_utterance(left, right, comparison, speakers):
            found.append(Retelling(left, right, comparison, speakers))
    return tuple(found)


def gather(utterances: Sequence[Utterance]) -> list[Wording]:
    """Put utterances of one group, one speaker and the same words together."""
    rows: dict[tuple[object, ...], list[Utterance]] = defaultdict(list)
    for u in utterances:
        if u.quoted or len(u.words) >= SHORTEST:
            speaker = u.speaker.id if u.speaker else u.noun or ""
            rows[u.group, speaker, u.quoted, tuple(w.key for w in u.words)].append(u)
    return [Wording(n, tuple(row)) for n, row in enumerate(rows.values())]


def candidates(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of wordings of one group that share a block; at least one of each pair is a quotation."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for wording in wordings:
        for key in block_keys(wording.first):
            blocks[wording.first.group, *key].append(wording.id)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > BLOCK:
            continue
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                pair = (min(one, other), max(one, other))
                if wordings[one].first.quoted or wordings[other].first.quoted:
                    seen.add(pair)
    yield from sorted(seen)


def have_enough_in_common(left: Utterance, right: Utterance) -> bool:
    """Whether two wordings share words enough to be worth aligning; most pairs of one speaker do not."""
    one, other = ({w.key for w in u.words if w.is_content} for u in (left, right))
    shorter = min(len(one), len(other))
    if max(len(left.words), len(right.words)) <= BRIEF and left.speaker is right.speaker is not None:
        return bool(one & other)
    return len(one & other) >= min(max(IN_COMMON, SHARE_IN_COMMON * shorter), shorter)


def block_keys(utterance: Utterance) -> set[tuple[str, ...]]:
    """Neighbouring content words in either order, and the speaker with each content word."""
    content = [w.key for w in utterance.words if w.is_content]
    keys: set[tuple[str, ...]] = set()
    for i, one in enumerate(content):
        for other in content[i + 1 : i + 1 + NEIGHBOURS]:
            keys.add((min(one, other), max(one, other)))
    if utterance.speaker is not None and utterance.quoted:
        keys |= {(utterance.speaker.id, "says", key) for key in content}
    return keys


def relation_of(left: Wording, right: Wording) -> Speakers:
    """Whether two wordings are put into one mouth; told by a pronoun alone, a speaker is unknown."""
    one, other = left.first.speaker, right.first.speaker
    if one is None or other is None:
        return "unknown"
    if one.id == other.id:
        return "same"
    if not (is_person(one) and is_person(other)) or may_be_one(one, other):
        return "unknown"
    named = all(any(u.is_named for u in wording.members) for wording in (left, right))
    return "different" if named else "unknown"


def is_person(entity: Entity) -> bool:
    """Whether an entity is a person, or has a full name and is nothing else."""
    return entity.kind == "person" or (entity.kind == "unknown" and len(entity.name.parts) > 1)


def may_be_one(one: Entity, other: Entity) -> bool:
    """Whether two names may be one person's after all: alike, or with the same given name."""
    if one.id == other.id:
        return True
    if one.name.parts and other.name.parts and one.name.parts[0] == other.name.parts[0]:
        return True
    return compare_names(one.name, other.name).relation is not Relation.CONFLICTING


def is_one_utterance(left: Wording, right: Wording, comparison: QuoteComparison, speakers: Speakers) -> bool:
    """Whether two wordings tell the same utterance, and of one that is worth telling."""
    alike = [s for s in comparison.shares if s.difference is not Difference.OTHER]
    if not alike:
        return False
    likeness, content = comparison.likeness, comparison.content
    shorter = min(sum(s.left[1] - s.left[0] for s in alike), sum(s.right[1] - s.right[0] for s in alike))
    if speakers == "different":
        return likeness >= OTHER_SPEAKER and is_own_sentence(left, right, shorter, content)
    if is_short_retelling(left, right, comparison, speakers):
        return True
    if shorter < SHORTEST or content < (ENOUGH_VERBATIM if is_altered(comparison, speakers) else ENOUGH):
        return False
    if left.documents == right.documents and len(left.documents) == 1:
        return is_told_twice(left.first, right.first, comparison)
    if not (left.first.quoted and right.first.quoted):
        return speakers == "same" and likeness >= REPORTED
    return likeness >= (SAME_SPEAKER if speakers == "same" else UNKNOWN_SPEAKER)


def is_short_retelling(
    left: Wording, right: Wording, comparison: QuoteComparison, speakers: Speakers
) -> bool:
    """Whether two short quotations of one speaker are one told wrong: the same words but for one or two.

    So are two sentences of the same words in another order.  One article may quote both of two answers.
    """
    quoted = left.first.quoted and right.first.quoted
    if speakers != "same" or not quoted or left.documents & right.documents:
        return False
    return any(is_told_wrong(share) for share in comparison.shares)


def is_told_wrong(share: Share) -> bool:
    """Whether two sentences are the same but for a word or two, or for their order."""
    if not share.whole or share.size < SHORTEST_VERBATIM or not share.content:
        return False
    if share.difference is Difference.TURNED:
        return True
    changed = max(len(share.only_left), len(share.only_right))
    hard = share.difference.is_hard and changed <= CHANGED
    return share.likeness >= SHORT and (hard or (changed == 1 and share.content >= IN_COMMON))


def is_altered(comparison: QuoteComparison, speakers: Speakers) -> bool:
    """Whether fewer words in common are enough: the same, or the same but for a turned sense in one mouth."""
    return comparison.difference is Difference.NONE or (speakers == "same" and comparison.difference.is_hard)


def is_own_sentence(left: Wording, right: Wording, shorter: int, content: int) -> bool:
    """Whether words are long or rare enough that two people hardly say them both."""
    if not (left.first.quoted and right.first.quoted) or left.documents & right.documents:
        return False
    whole = shorter >= min(len(left.first.words), len(right.first.words)) - 1
    return (shorter > SHORTEST and content >= ENOUGH) or (
        shorter >= SHORTEST_VERBATIM and content >= ENOUGH_VERBATIM and whole
    )


def is_told_twice(one: Utterance, other: Utterance, comparison: QuoteComparison) -> bool:
    """Whether one article prints an utterance twice; a headline may shorten it as long as the sense stays."""
    if one.block == other.block or not (one.quoted and other.quoted) or comparison.likeness < WITHIN:
        return False
    if "title" in (one.kind, other.kind):
        return comparison.difference >= Difference.MODALITY
    return comparison.content >= ENOUGH_WITHIN
