"""One page for each act: what the law says, one form, one button."""

from __future__ import annotations

import uuid
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.record_systems import System, system_on
from chuan.people.door import Request
from chuan.people.permissions import require_role
from chuan.people.saying import said_on
from chuan.petitions.forms_solving import StepForm
from chuan.petitions.models import Petition
from chuan.petitions.permissions import KEEPERS, LEADERS
from chuan.petitions.refusals_sealed import TellsDenouncer
from chuan.petitions.showing.verdicts import status_label
from chuan.petitions.solving.cases import Case, case_of
from chuan.petitions.solving.deed import ERRORS, Deed
from chuan.petitions.solving.deeds import BY_NAME
from chuan.petitions.solving.law_lines import law_lines
from chuan.petitions.solving.signed import signed_for
from chuan.petitions.views.one import crumbs_to, petition_of, title_of
from chuan.petitions.views.solving.files import let_go_of, with_file
from chuan.rules.petitions import Kind
from chuan.rules.refusals import Refused
from chuan.ui import formatters as say

FormT = TypeVar("FormT", bound=StepForm)
REFUSED = 422
THERE = frozenset({"prolong", "suspend", "resume", "stop", "conclude", "answer", "publish", "finish"})
"""Acts that the system of record has to be told of as well; verifying and tasks are the ward's own work."""
TEMPLATE = "petitions/solving/act.html"


def act(request: Request, uid: uuid.UUID, name: str) -> HttpResponse:
    """Do one act of a case; refused on its own page, with what was typed."""
    petition, deed = petition_of(request, uid), BY_NAME[name]
    if not deed.allowed(request.viewer, petition):
        require_role(request.viewer, *KEEPERS, *LEADERS)
    if not deed.possible(petition):
        return _not_now(request, petition, deed)
    case = case_of(petition, at=request.at)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    drafted = signed_for(case, deed.papers) if deed.papers else None
    form = deed.form(*sent, case=case, viewer=request.viewer, drafted=drafted)
    if form.is_bound and form.is_valid():
        with said_on(form, **errors_of(form)):
            try:
                _run(request, petition, deed, form)
                messages.success(request, str(deed.done))
                return redirect("petitions:one", uid=petition.uid)
            except TellsDenouncer as refusal:
                form = without_words(form, refusal)
    context = {**_about(request, petition, deed), **_beside(request, case, deed), "form": form}
    return render(request, TEMPLATE, context, status=REFUSED if form.is_bound else 200)


def _run(request: Request, petition: Petition, deed: Deed, form: StepForm) -> None:
    """A file is looked at before the act begins, which may take longer than an act."""
    given, at = form.given(), request.at
    if "file" in given:
        given, at = with_file(petition, given, by=request.viewer, at=request.at)
    try:
        deed.run(petition, **given, by=request.viewer, at=at)
    except BaseException:
        let_go_of(given.get("proof"), at=at)
        raise


def without_words(form: FormT, refusal: Refused) -> FormT:
    """The form sent back without the words that told of the denouncer: they are not shown again."""
    blanks = {name: "" for name in ("text", "number") if name in form.fields}
    kept = {name: form.data.get(name, "") for name in form.fields} | blanks
    blank = type(form)(kept, case=form.case, viewer=form.viewer)
    blank.add_error("text", refusal.sentence)
    return blank


def errors_of(form: StepForm) -> dict[str, str]:
    """Which refusal belongs to which box of this form."""
    return {code: name for code, name in ERRORS.items() if name in form.fields}


def _about(request: Request, petition: Petition, deed: Deed) -> dict[str, Any]:
    return {
        "title": deed.title_of(petition),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "where": f"{title_of(petition)} · {status_label(petition)}",
        "petition": petition,
        "deed": deed,
        "back": reverse("petitions:one", args=[petition.uid]),
    }


def _beside(request: Request, case: Case, deed: Deed) -> dict[str, Any]:
    """The lawful day as it is now, what the law says, where the fact itself is made."""
    system = system_on(case.petition.owner_unit, "petitions", request.on)
    return {
        "law": law_lines(case, deed.law),
        "due": _due_words(case),
        "follows": _follows(system, deed),
        "identity": case.petition.kind == Kind.DENUNCIATION,
    }


def _due_words(case: Case) -> str:
    if case.due_on is None or (case.solving and case.solving.outcome):
        return ""
    return _("Hạn giải quyết theo luật: %s.") % say.weekday(case.due_on, with_year=True)


def _follows(system: System, deed: Deed) -> str:
    """What is written here makes no fact of the register there."""
    if system.keeps or deed.name not in THERE:
        return ""
    said = _(
        "Sổ đơn do %s giữ: ghi việc này ở hệ thống ấy trước; dòng ở đây để theo dõi, không thay cho bên ấy."
    )
    return said % system.name


def _not_now(request: Request, petition: Petition, deed: Deed) -> HttpResponse:
    """The act does not fit where the case stands: said, with the way back."""
    context = {**_about(request, petition, deed), "not_now": status_label(petition)}
    return render(request, TEMPLATE, context, status=REFUSED if request.method == "POST" else 200)
