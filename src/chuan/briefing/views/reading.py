"""The brief read: the newest, an earlier one, as one A4."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.briefing.choices import choice_of
from chuan.briefing.models import Answer, Brief
from chuan.briefing.papers import pdf_of
from chuan.briefing.permissions import may_read, may_set, require_read
from chuan.briefing.running import due_at
from chuan.briefing.showing import shown
from chuan.briefing.views.pages import brief_of, page
from chuan.briefing.words import more_words
from chuan.people.door import Request
from chuan.ui import formatters as say
from chuan.ui.files import attachment


def newest(request: Request) -> HttpResponse:
    """Today's brief; who does not read it is led to what concerns him."""
    if not may_read(request.viewer):
        return redirect("briefing:mine")
    brief = Brief.objects.seen_by(request.viewer).select_related("unit").order_by("-on").first()
    if brief is not None and brief.on == request.on:
        return _drawn(request, brief)
    choice = choice_of(request.viewer.unit, request.on)
    context = page(request, _("Bản tin sáng")) | {
        "crumbs": [], "choice": choice, "last": brief, "may_set": may_set(request.viewer),
        "due": due_at(request.viewer.unit, choice, request.at),
    }  # fmt: skip
    return render(request, "briefing/none.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One brief, as it was made."""
    return _drawn(request, brief_of(request, uid))


def earlier(request: Request) -> HttpResponse:
    """Briefs of the last months with what was answered."""
    require_read(request.viewer)
    rows = list(Brief.objects.seen_by(request.viewer).order_by("-on")[:60])
    open_ones = Answer.objects.seen_by(request.viewer).filter(state=Answer.State.OPEN)
    context = page(request, _("Các bản tin trước")) | {
        "rows": rows,
        "open_ones": open_ones.select_related("line", "official").order_by("due_on", "pk")[:50],
    }
    return render(request, "briefing/earlier.html", context)


def pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The brief as one A4."""
    brief = brief_of(request, uid)
    return attachment(pdf_of(brief), f"ban-tin-{brief.on:%Y-%m-%d}.pdf", "application/pdf")


def _drawn(request: Request, brief: Brief) -> HttpResponse:
    title = _("Bản tin sáng %s") % say.weekday(brief.on, with_year=True)
    context = page(request, title) | ({"crumbs": []} if brief.on == request.on else {}) | {
        "brief": brief, "lines": shown(brief, request.viewer), "may_set": may_set(request.viewer),
        "more": more_words(brief),
        "is_newest": not Brief.objects.seen_by(request.viewer).filter(on__gt=brief.on).exists(),
    }  # fmt: skip
    return render(request, "briefing/brief.html", context)
