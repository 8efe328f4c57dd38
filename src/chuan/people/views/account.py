"""My account: who I am here, what I may do, and since which document."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.people import passkeys, proofs, reports, reports_sign_in
from chuan.people.door import Request


def account(request: Request) -> HttpResponse:
    """Name, posts and roles of the viewer today, with the documents that gave them."""
    mine = reports.mine(request.viewer, at=request.at)
    context = {
        "title": _("Tài khoản của tôi"),
        "where": request.viewer.unit.committee,
        "signing_in": reports_sign_in.sign_in_of(request.viewer, at=request.at),
        "passkeys_offered": passkeys.offered(),
        "this_session": proofs.sitting_of(request),
        "posts": mine.posts_now,
        "roles": mine.roles_now,
        "posts_heading": _("Chức danh"),
        "roles_heading": _("Vai trò"),
        "no_posts": _("Hôm nay chưa giữ chức danh nào. Người quản trị bổ nhiệm kèm văn bản."),
        "no_roles": _("Hôm nay chưa được giao vai trò nào. Người quản trị giao vai trò kèm văn bản."),
    }
    return render(request, "people/account.html", context)
