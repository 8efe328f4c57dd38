"""A year's training planned, approved, held, evaluated."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_competence as own
from chuan.workforce.actions.competence import Named, Shown, evidence_row, qualification_of
from chuan.workforce.competence.clocks import keep_effect_clock, keep_evidence_clocks
from chuan.workforce.models import Attendance, Course, Evaluation, Evidence, Session, TrainingPlan
from chuan.workforce.permissions import HEADS, require_keep


@dataclass(frozen=True, slots=True)
class Line:
    """A course as it is typed into the plan."""

    title: str
    month: int
    instructor: str
    materials: str
    evaluate_months: int
    method: str
    gives: Named | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A session as it is typed. ``paper``: what those who came got; "" when they got none."""

    held_on: date
    place: str
    instructor: str
    minutes: int
    came: Collection[Official]
    absent: Collection[Official] = ()
    paper: str = ""


def open_plan(year: int, *, by: Viewer, at: datetime) -> TrainingPlan:
    """Begin the training plan of a year. Raises ``NotAllowed``, ``PlanExists``."""
    require_keep(by)
    row = TrainingPlan(unit=by.unit, year=year, recorded_at=at)
    with act("training.open", Subject("training_plan", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        if TrainingPlan.objects.filter(unit=by.unit, year=year).exists():
            raise own.PlanExists(year=year)
        row.save()
        doing.detail = {"year": year}
    return row


def approve_plan(plan: TrainingPlan, on: date, citation: str, *, by: Viewer, at: datetime) -> TrainingPlan:
    """Keep by which document the plan was approved.

    Raises ``NotAllowed``, ``PaperMissing``, ``NotYet``, ``PlanApproved``.
    """
    require_keep(by)
    _require_own(plan.unit_id, by, _("kế hoạch này"))
    paper = _cited(citation)
    if on > timezone.localtime(at).date():
        raise own.NotYet(day=on)
    with act(
        "training.approve", Subject("training_plan", plan.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        held = TrainingPlan.objects.select_for_update().get(pk=plan.pk)
        if held.citation:
            raise own.PlanApproved(year=held.year, citation=held.citation)
        held.citation, held.approved_on = paper, on
        held.save(update_fields=["citation", "approved_on"])
        doing.detail = {"citation": paper, "on": on.isoformat()}
    return held


def add_course(plan: TrainingPlan, line: Line, *, by: Viewer, at: datetime) -> Course:
    """Put a course into the plan. Raises ``NotAllowed``, ``NotFound``, ``NameMissing``, ``MonthUnknown``."""
    require_keep(by)
    _require_own(plan.unit_id, by, _("kế hoạch này"))
    _check(line)
    row = Course(
        plan=plan, title=" ".join(line.title.split())[:300], month=line.month,
        instructor=line.instructor.strip(), materials=line.materials.strip(),
        evaluate_months=line.evaluate_months, method=line.method.strip(), recorded_at=at,
    )  # fmt: skip
    with act("training.add", Subject("course", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.qualification = qualification_of(line.gives, by=by, at=at) if line.gives else None
        row.save()
        doing.detail = {"year": plan.year, "month": line.month, "title": row.title}
    return row


def cancel_course(course: Course, reason: str, *, by: Viewer, at: datetime) -> Course:
    """Take a course out of the plan with the reason.

    Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``OverAlready``.
    """
    require_keep(by)
    _require_own(course.plan.unit_id, by, _("khóa này"))
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("training.cancel", Subject("course", course.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = Course.objects.select_for_update().get(pk=course.pk)
        if held.cancelled_at is not None or held.sessions.filter(voided_at__isnull=True).exists():
            raise own.OverAlready()
        held.cancelled_at, held.why_cancelled = at, reason.strip()
        held.save(update_fields=["cancelled_at", "why_cancelled"])
        doing.detail = {"reason": held.why_cancelled}
    return held


def hold(course: Course, held: Held, *, by: Viewer, at: datetime) -> Session:
    """Keep that a course was held, who came and who did not; those who came get the paper, where there is one.

    Raises ``NotAllowed``, ``NotFound``, ``OverAlready``, ``NotYet``, ``NobodyCame``.
    """
    require_keep(by)
    _require_own(course.plan.unit_id, by, _("khóa này"))
    if held.held_on > timezone.localtime(at).date():
        raise own.NotYet(day=held.held_on)
    if not held.came:
        raise own.NobodyCame()
    for one in (*held.came, *held.absent):
        _require_own(one.unit_id, by, _("cán bộ này"))
    row = Session(
        course=course, held_on=held.held_on, place=held.place.strip(), instructor=held.instructor.strip(),
        minutes=held.minutes, recorded_at=at,
    )  # fmt: skip
    with act("training.hold", Subject("course", course.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        if Course.objects.select_for_update().get(pk=course.pk).cancelled_at is not None:
            raise own.OverAlready()
        row.save()
        _attended(row, held)
        _give(row, held, by, at)
        keep_effect_clock(course, at=at)
        doing.detail = {"on": held.held_on.isoformat(), "came": len(held.came), "absent": len(held.absent)}
    return row


def void_session(row: Session, reason: str, *, by: Viewer, at: datetime) -> Session:
    """Take back a session that was written wrong, and the papers it gave.

    Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``OverAlready``.
    """
    require_keep(by)
    _require_own(row.course.plan.unit_id, by, _("buổi này"))
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("training.void", Subject("course", row.course.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Session.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise own.OverAlready()
        held.voided_at, held.why_void = at, reason.strip()
        held.save(update_fields=["voided_at", "why_void"])
        papers = Evidence.objects.known_at(None).filter(session=held)
        people = list(Official.objects.filter(evidence__in=papers).distinct())
        papers.update(voided_at=at, why_void=held.why_void)
        keep_evidence_clocks(people, at=at)
        keep_effect_clock(row.course, at=at)
    return held


def evaluate(course: Course, on: date, effect: str, basis: str, *, by: Viewer, at: datetime) -> Evaluation:
    """Keep whether a course helped, and what was looked at. Heads and keepers; never one who only learned there.

    Raises ``NotAllowed``, ``NotFound``, ``NotYet``, ``NothingHeld``, ``ReasonMissing``, ``TaughtHimself``.
    """
    require_keep(by)
    _require_own(course.plan.unit_id, by, _("khóa này"))
    if on > timezone.localtime(at).date():
        raise own.NotYet(day=on)
    if not basis.strip():
        raise refusals.ReasonMissing()
    if by.official is None:
        raise NotFound(thing=_("cán bộ này"))
    row = Evaluation(course=course, on=on, effect=effect, basis=basis.strip(), by=by.official, recorded_at=at)
    with act("training.evaluate", Subject("course", course.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        _require_held(course, by)
        row.save()
        keep_effect_clock(course, at=at)
        doing.detail = {"on": on.isoformat(), "effect": effect}
    return row


def _require_held(course: Course, by: Viewer) -> None:
    sessions = course.sessions.filter(voided_at__isnull=True)
    if not sessions.exists():
        raise own.NothingHeld()
    learned = Attendance.objects.filter(session__in=sessions, official=by.official, came=True).exists()
    if learned and not by.has(*HEADS):
        raise own.TaughtHimself(name=by.name)


def _attended(row: Session, held: Held) -> None:
    came = {one.pk for one in held.came}
    absent = [one for one in held.absent if one.pk not in came]
    Attendance.objects.bulk_create(
        [
            *(Attendance(session=row, official=one, came=True) for one in held.came),
            *(Attendance(session=row, official=one, came=False) for one in absent),
        ],
        batch_size=500,
    )


def _give(row: Session, held: Held, by: Viewer, at: datetime) -> None:
    given = row.course.qualification
    if given is None or not held.paper.strip():
        return
    shown = Shown(held_from=held.held_on, paper=held.paper)
    papers = [evidence_row(one, given, shown, by=by, at=at, session=row) for one in held.came]
    Evidence.objects.bulk_create(papers, batch_size=200)
    keep_evidence_clocks(held.came, at=at)


def _check(line: Line) -> None:
    if not line.title.strip():
        raise own.NameMissing(thing=_("nội dung khóa học"))
    if not line.method.strip():
        raise own.NameMissing(thing=_("cách đánh giá hiệu quả"))
    if not 1 <= line.month <= 12:
        raise own.MonthUnknown(month=line.month)


def _require_own(unit_id: int, by: Viewer, thing: str) -> None:
    if unit_id != by.unit.pk:
        raise NotFound(thing=thing)


def _cited(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise refusals.PaperMissing()
    return said[:300]
