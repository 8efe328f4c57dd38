"""What is asked, and what was answered: every version of every answer stays (TCVN ISO 9001:2015, 9.2.2 f)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.audits.models.programmes import Audit
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.processes.models import Process


class ChecklistItem(models.Model):
    """One question of an audit. ``ordinal`` is printed on the paper checklist too and never given twice."""

    class Source(models.TextChoices):
        CLAUSE = "clause", _("theo điều của tiêu chuẩn")
        PROCEDURE = "procedure", _("theo quá trình")
        FINDING = "finding", _("từ phát hiện kỳ trước")
        OWN = "own", _("đoàn thêm")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="items")
    ordinal = models.PositiveSmallIntegerField()
    clause = models.CharField(max_length=10)
    process = models.ForeignKey(Process, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    question = models.CharField(max_length=500)
    source = models.CharField(max_length=10, choices=Source.choices)
    about = models.ForeignKey(
        "audits.Finding", on_delete=models.PROTECT, null=True, blank=True, related_name="asked_in"
    )
    """The finding of an earlier audit that is looked at again."""
    recorded_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "ordinal"], name="audits_checklistitem_ordinal")
        ]

    def __str__(self) -> str:
        return f"{self.audit} · {self.ordinal}"


class Answer(models.Model):
    """What was found at one question. Append-only; ``client_key`` is made where it was typed, so that words sent
    twice by a broken line are written once."""

    class Verdict(models.TextChoices):
        CONFORM = "conform", _("phù hợp")
        NOT_CONFORM = "not_conform", _("không phù hợp")
        NOT_SEEN = "not_seen", _("chưa xem được")

    item = models.ForeignKey(ChecklistItem, on_delete=models.PROTECT, related_name="answers")
    version = models.PositiveIntegerField()
    verdict = models.CharField(max_length=12, choices=Verdict.choices, blank=True)
    notes = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    client_key = models.UUIDField(unique=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "version"], name="audits_answer_version"),
            models.CheckConstraint(condition=Q(version__gt=0), name="audits_answer_counted"),
        ]

    def __str__(self) -> str:
        return f"{self.item} v{self.version}"
