"""Figures read from a report: confirmed, named, or put aside by a person, one at a time or all without a question."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.files.models import Blob
from chuan.objectives.actions.recording import Given, correct_figure, local_day, objective_of, record_figure
from chuan.objectives.actions.reporting import require_some_recorder
from chuan.objectives.actions.teaching import teach
from chuan.objectives.figures import Evidence, Typed
from chuan.objectives.models import Indicator, Measurement, ReportLine, ReportRead
from chuan.objectives.periods import stored
from chuan.objectives.permissions import may_record, require_own_unit, require_recorder
from chuan.objectives.refusals_reported import (
    CountedNotRead,
    LineSettled,
    PeriodNotChosen,
    QuestionsOpen,
    UnitDoesNotFit,
    UnitNotChosen,
)
from chuan.objectives.reported import saying
from chuan.objectives.reported.fitting import fitted
from chuan.objectives.reported.proposing import amount_of, asked_of, doubts_of, put_days, put_doubts, spoken
from chuan.objectives.reported.standing_beside import beside, is_counted, says_same, series_of
from chuan.objectives.reported.wanting import wanted_of
from chuan.objectives.standing import standing_figure
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.report_figures import Said
from chuan.rules.report_figures.shapes import fitting
from chuan.rules.types import Period
from chuan.trail.actions import act

State = ReportLine.State
_ANSWERED_BY_EDITING = frozenset({"unit_changed", "period_missing", "needs_parts", "needs_whole"})


@dataclass(frozen=True, slots=True)
class Edited:
    """A line as a person sends it: what is to be recorded, and that its questions were looked at."""

    typed: Typed
    period: tuple[Period, bool] | None
    stage: str
    seen: bool = False
    choice: str = ""
    """ "converted" or "plain" where the report writes another unit."""
    reason: str = ""


def confirm_line(line: ReportLine, edited: Edited, *, by: Viewer, at: datetime) -> Measurement:
    """Record one figure, grade D, its passport the file and the sentence; the layout is known next month.

    Raises ``QuestionsOpen``, ``UnitNotChosen``, ``PeriodNotChosen``, ``ReasonMissing`` (a value other than the one
    read), ``CountedNotRead``, ``LineSettled``, and what ``record_figure`` and ``correct_figure`` raise.
    """
    indicator = _own(line, by=by)
    if edited.period is None:
        raise PeriodNotChosen()
    typed = _chosen(line, indicator, edited)
    changed = _differs(line, typed) and edited.typed == typed
    if changed and not edited.reason.strip():
        raise refusals.ReasonMissing(act="sửa so với bản đọc")
    _refuse_open(line, typed, edited, at=at)
    period, to_date = edited.period
    kept, _cumulative = stored(indicator, period, to_date=to_date)
    stands = standing_figure(indicator, kept)
    if is_counted(indicator, kept, stands, at):
        raise CountedNotRead()
    given = Given(typed, Measurement.Grade.D, _evidence(line, changed=changed), edited.stage)
    with transaction.atomic():
        _hold(line)
        same = not changed and stands is not None and stands.stage == edited.stage and says_same(line, stands)
        standing = stands if same else None
        measurement = standing or _recorded(
            indicator, edited.period, stands, given, line, edited.reason, by=by, at=at
        )  # fmt: skip
        with act(
            "report.confirm", Subject("report_line", line.uid), by=by, unit_uid=by.unit.uid, at=at
        ) as doing:
            _settle(line, State.CONFIRMED, by=by, at=at, measurement=measurement, reason=edited.reason)
            put_days(line, edited.period)
            line.stage = edited.stage
            line.save()
            teach(line, indicator, unit="" if edited.choice == "plain" else line.unit, by=by, at=at)
            doing.detail = {"indicator": indicator.code, "measurement": str(measurement.uid)}
    return measurement


def confirm_all(report: ReportRead, *, by: Viewer, at: datetime) -> list[Measurement]:
    """Record every figure of a report that has no question and that the viewer may record: all of them, or none."""
    require_some_recorder(by)
    require_own_unit(by, report.unit_id)
    lines = list(_open_lines(report, by=by, at=at))
    with transaction.atomic():
        return [confirm_line(line, as_read(line), by=by, at=at) for line in lines]


def put_aside(line: ReportLine, *, never: bool, by: Viewer, at: datetime) -> None:
    """Leave a figure out; with ``never`` the same words are not proposed again."""
    require_some_recorder(by)
    require_own_unit(by, line.report.unit_id)
    with act("report.aside", Subject("report_line", line.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        _hold(line)
        _settle(line, State.ASIDE, by=by, at=at)
        line.save()
        if never:
            teach(line, None, unit="", by=by, at=at)
        doing.detail = {"indicator": line.indicator.code if line.indicator else "", "never": never}


def name_line(line: ReportLine, indicator: Indicator, *, by: Viewer, at: datetime) -> None:
    """Say whose figure it is: it is proposed for the indicator, and the words are known from then on."""
    require_own_unit(by, line.report.unit_id)
    require_recorder(by, indicator, objective_of(indicator, _year(line)))
    fit = fitting(wanted_of(indicator), amount_of(line))
    if fit is None:
        raise UnitDoesNotFit(
            written=spoken(line), name=indicator.name, unit=indicator.measured_in or _("không có đơn vị")
        )
    with act("report.name", Subject("report_line", line.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        _hold(line)
        said = line.period or line.report.period
        line.period_start = line.period_end = None
        put_days(line, fitted(indicator, Said(said, line.to_date)) if said else None)
        line.indicator, line.state = indicator, State.PROPOSED
        put_doubts(line, [*fit.doubts, *asked_of(indicator, line, _year(line))])
        line.save()
        teach(line, indicator, unit="", by=by, at=at)
        doing.detail = {"indicator": indicator.code}


def reopen_line(line: ReportLine, *, by: Viewer, at: datetime) -> None:
    """Propose again what was put aside."""
    _own(line, by=by, settled=True)
    with act("report.reopen", Subject("report_line", line.uid), by=by, unit_uid=by.unit.uid, at=at):
        ReportLine.objects.select_for_update().get(pk=line.pk)
        line.state, line.settled_by, line.settled_at = State.PROPOSED, None, None
        line.save()


def _open_lines(report: ReportRead, *, by: Viewer, at: datetime) -> Iterable[ReportLine]:
    """Figures without any question that the viewer may record and no register counts."""
    lines = list(report.lines.filter(state=State.PROPOSED).select_related("indicator__unit", "report__unit"))
    on, series = local_day(at), series_of(lines, local_day(at))
    for line in lines:
        if line.indicator is None or line.period is None or line.questions or not _may(line, by):
            continue
        found = beside(line, series, on)
        if not found.doubts and not is_counted(line.indicator, line.period, found.stands, at):
            yield line


def as_read(line: ReportLine) -> Edited:
    """A line just as it was read."""
    typed = Typed(
        numerator=_number(line.numerator), denominator=_number(line.denominator), value=_number(line.value),
        yes_no=True if line.indicator and line.indicator.shape == "yes_no" else None,
    )  # fmt: skip
    return Edited(typed, (line.period, line.to_date) if line.period else None, line.stage)


def _own(line: ReportLine, *, by: Viewer, settled: bool = False) -> Indicator:
    """The indicator of a line that the viewer may record. Raises ``LineSettled``, ``NotFound``, who may not."""
    require_own_unit(by, line.report.unit_id)
    if line.indicator is None:
        raise refusals.NotFound(thing=_("chỉ tiêu của số này"))
    require_recorder(by, line.indicator, objective_of(line.indicator, _year(line)))
    if not settled and line.state != State.PROPOSED:
        raise LineSettled(state=line.get_state_display())
    return line.indicator


def _may(line: ReportLine, by: Viewer) -> bool:
    return line.indicator is not None and may_record(by, objective_of(line.indicator, _year(line)))


def _year(line: ReportLine) -> int:
    period = line.period or line.report.period
    return period.start.year if period else timezone.localtime(line.report.recorded_at).year


def _chosen(line: ReportLine, indicator: Indicator, edited: Edited) -> Typed:
    """What is to be recorded once a person chose between two units; a number typed by hand needs no choice."""
    doubt = next((one for one in doubts_of(line) if one.code == "unit_changed"), None)
    if doubt is None or edited.typed.value is not None:
        return edited.typed
    if edited.choice not in ("converted", "plain"):
        raise UnitNotChosen(written=doubt.facts["written"], unit=indicator.measured_in)
    return Typed(
        value=Fraction(doubt.facts["exact"]) if edited.choice == "converted" else _number(line.value)
    )


def _differs(line: ReportLine, typed: Typed) -> bool:
    if line.numerator and not line.denominator and typed.denominator is not None:
        return typed.numerator != _number(line.numerator)  # the whole that was missing is no change
    read = (_number(line.value), _number(line.numerator), _number(line.denominator))
    return (typed.value, typed.numerator, typed.denominator) != read and typed.yes_no is None


def _refuse_open(line: ReportLine, typed: Typed, edited: Edited, *, at: datetime) -> None:
    """Refuse while questions of the text, or of the very figure that is to be recorded, were not looked at."""
    on, would = local_day(at), copy(line)
    would.value, would.numerator, would.denominator = map(
        _text, (typed.value, typed.numerator, typed.denominator)
    )
    would.stage = edited.stage
    if typed.yes_no:
        would.value = "1"
    put_days(would, edited.period)
    asked = [one for one in doubts_of(line) if one.code not in _ANSWERED_BY_EDITING]
    asked += beside(would, series_of([would], on), on).doubts
    if asked and not edited.seen:
        raise QuestionsOpen(questions=" ".join(saying.question(one, line) for one in asked))


def _recorded(
    indicator: Indicator, days: tuple[Period, bool], stands: Measurement | None, given: Given, line: ReportLine,
    reason: str, *, by: Viewer, at: datetime,
) -> Measurement:  # fmt: skip
    """The new figure, or a correction beside the one that stands."""
    shown = indicator.unit.example
    if stands is None:
        return record_figure(indicator, days[0], given, by=by, at=at, to_date=days[1], illustrative=shown)
    why = reason.strip() or _("Theo %(paper)s") % {"paper": line.report.citation or line.report.file_name}
    return correct_figure(stands, given, reason=why, by=by, at=at, illustrative=shown)


def _evidence(line: ReportLine, *, changed: bool) -> Evidence:
    """The file, and the sentence; with what was changed against the reading."""
    blob: Blob = line.report.blob
    quote = " ".join(line.report.text[line.said_start : line.said_end].split())
    note = f"{line.report.citation or line.report.file_name}: “{quote}”"
    if changed:
        note = _("Sửa so với bản đọc. %(note)s") % {"note": note}
    return Evidence(blob, line.report.file_name, note if len(note) <= 300 else note[:298] + "…”")


def _hold(line: ReportLine) -> None:
    """Keep two people from settling the same line at once."""
    now = ReportLine.objects.select_for_update().get(pk=line.pk)
    if now.state in (State.CONFIRMED, State.ASIDE) and now.settled_at is not None:
        raise LineSettled(state=now.get_state_display())


def _settle(
    line: ReportLine, state: str, *, by: Viewer, at: datetime, measurement: Measurement | None = None, reason: str = ""
) -> None:  # fmt: skip
    line.state, line.measurement, line.reason = state, measurement, reason.strip()
    line.settled_by, line.settled_at = by.official, at


def _text(value: Fraction | None) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text else None
