"""Forms about a risk: scored, treated, planned, done, looked at again, closed, opened again."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import saved
from chuan.risks import actions
from chuan.risks.actions import Scored
from chuan.risks.forms import (
    ActionForm,
    ConfirmForm,
    DoneForm,
    LookForm,
    MoveForm,
    ScoreForm,
    TreatForm,
    WhyForm,
)
from chuan.risks.models import Risk, RiskAction
from chuan.risks.permissions import require_do, require_keep, require_work
from chuan.risks.scale import named, scale_of
from chuan.risks.showing import stage_of
from chuan.risks.views.risk import found, ways
from chuan.rules.risks import months_later


def score(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Give it a level."""
    risk = _worked(request, uid)
    dated = scale_of(request.viewer.unit, request.on)
    initial = {"on": request.on, "stage": stage_of(risk)}
    form = ScoreForm(sent(request), scale=dated.scale, nature=risk.nature, initial=initial)

    def save() -> None:
        given = form.cleaned_data
        scored = Scored(given["likelihood"], given["effect"], given["stage"], given["why"])
        actions.score_risk(risk, scored, on=given["on"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Chấm mức"), done=_("Đã chấm mức."),
        lead=f"{risk.code} {risk.statement}. " + _("Theo thang: %s.") % named(dated), **ways(risk),
    )  # fmt: skip


def treat(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Decide what is done about it."""
    risk = _worked(request, uid)
    form = TreatForm(
        sent(request), nature=risk.nature, initial={"treatment": risk.treatment, "why": risk.treatment_why}
    )

    def save() -> None:
        given = form.cleaned_data
        actions.treat_risk(risk, given["treatment"], given["why"], by=request.viewer, at=request.at)

    level = _("Mức %s.") % risk.level_word if risk.level_word else ""
    return saved(
        request, form, save, title=_("Chọn cách xử lý"), done=_("Đã ghi cách xử lý."),
        lead=f"{risk.code} {risk.statement}. {level}", button=_("Ghi cách xử lý"), **ways(risk),
    )  # fmt: skip


def plan(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Something to be done about it."""
    risk = _worked(request, uid)
    rows = Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit, account__is_active=True)
    people = {str(one.uid): one for one in rows.order_by("name")}
    first = str(risk.owner_official.uid) if risk.owner_official else ""
    form = ActionForm(
        sent(request), officials=[(uid, one.name) for uid, one in people.items()],
        initial={"owner": first, "due_on": months_later(request.on, 1)},
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        actions.plan_action(
            risk, given["what"], people[given["owner"]], given["due_on"], resources=given["resources"],
            by=request.viewer, at=request.at,
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Thêm hành động"),
        done=_("Đã thêm hành động; việc đã vào Việc của tôi của người làm."),
        lead=f"{risk.code} {risk.statement}", button=_("Thêm"), **ways(risk),
    )  # fmt: skip


def done(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An action is done."""
    action = _action(request, uid)
    require_do(request.viewer, action)
    form = DoneForm(sent(request), initial={"done_on": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.finish_action(action, given["done_on"], given["evidence"], by=request.viewer, at=request.at)

    return saved(
        request,
        form,
        save,
        title=_("Ghi kết quả"),
        done=_("Đã ghi kết quả."),
        lead=action.what,
        **ways(action.risk),
    )


def drop(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An action is left undone."""
    action = _action(request, uid)
    require_work(request.viewer, action.risk)
    form = WhyForm(sent(request))

    def save() -> None:
        actions.drop_action(action, form.cleaned_data["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thôi hành động"), done=_("Đã thôi hành động."), lead=action.what,
        **ways(action.risk),
    )  # fmt: skip


def finish(request: Request, uid: uuid.UUID) -> HttpResponse:
    """All that was planned is done."""
    risk = _worked(request, uid)

    def save() -> None:
        actions.finish_treatment(risk, by=request.viewer, at=request.at)

    return saved(
        request, ConfirmForm(sent(request)), save, title=_("Ghi đã xử lý xong"),
        done=_("Đã ghi xử lý xong. Chuyển sang theo dõi."),
        lead=_("%s: mọi hành động đã xong và đã chấm mức còn lại.") % risk.code, **ways(risk),
    )  # fmt: skip


def review(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Looked at again and left as it is."""
    risk = _worked(request, uid)
    scale = scale_of(request.viewer.unit, request.on).scale
    months = scale.level(risk.level).review_months if risk.level else 1
    form = LookForm(sent(request), initial={"next_on": months_later(request.on, months)})

    def save() -> None:
        given = form.cleaned_data
        actions.review_risk(risk, given["next_on"], given["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Rà soát"), done=_("Đã rà soát."), button=_("Giữ nguyên mức"),
        lead=_("%s. Mức đã khác thì quay lại bấm Chấm mức.") % f"{risk.code} {risk.statement}", **ways(risk),
    )  # fmt: skip


def move(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The next look on another day."""
    risk = _worked(request, uid)
    form = MoveForm(sent(request), initial={"next_on": risk.review_on})

    def save() -> None:
        given = form.cleaned_data
        actions.move_review(risk, given["next_on"], given["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Dời ngày xem lại"), done=_("Đã dời ngày xem lại."), button=_("Dời"),
        lead=_("%s. Dời không phải là đã rà soát; lý do còn trong nhật ký.") % f"{risk.code} {risk.statement}",
        **ways(risk),
    )  # fmt: skip


def close(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Nothing to fear or to hope for any more."""
    risk = _worked(request, uid)
    require_keep(request.viewer)
    form = WhyForm(sent(request))

    def save() -> None:
        actions.close_risk(risk, form.cleaned_data["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Đóng"), done=_("Đã đóng; mở lại được khi cần."), button=_("Đóng"),
        lead=f"{risk.code} {risk.statement}", **ways(risk),
    )  # fmt: skip


def reopen(request: Request, uid: uuid.UUID) -> HttpResponse:
    """It is there again."""
    risk = _worked(request, uid)
    require_keep(request.viewer)
    form = WhyForm(sent(request))

    def save() -> None:
        actions.reopen_risk(risk, form.cleaned_data["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Mở lại"), done=_("Đã mở lại. Bước tiếp: chấm mức."), button=_("Mở lại"),
        lead=f"{risk.code} {risk.statement}", **ways(risk),
    )  # fmt: skip


def _worked(request: Request, uid: uuid.UUID) -> Risk:
    risk = found(request, uid)
    require_work(request.viewer, risk)
    return risk


def _action(request: Request, uid: uuid.UUID) -> RiskAction:
    rows = RiskAction.objects.seen_by(request.viewer).select_related(
        "risk__owner_unit", "risk__owner_post", "risk__owner_official", "owner"
    )
    return get_object_or_404(rows, uid=uid)
