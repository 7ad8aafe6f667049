"""Resolution and alignment: the only room that knows networkx."""

from discrepancy.graph.build import build_graph
from discrepancy.graph.claim_graph import ClaimGraph

__all__ = ["ClaimGraph", "build_graph"]
