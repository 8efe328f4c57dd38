"""Whose accounts are: proposed by name, confirmed by a person once, taken back when it was wrong."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.workforce.actions.tools_used import Said, end_account, say_accounts
from chuan.workforce.fields import MAIL, SIGN_INS
from chuan.workforce.forms_tools import AccountsForm
from chuan.workforce.models import ToolAccount
from chuan.workforce.permissions import require_keep
from chuan.workforce.tools.accounts import Unsaid, unsaid

AT_ONCE = 100
"""Accounts shown at a time: the others come when these are said."""
PAGE = 100


def everything(request: Request) -> HttpResponse:
    """Accounts nobody has said whose they are, over those that were said."""
    require_keep(request.viewer)
    people = _people(request)
    waiting = [one for tool in (MAIL, SIGN_INS) for one in unsaid(request.viewer.unit, tool, people)]
    form = AccountsForm(
        request.POST if request.method == "POST" else None, accounts=waiting[:AT_ONCE], officials=people
    )
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            done = say_accounts(_said(form), by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            words = ngettext("Đã xác nhận %s tài khoản.", "Đã xác nhận %s tài khoản.", len(done))
            messages.success(request, words % len(done))
            return redirect("workforce:tool_accounts")
    return _page(request, form, waiting, refusal)


@require_POST
def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take back what was said of one account; it waits for a word again."""
    require_keep(request.viewer)
    row = get_object_or_404(ToolAccount.objects.seen_by(request.viewer), uid=uid)
    try:
        end_account(row, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("Đã bỏ xác nhận. Tài khoản chờ ghép lại."))
    return redirect("workforce:tool_accounts")


def _page(request: Request, form: AccountsForm, waiting: list[Unsaid], refusal: str) -> HttpResponse:
    said = (
        ToolAccount.objects.seen_by(request.viewer).known_at(None).select_related("official", "confirmed_by")
    )
    page = Paginator(said.order_by("source", "account", "pk"), PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Ghép tài khoản với cán bộ"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Công cụ số"), reverse("workforce:tools"))],
        "form": form,
        "waiting": len(waiting),
        "more": len(waiting) - len(form.accounts),
        "page": page,
        "refusal": refusal,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "workforce/tools/accounts.html", context, status=status)


def _said(form: AccountsForm) -> list[Said]:
    return [
        Said(one.register, one.source, one.account, kind, official) for one, kind, official in form.chosen()
    ]


def _people(request: Request) -> list[Official]:
    rows = Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit).order_by("name", "pk")
    people = list(rows.prefetch_related("appointments__post"))
    for one in people:
        one.titles = [held.post.title for held in one.appointments.all()]  # type: ignore[attr-defined]
    return people
