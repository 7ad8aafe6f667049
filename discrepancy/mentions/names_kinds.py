"""Decides what each candidate names: a person, an organisation, a place, or nothing."""

import re
from collections.abc import Sequence

import attrs

from discrepancy.mentions.names_gazetteer import (
    Known,
    is_demonym,
    is_organisation_word,
    is_place_word,
    longest_known,
)
from discrepancy.mentions.names_leads import Office
from discrepancy.mentions.names_sayings import speaks_beside_quotation
from discrepancy.mentions.names_words import (
    Words,
    has_common_ending,
    is_acting,
    is_inverted,
    is_ordinary,
    is_saying,
    is_word,
)
from discrepancy.values.names import NameKind
from discrepancy.values.names_match import is_known_family, is_known_given
from discrepancy.values.names_offices import Lead, is_company_office
from discrepancy.values.names_systems import is_pinyin

__all__ = ["Candidate", "decide_kinds"]

_ACRONYM = 6  # letters: longer words in capitals are shouted, not abbreviated
_SHORT = 2
_SHORT_CODE = 4  # letters: "KEN" in a table of results is no Ken
_LONGEST_PERSON = 4
_EAST_ASIAN_GIVEN = re.compile(r"^[A-Z][a-z]{1,5}-[a-z]{1,6}$")  # "Seung-min", "Kuo-chang"


@attrs.frozen(kw_only=True)
class Candidate:
    """Words ``first`` to ``last`` (excluded) that may be a name, with what was read beside them."""

    first: int
    last: int
    lead: Lead
    lead_first: int
    known: Known | None = None
    office: Office | None = None
    owner: str | None = None
    kind: NameKind = "unknown"


def decide_kinds(words: Words, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give each candidate its kind by its own words, its neighbours and the other candidates of the text.

    A candidate at a weak place that nothing supports is dropped: it is an ordinary word with a capital.
    """
    body = [one for one in candidates if not words.headline[one.first]]
    kinds = [_own_kind(words, one) for one in body]
    alone = {words.tokens[one.first].lower() for one in body if one.last - one.first == 1}
    kinds = [
        "person" if kind == "unknown" and _is_shortened(words, one, alone) else kind
        for one, kind in zip(body, kinds, strict=True)
    ]
    for _ in range(2):  # the second time over, what the context told is known of every word
        known = _kinds_of_words(words, body, kinds)
        kinds = [_shared_kind(words, one, kind, known) for one, kind in zip(body, kinds, strict=True)]
    strong = {
        words.tokens[i].lower() for one in body for i in range(one.first, one.last) if not words.weak[i]
    }
    known = _kinds_of_words(words, body, kinds)
    return [
        attrs.evolve(one, kind=kind)
        for one, kind in zip(body, kinds, strict=True)
        if _is_supported(words, one, kind, known, strong)
    ]


def _is_shortened(words: Words, one: Candidate, alone: set[str]) -> bool:
    """Whether the last word of a name stands alone elsewhere and the first does not.

    So newspapers shorten persons; a firm or a ship goes by its first word.
    """
    tokens = [token.lower() for token in words.tokens[one.first : one.last]]
    if not 1 < len(tokens) <= _LONGEST_PERSON or tokens[0] in alone or tokens[-1] not in alone:
        return False
    return not any(is_ordinary(token) for token in tokens)


def _own_kind(words: Words, one: Candidate) -> NameKind:
    """Return the kind that a candidate's own words and titles tell."""
    tokens = words.tokens[one.first : one.last]
    if one.known in ("place", "organisation"):
        return "place" if one.known == "place" else "organisation"
    if one.lead.titles or one.lead.office:
        return "person"
    if len(tokens) > 1 and _is_place_phrase(words, one, tokens):
        return "place"
    short = len(tokens) == 1 and words.shapes[one.first] == "A" and len(tokens[0]) <= _SHORT_CODE
    given = is_known_given(tokens[0].lower()) and not short
    if not given and any(is_organisation_word(token) for token in tokens):
        return "organisation"
    if one.office and len(tokens) == 1 and not given and is_company_office(one.office.office):
        return "organisation"  # "the port operator, Norhavn"
    placed = one.first > 0 and words.tokens[one.first - 1] in ("in", "near", "outside")
    if one.office or given or (len(tokens) > 1 and not placed and _is_person_phrase(tokens)):
        return "person"
    return "unknown"


def _is_place_phrase(words: Words, one: Candidate, tokens: list[str]) -> bool:
    inside = longest_known(words, one.first + 1)
    if inside == (one.last, "place") and is_ordinary(tokens[0].lower()):
        return True  # "Northwest China"
    return is_place_word(tokens[-1], "after") or is_place_word(tokens[0], "before")


def _is_person_phrase(tokens: list[str]) -> bool:
    """Whether two to four words have the form of a person's name."""
    if len(tokens) > _LONGEST_PERSON or any(is_ordinary(token.lower()) for token in tokens):
        return False
    if _EAST_ASIAN_GIVEN.match(tokens[-1]) or (
        len(tokens) == 2 and all(is_pinyin(t.lower()) for t in tokens)
    ):
        return True
    return is_known_family(tokens[-1].lower()) or tokens[0].endswith(".")


def _context_kind(words: Words, one: Candidate, tokens: list[str]) -> NameKind:
    """Return the kind that the words beside a candidate tell."""
    after = words.tokens[one.last] if one.last < len(words.tokens) else ""
    before = words.tokens[one.first - 1].lower() if one.first else ""
    if after == "," and words.tokens[one.last + 1 : one.last + 2] in (["who"], ["whose"]):
        return "person"
    if _is_age(words, one.last) or _is_label(words, one) or (before == "by" and words.weak[one.first - 1]):
        return "person"
    if after.isdigit() or after == "No":
        return "unknown"  # "Berth 4"
    if len(tokens) == 1 and words.shapes[one.first] == "A" and len(tokens[0]) <= _ACRONYM:
        return "organisation"
    if is_word("place_prepositions", before) and len(tokens) <= (1 if before == "from" else _SHORT):
        return "place"
    plain = all(token[:1].isupper() for token in tokens)  # "Azucarera del Norte denied it" is a company
    said = (
        is_saying(after.lower()) or is_inverted(before) or speaks_beside_quotation(words, one.first, one.last)
    )
    return "person" if said and len(tokens) <= 3 and plain else "unknown"


def _is_age(words: Words, at: int) -> bool:
    """Whether an age follows (", 38,")."""
    return (
        at + 1 < len(words.tokens)
        and words.tokens[at] == ","
        and words.tokens[at + 1].isdigit()
        and len(words.tokens[at + 1]) == 2
        and (at + 2 == len(words.tokens) or words.tokens[at + 2] in ",.;")
    )


def _is_label(words: Words, one: Candidate) -> bool:
    """Whether a speaker's label stands at the start of a line ("LIND:")."""
    return (
        one.last < len(words.tokens)
        and words.tokens[one.last] == ":"
        and all(shape == "A" for shape in words.shapes[one.first : one.last])
        and (one.first == 0 or words.shapes[one.first - 1] == "n")
    )


def _kinds_of_words(
    words: Words, candidates: Sequence[Candidate], kinds: Sequence[NameKind]
) -> dict[str, NameKind]:
    """Return which kind each word of the surely named ones tells; persons win over places."""
    known: dict[str, NameKind] = {}
    for one, kind in zip(candidates, kinds, strict=True):
        if kind == "unknown":
            continue
        tokens = words.tokens[one.first : one.last]
        if len(tokens) == 1:
            if kind == "person" or one.known:
                known.setdefault(tokens[0].lower(), kind)
        elif kind == "person":
            known.update((token.lower(), kind) for token in tokens if token[:1].isupper())
        elif not one.known:
            known.setdefault(tokens[0].lower(), kind)
    return known


def _shared_kind(words: Words, one: Candidate, kind: NameKind, known: dict[str, NameKind]) -> NameKind:
    """Return the kind that other names with the same words tell, else the one that the context tells."""
    if kind != "unknown":
        return kind
    tokens = words.tokens[one.first : one.last]
    shared = known.get(tokens[-1].lower())
    if shared and (len(tokens) == 1 or shared == "person"):
        return shared
    return _context_kind(words, one, tokens)


def _is_supported(
    words: Words, one: Candidate, kind: NameKind, kinds: dict[str, NameKind], strong: set[str]
) -> bool:
    tokens = words.tokens[one.first : one.last]
    if len(tokens) > 1 or one.known or one.lead.titles or one.lead.office:
        return True
    token = tokens[0]
    lower = token.lower()
    if _stands_after_name(words, one):
        return False
    if is_demonym(token) and not one.office:
        return False
    if lower in kinds:
        return True
    if len(token) == 1 or token[1] == "-":
        return False
    if words.shapes[one.first] == "A" and (
        len(token) > _ACRONYM or lower in words.lower or is_ordinary(lower)
    ):
        return _is_label(words, one) and not is_ordinary(lower)
    if not words.weak[one.first]:
        return not is_ordinary(lower)
    if lower in strong or is_known_given(lower) or kind == "organisation" or _is_label(words, one):
        return True
    return _looks_like_subject(words, one, lower)


def _stands_after_name(words: Words, one: Candidate) -> bool:
    """Whether letters between commas are an honour after a name ("Ruth Calder, OBE, an architect")."""
    return (
        words.shapes[one.first] == "A"
        and one.first > 1
        and words.tokens[one.first - 1] == ","
        and words.shapes[one.first - 2] == "C"
        and words.tokens[one.last : one.last + 1] == [","]
    )


def _looks_like_subject(words: Words, one: Candidate, lower: str) -> bool:
    """Whether an unknown word at a weak place is followed by what follows a person's name."""
    if has_common_ending(lower) or is_ordinary(lower):
        return False
    if words.possessive[one.first]:
        return True
    after = words.tokens[one.last].lower() if one.last < len(words.tokens) else ""
    return is_acting(after) and not lower.endswith("s")
