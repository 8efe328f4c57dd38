"""Interested parties and what they need."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.models import Process
from chuan.processes.views.forms import around, into, saved
from chuan.risks import actions
from chuan.risks.actions import RequirementGiven
from chuan.risks.checking import oldest_review
from chuan.risks.forms import ConfirmForm
from chuan.risks.forms_context import OverForm, PartyForm, RequirementForm
from chuan.risks.models import InterestedParty, Requirement
from chuan.risks.permissions import may_keep, require_keep


def shown(request: Request) -> HttpResponse:
    """Parties of today with what they need today."""
    needs = (
        Requirement.objects.seen_by(request.viewer).on(request.on).select_related("process").order_by("pk")
    )
    rows = InterestedParty.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit)
    context = {
        **around(request),
        "title": _("Các bên quan tâm"),
        "crumbs": into(_("Rủi ro"), reverse("risks:register")),
        "parties": rows.on(request.on)
        .order_by("name")
        .prefetch_related(Prefetch("requirements", needs, "needs")),
        "over": rows.exclude(valid_to=None).order_by("-valid_to", "name"),
        "old": oldest_review(request.viewer.unit, request.on),
        "keeper": may_keep(request.viewer),
    }
    return render(request, "risks/parties.html", context)


def write(request: Request) -> HttpResponse:
    """A party is added."""
    require_keep(request.viewer)
    form = PartyForm(sent(request), initial={"since": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.write_party(given["name"], since=given["since"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thêm bên quan tâm"), done=_("Đã thêm. Bước tiếp: ghi bên ấy cần gì."),
        button=_("Thêm"), **_ways(),
    )  # fmt: skip


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A party has no stake any more."""
    party = _party(request, uid)
    form = OverForm(sent(request), initial={"until": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.end_party(party, given["until"], given["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thôi bên quan tâm"),
        done=_("Đã thôi; dòng cũ còn lại."), lead=party.name, **_ways()
    )  # fmt: skip


def review(request: Request) -> HttpResponse:
    """Every party and what it needs still hold."""
    require_keep(request.viewer)

    def save() -> None:
        actions.review_parties(on=request.on, by=request.viewer, at=request.at)

    return saved(
        request, ConfirmForm(sent(request)), save, title=_("Đã rà soát"), done=_("Đã ghi rà soát các bên hôm nay."),
        lead=_("Đã đọc lại từng bên, từng yêu cầu và không còn dòng nào sai?"), **_ways(),
    )  # fmt: skip


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What a party needs is added."""
    party = _party(request, uid)
    processes = _processes(request)
    form = RequirementForm(sent(request), processes=_offered(processes), initial={"since": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.write_requirement(
            party, _given(given, processes), since=given["since"], by=request.viewer, at=request.at
        )

    return saved(
        request, form, save, title=_("Thêm yêu cầu"), done=_("Đã thêm yêu cầu."), lead=party.name, button=_("Thêm"),
        **_ways(),
    )  # fmt: skip


def change(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What a party needs is written otherwise."""
    row = _requirement(request, uid)
    processes = _processes(request)
    initial = {
        "what": row.what, "answered": row.answered, "where": row.where, "citation": row.citation, "since": request.on,
        "process": str(row.process.uid) if row.process else "",
    }  # fmt: skip
    form = RequirementForm(sent(request), processes=_offered(processes), initial=initial)

    def save() -> None:
        given = form.cleaned_data
        actions.change_requirement(
            row, _given(given, processes), on=given["since"], by=request.viewer, at=request.at
        )

    return saved(
        request, form, save, title=_("Sửa yêu cầu"), done=_("Đã sửa yêu cầu."), lead=row.party.name, button=_("Lưu"),
        **_ways(),
    )  # fmt: skip


def end_requirement(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Nobody asks for it any more."""
    row = _requirement(request, uid)
    form = OverForm(sent(request), initial={"until": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.end_requirement(row, given["until"], given["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thôi yêu cầu"),
        done=_("Đã thôi yêu cầu; dòng cũ còn lại."), lead=row.what, **_ways()
    )  # fmt: skip


def _party(request: Request, uid: uuid.UUID) -> InterestedParty:
    require_keep(request.viewer)
    return get_object_or_404(InterestedParty.objects.seen_by(request.viewer), uid=uid)


def _requirement(request: Request, uid: uuid.UUID) -> Requirement:
    require_keep(request.viewer)
    rows = Requirement.objects.seen_by(request.viewer).select_related("party", "process")
    return get_object_or_404(rows, uid=uid)


def _processes(request: Request) -> dict[str, Process]:
    rows = Process.objects.seen_by(request.viewer).on(request.on).filter(owner_unit=request.viewer.unit)
    return {str(one.uid): one for one in rows.order_by("code")}


def _offered(processes: dict[str, Process]) -> list[tuple[str, str]]:
    return [(uid, f"{one.code} {one.name}") for uid, one in processes.items()]


def _given(given: dict[str, Any], processes: dict[str, Process]) -> RequirementGiven:
    return RequirementGiven(
        given["what"], given["answered"], given["where"], processes.get(given["process"]), given["citation"]
    )


def _ways() -> dict[str, Any]:
    back = reverse("risks:parties")
    return {
        "back": back,
        "crumbs": [*into(_("Rủi ro"), reverse("risks:register")), (_("Các bên quan tâm"), back)],
    }
