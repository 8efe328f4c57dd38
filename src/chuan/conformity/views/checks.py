"""The self-check now, those that were kept, one of them."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from chuan.conformity import actions
from chuan.conformity.forms import RunForm
from chuan.conformity.models import CheckFound, CheckRun
from chuan.conformity.nights import last_of, new_breaches
from chuan.conformity.permissions import may_keep, require_read_checks
from chuan.conformity.running import ORDER, Checked, run
from chuan.conformity.views.pages import page, saved, usual_day
from chuan.offers.self_checks import Severity
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import read_date

SHOWN = 20


def everything(request: Request) -> HttpResponse:
    """What every rule finds for a day; the keeper keeps it."""
    require_read_checks(request.viewer)
    on = _day(request)
    form = RunForm(sent(request), initial={"on": on})

    def save() -> str:
        kept = actions.keep_run(form.cleaned_data["on"], by=request.viewer, at=request.at)
        return f"/phu-hop/tu-kiem/{kept.uid}/"

    checked = run(request.viewer.unit, on, request.at)
    context = page(request, _("Tự kiểm tra hệ thống")) | told(checked) | {
        "on": on, "keeper": may_keep(request.viewer), "night": last_of(request.viewer.unit), "fresh": _fresh(request),
        "runs": CheckRun.objects.seen_by(request.viewer).select_related("by").order_by("-recorded_at")[:SHOWN],
    }  # fmt: skip
    return saved(
        request, form, save, context, done=_("Đã lưu lần tự kiểm tra."), back="/phu-hop/", button=_("Lưu"),
        template="conformity/checks.html",
    )  # fmt: skip


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A kept self-check as it was."""
    require_read_checks(request.viewer)
    kept = get_object_or_404(CheckRun.objects.seen_by(request.viewer).select_related("by"), uid=uid)
    found = list(kept.lines)
    title = _("Tự kiểm tra ngày %s") % kept.on.strftime("%d/%m/%Y")
    context = page(request, title, (_("Tự kiểm tra"), "/phu-hop/tu-kiem/")) | {
        "kept": kept,
        "groups": [
            (one, label, [row for row in found if row.severity == one]) for one, label in CheckFound.Severity.choices
        ],
    }  # fmt: skip
    return render(request, "conformity/run.html", context)


def told(checked: Checked) -> dict[str, Any]:
    """What the page says of a run: groups by severity, counts, what found nothing."""
    labels = dict(CheckFound.Severity.choices)
    return {
        "groups": [(one.value, labels[one.value], checked.of(one), checked.count(one)) for one in ORDER],
        "passed": checked.passed, "rules": checked.rules, "breaches": checked.count(Severity.BREACH),
        "found": sum(checked.count(one) for one in ORDER),
    }  # fmt: skip


def _fresh(request: Request) -> int:
    """How many rules broken the last night found that nobody has looked at."""
    found = new_breaches(request.viewer.unit)
    return found[1] if found is not None else 0


def _day(request: Request) -> date:
    """``?ngay=31/12/2021``, not after today; else the usual day."""
    try:
        typed = read_date(request.GET.get("ngay", ""))
    except Refused:
        return usual_day(request)
    return typed if typed <= request.on else usual_day(request)
