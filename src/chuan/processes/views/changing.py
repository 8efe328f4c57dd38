"""Forms of the map: a process written, changed, ended; parts given and taken; the proposed set taken over."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.law.processes import proposed_on
from chuan.people.door import Request
from chuan.people.models import Post
from chuan.people.sent_forms import sent
from chuan.processes import actions
from chuan.processes.chart import KIND_OF_DOCUMENT, standing, things_to_name
from chuan.processes.forms import (
    NewProcessForm,
    PartForm,
    ProcessForm,
    ProposalForm,
    TakePartForm,
    UntilForm,
    initial_of,
)
from chuan.processes.models import Process
from chuan.processes.permissions import require_keep
from chuan.processes.views.forms import into, saved


def define(request: Request) -> HttpResponse:
    """Write a process of the unit."""
    require_keep(request.viewer)
    form = NewProcessForm(
        sent(request),
        documents=things_to_name(KIND_OF_DOCUMENT, request.viewer),
        initial={"since": request.on, "kind": "serve"},
    )

    def save() -> str:
        since = form.cleaned_data["since"]
        row = actions.define_process(form.written, since=since, by=request.viewer, at=request.at)
        return reverse("processes:process", args=[row.uid])

    return saved(
        request, form, save, title=_("Thêm quá trình"), button=_("Thêm"),
        done=_("Đã thêm quá trình. Bước tiếp: giao cho chức danh chịu trách nhiệm."),
        **_map(),
    )  # fmt: skip


def propose(request: Request) -> HttpResponse:
    """Take over lines of the proposed set; what stands already is not offered again."""
    require_keep(request.viewer)
    found = proposed_on(request.on)
    taken = {one.code for one in standing(request.viewer.unit, request.on)}
    fresh = [one for one in found.processes if one.code not in taken] if found else []
    form = ProposalForm(
        sent(request), proposed=fresh, initial={"since": request.on, "chosen": [one.code for one in fresh]}
    )

    def save() -> None:
        given = form.cleaned_data
        chosen = [one for one in fresh if one.code in given["chosen"]]
        actions.take_over(chosen, since=given["since"], by=request.viewer, at=request.at)

    lead = _(
        "Danh mục do phần mềm gợi ý, chưa đối chiếu được với mô hình khung của Bộ Khoa học và Công nghệ. Bỏ dấu ở dòng "
        "không hợp; lấy về rồi sửa từng dòng được."
    )
    if not fresh:
        lead = _(
            "Mọi quá trình trong danh mục gợi ý đều đã có. Quá trình khác thì bấm Thêm quá trình ở trang trước."
        )
    return saved(
        request, form, save, title=_("Lấy danh mục gợi ý"),
        done=_("Đã lấy danh mục. Bước tiếp: giao từng quá trình cho chức danh chịu trách nhiệm."),
        lead=lead, button=_("Lấy các dòng đã đánh dấu"), **_map(),
    )  # fmt: skip


def change(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write a process anew."""
    process = _kept(request, uid)
    form = ProcessForm(
        sent(request), documents=things_to_name(KIND_OF_DOCUMENT, request.viewer), initial=initial_of(process)
    )

    def save() -> None:
        actions.change_process(process, form.written, by=request.viewer, at=request.at)

    return saved(
        request,
        form,
        save,
        title=_("Sửa quá trình"),
        done=_("Đã sửa quá trình."),
        button=_("Lưu"),
        **_of(process),
    )


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A process is done no more."""
    process = _kept(request, uid)
    form = UntilForm(sent(request), initial={"until": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.end_process(process, given["until"], given["citation"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Kết thúc quá trình"),
        done=_("Đã kết thúc quá trình; những năm trước giữ nguyên."),
        lead=f"{process.code} {process.name}", button=_("Kết thúc"), **_map(),
    )  # fmt: skip


def give(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A post gets a part."""
    process = _kept(request, uid)
    posts = list(Post.objects.seen_by(request.viewer).filter(unit=request.viewer.unit).order_by("title"))
    owned = process.hands.filter(part="owner", valid_to=None).exists()
    form = PartForm(
        sent(request), posts=posts, initial={"since": request.on, "part": "doer" if owned else "owner"}
    )

    def save() -> None:
        given = form.cleaned_data
        post = next(one for one in posts if str(one.uid) == given["post"])
        actions.give_part(
            process, post, given["part"], since=given["since"], citation=given["citation"], by=request.viewer,
            at=request.at,
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Phân công"), done=_("Đã phân công."), lead=f"{process.code} {process.name}",
        **_of(process),
    )  # fmt: skip


def take(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A part ends."""
    process = _kept(request, uid)
    hands = list(process.hands.filter(valid_to=None).select_related("post").order_by("pk"))
    form = TakePartForm(sent(request), hands=hands, initial={"until": request.on})

    def save() -> None:
        given = form.cleaned_data
        hand = next(one for one in hands if str(one.pk) == given["hand"])
        actions.take_part_away(hand, given["until"], given["citation"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thôi phân công"), done=_("Đã thôi phân công; những ngày trước giữ nguyên."),
        lead=f"{process.code} {process.name}", **_of(process),
    )  # fmt: skip


def _kept(request: Request, uid: uuid.UUID) -> Process:
    """One that the viewer may write, of his own unit."""
    require_keep(request.viewer)
    return get_object_or_404(
        Process.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit), uid=uid
    )


def _map() -> dict[str, Any]:
    back = reverse("processes:map")
    return {"back": back, "crumbs": into(_("Quá trình"), back)}


def _of(process: Process) -> dict[str, Any]:
    back = reverse("processes:process", args=[process.uid])
    return {"back": back, "crumbs": [*into(_("Quá trình"), reverse("processes:map")), (process.code, back)]}
