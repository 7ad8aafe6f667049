"""What a name is: its parts, the titles and the office beside it."""

from typing import Literal

import attrs

__all__ = ["Name", "NameKind"]

NameKind = Literal["person", "organisation", "place", "unknown"]


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
