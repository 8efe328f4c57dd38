"""Covered copies of a letter, and the scan they are made of for as long as somebody marks it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob, SealedFile
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.petitions.models.cases import Petition


class WorkingCopy(models.Model):
    """A letter's scan while one person marks what is to be covered; sealed, one a petition, destroyed after hours.

    ``marks``: pages looked at and areas marked, as JSON (``petitions.redacting.marks``); places, no words.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    petition = models.OneToOneField(Petition, on_delete=models.PROTECT, related_name="working_copy")
    sealed = models.OneToOneField(SealedFile, on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveSmallIntegerField()
    marks = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"working copy of {self.petition_id}"


class Redaction(models.Model):
    """A covered copy. Sealed until a person has looked at every page of it; then a file that verifiers may take.

    ``source``: uid of the sealed scan it was made of, destroyed in the same act. ``areas``: what was covered, as
    fractions of each page. Of a withdrawn copy only the row is left.
    """

    class Why(models.TextChoices):
        TELLS = "tells", _("còn chỗ cho biết người gửi đơn")
        TOO_MUCH = "too_much", _("che nhầm nội dung cần đọc")
        WRONG_SCAN = "wrong_scan", _("bản chụp thiếu trang, mờ hoặc nhầm đơn")
        MORE = "more", _("che thêm trên bản này")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    petition = models.ForeignKey(
        Petition, on_delete=models.PROTECT, related_name="redactions", db_index=False
    )
    number = models.PositiveSmallIntegerField()
    """1, 2, 3 within its petition."""
    source = models.UUIDField()
    areas = models.TextField(blank=True)
    areas_digest = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField()
    sealed = models.OneToOneField(
        SealedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=10, blank=True, choices=Why.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "number"], name="petitions_redaction_number"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=False, sealed__isnull=True)
                | Q(confirmed_at__isnull=True, sealed__isnull=False, blob__isnull=True)
                | Q(confirmed_at__isnull=False, sealed__isnull=True, blob__isnull=False),
                name="petitions_redaction_bytes",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def file_name(self) -> str:
        """How the copy is called where it is saved: by code, nothing else."""
        part = "" if self.number == 1 else f"-{self.number}"
        return f"{self.petition.code}-ban-che{part}.pdf"

    @property
    def stands(self) -> bool:
        """Whether verifiers may take it."""
        return self.confirmed_at is not None and self.withdrawn_at is None

    @property
    def waits(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.confirmed_at is None and self.withdrawn_at is None
