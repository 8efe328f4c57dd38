"""The scale in force, and the unit's own in its place."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import around, into, saved
from chuan.risks import actions
from chuan.risks.forms import ScaleForm, written
from chuan.risks.permissions import may_keep, require_keep
from chuan.risks.register import matrix_rows
from chuan.risks.scale import named, scale_of
from chuan.rules.types import Sure


def shown(request: Request) -> HttpResponse:
    """Steps, levels by table, and where all of it comes from."""
    dated = scale_of(request.viewer.unit, request.on)
    context = {
        **around(request),
        "title": _("Thang chấm mức"),
        "crumbs": into(_("Rủi ro"), reverse("risks:register")),
        "dated": dated,
        "named": named(dated),
        "is_sure": dated.sure is Sure.READ,
        "likelihood": list(enumerate(dated.scale.likelihood, start=1)),
        "effect": list(enumerate(dated.scale.effect, start=1)),
        "rows": matrix_rows(dated, {}),
        "keeper": may_keep(request.viewer),
    }
    return render(request, "risks/scale.html", context)


def put(request: Request) -> HttpResponse:
    """The unit's own scale, by its own document."""
    require_keep(request.viewer)
    dated = scale_of(request.viewer.unit, request.on)
    medium, high, severe = dated.bounds
    form = ScaleForm(
        sent(request),
        initial={
            "likelihood": written(dated.scale.likelihood), "effect": written(dated.scale.effect), "medium": medium,
            "high": high, "severe": severe, "since": request.on,
            "months": ", ".join(str(one.review_months) for one in dated.scale.levels),
        },
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        bounds = [int(given[name]) for name in ("medium", "high", "severe")]
        actions.set_scale(
            given["likelihood"], given["effect"], bounds, given["months"], since=given["since"],
            citation=given["citation"], by=request.viewer, at=request.at,
        )  # fmt: skip

    back = reverse("risks:scale")
    return saved(
        request, form, save, title=_("Đặt thang của đơn vị"), done=_("Đã đặt thang; những lần chấm trước giữ nguyên."),
        lead=_("Lần chấm từ ngày áp dụng mới theo thang này. Rủi ro chấm theo thang cũ được nêu riêng dưới ma trận."),
        back=back, crumbs=[*into(_("Rủi ro"), reverse("risks:register")), (_("Thang chấm mức"), back)],
    )  # fmt: skip
