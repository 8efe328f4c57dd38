"""Outside providers: the register, one of them, written, judged, ended."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.sheets import write_sheet
from chuan.law.providers import criteria_on
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes import actions, provided
from chuan.processes.forms_providers import (
    MET_WORDS,
    EndProviderForm,
    EvaluationForm,
    NewProviderForm,
    ProviderForm,
)
from chuan.processes.models import Process, Provider
from chuan.processes.permissions import may_keep, require_keep
from chuan.processes.views.forms import around, into, saved
from chuan.rules.providers import Met
from chuan.rules.risks import months_later
from chuan.ui.files import XLSX, attachment


def listed(request: Request) -> HttpResponse:
    """Who provides something today, each with its last judgment; those that ended beneath."""
    mine = Provider.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit)
    told = provided.lines(mine.on(request.on), request.on)
    context = {
        **around(request),
        "title": _("Bên cung cấp ngoài"),
        "crumbs": into(_("Quá trình"), reverse("processes:map")),
        "lines": told,
        "late": sum(1 for one in told if one.due),
        "over": mine.filter(valid_to__lte=request.on).order_by("-valid_to", "pk"),
        "keeper": may_keep(request.viewer),
    }
    return render(request, "processes/providers.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One provider with every judgment."""
    rows = Provider.objects.seen_by(request.viewer).filter(uid=uid)
    get_object_or_404(rows)
    found = provided.lines(rows, request.on)
    row = found[0].provider
    judged = [
        (made, [(words, MET_WORDS[Met(met)], note) for _key, words, met, note in made.answers])
        for made in found[0].judgments
    ]
    context = {
        **around(request),
        "title": row.name,
        "crumbs": _crumbs(),
        "line": found[0],
        "row": row,
        "judged": judged,
        "keeper": may_keep(request.viewer)
        and row.owner_unit_id == request.viewer.unit.pk
        and not row.valid_to,
    }
    return render(request, "processes/provider.html", context)


def add(request: Request) -> HttpResponse:
    """Write one down."""
    require_keep(request.viewer)
    processes = _processes(request)
    initial = {
        "since": request.on, "evaluate_on": months_later(request.on, 1), "process": request.GET.get("quy-trinh", ""),
    }  # fmt: skip
    form = NewProviderForm(sent(request), processes=_choices(processes), initial=initial)

    def save() -> str:
        given = form.cleaned_data
        row = actions.list_provider(
            _told(form, processes), since=given["since"], evaluate_on=given["evaluate_on"], by=request.viewer,
            at=request.at,
        )  # fmt: skip
        return reverse("processes:provider", args=[row.uid])

    return saved(
        request, form, save, title=_("Thêm bên cung cấp"), button=_("Thêm"), back=reverse("processes:providers"),
        done=_("Đã thêm. Bước tiếp: đánh giá theo tiêu chí khi đã có kết quả để xem."), crumbs=_crumbs(),
    )  # fmt: skip


def change(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write it otherwise."""
    row, processes = _kept(request, uid), _processes(request)
    initial = {name: getattr(row, name) for name in ("name", "kind", "provides", "controls", "citation")}
    initial["process"] = str(row.process.uid) if row.process else ""
    form = ProviderForm(sent(request), processes=_choices(processes), initial=initial)

    def save() -> None:
        actions.change_provider(row, _told(form, processes), by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Sửa bên cung cấp"), button=_("Lưu"), done=_("Đã sửa."), **_of(row)
    )


def evaluate(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Judge it by the criteria of the day."""
    row, law = _kept(request, uid), criteria_on(request.on)
    form = EvaluationForm(
        sent(request), criteria=law.criteria,
        initial={"on": request.on, "next_on": months_later(request.on, law.months)},
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        judged = actions.Judged(
            given["on"], form.answers(), given["result"], given["evidence"], given["next_on"], given["why"]
        )
        actions.evaluate_provider(row, judged, by=request.viewer, at=request.at)

    lead = _(
        "%(name)s: %(what)s. Kết luận là của người đánh giá, phần mềm không cộng điểm. Tiêu chí do phần mềm gợi ý."
    )
    return saved(
        request, form, save, title=_("Đánh giá bên cung cấp"), button=_("Ghi đánh giá"), done=_("Đã ghi đánh giá."),
        lead=lead % {"name": row.name, "what": row.provides}, **_of(row),
    )  # fmt: skip


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """It provides nothing more."""
    row = _kept(request, uid)
    form = EndProviderForm(sent(request), initial={"until": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.end_provider(row, given["until"], given["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thôi cung cấp"), done=_("Đã ghi thôi cung cấp; các lần đánh giá giữ nguyên."),
        lead=row.name, **_of(row),
    )  # fmt: skip


def exported(request: Request) -> HttpResponse:
    """The register as a worksheet."""
    rows = Provider.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit).on(request.on)
    data = write_sheet(provided.table(provided.lines(rows, request.on), request.viewer.unit, request.on))
    return attachment(data, "ben-cung-cap.xlsx", XLSX)


def _kept(request: Request, uid: uuid.UUID) -> Provider:
    require_keep(request.viewer)
    rows = Provider.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit)
    return get_object_or_404(rows.select_related("process"), uid=uid)


def _processes(request: Request) -> dict[str, Process]:
    rows = Process.objects.seen_by(request.viewer).on(request.on).filter(owner_unit=request.viewer.unit)
    return {str(one.uid): one for one in rows.order_by("position", "pk")}


def _choices(processes: dict[str, Process]) -> list[tuple[str, str]]:
    return [(uid, f"{one.code} {one.name}") for uid, one in processes.items()]


def _told(form: Any, processes: dict[str, Process]) -> actions.Provided:
    given = form.cleaned_data
    return actions.Provided(
        given["kind"], given["name"], given["provides"], given["controls"], given["citation"],
        processes.get(given["process"]),
    )  # fmt: skip


def _crumbs() -> list[tuple[str, str]]:
    return [
        *into(_("Quá trình"), reverse("processes:map")),
        (_("Bên cung cấp ngoài"), reverse("processes:providers")),
    ]


def _of(row: Provider) -> dict[str, Any]:
    back = reverse("processes:provider", args=[row.uid])
    return {"back": back, "crumbs": [*_crumbs(), (row.name, back)]}
