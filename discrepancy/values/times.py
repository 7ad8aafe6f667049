"""Times: what a time is, how two compare, and how one reads in plain English."""

from discrepancy.values.times_compare import compare_times
from discrepancy.values.times_describe import MONTHS, describe_time
from discrepancy.values.times_intervals import contains, gap_days, hull, overlap, shift_interval
from discrepancy.values.times_value import Interval, PartialDate, Precision, TimeType, TimeValue, zone_offset

__all__ = [
    "MONTHS",
    "Interval",
    "PartialDate",
    "Precision",
    "TimeType",
    "TimeValue",
    "compare_times",
    "contains",
    "describe_time",
    "gap_days",
    "hull",
    "overlap",
    "shift_interval",
    "zone_offset",
]
