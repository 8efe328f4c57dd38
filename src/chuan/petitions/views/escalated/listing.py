"""A year from both sides: what came in above and who has spoken of which days; the ward's own cases at risk."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.petitions.escalated.covers import gaps, statements
from chuan.petitions.escalated.judging import Verdict
from chuan.petitions.escalated.risks import at_risk
from chuan.petitions.escalated.showing import shown_cases
from chuan.petitions.escalated.sight import require_see
from chuan.petitions.escalated.standing import cases_of
from chuan.petitions.models import Escalation
from chuan.petitions.permissions import may_keep
from chuan.rules.types import Period

PER_PAGE = 50
FIRST_YEAR, YEARS = 2019, 8


def listed(request: Request) -> HttpResponse:
    """The rows of a year with their verdicts, the days nobody above has spoken of, statements, cases at risk."""
    require_see(request.viewer)
    period = Period.year(_year(request))
    cases = sorted(cases_of(_rows(request, period)), key=lambda one: (one.row.received_on, one.row.code))
    page = Paginator(cases, PER_PAGE).get_page(request.GET.get("trang"))
    told = Counter(one.judged.verdict for one in cases)
    context = {
        "title": _("Vượt cấp, năm %s") % period.start.year,
        "crumbs": crumbs()[:1],
        "demo": request.viewer.unit.example,
        "page": page,
        "rows": shown_cases(list(page.object_list), request.viewer),
        "past": told[Verdict.PAST],
        "lawful": told[Verdict.LAWFUL],
        "unclear": told[Verdict.UNCLEAR],
        "gaps": _gaps(request, period),
        "statements": statements(request.viewer.unit, period),
        "risks": at_risk(request.viewer, on=request.on),
        "may_keep": may_keep(request.viewer),
        "year": period.start.year,
        "years": range(request.on.year, max(FIRST_YEAR, request.on.year - YEARS) - 1, -1),
    }
    return render(request, "petitions/escalated/list.html", context)


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page of this part."""
    return [(_("Đơn thư"), "/don-thu/"), (_("Vượt cấp"), "/don-thu/vuot-cap/"), *more]


def _rows(request: Request, period: Period) -> list[Escalation]:
    seen = Escalation.objects.seen_by(request.viewer).standing()
    rows = seen.filter(unit=request.viewer.unit, received_on__gte=period.start, received_on__lt=period.end)
    return list(rows)


def _gaps(request: Request, period: Period) -> list[tuple[date, date]]:
    """Days up to yesterday that nobody above has spoken of, both ends shown."""
    end = min(period.end, request.on)
    if end <= period.start:
        return []
    found = gaps(request.viewer.unit, Period(period.start, end), as_of=request.at)
    return [(one.start, one.end - timedelta(days=1)) for one in found]


def _year(request: Request) -> int:
    """The year asked for, else this one."""
    asked = request.GET.get("nam", "")
    if asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked[:5]) <= request.on.year:
        return int(asked)
    return request.on.year
