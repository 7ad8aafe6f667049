"""Finds quantities in plain text: counts, money, shares, measures, durations, ages, ranks and scores."""

from functools import cache

import attrs

from discrepancy.mentions.numbers import read_number
from discrepancy.mentions.quantities_context import (
    is_age_limit,
    is_date_or_clock,
    is_name,
    is_point_in_time,
    is_share,
    is_stuck,
    is_stuck_before,
    is_year,
)
from discrepancy.mentions.quantities_counted import find_counted
from discrepancy.mentions.quantities_hedges import Hedge, read_hedge_after, read_hedge_before
from discrepancy.mentions.quantities_lexicon import load_lexicon
from discrepancy.mentions.quantities_measures import add_measure, read_single
from discrepancy.mentions.quantities_pairs import read_pair
from discrepancy.mentions.quantities_ranges import add_upper
from discrepancy.mentions.quantities_rates import read_rate
from discrepancy.mentions.quantities_reading import Reading, make_mention
from discrepancy.mentions.quantities_special import (
    read_age,
    read_clocked,
    read_magnitude,
    read_rank,
)
from discrepancy.mentions.quantities_tokens import Tokens, cut_tokens
from discrepancy.mentions.quantities_units import currency_signs, read_currency_before
from discrepancy.model.mentions import QuantityMention

__all__ = ["find_quantities"]


def find_quantities(text: str) -> list[QuantityMention]:
    """Return the quantities of ``text`` in order, none overlapping another.

    A mention covers the hedge, the figure, the unit and the rate ("more than 40 miles an hour"), not the
    counted noun.  Years, dates, times of day, references ("page 12") and figures in names are left out.
    """
    tokens = cut_tokens(text)
    starters = _load_starters()
    found: list[QuantityMention] = []
    floor = 0
    for at, word in enumerate(tokens.words):
        if at < floor or not (word in starters or word[:1].isdigit() or word[:1] == "."):
            continue
        reading = _read_at(tokens, at, floor)
        if reading is None:
            continue
        if reading.end > reading.start:
            found.append(make_mention(tokens, reading))
        floor = reading.next
    return found


@cache
def _load_starters() -> frozenset[str]:
    """All words that can begin a quantity."""
    lexicon = load_lexicon()
    return (
        lexicon.starters
        | frozenset(lexicon.ordinals)
        | currency_signs()
        | {"a", "an", "another", "-", "−", "–"}
    )


def _read_at(tokens: Tokens, at: int, floor: int) -> Reading | None:
    """Read the quantity at token ``at``; an empty reading says how far a figure of another kind reaches."""
    special = _read_special(tokens, at)
    if special is not None:
        return special if special.unit == "rank" else _add_hedges(tokens, special, floor)
    money = read_currency_before(tokens, at)
    start = at if money is None else money.start
    number = read_number(tokens, at if money is None else money.end, money=money is not None)
    if number is None:
        single = read_single(tokens, at)
        return None if single is None else _finish(tokens, single, floor)
    if money is None:
        special = read_magnitude(tokens, number) or read_pair(tokens, number) or read_age(tokens, number)
        if special is not None and (special.unit == "magnitude" or not is_stuck(tokens, number)):
            # "aged 5 to 11"
            special = add_upper(tokens, special, None) if special.unit == "age" else special
            return _add_hedges(tokens, special, floor)
    reading = Reading(
        number=number,
        value=number.value,
        resolution=number.resolution,
        start=max(start, floor),
        end=number.end,
        next=number.end,
    )
    reading = add_upper(tokens, reading, money)
    return _finish(tokens, _add_late_measure(tokens, add_measure(tokens, reading, money)), floor)


def _add_late_measure(tokens: Tokens, reading: Reading) -> Reading:
    """Read the unit that stands behind a hedge: "sixty-odd grams", "40 or so miles", "200-plus kilos"."""
    after = read_hedge_after(tokens, reading.end) if reading.unit == "count" else None
    if after is None:
        return reading
    hedge, end = after
    measured = add_measure(tokens, attrs.evolve(reading, end=end, next=end), None)
    if measured.unit == "count" or reading.number.kind not in ("figure", "words"):
        return reading
    return attrs.evolve(measured, hedge=hedge, hedge_words=_hedge_words(tokens, reading.end, end))


def _hedge_words(tokens: Tokens, start: int, end: int) -> str:
    """The words of a hedge behind a figure."""
    return tokens.text[tokens.starts[tokens.skip_hyphen(start)] : tokens.ends[end - 1]].lower()


def _read_special(tokens: Tokens, at: int) -> Reading | None:
    word = tokens.words[at]
    if word[:1].isdigit():
        return read_rank(tokens, at) if word.isdecimal() else read_clocked(tokens, at)
    return read_rank(tokens, at) if word in load_lexicon().ordinals else None


def _finish(tokens: Tokens, reading: Reading, floor: int) -> Reading | None:
    """Hang hedges and the counted noun on a reading, or drop a figure that is no quantity."""
    hedged = _add_hedges(tokens, reading, floor)
    skipped = attrs.evolve(reading, end=reading.start, next=max(reading.next, reading.start + 1))
    is_hedged = hedged.hedge is not None and hedged.hedge.bound != "exact"
    if reading.unit == "count":
        return _finish_count(tokens, hedged, skipped, is_hedged=is_hedged)
    if reading.unit in ("second", "month") and is_point_in_time(tokens, reading.end):
        return skipped
    if reading.number.kind == "share" and reading.unit == "percent":
        if not is_share(tokens, reading.number, is_hedged=is_hedged):
            return None
    elif _is_bad_measure(tokens, reading):
        return skipped
    if reading.unit == "percent" and (tokens.words[reading.end] == "of" or reading.number.kind == "share"):
        return attrs.evolve(hedged, counted=find_counted(tokens, reading.end))
    return hedged


def _is_bad_measure(tokens: Tokens, reading: Reading) -> bool:
    """A figure stuck to a word ("Mi-24 miles"), or a date or year before a unit of time ("2019 season")."""
    number = reading.number
    if number.kind != "figure" or reading.start != number.start:
        return False
    return is_stuck_before(tokens, number) or is_date_or_clock(tokens, number)


def _finish_count(tokens: Tokens, hedged: Reading, skipped: Reading, *, is_hedged: bool) -> Reading | None:
    number = hedged.number
    is_one = number.value == 1 and number.kind == "words" and hedged.upper is None
    end = skipped.next
    counted = find_counted(tokens, end, start=number.start, is_one=is_one)
    if number.kind in ("part", "sign"):
        return skipped
    if is_one and counted is None and not (is_hedged and hedged.start < skipped.start):
        return skipped
    if is_date_or_clock(tokens, number) or is_name(tokens, number, counted, is_hedged=is_hedged):
        return skipped
    of_year = load_lexicon().sets["not_counts.of_year"]
    is_loose = _is_loose(hedged) if counted is None else counted.lemma in of_year
    if is_year(tokens, number, counted) and (not is_hedged or is_loose):
        return skipped
    if counted is None and is_hedged and is_age_limit(tokens, hedged.start):
        return attrs.evolve(hedged, unit="age", written="year", resolution=1.0)
    return _add_rate(tokens, attrs.evolve(hedged, counted=counted))


def _is_loose(reading: Reading) -> bool:
    """ "about 2010" is a time, "more than 2010" a count."""
    return reading.hedge is not None and reading.hedge.bound == "about"


def _add_rate(tokens: Tokens, reading: Reading) -> Reading:
    """ "12,000 barrels per day": the rate stands after the counted noun, outside the mention."""
    if reading.counted is None or reading.counted.index is None or reading.per is not None:
        return reading
    rate = read_rate(tokens, reading.counted.index + 1)
    return reading if rate is None else attrs.evolve(reading, per=rate[0], next=max(rate[1], reading.next))


def _add_hedges(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    before = read_hedge_before(tokens, reading.start, floor)
    if before is not None and not _is_preposition(tokens, reading, before):
        hedge, start = before
        words = tokens.text[tokens.starts[start] : tokens.ends[reading.start - 1]].lower()
        return attrs.evolve(reading, hedge=hedge, hedge_words=words, start=start)
    after = read_hedge_after(tokens, reading.end) if reading.hedge is None else None
    if after is None:
        return reading
    hedge, end = after
    words = _hedge_words(tokens, reading.end, end)
    return attrs.evolve(reading, hedge=hedge, hedge_words=words, end=end, next=max(end, reading.next))


def _is_preposition(tokens: Tokens, reading: Reading, before: tuple[Hedge, int]) -> bool:
    """ "over two days" is a stretch, not a bound, unless a verb or preposition of length stands before it."""
    start = before[1]
    if tokens.words[start] != "over" or start + 1 != reading.start or reading.unit not in ("second", "month"):
        return False
    if reading.unit == "second" and reading.value < 86400:
        return False
    return tokens.words[start - 1] not in load_lexicon().sets["clauses.duration_cues"]
