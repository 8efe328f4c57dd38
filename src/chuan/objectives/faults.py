"""What a promise says of itself when it is raised as a nonconformity, and which promises ought to be looked at.

Proposed by itself: a promise that is not met for good, and one whose pace cannot reach it (TCVN ISO 9001:2015, 9.1.3).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.objectives import addresses
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import Measurement, Plan, Target
from chuan.objectives.pictures import TargetLine
from chuan.objectives.sayings import measured, period_of
from chuan.objectives.targets_read import target_picture
from chuan.objectives.years_read import year_picture
from chuan.offers import faults
from chuan.offers.faults import Facts, Proposal
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Outcome, Reason
from chuan.ui import formatters as say
from chuan.ui import words

KIND, FIGURE, CLAUSE = "target", "measurement", "9.1.3"


def offer() -> None:
    """Offer it; called when the programme starts."""
    faults.register(KIND, tell)
    faults.register(FIGURE, tell_figure)
    faults.propose_with(propose)


def tell(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """The promise, its figure and why it is judged so on the viewer's day."""
    rows = Target.objects.filter(uid=uid, objective__plan__owner_unit_id__in=viewer.unit_ids)
    target = rows.select_related(
        "objective__plan__decision", "objective__plan__owner_unit", "indicator"
    ).first()
    if target is None:
        return None
    line, plan = target_picture(target, on=viewer.on).line, target.objective.plan
    lines = [
        (_("Mục tiêu"), f"{line.objective.ordinal}. {line.objective.name}"),
        (_("Văn bản"), plan.decision.title),
        (_("Mức phải đạt"), line.target_words),
        (_("Kết quả"), _figure(line)),
        (_("Nhận xét"), line.reason_words),
        (_("Xét ngày"), say.day(viewer.on)),
    ]
    label = _("Chỉ tiêu %(label)s năm %(year)s: %(name)s") % {
        "label": line.label, "year": plan.year, "name": line.name,
    }  # fmt: skip
    return Facts(
        Subject(KIND, uid), label[:300], addresses.of_target(target), tuple(one for one in lines if one[1]),
        clause=CLAUSE, found_on=line.result.period.end if line.result else None,
    )  # fmt: skip


def tell_figure(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """One figure of one period, as it was measured: how sure it is and what it is out of."""
    rows = Measurement.objects.seen_by(viewer).select_related("indicator")
    one = rows.filter(uid=uid).first()
    if one is None:
        return None
    promised = Target.objects.filter(
        indicator=one.indicator, objective__plan__owner_unit_id__in=viewer.unit_ids,
        objective__plan__year=one.period_start.year,
    ).order_by("-pk").first()  # fmt: skip
    lines = [
        (_("Chỉ tiêu"), one.indicator.name),
        (_("Kỳ"), period_of(one)),
        (_("Kết quả"), measured(one.indicator, one)),
        (_("Mức phải đạt"), words.target(rule_of(promised)) if promised else ""),
        (_("Mức tin cậy"), words.grade(one.grade)),
    ]
    label = f"{one.indicator.name}, {period_of(one)}: {measured(one.indicator, one)}"
    told = tuple(pair for pair in lines if pair[1])
    address = addresses.of_measurement(one)
    return Facts(Subject(FIGURE, uid), label[:300], address, told, clause=CLAUSE, found_on=one.period_end)


def propose(unit: Unit, on: date, at: datetime) -> Iterator[Proposal]:
    """Promises of this year's plan and of the one before; a year's picture each."""
    plans = Plan.objects.standing().filter(owner_unit=unit, year__lte=on.year).order_by("-year")
    for plan in plans.select_related("decision", "owner_unit")[:2]:
        for line in year_picture(plan, on=on).lines:
            if (sentence := _sentence(line)) is not None:
                yield _proposal(line, plan, sentence)


def _sentence(line: TargetLine) -> str | None:
    verdict = line.verdict
    if verdict.outcome is Outcome.NOT_MET and verdict.final:
        return _("Mục tiêu %(label)s năm %(year)s không đạt: %(name)s, %(figure)s, phải %(target)s.")
    if verdict.reason is Reason.PACE_FAILS:
        return _("Mục tiêu %(label)s năm %(year)s khó kịp: %(name)s, nay %(figure)s, phải %(target)s.")
    return None


def _proposal(line: TargetLine, plan: Plan, sentence: str) -> Proposal:
    told = {
        "label": line.label, "year": plan.year, "name": line.name, "figure": _figure(line),
        "target": line.target_words,
    }  # fmt: skip
    since = line.result.period.end if line.result else plan.period.end
    missed = "missed" if line.verdict.final else "pace"
    return Proposal(
        f"objectives.{missed}.{line.target.uid}", Subject(KIND, line.target.uid), sentence % told,
        addresses.of_target(line.target), since, CLAUSE, line.indicator.measure_key if line.indicator else "",
    )  # fmt: skip


def _figure(line: TargetLine) -> str:
    return line.figure_words if line.result is not None else _("chưa có số liệu")
