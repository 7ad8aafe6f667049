"""Roles that are told by another person: kinship ("her husband, Jo Roe") and counterparts."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from discrepancy.graph.entities import Cast, Entity
from discrepancy.graph.holders import Found, Tenure
from discrepancy.language import word_set
from discrepancy.model.claims import Extraction
from discrepancy.values.jobs import read_kinship
from discrepancy.values.names_offices import country_of
from discrepancy.values.offices import Office

__all__ = ["People", "counterparts_at", "find_people", "kinship_at"]

OWNER = r"(?:(?P<owner>[\w'’-]+)['’]s|(?P<pronoun>[Hh]er|[Hh]is))"
# "Her elder brother, Jo Roe"; "Berg's husband Jo Roe".
KIN_BEFORE = re.compile(rf"\b{OWNER}\s+(?P<between>(?:[\w-]+\s+){{0,2}})(?P<kin>[\w-]+)\s*,?\s*$")
# "Jo Roe, her elder brother"; "Jo Roe, 43, brother of Ana Berg".
KIN_AFTER = re.compile(
    rf"""\s*,\s*(?:aged?\s+)?(?:\d{{1,3}}\s*,\s*)?
        (?:(?:the\s+)?{OWNER}\s+(?P<between>(?:[\w-]+\s+){{0,2}}?)(?P<kin>[\w-]+)\b
         |(?:the\s+|a\s+)?(?:[\w-]+\s+)?(?P<kin_of>[\w-]+)\s+of\s+(?P<of>[A-Z][\w'’-]+))""",
    re.VERBOSE,
)
# "his Sarvian counterpart, Jo Roe".
COUNTERPART = re.compile(
    rf"\b{OWNER}\s+(?P<country>[A-Z][\w-]+\s+)?(?:[a-z-]+\s+)?(?P<word>counterpart|opposite number|homologue)\s*,?\s*$"
)
SENTENCE_END = re.compile(r"[.!?][\"”’]?\s|\n")
# How far back the person may be named that a pronoun stands for.
NEAR = 400


@attrs.frozen(eq=False)
class People:
    """Who is named or meant where, in the order of each document, and whom documents call he or she."""

    rows: Mapping[str, Sequence[tuple[int, int, Entity]]]
    called: Mapping[str, frozenset[str]]

    def at(self, document: str, place: int) -> Entity | None:
        """The person whose name covers a place of a document."""
        return next((e for start, end, e in self._row(document) if start <= place < end), None)

    def before(self, document: str, match: re.Match[str], *, other: Entity) -> Entity | None:
        """Whom a possessive pronoun stands for: the one person that the nearest sentence before it speaks of."""
        row = self._row(document)
        place = match.start("pronoun")
        wanted = "she" if match.group("pronoun").lower() == "her" else "he"
        found: dict[str, Entity] = {}
        last = place
        for start, end, entity in reversed(row[: bisect_left(row, place, key=lambda r: r[0])]):
            if place - start > NEAR or (found and SENTENCE_END.search(match.string, end, last)):
                break
            if entity.id != other.id and wanted in self.called.get(entity.id, {wanted}):
                found[entity.id] = entity
            last = start
        return next(iter(found.values())) if len(found) == 1 else None

    def behind(self, document: str, match: re.Match[str], *, other: Entity) -> Entity | None:
        """Whom a pronoun before any name stands for: the next one named in its sentence ("Her aunt Jo said Ada")."""
        stop = SENTENCE_END.search(match.string, match.end())
        end = stop.start() if stop else len(match.string)
        row = self._row(document)
        place = match.end()
        if any(start < place and e.id != other.id for start, _, e in row):
            return None
        return next((e for start, _, e in row if place <= start < end and e.id != other.id), None)

    def _row(self, document: str) -> Sequence[tuple[int, int, Entity]]:
        return self.rows.get(document, ())


def find_people(extractions: Sequence[Extraction], cast: Cast) -> People:
    """Collect the names of people, and the pronouns that stand for them in events."""
    rows: dict[str, dict[tuple[int, int], Entity]] = defaultdict(dict)
    called: dict[str, set[str]] = defaultdict(set)
    for entity in cast.entities:
        if entity.kind == "person":
            for _, passage in entity.forms():
                rows[passage.document][passage.start, passage.end] = entity
    for extraction in extractions:
        for part in (p for event in extraction.events for p in event.participants):
            found = cast.find(extraction.document, part.key) if part.name is None else None
            if found is not None and found.kind == "person" and part.head in {"he", "she"}:
                rows[extraction.document].setdefault((part.start, part.end), found)
                called[found.id].add(part.head)
    return People(
        {
            name: sorted(((*span, e) for span, e in row.items()), key=lambda r: r[:2])
            for name, row in rows.items()
        },
        {name: frozenset(words) for name, words in called.items()},
    )


def owner_at(people: People, document: str, match: re.Match[str], person: Entity) -> Entity | None:
    """The person whose relative or counterpart somebody is."""
    if match.group("pronoun"):
        return people.before(document, match, other=person) or people.behind(document, match, other=person)
    found = people.at(document, match.start("owner"))
    return found if found is not None and found.id != person.id else None


def kinship_at(
    people: People, text: str, document: str, person: Entity, span: tuple[int, int]
) -> Iterator[Found]:
    """The kinship that stands beside a name, with the id of the person, or the noun, to whom it ties."""
    start, end = span
    before = KIN_BEFORE.search(text, max(0, start - 80), start)
    after = KIN_AFTER.match(text, end, end + 100)
    for match in (before, after):
        if match is None:
            continue
        of = match.group("of") if match is after else None
        office = read_kinship(match.group("kin_of") if of else match.group("kin"))
        if office is None:
            continue
        if not of and not set((match.group("between") or "").lower().split()) <= word_set(
            "jobs", "kin_words", "before"
        ):
            continue
        place = (match.start(), end) if match is before else (start, match.end())
        noun = None if of else match.group("owner")
        if noun is not None and noun.islower():  # "the victim's daughter"
            yield office, noun, place
            continue
        owner = people.at(document, match.start("of")) if of else owner_at(people, document, match, person)
        if owner is not None and owner.id != person.id:
            yield office, owner.id, place


def counterparts_at(
    people: People,
    text: str,
    tenure_of: Mapping[tuple[str, str], Sequence[Tenure]],
    person: Entity,
    span: tuple[str, int, int],
) -> Iterator[Found]:
    """The office that somebody has as the counterpart of a person of whom the document gives one office."""
    document, start, end = span
    match = COUNTERPART.search(text, max(0, start - 80), start)
    owner = owner_at(people, document, match, person) if match is not None else None
    if match is None or owner is None:
        return
    offices = {t.office for t in tenure_of.get((document, owner.id), ()) if t.office.sort == "post"}
    if len(offices) == 1:
        office: Office = offices.pop()
        country = match.group("country")
        yield office, country_of(country.strip()) if country else None, (match.start(), end)
