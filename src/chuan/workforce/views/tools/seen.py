"""A tool's year at a glance, and what is kept about one official."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.permissions import may_import
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.rules.types import Period
from chuan.workforce.fields import SIGN_INS
from chuan.workforce.models import ToolAccount
from chuan.workforce.permissions import may_keep, may_see_all, require_see
from chuan.workforce.staff import months_of
from chuan.workforce.tools.board import SLUGS, board, title_of
from chuan.workforce.tools.own_use import OwnState, own_states

FIRST_YEAR = 2015


def everybody(request: Request) -> HttpResponse:
    """Everybody's months of one year; who may see only himself is led to his own page."""
    if not may_see_all(request.viewer):
        return redirect("workforce:tool_mine")
    slug, year = _tool(request), _year(request)
    context = {
        "title": _("Công cụ số"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "board": board(request.viewer.unit, SLUGS[slug], year, at=request.at),
        "slug": slug,
        "tools": [(one, title_of(tool)) for one, tool in SLUGS.items()],
        "year": year,
        "years": _years(request),
        "keeper": may_keep(request.viewer),
        "importer": may_import(request.viewer),
        "own": _own(request, SLUGS[slug], year),
    }
    return render(request, "workforce/tools/everybody.html", context)


def mine(request: Request) -> HttpResponse:
    """What is kept about the viewer himself; somebody without a post has nothing kept."""
    official = request.viewer.official
    if official is None:
        return redirect("/")
    return _one(request, official, _("Công cụ số của tôi"))


def person(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same of an official, for who leads the unit or keeps its records."""
    official = get_object_or_404(Official.objects.seen_by(request.viewer), uid=uid)
    require_see(request.viewer, official)
    return _one(request, official, official.name)


def _one(request: Request, official: Official, title: str) -> HttpResponse:
    year = _year(request)
    accounts = ToolAccount.objects.seen_by(request.viewer).known_at(None).filter(official=official)
    context = {
        "title": title,
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Công cụ số"), reverse("workforce:tools"))] if may_see_all(request.viewer) else [],
        "boards": [
            (title_of(tool), board(request.viewer.unit, tool, year, at=request.at, only=official))
            for tool in SLUGS.values()
        ],
        "accounts": accounts.order_by("source", "account"),
        "year": year,
        "years": _years(request),
    }
    return render(request, "workforce/tools/one.html", context)


def _own(request: Request, tool: str, year: int) -> list[OwnState]:
    """Months of sign-ins to Chuẩn that its keeper may count, or that are lost."""
    if tool != SIGN_INS or not may_keep(request.viewer):
        return []
    found = own_states(request.viewer.unit, months_of(Period.year(year)), request.at)
    return [one for one in found if one.counted_at is None]


def _tool(request: Request) -> str:
    slug = request.GET.get("cong-cu", "")
    return slug if slug in SLUGS else next(iter(SLUGS))


def _year(request: Request) -> int:
    typed = request.GET.get("nam", "")
    year = int(typed) if typed.isdecimal() and len(typed) == 4 else request.on.year
    return year if FIRST_YEAR <= year <= request.on.year else request.on.year


def _years(request: Request) -> list[int]:
    return list(range(request.on.year, FIRST_YEAR - 1, -1))
