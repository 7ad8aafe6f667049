"""What a value is and how two values of one kind compare; knows no text.

Each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from discrepancy.values.comparison import Comparison, Relation
    from discrepancy.values.names import Name, NameKind, compare_names, parse_name, score_names
    from discrepancy.values.quantities import Quantity, compare_quantities, describe_quantity
    from discrepancy.values.times import (
        Interval,
        PartialDate,
        Precision,
        TimeValue,
        compare_times,
        describe_time,
    )

__all__ = [
    "Comparison",
    "Interval",
    "Name",
    "NameKind",
    "PartialDate",
    "Precision",
    "Quantity",
    "Relation",
    "TimeValue",
    "compare_names",
    "compare_quantities",
    "compare_times",
    "describe_quantity",
    "describe_time",
    "parse_name",
    "score_names",
]

_HOMES = {
    "comparison": ("Comparison", "Relation"),
    "names": ("Name", "NameKind", "compare_names", "parse_name", "score_names"),
    "quantities": ("Quantity", "compare_quantities", "describe_quantity"),
    "times": ("Interval", "PartialDate", "Precision", "TimeValue", "compare_times", "describe_time"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
