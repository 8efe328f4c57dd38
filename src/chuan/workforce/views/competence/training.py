"""A year's training: the plan, one course, what was held, whether it helped."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.rules.types import Period
from chuan.workforce.actions import training as actions
from chuan.workforce.actions.competence import Named
from chuan.workforce.competence.clocks import effect_due
from chuan.workforce.competence.practice import evaluate_after
from chuan.workforce.competence.year import year_of
from chuan.workforce.forms_competence import (
    ApproveForm,
    CourseForm,
    EvaluateForm,
    HoldForm,
    ReasonForm,
    YearForm,
)
from chuan.workforce.models import Course, Qualification, Session, TrainingPlan
from chuan.workforce.permissions import may_keep, may_see_competence, require_keep
from chuan.workforce.staff import in_post
from chuan.workforce.views.forms import Crumbs, saved


def plans(request: Request) -> HttpResponse:
    """Every year's plan with what became of it."""
    rows = TrainingPlan.objects.seen_by(request.viewer).order_by("-year", "-pk")
    context = {
        "title": _("Đào tạo, bồi dưỡng"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": _crumbs()[:1],
        "years": [year_of(one) for one in rows],
        "keeper": may_keep(request.viewer),
    }
    return render(request, "workforce/competence/plans.html", context)


def add_plan(request: Request) -> HttpResponse:
    """Begin a year's plan."""
    require_keep(request.viewer)
    form = YearForm(sent(request), initial={"year": request.on.year})
    return _saved(
        request, form, lambda: actions.open_plan(int(form.cleaned_data["year"]), by=request.viewer, at=request.at),
        title=_("Lập kế hoạch đào tạo"), done=_("Đã lập kế hoạch; thêm các khóa học."),
        back=reverse("workforce:training"),
    )  # fmt: skip


def plan(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One year: courses by month, held or not, their effect."""
    row = _plan(request, uid)
    context = {
        "title": _("Kế hoạch đào tạo năm %s") % row.year,
        "where": row.unit.committee,
        "demo": row.unit.example,
        "crumbs": _crumbs(),
        "year": year_of(row),
        "keeper": _keeps(request, row),
    }
    return render(request, "workforce/competence/plan.html", context)


def approve(request: Request, uid: uuid.UUID) -> HttpResponse:
    """By which document it was approved."""
    require_keep(request.viewer)
    row = _plan(request, uid)
    form = ApproveForm(sent(request), initial={"on": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.approve_plan(row, given["on"], given["citation"], by=request.viewer, at=request.at)

    return _saved(
        request, form, save, title=_("Ghi phê duyệt"), done=_("Đã ghi văn bản phê duyệt."), back=_plan_url(row)
    )  # fmt: skip


def add_course(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One line more."""
    require_keep(request.viewer)
    row = _plan(request, uid)
    form = CourseForm(
        sent(request), initial={"evaluate_months": evaluate_after(row.unit, request.on), "month": request.on.month}
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        gives = Named(given["gives"], Qualification.Kind.TRAINING) if given["gives"] else None
        line = actions.Line(
            given["title"], int(given["month"]), given["instructor"], given["materials"],
            int(given["evaluate_months"]), given["method"], gives,
        )  # fmt: skip
        actions.add_course(row, line, by=request.viewer, at=request.at)

    return _saved(
        request, form, save, title=_("Thêm khóa học"), done=_("Đã thêm khóa học."), back=_plan_url(row)
    )  # fmt: skip


def course(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One course: when it was held, who came, whether it helped. Names only for who may see them."""
    row = _course(request, uid)
    context = {
        "title": row.title,
        "where": row.plan.unit.committee,
        "demo": row.plan.unit.example,
        "crumbs": [*_crumbs(), (str(row.plan.year), _plan_url(row.plan))],
        "course": row,
        "due": effect_due(row),
        "sessions": row.sessions.order_by("-held_on", "-pk").prefetch_related("attendance__official"),
        "evaluations": row.evaluations.select_related("by"),
        "names": may_see_competence(request.viewer),
        "keeper": _keeps(request, row.plan),
    }
    return render(request, "workforce/competence/course.html", context)


def cancel(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a course out of the plan."""
    require_keep(request.viewer)
    row = _course(request, uid)
    form = ReasonForm(sent(request))
    return _saved(
        request, form,
        lambda: actions.cancel_course(row, form.cleaned_data["reason"], by=request.viewer, at=request.at),
        title=_("Bỏ khóa học khỏi kế hoạch"), done=_("Đã bỏ khóa học."), back=_course_url(row),
    )  # fmt: skip


def hold(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Keep that it was held."""
    require_keep(request.viewer)
    row = _course(request, uid)
    there = in_post(row.plan.unit, Period.year(row.plan.year))
    people = {str(one.official.uid): one.official for one in there}
    form = HoldForm(
        sent(request), officials=people.values(), initial={"held_on": request.on, "instructor": row.instructor}
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        held = actions.Held(
            given["held_on"], given["place"], given["instructor"], int(given["minutes"]),
            _chosen(people, given["came"]), _chosen(people, given["absent"]), given["paper"],
        )  # fmt: skip
        actions.hold(row, held, by=request.viewer, at=request.at)

    return _saved(
        request, form, save, title=_("Ghi buổi học"), done=_("Đã ghi buổi học."), back=_course_url(row)
    )


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a session back that was written wrong."""
    require_keep(request.viewer)
    rows = Session.objects.seen_by(request.viewer).select_related("course__plan__unit")
    row = get_object_or_404(rows, uid=uid)
    form = ReasonForm(sent(request))
    return _saved(
        request, form,
        lambda: actions.void_session(row, form.cleaned_data["reason"], by=request.viewer, at=request.at),
        title=_("Bỏ buổi ghi nhầm"), done=_("Đã bỏ buổi học và các minh chứng nó cấp."), back=_course_url(row.course),
    )  # fmt: skip


def evaluate(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Whether it helped."""
    require_keep(request.viewer)
    row = _course(request, uid)
    form = EvaluateForm(sent(request), initial={"on": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.evaluate(row, given["on"], given["effect"], given["basis"], by=request.viewer, at=request.at)

    return _saved(
        request, form, save, title=_("Đánh giá hiệu quả"), done=_("Đã ghi đánh giá."), back=_course_url(row),
        lead=_("Cách đánh giá đã định: %s.") % row.method,
    )  # fmt: skip


def _saved(
    request: Request, form: forms.Form, save: Callable[[], object], *, title: str, done: str, back: str, lead: str = ""
) -> HttpResponse:  # fmt: skip
    return saved(request, form, save, title=title, done=done, back=back, crumbs=_crumbs()[1:], lead=lead)


def _chosen(people: dict[str, Official], uids: list[str]) -> list[Official]:
    return [people[uid] for uid in uids]


def _plan(request: Request, uid: uuid.UUID) -> TrainingPlan:
    return get_object_or_404(TrainingPlan.objects.seen_by(request.viewer).select_related("unit"), uid=uid)


def _course(request: Request, uid: uuid.UUID) -> Course:
    rows = Course.objects.seen_by(request.viewer).select_related("plan__unit", "qualification")
    return get_object_or_404(rows, uid=uid)


def _keeps(request: Request, row: TrainingPlan) -> bool:
    return may_keep(request.viewer) and row.unit_id == request.viewer.unit.pk


def _plan_url(row: TrainingPlan) -> str:
    return reverse("workforce:training_plan", args=[row.uid])


def _course_url(row: Course) -> str:
    return reverse("workforce:course", args=[row.uid])


def _crumbs() -> Crumbs:
    return [
        (_("Cán bộ"), "/can-bo/"), (_("Năng lực"), reverse("workforce:competence")),
        (_("Đào tạo"), reverse("workforce:training")),
    ]  # fmt: skip
