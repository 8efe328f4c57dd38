"""Findings: written, shown, taken back, followed; photos put to them; earlier ones looked at again."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.audits.actions import findings as actions
from chuan.audits.answers import latest
from chuan.audits.following import followed, raise_address
from chuan.audits.forms import FindingForm, LookForm, PhotoForm, ReasonForm
from chuan.audits.models import Audit, ChecklistItem, Finding, SampledRecord
from chuan.audits.permissions import may_work, require_work
from chuan.audits.views.around import audit_of, crumbs, scope_of
from chuan.exchange.proofs import keep_proof
from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.offers.subjects import describe
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.people.viewer import Viewer
from chuan.processes.views.forms import around, saved
from chuan.rules.audits import Grade
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import attachment


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write a finding down; coming from a question, its clause, process and notes are in the form already."""
    audit = audit_of(request, uid)
    require_work(audit, request.viewer)
    processes, item, record = scope_of(audit), _asked(request, audit), _drawn(request, audit)
    form = FindingForm(
        sent(request), processes=processes, initial=_proposed(item) | _about(record, request.viewer)
    )

    def save() -> str:
        given = form.cleaned_data
        process = next((one for one in processes if str(one.uid) == given["process"]), None)
        found = actions.Found(
            Grade(given["grade"]), given["words"], given["clause"], given["evidence"], process, item, record
        )
        row = actions.raise_finding(audit, found, by=request.viewer, at=request.at)
        return reverse("audits:finding", args=[row.uid])

    lead = _("Từ câu %(n)s: %(question)s") % {"n": item.ordinal, "question": item.question} if item else ""
    return saved(
        request, form, save, title=_("Ghi phát hiện"), done=_("Đã ghi phát hiện."), crumbs=crumbs(audit), lead=lead,
        back=reverse("audits:sheet" if item else "audits:audit", args=[audit.uid]),
    )  # fmt: skip


def shown(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One finding: grounds, photos, where it went, whether a later audit found it mended."""
    finding = _finding(request, uid)
    works = may_work(finding.audit, request.viewer)
    going = followed([finding]).get(finding.uid)
    # nosemgrep: rows-without-seen-by - hangs on a finding that this viewer may see
    photos = Attachment.objects.filter(subject_kind=actions.FILES, subject_uid=finding.uid).order_by("pk")
    record = finding.record.subject if finding.record else None
    context: dict[str, Any] = {
        **around(request), "title": _("Phát hiện %s") % finding.code, "crumbs": crumbs(finding.audit),
        "finding": finding, "audit": finding.audit, "going": going, "photos": photos,
        "record": describe([record], request.viewer).get(record) if record else None,
        "raise_url": "" if going else raise_address(finding, request.viewer), "works": works,
        "may_take_back": works and going is None and finding.audit.status == Audit.Status.UNDER_WAY,
    }  # fmt: skip
    return render(request, "audits/finding.html", context)


def take_back(request: Request, uid: uuid.UUID) -> HttpResponse:
    """It was wrong."""
    finding = _finding(request, uid)
    require_work(finding.audit, request.viewer)
    form = ReasonForm(sent(request))
    return saved(
        request, form,
        lambda: actions.take_back(finding, form.cleaned_data["reason"], by=request.viewer, at=request.at),
        title=_("Rút phát hiện"), done=_("Đã rút; dòng ấy vẫn giữ với lý do."), back=_url(finding),
        crumbs=crumbs(finding.audit),
    )  # fmt: skip


def photo(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A photo or paper, looked at apart before it is kept."""
    finding = _finding(request, uid)
    require_work(finding.audit, request.viewer)
    form = PhotoForm(request.POST or None, request.FILES or None)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            blob, name = keep_proof(form.cleaned_data["file"])
            # nosemgrep: clock-below-the-door - what takes time comes before the act
            actions.hang_photo(finding, blob, name, by=request.viewer, at=timezone.now())
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã kèm vào phát hiện."))
            return redirect(_url(finding))
    context: dict[str, Any] = {
        **around(request), "title": _("Kèm ảnh vào phát hiện"), "crumbs": crumbs(finding.audit), "form": form,
        "refusal": refusal, "button": _("Kèm vào phát hiện"), "back": _url(finding),
    }  # fmt: skip
    return render(request, "audits/photo.html", context, status=422 if request.method == "POST" else 200)


def photo_file(request: Request, uid: uuid.UUID, which: uuid.UUID) -> HttpResponse:
    """The bytes, to be saved."""
    finding = _finding(request, uid)
    # nosemgrep: rows-without-seen-by - hangs on a finding that this viewer may see
    rows = Attachment.objects.filter(subject_kind=actions.FILES, subject_uid=finding.uid).select_related(
        "blob"
    )
    found = get_object_or_404(rows, uid=which)
    return attachment(files.read(found.blob), found.name, found.blob.media_type)


def look_again(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A question about an earlier finding: this audit says whether it is mended."""
    seen = Audit.objects.seen_by(request.viewer)
    rows = ChecklistItem.objects.filter(audit__in=seen, about__isnull=False)
    item = get_object_or_404(rows.select_related("audit__owner_unit", "about__audit"), uid=uid)
    require_work(item.audit, request.viewer)
    finding = item.about
    if finding is None:
        raise NotFound(thing=_("phát hiện này"))
    last = latest(item)
    form = LookForm(sent(request), initial={"words": last.notes[:500] if last else ""})

    def save() -> None:
        given = form.cleaned_data
        actions.look_again(
            finding, item.audit, settled=given["settled"] == "1", words=given["words"], by=request.viewer,
            at=request.at,
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Xem lại phát hiện kỳ trước"), button=_("Ghi kết quả xem lại"),
        done=_("Đã ghi kết quả xem lại."), lead=f"{finding.code}: {finding.words}",
        back=reverse("audits:sheet", args=[item.audit.uid]), crumbs=crumbs(item.audit),
    )  # fmt: skip


def _asked(request: Request, audit: Audit) -> ChecklistItem | None:
    told = request.GET.get("cau", "")
    if not told.isdecimal() or len(told) > 4:
        return None
    return audit.items.filter(ordinal=int(told), dropped_at__isnull=True).select_related("process").first()


def _drawn(request: Request, audit: Audit) -> SampledRecord | None:
    """The record of a sample of this audit that the address names, by the sample and the record's number."""
    sample, number = request.GET.get("mau", ""), request.GET.get("dong", "")
    if not number.isdecimal() or len(number) > 4:
        return None
    rows = SampledRecord.objects.filter(sample__audit=audit, ordinal=int(number)).select_related(
        "sample__process"
    )
    return next((one for one in rows if str(one.sample.uid) == sample), None)


def _about(record: SampledRecord | None, viewer: Viewer) -> dict[str, str]:
    if record is None:
        return {}
    shown = describe([record.subject], viewer).get(record.subject)
    process = record.sample.process
    evidence = ", ".join(filter(None, (shown.label if shown else "", record.shelf)))
    return {"process": str(process.uid) if process else "", "words": record.note, "evidence": evidence}


def _proposed(item: ChecklistItem | None) -> dict[str, str]:
    if item is None:
        return {}
    last = latest(item)
    return {
        "clause": item.clause, "process": str(item.process.uid) if item.process else "",
        "words": last.notes if last else "", "evidence": last.evidence if last else "",
    }  # fmt: skip


def _finding(request: Request, uid: uuid.UUID) -> Finding:
    rows = Finding.objects.seen_by(request.viewer).select_related(
        "audit__owner_unit", "process", "item", "record", "looked_in", "raised_by"
    )
    return get_object_or_404(rows, uid=uid)


def _url(finding: Finding) -> str:
    return reverse("audits:finding", args=[finding.uid])
