"""The settings of petitions that are nobody's own part: the law of a day, and corrected law taken over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.law.petitions import petition_law
from chuan.people.viewer import Viewer
from chuan.petitions.permissions import may_lead
from chuan.petitions.permissions_sealed import may_see_seals
from chuan.petitions.sealed.choice import choice_of
from chuan.petitions.showing.settings import Setting, offer_setting


def offer() -> None:
    """Register; called when the programme starts."""
    offer_setting("law", _law)
    offer_setting("seals", _seals)


def _seals(viewer: Viewer, on: date) -> Iterator[Setting]:
    """For who receives letters and who leads: nobody else learns whether identities are kept."""
    if not may_see_seals(viewer):
        return
    choice = choice_of(viewer.unit, on)
    state = (
        _("Đang lưu, niêm phong: %(asker)s xin mở, %(allower)s cho mở")
        % {"asker": choice.asker.label, "allower": choice.allower.label}
        if choice.is_on
        else _("Đơn vị không lưu danh tính người tố cáo trong phần mềm")
    )
    yield Setting(_("Niêm phong: yêu cầu mở, các lần đã mở, khóa"), state, reverse("petitions:seals"), 30)


def _law(viewer: Viewer, on: date) -> Iterator[Setting]:
    unread = len(petition_law(on).unread)
    state = _("%s nội dung chưa xác minh, đơn vị được đặt riêng khi nêu văn bản") % unread
    yield Setting(
        _("Quy định theo ngày: thời hạn, điều luật, mức xác minh"), state, reverse("petitions:law"), 10
    )
    if may_lead(viewer):
        state = _("Quy định đã sửa không tự đổi hạn của đơn đang chạy; xem và tính lại từng đơn ở đây")
        yield Setting(_("Tính lại hạn theo quy định đã sửa"), state, reverse("petitions:rebasing"), 20)
