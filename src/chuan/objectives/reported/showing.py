"""The page of one report: its text with marks on one side, its figures on the other."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.models import Indicator, Measurement, Objective, ReportLine, ReportRead
from chuan.objectives.permissions import may_record, owner_of
from chuan.objectives.reported import saying
from chuan.objectives.reported.drawing import Mark, drawn
from chuan.objectives.reported.fitting import said_of
from chuan.objectives.reported.forms import LineForm
from chuan.objectives.reported.proposing import doubts_of, spoken
from chuan.objectives.reported.standing_beside import Beside, beside, is_counted, series_of, value_of
from chuan.objectives.reported.wanting import Sought, plan_for, sought
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import written_number
from chuan.ui import formatters as say

State = ReportLine.State


@dataclass
class Row:
    """One figure of the report as the page shows it."""

    line: ReportLine
    figure: str
    period: str
    quote: str
    how: str
    stands: str
    is_same: bool
    questions: list[str]
    counted: str
    may: bool
    owner: str
    months: str
    form: LineForm | None = None
    refusal: str = ""
    choices: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether somebody is to say something about it."""
        return self.line.state == State.PROPOSED and not self.counted

    @property
    def is_check(self) -> bool:
        """Whether it only checks the periods that stand."""
        return self.line.state == State.ASIDE and self.line.settled_at is None

    @property
    def is_plain(self) -> bool:
        """Whether it is recorded with all others at once."""
        return self.is_open and not self.questions and self.may


@dataclass(frozen=True)
class ReportPage:
    """Everything the template needs."""

    report: ReportRead
    paper: SafeString
    rows: list[Row]
    unknown: list[Row]
    names: list[tuple[str, str]]
    remarks: list[str]

    @property
    def open(self) -> list[Row]:
        """Figures that wait."""
        return [row for row in self.rows if row.is_open]

    @property
    def plain(self) -> list[Row]:
        """Figures that one button records."""
        return [row for row in self.rows if row.is_plain]

    @property
    def checks(self) -> list[Row]:
        """Accumulated figures beside the sum of their periods, and what registers count."""
        return [
            row for row in self.rows if row.is_check or (row.line.state == State.PROPOSED and row.counted)
        ]

    @property
    def settled(self) -> list[Row]:
        """Figures that were recorded or left out."""
        return [
            row for row in self.rows if row.line.state in (State.CONFIRMED, State.ASIDE) and not row.is_check
        ]


Sent = Mapping[int, tuple["LineForm | None", str]]
"""Forms that were refused, by the key of their line, with the sentence."""


def page_of(
    report: ReportRead, viewer: Viewer, *, at: datetime, on: date, sent: Sent | None = None
) -> ReportPage:  # fmt: skip
    """The page; ``sent`` are forms that were refused, by the key of their line, with the sentence."""
    lines = list(report.lines.select_related("indicator__unit", "measurement", "settled_by", "report__unit"))
    for line in lines:
        line.report = report
    year = next((line.period_start.year for line in lines if line.period_start), on.year)
    plan = plan_for(viewer.unit, report.period_start.year if report.period_start else year)
    known = sought(plan) if plan else None
    series = series_of(lines, on)
    rows = [
        _row(line, beside(line, series, on), known, viewer, at=at, on=on, sent=sent or {}) for line in lines
    ]
    named = [row for row in rows if row.line.state != State.UNKNOWN]
    return ReportPage(
        report=report,
        paper=drawn(report.text, _marks(rows)),
        rows=named,
        unknown=[row for row in rows if row.line.state == State.UNKNOWN],
        names=_names(known, viewer),
        remarks=remarks_of(report),
    )


def remarks_of(report: ReportRead) -> list[str]:
    """What is to be known about the whole report."""
    told = dict(json.loads(report.asked))
    found = []
    if told.get("turned"):
        found.append(_("Bản quét nằm ngược hoặc nghiêng, đã xoay lại trước khi đọc."))
    if report.from_picture:
        found.append(_("Đọc từ ảnh: đối chiếu từng số với bản giấy trước khi xác nhận."))
    if told.get("names"):
        found.append(
            _("Văn bản có danh sách tên (%(rows)s dòng): bản đọc chỉ giữ số dòng, tên chỉ còn trong tệp gốc.")
            % {"rows": told["names"]}
        )
    if told.get("loose_rows"):
        found.append(
            _(
                "Có bảng không giữ được cột nên không đọc số trong bảng; có bản Word hoặc Excel thì nạp bản đó."
            )
        )
    return found


def _row(
    line: ReportLine, found: Beside, known: Sought | None, viewer: Viewer, *, at: datetime, on: date,
    sent: Sent,
) -> Row:  # fmt: skip
    indicator = line.indicator
    objective = known.objectives.get(indicator.pk) if known and indicator else None
    counted = _counted(line, found, at) if line.state == State.PROPOSED else ""
    choices = _choices(line)
    beside_it = () if choices else found.doubts  # what stands is compared once a person has chosen the unit
    asked = [] if counted else [*doubts_of(line), *beside_it]
    form, refusal = sent.get(line.pk, (None, ""))
    may = may_record(viewer, objective) and viewer.unit.pk == line.report.unit_id
    row = Row(
        line=line,
        figure=figure_of(line) if indicator else spoken(line),
        period=said_of(indicator, line.period, line.to_date) if indicator and line.period else "",
        quote=" ".join(line.report.text[line.said_start : line.said_end].replace("\t", " · ").split()),
        how=saying.how(line),
        stands=sayings.measured(indicator, found.stands) if indicator and found.stands else "",
        is_same=found.is_same,
        questions=[saying.question(one, line) for one in asked],
        counted=counted,
        may=may,
        owner=owner_of(objective),
        months=_months(line, found),
        refusal=refusal,
        choices=choices,
    )
    if indicator and row.is_open and may:
        row.form = form or LineForm(line=line, on=on)
    return row


def figure_of(line: ReportLine) -> str:
    """The figure in words, as it would be recorded."""
    indicator = line.indicator
    if indicator is None or value_of(line) is None:
        return spoken(line)
    if line.denominator:
        numerator, denominator, counted = line.numerator, line.denominator, True
    elif indicator.shape == "share":
        numerator, denominator, counted = line.value, "1000" if indicator.measured_in == "‰" else "100", False
    else:
        if any(one.code == "unit_changed" for one in doubts_of(line)):
            return spoken(line)
        numerator, denominator, counted = line.value, "", True
    would = Measurement(numerator=numerator, denominator=denominator, counted=counted, stage=line.stage)
    return sayings.measured(indicator, would)


def _counted(line: ReportLine, found: Beside, at: datetime) -> str:
    """Why the figure is only compared, with the difference; "" when it may be recorded."""
    if (
        line.indicator is None
        or line.period is None
        or not is_counted(line.indicator, line.period, found.stands, at)
    ):
        return ""
    value = value_of(line)
    if found.stands is None or value is None:
        return _("Chỉ tiêu này đếm từ sổ, không ghi số của báo cáo; kỳ này sổ chưa có số.")
    numerator, denominator = found.stands.exact
    counted = numerator * 100 / denominator if denominator else numerator
    by = say.signed(value - counted)
    difference = _("ghi đúng số ấy") if counted == value else _("lệch %(by)s") % {"by": by}
    said = _("Đang dùng số cấp %(grade)s. Báo cáo %(difference)s.")
    return said % {"grade": found.stands.grade, "difference": difference}


def _months(line: ReportLine, found: Beside) -> str:
    """The sum of the periods beside an accumulated figure."""
    value = value_of(line)
    if found.months is None or value is None:
        return ""
    same = _("khớp") if found.months == value else _("lệch %(by)s") % {"by": say.signed(value - found.months)}
    return _("cộng các kỳ đang có: %(sum)s, %(same)s") % {"sum": written_number(found.months), "same": same}


def _choices(line: ReportLine) -> list[tuple[str, str]]:
    facts = next((one.facts for one in doubts_of(line) if one.code == "unit_changed"), None)
    if facts is None:
        return []
    return [
        ("converted", _("Ghi %(figure)s (đổi đơn vị)") % {"figure": facts["converted"]}),
        ("plain", _("Ghi %(figure)s (văn bản ghi nhầm đơn vị)") % {"figure": facts["plain"]}),
    ]


def _marks(rows: Sequence[Row]) -> list[Mark]:
    return [
        Mark(row.line.position, row.line.span_start, row.line.span_end,
             "scope" if row.line.state == State.UNKNOWN else "ask" if row.questions and row.is_open else "target")
        for row in rows
    ]  # fmt: skip


def _names(known: Sought | None, viewer: Viewer) -> list[tuple[str, str]]:
    """Indicators that the viewer may give an unknown figure to."""
    if known is None:
        return []

    def may(one: Indicator, of: Mapping[int, Objective]) -> bool:
        return one.shape != "yes_no" and may_record(viewer, of.get(one.pk))

    return [(uid, one.name) for uid, one in known.indicators.items() if may(one, known.objectives)]
