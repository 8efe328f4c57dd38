"""What a person decides about one import: columns, period, taking it in, leaving it, withdrawing it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.intake import actions, running
from chuan.intake.actions.layouts import use_layout
from chuan.intake.forms.deciding import CommitForm, CoversForm, WithdrawForm
from chuan.intake.forms.layouts import LayoutFileForm
from chuan.intake.forms.mapping import MappingForm
from chuan.intake.models import Import
from chuan.intake.permissions import require_import, require_see_rows, require_withdraw
from chuan.intake.previews import preview_of
from chuan.intake.showing import consequences, mapping
from chuan.intake.showing.listing import registers_known
from chuan.intake.showing.words import title_of
from chuan.intake.views.layouts import text_of
from chuan.intake.views.one import page
from chuan.intake.views.pages import REFUSED, crumbs_to, import_of
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import NotAllowed, NotFound, Refused, WrongMove

Status = Import.Status


def map_columns(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What each column is; then the file is looked at again, with this layout."""
    found = _own(request, uid)
    if found.status not in (Status.UNMAPPED, Status.PREVIEWED):
        return redirect("intake:import", uid=found.uid)
    form = mapping.form_of(
        found, request.POST if request.method == "POST" else None, register=request.POST.get("so", "")
    )
    if form.is_bound and form.is_valid():
        with said_on(form):
            _confirm(request, found, form)
            return redirect("intake:import", uid=found.uid)
    if found.status == Status.UNMAPPED and form.is_bound:
        return page(request, found, mapping_form=form)
    context = {
        "registers": registers_known(),
        "title": _("Ghép lại cột"),
        "form": form,
        "imported": found,
        "register": title_of(found.register),
        "crumbs": crumbs_to(found),
    }
    return render(request, "intake/map.html", context, status=REFUSED if form.errors else 200)


def map_by_file(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A layout file that another ward gave, for this very file."""
    found = _own(request, uid)
    if request.method != "POST" or found.status not in (Status.UNMAPPED, Status.PREVIEWED):
        return redirect("intake:import", uid=found.uid)
    form = LayoutFileForm(request.POST, request.FILES)
    if form.is_valid():
        with said_on(form):
            file = form.cleaned_data["tep"]
            use_layout(
                found,
                text_of(file),
                name=str(file.name),
                by=request.viewer,
                at=request.at,
                clock=timezone.now,
            )
            return redirect("intake:import", uid=found.uid)
    said = " ".join(str(error) for errors in form.errors.values() for error in errors)
    return page(request, found, refusal=said)


def covers(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Which days the file speaks of, as a person says."""
    found = _own(request, uid)
    form = CoversForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with said_on(form, period_ahead="tu", period_stated="tu"):
            actions.say_covers(found, form.period, by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi kỳ của tệp."))
            return redirect("intake:import", uid=found.uid)
    return _again(request, found, covers=form) if form.is_bound else redirect("intake:import", uid=found.uid)


def commit(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take the previewed rows in; long work goes on in the background."""
    found = _own(request, uid)
    if request.method != "POST":
        return redirect("intake:import", uid=found.uid)
    if found.status != Status.PREVIEWED:
        return _moved_on(request, found)
    doubts = preview_of(found).must_confirm
    form = CommitForm(request.POST, gone=found.rows_gone, doubts=doubts)
    if not form.is_valid():
        return _again(request, found, commit=form)
    try:
        running.start_commit(
            found,
            by=request.viewer,
            at=request.at,
            keep_gone=form.keep_gone,
            despite=form.confirmed,
        )
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _again(request, import_of(request, uid), refusal=refused.sentence)
    return redirect("intake:import", uid=found.uid)


def discard(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Leave a file before anything of it was taken in; also one whose rows the viewer may not see."""
    require_import(request.viewer)
    found = _of_own_unit(request, uid)
    if request.method != "POST":
        return redirect("intake:import", uid=found.uid)
    try:
        actions.discard(found, by=request.viewer, at=request.at)
    except WrongMove:
        return _moved_on(request, found)
    messages.success(request, _("Đã bỏ tệp %s. Chưa dòng nào được ghi.") % found.file_name)
    return redirect("intake:list")


def withdraw(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a whole import back, with a reason; first what goes back with it."""
    require_withdraw(request.viewer)
    found = _of_own_unit(request, uid)
    require_see_rows(request.viewer, found.register)
    if found.status != Status.COMMITTED:
        return _moved_on(request, found)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with said_on(form, reason_missing="ly_do"):
            running.start_withdraw(found, reason=form.cleaned_data["ly_do"], by=request.viewer, at=request.at)
            _say_withdrawn(request, found)
            return redirect("intake:import", uid=found.uid)
    context = {
        "title": _("Rút lại %s") % found.file_name,
        "demo": found.illustrative or request.viewer.unit.example,
        "form": form,
        "imported": found,
        "consequences": consequences.of_withdrawing(found),
        "who": found.committed_by.name if found.committed_by else _("hệ thống"),
        "crumbs": crumbs_to(found),
    }
    return render(request, "intake/withdraw.html", context, status=REFUSED if form.errors else 200)


def _say_withdrawn(request: Request, found: Import) -> None:
    if found.status == Status.WITHDRAWN:
        said = _("Đã rút lại tệp %s. Số liệu trở về như trước khi nhập.")
        messages.success(request, said % found.file_name)
    else:
        said = _("Tệp %s có nhiều dòng nên đang được rút ở phía sau. Mở lại trang này sau ít phút.")
        messages.info(request, said % found.file_name)


def _confirm(request: Request, found: Import, form: MappingForm) -> None:
    actions.confirm_layout(
        found,
        form.mapping,
        name=form.cleaned_data["ten"],
        source=form.cleaned_data["nguon"],
        register=form.register,
        by=request.viewer,
        at=request.at,
        clock=timezone.now,
    )
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    running.freshen_waiting(request.viewer.unit, at=timezone.now())


def _own(request: Request, uid: uuid.UUID) -> Import:
    """An import of the viewer's own unit, for those who may act on it."""
    require_import(request.viewer)
    found = _of_own_unit(request, uid)
    require_see_rows(request.viewer, found.register)
    return found


def _of_own_unit(request: Request, uid: uuid.UUID) -> Import:
    found = import_of(request, uid)
    if found.unit_id != request.viewer.unit.pk:
        raise NotFound(thing=_("tệp này"))
    return found


def _again(request: Request, found: Import, **refused: object) -> HttpResponse:
    if found.status != Status.PREVIEWED:
        return _moved_on(request, found)
    return page(request, found, **refused)  # type: ignore[arg-type]


def _moved_on(request: Request, found: Import) -> HttpResponse:
    """Somebody else was faster, or the button was pressed twice: say how it stands."""
    messages.warning(
        request, _("Tệp này hiện %s. Xem lại trang trước khi làm tiếp.") % found.get_status_display()
    )
    return redirect("intake:import", uid=found.uid)
