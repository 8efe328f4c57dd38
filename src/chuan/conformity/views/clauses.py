"""Every clause with what it rests on; what the unit says of one."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.conformity import actions
from chuan.conformity.coverage import clause_page, coverage_of
from chuan.conformity.forms import NoteForm, OverForm
from chuan.conformity.models import ClauseNote
from chuan.conformity.permissions import may_keep, require_keep
from chuan.conformity.views.pages import page, saved, year_asked, years
from chuan.law.iso9001 import Clause, clauses, edition, next_edition
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.conformity import Standing
from chuan.rules.types import Period


def everything(request: Request) -> HttpResponse:
    """All clauses of a year, or only those that nothing answers for (``?thieu=1``)."""
    year = year_asked(request)
    told = coverage_of(request.viewer.unit, Period.year(year))
    applied, sure = edition()
    context = page(request, _("Các điều của %s") % applied) | {
        "year": year, "years": years(request, year), "told": told, "gaps_only": request.GET.get("thieu") == "1",
        "held": told.counted(Standing.HELD), "elsewhere": told.counted(Standing.ELSEWHERE),
        "not_applied": told.counted(Standing.NOT_APPLIED), "sure": sure, "next": next_edition(),
        "keeper": may_keep(request.viewer),
    }  # fmt: skip
    return render(request, "conformity/clauses.html", context)


def say(request: Request, number: str) -> HttpResponse:
    """The unit's own words for a clause."""
    clause = _clause(number)
    require_keep(request.viewer)
    form = NoteForm(sent(request), initial={"kind": ClauseNote.Kind.ELSEWHERE, "valid_from": request.on})

    def save() -> str:
        given = form.cleaned_data
        actions.say_of_clause(
            clause.number, given["kind"], given["reason"], citation=given["citation"],
            valid_from=given["valid_from"], by=request.viewer, at=request.at,
        )  # fmt: skip
        return clause_page(clause.number, given["valid_from"].year)

    context = page(request, f"{clause.number} {clause.title}", *_crumbs()) | {"said": _said(request, clause)}
    lead = _("Lời ghi đứng ở trang điều khoản cho tới khi có lời khác; điều nhỏ hơn theo điều trên nó.")
    return saved(
        request, form, save, context, done=_("Đã ghi."), back=clause_page(clause.number, request.on.year),
        button=_("Ghi"), lead=lead, template="conformity/note.html",
    )  # fmt: skip


def over(request: Request, number: str) -> HttpResponse:
    """What was said of a clause holds no longer."""
    clause = _clause(number)
    require_keep(request.viewer)
    form = OverForm(sent(request))

    def save() -> str:
        actions.say_over(clause.number, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return clause_page(clause.number, request.on.year)

    title = _("Thôi lời ghi của điều %s") % clause.number
    context = page(request, title, *_crumbs()) | {"said": _said(request, clause)}
    return saved(
        request, form, save, context, done=_("Đã thôi."), back=clause_page(clause.number, request.on.year),
        button=_("Thôi lời này"), template="conformity/note.html",
    )  # fmt: skip


def _clause(number: str) -> Clause:
    found = clauses().get(number.replace("-", "."))
    if found is None:
        raise Http404
    return found


def _said(request: Request, clause: Clause) -> list[ClauseNote]:
    rows = ClauseNote.objects.seen_by(request.viewer).filter(clause=clause.number)
    return list(rows.select_related("by").order_by("-valid_from", "-pk"))


def _crumbs() -> tuple[tuple[str, str], ...]:
    return ((_("Điều khoản"), "/phu-hop/dieu-khoan/"),)
