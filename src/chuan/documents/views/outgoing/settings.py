"""How the unit numbers its documents, and the bare yearly count of secret ones."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents import numbering
from chuan.documents.actions import outgoing as actions
from chuan.documents.actions.outgoing.settings import SETTABLE
from chuan.documents.forms_outgoing import NumberingForm, SecretForm
from chuan.documents.models import SecretCount
from chuan.documents.permissions import check_registers, check_sets_numbering
from chuan.documents.views.outgoing.found import REFUSED, crumbs_to
from chuan.intake.record_systems import system_on
from chuan.people.door import Request
from chuan.people.models import Unit, UnitSetting
from chuan.people.saying import said_on


def numbers(request: Request) -> HttpResponse:
    """One sequence or one per type, and the abbreviations, each from a day on by its document."""
    check_sets_numbering(request.viewer)
    unit = request.viewer.unit
    form = NumberingForm(request.POST if request.method == "POST" else None, initial=_standing(unit, request))
    if request.method == "POST" and form.is_valid():
        with said_on(form, citation_missing="citation"):
            given = form.cleaned_data
            actions.set_numbering(
                form.values(), valid_from=given["valid_from"], citation=given["citation"], by=request.viewer,
                at=request.at,
            )  # fmt: skip
            messages.success(request, _("Đã ghi cách cấp số."))
            return redirect("documents:numbering")
    context = {
        "title": _("Cách cấp số văn bản"),
        "crumbs": crumbs_to(),
        "form": form,
        "system": system_on(unit, "documents", request.on),
        "rows": [(_said(row), row) for row in UnitSetting.objects.standing(unit, *SETTABLE)],
        "back": reverse("documents:drafts"),
    }
    return render(
        request, "documents/outgoing/numbering.html", context, status=REFUSED if form.is_bound else 200
    )


def secrets(request: Request) -> HttpResponse:
    """How many secret documents each year, nothing else of them."""
    check_registers(request.viewer)
    form = SecretForm(
        request.POST if request.method == "POST" else None, initial={"year": str(request.on.year)}
    )
    if request.method == "POST" and form.is_valid():
        with said_on(form, count_unchanged="count", reason_missing="reason"):
            given = form.cleaned_data
            actions.record_secret_count(
                int(given["year"]), int(given["count"]), given["reason"], by=request.viewer, at=request.at
            )
            messages.success(request, _("Đã ghi số lượng văn bản mật."))
            return redirect("documents:secret_counts")
    rows = SecretCount.objects.seen_by(request.viewer).select_related("by").order_by("-year", "-version")
    context = {
        "title": _("Số lượng văn bản mật"),
        "crumbs": crumbs_to(),
        "form": form,
        "rows": rows,
        "back": reverse("documents:drafts"),
    }
    return render(
        request, "documents/outgoing/secrets.html", context, status=REFUSED if form.is_bound else 200
    )


def _said(row: UnitSetting) -> str:
    """A setting in words."""
    if row.key == numbering.SETTING:
        return _("Mỗi loại văn bản một dãy số") if row.value == numbering.PER_TYPE else _("Một dãy số chung")
    words = {
        numbering.AGENCY_SIGN: _("Viết tắt cơ quan: %s"),
        numbering.OFFICE_SIGN: _("Viết tắt đơn vị soạn thảo: %s"),
    }
    return words[row.key] % row.value


def _standing(unit: Unit, request: Request) -> dict[str, str]:
    return {
        "sequence": numbering.setting_on(unit, numbering.SETTING, request.on),
        "agency_sign": numbering.setting_on(unit, numbering.AGENCY_SIGN, request.on),
        "office_sign": numbering.setting_on(unit, numbering.OFFICE_SIGN, request.on),
    }
