"""What a relative time counts from: the day of publication and the times mentioned so far."""

from datetime import date, datetime

from discrepancy.mentions.times.periods import Period
from discrepancy.values.times import Precision

__all__ = ["Timeline"]


# A bare year so much later than the last month told is a forward look ("the memorial of 2005").
_ASIDE_YEARS = 10


class Timeline:
    """The state of one pass over a document: publication, and the last time mentioned at each precision.

    In ``narrative`` texts (histories, timelines) the reference is the last time mentioned, not publication.
    """

    def __init__(self, published: datetime | None, *, narrative: bool = False) -> None:
        self.published = published
        self.narrative = narrative
        self.now: datetime | None = published
        self.last: Period | None = None
        self.last_day: Period | None = None
        self.last_month: Period | None = None
        self.last_quarter: Period | None = None
        self.last_moment: datetime | None = None
        self.full_months: list[tuple[int, int]] = []
        self.sentence_day: Period | None = None
        self._full: Period | None = None
        self._happened: Period | None = None

    def note(
        self, period: Period, *, explicit: bool = False, months: bool = False, deictic: bool = False
    ) -> None:
        """Remember a time that was mentioned."""
        if period.precision < Precision.YEAR:
            return
        self.last = period
        if period.precision >= Precision.MONTH:
            self.last_month = period
        if period.precision >= Precision.DAY:
            self.last_day = self.sentence_day = period
            if not (self._is_ahead(period) or (deictic and period.start == self.today)):
                self._happened = period
            if explicit:
                self._full = period
            if months:
                month = (period.start.year, period.start.month)
                self.full_months = [month, *(m for m in self.full_months if m != month)][:4]

    @property
    def today(self) -> date | None:
        """The day that deictic words count from."""
        if self.narrative and self.last is not None:
            return self.last.start
        return self.published.date() if self.published else None

    def end_sentence(self) -> None:
        """Forget what only the rest of a sentence counts from."""
        self._full = None
        self.sentence_day = None

    def begin_paragraph(self) -> None:
        """Go back to the day of the story: who means today or a day to come says so again.

        "That morning" three paragraphs after "this morning" is the morning of what is told of.
        """
        last = self.last_day
        if self.narrative or last is None or self._happened is None:
            return
        if self._is_ahead(last) or last.start == self.today:
            self.last_day = self._happened

    def _is_ahead(self, period: Period) -> bool:
        return self.published is not None and period.start > self.published.date()

    @property
    def beside(self) -> Period | None:
        """A full date in the same sentence, from which later days and months take their year."""
        return self._full

    @property
    def told(self) -> Period | None:
        """The time that a history has come to: a bare year before the last month told is an aside."""
        last, month = self.last, self.last_month
        if last is None or month is None or last.precision > Precision.YEAR:
            return month or last
        return last if 0 <= last.start.year - month.start.year <= _ASIDE_YEARS else month

    @property
    def has_moved_on(self) -> bool:
        """Whether another time was told since the last day: "on Monday ... stolen in May; nine days later"."""
        last, day = self.last, self.last_day
        if last is None or day is None:
            return False
        return last.end <= day.start or day.end <= last.start

    def anchor(self, unit: str) -> Period | None:
        """Return the last mentioned time fine enough to count such a unit from."""
        if unit in ("D", "TH", "TM", "TS"):
            return self.last_day
        if unit in ("W", "WE", "M", "F"):
            return self.last_month
        return self.last
