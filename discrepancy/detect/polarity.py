"""Polarity: what one document says happened and another says did not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.positions import in_order, make_position, odd_one, scope_of
from discrepancy.detect.wording import who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.assertions import Assertion
from discrepancy.graph.oppositions import BEYOND_DOUBT, SAME_THING, Opposition, find_oppositions, names_thing
from discrepancy.model.claims import Certainty
from discrepancy.model.findings import Discrepancy, Kind, Severity

__all__ = ["OpposedAssertions"]

OPPOSED = "One document affirms what the other denies of the same person or thing."
REVERSED = "Who does it in one document has it done to them in the other."


@attrs.frozen
class OpposedAssertions:
    """Two documents tell of one event so that both cannot hold: it happened and did not, or its opposite did.

    **Flags** "the driver survived with broken legs" against "the driver died at the controls"; "nobody was
    arrested" against "twelve people were arrested"; "cleared of bribery" against "convicted of fraud and bribery".
    **Stays quiet** on two parties in dispute ("the union says", "the company denies"), on another time ("was
    open" last year), on "not only" and "no longer", on a plan against what came of it, on
    another charge, the second offer or the north gate.
    **Known limits** A denial that takes world knowledge ("he watched the final from home") is not understood.
    """

    kind: ClassVar[Kind] = Kind.POLARITY

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the opposed assertions of the graph, those on one thing together."""
        groups: dict[tuple[str, ...], list[Opposition]] = defaultdict(list)
        for pair in find_oppositions(graph):
            about = (pair.yes.people & pair.no.people) or (pair.yes.things & pair.no.things)
            groups[pair.yes.topic, *sorted(about)].append(pair)
        for _, pairs in sorted(groups.items()):
            yield finding(graph, pairs)


def finding(graph: ClaimGraph, pairs: Sequence[Opposition]) -> Discrepancy:
    """The finding of all opposed pairs on one thing."""
    best = max(pairs, key=lambda p: p.bits)
    yes = unique(p.yes for p in pairs)
    no = unique(p.no for p in pairs)
    counts = [graph.sources.count({a.frame.document for a in side}) for side in (yes, no)]
    odd = odd_one(counts)
    subject = subject_of(graph, best)
    positions = tuple(
        make_position(
            graph,
            value,
            {"type": "polarity", "value": side[0].positive},
            [a.frame.claim.passage for a in side],
            odd=n == odd,
        )
        for n, (value, side) in enumerate(((says(best, best.yes), yes), (says(best, best.no), no)))
    )
    positions = in_order(positions)
    parts = [f"{who(graph, p.documents)} “{p.value}”" for p in positions]
    told = " but ".join(parts)
    return Discrepancy(
        kind=Kind.POLARITY,
        severity=severity_of(best),
        scope=scope_of(positions),
        confidence=round(1.0 / (1.0 + 2.0 ** (SAME_THING - 1.0 - best.bits)), 2),
        subject=subject,
        summary=f"{told}." if best.topic is None else f"{subject[:1].upper()}{subject[1:]}: {told}.",
        explanation=REVERSED if best.is_reversed else OPPOSED,
        positions=positions,
    )


def unique(assertions: Iterator[Assertion]) -> list[Assertion]:
    """The assertions without doubles."""
    return list({a.frame.claim.id: a for a in assertions}.values())


def says(pair: Opposition, side: Assertion) -> str:
    """The words of one side, without line breaks and not too long to read aloud."""
    words = " ".join(side.frame.claim.passage.quote.split()).strip(" “”\"'")
    if names_thing(side) and side.positive:
        thing = sorted(side.things)[0]
        words = words if thing in words.lower() else f"{thing}: {words}"
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"


def subject_of(graph: ClaimGraph, pair: Opposition) -> str:
    """What the two sides answer, as a noun clause."""
    people = sorted(e.label for i in pair.yes.people & pair.no.people if (e := graph.entity(i)) is not None)
    things = sorted(
        e.label if (e := graph.entity(i)) is not None else f"the {i}"
        for i in pair.yes.things & pair.no.things
    )
    about = (people or things or [""])[0]
    topic = pair.topic
    if topic is not None:
        join = ", or else" if " or " in f"{topic.yes_says} {topic.no_says}" else " or"
        charge = pair.yes.topic.partition(":")[2]
        return f"whether {about} {topic.yes_says}{join} {topic.no_says}{charge and f' of {charge}'}"
    if names_thing(pair.yes):
        return f"whether there is any {sorted(pair.yes.things)[0]}"
    verb = pair.yes.frame.lemma.replace("_", " ")
    if pair.is_reversed:
        return f"{verb}, by whom and to whom"
    return f"{verb}, affirmed and denied of {about}" if about else f"{verb}, affirmed and denied"


def severity_of(pair: Opposition) -> Severity:
    """MAJOR where the likeness is beyond doubt and no side is a party's word against the outlet's."""
    left, right = pair.yes.frame, pair.no.frame
    own = (left.source is None) == (right.source is None)
    certain = left.claim.certainty == right.claim.certainty or Certainty.ALLEGED not in {
        left.claim.certainty,
        right.claim.certainty,
    }
    sure = pair.bits >= BEYOND_DOUBT and not (pair.yes.guessed and pair.no.guessed)
    return Severity.MAJOR if own and certain and sure else Severity.MINOR
