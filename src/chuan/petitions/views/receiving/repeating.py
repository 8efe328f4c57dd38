"""Likely repeats of a petition: codes and how alike, to be joined or left by a person."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.petitions.actions.repeating import link, unlink
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition
from chuan.petitions.receiving.repeats import likely_of
from chuan.petitions.views.receiving import kept_one, page
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def repeats(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What it may repeat; join one, or take it off."""
    petition = kept_one(request, uid)
    refusal = ""
    if request.method == "POST":
        try:
            return _act(request, petition)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
    bench = bench_of(petition.owner_unit)
    values = bench.values(request.on)
    return page(
        request, "repeats", _("Tìm đơn trùng với %s") % petition.code, petition, refusal=refusal,
        found=likely_of(petition, request.viewer, bench), same=values["repeats.same"],
        linked=Petition.objects.seen_by(request.viewer).filter(repeats=petition).first(),
        refused=bool(refusal),
    )  # fmt: skip


def _act(request: Request, petition: Petition) -> HttpResponse:
    if "unlink" in request.POST:
        unlink(petition, by=request.viewer, at=request.at)
        messages.success(request, _("Đã bỏ nối; đơn này lại tính riêng."))
    else:
        other = get_object_or_404(Petition.objects.seen_by(request.viewer), uid=_uid(request))
        link(petition, other, by=request.viewer, at=request.at)
        messages.success(request, _("Đã nối với %s; hai đơn tính là một.") % other.code)
    return redirect("petitions:repeats", uid=petition.uid)


def _uid(request: Request) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("with", ""))
    except ValueError:
        raise NotFound(thing=_("đơn này")) from None
