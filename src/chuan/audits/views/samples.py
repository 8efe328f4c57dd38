"""Samples: drawn, listed with where each paper lies and who had it in hand; files taken in, as a ready section."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.actions import sampling
from chuan.audits.forms import SampleForm
from chuan.audits.imported import imported
from chuan.audits.models import Audit, AuditSample
from chuan.audits.permissions import may_keep, may_prepare, may_work, require_read_work, require_work
from chuan.audits.pulling import pulled
from chuan.audits.views.around import audit_of, crumbs, scope_of
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import around, saved
from chuan.rules.audits import read_seed
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.refusals.audits import AuditEndsBeforeItBegins
from chuan.rules.types import Period


def draw(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Draw a sample."""
    audit = audit_of(request, uid)
    require_work(audit, request.viewer, keeper_too=True)
    processes = scope_of(audit)
    last = audit.period_end - timedelta(days=1)
    form = SampleForm(
        sent(request), processes=processes, initial={"first": audit.period_start, "last": last, "size": 10}
    )

    def save() -> str:
        given = form.cleaned_data
        if given["last"] < given["first"]:
            raise AuditEndsBeforeItBegins(first=given["first"], last=given["last"])
        process = next((one for one in processes if str(one.uid) == given["process"]), None)
        row = sampling.draw(
            audit, given["register"], Period(given["first"], given["last"] + timedelta(days=1)), int(given["size"]),
            read_seed(given["seed"]), process, by=request.viewer, at=request.at,
        )  # fmt: skip
        return reverse("audits:sample", args=[row.uid])

    return saved(
        request, form, save, title=_("Lấy mẫu"), done=_("Đã lấy mẫu và giữ số gieo."), crumbs=crumbs(audit),
        back=reverse("audits:audit", args=[audit.uid]),
    )  # fmt: skip


def shown(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The records drawn: to be pulled by code and shelf; written in one form."""
    sample = _sample(request, uid)
    require_read_work(sample.audit, request.viewer)
    refusal = ""
    if request.method == "POST":
        try:
            sampling.place(sample, _places(request, sample), by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã ghi nơi để và ghi chú."))
            return redirect("audits:sample", uid=sample.uid)
    open_ = sample.audit.status in sampling.OPEN
    writes = open_ and (may_work(sample.audit, request.viewer) or may_keep(request.viewer))
    context: dict[str, Any] = {
        **around(request), "title": _("Mẫu: %s") % sample.title, "crumbs": crumbs(sample.audit), "sample": sample,
        "audit": sample.audit, "rows": pulled(sample, request.viewer), "refusal": refusal,
        "writes": writes and sample.audit.owner_unit_id == request.viewer.unit.pk,
        "finds": may_work(sample.audit, request.viewer) and sample.audit.status == Audit.Status.UNDER_WAY,
    }  # fmt: skip
    return render(request, "audits/sample.html", context, status=422 if refusal else 200)


def imports(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Files taken in within the days that are audited: who, when, coverage, what stayed open."""
    audit = audit_of(request, uid)
    require_read_work(audit, request.viewer)
    context: dict[str, Any] = {
        **around(request), "title": _("Tệp đã nhập trong kỳ"), "crumbs": crumbs(audit), "audit": audit,
        "told": imported(request.viewer, audit.period), "prepares": may_prepare(audit, request.viewer),
    }  # fmt: skip
    return render(request, "audits/imports.html", context)


def _places(request: Request, sample: AuditSample) -> dict[int, tuple[str, str]]:
    numbers = [one.ordinal for one in sample.records.all()]
    return {
        number: (request.POST.get(f"shelf_{number}", ""), request.POST.get(f"note_{number}", ""))
        for number in numbers
        if f"shelf_{number}" in request.POST
    }


def _sample(request: Request, uid: uuid.UUID) -> AuditSample:
    seen = Audit.objects.seen_by(request.viewer)
    rows = AuditSample.objects.filter(audit__in=seen).select_related(
        "audit__owner_unit", "process", "drawn_by"
    )
    return get_object_or_404(rows, uid=uid)
