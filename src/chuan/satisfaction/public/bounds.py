"""How many answers come in, counted under the digests of the page of feedback, gone with the day (practice)."""

from __future__ import annotations

from datetime import datetime, timedelta

from chuan.people.models import Unit
from chuan.petitions import keyed
from chuan.petitions.public import gate, stamps
from chuan.petitions.public.gate import Bound
from chuan.petitions.refusals_public import PublicTooMany
from chuan.satisfaction.models import Survey
from chuan.satisfaction.refusals import SurveyTooMany

PER_NETWORK = (Bound("s10", 20, timedelta(minutes=10)), Bound("sday", 100, timedelta(days=1)))
"""A tablet at the counter, a family, or a street behind one address of its provider."""
PER_UNIT = (Bound("su10", 60, timedelta(minutes=10)), Bound("suday", 600, timedelta(days=1)))


def admit(unit: Unit, network: str, *, at: datetime) -> None:
    """Count one answer. Raises ``SurveyTooMany``; what is refused is not counted."""
    try:
        gate.count_in(unit, network, own=PER_NETWORK, whole=PER_UNIT, at=at)
    except PublicTooMany as closed:
        raise SurveyTooMany(wait=closed.wait) from None


def token_of(survey: Survey, stamp: stamps.Stamp) -> str:
    """By which one form that was shown is one answer, whatever is sent of it a second time."""
    return keyed.exact("survey-answer", f"{survey.pk}\n{stamp.word}")
