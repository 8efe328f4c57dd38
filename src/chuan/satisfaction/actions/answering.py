"""A citizen answers: nobody's name, one form one answer."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.people.models import Unit
from chuan.rules.surveys import Told, checked
from chuan.satisfaction import refusals
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.trail.actions import System, act

CITIZEN = System("citizen")
"""How the trail names whoever answers: nobody. The line is about the survey, never about the answer."""


def answered_before(survey: Survey, token: str, told: Told) -> bool:
    """Whether this very form was taken already with the same answer: a double click, a page loaded again.

    Raises ``SurveySentAlready`` where it was taken with another answer: somebody else on the same telephone went back.
    """
    row = SurveyAnswer.objects.filter(survey=survey, token=token).first()
    if row is None:
        return False
    if (row.marks, row.words) != (dict(told.marks), told.words.strip()) and not row.words_gone:
        raise refusals.SurveySentAlready()
    return True


def answer(survey: Survey, told: Told, *, way: str, token: str, at: datetime) -> None:
    """Keep an answer, once a form. Whether it may come in at all is counted before (``public.bounds``).

    Raises ``SurveyOver``, ``FirstMarkMissing``, ``MarkOffScale``, ``WordsTooLong``.
    """
    on = timezone.localtime(at).date()
    if not survey.starts <= on < survey.ends:
        raise refusals.SurveyOver(last=survey.last_day)
    given = checked(survey.questions, told, survey.fields)
    with act("survey.answer", survey.subject, by=CITIZEN, unit_uid=survey.unit.uid, at=at) as doing:
        Unit.objects.select_for_update().get(
            pk=survey.unit_id
        )  # the same form twice at once: one after the other
        if SurveyAnswer.objects.filter(survey=survey, token=token).exists():
            doing.verb = "survey.answer_again"
            return
        SurveyAnswer.objects.create(
            survey=survey, on=on, way=way, marks=dict(given.marks), mark=given.marks[survey.questions[0].key],
            field=given.field, words=given.words, token=token,
        )  # fmt: skip
