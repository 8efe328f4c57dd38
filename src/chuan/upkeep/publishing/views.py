"""Trang công khai: what the public will read, where it reaches the office, and everything as one archive."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chuan.offers import public_choices
from chuan.offers.publishing import Asked
from chuan.people.door import Request
from chuan.people.sent_forms import saved, sent
from chuan.ui.files import attachment
from chuan.upkeep.actions.publishing import publish_archive, set_contact
from chuan.upkeep.permissions import require_see_system
from chuan.upkeep.publishing.contact import contact_of
from chuan.upkeep.publishing.forms import ContactForm
from chuan.upkeep.publishing.site import build


@require_http_methods(["GET", "HEAD", "POST"])
def public_pages(request: Request) -> HttpResponse:
    """The pages as they would be made today; the office's address is kept here."""
    require_see_system(request.viewer)
    unit = request.viewer.unit
    form = ContactForm(sent(request), initial=asdict(contact_of(unit, request.on)))
    context = {
        "title": _("Trang công khai"), "pages": build(unit, on=request.on).pages, "demo": unit.example,
        "choices": list(public_choices.chosen(Asked(unit=unit, on=request.on))),
    }  # fmt: skip
    return saved(
        request, form, lambda: set_contact(form.told(), by=request.viewer, at=request.at),
        "upkeep/public_pages.html", context, done=_("Đã ghi nơi liên hệ."), back="upkeep:public_pages",
    )  # fmt: skip


@require_POST
def public_archive(request: Request) -> HttpResponse:
    """Everything as one archive, to be laid out on the ward's site."""
    name, data = publish_archive(by=request.viewer, at=request.at)
    return attachment(data, name, "application/zip")
