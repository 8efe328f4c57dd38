"""Titles that came in by file: whose each line is, then written into the register."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.workforce.actions.titles_elsewhere import Whose, bring_in_titles
from chuan.workforce.forms_titles_elsewhere import TEAM, OverForm, WhoseTitleForm
from chuan.workforce.models import TitleRound
from chuan.workforce.titles.elsewhere import given_in, offered, open_rows
from chuan.workforce.views.titles.around import around, back_to, kept_round, people_of


def files(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Every line of the year's files that is in no line of the register yet."""
    round_ = kept_round(request, uid)
    people = people_of(request, round_)
    lines = offered(open_rows(round_, request.viewer), people, given_in(round_))
    form = OverForm(sent(request))
    rows = [WhoseTitleForm(sent(request), offered=one, people=people) for one in lines]
    refusal = ""
    if request.method == "POST" and all([form.is_valid(), *(one.is_valid() for one in rows)]):
        try:
            count = bring_in_titles(
                round_, _said(rows, people), why=form.cleaned_data["why"], by=request.viewer, at=request.at
            )
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã ghi %s dòng vào sổ danh hiệu.") % count)
            return redirect(back_to(round_.year))
    return _page(request, round_, form, rows, refusal)


def _said(rows: Sequence[WhoseTitleForm], people: Sequence[Official]) -> list[Whose]:
    by_uid = {str(one.uid): one for one in people}
    return [
        Whose(one.offered.row, None if whose == TEAM else by_uid[whose])
        for one in rows
        if (whose := one.cleaned_data["whose"])
    ]


def _page(
    request: Request, round_: TitleRound, form: OverForm, rows: Sequence[WhoseTitleForm], refusal: str
) -> HttpResponse:
    led = around(round_.year)
    context = {
        "title": _("Danh hiệu từ tệp"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Cán bộ"), "/can-bo/"), *led["crumbs"]],
        "back": led["back"],
        "form": form,
        "rows": rows,
        "year": round_.year,
        "refusal": refusal,
        "fighters": any(one.offered.row.title == "emulation_fighter" for one in rows),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "workforce/titles/files.html", context, status=status)
