"""Where the nodes of a drawing in columns stand."""

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["spread", "stack", "toward"]


def stack(groups: Iterable[Sequence[str]], *, step: float, pause: float) -> dict[str, float]:
    """Place nodes below each other, with a pause between groups; the first is at 0."""
    at, places = 0.0, {}
    for group in groups:
        for node in group:
            places[node] = at
            at += step
        if group:
            at += pause
    return places


def toward(
    nodes: Iterable[str], edges: Iterable[tuple[str, str]], places: Mapping[str, float], *, step: float
) -> dict[str, float]:
    """Place the nodes of the next column: each at the middle of those it is joined to, none on another."""
    joined: dict[str, list[float]] = {node: [] for node in nodes}
    for one, other in edges:
        for node, end in ((one, other), (other, one)):
            if node in joined and end in places:
                joined[node].append(places[end])
    return spread({node: sum(row) / len(row) for node, row in joined.items() if row}, step=step)


def spread(wanted: Mapping[str, float], *, step: float) -> dict[str, float]:
    """Keep nodes in their order and at least a step apart, as near as that allows to where they want to be.

    Nodes that push each other move as one block to the mean of what they want; none moves above 0.
    """
    blocks: list[tuple[list[str], float]] = []
    for node in sorted(wanted, key=lambda n: (wanted[n], n)):
        blocks.append(([node], wanted[node]))
        while len(blocks) > 1 and blocks[-2][1] + step * len(blocks[-2][0]) > blocks[-1][1]:
            last, before = blocks.pop(), blocks.pop()
            blocks.append(merged(before[0] + last[0], wanted, step))
    return {node: round(top + n * step, 1) for row, top in blocks for n, node in enumerate(row)}


def merged(row: list[str], wanted: Mapping[str, float], step: float) -> tuple[list[str], float]:
    """Return a block of nodes with the place of its first."""
    return row, max(0.0, sum(wanted[node] - n * step for n, node in enumerate(row)) / len(row))
