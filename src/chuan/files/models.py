"""Files as they came in, byte for byte, named by their digest."""

from __future__ import annotations

from django.db import models

from chuan.offers.uids import new_uid


class Blob(models.Model):
    """The bytes, stored once under their SHA-256; the row says what they are."""

    digest = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    recorded_at = models.DateTimeField(auto_now_add=True)
    let_go_at = models.DateTimeField(null=True, blank=True)
    """When the bytes were thrown away on purpose; digest and size stay, so that a copy can still be recognised."""

    def __str__(self) -> str:
        return f"{self.digest[:12]} ({self.size} bytes)"


class Attachment(models.Model):
    """A blob hung on a thing of some room, with the name it came under."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="attachments")
    unit_uid = models.UUIDField()
    subject_kind = models.CharField(max_length=40)
    subject_uid = models.UUIDField()
    name = models.CharField(max_length=255)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_uid"], name="files_attachment_subject")]

    def __str__(self) -> str:
        return self.name


class SealedFile(models.Model):
    """A blob of ciphertext and its data key under lock (files/sealing.py). No name, no kind: both are inside."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    key_id = models.CharField(max_length=40)
    wrapped_key = models.BinaryField()
    size = models.PositiveBigIntegerField()
    """Bytes that came in, before they were sealed."""
    recorded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"sealed {self.uid}"
