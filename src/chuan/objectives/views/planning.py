"""The plan behind the promises: what it lacks, who answers, how objectives count, what indicators are."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.utils.translation import ngettext

from chuan.objectives import actions, addresses, planning_read, ways
from chuan.objectives.answers import groups_of
from chuan.objectives.bases import kept as bases
from chuan.objectives.completeness import completeness
from chuan.objectives.forms_planning import CountForm, IndicatorForm, ObjectiveForm, PostsForm
from chuan.objectives.models import Indicator, Objective, Plan
from chuan.objectives.permissions import PLANNERS, owner_of, owns, require_planner
from chuan.objectives.pictures import Promise
from chuan.objectives.planning_read import Planning
from chuan.objectives.reports import target_picture, year_picture
from chuan.objectives.views.finding import indicator_of, objective_of, plan_of
from chuan.people.door import Request
from chuan.people.models import Post
from chuan.people.saying import said_on
from chuan.people.viewer import Viewer

REFUSED = 422
COUNT = "dem"
"""What the form about counting calls itself (the other form of the page has no such field)."""
SHOWN, PROPOSED, LISTED = "xem", "de-xuat", "muc-tieu"
"""Which part of the plan's page is seen: kept in the address."""
DIRECTIONS = {
    "higher": later("càng cao càng tốt"),
    "lower": later("càng thấp càng tốt"),
    "neither": later("giữ đúng mức"),
}


def plan(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the plan lacks, what is proposed for it, its objectives and its history; POST adopts proposals."""
    found = plan_of(request, uid)
    picture = planning_read.planning(found, request.viewer)
    posted = request.POST if request.method == "POST" else None
    form = PostsForm(posted, titles=picture.titles, posts=_posts(found, request.viewer))
    keys = request.POST.getlist("nhan")
    if posted is not None and form.is_valid():
        with said_on(form):
            require_planner(request.viewer, found)
            if keys:
                filled = actions.adopt_proposals(
                    found, by=request.viewer, at=request.at, posts=form.chosen(), keys=keys
                )
                messages.success(request, _adopted(found, filled))
                return redirect("objectives:plan", uid=found.uid)
            form.add_error(None, _("Chưa chọn đề xuất nào. Đánh dấu ít nhất một ô rồi bấm Nhận."))
    context = _of_plan(request, picture) | {"form": form, "keys": None if posted is None else set(keys)}
    return render(request, "objectives/plan.html", context, status=REFUSED if form.errors else 200)


def objective(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The promise quoted and the five fields of its plan; what the decision says stays as it is."""
    found = objective_of(request, uid)
    if request.method == "POST" and request.POST.get("viec") == COUNT:
        return _count(request, found)
    form = _objective_form(request, found)
    if request.method == "POST":
        if not owns(request.viewer, found):
            require_planner(request.viewer, found.plan)
        if form.is_valid():
            with said_on(form, figure_missing="post"):
                changed = _save(request, found, form)
                messages.success(request, _("Đã lưu kế hoạch.") if changed else _("Không có gì thay đổi."))
                return redirect("objectives:objective", uid=found.uid)
    return _objective_page(request, found, form)


def indicator(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What is measured and how its figures make a year; the targets it was promised with."""
    found = indicator_of(request, uid)
    posted = request.POST if request.method == "POST" else None
    form = IndicatorForm(posted, indicator=found, measures=planning_read.ways_offered(found))
    if request.method == "POST" and form.is_valid():
        with said_on(form, measure_unknown="measure_key"):
            fields = form.defined()
            actions.define_indicator(found, by=request.viewer, at=request.at, **fields)
            messages.success(request, _defined(fields))
            return redirect("objectives:indicator", uid=found.uid)
    context = _of_indicator(request, found) | {"form": form}
    return render(request, "objectives/indicator.html", context, status=REFUSED if form.errors else 200)


def _defined(fields: Collection[str]) -> str:
    if "measure_key" in fields:
        return _(
            "Đã lưu định nghĩa. Các kỳ đã đo theo cách cũ chờ đo lại ở trang Thay số nhập tay bằng số đếm."
        )
    return _("Đã lưu định nghĩa.") if fields else _("Không có gì thay đổi.")


# The plan


def _of_plan(request: Request, picture: Planning) -> dict[str, object]:
    found = picture.plan
    asked = request.GET.get(SHOWN, "")
    shown = asked if asked in (PROPOSED, LISTED) else (PROPOSED if picture.offered else LISTED)
    return {
        "title": _("Kế hoạch thực hiện mục tiêu năm %(year)s") % {"year": found.year},
        "crumbs": [_year_crumb(found)],
        "plan": found,
        "picture": picture,
        "lacking": planning_read.lacking(picture.missing),
        "may_adopt": _may_change(request.viewer, found),
        "tabs": _tabs(picture, shown),
        "shown": shown,
        "bases": (held := bases.of_plan(found, request.viewer)),
        "newer": bases.newer_of([one for one in held if not one.away], request.on),
    }


def _tabs(picture: Planning, shown: str) -> list[dict[str, object]]:
    named = ((PROPOSED, _("Đề xuất"), picture.offered), (LISTED, _("Mục tiêu"), len(picture.rows)))
    return [
        {"label": label, "count": count, "url": f"?{SHOWN}={name}", "current": name == shown}
        for name, label, count in named
    ]


def _adopted(found: Plan, filled: int) -> str:
    if not filled:
        return _("Không có ô nào được điền. Người khác vừa điền rồi, hoặc chưa chọn chức danh phụ trách.")
    said = ngettext("Đã nhận %(n)s đề xuất.", "Đã nhận %(n)s đề xuất.", filled) % {"n": filled}
    left = len(completeness(found))
    return f"{said} " + (_("Kế hoạch còn thiếu %(n)s mục.") % {"n": left} if left else _("Kế hoạch đã đủ."))


# One objective


def _objective_form(request: Request, found: Objective) -> ObjectiveForm:
    posted = request.POST if request.method == "POST" and request.POST.get("viec") != COUNT else None
    return ObjectiveForm(
        posted, objective=found, posts=_posts(found.plan, request.viewer),
        staff=planning_read.staff_of(request.viewer), may_assign=_may_change(request.viewer, found.plan),
    )  # fmt: skip


def _save(request: Request, found: Objective, form: ObjectiveForm) -> bool:
    """Both acts or neither: the fields, and who answers. Whether anything was changed."""
    fields, owner = form.planned(), form.owner()
    with transaction.atomic():
        if fields:
            actions.plan_fields(found, by=request.viewer, at=request.at, **fields)
        if owner is not None:
            post, official = owner
            actions.assign(found, by=request.viewer, at=request.at, post=post, official=official)
    return bool(fields) or owner is not None


def _count(request: Request, found: Objective) -> HttpResponse:
    """The answer to how the promises below count."""
    form = CountForm(request.POST, prefix=COUNT)
    require_planner(request.viewer, found.plan)
    if form.is_valid():
        with said_on(form, figure_missing="groups"):
            mode, groups = form.cleaned_data["mode"], form.grouped()
            actions.count_by(found, mode, by=request.viewer, at=request.at, groups=groups)
            messages.success(request, _("Đã lưu cách đếm."))
            return redirect("objectives:objective", uid=found.uid)
    return _objective_page(request, found, _objective_form(request, found), form)


def _objective_page(
    request: Request, found: Objective, form: ObjectiveForm, count_form: CountForm | None = None
) -> HttpResponse:
    children = list(found.children.select_related("owner_post", "owner_official"))
    for child in children:
        child.parent = found
    promise = _promise(found, request) if children else None
    context = {
        "title": _("Kế hoạch mục tiêu %(label)s: %(name)s") % {"label": found.ordinal, "name": found.name},
        "crumbs": [_year_crumb(found.plan), (_("Kế hoạch"), addresses.of_planning(found.plan))],
        "objective": found,
        "plan": found.plan,
        "owner": owner_of(found),
        "form": form,
        "may_edit": _may_plan(request.viewer, found),
        "targets": planning_read.targets_below(found),
        "children": [(child, owner_of(child)) for child in children],
        "questions": planning_read.asked_about(found),
    } | (_of_count(request, found, promise, count_form) if promise else {})
    wrong = form.errors or (count_form is not None and count_form.errors)
    return render(request, "objectives/objective.html", context, status=REFUSED if wrong else 200)


def _of_count(
    request: Request, found: Objective, promise: Promise, form: CountForm | None
) -> dict[str, object]:
    """What the form about counting needs."""
    groups = "\n".join(", ".join(group) for group in groups_of(found)) or planning_read.labels_below(promise)
    return {
        "promise": promise,
        "ways": planning_read.ways(promise),
        "in_bases": bases.counted_of(found),
        "may_count": _may_change(request.viewer, found.plan),
        "count_form": form or CountForm(prefix=COUNT, initial={"mode": found.roll_up, "groups": groups}),
        "verb": COUNT,
    }


def _promise(found: Objective, request: Request) -> Promise | None:
    """The objective as Mục tiêu shows it today; None for one that stands below another."""
    picture = year_picture(found.plan, on=request.on)
    return next((one for one in picture.promises if one.objective.pk == found.pk), None)


def _may_plan(viewer: Viewer, found: Objective) -> bool:
    """Planners, and whoever answers for the objective: what the page offers; the actions decide."""
    return _may_change(viewer, found.plan) or (_is_open(found.plan) and owns(viewer, found))


# One indicator


def _of_indicator(request: Request, found: Indicator) -> dict[str, object]:
    targets = planning_read.promised_as(found, request.viewer)
    plan = targets[0].objective.plan if targets else None
    return {
        "title": found.name,
        "crumbs": [_year_crumb(plan), (_("Kế hoạch"), addresses.of_planning(plan))] if plan else [],
        "indicator": found,
        "direction": DIRECTIONS[found.direction],
        "way": (way := ways.measure_of(found)),
        "way_source": ways.citation_of(way) if way else "",
        "target": targets[0] if targets else None,
        "years": target_picture(targets[0], on=request.on).years if targets else (),
        "may_edit": request.viewer.unit.pk == found.unit_id and request.viewer.has(*PLANNERS),
    }


def _year_crumb(found: Plan) -> tuple[str, str]:
    return _("Mục tiêu %(year)s") % {"year": found.year}, addresses.of_plan(found)


def _posts(found: Plan, viewer: Viewer) -> list[Post]:
    return list(Post.objects.seen_by(viewer).filter(unit=found.owner_unit_id).order_by("title"))


def _is_open(found: Plan) -> bool:
    return found.status == Plan.Status.STANDING


def _may_change(viewer: Viewer, found: Plan) -> bool:
    """What the page offers; the actions decide."""
    return _is_open(found) and viewer.unit.pk == found.owner_unit_id and viewer.has(*PLANNERS)
