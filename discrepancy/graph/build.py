"""From what each document says to the claim graph of all of them."""

from collections.abc import Sequence

import attrs

from discrepancy.graph.bare import vouched_bits
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.copies import find_sources
from discrepancy.graph.descriptions import describe_people
from discrepancy.graph.entities import Cast, resolve_entities
from discrepancy.graph.frames import make_frames
from discrepancy.graph.garbles import Garble, find_garbles
from discrepancy.graph.groups import group_documents
from discrepancy.graph.occurrences import find_occurrences
from discrepancy.graph.questions import align
from discrepancy.graph.rarity import Rarities
from discrepancy.graph.respelled import find_respelled
from discrepancy.graph.retellings import find_retellings
from discrepancy.graph.slots import SlotIndex
from discrepancy.graph.tenures import find_tenures
from discrepancy.graph.twins import find_twins
from discrepancy.graph.utterances import find_utterances
from discrepancy.model.claims import Extraction
from discrepancy.model.text import Document

__all__ = ["build_graph"]


def build_graph(documents: Sequence[Document], extractions: Sequence[Extraction]) -> ClaimGraph:
    """Resolve entities and occurrences, then put the claims under questions."""
    cast = resolve_entities(extractions)
    groups = group_documents(documents, extractions, cast)
    slots = SlotIndex.build(extractions, cast, groups)
    garbles = (
        *find_garbles(documents, extractions, cast, slots, groups),
        *find_twins(documents, cast, slots, groups),
        *find_respelled(documents, cast, groups),
    )
    cast = with_garbles(cast, garbles)
    described = describe_people(documents, extractions, cast, groups)
    cast = attrs.evolve(cast, of_local={**cast.of_local, **described})
    frames = make_frames(documents, extractions, cast, groups)
    rarities = Rarities.of(frames.values())
    questions, ledger = align(frames, rarities, vouched=vouched_bits(documents, frames))
    return ClaimGraph(
        documents=tuple(documents),
        groups=groups,
        cast=cast,
        events={e.id: e for x in extractions for e in x.events},
        frames=frames,
        rarities=rarities,
        occurrences=find_occurrences(extractions, cast, groups),
        questions=questions,
        garbles=garbles,
        sources=find_sources(documents),
        ledger=ledger,
        retellings=find_retellings(find_utterances(documents, extractions, cast, groups)),
        tenures=find_tenures(documents, extractions, cast, groups),
    )


def with_garbles(cast: Cast, garbles: Sequence[Garble]) -> Cast:
    """Let each garbled name stand for the person that it stands for."""
    of_local = dict(cast.of_local)
    for garble in garbles:
        of_local[garble.local.document, garble.local.key] = garble.entity
    return attrs.evolve(cast, of_local=of_local)
