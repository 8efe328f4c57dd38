"""What waits under a code: by POST only, so that it stands in no address, log or history."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from chuan.people.models import Unit
from chuan.people.tries import address_of
from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.public.answering import rate_by_sender, supply_by_sender
from chuan.petitions.forms_public import CodeForm, SenderRatesForm, SupplyForm
from chuan.petitions.public.told import Told, told_under
from chuan.petitions.views.public import REFUSED, SENDS, TOO_MANY, for_citizens, public_page


@sensitive_post_parameters()
@for_citizens(*SENDS)
def follow(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Ask for the code; then how it stands, our question or answer, and what may be added."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return _page(request, unit, form, status=REFUSED if form.is_bound else 200)
    try:
        told = _told(request, unit, form.cleaned_data["code"])
    except (refusals.PublicCodeWrong, refusals.PublicCodesTooFast) as refusal:
        form.add_error("code", refusal.sentence)
        slow = isinstance(refusal, refusals.PublicCodesTooFast)
        return _page(request, unit, form, status=TOO_MANY if slow else REFUSED)
    return _added(request, unit, form, told)


def _added(request: HttpRequest, unit: Unit, form: CodeForm, told: Told) -> HttpResponse:
    """How it stands; after what was sent with the code, how it stands then."""
    do, code = request.POST.get("do", ""), form.cleaned_data["code"]
    supply = SupplyForm(request.POST if do == "supply" else None)
    rates = SenderRatesForm(request.POST if do == "rate" else None)
    sent: Any = {"supply": supply, "rate": rates}.get(do)
    if sent is None:
        return _page(request, unit, form, told=told, supply=supply, rates=rates)
    if sent.is_valid():
        try:
            _add(request, do, told, sent.cleaned_data)
        except refusals.PublicNotAsked as refusal:
            return _page(
                request, unit, form, told=told, supply=supply, rates=rates, refusal=refusal.sentence,
                status=REFUSED,
            )  # fmt: skip
        except refusals.PublicSupplyMissing as refusal:
            supply.add_error("text", refusal.sentence)
        else:
            again = _told(request, unit, code)
            return _page(
                request, unit, form, told=again, done=do, supply=SupplyForm(), rates=SenderRatesForm()
            )
    return _page(request, unit, form, told=told, supply=supply, rates=rates, status=REFUSED)


def _add(request: HttpRequest, do: str, told: Told, given: dict[str, Any]) -> None:
    if told.petition is None:
        raise refusals.PublicNotAsked()
    at = request.__dict__["at"]
    if do == "supply":
        supply_by_sender(told.petition, given["text"], at=at)
    else:
        rate_by_sender(told.petition, given["rating"], at=at)


def _told(request: HttpRequest, unit: Unit, code: str) -> Told:
    return told_under(code, unit, address_of(request), at=request.__dict__["at"])


def _page(
    request: HttpRequest,
    unit: Unit,
    form: CodeForm,
    *,
    status: int = 200,
    told: Told | None = None,
    **more: Any,
) -> HttpResponse:
    title = _("Phản ánh đang ở đâu") if told is None else _("Phản ánh của ông/bà")
    return public_page(request, "follow", title, unit, status=status, form=form, told=told, **more)
