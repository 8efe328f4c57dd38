"""Known layouts: those confirmed here, those that come with Chuẩn, and files from other wards."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from chuan.intake.actions.layouts import keep_layout
from chuan.intake.forms.layouts import LayoutFileForm
from chuan.intake.layouts import dump_layout, shipped
from chuan.intake.models import Layout
from chuan.intake.permissions import may_import, require_import
from chuan.intake.running import freshen_waiting
from chuan.intake.showing import layouts as showing
from chuan.intake.views.pages import REFUSED, attachment, crumbs_to, sent
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import LayoutUnreadable, NotFound

TOML = "application/toml"


def listed(request: Request) -> HttpResponse:
    """Every layout; and, for those who may import, a file from another ward."""
    if request.method == "POST":
        require_import(request.viewer)
    form = LayoutFileForm(*sent(request))
    if form.is_bound and form.is_valid():
        with said_on(form, layout_unreadable="tep"):
            taken = _take(request, form)
            messages.success(
                request, _("Đã nạp cách ghép “%s”. Tệp có cùng tiêu đề cột sẽ tự nhận ra.") % taken.name
            )
            return redirect("intake:layouts")
    context = {
        "title": _("Cách ghép cột"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "own": showing.own_layouts(request.viewer),
        "shipped": showing.shipped_layouts(),
        "form": form if may_import(request.viewer) else None,
    }
    return render(request, "intake/layouts.html", context, status=REFUSED if form.errors else 200)


def own_file(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One of the unit's layouts as a small file."""
    found = get_object_or_404(Layout.objects.seen_by(request.viewer), uid=uid)
    return attachment(found.body.encode(), showing.file_name(found.name, found.version), TOML)


def shipped_file(request: Request, fingerprint: str) -> HttpResponse:
    """One that comes with Chuẩn."""
    found = next((one for one in shipped() if one.fingerprint == fingerprint), None)
    if found is None:
        raise NotFound(thing=_("cách ghép này"))
    return attachment(dump_layout(found).encode(), showing.file_name(found.name), TOML)


def text_of(file: UploadedFile[Any]) -> str:
    """What stands in a layout file. Raises LayoutUnreadable when it is no text."""
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LayoutUnreadable(name=str(file.name), why=_("nội dung không phải chữ")) from None


def _take(request: Request, form: LayoutFileForm) -> Layout:
    file = form.cleaned_data["tep"]
    text = text_of(file)
    kept = keep_layout(text, name=str(file.name), by=request.viewer, at=request.at)
    freshen_waiting(request.viewer.unit, at=request.at)
    return kept
