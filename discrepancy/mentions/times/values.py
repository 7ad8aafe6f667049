"""TIMEX3 values of durations, recurring times and dates that stay open."""

from discrepancy.mentions.times.drafts import Draft

__all__ = ["duration_value", "open_value", "set_value"]


def duration_value(draft: Draft) -> str:
    """Return P2Y, PT1H45M, PXD, P12M/P18M."""
    value = _amounts_value(draft)
    return f"{value}/{_amounts_value(draft.until)}" if draft.until is not None else value


def _amounts_value(draft: Draft) -> str:
    days, clock = "", ""
    for number, unit in draft.amounts:
        figure, letter = _scaled(number, unit)
        if unit.startswith("T"):
            clock += figure + letter
        else:
            days += figure + letter
    days, clock = _split_fractions(draft, days, clock)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _scaled(number: float | None, unit: str) -> tuple[str, str]:
    """Return figure and letter; fortnights become weeks, weekends days, millennia years."""
    factor, letter = {
        "F": (2, "W"), "WE": (2, "D"), "ML": (1000, "Y"), "S": (6, "M"), "Q": (1, "Q"),
    }.get(unit, (1, unit.removeprefix("T")))  # fmt: skip
    if unit == "CE" or unit == "DE":
        letter = unit
    if number is None:
        return "X", letter
    total = number * factor
    return (str(int(total)) if total == int(total) else f"{total:g}"), letter


def _split_fractions(draft: Draft, days: str, clock: str) -> tuple[str, str]:
    """Write an hour and a half as 1H30M, a year and a half as 18M."""
    if len(draft.amounts) != 1 or draft.amounts[0][0] is None:
        return days, clock
    number, unit = draft.amounts[0]
    whole, rest = divmod(number or 0, 1)
    parts = {"TH": (60, "H", "M"), "TM": (60, "M", "S"), "Y": (12, "Y", "M")}
    if not rest or unit not in parts:
        return days, clock
    size, large, small = parts[unit]
    text = (f"{int(whole)}{large}" if whole else "") + f"{round(rest * size)}{small}"
    return ("", text) if unit.startswith("T") else (text, "")


def set_value(draft: Draft) -> str:
    """Return P1D, XXXX-WXX-1, XXXX-WXX-1TNI, XXXX-05 for what recurs."""
    named = draft.named
    if draft.amounts:
        return duration_value(draft)
    part = f"T{named.part}" if named.part else ""
    if named.weekday is not None:
        return f"XXXX-WXX-{named.weekday + 1}{part}"
    if named.month is not None:
        return f"XXXX-{named.month:02}"
    return f"XXXX-XX-XX{part}"


def open_value(draft: Draft) -> str:
    """Return the value with X for what the words leave open."""
    named = draft.named
    if draft.era == "BC":
        return f"BC{named.year:04}" if named.year is not None else f"BC{draft.century:02}"
    year = f"{named.year:04}" if named.year else "XXXX"
    if named.weekday is not None and named.day is None:
        date = f"{year}-WXX-{named.weekday + 1}"
    elif draft.season:
        date = f"{year}-{draft.season}"
    elif draft.quarter or draft.half:
        date = f"{year}-Q{draft.quarter}" if draft.quarter else f"{year}-H{draft.half}"
    else:
        date = _open_date(draft, year)
    if named.hour is not None:
        return f"{date}T{named.hour:02}:{named.minute or 0:02}"
    return f"{date}T{named.part}" if named.part else date


def _open_date(draft: Draft, year: str) -> str:
    named, unit = draft.named, draft.unit
    month = f"{named.month:02}" if named.month else "XX"
    if named.day is not None:
        return f"{year}-{month}-{named.day:02}"
    if named.month is not None:
        return f"{year}-{month}"
    if named.hour is not None or named.part is not None or draft.holiday or unit == "D":
        return f"{year}-XX-XX"
    if unit in ("W", "F"):
        return f"{year}-WXX"
    if unit == "WE":
        return f"{year}-WXX-WE"
    return f"{year}-XX" if unit in ("M", "Q") else year
