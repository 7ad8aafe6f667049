"""What a value is and how two values of one kind compare; knows no text."""

from discrepancy.values.comparison import Comparison, Relation
from discrepancy.values.names import Name, NameKind
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import Interval, PartialDate, Precision, TimeValue

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
]
