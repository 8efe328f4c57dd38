"""The work on a nonconformity: at once, why, what is done about the cause, whether that worked, which papers change."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.corrections.models.cases import Nonconformity
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.rules.corrections import Rhythm, Shape, Verdict
from chuan.rules.targets.types import Comparator
from chuan.rules.types import Period
from chuan.ui import words as ui_words

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class Correction(models.Model):
    """What was done at once about the thing itself, not about its cause (TCVN ISO 9001:2015, 8.7.1, 10.2.1 a)."""

    case = models.ForeignKey(Nonconformity, on_delete=models.PROTECT, related_name="corrections")
    what = models.CharField(max_length=1000)
    done_on = models.DateField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.what[:60]


class Cause(models.Model):
    """A cause in one round: coded, said in words, and how it was made sure that it is one.

    ``whys``: the questions "vì sao" that led to it, first to last, as a JSON list. ``standing`` is False once the
    analysis of the round was written anew.
    """

    case = models.ForeignKey(Nonconformity, on_delete=models.PROTECT, related_name="causes")
    round = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    words = models.CharField(max_length=1000)
    verified_how = models.CharField(max_length=500)
    whys = models.TextField(blank=True)
    standing = models.BooleanField(default=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "round", "code"], condition=Q(standing=True), name="corrections_cause_once"
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def why_lines(self) -> list[str]:
        """The answers to "vì sao", in order."""
        return list(json.loads(self.whys)) if self.whys else []


class CorrectiveActionQuerySet(models.QuerySet["CorrectiveAction"]):
    """Actions, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CorrectiveActionQuerySet:
        """Those of nonconformities of the viewer's units."""
        return self.filter(case__owner_unit_id__in=viewer.unit_ids)

    def open(self) -> CorrectiveActionQuerySet:
        """Neither done nor dropped."""
        return self.filter(done_on__isnull=True, dropped_on__isnull=True)


class CorrectiveAction(models.Model):
    """Something that is done about a cause: by whom, until when, with what proof that it was done."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    case = models.ForeignKey(Nonconformity, on_delete=models.PROTECT, related_name="actions")
    round = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=1000)
    owner = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="corrective_actions")
    planned_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_words = models.TextField(blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    dropped_why = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()

    objects = CorrectiveActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("planned_on")), name="corrections_action_due"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(dropped_on__isnull=True), name="corrections_action_end"
            ),
        ]
        indexes = [models.Index(fields=["owner", "done_on"], name="corrections_action_owner")]

    def __str__(self) -> str:
        return self.what[:60]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.dropped_on is None


class EffectCheck(models.Model):
    """How it will be seen that the actions of a round worked: set when they are planned, judged when periods are over.

    ``measure_key`` is "" where nothing counts it: somebody then looks as ``method`` says, period by period.
    ``target`` is an exact fraction as text, in per cent for a share. ``figures``: what was judged, as JSON.
    """

    case = models.ForeignKey(Nonconformity, on_delete=models.PROTECT, related_name="checks", db_index=False)
    round = models.PositiveSmallIntegerField()
    measure_key = models.CharField(max_length=80, blank=True)
    method = models.CharField(max_length=500, blank=True)
    shape = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Shape])
    comparator = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Comparator])
    target = models.CharField(max_length=60)
    rhythm = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Rhythm])
    periods = models.PositiveSmallIntegerField()
    planned_on = models.DateField()
    verdict = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in Verdict])
    figures = models.TextField(blank=True)
    words = models.TextField(blank=True)
    judged_on = models.DateField(null=True, blank=True)
    judged_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "round"], name="corrections_check_once")]

    def __str__(self) -> str:
        return f"{self.measure_key or self.method} {self.periods} {self.rhythm}"

    @property
    def exact(self) -> Fraction:
        """The target as a number."""
        return Fraction(self.target)

    @property
    def figure_rows(self) -> list[dict[str, Any]]:
        """What was judged: start, end, value, words; and the name of the period."""
        rows = list(json.loads(self.figures)) if self.figures else []
        return [one | {"name": ui_words.period(_period_of(one), with_year=True)} for one in rows]


def _period_of(row: dict[str, Any]) -> Period:
    return Period(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))


class AffectedDocument(models.Model):
    """A controlled document that the cause may lie in: revised since, or left as it is for a reason."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("chưa xong")
        REVISED = "revised", _("đã sửa đổi")
        WAIVED = "waived", _("không cần sửa")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    case = models.ForeignKey(
        Nonconformity, on_delete=models.PROTECT, related_name="documents", db_index=False
    )
    subject_kind = models.CharField(max_length=40, default="controlled")
    subject_uid = models.UUIDField()
    label = models.CharField(max_length=360)
    named_on = models.DateField()
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.OPEN)
    reason = models.CharField(max_length=500, blank=True)
    """Why it needs no revision; of a revised one which revision, in force from when."""
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "subject_uid"], name="corrections_document_once"),
            models.CheckConstraint(
                condition=Q(outcome="open") | Q(settled_on__isnull=False) & ~Q(reason=""),
                name="corrections_document_settled",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def subject(self) -> Subject:
        """The controlled document."""
        return Subject(self.subject_kind, self.subject_uid)


def last_done(actions: list[CorrectiveAction]) -> date | None:
    """The day the last of these was done; None when none was."""
    return max((one.done_on for one in actions if one.done_on), default=None)
