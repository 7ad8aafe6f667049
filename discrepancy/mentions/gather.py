"""All mentions of one document: what stands in its text as a value."""

import re
import sys
from bisect import bisect_right
from collections.abc import Set

import attrs

from discrepancy.mentions.names import find_names
from discrepancy.mentions.quantities import find_quantities
from discrepancy.mentions.quotes import find_quotes
from discrepancy.mentions.times import find_times
from discrepancy.model.mentions import NameMention, QuantityMention, QuoteMention, TimeMention
from discrepancy.model.text import Document, Unit, UnitKind
from discrepancy.values.names import Name

__all__ = ["Mentions", "find_mentions", "units_of"]

# A headline's participle before a name.
GERUND = re.compile(r"[A-Z][a-z]{3,}ing$")
# What ties two surnames to one expression: hyphen, non-breaking hyphen, en dash.
JOINT = re.compile("[-\u2010\u2011\u2013]")


@attrs.frozen(kw_only=True)
class Mentions:
    """The times, quantities, names and quotations of one document, each in text order."""

    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    quotes: tuple[QuoteMention, ...] = ()


def find_mentions(document: Document) -> Mentions:
    """Find the mentions of a document; page furniture has none, and a date is not a quantity too."""
    silent = [(b.start, b.end) for b in document.blocks if b.kind in {"furniture", "dateline"}]
    times = [m for m in find_times(document.text, document.published) if not within(m, silent)]
    dates = [(m.start, m.end) for m in times if m.type in {"DATE", "TIME"}]
    quantities = [
        m for m in find_quantities(document.text) if not within(m, silent) and not overlaps(m, dates)
    ]
    return Mentions(
        times=tuple(times),
        quantities=tuple(quantities),
        names=tuple(m for m in tidy_names(find_names(document.text), document.text) if not within(m, silent)),
        quotes=tuple(m for m in find_quotes(document.text) if not within(m, silent)),
    )


def units_of(mentions: Mentions) -> tuple[Unit, ...]:
    """The spans that stand as one unit in the parse: names first, then dates."""
    kinds: dict[str, UnitKind] = {"person": "person", "organisation": "organisation", "place": "place"}
    units = [Unit(m.name_start, m.name_end, kinds.get(m.name.kind, "name")) for m in mentions.names]
    taken = sorted((u.start, u.end) for u in units)
    dates = [m for m in mentions.times if m.type in {"DATE", "TIME"}]
    units += [Unit(m.start, m.end, "time") for m in dates if not overlaps(m, taken)]
    return tuple(sorted(units, key=lambda u: (u.start, u.end)))


Spanned = TimeMention | QuantityMention | NameMention | QuoteMention


def within(mention: Spanned, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention lies inside one of the sorted, disjoint spans."""
    at = bisect_right(spans, (mention.start, sys.maxsize)) - 1
    return at >= 0 and spans[at][0] <= mention.start < spans[at][1]


def overlaps(mention: Spanned, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention shares a character with one of the spans."""
    at = bisect_right(spans, (mention.end - 1, sys.maxsize)) - 1
    return at >= 0 and mention.start < spans[at][1]


def joined_apart(names: list[NameMention], text: str) -> list[NameMention]:
    """Take "the Marsh-Okoye talks" apart where both halves are names of the text by themselves."""
    known = {
        part for m in names if len(m.name.parts) > 1 and m.name.kind == "person" for part in m.name.parts
    }
    result = []
    for mention in names:
        halves = JOINT.split(mention.name.text)
        if len(halves) < 2 or mention.name.text in known or not all(half in known for half in halves):
            result.append(mention)
            continue
        at = mention.name_start
        for half in halves:
            at = text.index(half, at)
            end = at + len(half)
            name = Name(text=half, kind="person", parts=(half,))
            result.append(NameMention(start=at, end=end, name_start=at, name_end=end, name=name))
            at = end
    return result


def tidy_names(names: list[NameMention], text: str) -> list[NameMention]:
    """Names as a story's people are called: joint surnames apart, no headline verb in front."""
    known = {m.name.parts for m in names}
    return joined_apart([without_verb(m, text, known) for m in names], text)


def without_verb(mention: NameMention, text: str, known: Set[tuple[str, ...]]) -> NameMention:
    """Take "Remembering Jo Maru" as "Jo Maru" where the text names Jo Maru by itself too."""
    name = mention.name
    if len(name.parts) < 3 or not GERUND.match(name.parts[0]) or name.parts[1:] not in known:
        return mention
    start = text.index(name.parts[1], mention.name_start + len(name.parts[0]), mention.name_end)
    return attrs.evolve(
        mention,
        start=start if mention.start == mention.name_start else mention.start,
        name_start=start,
        name=attrs.evolve(
            name,
            parts=name.parts[1:],
            text=" ".join(text[start : mention.name_end].split()),
            kind="person" if name.kind == "unknown" else name.kind,
        ),
    )
