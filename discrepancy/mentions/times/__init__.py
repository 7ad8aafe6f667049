"""Finds times in plain text and ties them to the calendar."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import cache

from discrepancy.mentions.times.build_clock import CLOCK_BUILDERS
from discrepancy.mentions.times.build_dates import DATE_BUILDERS
from discrepancy.mentions.times.build_hours import HOUR_BUILDERS
from discrepancy.mentions.times.build_joined import JOINED_BUILDERS
from discrepancy.mentions.times.build_nights import NIGHT_BUILDERS
from discrepancy.mentions.times.build_numbers import NUMBER_BUILDERS
from discrepancy.mentions.times.build_relative import RELATIVE_BUILDERS
from discrepancy.mentions.times.build_seasons import SEASON_BUILDERS
from discrepancy.mentions.times.drafts import Draft
from discrepancy.mentions.times.grammar import Builder, run_layer
from discrepancy.mentions.times.lexer import Token, cut_paragraphs, cut_tokens
from discrepancy.mentions.times.ranges import join_ranges, split_range
from discrepancy.mentions.times.resolve import resolve
from discrepancy.mentions.times.shared import share_years
from discrepancy.mentions.times.tense import tell_tense
from discrepancy.mentions.times.timeline import Timeline
from discrepancy.mentions.times.vocabulary import CODES, load_layers
from discrepancy.model.mentions import TimeMention

__all__ = ["find_times"]

_EXPRESSIONS = frozenset(
    CODES[name]
    for name in ("YEA", "MTH", "MDAY", "DAT", "WKD", "WEK", "SEA", "POD", "CLK", "DUR", "SET", "REF")
)
# Years in which something can have been published, far from the ends of the calendar.
_YEARS = range(1000, 3000)
_SENTENCE_ENDS = (CODES["DOT"], CODES["ENDS"])


def find_times(
    text: str,
    published: str | date | datetime | None = None,
    *,
    narrative: bool = False,
    stamps: Sequence[tuple[int, int, time]] = (),
    joined: bool = True,
) -> list[TimeMention]:
    """Return the time expressions of a text in order, tied to the calendar where the words allow it.

    ``published`` is the day (or moment) of publication, a date or ISO 8601; without it relative times stay
    open and keep only the fields that their words name.  In a ``narrative`` (a history) relative times
    count from the last time mentioned.  ``stamps`` are (start, end, time of day) of entries of a live page.
    Ranges ("from 1961 to 1964") are one mention; with ``joined=False`` each end is one, as TimeML has it.

    Raises ``ValueError`` where ``published`` is a text that is no ISO date, or its year is past belief.
    """
    timeline = Timeline(_moment(published), narrative=narrative)
    mentions: list[TimeMention] = []
    for start, end in cut_paragraphs(text):
        timeline.begin_paragraph()
        mentions += _find_in(text, start, end, timeline, stamps, joined=joined)
    return join_ranges(text, mentions) if joined else mentions


def _moment(published: str | date | datetime | None) -> datetime | None:
    if isinstance(published, str):
        published = datetime.fromisoformat(published)
    if isinstance(published, date) and not isinstance(published, datetime):
        published = datetime(published.year, published.month, published.day)
    if published is not None and published.year not in _YEARS:
        raise ValueError(f"published in {published.year}: want a year from {_YEARS[0]} to {_YEARS[-1]}")
    return published.replace(tzinfo=None) if published is not None else None


@cache
def _builders() -> dict[str, Builder]:
    return {
        **NUMBER_BUILDERS,
        **DATE_BUILDERS,
        **SEASON_BUILDERS,
        **RELATIVE_BUILDERS,
        **CLOCK_BUILDERS,
        **HOUR_BUILDERS,
        **JOINED_BUILDERS,
        **NIGHT_BUILDERS,
    }


def _find_in(
    text: str,
    start: int,
    end: int,
    timeline: Timeline,
    stamps: Sequence[tuple[int, int, time]],
    *,
    joined: bool,
) -> Iterator[TimeMention]:
    tokens = cut_tokens(text, start, end)
    for layer in load_layers():
        tokens = run_layer(layer, tokens, text, _builders())
    if not any(token.code in _EXPRESSIONS for token in tokens):
        return
    tokens = share_years(tokens)
    codes = "".join([token.code for token in tokens])
    for i, token in enumerate(tokens):
        if token.code in _SENTENCE_ENDS:
            timeline.end_sentence()
        if token.code in _EXPRESSIONS and isinstance(token.value, Draft) and not token.value.weak:
            _set_now(timeline, token.start, stamps)
            tense = tell_tense(codes, tokens, i)
            for part in [token] if joined else split_range(token):
                value = resolve(part.value, timeline, tense)
                yield TimeMention(start=part.start, end=_trimmed(text, part), time=value)


def _trimmed(text: str, token: Token) -> int:
    return token.end - 1 if text[token.end - 1] == "." and token.value.named.hour is None else token.end


def _set_now(timeline: Timeline, start: int, stamps: Sequence[tuple[int, int, time]]) -> None:
    timeline.now = timeline.published
    if timeline.published is None:
        return
    for first, last, stamp in stamps:
        if first <= start < last:
            timeline.now = datetime.combine(timeline.published.date(), stamp)
