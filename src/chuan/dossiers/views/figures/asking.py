"""What the pages of figures share: the table asked for, addresses of its cells, where one is."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers import periods
from chuan.dossiers.forms_figures import FiguresForm
from chuan.dossiers.listing import years_of
from chuan.dossiers.reports.asked import Asked, Cut
from chuan.intake.coverage import uncovered
from chuan.people.door import Request
from chuan.rules.types import Period
from chuan.ui import formatters as say

REGISTER = "dossiers"
Crumbs = list[tuple[str, str]]


def form_of(request: Request) -> FiguresForm:
    """The filters of a page, as the address gives them."""
    people = request.viewer.guest is None
    return FiguresForm(request.GET, years=years_of(request.viewer), on=request.on, people=people)


def query_of(asked: Asked, **more: str) -> str:
    """The address's question for this table, with more put in."""
    told: dict[str, str] = {}
    if periods.is_part(asked.period):
        told = {"nam": str(asked.period.start.year), "ky": periods.name_of(asked.period)}
    else:
        told = {"tu": say.day(asked.period.start), "den": say.day(asked.period.end - timedelta(days=1))}
    told |= {"theo": asked.cut.value, "hen": asked.seen.value}
    if asked.as_of:
        told["biet_den"] = say.day(asked.as_of)
    return urlencode({key: value for key, value in (told | more).items() if value})


def rows_address(asked: Asked, figure: str, key: str = "") -> str:
    """Where the dossiers of a figure are listed; of one line when ``key`` is given."""
    if key and asked.cut is Cut.MONTH:
        asked, key = asked.during(Period.month(int(key[:4]), int(key[5:]))), ""
    return f"{reverse('dossier_figures:rows')}?{query_of(asked, so=figure, dong=key)}"


def not_imported(request: Request, asked: Asked) -> list[Period]:
    """Days of the period, as far as they have come, that no standing file speaks of."""
    end = min(
        asked.period.end, (say.local(asked.as_of).date() if asked.as_of else request.on) + timedelta(days=1)
    )
    if end <= asked.period.start:
        return []
    days = Period(asked.period.start, end)
    return list(uncovered(request.viewer.unit, REGISTER, days, as_of=asked.as_of or request.at))


def crumbs(*more: tuple[str, str]) -> Crumbs:
    """The way to a page of figures."""
    return [(_("Hồ sơ"), "/ho-so/"), *more]


def figures_crumb() -> tuple[str, str]:
    """The step that leads back to the statistics."""
    return (_("Số liệu"), reverse("dossier_figures:table"))


def whole_month_gone(month: Period, missing: list[Period], on: date) -> bool:
    """Whether nothing of the month was imported, or it has not come."""
    return month.start > on or any(
        gap.start <= month.start and min(month.end, on) <= gap.end for gap in missing
    )
