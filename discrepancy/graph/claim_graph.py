"""The claim graph: documents, claims, entities, occurrences, questions, and what ties them."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

import attrs
import networkx as nx

from discrepancy.graph.copies import Sources
from discrepancy.graph.entities import Cast, Entity
from discrepancy.graph.frames import Frame
from discrepancy.graph.garbles import Garble
from discrepancy.graph.holders import Tenure
from discrepancy.graph.occurrences import Occurrence
from discrepancy.graph.questions import Question
from discrepancy.graph.rarity import Rarities
from discrepancy.graph.retellings import Retelling
from discrepancy.model.claims import Claim, Event
from discrepancy.model.text import Document, Passage

__all__ = ["ClaimGraph"]


@attrs.define(eq=False, slots=False)
class ClaimGraph:
    """Everything that is known of a set of documents after alignment; detectors read it and nothing else."""

    documents: tuple[Document, ...]
    groups: Mapping[str, int]
    cast: Cast
    events: Mapping[str, Event]
    frames: Mapping[str, Frame]
    rarities: Rarities
    occurrences: tuple[Occurrence, ...]
    questions: tuple[Question, ...]
    garbles: tuple[Garble, ...]
    sources: Sources
    ledger: Counter[str]
    retellings: tuple[Retelling, ...] = ()
    tenures: tuple[Tenure, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """The documents by their id."""
        return {d.id: d for d in self.documents}

    @cached_property
    def events_of(self) -> dict[tuple[str, int], list[Event]]:
        """The events of each sentence of each document."""
        found: dict[tuple[str, int], list[Event]] = {}
        for event in self.events.values():
            found.setdefault((event.document, event.sentence), []).append(event)
        return found

    @cached_property
    def occurrence_of(self) -> dict[str, Occurrence]:
        """The occurrence of each event that belongs to one."""
        return {e.id: o for o in self.occurrences for e in o.events}

    def outlet(self, document: str) -> str:
        """What to call a document in a sentence: its outlet, else its id."""
        return self.by_id[document].outlet or document

    def entity(self, key: str) -> Entity | None:
        """The entity with an id."""
        return self._entities.get(key)

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {e.id: e for e in self.cast.entities}

    @cached_property
    def starts(self) -> dict[tuple[str, str], tuple[int, ...]]:
        """Where each entity is named in each document."""
        found: dict[tuple[str, str], list[int]] = {}
        for entity in self.cast.entities:
            for _, passage in entity.forms():
                found.setdefault((passage.document, entity.id), []).append(passage.start)
        return {key: tuple(row) for key, row in found.items()}

    def claims_of(self, attribute: str) -> list[Claim]:
        """All claims of one attribute."""
        return [f.claim for f in self.frames.values() if f.claim.attribute == attribute]

    def is_in_both(self, left: Passage, right: Passage) -> bool:
        """Whether two documents are copies and both print the very words of one side: they do not differ in them."""
        if not self.sources.copies((left.document, right.document)):
            return False
        return left.quote in self.by_id[right.document].text or right.quote in self.by_id[left.document].text

    @cached_property
    def network(self) -> "nx.MultiDiGraph[str]":
        """The graph as networkx sees it.

        Nodes have ``kind`` (document, entity, occurrence, question, claim) and ``label``; edges have ``kind``:
        document -states-> claim, claim -answers-> question, claim -about-> occurrence, occurrence -involves->
        entity, document -names-> entity, claim -same|compatible|conflicting|...-> claim.
        """
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for document in self.documents:
            graph.add_node(f"document:{document.id}", kind="document", label=document.outlet or document.id)
        for entity in self.cast.entities:
            graph.add_node(f"entity:{entity.id}", kind="entity", label=entity.label, entity_kind=entity.kind)
            for name in sorted(entity.documents):
                graph.add_edge(f"document:{name}", f"entity:{entity.id}", kind="names")
        for occurrence in self.occurrences:
            graph.add_node(f"occurrence:{occurrence.id}", kind="occurrence", label=occurrence.label)
            for person in sorted(occurrence.people):
                graph.add_edge(f"occurrence:{occurrence.id}", f"entity:{person}", kind="involves")
        self._add_claims(graph)
        return graph

    def _add_claims(self, graph: "nx.MultiDiGraph[str]") -> None:
        for frame in self.frames.values():
            claim = frame.claim
            node = f"claim:{claim.id}"
            words = claim.passage
            place = {"document": words.document, "start": words.start, "end": words.end}
            graph.add_node(node, kind="claim", label=words.quote, attribute=claim.attribute, **place)
            graph.add_edge(f"document:{claim.document}", node, kind="states")
            occurrence = self.occurrence_of.get(claim.event or "")
            if occurrence is not None:
                graph.add_edge(node, f"occurrence:{occurrence.id}", kind="about")
        for question in self.questions:
            graph.add_node(f"question:{question.id}", kind="question", label=question.attribute)
            for frame in question.frames:
                graph.add_edge(f"claim:{frame.claim.id}", f"question:{question.id}", kind="answers")
            for pair in question.pairs:
                relation = pair.comparison.relation.value
                graph.add_edge(
                    f"claim:{pair.left.claim.id}",
                    f"claim:{pair.right.claim.id}",
                    kind=relation,
                    reason=pair.comparison.reason,
                )
