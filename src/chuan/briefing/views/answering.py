"""A line answered: at once with agreement or a reminder, by a small form with a task or a question."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from chuan.briefing import actions
from chuan.briefing.actions.answering import Asking
from chuan.briefing.forms import AskForm
from chuan.briefing.models import Answer, BriefLine
from chuan.briefing.permissions import require_read
from chuan.briefing.reminding import usual_due
from chuan.briefing.views.pages import page, saved, serving
from chuan.briefing.words import SLUGS, verb_words
from chuan.people.door import Request
from chuan.people.sent_forms import REFUSED, sent
from chuan.rules.briefs import Verb
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import formatters as say


def answer(request: Request, uid: uuid.UUID, slug: str) -> HttpResponse:
    """One verb for one line."""
    require_read(request.viewer)
    rows = BriefLine.objects.seen_by(request.viewer).select_related("brief__unit", "official")
    line = get_object_or_404(rows, uid=uid)
    if slug not in SLUGS:
        raise Http404
    verb = SLUGS[slug]
    if request.method == "POST" and "due_on" not in request.POST and _at_once(line, verb):
        return _sent_at_once(request, line, verb)
    if verb is Verb.AGREE:
        return redirect(_home(line))
    return _asked(request, line, verb)


def _at_once(line: BriefLine, verb: Verb) -> bool:
    return verb is Verb.AGREE or (verb is Verb.REMIND and line.official is not None)


def _sent_at_once(request: Request, line: BriefLine, verb: Verb) -> HttpResponse:
    try:
        given = actions.answer(line, verb, Asking(), by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        context = page(request, verb_words(verb)) | {
            "refusal": refused.sentence,
            "line": line,
            "back": _home(line),
        }
        return render(request, "briefing/refused.html", context, status=REFUSED)
    messages.success(request, _said(given))
    return redirect(_leads(line, verb))


def _asked(request: Request, line: BriefLine, verb: Verb) -> HttpResponse:
    viewer = request.viewer
    first = {
        "official": str(line.official.uid) if line.official else "",
        "due_on": usual_due(viewer.unit, verb, request.on),
    }
    form = AskForm(sent(request), initial=first, people=serving(viewer, request.on))

    def save() -> str:
        asking = Asking(form.chosen, form.cleaned_data["due_on"], form.cleaned_data["words"])
        messages.success(request, _said(actions.answer(line, verb, asking, by=viewer, at=request.at)))
        return _home(line)

    context = page(request, verb_words(verb)) | {"line": line}
    return saved(
        request, form, save, context, done="", back=_home(line), button=verb_words(verb), lead=line.sentence
    )


def _said(given: Answer) -> str:
    if given.moot:
        return _(
            "Việc này vừa tự xong trong lúc anh chị đọc. Câu trả lời được giữ lại; không giao thêm cho ai."
        )
    if given.official is None or given.due_on is None:
        return _("Đã ghi đồng ý. Việc không lên bản tin lại, trừ khi có gì mới.")
    told = {"name": given.official.name, "day": say.day(given.due_on)}
    if given.verb == Answer.Verb.REMIND:
        return _("Đã nhắc %(name)s. Nếu chưa xong, việc lên bản tin lại sau ngày %(day)s.") % told
    return _("Đã đưa vào Việc của tôi của %(name)s, hạn %(day)s. Kết quả lên bản tin sau.") % told


def _home(line: BriefLine) -> str:
    return reverse("briefing:one", args=[line.brief.uid])


def _leads(line: BriefLine, verb: Verb) -> str:
    """Agreement leads to the record's own page where that is what it waits for: a draft to be signed."""
    own = verb is Verb.AGREE and line.allowed == (Verb.AGREE,)
    safe = url_has_allowed_host_and_scheme(line.address, allowed_hosts=None)
    return line.address if own and line.address and safe else _home(line)
