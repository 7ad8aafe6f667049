"""All mentions of one document: what stands in its text as a value."""

import attrs

from discrepancy.mentions.names import find_names
from discrepancy.mentions.quantities import find_quantities
from discrepancy.mentions.quotes import find_quotes
from discrepancy.mentions.times import find_times
from discrepancy.model.mentions import NameMention, QuantityMention, QuoteMention, TimeMention
from discrepancy.model.text import Document, Unit, UnitKind

__all__ = ["Mentions", "find_mentions", "units_of"]


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
        names=tuple(m for m in find_names(document.text) if not within(m, silent)),
        quotes=tuple(m for m in find_quotes(document.text) if not within(m, silent)),
    )


def units_of(mentions: Mentions) -> tuple[Unit, ...]:
    """The spans that stand as one unit in the parse: names first, then dates."""
    kinds: dict[str, UnitKind] = {"person": "person", "organisation": "organisation", "place": "place"}
    units = [Unit(m.name_start, m.name_end, kinds.get(m.name.kind, "name")) for m in mentions.names]
    taken = [(u.start, u.end) for u in units]
    dates = [m for m in mentions.times if m.type in {"DATE", "TIME"}]
    units += [Unit(m.start, m.end, "time") for m in dates if not overlaps(m, taken)]
    return tuple(sorted(units, key=lambda u: (u.start, u.end)))


Spanned = TimeMention | QuantityMention | NameMention | QuoteMention


def within(mention: Spanned, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention lies inside one of the sorted, disjoint spans."""
    return any(start <= mention.start < end for start, end in spans)


def overlaps(mention: Spanned, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention shares a character with one of the spans."""
    return any(start < mention.end and mention.start < end for start, end in spans)
