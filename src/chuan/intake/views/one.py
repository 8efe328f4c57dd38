"""One import, whatever its status: what waits for a person, what came of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.exchange.kinds import Kind
from chuan.exchange.sheets import write_sheet
from chuan.files import actions as files
from chuan.intake import permissions
from chuan.intake.forms.deciding import CommitForm, CoversForm
from chuan.intake.forms.mapping import MappingForm
from chuan.intake.models import Import
from chuan.intake.running import freshen, pick_up_stale
from chuan.intake.showing import faults, mapping, preview
from chuan.intake.showing.listing import covered_by, registers_known
from chuan.intake.showing.progress import WORKING, told_of
from chuan.intake.showing.words import SIGNS, title_of
from chuan.intake.views.pages import REFUSED, attachment, crumbs_to, import_of
from chuan.people.door import Request
from chuan.people.permissions import in_words
from chuan.rules.refusals import FileUnreadable

Status = Import.Status


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The import as it stands now: work that died is taken up again, an old preview is made anew."""
    found = import_of(request, uid)
    if found.status in WORKING and pick_up_stale(request.at):
        found = import_of(request, uid)
    return page(request, freshen(found, at=request.at))


def progress(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How far it is, for the script that waits on the page."""
    pick_up_stale(request.at)
    told = told_of(import_of(request, uid))
    return JsonResponse({"said": told.said, "done": told.done, "total": told.total, "settled": told.settled})


def original(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The file as it came in, byte for byte."""
    found = import_of(request, uid)
    _require_read(request, found)
    try:
        data = files.read(found.blob)
    except OSError:
        raise FileUnreadable(name=found.file_name) from None
    return attachment(data, found.file_name, found.blob.media_type)


def faults_sheet(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The cells that could not be read, as Excel."""
    found = import_of(request, uid)
    _require_read(request, found)
    return attachment(
        write_sheet(faults.sheet_of(found, on=request.on)), "cho-khong-doc-duoc.xlsx", Kind.XLSX
    )


def faults_csv(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same as CSV, in UTF-8 with a mark so that Excel opens it rightly."""
    found = import_of(request, uid)
    _require_read(request, found)
    return attachment(faults.csv_of(found), "cho-khong-doc-duoc.csv", "text/csv; charset=utf-8")


def page(
    request: Request,
    found: Import,
    *,
    mapping_form: MappingForm | None = None,
    covers: CoversForm | None = None,
    commit: CommitForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    """The page of an import; a form given was refused and keeps what was typed."""
    sees = permissions.may_see_rows(request.viewer, found.register)
    acts = sees and permissions.may_import(request.viewer) and found.unit_id == request.viewer.unit.pk
    context = {
        "title": found.file_name,
        "demo": found.illustrative or request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "imported": found,
        "register": title_of(found.register),
        "sign": SIGNS[found.status],
        "who": found.by.name if found.by else _("hệ thống"),
        "importers": in_words(*permissions.IMPORTERS),
        "may_import": acts,
        "may_read_files": sees and permissions.may_read_files(request.viewer),
        "may_withdraw": _may_withdraw(request, found),
        "may_remap": acts and found.status == Status.PREVIEWED,
        "working": found.status in WORKING,
        "refusal": refusal,
    }
    parts = _part(request, found, acts, mapping_form, covers, commit) if sees else _withheld(found)
    refused = bool(refusal or mapping_form or covers or commit)
    return render(request, "intake/one.html", context | parts, status=REFUSED if refused else 200)


def _withheld(found: Import) -> dict[str, Any]:
    """Nothing of the rows: only who may go on."""
    return {"part": "intake/parts/withheld.html", "readers": permissions.readers_of(found.register)}


def _require_read(request: Request, found: Import) -> None:
    permissions.require_read_files(request.viewer)
    permissions.require_see_rows(request.viewer, found.register)


def _part(
    request: Request,
    found: Import,
    acts: bool,
    mapping_form: MappingForm | None,
    covers: CoversForm | None,
    commit: CommitForm | None,
) -> dict[str, Any]:
    """The template of the status and what it shows."""
    if found.status in WORKING:
        return {"part": "intake/parts/working.html", "told": told_of(found)}
    if found.status == Status.UNMAPPED and acts:
        form = mapping_form or mapping.form_of(found, register=request.GET.get("so", ""))
        return {"part": "intake/parts/mapping.html", "form": form, "registers": registers_known()}
    if found.status == Status.PREVIEWED:
        return _previewed(found, acts, covers, commit)
    if found.status in (Status.COMMITTED, Status.WITHDRAWN):
        return {
            "part": "intake/parts/committed.html",
            "page": preview.brought(found),
            "covered": covered_by(found, on=request.on, as_of=request.at),
        }
    plain = {Status.REFUSED: "refused", Status.DISCARDED: "discarded"}
    return {"part": f"intake/parts/{plain.get(Status(found.status), 'waiting')}.html"}


def _previewed(
    found: Import, acts: bool, covers: CoversForm | None, commit: CommitForm | None
) -> dict[str, Any]:
    shown = preview.page_of(found)
    parts: dict[str, Any] = {"part": "intake/parts/previewed.html", "page": shown}
    if acts:
        if not shown.stated:
            parts["covers"] = covers or CoversForm.of(found.covers)
        parts["commit"] = commit or CommitForm(gone=found.rows_gone, doubts=shown.must_confirm)
    return parts


def _may_withdraw(request: Request, found: Import) -> bool:
    own = found.unit_id == request.viewer.unit.pk
    may = permissions.may_withdraw(request.viewer) and permissions.may_see_rows(
        request.viewer, found.register
    )
    return own and found.status == Status.COMMITTED and may
