"""Who is what by which document: offices, jobs, ranks and kinship beside names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from discrepancy.graph.callings import callings_at
from discrepancy.graph.entities import Cast, Entity
from discrepancy.graph.holders import Found, Tenure, name_span, offices_at
from discrepancy.graph.kinship import People, counterparts_at, find_people, kinship_at
from discrepancy.model.claims import Extraction
from discrepancy.model.text import Document, Passage
from discrepancy.values.names import Name

__all__ = ["find_tenures"]


@attrs.frozen(eq=False)
class Form:
    """One form of a person's name in a document."""

    person: Entity
    name: Name
    passage: Passage


def find_tenures(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    cast: Cast,
    groups: Mapping[str, int],
) -> tuple[Tenure, ...]:
    """The offices and other roles that documents give to people, without former, coming and acting ones."""
    texts = {d.id: d.text for d in documents}
    people = find_people(extractions, cast)
    forms = [
        Form(e, name, passage)
        for e in cast.entities
        if e.kind in {"person", "unknown"}
        for member in e.members
        for name, passage in member.forms
    ]
    found = [
        make_tenure(form, told, texts, groups)
        for form in forms
        for told in told_of(form, texts[form.passage.document], people)
    ]
    tenure_of: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in found:
        tenure_of[tenure.document, tenure.person.id].append(tenure)
    for form in forms:
        document = form.passage.document
        span = (document, *name_span(form.name, form.passage))
        for told in counterparts_at(people, texts[document], tenure_of, form.person, span):
            found.append(make_tenure(form, told, texts, groups))
    return tuple(found)


def told_of(form: Form, text: str, people: People) -> Iterator[Found]:
    """Every role that stands beside one form of a name."""
    start, end = name_span(form.name, form.passage)
    posts = list(offices_at(text, start, end))
    yield from posts
    if form.person.kind != "person":
        return
    if not posts:
        yield from callings_at(text, start, end)
    yield from kinship_at(people, text, form.passage.document, form.person, (start, end))


def make_tenure(form: Form, told: Found, texts: Mapping[str, str], groups: Mapping[str, int]) -> Tenure:
    """One role of one person."""
    office, body, (start, end) = told
    document = form.passage.document
    return Tenure(
        person=form.person,
        office=office,
        body=body or (form.name.of if office.sort == "post" else None),
        document=document,
        group=groups[document],
        passage=Passage(document, start, end, texts[document][start:end]),
    )
