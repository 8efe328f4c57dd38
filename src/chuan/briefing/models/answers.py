"""What the head answered to a line, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.briefing.models.briefs import BriefLine
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Answers, and who may see them."""

    def seen_by(self, viewer: Viewer) -> AnswerQuerySet:
        """All of the unit for the heads who read briefs; to anybody else those that ask something of himself."""
        from chuan.briefing.permissions import may_read

        found = self.filter(unit_id__in=viewer.unit_ids)
        if may_read(viewer):
            return found
        return found.filter(official=viewer.official) if viewer.official else self.none()


class Answer(models.Model):
    """One answer to one line: a task, a reminder, a question, or agreement.

    ``official``: who is to do it (None with agreement); ``note``: what he says when it is done. ``moot``: the matter
    had settled by itself meanwhile, so that nothing was asked of anybody.
    """

    class Verb(models.TextChoices):
        ASSIGN = "assign", _("Giao việc")
        REMIND = "remind", _("Nhắc")
        EXPLAIN = "explain", _("Yêu cầu giải trình")
        AGREE = "agree", _("Đồng ý")

    class State(models.TextChoices):
        OPEN = "open", _("đang chờ")
        DONE = "done", _("đã xong")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    line = models.OneToOneField(BriefLine, on_delete=models.PROTECT, related_name="answer")
    verb = models.CharField(max_length=8, choices=Verb.choices)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    moot = models.BooleanField(default=False)
    state = models.CharField(max_length=4, choices=State.choices, default=State.OPEN)
    note = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verb="agree") | Q(official__isnull=False, due_on__isnull=False),
                name="briefing_answer_asks_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state="open", done_at__isnull=True) | Q(state="done", done_at__isnull=False),
                name="briefing_answer_done_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()}: {self.line}"
