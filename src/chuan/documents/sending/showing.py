"""The words of a sending's verbs and statuses, and which acts its page offers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Delivery, DeliveryStep, Packet
from chuan.documents.sending.summary import from_text
from chuan.documents.sought import documents_with, has_words
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import DELIVERY

UNPROVEN = ("queued", "sent", "failed")
"""Statuses in which nobody knows that the document has arrived."""

SHAPES = {
    "queued": "running", "sent": "running", "failed": "not-met", "arrived": "met", "refused": "not-met",
    "accepted": "met", "waiting": "met", "in_work": "met", "done": "met", "recall_asked": "paused",
    "recalled": "unmeasured", "recall_denied": "at-risk",
}  # fmt: skip
"""The drawing beside the words of a status."""

PACKET_SHAPES = {
    "taken": "met",
    "waiting": "due-soon",
    "accepted": "met",
    "declined": "not-met",
    "ignored": "unmeasured",
}

STATES: dict[str, str | Promise] = {
    "": _("Mọi trạng thái"),
    "mo": _("chưa báo đã đến"),
    **{name: status.label for name, status in DELIVERY.statuses.items()},
}


def state_words(delivery: Delivery) -> str:
    """The words of its status; inside, that the official has opened it."""
    if delivery.way == Delivery.Way.INSIDE and delivery.status == "accepted":
        return str(_("đã mở"))
    return str(DELIVERY.statuses[delivery.status].label)


def step_words(step: DeliveryStep) -> str:
    """The words of one step."""
    return str(DELIVERY.verbs.get(step.verb, step.verb))


def watched(
    viewer: Viewer, *, way: str = "", state: str = "", days: int | None = None, words: str = "", on: date
) -> QuerySet[Delivery]:
    """Sendings of the viewer's units as filtered, the newest first; ``days``: not confirmed for so many."""
    rows = Delivery.objects.seen_by(viewer).select_related("document", "official", "correspondent")
    if way:
        rows = rows.filter(way=way)
    if state == "mo":
        rows = rows.filter(status__in=UNPROVEN)
    elif state:
        rows = rows.filter(status=state)
    if days is not None:
        rows = rows.filter(status__in=UNPROVEN, queued_at__lt=_after(on - timedelta(days=days)))
    return _with_words(rows, words, viewer).order_by("-queued_at", "-pk")


def _after(day: date) -> datetime:
    """The end of a day on the office's clock."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), datetime.min.time()))


def _with_words(rows: QuerySet[Delivery], words: str, viewer: Viewer) -> QuerySet[Delivery]:
    """Sendings of documents whose number or subject has the words, or to a receiver whose name has them."""
    if not words.split():
        return rows
    named = rows.order_by().values_list("to", flat=True).distinct()
    whom = [to for to in named.iterator() if has_words([to], words)]
    return rows.filter(Q(document__uid__in=documents_with(words, viewer)) | Q(to__in=whom))


def silent_for(delivery: Delivery, at: datetime) -> int | None:
    """Whole days since it was queued without a word of arrival; None where it arrived."""
    return (at - delivery.queued_at).days if delivery.status in UNPROVEN else None


def mine(viewer: Viewer) -> QuerySet[Delivery]:
    """What was sent to the viewer inside, unopened first."""
    official = viewer.official.pk if viewer.official else None
    rows = Delivery.objects.seen_by(viewer).filter(way=Delivery.Way.INSIDE, official=official)
    return (
        rows.exclude(Q(status="recalled")).select_related("document").order_by("-status", "-queued_at", "-pk")
    )


PACKET_KINDS: dict[str, str | Promise] = {
    "new": _("văn bản mới"),
    "revocation": _("thu hồi văn bản"),
    "update": _("cập nhật văn bản"),
    "replacement": _("thay thế văn bản"),
    "status": _("báo trạng thái"),
}


def packets(viewer: Viewer, *, kind: str = "", status: str = "", words: str = "") -> QuerySet[Packet]:
    """Packets of the viewer's units as filtered, those that wait first, then the newest."""
    rows = Packet.objects.seen_by(viewer).select_related("document")
    if kind:
        rows = rows.filter(kind=kind)
    if status:
        rows = rows.filter(status=status)
    if words.split():
        told = rows.values_list("pk", "file_name", "sender", "outside_id", "summary")
        keys = [
            pk for pk, *texts, summary in told.iterator() if has_words([*texts, *_sought(summary)], words)
        ]
        rows = rows.filter(pk__in=keys)
    waits = Case(When(status=Packet.Status.WAITING, then=0), default=1)
    return rows.order_by(waits, "-arrived_at", "-pk")


def _sought(summary: str) -> tuple[str, str]:
    told = from_text(summary)
    return told.full_number, told.subject
