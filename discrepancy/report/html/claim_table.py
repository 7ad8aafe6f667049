"""The claim graph as a table: all that the drawing shows, in words."""

import attrs

from discrepancy.report.finding_text import counted
from discrepancy.report.html.network import RELATION_SIGNS, Claim, Link, Network, Rest
from discrepancy.report.html.sheet import Sheet

__all__ = ["Against", "ClaimLine", "list_claim_lines", "list_participants"]


@attrs.frozen(kw_only=True)
class Against:
    """Another claim that a claim was set against, and how the two relate."""

    sign: str
    relation: str
    words: str
    label: str
    reason: str


@attrs.frozen(kw_only=True)
class ClaimLine:
    """A claim under a question, or a count of those that answer none."""

    label: str
    words: str
    link: str | None
    question: str
    occurrence: str | None
    about: str
    against: tuple[Against, ...] = ()


def list_claim_lines(sheet: Sheet, network: Network) -> tuple[ClaimLine, ...]:
    """Return the lines of the table in the order of the drawing."""
    claims = {claim.id: claim for claim in network.claims}
    return (
        *(claim_line(sheet, network, claim, claims) for claim in network.claims),
        *(rest_line(sheet, rest) for rest in network.rests),
    )


def claim_line(sheet: Sheet, network: Network, claim: Claim, claims: dict[str, Claim]) -> ClaimLine:
    """Return the line of one claim."""
    occurrence = network.occurrence_of[claim.question]
    return ClaimLine(
        label=sheet.label(claim.document),
        words=claim.words,
        link=claim.link,
        question=network.subjects[claim.question],
        occurrence=sheet.occurrence_keys.get(occurrence),
        about=sheet.name_occurrence(occurrence),
        against=tuple(
            make_against(sheet, link, claims[link.right if link.left == claim.id else link.left])
            for link in network.links
            if claim.id in {link.left, link.right} and {link.left, link.right} <= claims.keys()
        ),
    )


def make_against(sheet: Sheet, link: Link, other: Claim) -> Against:
    """Return one relation as the line of a claim tells it."""
    return Against(
        sign=RELATION_SIGNS[link.relation],
        relation=link.relation.value,
        words=other.words,
        label=sheet.label(other.document),
        reason=link.reason,
    )


def rest_line(sheet: Sheet, rest: Rest) -> ClaimLine:
    """Return the line of the claims that are only counted."""
    return ClaimLine(
        label=sheet.label(rest.document),
        words=counted(rest.count, "further statement"),
        link=None,
        question="",
        occurrence=sheet.occurrence_keys[rest.occurrence],
        about=sheet.name_occurrence(rest.occurrence),
    )


def list_participants(sheet: Sheet, network: Network) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the key, the name and the participants of each occurrence that has any."""
    return [
        (sheet.occurrence_keys[name], sheet.name_occurrence(name), people)
        for name, people in network.people.items()
        if people
    ]
