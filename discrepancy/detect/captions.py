"""Captions of another day: a picture of the story at hand, dated to an occurrence before it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import ClassVar

import attrs

from discrepancy.detect.positions import make_position, normalized, scope_of
from discrepancy.detect.wording import outlets, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.model.claims import Certainty
from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.values.comparison import AGREEING
from discrepancy.values.times import Precision, TimeValue, compare_times, describe_time

__all__ = ["MisdatedCaptions", "agree", "is_dated", "is_old", "time_of"]

# A caption this long before publication shows something else than today's news, or is dated wrongly.
OLD_DAYS = 14
# Pictures that say themselves that they are old.
FILE_PICTURE = re.compile(
    r"\b(?:file (?:photo|picture|image|pic)|archive|library picture|in this .{0,20}\bfile\b)", re.I
)
SHOWN = 6


@attrs.frozen
class MisdatedCaptions:
    """A caption on the story at hand that carries the day of another occurrence.

    **Flags** a picture of "the newly signed treaty" dated to the first visit, a year before the signing.
    **Stays quiet** on file pictures that say so, and on captions dated to the story's own days.
    **Known limits** Only captions with a day are looked at.
    """

    kind: ClassVar[Kind] = Kind.EVENT_CONFLATION

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the captions whose day belongs to another occurrence."""
        dated = [f for f in graph.frames.values() if f.event and is_dated(f)]
        body = [f for f in dated if f.event and f.event.block != "caption"]
        rows: dict[tuple[int, str], list[Frame]] = defaultdict(list)
        for frame in dated:
            if frame.event and frame.event.block == "caption" and not is_file_picture(graph, frame):
                rows[graph.sources.source_of[frame.document], time_of(frame).value].append(frame)
        for captions in rows.values():
            findings = (misdated(graph, frame, captions, body) for frame in captions)
            yield from islice(filter(None, findings), 1)


def is_file_picture(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether the caption says anywhere that its picture is an old one."""
    document, at = graph.by_id[frame.document], frame.claim.passage.start
    block = next((b for b in document.blocks if b.start <= at < b.end), None)
    words = frame.claim.passage.quote if block is None else document.text[block.start : block.end]
    return FILE_PICTURE.search(words) is not None


def is_dated(frame: Frame) -> bool:
    """Whether a claim gives a day to something that happened."""
    value = frame.claim.value
    return (
        isinstance(value, TimeValue)
        and frame.claim.attribute == "time"
        and value.precision >= Precision.DAY
        and (value.interval is not None or value.named.day is not None)
        and frame.claim.certainty in {Certainty.FACT, Certainty.PLANNED}
    )


def misdated(
    graph: ClaimGraph, caption: Frame, captions: Sequence[Frame], body: Sequence[Frame]
) -> Discrepancy | None:
    """The finding for a caption and its copies, if its day is not the story's own and another occurrence's day."""
    day = time_of(caption)
    own = [f for f in body if f.group == caption.group and not is_old(graph, f)]
    bare = is_bare_day(day)
    if not (bare or is_old(graph, caption)) or any(agree(day, time_of(f)) for f in own):
        return None
    others = [f for f in body if is_that_day(day, time_of(f)) and (not bare or is_elsewhere(f, caption))]
    present = [f for f in own if shares(f, caption)] or [f for f in own if f.document == caption.document]
    if not others or not present:
        return None
    present.sort(key=lambda f: (f.document != caption.document, f.document, f.claim.passage.start))
    return finding_of(graph, captions, present[:SHOWN], others[:SHOWN])


def time_of(frame: Frame) -> TimeValue:
    """The time of a time claim."""
    assert isinstance(frame.claim.value, TimeValue)
    return frame.claim.value


def is_bare_day(day: TimeValue) -> bool:
    """Whether the words name a day of an unnamed month ("the 19th")."""
    return day.named.day is not None and day.named.month is None


def is_elsewhere(frame: Frame, caption: Frame) -> bool:
    """Whether a statement belongs to another occurrence and has the same people."""
    return frame.group != caption.group and len(frame.named & caption.named) > 1


def is_that_day(day: TimeValue, other: TimeValue) -> bool:
    """Whether a time lies on the day that a caption names; where it names no year, on that day of any year."""
    if day.named.year is not None or day.named.day is None:
        return agree(day, other) and other.precision >= Precision.DAY
    start = other.interval.start if other.interval is not None and other.precision >= Precision.DAY else None
    month = day.named.month
    return start is not None and start.day == day.named.day and month in (None, start.month)


def agree(left: TimeValue, right: TimeValue) -> bool:
    """Whether two times can be one."""
    return compare_times(left, right).relation in AGREEING


def is_old(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether a time lies well before its document's publication."""
    published = graph.by_id[frame.document].published
    interval = time_of(frame).interval
    if published is None or interval is None or interval.end is None:
        return False
    return (published - interval.end.date()).days > OLD_DAYS


def shares(left: Frame, right: Frame) -> bool:
    """Whether two statements have a name, or two content words, in common."""
    return bool(left.named & right.named) or len(left.around & right.around) > 1


def finding_of(
    graph: ClaimGraph, captions: Sequence[Frame], present: list[Frame], others: list[Frame]
) -> Discrepancy:
    """Compose the finding: the caption's day against the story's own days."""
    day = describe_time(time_of(captions[0]))
    where = outlets(graph, [f.document for f in captions])
    positions = (
        make_position(
            graph, day, normalized(time_of(captions[0])), [f.claim.passage for f in captions], odd=True
        ),
        make_position(
            graph,
            describe_time(time_of(present[0])),
            normalized(time_of(present[0])),
            [f.claim.passage for f in present],
        ),
    )
    told = who(graph, list(dict.fromkeys(f.document for f in others)), "tells", "tell")
    return Discrepancy(
        kind=Kind.EVENT_CONFLATION,
        severity=Severity.MAJOR,
        scope=scope_of(positions),
        confidence=0.8,
        subject=f"the day of a picture in {where}",
        summary=f"A caption in {where} dates its picture to {day}, but the story's own days begin with "
        f"{positions[1].value}.",
        explanation=f"{day} is the day of another occurrence of which {told}; nothing in the story itself "
        "happened then.",
        positions=positions,
    )
