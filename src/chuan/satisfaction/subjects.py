"""How surveys and single answers are named in other rooms; an answer only to who may open it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.rules.wording import said
from chuan.satisfaction.models import Survey, SurveyAnswer


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register("survey", surveys)
    subjects.register("survey_answer", answers)


def surveys(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Surveys by title and days."""
    rows = Survey.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            one.subject, one.title, reverse("satisfaction:one", args=[one.uid]),
            note=_("từ %(first)s đến %(last)s") % {"first": said(one.starts), "last": said(one.last_day)},
            icon="file-earmark-text", settled=True,
        )
        for one in rows
    }  # fmt: skip


def answers(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """A single answer by its survey and day: never by its words."""
    rows = SurveyAnswer.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("survey")
    return {
        one.uid: Described(
            Subject("survey_answer", one.uid), _("Phiếu ngày %s") % said(one.on),
            reverse("satisfaction:one", args=[one.survey.uid]), note=one.survey.title, icon="file-earmark-text",
            settled=True,
        )
        for one in rows
    }  # fmt: skip
