"""Packs for inspectors: asked for, made in the background, taken away."""

from __future__ import annotations

import uuid
from datetime import date

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.conformity.forms_packs import PackForm
from chuan.conformity.models import EvidencePack
from chuan.conformity.pack import asking, running
from chuan.conformity.permissions import may_keep, require_read_checks
from chuan.conformity.views.pages import page, saved, usual_day
from chuan.files import actions as files
from chuan.law.inspection import points, source
from chuan.offers.packing import parts
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.refusals import FileUnreadable, NotFound
from chuan.ui.files import attachment
from chuan.ui.formatters import number

SHOWN = 20


def everything(request: Request) -> HttpResponse:
    """What a pack holds, those that were made; the keeper has one made."""
    require_read_checks(request.viewer)
    running.pick_up_stale(request.at)
    year = usual_day(request).year
    last = min(date(year, 12, 31), request.on)
    form = PackForm(sent(request), initial={"first": date(year, 1, 1), "last": last})

    def save() -> str:
        given = form.cleaned_data
        wanted = asking.ask_for_pack(given["first"], given["last"], by=request.viewer, at=request.at)
        running.start(wanted)
        return _address(wanted)

    packs = EvidencePack.objects.seen_by(request.viewer).order_by("-recorded_at")[:SHOWN]
    context = page(request, _("Hồ sơ cho đoàn kiểm tra")) | {
        "keeper": may_keep(request.viewer), "packs": packs, "parts": parts(), "points": len(points()),
        "law": source()[0],
    }  # fmt: skip
    return saved(
        request, form, save, context, done=_("Đang lập hồ sơ; xong thì tải ở đây."), back="/phu-hop/",
        button=_("Lập hồ sơ"), template="conformity/packs.html",
    )  # fmt: skip


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How far a pack is; its file, its digest and how to check it when it is there."""
    running.pick_up_stale(request.at)
    found = _pack(request, uid)
    crumb = (_("Hồ sơ cho đoàn kiểm tra"), reverse("conformity:packs"))
    context = page(request, _("Gói hồ sơ"), crumb) | {
        "found": found, "working": found.finished_at is None, "told": _told(found), "last": _last(found),
    }  # fmt: skip
    return render(request, "conformity/pack.html", context)


def progress(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same for the page that waits."""
    running.pick_up_stale(request.at)
    found = _pack(request, uid)
    settled = found.finished_at is not None
    return JsonResponse({"said": _told(found), "done": found.done, "total": found.total, "settled": settled})


def download(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The pack."""
    found = _pack(request, uid)
    if found.blob is None:
        raise NotFound(thing=_("gói hồ sơ này"))
    try:
        data = files.read(found.blob)
    except OSError:
        raise FileUnreadable(name=found.file_name) from None
    return attachment(data, found.file_name, found.blob.media_type)


def _told(found: EvidencePack) -> str:
    if found.refusal:
        return found.refusal
    if found.finished_at is not None:
        return _("Đã lập xong: %s tệp.") % number(found.files)
    return _("Đang lập: bước %(done)s trong %(total)s.") % {
        "done": number(min(found.done + 1, found.total)), "total": number(found.total),
    }  # fmt: skip


def _last(found: EvidencePack) -> date:
    return date.fromordinal(found.period_end.toordinal() - 1)


def _address(found: EvidencePack) -> str:
    return reverse("conformity:pack", args=[found.uid])


def _pack(request: Request, uid: uuid.UUID) -> EvidencePack:
    seen = EvidencePack.objects.seen_by(request.viewer).select_related("unit", "blob", "asked_by")
    return get_object_or_404(seen, uid=uid)
