"""A mail server's log: counted apart, shown as months, handed on to intake as a small table. The log is not kept."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.exchange.mail_logs import LOGS, MailCounts, What, asked_for, count_mail
from chuan.exchange.mail_logs.reduced import left_out, reduced_table
from chuan.exchange.sealed_uploads import SealedUpload, refused, sealed_up_to
from chuan.files import sealing
from chuan.files.keyrings import house_ring
from chuan.intake import actions as intake
from chuan.intake.models import Import
from chuan.intake.permissions import require_import
from chuan.intake.running import start_look
from chuan.people.door import Request
from chuan.rules.refusals import FileEmpty, NotAllowed, NotFound, Refused
from chuan.rules.refusals.mail_logs import MailLogTooBig
from chuan.workforce.forms_tools import CountedForm, MailLogForm
from chuan.workforce.refusals_tools import CountedLost, MonthsUnchosen
from chuan.workforce.tools.accounts import usual_domain

_SALT = "workforce.mail-log"
_HOURS = 8 * 3600
_MEGABYTE = 1_000_000


@sealed_up_to(LOGS.file_bytes)
def count(request: Request) -> HttpResponse:
    """Take a log in under seal, count it in a process of its own, and show what came out."""
    require_import(request.viewer)
    sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if sent else (None, None)
    form = MailLogForm(data, files, initial=_usual(request))
    refusal = ""
    if sent and form.is_valid():
        try:
            name, counted = _counted(request, form)
        except (NotAllowed, NotFound):
            raise
        except Refused as told:
            refusal = told.sentence
        else:
            return _shown(request, name, counted)
    return _asked(request, form, refusal)


@require_POST
def hand_on(request: Request) -> HttpResponse:
    """The chosen months as a file of the register of mails, received like any other."""
    require_import(request.viewer)
    try:
        name, counted = _unsigned(CountedForm(request.POST))
    except CountedLost as lost:
        return _asked(request, MailLogForm(initial=_usual(request)), lost.sentence)
    wanted = request.POST.getlist("thang")
    chosen = [month for month in counted.months if month.isoformat() in wanted]
    try:
        imported = _received(request, name, counted, chosen)
    except (NotAllowed, NotFound):
        raise
    except Refused as told:
        return _shown(request, name, counted, refusal=told.sentence, chosen=chosen)
    return redirect("intake:import", uid=imported.uid)


def _received(request: Request, name: str, counted: MailCounts, chosen: list[date]) -> Import:
    """The months' table as an import that was looked into. Raises MonthsUnchosen and what receiving refuses."""
    if not chosen or any(_months_between(one, other) != 1 for one, other in pairwise(chosen)):
        raise MonthsUnchosen()
    table = reduced_table(counted, chosen, name=name, illustrative=request.viewer.unit.example)
    kind = "so-thu-da-gui" if counted.what is What.SENT else "so-luot-vao-hop-thu"
    name = f"{kind}-{chosen[0]:%m%Y}-{chosen[-1]:%m%Y}.csv"
    now = timezone.now()  # nosemgrep: clock-below-the-door - what takes time comes before the act
    return start_look(intake.receive_file(table, name, by=request.viewer, at=now), at=now)


def _counted(request: Request, form: MailLogForm) -> tuple[str, MailCounts]:
    """The upload's name and its counts. Raises what ``count_mail`` raises."""
    if refused(request):
        raise MailLogTooBig(megabytes=LOGS.file_bytes // _MEGABYTE, limit=LOGS.file_bytes // _MEGABYTE)
    upload = request.FILES.get("tep")
    if not isinstance(upload, SealedUpload) or not upload.size:
        raise FileEmpty(name="")
    what = What(form.cleaned_data["dem"] or What.SENT)
    asked = asked_for(form.cleaned_data["ten_mien"], form.cleaned_data["nam"], what)
    data = b"".join(sealing.not_yet_kept(upload.sealed, house_ring()))
    name = _("nhật ký thư")
    return name, count_mail(data, name=name, asked=asked)


def _shown(
    request: Request, name: str, counted: MailCounts, *, refusal: str = "", chosen: list[date] | None = None
) -> HttpResponse:
    months = [(one, *_sums(counted, one), counted.is_whole(one)) for one in counted.months]
    taken = counted.whole_months if chosen is None else chosen
    context = _context(request) | {
        "counted": counted,
        "months": months,
        "taken": taken,
        "sent": counted.what is What.SENT,
        "programmes_only": "mailbox" in counted.kind and counted.what is What.ENTERED,
        "left": list(left_out(counted, counted.months)),
        "signed": signing.dumps([name, counted.packed()], salt=_SALT, compress=True),
        "refusal": refusal,
        "years": sorted({one.year for one in counted.months}),
    }
    return render(request, "workforce/tools/counted.html", context, status=422 if refusal else 200)


def _asked(request: Request, form: MailLogForm, refusal: str) -> HttpResponse:
    context = _context(request) | {"form": form, "refusal": refusal}
    status = 422 if request.method == "POST" else 200
    return render(request, "workforce/tools/log.html", context, status=status)


def _unsigned(form: CountedForm) -> tuple[str, MailCounts]:
    """What was counted, unchanged. Raises CountedLost."""
    try:
        name, packed = signing.loads(form.data.get("bang", ""), salt=_SALT, max_age=_HOURS)
    except signing.BadSignature:
        raise CountedLost() from None
    return name, MailCounts.unpacked(packed)


def _sums(counted: MailCounts, month: date) -> tuple[int, int]:
    rows = [count for (_account, at), count in counted.sent.items() if at == month]
    return len(rows), sum(rows)


def _months_between(one: date, other: date) -> int:
    return (other.year - one.year) * 12 + other.month - one.month


def _usual(request: Request) -> dict[str, Any]:
    """The domain of the mailboxes that came in last, and this year."""
    return {"ten_mien": usual_domain(request.viewer.unit), "nam": request.on.year}


def _context(request: Request) -> dict[str, Any]:
    return {
        "title": _("Đếm nhật ký thư"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Công cụ số"), reverse("workforce:tools"))],
    }
