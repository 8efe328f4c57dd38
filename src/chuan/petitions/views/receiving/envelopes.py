"""Envelopes against the leaders that went on unopened: the list of the few facts, and one more."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.permissions import require_role
from chuan.people.saying import said_on
from chuan.petitions.actions.envelopes import note_forwarded
from chuan.petitions.forms_receiving import EnvelopeForm
from chuan.petitions.models import ForwardRecord
from chuan.petitions.permissions import KEEPERS, LEADERS
from chuan.petitions.receiving.against import leaders_answer
from chuan.petitions.views.receiving import page


def envelopes(request: Request) -> HttpResponse:
    """Code, day and where to of each; for who keeps the register and the leaders."""
    require_role(request.viewer, *KEEPERS, *LEADERS)
    rows = ForwardRecord.objects.seen_by(request.viewer).order_by("-on", "-pk")[:500]
    return page(request, "envelopes", _("Phong bì chuyển nguyên"), records=rows)


def add(request: Request) -> HttpResponse:
    """Write that one more went on."""
    require_role(request.viewer, *KEEPERS, *LEADERS)
    where = leaders_answer(request.on).where
    form = EnvelopeForm(request.POST or None, initial={"on": request.on, "to": where})
    if request.method == "POST" and form.is_valid():
        with said_on(form, envelope_of_today="on"):
            made = note_forwarded(**form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(
                request, _("Đã ghi %s: phong bì chuyển nguyên. Không còn gì khác được lưu.") % made.code
            )
            return redirect("petitions:envelopes")
    lead = _(
        "Chỉ ghi ngày chuyển và nơi nhận. Không mở phong bì, không ghi nhận của ai, ngày nào, bằng cách nào."
    )
    return page(
        request, "act", _("Ghi việc chuyển phong bì chưa mở"), form=form, lead=lead, button=_("Ghi việc chuyển"),
        refused=request.method == "POST",
    )  # fmt: skip
