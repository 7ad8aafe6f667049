"""What one document says there is none of, and of which another one gives the amount.

"No severance payment will be made" and "a severance payment of £780,000" answer one question.  Two words name
the thing, so that a payment of another sort is not met by chance.
"""

import re
from collections.abc import Iterator, Sequence

from discrepancy.graph.answers import Assertion
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import known_words
from discrepancy.graph.vetoes import HARD_SCOPES
from discrepancy.model.claims import Certainty

__all__ = ["absences"]

# Characters between a thing and its amount: "a severance payment of a year's salary, or £780,000".
NEAR = 60
NONE_OF = re.compile(r"\b(?:no|without\s+(?:an?|any))\s+([^\W\d_]+)[\s-]+([^\W\d_]+)", re.IGNORECASE)
ENDS = re.compile(r"[.;!?]\s|\n")
TOLD = frozenset({Certainty.FACT, Certainty.PLANNED})


def absences(graph: ClaimGraph) -> Iterator[Assertion]:
    """The things that a document says there is none of, and those of which a document gives the amount."""
    denied = {key: list(frames) for key, frames in denials(graph)}
    for key, frames in denied.items():
        given = [f for f in graph.frames.values() if is_amount(f) and is_named_near(graph, f, key)]
        for frame in (*frames, *given) if given else ():
            yield Assertion(
                frame=frame,
                topic=f"={' '.join(key)}",
                positive=frame in given,
                people=frozenset(),
                things=frozenset({" ".join(key)}),
                of_noun=True,
            )


def denials(graph: ClaimGraph) -> Iterator[tuple[tuple[str, str], Sequence[Frame]]]:
    """Each thing of which there is none, with the events that say so."""
    found: dict[tuple[str, str], dict[tuple[str, int], Frame]] = {}
    for frame in graph.frames.values():
        event = frame.event
        if frame.claim.attribute != "polarity" or event is None or frame.claim.certainty not in TOLD:
            continue
        for match in NONE_OF.finditer(frame.claim.passage.quote):
            which, thing = match[1].lower(), match[2].lower()
            if which not in known_words("partial") | known_words("vague"):
                found.setdefault((which, thing), {}).setdefault((frame.document, event.sentence), frame)
    for key in sorted(found):
        yield key, tuple(found[key].values())


def is_amount(frame: Frame) -> bool:
    """Whether a claim gives an amount that is or will be, no demand and no limit."""
    claim = frame.claim
    return (
        claim.attribute == "amount"
        and frame.event is not None
        and claim.positive
        and claim.certainty in TOLD
        and not set(claim.scope) & HARD_SCOPES
    )


def is_named_near(graph: ClaimGraph, frame: Frame, key: tuple[str, str]) -> bool:
    """Whether a thing is named just before an amount in its sentence, and not denied there."""
    text = graph.by_id[frame.document].text
    passage = frame.claim.passage
    before = ENDS.split(text[max(0, passage.start - NEAR) : passage.start])[-1]
    words = before + passage.quote
    return " ".join(key) in " ".join(words.lower().split()) and not NONE_OF.search(words)
