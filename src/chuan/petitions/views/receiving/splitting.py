"""A letter of several kinds, split; a kind chosen wrong, put right."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chuan.law.petition_fields import petition_fields
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.saying import said_on
from chuan.petitions.actions.rekinding import rekind as put_right
from chuan.petitions.actions.splitting import Divided, Piece, divide
from chuan.petitions.forms_receiving import PARTS, PieceForm, RekindForm, all_valid
from chuan.petitions.models import Petition
from chuan.petitions.receiving.against import leaders_answer, question_on, where_words
from chuan.petitions.receiving.readers import listed
from chuan.petitions.views.receiving import address_of, kept_one, page


def split(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Each part with its kind and its own words; one against the leaders is not written."""
    petition = kept_one(request, uid)
    about = {str(one.official.uid): one.official for one in petition.concerned.select_related("official")}
    sent = request.POST if request.method == "POST" else None
    rows = [_row(request, sent, n, about) for n in range(1, PARTS + 1)]
    if sent is not None and all_valid(*rows):
        with said_on(rows[0]):
            pieces = [_piece(one, about) for one in rows if one.cleaned_data["kind"]]
            made = divide(petition, pieces, by=request.viewer, at=request.at)
            _tell(request, made)
            return redirect(address_of(made.parts[0] if len(made.parts) == 1 else petition))
    return page(
        request, "split", _("Tách đơn %s") % petition.code, petition, rows=rows, refused=sent is not None
    )


def rekind(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Choose the right kind; the page says what goes for good."""
    petition = kept_one(request, uid)
    form = RekindForm(request.POST or None, but=petition.kind, answers=question_on(request.on).answers)
    if request.method == "POST" and form.is_valid():
        with said_on(form, against_unanswered="against", against_leaders="against", rekind_same="kind"):
            made = put_right(petition, **form.cleaned_data, by=request.viewer, at=request.at)
            return _put_right(request, petition, made.emptied, made.bytes_gone)
    lead = _(
        "Chỉ đổi khi chưa làm gì với đơn. Đổi sang tố cáo hoặc đơn nhiều nội dung: tên người gửi, bản chụp và tệp "
        "tài liệu của cả lá thư bị hủy hẳn ở đây; để đơn giấy trong phong bì niêm phong. Tố cáo Chủ tịch, "
        "Phó Chủ tịch: nội dung bị xóa, đơn ra khỏi mọi danh sách."
    )
    return page(
        request, "act", _("Đổi loại đơn %s") % petition.code, petition, form=form, lead=lead, button=_("Đổi loại"),
        refused=form.is_bound,
    )  # fmt: skip


def _row(request: Request, sent: object, n: int, about: dict[str, Official]) -> PieceForm:
    return PieceForm(
        sent, prefix=f"phan{n}", answers=question_on(request.on).answers, fields=petition_fields(request.on),
        officials=[(uid, one.name) for uid, one in about.items()],
    )  # fmt: skip


def _piece(row: PieceForm, about: dict[str, Official]) -> Piece:
    told = row.cleaned_data
    concerned = tuple(about[one] for one in told.get("concerned", ()))
    return Piece(told["kind"], told["text"], told["field"], told["against"], concerned)


def _tell(request: Request, made: Divided) -> None:
    codes = listed(one.code for one in made.parts)
    messages.success(request, _("Đã tách thành %s; mỗi phần đi theo loại của nó.") % codes)
    if made.left_out:
        _send_on(request)
    if not made.bytes_gone:
        _not_destroyed(request)


def _not_destroyed(request: Request) -> None:
    told = _("Bản chụp vừa gỡ còn đính ở nơi khác nên chưa hủy được. Tìm đơn trùng rồi gỡ ở đó.")
    messages.warning(request, told)


def _send_on(request: Request) -> None:
    where = where_words(leaders_answer(request.on).where)
    messages.warning(
        request, _("Phần tố cáo Chủ tịch, Phó Chủ tịch không ghi lại. Hướng dẫn người gửi tới %s.") % where
    )


def _put_right(request: Request, petition: Petition, emptied: bool, bytes_gone: bool) -> HttpResponse:
    if emptied:
        _send_on(request)
    else:
        messages.success(request, _("Đã đổi loại; thời hạn tính lại theo loại mới."))
    if not bytes_gone:
        _not_destroyed(request)
    return redirect("/don-thu/" if emptied else address_of(petition))
