"""Whom documents go to, every sending with what became of it, and packets that ask for a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models.documents import Document, Recipient
from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class CorrespondentQuerySet(models.QuerySet["Correspondent"]):
    """Outside addresses, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CorrespondentQuerySet:
        """Addresses of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Correspondent(models.Model):
    """An agency or person outside: its name, its organ code on the axis, its official mail."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="correspondents")
    name = models.CharField(max_length=200)
    other_names = models.TextField(blank=True)
    """How "Nơi nhận" writes it, one a line ("UBND thị xã", "Phòng Nội vụ")."""
    organ_code = models.CharField(max_length=50, blank=True)
    mail = models.EmailField(blank=True)
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    objects = CorrespondentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(ended_on__isnull=True),
                name="documents_correspondent_once",
            )
        ]

    def __str__(self) -> str:
        return self.name


class GroupQuerySet(models.QuerySet["Group"]):
    """Groups of officials, and who may see them."""

    def seen_by(self, viewer: Viewer) -> GroupQuerySet:
        """Groups of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Group(models.Model):
    """People who are written to together ("Ban Chỉ đạo ISO", "các ban ngành, đoàn thể")."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="document_groups")
    name = models.CharField(max_length=200)
    other_names = models.TextField(blank=True)
    posts = models.ManyToManyField(Post, related_name="+", blank=True)
    officials = models.ManyToManyField(Official, related_name="+", blank=True)
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], condition=Q(ended_on__isnull=True), name="documents_group_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Sendings, and who may see them."""

    def seen_by(self, viewer: Viewer) -> DeliveryQuerySet:
        """Sendings of documents of the viewer's units; asked row by row, so that the newest are met first."""
        owned = Document.objects.filter(pk=OuterRef("document_id"), owner_unit_id__in=viewer.unit_ids)
        return self.filter(Exists(owned))


class Delivery(models.Model):
    """One sending of one document to one receiver. ``status`` is the projection of its steps (DELIVERY)."""

    class Way(models.TextChoices):
        INSIDE = "inside", _("trong Chuẩn")
        MAIL = "mail", _("thư điện tử công vụ")
        EDXML = "edxml", _("gói tin liên thông")
        SOURCE = "source", _("hệ thống văn bản")
        PAPER = "paper", _("bản giấy")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="deliveries")
    recipient = models.ForeignKey(
        Recipient, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    way = models.CharField(max_length=8, choices=Way.choices)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    correspondent = models.ForeignKey(
        Correspondent, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    to = models.CharField(max_length=300)
    """The receiver as shown."""
    packet = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=16, default="queued")
    queued_at = models.DateTimeField()

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["official", "status"], name="documents_delivery_official"),
            models.Index(fields=["document", "way"], name="documents_delivery_document"),
            models.Index(fields=["-queued_at", "-id"], name="documents_delivery_recent"),
            models.Index(fields=["status", "way", "queued_at"], name="documents_delivery_unproven"),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.status}"


class DeliveryStep(models.Model):
    """What was reported of a sending: a verb of DELIVERY with its moment, words and proof. Append-only."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="steps")
    seq = models.PositiveIntegerField()
    verb = models.CharField(max_length=12)
    after = models.CharField(max_length=16)
    said_at = models.DateTimeField(null=True, blank=True)
    """The moment the other side wrote."""
    note = models.TextField(blank=True)
    proof = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivery", "seq"], name="documents_deliverystep_once")
        ]
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.verb}"


class PacketQuerySet(models.QuerySet["Packet"]):
    """Packets, and who may see them."""

    def seen_by(self, viewer: Viewer) -> PacketQuerySet:
        """Packets of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Packet(models.Model):
    """A packet file that came in. Updates, recalls and replacements wait for a person's decision.

    They never overwrite a registered document.
    """

    class Status(models.TextChoices):
        TAKEN = "taken", _("đã nhận")
        WAITING = "waiting", _("chờ quyết định")
        ACCEPTED = "accepted", _("đã đồng ý")
        DECLINED = "declined", _("đã từ chối")
        IGNORED = "ignored", _("không dùng tới")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="packets")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=255)
    kind = models.CharField(max_length=16)
    outside_id = models.CharField(max_length=250, blank=True)
    """DocumentId as the packet writes it."""
    sender = models.CharField(max_length=200, blank=True)
    sender_code = models.CharField(max_length=50, blank=True)
    summary = models.TextField(blank=True)
    """JSON of the packet without its attachments."""
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="packets"
    )
    status = models.CharField(max_length=10, choices=Status.choices)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    arrived_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The status packet that answers it (01, 02, 03, 06, 15, 16)."""

    objects = PacketQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["unit", "status", "-arrived_at"], name="documents_packet_waiting")]

    def __str__(self) -> str:
        return self.file_name
