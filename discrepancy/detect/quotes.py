"""Quotations: one utterance in different words, or in two mouths."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.positions import in_order, make_position, odd_one, scope_of
from discrepancy.detect.sides import Side, Story, stories_of
from discrepancy.detect.wording import enumerate_clauses, in_words, outlets, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.entities import Entity
from discrepancy.graph.retellings import Retelling
from discrepancy.graph.utterances import Utterance
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.values.quotes import Difference

__all__ = ["DifferingQuotes", "MisattributedQuotes"]

# Where no speaker is known, only a sentence that is the same but for a word is surely one utterance.
SURE, SURE_CONTENT = 0.85, 4
# Reported speech is free in its words; where it keeps most of them, a negation more or less is no accident.
REPORTED = 0.75
LONG_WORDS = 6
# A closing mark, what the outlet says between two parts of a quotation, an opening mark.
ATTRIBUTION = re.compile(r"[,.]?[\"”][^\"“”]*[\"“]\s*")

REASONS = {
    Difference.NEGATION: "One version denies what the other one affirms",
    Difference.NUMBER: "The versions give different figures or days",
    Difference.TURNED: "The same words stand in each other's place",
    Difference.SENSE: "One version says the opposite of the other",
    Difference.MODALITY: "One version states what the other one only calls possible or due",
    Difference.WORDING: "Between quotation marks stand different words",
    Difference.RENDERING: "The sentences have the same content in the same order and differ throughout, as "
    "two translations do",
    Difference.FORM: "The versions differ in small words only",
}


@attrs.frozen
class DifferingQuotes:
    """One utterance between quotation marks in different words.

    **Flags** "we have no reason to wait" against "we have reason to wait" (major), "a sound plan" against "a
    sound, sound plan" (minor), two translations of one sentence (info).
    **Stays quiet** on "don't" against "do not", on a part of the longer quotation, on "candid talks".
    **Known limits** A paraphrase without any of the words ("he will stay" for "I am not
    leaving") is not seen.
    """

    kind: ClassVar[Kind] = Kind.QUOTE_WORDING

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding for each utterance that is told in different words."""
        one_mouth = [r for r in graph.retellings if r.speakers != "different"]
        for story in stories_of(one_mouth):
            if len(story.sides) > 1:
                yield wording_finding(graph, story)


def wording_finding(graph: ClaimGraph, story: Story) -> Discrepancy:
    """The finding of one utterance."""
    counts = [graph.sources.count({u.document for u in side.utterances}) for side in story.sides]
    odd = odd_one(counts)
    positions = in_order(position(graph, side, odd=n == odd) for n, side in enumerate(story.sides))
    speaker = next((u.speaker for side in story.sides for u in side.utterances if u.speaker), None)
    parts = [f"{who(graph, p.documents)} {p.value}" for p in positions]
    whose = f"A sentence of {speaker.label}" if speaker else "One sentence"
    where = "stands twice in one article" if scope_of(positions) == "within" else "is printed"
    return Discrepancy(
        kind=Kind.QUOTE_WORDING,
        severity=severity_of(story),
        scope=scope_of(positions),
        confidence=round(min(0.95, story.likeness * (1.0 if story.same_speaker else 0.9)), 2),
        subject=f"words of {speaker.label}" if speaker else "words of one speaker",
        summary=f"{whose} {where} in {in_words(len(positions))} wordings: {'; '.join(parts)}.",
        explanation=f"{REASONS[story.difference]}{changed(story)}.",
        positions=positions,
    )


def position(graph: ClaimGraph, side: Side, *, odd: bool) -> Position:
    """One wording with all passages that have it."""
    passages = [u.passage(graph.by_id[u.document].text, span) for u, span in side.places]
    words = spoken(passages[0].quote)
    speaker = side.utterances[0].speaker
    return make_position(
        graph,
        f"“{words}”" if side.utterances[0].quoted else f"{words} (reported)",
        {"type": "quote", "words": words, "speaker": speaker.label if speaker else None},
        passages,
        odd=odd,
    )


def spoken(words: str) -> str:
    """The words of a passage without the attribution that stands between two parts of a quotation."""
    return ATTRIBUTION.sub(" … ", " ".join(words.split()))


def severity_of(story: Story) -> Severity:
    """Major where both cannot have been said, minor where words differ, info where the rendering does."""
    if story.difference in {Difference.RENDERING, Difference.FORM}:
        return Severity.INFO
    if not story.quoted:
        denied = story.difference is Difference.NEGATION and story.likeness >= REPORTED
        return Severity.MINOR if denied else Severity.INFO
    if not story.difference.is_hard:
        return Severity.MINOR
    sure = story.same_speaker or (story.likeness >= SURE and story.content >= SURE_CONTENT)
    return Severity.MAJOR if sure else Severity.MINOR


def changed(story: Story) -> str:
    """The words that differ, where they are few."""
    one = " ".join(w.plain for w in story.gravest.only_left)
    other = " ".join(w.plain for w in story.gravest.only_right)
    if (not one and not other) or len(one) + len(other) > 60:
        return ""
    if not one or not other:
        return f": “{one or other}” stands in one only"
    return f": “{one}” against “{other}”"


@attrs.frozen
class MisattributedQuotes:
    """The same words in the mouths of two people.

    **Flags** "The bridge was never safe," said by the engineer in one article and by the mayor in another.
    **Stays quiet** on two forms of one name, on "he said" that may be either, on "We will win".
    **Known limits** A slogan that two people do shout is flagged.
    """

    kind: ClassVar[Kind] = Kind.QUOTE_ATTRIBUTION

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding for each pair of speakers of the same words."""
        pairs: dict[tuple[str, str, int], list[Retelling]] = defaultdict(list)
        for retelling in graph.retellings:
            one, other = retelling.left.first.speaker, retelling.right.first.speaker
            if retelling.speakers == "different" and one is not None and other is not None:
                low, high = sorted((one.id, other.id))
                pairs[low, high, retelling.left.first.group].append(retelling)
        for rows in pairs.values():
            if not quotes_both(graph, rows):
                yield from attribution_findings(graph, rows)


def quotes_both(graph: ClaimGraph, rows: Sequence[Retelling]) -> bool:
    """Whether one article puts the words into both mouths itself: one person quotes the other."""
    return any(r.left.documents & r.right.documents for r in rows)


def attribution_findings(graph: ClaimGraph, rows: Sequence[Retelling]) -> Iterator[Discrepancy]:
    """One finding for the longest utterance that two people are given; the others are more of the same."""
    best = max(rows, key=lambda r: (r.comparison.content, -r.left.id, -r.right.id))
    places: dict[str, list[tuple[Utterance, tuple[int, int]]]] = defaultdict(list)
    for row in [best, *(r for r in rows if r is not best and {r.left, r.right} & {best.left, best.right})]:
        shares = [s for s in row.comparison.shares if s.difference is not Difference.OTHER]
        for wording, spans in ((row.left, [s.left for s in shares]), (row.right, [s.right for s in shares])):
            span = (min(a for a, _ in spans), max(b for _, b in spans))
            if wording.first.speaker is not None:
                places[wording.first.speaker.id].extend((u, span) for u in wording.members)
    positions = tuple(speaker_position(graph, row) for row in places.values())
    words = positions[0].normalized["words"]
    parts = [f"{p.value} in {outlets(graph, p.documents)}" for p in positions]
    yield Discrepancy(
        kind=Kind.QUOTE_ATTRIBUTION,
        severity=attribution_severity(best),
        scope=scope_of(positions),
        confidence=round(0.9 * best.comparison.likeness, 2),
        subject=f"who said “{words}”",
        summary=f"The words “{words}” are spoken by {enumerate_clauses(parts)}.",
        explanation="The same sentence stands between quotation marks and is given to two different people.",
        positions=in_order(positions),
    )


def speaker_position(graph: ClaimGraph, places: Sequence[tuple[Utterance, tuple[int, int]]]) -> Position:
    """A speaker with the passages that give him the words."""
    passages = [u.passage(graph.by_id[u.document].text, span) for u, span in places]
    label = places[0][0].speaker.label if places[0][0].speaker else ""
    data = {"type": "quote", "words": spoken(passages[0].quote), "speaker": label}
    return make_position(graph, label, data, passages)


def attribution_severity(retelling: Retelling) -> Severity:
    """Major for a sentence of some length; a spokesman may speak the words of another."""
    speakers = (retelling.left.first.speaker, retelling.right.first.speaker)
    if any(speaks_for_others(s) for s in speakers if s is not None):
        return Severity.INFO
    shorter = min(len(retelling.left.first.words), len(retelling.right.first.words))
    return Severity.MAJOR if shorter >= LONG_WORDS else Severity.MINOR


def speaks_for_others(entity: Entity) -> bool:
    """Whether somebody's office is to speak for others."""
    return any(name.office and "spokes" in name.office for name, _ in entity.forms())
