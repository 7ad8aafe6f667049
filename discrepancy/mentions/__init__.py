"""Finds times, quantities, names and quotations in plain text; needs no parser.

Each finder is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from discrepancy.mentions.names import find_names
    from discrepancy.mentions.quantities import find_quantities
    from discrepancy.mentions.quotes import find_quotes
    from discrepancy.mentions.times import find_times

__all__ = ["find_names", "find_quantities", "find_quotes", "find_times"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{name.removeprefix('find_')}"), name)
