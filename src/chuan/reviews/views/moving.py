"""A called review moved to another day or place."""

from __future__ import annotations

import uuid
from dataclasses import asdict

from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.reviews import actions
from chuan.reviews.forms import MoveForm
from chuan.reviews.views.around import home_of, page_of
from chuan.reviews.views.forms import saved
from chuan.reviews.views.people import kept
from chuan.rules.reviews import Appointed


def move(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The form begins with what the call says; the inputs are asked for the new day."""
    review = kept(request, uid)
    form = MoveForm(sent(request), initial=asdict(actions.appointed(review)))

    def save() -> str:
        given = form.cleaned_data
        to = Appointed(given["planned_on"], given["place"], given["first"], given["last"])
        actions.move(review, to, given["reason"], by=request.viewer, at=request.at)
        return home_of(review)

    title = _("Dời cuộc xem xét")
    return saved(
        request, form, save, page_of(request, review, title) | {"review": review},
        done=_("Đã dời. Báo lại cho những người được mời."), button=_("Dời"), back=home_of(review),
        lead=_("Dời được trước khi ghi cuộc họp. Đầu vào được tổng hợp theo ngày họp mới; lý do còn ở trang."),
    )  # fmt: skip
