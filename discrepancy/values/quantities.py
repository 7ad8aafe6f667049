"""What a quantity is, how two compare, and how one is told in plain English."""

from discrepancy.values.quantities_comparison import compare_quantities
from discrepancy.values.quantities_description import describe_quantity, plural
from discrepancy.values.quantities_value import Bound, Quantity

__all__ = ["Bound", "Quantity", "compare_quantities", "describe_quantity", "plural"]
