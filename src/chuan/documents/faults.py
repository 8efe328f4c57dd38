"""What a document says of itself when it is raised as a nonconformity; proposed: sendings that a receiver refused."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.models import Delivery, Document
from chuan.documents.models.documents import DRAFTING
from chuan.offers import faults
from chuan.offers.faults import Facts, Proposal
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import DELIVERY
from chuan.ui import formatters as say

DOCUMENT, SENDING, CLAUSE = "document", "delivery", "8.7.1"
MOST = 50


def offer() -> None:
    """Offer it; called when the programme starts."""
    faults.register(DOCUMENT, tell_document)
    faults.register(SENDING, tell_sending)
    faults.propose_with(propose)


def tell_document(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """A document by number, day and subject; a draft is nobody's business but its makers' and has none."""
    one = Document.objects.seen_by(viewer).filter(uid=uid).exclude(stage__in=DRAFTING).first()
    if one is None:
        return None
    lines = [
        (_("Trích yếu"), one.subject),
        (_("Cơ quan ban hành"), one.issuer_name),
        (_("Ngày"), say.day(one.issued_on) if one.issued_on else ""),
        (_("Số đến"), str(one.arrival_number or "")),
        (_("Tình trạng"), one.stage_label),
    ]
    told = tuple(pair for pair in lines if pair[1])
    address = reverse("documents:document", args=[uid])
    return Facts(Subject(DOCUMENT, uid), one.title[:300], address, told, clause=CLAUSE)


def tell_sending(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """One sending: what, to which office, what came of it. A receiver inside the unit is an official: not named."""
    one = Delivery.objects.seen_by(viewer).select_related("document").filter(uid=uid).first()
    if one is None:
        return None
    lines = [
        (_("Văn bản"), one.document.title),
        (_("Trích yếu"), one.document.subject),
        (_("Nơi nhận"), "" if one.official_id else one.to),
        (_("Cách gửi"), one.get_way_display()),
        (_("Gửi ngày"), say.day(timezone.localdate(one.queued_at))),
        (_("Kết quả"), DELIVERY.statuses[one.status].label),
    ]
    label = _("Lượt gửi %s") % one.document.title
    told = tuple(pair for pair in lines if pair[1])
    return Facts(Subject(SENDING, uid), label[:300], _address(uid), told, clause=CLAUSE)


def propose(unit: Unit, on: date, at: datetime) -> Iterator[Proposal]:
    """Sendings of the last year that a receiver refused; one statement."""
    rows = Delivery.objects.filter(
        document__owner_unit=unit, status="refused", queued_at__gt=at - timedelta(days=365)
    )
    for one in rows.select_related("document").order_by("queued_at", "pk")[:MOST]:
        words = _("%s bị nơi nhận từ chối tiếp nhận, phải gửi lại.") % one.document.title
        since = timezone.localdate(one.queued_at)
        yield Proposal(
            f"{SENDING}.refused.{one.uid}", Subject(SENDING, one.uid), words, _address(one.uid), since, CLAUSE
        )


def _address(uid: uuid.UUID) -> str:
    return reverse("documents:delivery", args=[uid])
