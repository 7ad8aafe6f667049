"""What a name is: its parts, the titles and the office beside it; and how two names compare."""

import re
from typing import Literal

import attrs

from discrepancy.values.comparison import Relation
from discrepancy.values.names_fold import fold, split_parts
from discrepancy.values.names_match import nickname_groups, sounds_close
from discrepancy.values.names_offices import split_lead
from discrepancy.values.names_score import Alignment, Pair, align_names
from discrepancy.values.sound import compare_sounds, keys_of_sound, skeletons

__all__ = [
    "Name",
    "NameComparison",
    "NameKind",
    "compare_names",
    "parse_name",
    "rough_keys",
    "score_names",
    "sound_keys",
    "sounds_like",
]

NameKind = Literal["person", "organisation", "place", "unknown"]

SAME_BITS = 3.0  # above it two spellings are one name at even odds of a garble among thirty people
OTHER_BITS = -1.5  # below it strings alone say "another"
ROUGH = 2  # consonants


@attrs.frozen(kw_only=True)
class Name:
    """A name as one text gives it.

    ``parts`` are the words of the name proper ("Antonia", "de", "Vries"); ``titles`` are honorifics
    ("Mr", "Dr"); ``office`` is the job or office that stands at the name ("foreign minister"), lower case,
    without the country; ``of`` is whose office it is ("Kazakhstan", lemma form where a demonym was used).
    """

    text: str
    kind: NameKind = "unknown"
    parts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    office: str | None = None
    of: str | None = None


@attrs.frozen
class NameComparison:
    """A relation of two names and a sentence that says why.

    ``bits`` is the evidence from sound and spelling alone that both are one name; ``how`` names what differs.
    """

    relation: Relation
    reason: str
    bits: float = attrs.field(default=0.0, kw_only=True)
    how: str = attrs.field(default="", kw_only=True)


def parse_name(text: str) -> Name:
    """Read a name as a list gives it: titles and office split off, "Family, Given" turned round."""
    words = _turn_round(" ".join(text.split())).split()
    lead = split_lead(words)
    parts = tuple(word.strip(",;") for word in words[lead.size :])
    kind: NameKind = "person" if lead.titles or lead.office else "unknown"
    return Name(
        text=" ".join(parts), kind=kind, parts=parts, titles=lead.titles, office=lead.office, of=lead.of
    )


_SUFFIX = re.compile(r"^(?:jr|sr|jnr|snr|i{1,3}|iv|md|phd|esq)\.?$", re.IGNORECASE)


def _turn_round(text: str) -> str:
    family, comma, given = (piece.strip() for piece in text.partition(","))
    if not comma or not given or not family:
        return text.replace(",", " ")
    if _SUFFIX.match(given):
        return f"{family} {given}"
    return f"{given.replace(',', ' ')} {family}"


def score_names(left: str | Name, right: str | Name) -> float:
    """Return the evidence in bits that two spellings are one name, from sound and spelling alone.

    Symmetric; above 0 speaks for one name.  No role, story or prior is in it: add those outside
    (Fellegi and Sunter 1969).
    """
    return _align(_parsed(left), _parsed(right)).bits


def sounds_like(left: str, right: str) -> float:
    """Return the evidence in bits that two single words are one by sound alone; above 0 speaks for it.

    No spelling system or list of names contradicts here: "Zhao" and "Zhou" sound alike.  Symmetric.
    """
    return compare_sounds(*sorted((_letters(left), _letters(right))))


def sound_keys(word: str) -> frozenset[str]:
    """Return the blocking keys of a single word: two words that may sound alike share one."""
    return keys_of_sound(_letters(word))


def rough_keys(word: str) -> frozenset[str]:
    """Return keys of one part of a name: two parts that may stand for one share one, many others do too.

    The first consonants by sound, the ending, and the names that it is short for.
    """
    letters = _letters(word)
    groups = (f"nickname {group}" for group in nickname_groups(letters))
    return skeletons(letters, ROUGH) | {letters[-3:], *groups}


def _letters(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter.isalpha())


def _parsed(name: str | Name) -> Name:
    return parse_name(name) if isinstance(name, str) else name


def _words(name: Name) -> str:
    return " ".join(name.parts) or name.text


def _align(left: Name, right: Name) -> Alignment:
    first, second = sorted((_words(left), _words(right)))
    return align_names(first, second)


def compare_names(left: Name, right: Name) -> NameComparison:
    """Say whether two names are one spelling, variants of one, or two names.

    SAME: they differ by case, marks, order, an initial or a part left out.  COMPATIBLE: one name spelled two
    ways; the reason says how.  CONFLICTING: two names.  INCOMPARABLE: too little to tell.
    """
    found = _align(left, right)
    said = f"“{left.text}” and “{right.text}”"
    if fold(_words(left)) == fold(_words(right)):
        return NameComparison(Relation.SAME, f"{said} are one spelling.", bits=found.bits, how="equal")
    if not found.pairs or all(pair.left.is_initial or pair.right.is_initial for pair in found.pairs):
        return NameComparison(Relation.INCOMPARABLE, f"{said} share too little.", bits=found.bits)
    worst = min(found.pairs, key=lambda pair: pair.match.bits)
    if _is_other(worst):
        return NameComparison(
            Relation.CONFLICTING, _say_other(said, found, worst), bits=found.bits, how="other"
        )
    if all(pair.match.how in ("equal", "initial") for pair in found.pairs):
        return _same(said, left, right, found)
    if found.bits >= SAME_BITS:
        return NameComparison(
            Relation.COMPATIBLE,
            f"{said} may be one name: {_say_variant(worst)}.",
            bits=found.bits,
            how=worst.match.how,
        )
    return NameComparison(
        Relation.INCOMPARABLE,
        f"{said} sound alike, but that alone says too little.",
        bits=found.bits,
        how="sound",
    )


def _is_other(pair: Pair) -> bool:
    """Whether two parts cannot be one: contrasted by a system or a list, or too far apart in sound."""
    if pair.match.bits >= SAME_BITS:
        return False
    if pair.match.how == "contrast" or pair.match.bits < OTHER_BITS:
        return True
    return pair.match.how != "romanisation" and not sounds_close(pair.left.text, pair.right.text)


def _same(said: str, left: Name, right: Name, found: Alignment) -> NameComparison:
    full = (
        sum(part.weight >= 1 for part in split_parts(_words(left))),
        sum(part.weight >= 1 for part in split_parts(_words(right))),
    )
    if any(pair.match.how == "initial" for pair in found.pairs):
        how, why = "initial", "an initial stands for a name"
    elif full[0] != full[1]:
        how, why = "part", "one gives fewer parts of the name"
    elif found.moved:
        how, why = "order", "the parts stand in another order"
    else:
        how, why = "spelling", "they differ in case, marks or word breaks"
    return NameComparison(Relation.SAME, f"{said} are one name: {why}.", bits=found.bits, how=how)


_VARIANTS = {
    "nickname": "forms of one given name",
    "romanisation": "two ways to spell the same syllables",
    "typo": "one slip apart",
    "sound": "alike in sound",
    "initial": "an initial and a name",
    "equal": "cut into other words",
    "contrast": "known as two names",
    "different": "little alike",
}


def _say_variant(pair: Pair) -> str:
    return f"“{pair.left.text}” and “{pair.right.text}” are {_VARIANTS[pair.match.how]}"


def _say_other(said: str, found: Alignment, worst: Pair) -> str:
    shared = [pair.left.text for pair in found.pairs if pair.match.how == "equal" and pair.left.weight >= 1]
    if shared:
        return f"{said} share “{shared[0]}”, but “{worst.left.text}” is not “{worst.right.text}”."
    return f"{said} are different names."
