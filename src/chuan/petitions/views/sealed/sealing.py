"""Putting under seal, destroying, blanking: pages of one petition."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from chuan.exchange.redacting.copying import LIMITS
from chuan.exchange.sealed_uploads import refused, sealed_up_to
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions.sealing import blanking, destroying, identities
from chuan.petitions.forms_sealed import BlankForm, DestroyForm, IdentityForm, LetterForm
from chuan.petitions.permissions import require_keep
from chuan.petitions.permissions_sealed import require_destroy, require_enter
from chuan.petitions.refusals_sealed import NoLetter, NothingSealed
from chuan.petitions.sealed.typed_before import blankable
from chuan.petitions.views.one import petition_of
from chuan.petitions.views.sealed.pages import form_page

MEGABYTE = 1_000_000


@never_cache
@sensitive_post_parameters()
def seal_identity(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Type who denounced, once."""
    petition = petition_of(request, uid)
    require_enter(request.viewer, petition)
    form = IdentityForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with said_on(form):
            identities.seal_identity(form.identity(), petition, by=request.viewer, at=request.at)
            messages.success(
                request, _("Đã niêm phong danh tính. Từ nay chỉ hai người cùng mở mới đọc được.")
            )
            return redirect("petitions:one", uid=petition.uid)
    return form_page(
        request, form, petition=petition, title=_("Niêm phong danh tính người tố cáo"), button=_("Niêm phong"),
        lead=_("Gõ một lần. Ghi xong không trang nào hiện lại; muốn đọc phải có hai người cùng mở, nêu lý do."),
        careful=_("Mất tệp khóa niêm phong thì không ai đọc lại được, kể cả người làm phần mềm."),
    )  # fmt: skip


@never_cache
@sealed_up_to(LIMITS.file_bytes)
def seal_letter(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Bring in a scan of the letter: sealed while it comes in."""
    petition = petition_of(request, uid)
    require_enter(request.viewer, petition)
    form = LetterForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and refused(request):
        form.add_error("tep", NoLetter(megabytes=LIMITS.file_bytes // MEGABYTE).sentence)
    if form.is_bound and form.is_valid():
        with said_on(form):
            upload = form.cleaned_data["tep"].sealed
            identities.seal_letter(upload, petition, by=request.viewer, at=request.at)
            messages.success(request, _("Đã niêm phong bản chụp đơn gốc."))
            return redirect("petitions:one", uid=petition.uid)
    return form_page(
        request, form, petition=petition, title=_("Niêm phong bản chụp đơn gốc"), button=_("Niêm phong"),
        lead=_("Tệp được mã hóa ngay khi gửi lên, tên tệp cũng kín. Người xác minh chỉ nhận bản đã che."),
        careful=_("Xóa tệp gốc trên máy quét và máy tính sau khi niêm phong."),
    )  # fmt: skip


def destroy_seal(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Destroy what is sealed, by the head's paper."""
    petition = petition_of(request, uid)
    require_destroy(request.viewer, petition)
    if not any(identities.sealed_things(petition)):
        raise NothingSealed()
    form = DestroyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with said_on(form, citation_missing="paper"):
            destroying.destroy_sealed(petition, **form.given(), by=request.viewer, at=request.at)
            messages.success(request, _("Đã hủy. Phần đã hủy không khôi phục được."))
            return redirect("petitions:one", uid=petition.uid)
    return form_page(
        request, form, petition=petition, title=_("Hủy nội dung niêm phong"), button=_("Hủy vĩnh viễn"),
        lead=_("Hủy khóa trước, rồi hủy dữ liệu; đơn và các dòng việc vẫn còn."),
        careful=_("Bản sao lưu cũ còn giữ bản niêm phong tới khi hết hạn giữ. Không lấy lại được sau khi hủy."),
    )  # fmt: skip


def blank_words(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Blank words that tell of a denouncer; lines and days stay."""
    petition = petition_of(request, uid)
    require_keep(request.viewer)
    form = BlankForm(request.POST if request.method == "POST" else None, there=blankable(petition))
    if form.is_bound and form.is_valid():
        with said_on(form, no_words_there="places"):
            n = blanking.blank_words(
                petition, set(form.cleaned_data["places"]), by=request.viewer, at=request.at
            )
            messages.success(request, _("Đã xóa ở %d chỗ; dòng và ngày vẫn giữ.") % n)
            return redirect("petitions:one", uid=petition.uid)
    return form_page(
        request, form, petition=petition, title=_("Xóa chữ, tệp đã ghi"), button=_("Xóa phần đã chọn"),
        lead=_("Dùng khi lỡ ghi tên, địa chỉ hay điều gì cho biết người tố cáo. Xóa hẳn; dòng và ngày vẫn giữ."),
        careful=_("Bản sao lưu cũ còn giữ chữ này tới khi hết hạn giữ; báo người quản trị nếu cần hủy sớm."),
        nothing="" if form.fields["places"].choices else _("Đơn này chưa có chữ, tệp nào để xóa."),  # type: ignore[attr-defined]
    )  # fmt: skip
