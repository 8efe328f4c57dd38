"""Outside addresses and groups: listed, added, mended, ended; and the unit's own code."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions import sending as actions
from chuan.documents.forms_sending import CorrespondentForm, GroupForm, OrganForm
from chuan.documents.models import Correspondent, Group
from chuan.documents.permissions import check_registers, check_sets_numbering, may_register
from chuan.documents.sending.organ import CODE, IN_CHARGE, organ_of
from chuan.documents.views.sending.pages import PER_PAGE, REFUSED, crumbs, saved, sent
from chuan.people.door import Request
from chuan.people.models import UnitSetting
from chuan.people.saying import said_on
from chuan.rules.vietnamese import fold


def correspondents(request: Request) -> HttpResponse:
    """Outside addresses that stand."""
    rows = list(Correspondent.objects.seen_by(request.viewer).filter(ended_on=None).order_by("name"))
    sought = fold(request.GET.get("tim", "")).split()
    found = [one for one in rows if all(word in fold(f"{one.name} {one.other_names} {one.organ_code} {one.mail}")
             for word in sought)]  # fmt: skip
    context = {
        "title": _("Nơi nhận ngoài"),
        "crumbs": crumbs(),
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("trang")),
        "query": request.GET.get("tim", "")[:200],
        "may": may_register(request.viewer),
    }
    return render(request, "documents/sending/correspondents.html", context)


def correspondent(request: Request, uid: uuid.UUID | None = None) -> HttpResponse:
    """A new outside address, or one that is mended."""
    check_registers(request.viewer)
    seen = Correspondent.objects.seen_by(request.viewer).filter(ended_on=None)
    standing = get_object_or_404(seen, uid=uid) if uid else None
    form = CorrespondentForm(
        *sent(request), initial=CorrespondentForm.initial_of(standing) if standing else None
    )

    def save() -> str:
        actions.put_correspondent(
            actions.Address(**form.cleaned_data), by=request.viewer, at=request.at, standing=standing
        )
        messages.success(request, _("Đã ghi nơi nhận ngoài."))
        return reverse("documents:correspondents")

    context = {
        "title": standing.name if standing else _("Thêm nơi nhận ngoài"),
        "crumbs": crumbs((_("Nơi nhận ngoài"), reverse("documents:correspondents"))),
        "button": _("Ghi"),
        "end": reverse("documents:correspondent_end", args=[standing.uid]) if standing else "",
        "end_label": _("Thôi dùng nơi nhận này"),
    }
    return saved(request, form, save, context, organ_code_wrong="organ_code", address_twice="name")


def end_correspondent(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Nothing is sent there any more."""
    one = get_object_or_404(Correspondent.objects.seen_by(request.viewer).filter(ended_on=None), uid=uid)
    if request.method == "POST":
        actions.end_correspondent(one, by=request.viewer, at=request.at)
        messages.success(request, _("Đã thôi dùng %s; lượt gửi cũ vẫn giữ.") % one.name)
    return redirect("documents:correspondents")


def groups(request: Request) -> HttpResponse:
    """Groups that stand, with who is in them."""
    rows = Group.objects.seen_by(request.viewer).filter(ended_on=None).prefetch_related("posts", "officials")
    context = {
        "title": _("Nhóm nhận văn bản"),
        "crumbs": crumbs(),
        "page": Paginator(rows.order_by("name"), PER_PAGE).get_page(request.GET.get("trang")),
        "may": may_register(request.viewer),
    }
    return render(request, "documents/sending/groups.html", context)


def group(request: Request, uid: uuid.UUID | None = None) -> HttpResponse:
    """A new group, or one that is mended."""
    check_registers(request.viewer)
    seen = Group.objects.seen_by(request.viewer).filter(ended_on=None)
    standing = get_object_or_404(seen, uid=uid) if uid else None
    form = GroupForm(
        *sent(request), viewer=request.viewer, initial=GroupForm.initial_of(standing) if standing else None
    )

    def save() -> str:
        given, (posts, people) = form.cleaned_data, form.chosen()
        actions.put_group(
            given["name"],
            given["other_names"],
            posts,
            people,
            by=request.viewer,
            at=request.at,
            standing=standing,
        )
        messages.success(request, _("Đã ghi nhóm."))
        return reverse("documents:groups")

    context = {
        "title": standing.name if standing else _("Lập nhóm nhận văn bản"),
        "crumbs": crumbs((_("Nhóm nhận văn bản"), reverse("documents:groups"))),
        "button": _("Ghi"),
        "end": reverse("documents:group_end", args=[standing.uid]) if standing else "",
        "end_label": _("Thôi dùng nhóm này"),
    }
    return saved(request, form, save, context, address_twice="name", group_empty="posts")


def end_group(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Nothing is sent to the group any more."""
    one = get_object_or_404(Group.objects.seen_by(request.viewer).filter(ended_on=None), uid=uid)
    if request.method == "POST":
        actions.end_group(one, by=request.viewer, at=request.at)
        messages.success(request, _("Đã thôi dùng nhóm %s.") % one.name)
    return redirect("documents:groups")


def organ(request: Request) -> HttpResponse:
    """The unit's code on the axis and the agency above it, each from a day on by a document."""
    check_sets_numbering(request.viewer)
    unit = request.viewer.unit
    standing = organ_of(unit, request.on)
    initial = {"code": standing.id, "in_charge": standing.in_charge} if standing else None
    form = OrganForm(*sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        with said_on(form, citation_missing="citation", organ_code_wrong="code"):
            actions.set_organ(**form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi mã định danh."))
            return redirect("documents:organ_code")
    context = {
        "title": _("Mã định danh của đơn vị"),
        "crumbs": crumbs(),
        "form": form,
        "rows": UnitSetting.objects.standing(unit, CODE, IN_CHARGE),
        "keys": {CODE: _("Mã định danh"), IN_CHARGE: _("Cơ quan chủ quản")},
        "code_key": CODE,
    }
    return render(request, "documents/sending/organ.html", context, status=REFUSED if form.is_bound else 200)
