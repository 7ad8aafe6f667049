"""News told with the day of an earlier occasion: the article's own event on the day that others give to another one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.captions import agree, is_dated, is_old, time_of
from discrepancy.detect.positions import make_position, normalized, scope_of
from discrepancy.detect.wording import outlets, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.values.names_fold import fold
from discrepancy.values.times import Precision, describe_time

__all__ = ["MisdatedNews"]

SHOWN = 6
# What stands before a place: "at Castle Hill", "in the Old Mint".
LOCATIVE = re.compile(r"\b(?:at|in)\s(?:the\s)?$")


@attrs.frozen
class MisdatedNews:
    """An article that tells the news of the others on the day of an earlier occasion of its kind.

    **Flags** "The treaty was signed on Friday, 13 October" where the others have it signed on Tuesday, and
    the framework agreement on 13 October seven years before.
    **Stays quiet** where the article dates the news itself, on an earlier round told with its own town.
    **Known limits** The earlier occasion must be dated, or placed, by another article.
    """

    kind: ClassVar[Kind] = Kind.EVENT_CONFLATION

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the passages whose day belongs to an earlier occasion, one for each article and kind of event."""
        rows: dict[tuple[int, str], list[Frame]] = defaultdict(list)
        times = [
            f for f in graph.frames.values() if f.event and f.claim.attribute == "time" and f.event.positive
        ]
        for frame in times:
            rows[frame.group, frame.family].append(frame)
        done: set[tuple[str, str]] = set()
        for frame in times:
            if (frame.document, frame.family) not in done and is_suspect(graph, frame):
                found = misdated(graph, frame, rows[frame.group, frame.family], times)
                if found is not None:
                    done.add((frame.document, frame.family))
                    yield found


def is_suspect(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether an article gives a day and a month, well before its publication, to something in its own voice."""
    named = time_of(frame).named
    has_day = named.day is not None and named.month is not None
    told = frame.event is not None and frame.event.block == "body" and frame.claim.source is None
    return has_day and told and is_dated(frame) and is_old(graph, frame)


def misdated(
    graph: ClaimGraph, frame: Frame, family: Sequence[Frame], times: Sequence[Frame]
) -> Discrepancy | None:
    """The finding for a passage, if the others date its event to the news and its day to another occasion."""
    if any(f.document == frame.document and not is_old(graph, f) for f in family):
        return None
    news = [
        f
        for f in family
        if f.document != frame.document and is_news(graph, f) and tell_alike(graph, frame, f)
    ]
    if not news or any(is_before(graph, frame, f) for f in news):
        return None
    told = [f for f in times if f.group == frame.group and f.document != frame.document and is_old(graph, f)]
    others = [f for f in told if is_other_year(frame, f) or is_elsewhere(graph, frame, f)]
    agreed = [f for f in told if f.family == frame.family and agree(time_of(frame), time_of(f))]
    if not others or any(f not in others for f in agreed):
        return None
    return finding_of(graph, frame, news[:SHOWN], others[:SHOWN])


def is_news(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether a statement dates an event to the days before its article."""
    time = time_of(frame)
    return is_dated(frame) and time.interval is not None and not frame.is_ahead and not is_old(graph, frame)


def is_before(graph: ClaimGraph, frame: Frame, news: Frame) -> bool:
    """Whether an article appeared before the news happened."""
    published, interval = graph.by_id[frame.document].published, time_of(news).interval
    if published is None or interval is None or interval.start is None:
        return True
    return interval.start.date() > published


def tell_alike(graph: ClaimGraph, frame: Frame, news: Frame) -> bool:
    """Whether two statements of one kind have two names, or a name or an object and the very verb, in common."""
    names = len(labels(graph, frame.named) & labels(graph, news.named))
    return names > 1 or (frame.lemma == news.lemma and bool(names or frame.objects & news.objects))


def labels(graph: ClaimGraph, keys: Iterable[str]) -> set[str]:
    """The names of some entities; one name may be taken for a place here and for a body there."""
    return {fold(e.label) for key in keys if (e := graph.entity(key)) is not None}


def is_other_year(frame: Frame, other: Frame) -> bool:
    """Whether a day without a year is that of something in another year, which the others date in full."""
    mine, theirs = time_of(frame), time_of(other)
    if mine.named.year is not None or theirs.interval is None or theirs.interval.start is None:
        return False
    start = theirs.interval.start
    same_day = theirs.precision >= Precision.DAY and (start.month, start.day) == (
        mine.named.month,
        mine.named.day,
    )
    return same_day and theirs.named.year is not None and not agree(mine, theirs)


def is_elsewhere(graph: ClaimGraph, frame: Frame, other: Frame) -> bool:
    """Whether the others tell of that time what happened elsewhere, and the passage is set where their news is."""
    if time_of(other).named.month is None or not agree(time_of(frame), time_of(other)):
        return False
    named = {key for key in other.named if starts_in(graph, other, key)} | other.places
    theirs = {key for key in named if is_place(graph, key)}
    own = {key for key in frame.named if is_set_in(graph, frame, key)}
    return bool(theirs and own) and not theirs & frame.named and not own & named


def is_place(graph: ClaimGraph, key: str) -> bool:
    """Whether an entity is a place."""
    entity = graph.entity(key)
    return entity is not None and entity.kind == "place"


def is_set_in(graph: ClaimGraph, frame: Frame, key: str) -> bool:
    """Whether a passage happens in or at something that another article names too."""
    entity, text = graph.entity(key), graph.by_id[frame.document].text
    if entity is None or entity.kind == "person" or len(entity.documents) < 2:
        return False
    return any(LOCATIVE.search(text, max(0, s - 8), s) for s in starts_in(graph, frame, key))


def starts_in(graph: ClaimGraph, frame: Frame, key: str) -> list[int]:
    """Where a passage itself names an entity."""
    span = frame.claim.passage
    return [s for s in graph.starts.get((frame.document, key), ()) if span.start <= s < span.end]


def finding_of(
    graph: ClaimGraph, frame: Frame, news: Sequence[Frame], others: Sequence[Frame]
) -> Discrepancy:
    """Compose the finding: the passage with its day against the others' days."""
    day = describe_time(time_of(frame))
    positions = (
        make_position(graph, day, normalized(frame.claim.value), [frame.claim.passage], odd=True),
        make_position(
            graph,
            describe_time(time_of(news[0])),
            normalized(news[0].claim.value),
            [f.claim.passage for f in news],
        ),
    )
    told = who(graph, list(dict.fromkeys(f.document for f in others)), "tells", "tell")
    where = outlets(graph, [frame.document])
    return Discrepancy(
        kind=Kind.EVENT_CONFLATION,
        severity=Severity.MAJOR,
        scope=scope_of(positions),
        confidence=0.8,
        subject=f"the day of the news in {where}",
        summary=f"{where} tells the news on {day}, but the others on {positions[1].value}.",
        explanation=f"On {day} fell another occasion, of which {told}; the article gives the news no other day.",
        positions=positions,
    )
