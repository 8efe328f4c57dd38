"""A survey opened with its questions, closed early; words that name somebody taken out."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.dossiers.models import Procedure
from chuan.law.surveys import questionnaire_on
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.petitions.receiving.codes import LETTERS
from chuan.rules.surveys import check_days, questions_of
from chuan.rules.types import Sure
from chuan.satisfaction import refusals
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.satisfaction.permissions import require_keep
from chuan.satisfaction.public.switch import PAGE
from chuan.trail.actions import act

_LENGTH = 6
MOST_FIELDS = 30
"""Fields of work a telephone's list still offers."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A survey as it is wanted: both days included; keys of proposed questions; the unit's own, a line each."""

    title: str
    first: date
    last: date
    chosen: Sequence[str]
    own: Sequence[str] = ()
    citation: str = ""


def open_survey(wanted: Opened, *, by: Viewer, at: datetime) -> Survey:
    """Open a survey; its questions are frozen from now on, so that every answer is to the same.

    Raises ``NotAllowed``, ``SurveyNotHere``, ``SurveyDaysWrong``, ``TooManyOwnQuestions``, ``OwnQuestionsUncited``.
    """
    require_keep(by)
    if not PAGE.here():
        raise refusals.SurveyNotHere()
    check_days(wanted.first, wanted.last, today=_today(at))
    law = questionnaire_on(wanted.first)
    asked = questions_of(law.questions, wanted.chosen, wanted.own, wanted.citation)
    row = Survey(
        unit=by.unit, code=_fresh_code(), title=wanted.title.strip(), starts=wanted.first,
        ends=wanted.last + timedelta(days=1), asked=[[one.key, one.words] for one in asked],
        fields=_fields_of(by.unit), source="; ".join(filter(None, (wanted.citation.strip(), law.source))),
        sure=(law.sure or Sure.UNVERIFIED).value, by=by.official, recorded_at=at,
    )  # fmt: skip
    with act("survey.open", row.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.save()
        doing.detail = {"name": row.title, "since": row.starts.isoformat(), "until": row.last_day.isoformat()}
    return row


def close_survey(survey: Survey, why: str, *, by: Viewer, at: datetime) -> Survey:
    """Take no more answers from tomorrow on; what came in stays.

    Raises ``NotAllowed``, ``NotFound``, ``SurveyReasonMissing``, ``SurveyOver``.
    """
    require_keep(by, survey)
    if not (reason := why.strip()):
        raise refusals.SurveyReasonMissing()
    with act("survey.close", survey.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = Survey.objects.select_for_update().get(pk=survey.pk)
        if row.last_day <= _today(at):
            raise refusals.SurveyOver(last=row.last_day)
        row.ends = max(_today(at), row.starts) + timedelta(days=1)
        row.why_closed = reason
        row.save(update_fields=["ends", "why_closed"])
        doing.detail = {"reason": reason, "until": row.last_day.isoformat()}
    return row


def blank_words(answer: SurveyAnswer, why: str, *, by: Viewer, at: datetime) -> SurveyAnswer:
    """Take out what somebody wrote (a name, a number, abuse); marks stay. The trail holds why, never the words.

    Raises ``NotAllowed``, ``NotFound``, ``SurveyReasonMissing``, ``WordsGoneAlready``.
    """
    require_keep(by, answer.survey)
    if not (reason := why.strip()):
        raise refusals.SurveyReasonMissing()
    with act("survey.blank", answer.survey.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = SurveyAnswer.objects.select_for_update().get(pk=answer.pk)
        if not row.words:
            raise refusals.WordsGoneAlready()
        row.words, row.words_gone = "", True
        row.save(update_fields=["words", "words_gone"])
        doing.detail = {"reason": reason}
    return row


def _fresh_code() -> str:
    return "".join(secrets.choice(LETTERS) for _n in range(_LENGTH))


def _fields_of(unit: Unit) -> list[str]:
    """Fields of work of the unit's procedures, by name."""
    found = Procedure.objects.filter(unit=unit).exclude(field="").order_by("field")
    return [one[:120] for one in found.values_list("field", flat=True).distinct()[:MOST_FIELDS]]


def _today(at: datetime) -> date:
    return timezone.localtime(at).date()
