"""Who did what, in order, and nothing ever taken back."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One act: one canonical line, chained to the line before. Append-only (database triggers).

    No foreign keys: a chain must be checkable offline and outlive what it speaks of.
    """

    chain = models.CharField(max_length=64)
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    on = models.DateField()
    actor = models.CharField(max_length=80)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_uid = models.UUIDField()
    line = models.TextField()
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="trail_entry_chain_seq")]
        indexes = [
            models.Index(fields=["chain", "-seq"], name="trail_entry_recent"),
            models.Index(fields=["subject_kind", "subject_uid", "seq"], name="trail_entry_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq} {self.verb}"


class Detail(models.Model):
    """Before and after, apart from the chain so that a lawful retention act can purge it.

    The salt lives here too: once purged, the digest in the line tells nothing.
    """

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="detail")
    salt = models.CharField(max_length=32)
    body = models.TextField()
    purged_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="purges"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purged_by__isnull=True) | models.Q(body="", salt=""),
                name="trail_detail_purged_is_empty",
            )
        ]

    def __str__(self) -> str:
        return f"detail of {self.entry_id}"


class Head(models.Model):
    """The last link of each chain; the row every append locks."""

    chain = models.CharField(max_length=64, unique=True)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)
    written_at = models.DateTimeField(null=True, blank=True)
    """The machine's clock at the last line; no act is written before it (docs/decisions/clock-set-back.md)."""

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq}"


class Anchor(models.Model):
    """A head that was printed or handed out, so that a rewritten chain is caught. Append-only."""

    chain = models.CharField(max_length=64)
    seq = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    where = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["chain", "seq"], name="trail_anchor_chain")]

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq} at {self.where}"
