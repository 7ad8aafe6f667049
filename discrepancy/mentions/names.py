"""Finds the names of persons, organisations and places in plain text, with titles and offices beside them."""

from discrepancy.mentions.names_gazetteer import (
    is_demonym,
    is_organisation_word,
    is_place_word,
    longest_known,
)
from discrepancy.mentions.names_headlines import find_in_headlines
from discrepancy.mentions.names_kinds import Candidate, decide_kinds
from discrepancy.mentions.names_leads import (
    Office,
    read_lead,
    read_office_after,
    read_office_before,
    read_owner,
)
from discrepancy.mentions.names_runs import Run, find_runs
from discrepancy.mentions.names_words import Words, read_words
from discrepancy.model.mentions import NameMention
from discrepancy.values.names import Name
from discrepancy.values.names_offices import Lead, country_of, is_head, is_modifier

__all__ = ["find_names"]


def find_names(text: str) -> list[NameMention]:
    """Find the names of a text in order; needs no parse and is linear in the length of the text.

    ``name_start`` and ``name_end`` are the name proper without possessive; ``start`` takes in titles and an
    office before it, while an office after it ("X, the chief executive,") is only in ``name.office``.  The
    kinds are decided over the whole text: a family name has the kind of the full name.  Spans of names proper
    never overlap.
    """
    words = read_words(text)
    candidates = []
    for run in find_runs(words):
        candidate = _read_run(words, run)
        if candidate:
            candidates.append(candidate)
    decided = decide_kinds(words, candidates)
    decided.extend(find_in_headlines(words, decided))
    decided.sort(key=lambda candidate: candidate.first)
    return [_mention(words, candidate) for candidate in decided]


def _read_run(words: Words, run: Run) -> Candidate | None:
    """Split a run into what stands before the name and the name, and read the offices on both sides."""
    if run.known == "demonym":
        return None
    if run.known:
        return Candidate(first=run.first, last=run.last, known=run.known, lead=Lead(), lead_first=run.first)
    if _is_office_alone(words, run):
        return None
    run = _without_demonym(words, _place_of_office(words, run))
    if run.known:
        return Candidate(first=run.first, last=run.last, known=run.known, lead=Lead(), lead_first=run.first)
    lead = read_lead(words, run.first, run.last)
    first = run.first + lead.size
    if all(is_head(token) for token in words.tokens[first : run.last]) and lead.size:
        return None  # "Mr Minister"
    before = read_office_before(words, run.first) if not lead.office else None
    owner = read_owner(words, run.first) if lead.office and not lead.of else None
    after = read_office_after(words, run.last) if not (lead.office or before) else None
    of = _of_whom(words, first, run.last) if lead.office else None
    return Candidate(
        first=first,
        last=of or run.last,
        lead=lead,
        lead_first=_lead_first(run, before, owner),
        office=before or after,
        owner=owner.of if owner else " ".join(words.tokens[of + 1 : run.last]) if of else None,
    )


def _of_whom(words: Words, first: int, last: int) -> int | None:
    """Where "of" begins in "President Ana Berg of Norland": behind a full name stands whose president she is."""
    of = next((i for i in range(first, last) if words.tokens[i] == "of"), None)
    return of if of is not None and of - first > 1 else None


def _place_of_office(words: Words, run: Run) -> Run:
    """Keep the place alone of "President of the United States"."""
    of = next((i for i in range(run.first + 1, run.last) if words.tokens[i] == "of"), None)
    if of is None or not is_head(words.tokens[of - 1]):
        return run
    first = of + 2 if words.tokens[of + 1] == "the" else of + 1
    known = longest_known(words, first)
    return Run(first=first, last=run.last, known=known[1]) if known and known[0] == run.last else run


def _without_demonym(words: Words, run: Run) -> Run:
    """Cut "Kenyan" off "Kenyan Samuel Otieno", but not off "Kenyan Air Force" or an office."""
    rest = words.tokens[run.first + 1 : run.last]
    if not rest or not is_demonym(words.tokens[run.first]):
        return run
    if any(is_organisation_word(token) or is_head(token) or is_place_word(token, "after") for token in rest):
        return run
    return Run(first=run.first + 1, last=run.last)


def _lead_first(run: Run, before: Office | None, owner: Office | None) -> int:
    if before:
        return before.first
    return owner.first if owner else run.first


def _is_office_alone(words: Words, run: Run) -> bool:
    """Whether a run is an office without a name ("the Prime Minister", "Secretary of State")."""
    tokens = words.tokens[run.first : run.last]
    while tokens and country_of(tokens[0]):
        tokens = tokens[1:]
    if not any(is_head(token) for token in tokens):
        return False
    return all(is_head(token) or is_modifier(token) or token in ("of", "State", "the") for token in tokens)


def _mention(words: Words, candidate: Candidate) -> NameMention:
    start, end = words.starts[candidate.first], words.ends[candidate.last - 1]
    text = words.text[start:end]
    office = candidate.lead.office or (candidate.office.office if candidate.office else None)
    of = candidate.lead.of or candidate.owner or (candidate.office.of if candidate.office else None)
    name = Name(
        text=" ".join(text.split()),
        kind=candidate.kind,
        parts=tuple(t for t in words.tokens[candidate.first : candidate.last] if t[0].isalnum() or t == "&"),
        titles=candidate.lead.titles,
        office=office if candidate.kind != "place" else None,
        of=of if candidate.kind != "place" else None,
    )
    return NameMention(
        start=min(words.starts[candidate.lead_first], start),
        end=end,
        name_start=start,
        name_end=end,
        name=name,
    )
