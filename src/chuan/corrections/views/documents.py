"""Controlled documents that the cause may lie in."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from chuan.corrections import actions
from chuan.corrections.forms import DocumentForm, SettleForm
from chuan.corrections.models import AffectedDocument
from chuan.corrections.permissions import require_keep
from chuan.corrections.views.found import address, case_of, crumbs_to, saved
from chuan.offers import revisions
from chuan.offers.subjects import Subject
from chuan.people.door import Request
from chuan.people.sent_forms import sent


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Name a document that may have to change."""
    require_keep(request.viewer)
    case = case_of(request, uid)
    listed = revisions.controlled(case.owner_unit, request.on)
    choices = [(f"{one.subject.kind}.{one.subject.uid}", one.label) for one in listed]
    form = DocumentForm(sent(request), documents=choices)

    def save() -> None:
        kind, _dot, text = form.cleaned_data["document"].partition(".")
        actions.name_document(case, Subject(kind, uuid.UUID(text)), by=request.viewer, at=request.at)

    lead = "" if choices else _("Đơn vị chưa có tài liệu kiểm soát nào trong danh mục.")
    return saved(
        request, form, save, title=_("Ghi tài liệu bị ảnh hưởng"), done=_("Đã ghi tài liệu bị ảnh hưởng."),
        back=address(case), crumbs=crumbs_to(case), case=case, lead=lead, button=_("Ghi lại"),
    )  # fmt: skip


def settle(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say that it was revised, or why it need not be."""
    require_keep(request.viewer)
    seen = AffectedDocument.objects.filter(case__owner_unit_id__in=request.viewer.unit_ids)
    row = seen.select_related("case__owner_unit").filter(uid=uid).first()
    if row is None:
        raise Http404
    form = SettleForm(sent(request))

    def save() -> None:
        if form.cleaned_data["outcome"] == AffectedDocument.Outcome.REVISED.value:
            actions.revise_document(row, by=request.viewer, at=request.at)
        else:
            actions.waive_document(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Kết quả với tài liệu"), done=_("Đã ghi kết quả với tài liệu."),
        back=address(row.case), crumbs=crumbs_to(row.case), case=row.case, lead=row.label, button=_("Ghi lại"),
    )  # fmt: skip
