"""Detectors: each looks at the claim graph for one kind of discrepancy; they read claims, never text."""

from collections.abc import Iterator
from typing import ClassVar, Protocol

from discrepancy.detect.bearings import OpposedBearings
from discrepancy.detect.captions import MisdatedCaptions
from discrepancy.detect.conflation import ConflatedOccurrences
from discrepancy.detect.dates import DisjointTimes
from discrepancy.detect.figures import DifferingDurations, DifferingNumbers, MovedFigures
from discrepancy.detect.misdated import MisdatedNews
from discrepancy.detect.modality import FactAgainstDoubt
from discrepancy.detect.names import GarbledNames, VariantNames
from discrepancy.detect.order import ReversedOrder
from discrepancy.detect.places import DisplacedOccurrences
from discrepancy.detect.polarity import OpposedAssertions
from discrepancy.detect.quotes import DifferingQuotes, MisattributedQuotes
from discrepancy.detect.roles import DifferingRoles
from discrepancy.detect.sites import MisplacedThings, TurnedRoutes
from discrepancy.detect.tolls import RisingTolls
from discrepancy.graph import ClaimGraph
from discrepancy.model.findings import Discrepancy, Kind

__all__ = ["DETECTORS", "Detector"]


class Detector(Protocol):
    """What a detector is: a kind, and a walk over the claim graph."""

    kind: ClassVar[Kind]

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the discrepancies of this kind."""
        ...


DETECTORS: tuple[Detector, ...] = (
    ConflatedOccurrences(),
    MisdatedCaptions(),
    MisdatedNews(),
    DisjointTimes(),
    DifferingDurations(),
    DifferingNumbers(),
    MovedFigures(),
    RisingTolls(),
    GarbledNames(),
    VariantNames(),
    OpposedAssertions(),
    FactAgainstDoubt(),
    DisplacedOccurrences(),
    OpposedBearings(),
    MisplacedThings(),
    TurnedRoutes(),
    ReversedOrder(),
    DifferingQuotes(),
    MisattributedQuotes(),
    DifferingRoles(),
)
