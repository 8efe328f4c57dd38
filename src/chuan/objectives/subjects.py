"""How the things of this room are named in other rooms: tasks, the trail, links."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from chuan.objectives import addresses
from chuan.objectives.completeness import completeness
from chuan.objectives.models import FigureDue, FigureSet, Indicator, Measurement, Objective, Plan, Target
from chuan.objectives.sayings import measured, period_asked, period_of
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer every kind of this room; called when the programme starts."""
    subjects.register("plan", plans)
    subjects.register("objective", objectives)
    subjects.register("indicator", indicators)
    subjects.register("target", targets)
    subjects.register("figure_due", figures_due)
    subjects.register("measurement", measurements)
    subjects.register("recount", recounts)
    subjects.register("figure_set", figure_sets)


def plans(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """A plan as work: what is still missing in it."""
    rows = Plan.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("decision")
    return {row.uid: _plan(row) for row in rows}


def _plan(row: Plan) -> Described:
    missing = completeness(row)
    note = "; ".join(one.sentence for one in missing[:1])
    if len(missing) > 1:
        note = _("%(first)s; và %(more)s mục khác") % {"first": note, "more": len(missing) - 1}
    return Described(
        Subject("plan", row.uid),
        _("Bổ sung kế hoạch thực hiện mục tiêu năm %(year)s") % {"year": row.year},
        addresses.of_planning(row),
        note=note or row.decision.title,
        verb=_("Bổ sung"),
        icon="check2-square",
        settled=not missing,
    )


def objectives(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """An objective by number and name."""
    rows = Objective.objects.filter(uid__in=list(uids), plan__owner_unit_id__in=viewer.unit_ids)
    return {
        row.uid: Described(
            Subject("objective", row.uid), f"{row.ordinal}. {row.name}", addresses.of_objective(row),
            icon="bullseye",
        )
        for row in rows
    }  # fmt: skip


def indicators(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """An indicator by name."""
    rows = Indicator.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        row.uid: Described(
            Subject("indicator", row.uid), row.name, addresses.of_indicator(row), note=row.source,
            icon="bullseye",
        )
        for row in rows
    }  # fmt: skip


def targets(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """A target by its place in the decision and its words."""
    rows = Target.objects.filter(uid__in=list(uids), objective__plan__owner_unit_id__in=viewer.unit_ids)
    return {
        row.uid: Described(
            Subject("target", row.uid), f"{row.label} {row.text}", addresses.of_target(row), icon="bullseye"
        )
        for row in rows
    }  # fmt: skip


def figures_due(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """An expected figure as work: which, of which period, where it comes from."""
    rows = FigureDue.objects.filter(
        uid__in=list(uids), plan__owner_unit_id__in=viewer.unit_ids
    ).select_related("indicator", "plan")
    labels = _labels(rows)
    return {row.uid: _figure_due(row, labels.get((row.plan_id, row.indicator_id), "")) for row in rows}


def _labels(rows: Iterable[FigureDue]) -> dict[tuple[int, int], str]:
    """The places in the decision that the figures are for, in one statement."""
    pairs = Target.objects.filter(
        indicator__in={row.indicator_id for row in rows}, objective__plan__in={row.plan_id for row in rows}
    ).values_list("objective__plan_id", "indicator_id", "label")
    return {(plan, indicator): label for plan, indicator, label in pairs if indicator is not None}


def _figure_due(row: FigureDue, label: str) -> Described:
    name = period_asked(row.indicator, row.period)
    parts = [_("Chỉ tiêu %(label)s") % {"label": label} if label else "", _source(row.indicator)]
    return Described(
        Subject("figure_due", row.uid),
        _("Nhập kết quả %(period)s: %(name)s") % {"period": name, "name": row.indicator.name},
        addresses.of_figure_due(row),
        note=" · ".join(part for part in parts if part),
        verb=_("Nhập kết quả"),
        icon="pencil",
        settled=row.settled_by_id is not None,
    )


def _source(indicator: Indicator) -> str:
    return _("nguồn: %(source)s") % {"source": indicator.source} if indicator.source else ""


def recounts(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """The decision about figures of an objective that a register can count, or counts otherwise by now."""
    rows = Objective.objects.filter(uid__in=list(uids), plan__owner_unit_id__in=viewer.unit_ids)
    return {
        row.uid: Described(
            Subject("recount", row.uid),
            _("Xem lại số đo từ sổ năm %(year)s: %(name)s") % {"year": row.plan.year, "name": row.name},
            addresses.of_recount(row.plan),
            note=_("sổ đếm khác số đang dùng: xem từng kỳ rồi thay hoặc giữ"),
            verb=_("Xem và thay"),
            icon="check2-square",
        )
        for row in rows.select_related("plan")
    }  # fmt: skip


def measurements(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """A figure with its period and version."""
    rows = Measurement.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("indicator")
    return {
        row.uid: Described(
            Subject("measurement", row.uid),
            f"{row.indicator.name}, {period_of(row)}: {measured(row.indicator, row)}",
            addresses.of_measurement(row),
            note=_("bản %(version)s") % {"version": row.version} if row.version > 1 else "",
            icon="file-earmark-text",
        )
        for row in rows
    }


def figure_sets(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """A frozen set of figures by name and day."""
    rows = FigureSet.objects.seen_by(viewer).filter(uid__in=list(uids)).defer("lines")
    return {
        row.uid: Described(
            Subject("figure_set", row.uid),
            _("Bộ số liệu “%(name)s”, đến ngày %(day)s") % {"name": row.name, "day": say.day(row.on)},
            addresses.of_set(row),
            note=row.paper,
            icon="bullseye",
        )
        for row in rows
    }
