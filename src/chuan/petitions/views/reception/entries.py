"""A coming written into the register once; one row of it, its later columns, a row voided."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.petitions.actions import reception as actions
from chuan.petitions.forms_reception import ColumnsForm, ComingForm, ReasonForm
from chuan.petitions.models import Petition, ReceptionDay, ReceptionEntry
from chuan.petitions.permissions import may_keep, require_keep
from chuan.petitions.receiving.against import question_on
from chuan.petitions.receiving.readers import choices_of, readers_of
from chuan.petitions.reception.register import kind_of, people_of, row_of
from chuan.petitions.reception.sight import NAMELESS, nameless
from chuan.petitions.refusals_reception import AnotherMatter
from chuan.petitions.views.reception.asking import REFUSED, crumbs, officials_of, saved, sent
from chuan.rules.petitions import KIND_NAMES, Kind, Outcome
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import formatters as say

KINDS = (Kind.FEEDBACK, Kind.SUGGESTION, Kind.COMPLAINT, Kind.DENUNCIATION, Kind.MIXED)


def enter(request: Request) -> HttpResponse:
    """First what it is, of a denunciation whom it is against; then one form."""
    require_keep(request.viewer)
    kind, against = request.GET.get("loai", ""), request.GET.get("ai", "")
    if kind not in KINDS:
        return _choose(request)
    if kind == Kind.DENUNCIATION:
        answers = {one.key: one for one in question_on(request.on).answers}
        if against not in answers:
            return _whom(request)
        if answers[against].outcome is Outcome.NOT_TAKEN:
            return redirect("petitions:not_taken")
    return _form(request, kind, against)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One row: what the book says of it, and the petition it became."""
    entry = _entry(request, uid)
    seen = entry.petition  # a row whose petition the viewer may not open is not his to see either
    row = row_of(entry)
    context = {
        "title": _("Sổ tiếp công dân, số %s") % entry.number,
        "crumbs": crumbs((_("Sổ tiếp công dân"), reverse("petitions:reception_register"))),
        "demo": request.viewer.unit.example,
        "entry": entry,
        "row": row,
        "kind": kind_of(entry),
        "people": people_of(entry),
        "nameless": nameless(entry),
        "petition": seen,
        "may_keep": may_keep(request.viewer)
        and entry.voided_at is None
        and entry.unit_id == request.viewer.unit.pk,
    }
    return render(request, "petitions/reception/entry.html", context)


def mend(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Fill in the later columns."""
    entry = _entry(request, uid)
    require_keep(request.viewer)
    told = {None: "", True: "yes", False: "no"}[entry.competent]
    initial = {
        "solved_by": entry.solved_by,
        "competent": told,
        "guidance": entry.guidance,
        "note": entry.note,
    }
    form = ColumnsForm(sent(request), initial=initial)

    def save() -> None:
        actions.mend(entry, actions.Columns(**form.cleaned_data), by=request.viewer, at=request.at)

    lead = _("Các cột còn lại tự điền theo đơn; ở đây chỉ ghi phần đơn không có.")
    return saved(
        request,
        form,
        save,
        done=_("Đã lưu."),
        to=_back(entry),
        context=_context(entry, _("Ghi thêm vào dòng này"), lead),
    )


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Void a row written by mistake."""
    entry = _entry(request, uid)
    require_keep(request.viewer)
    form = ReasonForm(sent(request), label=_("Vì sao bỏ dòng này (không ghi tên ai)"))

    def save() -> None:
        actions.void(entry, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    lead = _(
        "Số thứ tự và lý do vẫn giữ trong sổ; nội dung và tên người đến thì xóa. Đơn đã lập từ dòng này không đổi."
    )
    context = _context(entry, _("Bỏ dòng ghi nhầm"), lead)
    return saved(request, form, save, done=_("Đã bỏ dòng ghi nhầm."), to=_back(entry), context=context)


def _choose(request: Request) -> HttpResponse:
    kinds = [(one, KIND_NAMES[one].capitalize(), _EXAMPLES[one]()) for one in KINDS]
    context = {
        "title": _("Ghi buổi tiếp công dân"), "crumbs": crumbs(), "demo": request.viewer.unit.example, "kinds": kinds,
        "readers": readers_of(request.viewer.unit, request.on),
    }  # fmt: skip
    return render(request, "petitions/reception/choose.html", context)


_EXAMPLES = {
    Kind.FEEDBACK: lambda: _("Nêu một việc đang xảy ra, ví dụ đường ngập, rác, tiếng ồn."),
    Kind.SUGGESTION: lambda: _("Đề nghị làm hoặc sửa một việc, ví dụ sửa đường ngõ."),
    Kind.COMPLAINT: lambda: _("Không đồng ý với quyết định, việc làm của cơ quan đối với chính mình."),
    Kind.DENUNCIATION: lambda: _("Báo việc làm sai của một người. Họ tên người tố cáo không ghi vào sổ."),
    Kind.MIXED: lambda: _(
        "Vừa khiếu nại vừa tố cáo, hoặc vừa phản ánh: sau khi ghi sẽ tách thành từng phần."
    ),
}


def _whom(request: Request) -> HttpResponse:
    question = question_on(request.on)
    context = {
        "title": question.text, "crumbs": crumbs(), "demo": request.viewer.unit.example, "answers": question.answers,
    }  # fmt: skip
    return render(request, "petitions/reception/whom.html", context)


def _form(request: Request, kind: str, against: str) -> HttpResponse:
    about = choices_of(request.viewer.unit, request.on, leaders=kind != Kind.DENUNCIATION)
    form = ComingForm(
        sent(request), kind=kind, officials=officials_of(request), concerned=about, on=request.on,
        initial=_usual(request),
    )  # fmt: skip
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            written = actions.receive(_coming(request, form, against), by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            return _done(request, written)
    context = {
        "title": _("Ghi buổi tiếp: %s") % KIND_NAMES[Kind(kind)], "crumbs": crumbs(),
        "demo": request.viewer.unit.example, "form": form, "refusal": refusal, "nameless": kind in NAMELESS,
        "readers": readers_of(request.viewer.unit, request.on), "kind": kind,
    }  # fmt: skip
    status = REFUSED if request.method == "POST" else 200
    return render(request, "petitions/reception/enter.html", context, status=status)


def _done(request: Request, written: actions.Written) -> HttpResponse:
    """The row; with a receipt's code, which is told on this answer only and kept nowhere, a page of its own."""
    told = _("Đã ghi vào sổ, số %s.") % say.number(written.entry.number)
    if not written.code:
        messages.success(request, told)
        return redirect(_back(written.entry))
    context = {
        "title": _("Đã nhận, chờ trả lời"), "crumbs": crumbs(), "demo": request.viewer.unit.example, "told": told,
        "entry": written.entry, "petition": written.entry.petition, "code": written.code,
    }  # fmt: skip
    response = render(request, "petitions/reception/done.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _coming(request: Request, form: ComingForm, against: str) -> actions.Coming:
    given: dict[str, Any] = form.cleaned_data
    return actions.Coming(
        kind=form.kind, day=given["day"], receiver=given["receiver"], outcome=given["outcome"],
        content=given["content"], people=int(given["people"]), persons=form.persons, papers=given.get("papers", ""),
        field=given["field"], solved_by=given["solved_by"], guidance=given["guidance"], note=given["note"],
        against=against, concerned=tuple(given["concerned"]), sitting=_sitting(request, given),
        joins=_joined(request, given["joins"]), another=given["another"], remote=given.get("remote", False),
    )  # fmt: skip


def _sitting(request: Request, given: dict[str, Any]) -> ReceptionDay | None:
    """The planned sitting of that day and official, if there is one."""
    rows = ReceptionDay.objects.seen_by(request.viewer).standing().filter(unit=request.viewer.unit)
    return rows.filter(day=given["day"], receiver=given["receiver"]).order_by("starts").first()


def _joined(request: Request, code: str) -> Petition | None:
    told = code.strip()
    if not told:
        return None
    found = Petition.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit, code=told).first()
    if found is None:
        raise AnotherMatter(petition=told)
    return found


def _usual(request: Request) -> dict[str, Any]:
    """Today; whoever receives today, else the clerk."""
    rows = (
        ReceptionDay.objects.seen_by(request.viewer)
        .standing()
        .filter(unit=request.viewer.unit, day=request.on)
    )
    sitting = rows.select_related("receiver").order_by("starts").first()
    official: Official | None = sitting.receiver if sitting else request.viewer.official
    return {"day": request.on, "receiver": official.uid if official else None}


def _entry(request: Request, uid: uuid.UUID) -> ReceptionEntry:
    seen = ReceptionEntry.objects.seen_by(request.viewer)
    found = seen.select_related(
        "petition__handler", "petition__owner_unit", "receiver", "unit", "by", "sitting"
    )
    return get_object_or_404(found.prefetch_related("visitors", "petition__senders"), uid=uid)


def _context(entry: ReceptionEntry, title: str, lead: str) -> dict[str, Any]:
    book = (_("Sổ tiếp công dân"), reverse("petitions:reception_register"))
    here = (_("Số %s") % entry.number, _back(entry))
    return {"title": title, "crumbs": crumbs(book, here), "lead": lead, "button": title, "back": _back(entry)}


def _back(entry: ReceptionEntry) -> str:
    return reverse("petitions:reception_entry", args=[entry.uid])
