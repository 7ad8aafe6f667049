"""Plain English for summaries: values, subjects, outlets."""

from collections.abc import Sequence

from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.questions import Pair
from discrepancy.language import load_words
from discrepancy.model.findings import Position

__all__ = [
    "describe_event",
    "enumerate_clauses",
    "enumerate_words",
    "in_words",
    "outlets",
    "shown_words",
    "speaks_against",
    "tell_sides",
    "who",
    "why_compared",
]

WORDS_SHOWN = 10
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def describe_event(graph: ClaimGraph, frames: Sequence[Frame]) -> str:
    """What several claims are about: the kind of event and the people most of them share, else their own words."""
    frame = max(frames, key=lambda f: (f.family in load_words("predicates"), len(f.people), f.claim.id))
    frame = next((f for f in frames if f.family == "happening"), frame)
    if frame.family == "happening" or frame.family not in load_words("predicates"):
        return f"“{shortened(frame.event.passage.quote if frame.event else frame.claim.passage.quote)}”"
    shared = [f.people for f in frames if f.people]
    people = frozenset.intersection(*shared) if shared else frozenset()
    names = sorted(e.label for i in people or frame.people if (e := graph.entity(i)) is not None)[:2]
    noun = load_words("predicates")[frame.family].get("nouns", "").split(",")[0].strip() or frame.lemma
    return f"the {noun} of {enumerate_words(names)}" if names else f"the {noun}"


def shortened(words: str) -> str:
    """The first words of a passage on one line."""
    parts = words.split()
    return " ".join(parts[:WORDS_SHOWN]) + (" …" if len(parts) > WORDS_SHOWN else "")


def tell_sides(graph: ClaimGraph, positions: Sequence[Position]) -> str:
    """Who says what: "A and B have 96 people, C 112 people"."""
    if len({who for p in positions for who in (outlets(graph, p.documents),)}) == 1:
        return f"{outlets(graph, positions[0].documents)} has both {enumerate_words([p.value for p in positions])}"
    parts = []
    for n, position in enumerate(positions):
        who = outlets(graph, position.documents)
        verb = (
            " has"
            if n == 0 and len({graph.outlet(d) for d in position.documents}) == 1
            else " have"
            if n == 0
            else ""
        )
        parts.append(f"{who}{verb} {position.value}")
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 2 else ", ") + parts[-1]


def why_compared(pair: Pair) -> str:
    """Why two claims were taken to answer one question, without the figures behind it."""
    reasons = [r.rsplit(" ", 1)[0] for r in pair.likeness.reasons if "+" in r.rsplit(" ", 1)[1]]
    return f"They were compared for: {', '.join(dict.fromkeys(reasons))}." if reasons else ""


def speaks_against(graph: ClaimGraph, positions: Sequence[Position]) -> str:
    """A sentence on the position that stands alone, where one does."""
    odd = next((p for p in positions if p.odd_one_out), None)
    if odd is None:
        return ""
    return f"More sources speak against {outlets(graph, odd.documents)} than for it."


def enumerate_words(words: Sequence[str]) -> str:
    """Join words as English does: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def who(graph: ClaimGraph, documents: Sequence[str], one: str = "has", several: str = "have") -> str:
    """The outlets of some documents with their verb: "A has", "A and B have"."""
    verb = one if len({graph.outlet(d) for d in documents}) == 1 else several
    return f"{outlets(graph, documents)} {verb}"


def shown_words(words: str, most: int) -> str:
    """The words of a passage without its quotation marks, on one line, short enough to read aloud."""
    line = " ".join(words.split()).strip(" “”\"'")
    return line if len(line) <= most else line[: most - 3].rsplit(" ", 1)[0] + " …"


def in_words(number: int) -> str:
    """A small number as newspapers write it."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def enumerate_clauses(parts: Sequence[str]) -> str:
    """Join parts of a sentence that may have an "and" of their own: "A in B and C; D in E"."""
    return "; ".join(parts) if any(" and " in part for part in parts) else enumerate_words(parts)


def outlets(graph: ClaimGraph, documents: Sequence[str]) -> str:
    """The outlets of some documents."""
    return enumerate_words(list(dict.fromkeys(graph.outlet(d) for d in documents)))
