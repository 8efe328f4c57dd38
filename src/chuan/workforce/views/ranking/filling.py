"""Longer forms: what an official writes of himself, what the head writes of him. What was typed always stays."""

from __future__ import annotations

import uuid
from fractions import Fraction
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.ranking import Level, Scoring, said_points
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import words
from chuan.workforce.actions import ranking as actions
from chuan.workforce.forms_ranking_self import (
    HeadForm,
    HeadPointsForm,
    PointsForm,
    ProductForm,
    TicksForm,
    YearPointsForm,
    product_forms,
)
from chuan.workforce.models import Assessment
from chuan.workforce.ranking.deeds import deeds_of
from chuan.workforce.ranking.filled import tried
from chuan.workforce.ranking.laws import has_changed, law_of, level_words, named
from chuan.workforce.ranking.lines import form_of, last_of, standing_lines
from chuan.workforce.ranking.rights import require_head, require_himself
from chuan.workforce.ranking.showing import shown
from chuan.workforce.ranking.years import year_told
from chuan.workforce.views.ranking.around import assessment_crumbs, assessment_of, assessment_url
from chuan.workforce.views.ranking.around import head as over


def himself(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One's own assessment, by the regime of the round."""
    row = assessment_of(request, uid)
    require_himself(request.viewer, row)
    round_, law, kept = row.round, law_of(row.round), _last_form(row)
    if not round_.by_points:
        ticks = TicksForm(sent(request), law=law, group=row.group, kept=kept)
        return _simple(request, row, ticks, "workforce/ranking/self_words.html")
    if round_.kind == round_.Kind.YEAR:
        year = YearPointsForm(sent(request), group=row.group, kept=kept)
        return _simple(request, row, year, "workforce/ranking/self_year.html", _year_context(row))
    return _points(request, row, kept)


def head(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The head's assessment beside the self one."""
    row = assessment_of(request, uid)
    require_head(request.viewer, row)
    kept = _last_form(row)
    form: HeadForm | HeadPointsForm = (
        HeadPointsForm(sent(request), group=row.group, kept=kept, points=row.exact_points)
        if row.round.by_points
        else HeadForm(sent(request))
    )

    def save() -> None:
        given = form.cleaned_data
        grounds = form.grounds if isinstance(form, HeadPointsForm) else None
        says = actions.HeadSays(Level(given["level"]), given["remark"], given.get("points"), grounds)
        actions.head_assess(row, says, by=request.viewer, at=request.at)

    refusal = ""
    if request.method == "POST" and form.is_valid():
        refusal = _tried(save)
        if not refusal:
            messages.success(request, _("Đã ghi đánh giá và mức đề nghị."))
            return redirect(assessment_url(row))
    context = _context(request, row, _("Đánh giá %s") % row.official.name, refusal)
    context |= {"form": form, "told": shown(row, request.viewer), "self_words": level_words(row.self_level)}
    return _answered(request, "workforce/ranking/head.html", context)


def _simple(
    request: Request, row: Assessment, form: TicksForm | YearPointsForm, template: str,
    more: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    refusal = ""
    if request.method == "POST" and form.is_valid():
        refusal = _tried(lambda: actions.self_assess(row, form.filled, by=request.viewer, at=request.at))
        if not refusal:
            return _handed_in(request, row)
    context = _context(request, row, _("Tự đánh giá"), refusal) | {"form": form} | (more or {})
    return _answered(request, template, context)


def _points(request: Request, row: Assessment, kept: dict[str, Any]) -> HttpResponse:
    """Points with their lines; "Tính thử" counts and keeps nothing, "Thêm dòng" gives empty lines."""
    do, law = request.POST.get("do", ""), law_of(row.round)
    is_try = do in ("try", "more")
    form = PointsForm(sent(request), law=law, group=row.group, kept=kept, is_try=is_try)
    lines = product_forms(sent(request), kept, more=3 if do == "more" else 0)
    refusal, scoring = "", None
    if request.method == "POST" and do != "more" and _all_valid(form, lines):
        filled = form.filled([one.product for one in lines if one.is_bound and one.is_filled])
        found: list[Scoring] = []
        if is_try:
            refusal = _tried(lambda: found.append(tried(filled, law)))
            scoring = found[0] if found else None
        else:
            refusal = _tried(lambda: actions.self_assess(row, filled, by=request.viewer, at=request.at))
            if not refusal:
                return _handed_in(request, row)
    context = _context(request, row, _("Tự đánh giá"), refusal)
    context |= {"form": form, "lines": lines, "scoring": scoring}
    status = 200 if scoring is not None or do == "more" else None
    return _answered(request, "workforce/ranking/self_points.html", context, status)


def _year_context(row: Assessment) -> dict[str, Any]:
    year = year_told(row)
    points = [
        _("%(period)s: %(points)s điểm")
        % {"period": words.period(one.period), "points": said_points(one.points or Fraction())}
        for one in year.counted
    ]
    return {"year": year, "points_told": points}


def _all_valid(form: forms.Form, lines: list[ProductForm]) -> bool:
    """Every form is asked, so that each wrong row is told at once."""
    return all([form.is_valid(), *(one.is_valid() for one in lines if one.is_bound)])


def _tried(save: Any) -> str:
    """Run it; the sentence of a refusal, "" where there was none."""
    try:
        save()
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return refused.sentence
    return ""


def _handed_in(request: Request, row: Assessment) -> HttpResponse:
    messages.success(request, _("Đã nộp bản tự đánh giá. Tiếp theo là đánh giá của thủ trưởng."))
    return redirect(assessment_url(row))


def _context(request: Request, row: Assessment, title: str, refusal: str) -> dict[str, Any]:
    context = over(request, title, assessment_crumbs(request, row))
    return context | {
        "one": row, "refusal": refusal, "back": assessment_url(row), "round_name": named(row.round),
        "law_changed": has_changed(row.round), "deeds": deeds_of(row, request.viewer, request.at),
    }  # fmt: skip


def _answered(
    request: Request, template: str, context: dict[str, Any], status: int | None = None
) -> HttpResponse:
    return render(request, template, context, status=status or (422 if request.method == "POST" else 200))


def _last_form(row: Assessment) -> dict[str, Any]:
    """What he wrote last in this round, also where it was given back: nobody types it twice."""
    line = last_of(standing_lines(row), "self_assess")
    return form_of(line) if line else {}
