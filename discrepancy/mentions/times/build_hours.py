"""Hours and minutes in words: half past four, ten to two, at nine."""

from discrepancy.mentions.times.build_clock import CLOCK, hang, set_clock
from discrepancy.mentions.times.build_numbers import number_of
from discrepancy.mentions.times.drafts import Draft
from discrepancy.mentions.times.grammar import Builder, Found
from discrepancy.mentions.times.lexer import Token
from discrepancy.mentions.times.vocabulary import CODES, listed

__all__ = ["HOUR_BUILDERS"]


def _hour(found: Found) -> Draft | None:
    hour = number_of(found.value("t"))
    if hour is None or not 1 <= hour <= 12 or hour != int(hour):
        return None
    return set_clock(CLOCK, int(hour), None, "?")


def _past_hour(found: Found) -> Draft | None:
    """Read "half past four", "ten past two", "twelve minutes to nine"."""
    hour = 12 if found.is_class("t", "MIDN") else number_of(found.value("t"))
    if found.is_class("t", "MIDN") and found.value("t") == 24:
        hour = 24
    minutes = number_of(found.value("n"))
    if minutes is None:
        minutes = 15 if "quarter" in found.words("part") else 30
    if hour is None or hour not in range(1, 25) or not 1 <= minutes < 60:
        return None
    if found.has("tp") and found.value("tp") != "TM":
        return None
    total = int(hour) * 60 + int(minutes if found.words("side") not in ("to", "before") else -minutes)
    total %= 24 * 60
    return set_clock(CLOCK, total // 60 or (12 if hour < 13 else 0), total % 60, "?" if hour < 13 else None)


def _bare_minutes(found: Found) -> Draft | None:
    """Read "it was twenty to twelve", "by five to eight": minutes in fives, told of the hour and of nothing else."""
    minutes, after, before = number_of(found.value("n")), found.neighbour(1), found.neighbour(-1)
    if minutes is None or minutes % 5 or before is None:
        return None
    if before.code == CODES["BY"] and found.text[before.start].islower():
        return None  # "won by five to two"
    if before.code == CODES["DID"] and _word(found, found.neighbour(-2)) != "it":
        return None
    if after is not None and after.code == CODES["WORD"] and _word(found, after) not in listed("after_clock"):
        return None
    return _past_hour(found)


def _told_hour(found: Found) -> Draft | None:
    """Read the hour of "started at nine", "the doors open at eight"."""
    return _hour(found) if _word(found, found.neighbour(-2)) in listed("clocked") else None


def _word(found: Found, token: Token | None) -> str:
    return "" if token is None else found.text[token.start : token.end].lower()


def _clock_of_part(found: Found) -> Draft | None:
    """Read "Friday at three in the afternoon"."""
    clock = hang(found.value("a"), found.value("d"))
    return None if clock is None else hang(clock, found.value("b"))


HOUR_BUILDERS: dict[str, Builder] = {
    "hour": _hour,
    "past_hour": _past_hour,
    "bare_minutes": _bare_minutes,
    "told_hour": _told_hour,
    "clock_of_part": _clock_of_part,
}
