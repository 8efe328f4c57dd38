"""Lộ trình: every target of a plan with twelve boxes; buttons fill them, only Lưu keeps them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chuan.exchange.limits import DEFAULT
from chuan.objectives import addresses
from chuan.objectives.models import Plan
from chuan.objectives.paths import sheet
from chuan.objectives.paths.actions import Planned, set_paths
from chuan.objectives.paths.filling import WAYS, filled
from chuan.objectives.paths.forms import EVERY, PathsForm
from chuan.objectives.paths.grid import PathRow, rows_of, seen_of, with_typed
from chuan.objectives.paths.pasting import pasted
from chuan.objectives.views.downloads import XLSX, attachment
from chuan.objectives.views.finding import plan_of
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import FileTooBig

REFUSED = 422
PASTE, FILE = "dan", "tep"
_MEGABYTE = 1_000_000


@dataclass
class _Shown:
    """The page after something was sent: its rows, what was done to the boxes, what to look at."""

    rows: list[PathRow]
    done: str = ""
    notes: list[str] = field(default_factory=list)


def paths(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The table; a button fills boxes and shows them, Lưu keeps every changed row or none."""
    found = plan_of(request, uid)
    rows = rows_of(found, request.viewer)
    if request.method != "POST":
        return _page(request, found, PathsForm(), _Shown(rows))
    form = PathsForm(request.POST, request.FILES)
    shown = _Shown(with_typed(rows, request.POST))
    if not form.is_valid():
        return _page(request, found, form, shown)
    asked = request.POST.get("viec", "")
    if asked in (*WAYS, PASTE, FILE):
        with said_on(form, paste_unread="pasted", path_sheet_not_ours="file"):
            _fill(request, found, form, shown, asked)
        return _page(request, found, form, shown)
    return _save(request, found, form, shown)


def paths_sheet(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The table as Excel, with what stands."""
    found = plan_of(request, uid)
    data = sheet.paths_sheet(found, rows_of(found, request.viewer))
    return attachment(data, f"lo-trinh-{found.year}.xlsx", XLSX)


def _fill(request: Request, found: Plan, form: PathsForm, shown: _Shown, asked: str) -> None:
    """Boxes filled one way or another. Raises what the ways refuse; then the boxes stay as they were typed."""
    if asked == PASTE:
        given = pasted(shown.rows, form.cleaned_data["pasted"])
        shown.rows, shown.done, shown.notes = given.rows, _filled_words(given.filled), given.odd
    elif asked == FILE:
        file = form.cleaned_data["file"]
        if file is None:
            form.add_error("file", _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn bảng đã điền."))
            return
        shown.rows, done = sheet.from_sheet(shown.rows, _bytes(file), file.name or "")
        shown.done = _filled_words(done)
    else:
        every = form.cleaned_data["which"] == EVERY
        shown.rows, done, left = filled(shown.rows, found, asked, request.on, every=every)
        shown.done = _filled_words(done)
        shown.notes = [_left_words(asked, left)] if left else []


def _save(request: Request, found: Plan, form: PathsForm, shown: _Shown) -> HttpResponse:
    if not any(row.faults for row in shown.rows):
        given = [_planned(row, request) for row in shown.rows if row.may and row.is_changed]
        with said_on(form, path_reason_missing="reason"):
            made = set_paths(
                found, given, by=request.viewer, at=request.at, reason=form.cleaned_data["reason"]
            )
            said = ngettext(
                "Đã lưu lộ trình của %(n)s mục tiêu.", "Đã lưu lộ trình của %(n)s mục tiêu.", len(made)
            )
            messages.success(request, said % {"n": len(made)})
            return redirect("objectives:paths", uid=found.uid)
        shown.rows = _now_standing(shown.rows, found, request)
    return _page(request, found, form, shown, refused=True)


def _planned(row: PathRow, request: Request) -> Planned:
    months = tuple(value for value in row.read.values if value is not None)
    return Planned(row.target, months, seen_of(row, request.POST))


def _now_standing(rows: Sequence[PathRow], found: Plan, request: Request) -> list[PathRow]:
    """After a refusal: what stands by now, with what was typed in its boxes."""
    return [
        new.holding(old.texts) if new.may and old.is_changed else new
        for old, new in zip(rows, rows_of(found, request.viewer), strict=True)
    ]


def _page(
    request: Request, found: Plan, form: PathsForm, shown: _Shown, *, refused: bool = False
) -> HttpResponse:
    wrong = [box for row in shown.rows for box in row.boxes if box.faults]
    context = {
        "title": _("Lộ trình mười hai tháng năm %(year)s") % {"year": found.year},
        "crumbs": [
            (_("Mục tiêu %(year)s") % {"year": found.year}, addresses.of_plan(found)),
            (_("Kế hoạch"), addresses.of_planning(found)),
        ],
        "plan": found,
        "form": form,
        "rows": [row for row in shown.rows if not row.why],
        "without": [row for row in shown.rows if row.why],
        "may": any(row.may for row in shown.rows),
        "set": sum(bool(row.stands and row.stands.values) for row in shown.rows),
        "changes": any(row.stands for row in shown.rows),
        "wrong": wrong,
        "wrong_rows": [row for row in shown.rows if row.faults],
        "refused": refused,
        "done": shown.done,
        "notes": shown.notes,
        "months": range(1, 13),
        "demo": found.owner_unit.example,
    }
    status = REFUSED if form.errors or (refused and wrong) else 200
    return render(request, "objectives/paths/paths.html", context, status=status)


def _bytes(file: UploadedFile[bytes]) -> bytes:
    if (size := file.size or 0) > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    return file.read()


def _filled_words(n: int) -> str:
    said = ngettext(
        "Đã điền ô của %(n)s mục tiêu, chưa lưu. Xem lại rồi bấm Lưu lộ trình.",
        "Đã điền ô của %(n)s mục tiêu, chưa lưu. Xem lại rồi bấm Lưu lộ trình.", n,
    )  # fmt: skip
    return said % {"n": n} if n else _("Không có dòng nào được điền.")


def _left_words(way: str, left: int) -> str:
    why = {
        "nam-truoc": _("%(n)s dòng để nguyên: năm trước chưa đủ số từng tháng để lấy làm mẫu."),
        "giu-muc": _("%(n)s dòng để nguyên: số cộng dồn từ đầu năm không thể giữ một mức."),
    }
    return why[way] % {"n": left} if way in why else ""
