"""A nonconformity is raised: by hand, from a record with its facts, or from a proposal."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.corrections import actions
from chuan.corrections.actions import Raised
from chuan.corrections.forms import RaiseForm
from chuan.corrections.models import Nonconformity
from chuan.corrections.permissions import require_raise
from chuan.corrections.proposing import proposal_of
from chuan.corrections.views.found import address, crumbs_to, saved
from chuan.offers.faults import Facts, Proposal, facts_of
from chuan.offers.subjects import Subject
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.models import Process

SOURCES = {
    "objective": "objective", "target": "objective", "indicator": "objective", "measurement": "objective",
    "finding": "audit", "audit_finding": "audit", "petition": "complaint", "self_check": "check",
}  # fmt: skip
"""Where somebody knows it from, by the kind of record; any other is simply a record."""


def raise_one(request: Request) -> HttpResponse:
    """``?tu=<kind>.<uid>``: on this record; ``?khoa=``: a proposal; neither: by hand."""
    require_raise(request.viewer)
    proposal, facts = _asked(request)
    processes = list(Process.objects.seen_by(request.viewer).on(request.on).order_by("position", "code"))
    form = RaiseForm(
        sent(request), processes=processes, initial=_initial(request, proposal, facts, processes)
    )

    def save() -> str:
        told = form.cleaned_data
        raised = Raised(
            told["what"], told["source"], told["found_on"], told["grade"], told["clause"],
            form.processes.get(told["process"]), facts.subject if facts else None, proposal, told["citation"],
        )  # fmt: skip
        return address(actions.raise_nonconformity(raised, by=request.viewer, at=request.at))

    back = facts.address if facts and facts.address else reverse("corrections:list")
    return saved(
        request, form, save, title=_("Nêu sự không phù hợp"), done=_("Đã nêu. Việc tiếp theo: ghi nguyên nhân."),
        back=back, crumbs=crumbs_to(), button=_("Nêu"), template="corrections/raise.html",
        more={"facts": facts, "already": _already(request, facts)},
    )  # fmt: skip


def _already(request: Request, facts: Facts | None) -> Nonconformity | None:
    """What was raised on this record and is not over."""
    if facts is None:
        return None
    rows = Nonconformity.objects.seen_by(request.viewer).open()
    return rows.filter(subject_kind=facts.subject.kind, subject_uid=facts.subject.uid).order_by("pk").last()


def _asked(request: Request) -> tuple[Proposal | None, Facts | None]:
    """The proposal and the facts of the record; 404 for what this viewer may not see."""
    proposal = None
    if key := request.GET.get("khoa", ""):
        proposal = proposal_of(key, request.viewer, on=request.on, at=request.at)
        if proposal is None:
            raise Http404
        return proposal, facts_of(proposal.subject, request.viewer, request.at)
    if not (named := request.GET.get("tu", "")):
        return None, None
    facts = facts_of(_subject(named), request.viewer, request.at)
    if facts is None:
        raise Http404
    return None, facts


def _subject(named: str) -> Subject:
    kind, _dot, text = named.partition(".")
    try:
        return Subject(kind, uuid.UUID(text))
    except ValueError:
        raise Http404 from None


def _initial(
    request: Request, proposal: Proposal | None, facts: Facts | None, processes: list[Process]
) -> dict[str, Any]:
    code = facts.process if facts else ""
    process = next((str(one.uid) for one in processes if code and one.code == code), "")
    kind = facts.subject.kind if facts else ""
    source = (
        SOURCES.get(kind, Nonconformity.Source.RECORD.value) if facts else Nonconformity.Source.HAND.value
    )
    return {
        "what": proposal.sentence if proposal else facts.label if facts else "",
        "found_on": request.on, "grade": "minor", "source": source, "process": process,
        "clause": (proposal.clause if proposal else "") or (facts.clause if facts else ""),
    }  # fmt: skip
