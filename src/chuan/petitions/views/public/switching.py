"""The head opens or closes the unit's public page, by a document."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.views.citizen_pages import switched
from chuan.petitions.actions.public import switching
from chuan.petitions.public.switch import PAGE, code_of
from chuan.petitions.views.settings import crumbs_to_settings


def choose(request: Request) -> HttpResponse:
    """Open or closed from a day on, with the address to tell people."""
    unit = request.viewer.unit

    def save(is_on: bool, valid_from: date, citation: str) -> None:
        switching.choose_public(
            is_on, valid_from=valid_from, citation=citation, by=request.viewer, at=request.at
        )

    context = {
        "title": _("Trang phản ánh của người dân"),
        "demo": unit.example,
        "crumbs": crumbs_to_settings(),
        "back": reverse("petitions:settings"),
        "open_means": _(
            "Mở thì ai trên Internet cũng gửi được. Phải có người xem mỗi ngày làm việc: "
            "bài chờ ở Đơn thư, Từ trang phản ánh."
        ),
        "address": f"{reverse('feedback:start')}?don-vi={code_of(unit, request.on)}" if PAGE.here() else "",
    }
    return switched(
        request, PAGE, save, context, not_here="public_not_here", template="petitions/public/choice.html"
    )
