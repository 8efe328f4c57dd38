"""Packets that came in: dropped, listed, looked into, decided about."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.actions import sending as actions
from chuan.documents.actions.sending.packets_in import Taken
from chuan.documents.forms_sending import DecideForm, PacketListForm, PacketsForm
from chuan.documents.models import Packet
from chuan.documents.permissions import check_registers, may_register
from chuan.documents.sending import matching, reports, showing
from chuan.documents.sending.organ import organ_of
from chuan.documents.sending.summary import Summary, from_text
from chuan.documents.sending.taking import attachments_of
from chuan.documents.views.sending import deciding
from chuan.documents.views.sending.pages import EDXML, PER_PAGE, REFUSED, crumbs
from chuan.exchange.edxml import EDXML as EDXML_LIMITS
from chuan.exchange.sheets import write_sheet
from chuan.exchange.uploads import MOST_BYTES, over_the_limit
from chuan.files import actions as files
from chuan.intake.record_systems import system_on
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import NotAllowed, Refused
from chuan.rules.refusals.edxml import EdxmlTooBig
from chuan.ui.files import XLSX, attachment
from chuan.ui.formatters import number


def listed(request: Request) -> HttpResponse:
    """What came in, what waits for a decision; and the box to drop new ones into."""
    if request.method == "POST":
        return _receive(request)
    return _list(request, PacketsForm())


def exported(request: Request) -> HttpResponse:
    """The same rows as an Excel file."""
    return attachment(
        write_sheet(reports.packet_sheet(_rows(request), on=request.on)), "goi-tin-den.xlsx", XLSX
    )


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One packet: its facts, remarks, files, signature; and the decision it waits for."""
    packet = _packet(request, uid)
    told = from_text(packet.summary)
    asks = packet.kind in ("revocation", "update", "replacement")
    offered = matching.concerned(packet.unit, told) if asks else []
    form = DecideForm(request.POST if request.method == "POST" else None, offered=offered, asks=asks)
    if request.method == "POST" and form.is_valid():
        with said_on(form, reason_missing="note"):
            messages.success(request, deciding.do(request, packet, request.POST.get("do", ""), form, offered))
            return redirect("documents:packet", uid=packet.uid)
        packet.refresh_from_db()
    status = REFUSED if request.method == "POST" else 200
    return render(
        request, "documents/sending/packet.html", _context(request, packet, told, form), status=status
    )


def original(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The packet file as it came."""
    packet = _packet(request, uid)
    check_registers(request.viewer)
    return attachment(files.read(packet.blob), _plain(packet.file_name), EDXML)


def attached(request: Request, uid: uuid.UUID, place: int) -> HttpResponse:
    """One file of the packet, counted from 0; before it is taken in, only for who registers."""
    packet = _packet(request, uid)
    if packet.document is None:
        check_registers(request.viewer)
    found = attachments_of(packet)
    if place >= len(found) or found[place].broken == "base64":
        raise Http404
    return attachment(found[place].content, found[place].safe_name, "application/octet-stream")


def answer(request: Request, uid: uuid.UUID, answer: uuid.UUID) -> HttpResponse:
    """A status packet that answers, to be sent over the axis."""
    packet = _packet(request, uid)
    check_registers(request.viewer)
    found = next((one for one in actions.answers_of(packet) if one.uid == answer), None)
    if found is None:
        raise Http404
    return attachment(files.read(found.blob), _plain(found.name), EDXML)


def _receive(request: Request) -> HttpResponse:
    check_registers(request.viewer)
    form = PacketsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, form, status=REFUSED)
    given = [(str(one.name), one) for one in form.cleaned_data["tep"]]
    try:
        taken = actions.receive_packets(given, by=request.viewer, clock=timezone.now)
    except NotAllowed:
        raise
    except Refused as refused:
        form.add_error("tep", refused.sentence)
        return _list(request, form, status=REFUSED)
    taken += [_too_big(name) for name in over_the_limit(request)]
    kept = [one for one in taken if one.packet is not None]
    if len(kept) < len(taken):
        return _list(request, PacketsForm(), taken=taken, status=REFUSED)
    messages.success(request, _("Đã nhận %s gói tin.") % number(len(kept)))
    only = kept[0].packet if len(kept) == 1 else None
    return redirect("documents:packet", uid=only.uid) if only else redirect("documents:packets")


def _too_big(name: str) -> Taken:
    """A file that was dropped on its way in, before anything of it was kept."""
    size, limit = MOST_BYTES // 1_000_000, EDXML_LIMITS.file_bytes // 1_000_000
    return Taken(name, refused=EdxmlTooBig(megabytes=size, limit=limit))


def _list(
    request: Request, drop: PacketsForm, *, taken: list[Taken] | None = None, status: int = 200
) -> HttpResponse:
    page = Paginator(_rows(request), PER_PAGE).get_page(request.GET.get("trang"))
    refused = [one for one in taken or [] if one.refused is not None]
    context = {
        "title": _("Gói tin đến"),
        "crumbs": crumbs(),
        "form": PacketListForm(request.GET, kinds=showing.PACKET_KINDS),
        "drop": drop,
        "page": page,
        "lines": reports.told_of(page.object_list),
        "kinds": showing.PACKET_KINDS,
        "query": request.GET.urlencode(),
        "may": may_register(request.viewer),
        "system": system_on(request.viewer.unit, "documents", request.on),
        "refused": refused,
        "kept": len(taken or []) - len(refused),
    }
    return render(request, "documents/sending/packets.html", context, status=status)


def _rows(request: Request) -> Any:
    form = PacketListForm(request.GET, kinds=showing.PACKET_KINDS)
    form.is_valid()
    given = form.cleaned_data
    return showing.packets(
        request.viewer, kind=given.get("loai", ""), status=given.get("tt", ""), words=given.get("tim", "")
    )


def _context(request: Request, packet: Packet, told: Summary, form: DecideForm) -> dict[str, Any]:
    unit, new = packet.unit, packet.kind == "new"
    system = system_on(unit, "documents", request.on)
    return {
        "title": _("Gói tin: %s") % str(showing.PACKET_KINDS[packet.kind]),
        "crumbs": crumbs((_("Gói tin đến"), reverse("documents:packets"))),
        "packet": packet,
        "told": told,
        "shape": showing.PACKET_SHAPES[packet.status],
        "same": matching.followed_as(unit, told) if new and packet.status == "waiting" else [],
        "addressed": matching.is_for(unit, told) if packet.kind != "status" else None,
        "answers": actions.answers_of(packet) if may_register(request.viewer) else [],
        "organ": organ_of(unit, request.on),
        "system": system,
        "deeds": deciding.offered(packet, request.viewer, system.keeps),
        "may": may_register(request.viewer),
        "form": form,
    }


def _packet(request: Request, uid: uuid.UUID) -> Packet:
    seen = Packet.objects.seen_by(request.viewer)
    return get_object_or_404(seen.select_related("unit", "blob", "document", "by", "decided_by"), uid=uid)


def _plain(name: str) -> str:
    """A name without folders or control characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(one if one.isprintable() else "_" for one in last)[-150:] or "goi-tin.edxml"
