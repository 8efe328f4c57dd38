"""Opening surveys to citizens or closing them: the head's, dated, by a document."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks.actions.settings import add_setting
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.citizen_pages import OFF, ON
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.satisfaction.public.switch import PAGE
from chuan.satisfaction.refusals import SurveyNotHere
from chuan.trail.actions import act


def choose_public_survey(is_on: bool, *, valid_from: date, citation: str, by: Viewer, at: datetime) -> None:
    """Open or close the page of surveys from a day on. Closed takes nothing away from what was answered.

    Raises ``NotAllowed``, ``SurveyNotHere`` where the machine was not chosen, ``CitationMissing``, ``NothingChanges``.
    """
    require_role(by, Role.CHAIRMAN)
    if is_on and not PAGE.here():
        raise SurveyNotHere()
    notice, unit, value = cited(citation), by.unit, ON if is_on else OFF
    detail = {"value": value, "since": valid_from, "citation": notice}
    with act("survey.public", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail):
        add_setting(unit, PAGE.key, value, valid_from=valid_from, citation=notice)
