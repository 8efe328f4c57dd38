"""From the pressed button of a packet's page to the decision, and which buttons the page has."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.actions import sending as actions
from chuan.documents.actions.sending import deciding
from chuan.documents.forms_sending import DecideForm
from chuan.documents.models import Document, Packet
from chuan.documents.permissions import may_register
from chuan.documents.sending.taking import taking_of
from chuan.people.door import Request
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound


def offered(packet: Packet, viewer: Viewer, keeps: bool) -> list[tuple[str, str]]:
    """(do, words) of each button; where another system keeps the register nothing is taken in or answered."""
    if not may_register(viewer) or packet.unit_id != viewer.unit.pk or packet.kind == "status":
        return []
    if packet.status != Packet.Status.WAITING:
        return [("again", _("Lập lại gói tin báo đã đến"))] if keeps and packet.kind == "new" else []
    if packet.kind == "new":
        taking = [("take_in", _("Tiếp nhận")), ("send_back", _("Từ chối tiếp nhận"))] if keeps else []
        return [*taking, ("set_aside", _("Để riêng"))]
    return [("accept", _("Đồng ý")), ("decline", _("Không đồng ý")), ("set_aside", _("Để riêng"))]


def do(request: Request, packet: Packet, deed: str, form: DecideForm, about: list[Document]) -> str:
    """Do what the button says; returns the sentence of what was done. Raises whatever the action refuses."""
    by, note = request.viewer, form.cleaned_data["note"]
    document = _chosen(form, about)
    if deed == "take_in":
        return _take_in(request, packet)
    if deed == "send_back":
        deciding.send_back(packet, note, by=by, at=request.at)
        return _("Đã từ chối tiếp nhận; tải gói tin trả lời để gửi.")
    if deed == "set_aside":
        deciding.set_aside(packet, note, by=by, at=request.at)
        return _("Đã để riêng gói tin.")
    if deed == "accept":
        return _accept(request, packet, document, note)
    if deed == "decline":
        deciding.decline(packet, document, note, by=by, at=request.at)
        return _("Đã ghi không đồng ý; tải gói tin trả lời để gửi.")
    if deed == "again":
        actions.answer_packet(packet, "01", by=by, at=request.at)
        return _("Đã lập gói tin báo đã đến.")
    raise NotFound(thing=_("việc vừa bấm"))


def _take_in(request: Request, packet: Packet) -> str:
    """Reading the packet again may take longer than an act: the moment is read anew."""
    taking = taking_of(packet, by=request.viewer, at=request.at)
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    document = deciding.take_in(packet, taking, by=request.viewer, at=timezone.now())
    said = _("Đã tiếp nhận %s; đăng ký ở Văn bản đến.") % document.title
    return f"{said} {taking.said}".strip()


def _accept(request: Request, packet: Packet, document: Document | None, note: str) -> str:
    by = request.viewer
    taking = None if packet.kind == "revocation" else taking_of(packet, by=by, at=request.at)
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    deciding.accept(packet, document, note, taking=taking, by=by, at=timezone.now())
    return _("Đã ghi đồng ý; tải gói tin trả lời để gửi.")


def _chosen(form: DecideForm, about: list[Document]) -> Document | None:
    uid = form.cleaned_data.get("document", "")
    return next((one for one in about if str(one.uid) == uid), None)
