"""Words in a text that name a value: times, quantities, names, quotations."""

from typing import Literal

import attrs

from discrepancy.values.names import Name
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import Interval, TimeValue

__all__ = ["NameMention", "QuantityMention", "QuoteMention", "TimeMention"]


@attrs.frozen(kw_only=True)
class TimeMention:
    """A time expression in a text; ``text[start:end]`` are its words."""

    start: int
    end: int
    time: TimeValue

    @property
    def type(self) -> str:
        """TIMEX3 type: DATE, TIME, DURATION or SET."""
        return self.time.type

    @property
    def value(self) -> str:
        """TIMEX3 value."""
        return self.time.value

    @property
    def mod(self) -> str | None:
        """TIMEX3 mod."""
        return self.time.mod

    @property
    def edtf(self) -> str | None:
        """ISO 8601-2 (EDTF) form, where there is one."""
        return self.time.edtf

    @property
    def interval(self) -> Interval | None:
        """The half-open interval, ``None`` where the expression has none."""
        return self.time.interval

    @property
    def resolved_by(self) -> str:
        """How the expression was resolved: explicit, publication, tense, anchor, open."""
        return self.time.resolved_by


@attrs.frozen(kw_only=True)
class QuantityMention:
    """A number, amount, measure, share, rank or length of time in a text."""

    start: int
    end: int
    quantity: Quantity
    counted_start: int | None = None
    counted_end: int | None = None

    @property
    def low(self) -> float | None:
        """The lowest value that the words allow."""
        return self.quantity.low

    @property
    def high(self) -> float | None:
        """The highest value that the words allow."""
        return self.quantity.high

    @property
    def unit(self) -> str:
        """The canonical unit."""
        return self.quantity.unit

    @property
    def counted(self) -> str | None:
        """The lemma of what is counted."""
        return self.quantity.counted

    @property
    def hedge(self) -> str | None:
        """The word that bounds or blurs the number."""
        return self.quantity.hedge


@attrs.frozen(kw_only=True)
class NameMention:
    """A name in a text.

    ``start`` and ``end`` cover titles, office and name ("US Secretary of State Antonia Blake");
    ``name_start`` and ``name_end`` the name proper ("Antonia Blake").
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: Name


@attrs.frozen(kw_only=True)
class QuoteMention:
    """Words between quotation marks; ``start`` and ``end`` are those of the words without the marks.

    ``kind`` is "speech" for a sentence or clause, "scare" for one or two words, "title" for a work's name.
    ``closed`` is false where the closing mark is missing and the quotation was ended at the paragraph.
    """

    start: int
    end: int
    kind: Literal["speech", "scare", "title"] = "speech"
    closed: bool = True
