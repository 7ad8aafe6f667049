"""What a document says happened: events with their participants, and claims that answer a question."""

from enum import Enum
from typing import Literal

import attrs

from discrepancy.model.text import BlockKind, Passage
from discrepancy.values.names import Name, NameKind
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import TimeValue

__all__ = [
    "Attribute",
    "Certainty",
    "Claim",
    "Event",
    "Extraction",
    "LocalEntity",
    "Participant",
    "Quote",
    "Role",
    "Value",
]

Role = Literal["agent", "patient", "partner", "recipient", "theme", "place", "owner"]
Attribute = Literal[
    "time",
    "duration",
    "count",
    "amount",
    "rank",
    "age",
    "place",
    "participant",
    "office",
    "polarity",
    "quote",
]


class Certainty(Enum):
    """How a document puts a statement: as a fact, as a plan, as a possibility, ..."""

    FACT = "fact"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    WANTED = "wanted"
    HYPOTHETICAL = "hypothetical"


@attrs.frozen(kw_only=True)
class Participant:
    """Somebody or something that takes part in an event.

    ``key`` is what stands for the participant within its document: the document's person ("p3") or the lemma
    of a common noun; entities over all documents are found later.  ``name`` is the name that the words
    themselves give, ``None`` for a common noun or a pronoun.
    """

    role: Role
    key: str
    head: str
    start: int
    end: int
    name: Name | None = None


@attrs.frozen(kw_only=True)
class Quote:
    """Words between quotation marks with the one who says them."""

    words: str
    speaker: str | None = None


Value = TimeValue | Quantity | Name | Quote | Participant | str | bool


@attrs.frozen(kw_only=True)
class Event:
    """One mention of something that happened, verbal or nominal.

    ``family`` is the predicate family ("meeting") or, where the language has none, the lemma itself.
    ``modifiers`` are the lemmas that narrow the event down ("safety" inspection, "second" summit).
    ``source`` says whose words these are: ``None`` is the outlet's own voice.  ``times`` are those that hang on
    the event itself, ``setting`` those of its sentence or of the sentence before.  ``since`` are the times from
    which a lasting event goes on; an event that is ``begun`` has its beginning at its times.
    """

    id: str
    document: str
    sentence: int
    family: str
    lemma: str
    passage: Passage
    block: BlockKind
    nominal: bool = False
    definite: bool = False
    participants: tuple[Participant, ...] = ()
    modifiers: tuple[str, ...] = ()
    times: tuple[tuple[TimeValue, Passage], ...] = ()
    setting: tuple[tuple[TimeValue, Passage], ...] = ()
    since: tuple[tuple[TimeValue, Passage], ...] = ()
    begun: bool = False
    places: tuple[Participant, ...] = ()
    positive: bool = True
    certainty: Certainty = Certainty.FACT
    source: str | None = None
    well_read: bool = True


@attrs.frozen(kw_only=True)
class Claim:
    """One document's answer to one question.

    ``event`` is the event that the answer hangs on, ``subject`` the entity where there is none; ``family`` is the
    kind of happening where the answer tells another than the event's own ("kept him for an hour").  ``scope``
    holds what narrows the question ("capacity", "demand"); ``counted`` is the noun that is counted.  ``words``
    are the content lemmas of the clause, ``around`` those of the whole sentence and its numbers, ``kinds`` the
    families of the events in it, ``names`` the local entities of the sentence.  ``passage`` shows the words.
    """

    id: str
    document: str
    attribute: Attribute
    subject: str
    value: Value
    passage: Passage
    event: str | None = None
    family: str | None = None
    scope: tuple[str, ...] = ()
    counted: str | None = None
    words: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    positive: bool = True
    certainty: Certainty = Certainty.FACT
    source: str | None = None
    well_read: bool = True


@attrs.frozen(kw_only=True)
class LocalEntity:
    """One person, organisation or place within one document, with every form of the name there.

    ``introduced`` says that the document gives the full name or an office somewhere; news does so at the
    first mention and goes on with the surname, so a bare surname that was never introduced is suspect.
    """

    key: str
    document: str
    kind: NameKind
    name: Name
    forms: tuple[tuple[Name, Passage], ...]
    introduced: bool


@attrs.frozen(kw_only=True)
class Extraction:
    """What one document says, in the library's own nouns."""

    document: str
    entities: tuple[LocalEntity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
