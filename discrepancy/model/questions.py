"""Questions as the report shows them: what was asked, and who answers what."""

import attrs

from discrepancy.model.text import Passage
from discrepancy.values.comparison import Relation

__all__ = ["Answer", "QuestionSummary"]


@attrs.frozen(kw_only=True)
class Answer:
    """What one document answers, as a value and in its own words."""

    value: str
    passage: Passage

    @property
    def document(self) -> str:
        """The document that answers."""
        return self.passage.document


@attrs.frozen(kw_only=True)
class QuestionSummary:
    """One question that two or more claims answer, with every answer in the order of the documents.

    ``relation`` is the gravest relation among the answers: a question with one conflict is CONFLICTING.
    ``occurrence`` is what it asks about, where that is known.
    """

    id: str
    subject: str
    attribute: str
    relation: Relation
    answers: tuple[Answer, ...] = attrs.field(validator=attrs.validators.min_len(2))
    occurrence: str | None = None

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that answer."""
        return tuple(dict.fromkeys(answer.document for answer in self.answers))
