"""What concerns the viewer: lines told beforehand and what he says to them, what the head asked of him."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.briefing import actions
from chuan.briefing.actions.explaining import VERSIONS
from chuan.briefing.forms import NoteForm
from chuan.briefing.models import Answer, BriefLine, Foreseen
from chuan.briefing.views.pages import page, saved
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.ui import formatters as say

SAID = 300
"""How long an explanation may be: it stands beside its line on one screen and one page."""


def everything(request: Request) -> HttpResponse:
    """Lines of the next brief, what was asked, lines that were read; four statements."""
    viewer = request.viewer
    coming = Foreseen.objects.seen_by(viewer).coming(request.on).order_by("on", "pk")
    asked = Answer.objects.seen_by(viewer).filter(official=viewer.official, state=Answer.State.OPEN)
    read = BriefLine.objects.seen_by(viewer).filter(official=viewer.official)
    context = page(request, _("Bản tin nói gì về việc của tôi")) | {
        "coming": coming.prefetch_related("explanations"), "versions": VERSIONS,
        "asked": asked.exclude(official=None).select_related("line", "by").order_by("due_on", "pk"),
        "read": read.exclude(official=None).select_related("brief", "explanation").order_by("-brief__on", "place")[:20],
        "has_posts": viewer.official is not None,
    }  # fmt: skip
    return render(request, "briefing/mine.html", context)


def explain(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What he says to a line before it comes to the head."""
    row = get_object_or_404(
        Foreseen.objects.seen_by(request.viewer).prefetch_related("explanations"), uid=uid
    )
    last = row.explanations.order_by("-version").first()
    form = NoteForm(
        sent(request), initial={"note": last.words if last else ""}, label=_("Lời giải trình"), longest=SAID
    )

    def save() -> str:
        actions.explain(row, form.cleaned_data["note"], by=request.viewer, at=request.at)
        return reverse("briefing:mine")

    context = page(request, _("Giải trình"), _crumb())
    lead = _("Lên bản tin %(day)s: %(what)s") % {"day": say.day(row.on), "what": row.sentence}
    done = _("Đã ghi. Lời này đứng cạnh dòng của anh chị trong bản tin.")
    return saved(
        request, form, save, context, done=done, back=reverse("briefing:mine"), button=_("Ghi lời giải trình"),
        lead=lead,
    )  # fmt: skip


def work(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the head asked: done, answered, or put by; the heads only look."""
    rows = Answer.objects.seen_by(request.viewer).select_related("line__brief", "official", "by", "unit")
    row = get_object_or_404(rows, uid=uid)
    mine = request.viewer.official is not None and row.official_id == request.viewer.official.pk
    if not mine or row.state == Answer.State.DONE:
        if request.method == "POST":
            raise Http404
        return render(
            request, "briefing/work.html", page(request, str(row.get_verb_display()), _crumb()) | {"row": row}
        )
    return _finished(request, row)


def _finished(request: Request, row: Answer) -> HttpResponse:
    labels = {"explain": _("Lời giải trình"), "remind": _("Nhắn lại, nếu cần")}
    buttons = {"explain": _("Gửi lời giải trình"), "remind": _("Đã nhận")}
    form = NoteForm(sent(request), label=labels.get(row.verb, ""), needed=row.verb != Answer.Verb.REMIND)

    def save() -> str:
        actions.finish(row, form.cleaned_data["note"], by=request.viewer, at=request.at)
        return reverse("briefing:mine")

    context = page(request, str(row.get_verb_display()), _crumb()) | {"row": row}
    return saved(
        request, form, save, context, done=_("Đã ghi. Lãnh đạo thấy trong bản tin sau."),
        back=reverse("briefing:mine"), button=buttons.get(row.verb, _("Ghi đã làm")), template="briefing/work.html",
    )  # fmt: skip


def _crumb() -> tuple[str, str]:
    return (_("Việc của tôi trong bản tin"), reverse("briefing:mine"))
