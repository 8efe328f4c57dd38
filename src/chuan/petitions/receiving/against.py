"""Whom a denunciation is against: asked first, because one against the leaders is not taken in at all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from chuan.law.petition_competence import competence_guide
from chuan.people.models import Official
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.models import ForwardRecord
from chuan.petitions.receiving.readers import leaders_among
from chuan.rules.petitions import Answer, Kind, Outcome, Question


def question_on(on: date) -> Question:
    """The first question about a denunciation by the law of the day (``law/petitions_competence.toml``)."""
    guide = competence_guide(on)
    return guide.questions[guide.starts[Kind.DENUNCIATION]]


def leaders_answer(on: date) -> Answer:
    """The answer that takes nothing in: its reason, article, and where the letter goes."""
    return next(one for one in question_on(on).answers if one.outcome is Outcome.NOT_TAKEN)


def where_words(where: str) -> str:
    """The body a letter against the leaders goes to, in words."""
    return str(ForwardRecord.To(where).label) if where in ForwardRecord.To else _("nơi có thẩm quyền")


def require_against(answer: str, on: date) -> None:
    """Raises ``AgainstUnanswered`` without one of the day's answers, ``AgainstLeaders`` for the leaders."""
    found = next((one for one in question_on(on).answers if one.key == answer), None)
    if found is None:
        raise refusals.AgainstUnanswered()
    if found.outcome is Outcome.NOT_TAKEN:
        raise refusals.AgainstLeaders(where=where_words(found.where))


def require_not_leaders(officials: Collection[Official], on: date) -> None:
    """Raises ``AgainstLeaders`` when one of the officials denounced is the Chairman or a deputy of the day."""
    if officials and leaders_among(officials, on):
        raise refusals.AgainstLeaders(where=where_words(leaders_answer(on).where))
