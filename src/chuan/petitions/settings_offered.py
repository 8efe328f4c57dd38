"""The settings of petitions that are nobody's own part: the law of a day, and corrected law taken over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.law.petitions import petition_law
from chuan.people.viewer import Viewer
from chuan.petitions.permissions import may_lead
from chuan.petitions.showing.settings import Setting, offer_setting


def offer() -> None:
    """Register; called when the programme starts."""
    offer_setting("law", _law)


def _law(viewer: Viewer, on: date) -> Iterator[Setting]:
    unread = len(petition_law(on).unread)
    state = _("%s nội dung chưa xác minh, đơn vị được đặt riêng khi nêu văn bản") % unread
    yield Setting(
        _("Quy định theo ngày: thời hạn, điều luật, mức xác minh"), state, reverse("petitions:law"), 10
    )
    if may_lead(viewer):
        state = _("Quy định đã sửa không tự đổi hạn của đơn đang chạy; xem và tính lại từng đơn ở đây")
        yield Setting(_("Tính lại hạn theo quy định đã sửa"), state, reverse("petitions:rebasing"), 20)
