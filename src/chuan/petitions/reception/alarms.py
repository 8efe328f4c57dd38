"""The first screen of the Chairman and of who keeps the register: too few days of reception are planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chuan.offers.alarms import Alarm
from chuan.people.models import Unit
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.models import ReceptionDay
from chuan.petitions.permissions import KEEPERS
from chuan.petitions.reception.terms import Term, around, chairman_of, terms_of, values_in
from chuan.rules.types import Period
from chuan.ui import words

AHEAD = 14
"""So many days before a week or month begins it is already looked at: a notice has to hang in time."""


def rings(viewer: Viewer) -> Iterator[Alarm]:
    """Terms that run or soon begin with too few days planned; silent until a first schedule was made."""
    if not viewer.has(Role.CHAIRMAN, *KEEPERS):
        return
    for term in short_terms(viewer.unit, viewer.on):
        told = {
            "term": term_words(term), "have": term.held + term.unsaid + term.planned, "least": term.value.whole,
        }  # fmt: skip
        yield Alarm(
            _("%(term)s mới có %(have)s ngày Chủ tịch tiếp công dân, quy định ít nhất %(least)s ngày.")
            % told,
            _("Xếp thêm ngày"),
            "petitions:reception_plan",
        )


def short_terms(unit: Unit, on: date) -> list[Term]:
    """The terms that run on a day or begin soon, for which too few days are planned."""
    if not ReceptionDay.objects.filter(unit=unit).exists():
        return []
    period = around(Period(on.replace(day=1), on + timedelta(days=AHEAD + 31)))
    days = ReceptionDay.objects.standing().filter(unit=unit, day__gte=period.start, day__lt=period.end)
    values = values_in(unit, period)
    found = terms_of(days, values, period, chairman_of([unit.pk]), on)
    return [one for one in found if one.state == "short" and one.period.start <= on + timedelta(days=AHEAD)]


def term_words(term: Term) -> str:
    """ "Tháng 8 năm 2026", "Tuần từ 02/08 đến 08/08/2021"."""
    told = words.period(term.period, with_year=True)
    return _("Tuần %s") % told if term.weekly else told[0].upper() + told[1:]
