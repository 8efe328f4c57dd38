"""One paper beside the plan: what is asked of it, every promise with its sentence, and what a person says of each."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chuan.files import actions as files
from chuan.objectives.bases import actions, showing
from chuan.objectives.models import Basis, BasisMatch, Objective
from chuan.objectives.views.downloads import attachment
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

REFUSED = 422


def basis(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The comparison; POST says one thing of the paper or of its lines, named by ``do``."""
    found = _basis(request, uid)
    refusal, typed = "", {}
    if request.method == "POST":
        do = _DOES.get(request.POST.get("do", "giong"))
        if do is None:
            raise Http404
        try:
            messages.success(request, do(request, found))
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal, typed = refused.sentence, request.POST.dict()
        else:
            return redirect("objectives:basis", uid=found.uid)
    context = showing.page_of(
        found, request.viewer, on=request.on, chosen=request.GET.get("so", ""), typed=typed
    )
    context |= {"refusal": refusal, "typed": typed, "marked": _marked(request, typed)}
    return render(request, "objectives/bases/one.html", context, status=REFUSED if refusal else 200)


def original(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The file as it was dropped."""
    found = _basis(request, uid)
    if found.attachment is None:
        raise Http404
    blob = found.attachment.blob
    return attachment(files.read(blob), found.attachment.name, blob.media_type)


def _basis(request: Request, uid: uuid.UUID) -> Basis:
    related = (
        "plan__owner_unit__parent", "plan__decision", "document__unit", "reading", "attachment__blob", "round", "by",
    )  # fmt: skip
    return get_object_or_404(Basis.objects.seen_by(request.viewer).select_related(*related), uid=uid)


def _marked(request: Request, typed: Mapping[str, Any]) -> list[str] | None:
    """Lines marked in a form that was refused; None on the first showing, when those that are the same are."""
    return request.POST.getlist("dong") if typed.get("do") == "giong" else None


def _accept(request: Request, found: Basis) -> str:
    actions.accept(found, request.POST.get("note", ""), by=request.viewer, at=request.at)
    return _("Đã ghi: vẫn dùng văn bản này làm căn cứ.")


def _withdraw(request: Request, found: Basis) -> str:
    actions.withdraw(found, request.POST.get("note", ""), by=request.viewer, at=request.at)
    return _("Đã thôi dùng căn cứ này. Bản so và các xác nhận vẫn đọc được.")


def _same(request: Request, found: Basis) -> str:
    n = actions.confirm_plain(found, request.POST.getlist("dong"), by=request.viewer, at=request.at)
    return ngettext("Đã xác nhận %s dòng.", "Đã xác nhận %s dòng.", n) % n


def _line(request: Request, found: Basis) -> str:
    sent = request.POST
    made = actions.confirm(
        found, sent.get("key", ""), sent.get("place", ""), sent.get("way", ""), sent.get("note", ""),
        by=request.viewer, at=request.at,
    )  # fmt: skip
    return _("Đã xác nhận: %s.") % made.get_standing_display()


def _undo(request: Request, found: Basis) -> str:
    chosen = get_object_or_404(
        BasisMatch.objects.filter(basis=found), uid=_uid(request.POST.get("match", ""))
    )
    actions.undo(chosen, request.POST.get("note", ""), by=request.viewer, at=request.at)
    return _("Đã bỏ xác nhận. Dòng cũ vẫn lưu.")


def _count(request: Request, found: Basis) -> str:
    rows = Objective.objects.filter(plan=found.plan_id)
    objective = get_object_or_404(rows, uid=_uid(request.POST.get("objective", "")))
    answer, note = request.POST.get("answer", ""), request.POST.get("note", "")
    actions.count(found, objective, answer, note, by=request.viewer, at=request.at)
    return _("Đã ghi câu trả lời về cách đếm.")


def _uid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None


_DOES: dict[str, Callable[[Request, Basis], str]] = {
    "nhan": _accept, "thoi": _withdraw, "giong": _same, "dong": _line, "bo": _undo, "dem": _count,
}  # fmt: skip
