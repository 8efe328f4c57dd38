"""Documents of any kind, what one does to another, and whom it goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.law.document_types import document_types, type_title
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post, Unit
from chuan.people.roles import Role
from chuan.rules.lifecycles import INCOMING, OUTGOING

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


DRAFTING = ("draft", "content_review", "form_review", "to_sign", "dropped")
"""Stages in which a paper is nobody's business but its makers'."""

UNISSUED = (
    "draft",
    "content_review",
    "form_review",
    "to_sign",
    "handed_over",
    "signed",
    "numbered",
    "sealed",
)

SEE_DRAFTS = (
    Role.CHAIRMAN, Role.VICE_CHAIRMAN, Role.OFFICE_CLERK, Role.REGISTRY_CLERK, Role.ISO_SECRETARY
)  # fmt: skip

_STAGES = {name: status.label for table in (OUTGOING, INCOMING) for name, status in table.statuses.items()}


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents, and who may see them."""

    def seen_by(self, viewer: Viewer) -> DocumentQuerySet:
        """Documents owned by the viewer's units; a draft only by its drafter and those who review and sign.

        A guest sees decisions that were read and confirmed, which are the unit's objectives: subjects of other papers
        name petitioners and officials.
        """
        seen = self.filter(owner_unit_id__in=viewer.unit_ids)
        if viewer.guest:
            return seen.outgoing().filter(state=Document.State.CONFIRMED).exclude(stage__in=DRAFTING)
        if viewer.has(*SEE_DRAFTS):
            return seen
        mine = Q(drafted_by=viewer.official) if viewer.official else Q(pk__in=())
        return seen.filter(~Q(stage__in=DRAFTING) | mine)

    def outgoing(self) -> DocumentQuerySet:
        """Văn bản đi: what the unit issues."""
        return self.filter(direction=Document.Direction.OUT)

    def incoming(self) -> DocumentQuerySet:
        """Văn bản đến."""
        return self.filter(direction=Document.Direction.IN)

    def drafts(self) -> DocumentQuerySet:
        """Outgoing documents that are not issued yet."""
        return self.outgoing().filter(stage__in=UNISSUED)

    def issued(self) -> DocumentQuerySet:
        """Outgoing documents that left, among them those recalled later."""
        return self.outgoing().filter(stage__in=("issued", "recalled"))


class Document(models.Model):
    """A document of any type; a decision is one of type QĐ. Number and date come from the paper."""

    class Direction(models.TextChoices):
        OUT = "out", _("văn bản đi")
        IN = "in", _("văn bản đến")
        EXTERNAL = "external", _("văn bản viện dẫn")

    class State(models.TextChoices):
        RECEIVED = "received", _("đã nhận")
        READ = "read", _("đã đọc, chờ xác nhận")
        CONFIRMED = "confirmed", _("đã xác nhận")

    class Urgency(models.TextChoices):
        NORMAL = "normal", _("thường")
        URGENT = "urgent", _("khẩn")
        VERY_URGENT = "very_urgent", _("thượng khẩn")
        EXPRESS = "express", _("hỏa tốc")

    class Basis(models.TextChoices):
        FILE = "file", _("từ tệp văn bản")
        DRAFT = "draft", _("soạn trong Chuẩn")
        REGISTER = "register", _("từ sổ của hệ thống nguồn")
        PACKET = "packet", _("từ gói tin liên thông")
        TYPED = "typed", _("ghi tay")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="documents")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="owned_documents")
    direction = models.CharField(max_length=10, choices=Direction.choices, default=Direction.OUT)
    type = models.CharField(max_length=10)
    number = models.CharField(max_length=30, blank=True)
    symbol = models.CharField(max_length=40, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    issuer_name = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120, blank=True)
    subject = models.TextField(blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=120, blank=True)
    signer_authority = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    stage = models.CharField(max_length=20, default="issued")
    """Where it stands in rules.lifecycles.OUTGOING or INCOMING; "" for a document only cited."""
    urgency = models.CharField(max_length=12, choices=Urgency.choices, default=Urgency.NORMAL)
    electronic = models.BooleanField(null=True, blank=True)
    """Whether the original is electronic; None where a followed register does not say."""
    basis = models.CharField(max_length=10, choices=Basis.choices, default=Basis.FILE)
    outside_code = models.CharField(max_length=160, blank=True)
    """The row of a followed register that this document is (intake.OutsideRow.outside_code)."""
    listed = models.BooleanField(default=True)
    """False: it came from a followed register of which no row names it any more; it stays, uncounted."""
    series = models.CharField(max_length=40, blank=True)
    number_year = models.PositiveSmallIntegerField(null=True, blank=True)
    number_value = models.PositiveIntegerField(null=True, blank=True)
    """Keep mode: the sequence the number was taken from ("in": số đến), and the number itself."""
    drafted_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="drafted_documents"
    )
    drafting_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    content = models.TextField(blank=True)
    """The standing draft: JSON of paper.contents.Content; every version is kept in DraftVersion."""
    signed_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    """Ngày chuyển, ngày phát hành."""
    pages = models.PositiveIntegerField(null=True, blank=True)
    copies = models.PositiveIntegerField(null=True, blank=True)
    arrival_number = models.CharField(max_length=30, blank=True)
    """Số đến."""
    arrived_on = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    """The day the sender was told that an incoming document is here (NĐ 30/2020 art 21.2c)."""
    lead_name = models.CharField(max_length=200, blank=True)
    """Đơn vị hoặc người nhận, chủ trì: as the register writes it."""
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    progress = models.CharField(max_length=300, blank=True)
    reply_number = models.CharField(max_length=80, blank=True)
    file_code = models.CharField(max_length=40, blank=True)
    """Số, ký hiệu hồ sơ."""
    retention = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(effective_to__isnull=True) | Q(effective_to__gt=F("effective_from")),
                name="documents_document_effect",
            ),
            models.UniqueConstraint(
                fields=["unit", "series", "number_year", "number_value"],
                condition=~Q(series=""),
                name="documents_document_number_once",
            ),
            models.UniqueConstraint(
                fields=["unit", "direction", "outside_code"],
                condition=~Q(outside_code=""),
                name="documents_document_followed_once",
            ),
            models.CheckConstraint(
                condition=Q(series="", number_year__isnull=True, number_value__isnull=True)
                | ~Q(series="")
                & Q(number_year__isnull=False, number_value__gt=0)
                & (Q(signed_on__isnull=False) | Q(direction="in")),
                name="documents_document_number_after_signature",
            ),
            models.CheckConstraint(
                condition=Q(direction="in", stage__in=list(INCOMING.statuses))
                | Q(direction="out", stage__in=list(OUTGOING.statuses))
                | Q(direction="external"),
                name="documents_document_stage",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_unit", "-issued_on"], name="documents_document_recent"),
            models.Index(
                fields=["owner_unit", "state", "direction", "stage"], name="documents_document_state"
            ),
            models.Index(fields=["owner_unit", "direction", "stage"], name="documents_document_stage"),
            models.Index(
                fields=["owner_unit", "direction", "-arrived_on"], name="documents_document_arrived"
            ),
            models.Index(fields=["owner_unit", "symbol", "number"], name="documents_document_number"),
            models.Index(fields=["unit", "direction", "issued_on"], name="documents_document_book_out"),
            models.Index(fields=["unit", "direction", "arrived_on"], name="documents_document_book_in"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def stage_label(self) -> str:
        """The words of its stage."""
        return str(_(_STAGES[self.stage])) if self.stage in _STAGES else ""

    @property
    def full_number(self) -> str:
        """ "148/QĐ-UBND", or "(chưa có số)/QĐ-UBND" when the paper leaves it blank."""
        return f"{self.number or '(chưa có số)'}/{self.symbol}" if self.symbol else self.number

    @property
    def short_name(self) -> str:
        """ "QĐ 148/QĐ-UBND": type and number; a type whose symbol has no abbreviation by its number alone."""
        abbreviation = (
            document_types()[self.type].abbreviation if self.type in document_types() else self.type
        )
        return " ".join(part for part in (abbreviation, self.full_number) if part)

    @property
    def title(self) -> str:
        """How lists name it: "Quyết định 148/QĐ-UBND ngày 11/08/2020"; a law without a number by its subject."""
        named = self.full_number or (self.subject if self.direction == Document.Direction.EXTERNAL else "")
        words = [type_title(self.type), named]
        if self.issued_on:
            words.append(f"ngày {self.issued_on:%d/%m/%Y}")
        return " ".join(word for word in words if word)


class Link(models.Model):
    """What a document does to another, or stands on; ``target`` when that one is held here too."""

    class Kind(models.TextChoices):
        BASED_ON = "based_on", _("căn cứ")
        SUPERSEDES = "supersedes", _("thay thế")
        AMENDS = "amends", _("sửa đổi, bổ sung")
        REPEALS = "repeals", _("bãi bỏ")
        ANNULS = "annuls", _("hủy bỏ")
        CORRECTS = "corrects", _("đính chính")
        REPLIES = "replies", _("trả lời")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="links")
    target = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="linked_from"
    )
    citation = models.CharField(max_length=600)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    part = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.citation}"


class Recipient(models.Model):
    """One line of "Nơi nhận", as written."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="recipients")
    position = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, blank=True)
    """official | post | group | all | outside | file; "" while nobody knows whom the line names."""
    target = models.CharField(max_length=200, blank=True)
    """uid of the official, post, group or correspondent."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="documents_recipient_position")
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.line
