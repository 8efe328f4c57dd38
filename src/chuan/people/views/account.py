"""My account: who I am here, what I may do, and since which document."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.people.models import Appointment, RoleGrant


def account(request: HttpRequest) -> HttpResponse:
    """Name, posts and roles of the viewer, with the documents that gave them."""
    viewer = request.viewer
    mine = RoleGrant.objects.on(request.on)
    grants = mine.filter(official=viewer.official) if viewer.official else mine.filter(account=viewer.account)
    held = Appointment.objects.on(request.on).filter(official=viewer.official).select_related("post")
    context = {
        "title": _("Tài khoản của tôi"),
        "where": viewer.unit.committee,
        "appointments": held if viewer.official else [],
        "grants": grants.select_related("unit").order_by("valid_from"),
    }
    return render(request, "people/account.html", context)
