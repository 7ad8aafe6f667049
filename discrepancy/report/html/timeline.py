"""When the occurrences were, and what each article states of them."""

from collections.abc import Mapping, Sequence

import attrs

from discrepancy.model.findings import OccurrenceSummary
from discrepancy.model.text import Passage
from discrepancy.report.dates import interval_words
from discrepancy.report.excerpt import Excerpt, excerpt
from discrepancy.report.html.axis import Axis, make_axis
from discrepancy.report.html.periods import Period, gap_words, list_periods
from discrepancy.report.html.sheet import Sheet, in_short
from discrepancy.values.times import Interval

__all__ = ["Happening", "Lane", "Phase", "Statement", "Teller", "Timeline", "make_timeline"]

# Statements of one article on one occurrence that are shown at once, and how much of the text stands around.
SHOWN_STATEMENTS, REACH, LONGEST = 3, 90, 400


@attrs.frozen(kw_only=True)
class Statement:
    """A passage that tells of an occurrence, and where it stands."""

    link: str | None
    words: Excerpt


@attrs.frozen(kw_only=True)
class Teller:
    """What one article states of an occurrence."""

    key: str
    document: str
    label: str
    shown: tuple[Statement, ...]
    folded: tuple[Statement, ...]


@attrs.frozen(kw_only=True)
class Happening:
    """An occurrence with the articles that tell of it and the findings about it."""

    key: str
    label: str
    when: str
    place: str
    tellers: tuple[Teller, ...]
    findings: tuple[tuple[int, str], ...]


@attrs.frozen(kw_only=True)
class Phase:
    """Happenings of one period; ``gap`` says how long after the period before."""

    when: str
    gap: str
    happenings: tuple[Happening, ...]


@attrs.frozen(kw_only=True)
class Lane:
    """An article with the number of its statements on each happening of each phase, and the key of these."""

    label: str
    phases: tuple[tuple[tuple[int, str] | None, ...], ...]


@attrs.frozen(kw_only=True)
class Timeline:
    """The phases in order, what has no day, and the lanes of the articles over all of them."""

    axis: Axis | None
    phases: tuple[Phase, ...]
    undated: tuple[Happening, ...]
    lanes: tuple[Lane, ...]


def make_timeline(sheet: Sheet) -> Timeline:
    """Return the occurrences of a report in order of time."""
    periods, rest = list_periods(sheet.report.occurrences)
    about = findings_by_occurrence(sheet)
    phases = tuple(make_phase(sheet, period, about) for period in periods)
    undated = tuple(make_happening(sheet, told, about) for told in rest)
    return Timeline(
        axis=make_axis(periods, sheet.report.documents),
        phases=phases,
        undated=undated,
        lanes=make_lanes(sheet, phases),
    )


def findings_by_occurrence(sheet: Sheet) -> dict[str, list[tuple[int, str]]]:
    """Return the number and the key of the findings about each occurrence, or with it as a position."""
    about: dict[str, list[tuple[int, str]]] = {}
    for number, (finding, key) in enumerate(zip(sheet.findings, sheet.keys, strict=True), 1):
        named = {
            p.normalized.get("id") for p in finding.positions if p.normalized.get("type") == "occurrence"
        }
        for name in sheet.occurrences:
            if name == finding.occurrence or name in named:
                about.setdefault(name, []).append((number, key))
    return about


def make_phase(sheet: Sheet, period: Period, about: Mapping[str, Sequence[tuple[int, str]]]) -> Phase:
    """Return one period with its happenings."""
    return Phase(
        when=interval_words(Interval(period.start, period.end)),
        gap="" if period.gap is None else gap_words(period.gap),
        happenings=tuple(make_happening(sheet, told, about) for told in period.occurrences),
    )


def make_happening(
    sheet: Sheet, told: OccurrenceSummary, about: Mapping[str, Sequence[tuple[int, str]]]
) -> Happening:
    """Return one occurrence with what each article states of it."""
    key = sheet.occurrence_keys[told.id]
    return Happening(
        key=key,
        label=in_short(told.label),
        when=interval_words(told.time) if told.time else "",
        place=in_short(told.place or ""),
        tellers=tuple(
            make_teller(sheet, told, name, f"{key}-{n}") for n, name in enumerate(told.documents, 1)
        ),
        findings=tuple(about.get(told.id, ())),
    )


def make_teller(sheet: Sheet, told: OccurrenceSummary, name: str, key: str) -> Teller:
    """Return the statements of one article."""
    found = tuple(make_statement(sheet, p) for p in told.statements if p.document == name)
    return Teller(
        key=key,
        document=name,
        label=sheet.label(name),
        shown=found[:SHOWN_STATEMENTS],
        folded=found[SHOWN_STATEMENTS:],
    )


def make_statement(sheet: Sheet, passage: Passage) -> Statement:
    """Return one statement with a little of the text around it."""
    document = sheet.desk.documents.get(passage.document)
    return Statement(
        link=sheet.marks.link(passage), words=excerpt(passage, document, reach=REACH, longest=LONGEST)
    )


def make_lanes(sheet: Sheet, phases: Sequence[Phase]) -> tuple[Lane, ...]:
    """Return a lane for each article that tells of a happening; those that begin with the same stand together."""
    lanes: list[tuple[int, Lane]] = []
    for document in sheet.report.documents:
        rows = tuple(tuple(cell_of(told, document.id) for told in phase.happenings) for phase in phases)
        first = next((n for n, cell in enumerate(c for row in rows for c in row) if cell is not None), None)
        if first is not None:
            lanes.append((first, Lane(label=sheet.label(document.id), phases=rows)))
    return tuple(lane for _, lane in sorted(lanes, key=lambda row: row[0]))


def cell_of(happening: Happening, document: str) -> tuple[int, str] | None:
    """Return how often an article speaks of a happening, and where the page shows that."""
    teller = next((t for t in happening.tellers if t.document == document), None)
    return None if teller is None else (len(teller.shown) + len(teller.folded), teller.key)
