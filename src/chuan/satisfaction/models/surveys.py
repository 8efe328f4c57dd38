"""A survey with its questions as they are asked, and what citizens answered: no name, no network, no hour."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.surveys import Question

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Surveys, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SurveyQuerySet:
        """Those of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def taking(self, on: date) -> SurveyQuerySet:
        """Those that take answers on the day, as far as their own days go."""
        return self.filter(starts__lte=on, ends__gt=on)


class Survey(models.Model):
    """One round of asking, half open from ``starts`` to ``ends``; closing it early moves ``ends``.

    ``asked``: [[key, words], …], frozen when it opens; ``fields``: fields of work a citizen may name. ``code``: the
    word in the public address. ``source``: where the questions come from, ``sure`` how surely.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=8, unique=True)
    title = models.CharField(max_length=160)
    asked: models.JSONField[list[list[str]], Any] = models.JSONField()
    fields: models.JSONField[list[str], Any] = models.JSONField(default=list)
    source = models.CharField(max_length=300)
    sure = models.CharField(max_length=10)
    starts = models.DateField()
    ends = models.DateField()
    why_closed = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = SurveyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="satisfaction_survey_days")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def subject(self) -> Subject:
        """How other rooms name it."""
        return Subject("survey", self.uid)

    @property
    def last_day(self) -> date:
        """The last day on which it takes answers."""
        return date.fromordinal(self.ends.toordinal() - 1)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked, in order; the first is the one that counts as satisfied or not."""
        return tuple(Question(key, words) for key, words in self.asked)


class SurveyAnswerQuerySet(models.QuerySet["SurveyAnswer"]):
    """Answers, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SurveyAnswerQuerySet:
        """Those of surveys the viewer may see, for who keeps them or leads; nobody else opens a single answer."""
        from chuan.satisfaction.permissions import may_read_words

        if not may_read_words(viewer):
            return self.none()
        return self.filter(survey__unit_id__in=viewer.unit_ids)


class SurveyAnswer(models.Model):
    """One answer: marks 1 to 5 by question, words, a field of work, the day.

    No name, telephone, network, cookie or hour. ``uid`` is random, so that no order of coming stands in it. ``mark``
    is the mark of the first question again, to be counted. ``token``: by which one form is one answer; it says nothing.
    ``words`` go, scores stay, when somebody takes out a name (``words_gone``).
    """

    class Way(models.TextChoices):
        PHONE = "phone", _("trên điện thoại")
        COUNTER = "counter", _("máy tại quầy")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="answers", db_index=False)
    on = models.DateField()
    way = models.CharField(max_length=7, choices=Way.choices)
    marks: models.JSONField[dict[str, int], Any] = models.JSONField()
    mark = models.PositiveSmallIntegerField()
    field = models.CharField(max_length=120, blank=True)
    words = models.CharField(max_length=500, blank=True)
    words_gone = models.BooleanField(default=False)
    token = models.CharField(max_length=64)

    objects = SurveyAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "token"], name="satisfaction_answer_once"),
            models.CheckConstraint(condition=Q(mark__gte=1, mark__lte=5), name="satisfaction_answer_mark"),
            models.CheckConstraint(
                condition=Q(words_gone=False) | Q(words=""), name="satisfaction_answer_words"
            ),
        ]
        indexes = [models.Index(fields=["survey", "on"], name="satisfaction_answer_on")]

    def __str__(self) -> str:
        return f"answer {self.uid}"
