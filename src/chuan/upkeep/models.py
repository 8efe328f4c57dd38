"""What is remembered of the upkeep: each backup that was asked for or came by its hour."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.offers.uids import new_uid


class Backup(models.Model):
    """One backup into the folder of backups: waiting, running, made, failed or let go by the rule of keeping.

    Of the whole machine, not of one unit. A row is a memory of the archive, not the archive: whoever needs to know
    what is there looks into the folder (``upkeep.backups``).
    """

    class State(models.TextChoices):
        """Where it stands."""

        RUNNING = "running", gettext_lazy("đang sao lưu")
        MADE = "made", gettext_lazy("đã sao lưu")
        FAILED = "failed", gettext_lazy("không sao lưu được")
        LET_GO = "let_go", gettext_lazy("đã bỏ theo hạn giữ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    begun_at = models.DateTimeField()
    asked_by = models.CharField(max_length=80)
    """As the trail names whoever asked: a uid, or the programme."""
    state = models.CharField(max_length=8, choices=State.choices, default=State.RUNNING)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    touched_at = models.DateTimeField()
    """The last sign of life while it runs."""
    made_at = models.DateTimeField(null=True, blank=True)
    """When it was whole, read back and named."""
    path = models.CharField(max_length=1000, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    unwell = models.PositiveIntegerField(default=0)
    """Files that were missing or damaged in the house itself."""
    second = models.CharField(max_length=1000, blank=True)
    """Path of the copy in the second place, read back there."""
    refusal = models.TextField(blank=True)
    """Why it failed, or why there is no copy in the second place."""

    class Meta:
        indexes = [models.Index(fields=["state", "-begun_at"], name="upkeep_backup_state")]

    def __str__(self) -> str:
        return f"{self.begun_at:%Y-%m-%d %H:%M} {self.state}"

    @property
    def sentence(self) -> str:
        """What became of it, in one or two Vietnamese sentences."""
        if self.state == self.State.FAILED:
            return self.refusal
        if self.state != self.State.MADE or self.made_at is None:
            return str(self.get_state_display())
        when = f"{timezone.localtime(self.made_at):%H:%M ngày %d/%m/%Y}"
        told = _("Đã sao lưu lúc %(when)s vào %(path)s, đã đọc lại và khớp.") % {
            "when": when,
            "path": self.path,
        }
        hurt = _("%d tệp trong kho đã mất hoặc hỏng từ trước: chạy chuan doctor để xem.") % self.unwell
        return " ".join([told, *([hurt] if self.unwell else []), self.refusal]).strip()
