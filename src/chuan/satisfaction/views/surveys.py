"""Surveys for officials: all of them beside totals from paper, one with its results, its poster."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.models import SurveyTotal
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.people.roles import Role
from chuan.rules.types import Sure
from chuan.satisfaction.forms import MARKS
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.satisfaction.permissions import least_shown, may_keep, may_read_words
from chuan.satisfaction.posters import poster_pdf
from chuan.satisfaction.public.switch import PAGE
from chuan.satisfaction.results import results_of, tallies
from chuan.satisfaction.sheet import results_table
from chuan.ui.files import XLSX, attachment

PDF = "application/pdf"
MOST_WORDS = 200
"""Words of people that one page shows."""


def everything(request: Request) -> HttpResponse:
    """Surveys that people answered themselves, and apart from them totals that were typed from paper."""
    viewer, unit = request.viewer, request.viewer.unit
    context = around(request, _("Khảo sát hài lòng")) | {
        "tallies": tallies(Survey.objects.seen_by(viewer), least_shown(viewer)),
        "papers": SurveyTotal.objects.seen_by(viewer).standing().order_by("-period_start", "-pk")[:12],
        "here": PAGE.here(),
        "is_open": PAGE.is_open(unit, request.on),
        "keeper": may_keep(viewer),
        "head": viewer.has(Role.CHAIRMAN),
    }
    return render(request, "satisfaction/list.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Counts by question with their denominator; what people wrote, to who may read it."""
    survey, viewer = seen(request, uid), request.viewer
    words = SurveyAnswer.objects.seen_by(viewer).filter(survey=survey).exclude(words="", words_gone=False)
    context = around(request, survey.title) | {
        "crumbs": crumbs((_("Khảo sát hài lòng"), reverse("satisfaction:all"))),
        "survey": survey,
        "results": results_of(survey, least_shown(viewer)),
        "marks": [words for _mark, words in MARKS],
        "least": least_shown(viewer),
        "reads": may_read_words(viewer),
        "words": words.order_by("uid")[:MOST_WORDS],
        "words_all": words.count(),
        "most": MOST_WORDS,
        "unverified": survey.sure == Sure.UNVERIFIED,
        "taking": survey.starts <= request.on < survey.ends,
        "over": request.on >= survey.ends,
        "is_open": PAGE.is_open(survey.unit, request.on),
        "address": address_of(request, survey),
        "keeper": may_keep(viewer) and survey.unit_id == viewer.unit.pk,
    }
    return render(request, "satisfaction/one.html", context)


def poster(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The sheet that hangs at the counter, with the picture a telephone reads."""
    survey = seen(request, uid)
    return attachment(poster_pdf(survey, address_of(request, survey)), f"khao-sat-{survey.code}.pdf", PDF)


def exported(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The results as a worksheet."""
    survey = seen(request, uid)
    table = results_table(survey, results_of(survey, least_shown(request.viewer)), request.on)
    return attachment(write_sheet(table), f"khao-sat-{survey.code}.xlsx", XLSX)


def address_of(request: Request, survey: Survey) -> str:
    """The whole address for citizens, "" on a machine that has no such page."""
    if not PAGE.here():
        return ""
    return request.build_absolute_uri(reverse("survey:answer", args=[survey.code]))


def seen(request: Request, uid: uuid.UUID) -> Survey:
    """The survey, where the viewer may see it."""
    return get_object_or_404(Survey.objects.seen_by(request.viewer).select_related("unit", "by"), uid=uid)


def around(request: Request, title: str) -> dict[str, Any]:
    """What every page says: whose it is, and whether it is invented."""
    unit = request.viewer.unit
    return {"title": title, "where": unit.committee, "demo": unit.example, "crumbs": crumbs()}


def crumbs(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the figures of dossiers."""
    return [(_("Số liệu"), reverse("dossier_figures:table")), *steps]


def last_of(first: date) -> date:
    """The last day a new survey is proposed to run to: thirty days with the first."""
    return date.fromordinal(first.toordinal() + 29)
