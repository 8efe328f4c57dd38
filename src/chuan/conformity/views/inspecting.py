"""Trang kiểm tra: what a guest is shown; inspections with what they found; minutes that start the two months."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.conformity.actions import inspecting as actions
from chuan.conformity.forms_inspecting import BackForm, ComingForm, FindingForm, MinutesForm
from chuan.conformity.inspecting.naming import INSPECTION, label_of, page_of
from chuan.conformity.inspecting.points import points_of
from chuan.conformity.inspecting.showing import InspectionShown, deadline_words, elsewhere, shown
from chuan.conformity.models import Inspection, InspectionFinding
from chuan.conformity.permissions import KEEPERS
from chuan.conformity.permissions_inspecting import may_find, may_let_in, may_record, require_find
from chuan.conformity.views.pages import page, saved, year_asked, years
from chuan.exchange.proofs import keep_proof
from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.law.inspection import source
from chuan.people.door import Request
from chuan.people.models import Guest
from chuan.people.permissions import require_role
from chuan.people.sent_forms import sent
from chuan.ui.files import attachment

MOST = 30
HOME = "/kiem-tra/"


def home(request: Request) -> HttpResponse:
    """For a guest his page; for the unit its inspections, the latest first."""
    if request.viewer.guest:
        return _for_inspectors(request, request.viewer.guest)
    rows = Inspection.objects.seen_by(request.viewer).order_by("-starts_on", "-pk")[:MOST]
    context = _page(request, _("Kiểm tra của tỉnh")) | {
        "shown": shown(rows, request.viewer, on=request.on), "elsewhere": elsewhere(request.viewer, on=request.on),
        "lets_in": may_let_in(request.viewer), "records": may_record(request.viewer),
    }  # fmt: skip
    return render(request, "conformity/inspections.html", context)


def preview(request: Request) -> HttpResponse:
    """What inspectors will be shown, before they come."""
    return _for_inspectors(request, None)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One inspection: who came, what was found, what was done about it."""
    inspection = _inspection(request, uid)
    # nosemgrep: rows-without-seen-by - hangs on an inspection that this viewer may see
    scans = Attachment.objects.filter(subject_kind=INSPECTION, subject_uid=inspection.uid)
    guests = (
        Guest.objects.seen_by(request.viewer).filter(visit=inspection.uid).select_related("grant__account")
    )
    context = _page(request, label_of(inspection), *_crumbs(request)) | {
        "one": _shown(request, inspection), "inspection": inspection, "scan": scans.order_by("pk").first(),
        "guests": [(one, one.is_in(request.on)) for one in guests.order_by("pk")],
        "lets_in": may_let_in(request.viewer) and not inspection.is_closed and inspection.ends_on >= request.on,
        "keeps_guests": may_let_in(request.viewer), "writes": may_find(request.viewer, inspection),
    }  # fmt: skip
    return render(request, "conformity/inspection.html", context)


def record(request: Request) -> HttpResponse:
    """An inspection made without accounts is written down, to be closed with its minutes."""
    require_role(request.viewer, *KEEPERS)
    form = ComingForm(sent(request), initial={"since": request.on, "last": request.on})

    def save() -> str:
        given = actions.Coming(**form.cleaned_data)
        return page_of(actions.record_inspection(given, by=request.viewer, at=request.at).uid)

    lead = _("Ghi lần kiểm tra đã làm trên giấy: sau bước này ghi từng phát hiện, rồi chốt theo biên bản.")
    return _sent(
        request,
        form,
        save,
        _("Ghi lần kiểm tra đã có biên bản"),
        _("Ghi, rồi ghi phát hiện"),
        HOME,
        lead=lead,
    )


def find(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A finding is written."""
    inspection = _written(request, uid)
    form = FindingForm(sent(request), guest=request.viewer.guest is not None, initial=_about(request))

    def save() -> str:
        actions.find(inspection, actions.Found(**form.cleaned_data), by=request.viewer, at=request.at)
        return HOME + "#phat-hien" if request.viewer.guest else page_of(inspection.uid)

    back = HOME if request.viewer.guest else page_of(inspection.uid)
    return _sent(request, form, save, _("Ghi phát hiện"), _("Ghi phát hiện"), back, inspection=inspection)


def take_back(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A finding was wrong."""
    rows = InspectionFinding.objects.seen_by(request.viewer).select_related("inspection__unit")
    finding = get_object_or_404(rows, uid=uid, takes_back=None)
    require_find(request.viewer, finding.inspection)
    form, back = BackForm(sent(request)), page_of(finding.inspection.uid)

    def save() -> str:
        actions.take_back(finding, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return back

    lead = _("%(words)s Dòng này vẫn giữ, cùng lý do rút.") % {"words": finding.words}
    return _sent(
        request, form, save, _("Rút phát hiện"), _("Rút"), back, inspection=finding.inspection, lead=lead
    )  # fmt: skip


def close(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The minutes are closed: what has to be mended is raised, with its day."""
    inspection = _written(request, uid)
    posted = request.method == "POST"
    day = min(request.on, max(inspection.ends_on, inspection.starts_on))
    form = MinutesForm(sent(request), request.FILES if posted else None, initial={"on": day})

    def save() -> str:
        given = form.cleaned_data
        scan = keep_proof(given["scan"]) if given["scan"] else None
        told = actions.Minutes(given["number"], given["on"], given["conclusion"], scan)
        # nosemgrep: clock-below-the-door - what takes time comes before the act
        actions.close_inspection(inspection, told, by=request.viewer, at=timezone.now())
        return page_of(inspection.uid)

    faults = [one for one in _shown(request, inspection).faults if not one.finding.mended]
    more = {"faults": faults, "law": deadline_words(day)}
    return _sent(
        request, form, save, _("Chốt biên bản"), _("Chốt biên bản"), page_of(inspection.uid), inspection=inspection,
        done=_("Đã chốt biên bản."),
        template="conformity/inspection_close.html", more=more,
    )  # fmt: skip


def minutes(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The scan of the minutes, to be saved."""
    inspection = _inspection(request, uid)
    # nosemgrep: rows-without-seen-by - hangs on an inspection that this viewer may see
    rows = Attachment.objects.filter(subject_kind=INSPECTION, subject_uid=inspection.uid).select_related(
        "blob"
    )
    found = rows.order_by("pk").first()
    if found is None:
        raise Http404
    return attachment(files.read(found.blob), found.name, found.blob.media_type)


def _for_inspectors(request: Request, guest: Guest | None) -> HttpResponse:
    year = year_asked(request)
    rows = Inspection.objects.seen_by(request.viewer).order_by("-starts_on", "-pk")[:MOST]
    known = shown(rows, request.viewer, on=request.on)
    mine = next((one for one in known if guest and one.inspection.uid == guest.visit), None)
    title = _("Trang kiểm tra") if guest else _("Đoàn kiểm tra sẽ thấy")
    context = _page(request, title, *(() if guest else _crumbs(request))) | {
        "guest": guest, "mine": mine, "year": year, "years": years(request, year), "law": source()[0],
        "past": [one for one in known if one.inspection.is_closed and one is not mine],
        "elsewhere": elsewhere(request.viewer, on=request.on), "keeper": may_record(request.viewer),
        "points": points_of(request.viewer.unit, year, request.viewer, at=request.at),
        "writes": mine is not None and may_find(request.viewer, mine.inspection),
    }  # fmt: skip
    return render(request, "conformity/for_inspectors.html", context)


def _sent(
    request: Request, form: forms.Form, save: Callable[[], str], title: str, button: str, back: str, *,
    inspection: Inspection | None = None, lead: str = "", done: str = "", template: str = "conformity/form.html",
    more: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """The page of one form of this part."""
    crumbs = _crumbs(request, inspection)
    context = _page(request, title, *crumbs) | {"inspection": inspection, **(more or {})}
    return saved(
        request,
        form,
        save,
        context,
        done=done or _("Đã ghi."),
        back=back,
        button=button,
        lead=lead,
        template=template,
    )


def _about(request: Request) -> dict[str, str]:
    """``?nd=``: the point the finding is about, from its row of the list."""
    return {"point": request.GET.get("nd", ""), "grade": "minor"}


def _shown(request: Request, inspection: Inspection) -> InspectionShown:
    return shown([inspection], request.viewer, on=request.on)[0]


def _written(request: Request, uid: uuid.UUID) -> Inspection:
    inspection = _inspection(request, uid)
    require_find(request.viewer, inspection)
    return inspection


def _inspection(request: Request, uid: uuid.UUID) -> Inspection:
    return get_object_or_404(Inspection.objects.seen_by(request.viewer).select_related("unit"), uid=uid)


def _page(request: Request, title: str, *crumbs: tuple[str, str]) -> dict[str, Any]:
    return page(request, title) | {"crumbs": list(crumbs)}


def _crumbs(request: Request, inspection: Inspection | None = None) -> tuple[tuple[str, str], ...]:
    first = (_("Trang kiểm tra") if request.viewer.guest else _("Kiểm tra của tỉnh"), HOME)
    return (first, (label_of(inspection), page_of(inspection.uid))) if inspection else (first,)
