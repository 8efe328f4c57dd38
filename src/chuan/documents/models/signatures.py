"""Digital signatures: every check of a file, whom we trust, whose certificate is whose, and tickets to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models.documents import Document
from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class TrustItemQuerySet(models.QuerySet["TrustItem"]):
    """What a unit trusts, and who may see it."""

    def seen_by(self, viewer: Viewer) -> TrustItemQuerySet:
        """Items of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class TrustItem(models.Model):
    """A root or intermediate certificate, or a revocation list, that the unit declared by naming its source."""

    class Kind(models.TextChoices):
        ANCHOR = "anchor", _("chứng thư gốc")
        INTERMEDIATE = "intermediate", _("chứng thư trung gian")
        CRL = "crl", _("danh sách thu hồi (CRL)")
        OCSP = "ocsp", _("trả lời OCSP")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="trust_items")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects = TrustItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "blob"],
                condition=Q(ended_at__isnull=True),
                name="documents_trustitem_once",
            ),
            models.CheckConstraint(condition=~Q(citation=""), name="documents_trustitem_cited"),
        ]

    def __str__(self) -> str:
        return self.title


class SignatureCheckQuerySet(models.QuerySet["SignatureCheck"]):
    """Checks of files, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SignatureCheckQuerySet:
        """Checks made in the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class SignatureCheck(models.Model):
    """One check of one file at one moment under one set of trust: the report as it was said. Append-only.

    The standing check of a document is the latest of its ``blob``.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="signature_checks"
    )
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="signature_checks")
    file_name = models.CharField(max_length=255)
    verdict = models.CharField(max_length=16)
    person = models.CharField(max_length=16)
    """Verdict of the authorised person's signatures: passed | indeterminate | failed | none."""
    agency = models.CharField(max_length=16)
    report = models.TextField()
    """JSON of exchange.signatures.SignatureReport."""
    trust_digest = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField()

    objects = SignatureCheckQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["document", "checked_at"], name="documents_check_document"),
            models.Index(fields=["unit", "-checked_at"], name="documents_check_recent"),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.verdict}"


class Signature(models.Model):
    """One signature as one check found it. Append-only."""

    found_by = models.ForeignKey(SignatureCheck, on_delete=models.PROTECT, related_name="signatures")
    ordinal = models.PositiveSmallIntegerField()
    field = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=12)
    """person | agency | unknown."""
    signer = models.CharField(max_length=300)
    certificate = models.CharField(max_length=64, blank=True)
    """SHA-256 of the certificate."""
    level = models.CharField(max_length=10, blank=True)
    verdict = models.CharField(max_length=16)
    claimed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["found_by", "ordinal"], name="documents_signature_once")
        ]
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return f"{self.signer}: {self.verdict}"


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Registered certificates, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CertificateQuerySet:
        """Certificates of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Certificate(models.Model):
    """Whose certificate is whose: an official's own, or the agency's (``official`` empty)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="certificates")
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="certificates"
    )
    der = models.BinaryField()
    fingerprint = models.CharField(max_length=64)
    subject = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_to = models.DateField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "fingerprint"],
                condition=Q(ended_at__isnull=True),
                name="documents_certificate_once",
            )
        ]

    def __str__(self) -> str:
        return self.subject


class SigningTicket(models.Model):
    """A short permission for the command on an official's own PC to sign named documents once.

    The code itself is never stored, only its digest; the server never holds a private key.
    """

    class Role(models.TextChoices):
        PERSON = "person", _("chữ ký của người có thẩm quyền")
        SEAL = "seal", _("chữ ký số của cơ quan")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=Role.choices)
    code_digest = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    certificate = models.BinaryField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.role} {self.opened_at:%d/%m/%Y}"


class TicketItem(models.Model):
    """One document of a ticket: the bytes prepared for signing and what became of them."""

    ticket = models.ForeignKey(SigningTicket, on_delete=models.CASCADE, related_name="items")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    prepared = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    to_sign = models.TextField(blank=True)
    """JSON of exchange.signing.Prepared without its bytes."""
    outcome = models.CharField(max_length=12, blank=True)
    said = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ticket", "document"], name="documents_ticketitem_once")
        ]

    def __str__(self) -> str:
        return f"{self.ticket_id} {self.document_id}"


class FileBatchQuerySet(models.QuerySet["FileBatch"]):
    """Folders of signed files, and who may see them."""

    def seen_by(self, viewer: Viewer) -> FileBatchQuerySet:
        """Batches of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class FileBatch(models.Model):
    """A folder of signed files dropped in one go, checked in the background."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="file_batches")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    arrived_at = models.DateTimeField()
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = FileBatchQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.total} files {self.arrived_at:%d/%m/%Y}"


class SignedFileQuerySet(models.QuerySet["SignedFile"]):
    """Signed files, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SignedFileQuerySet:
        """Files of the viewer's units."""
        return self.filter(batch__unit_id__in=viewer.unit_ids)


class SignedFile(models.Model):
    """One file of a batch: what was read from it, its check, and the document it was matched to."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    batch = models.ForeignKey(FileBatch, on_delete=models.PROTECT, related_name="files")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255)
    status = models.CharField(max_length=12, default="waiting")
    """rules.lifecycles.SIGNED_FILE."""
    number = models.CharField(max_length=30, blank=True)
    symbol = models.CharField(max_length=40, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    subject = models.TextField(blank=True)
    checked = models.ForeignKey(
        SignatureCheck, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="signed_files"
    )
    picture_only = models.BooleanField(default=False)
    """No cryptographic signature at all, only what looks like one."""
    said = models.TextField(blank=True)

    objects = SignedFileQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["batch", "status"], name="documents_signedfile_status")]

    def __str__(self) -> str:
        return self.file_name
