"""Hệ thống: what was found, what mends it, and what has been put away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

import chuan
from chuan.people.door import Request
from chuan.upkeep import rounds, showing
from chuan.upkeep.actions import backups
from chuan.upkeep.permissions import require_see_system


@require_safe
def system(request: Request) -> HttpResponse:
    """The last findings with their mends, backups, version, who is here."""
    require_see_system(request.viewer)
    context = {
        "title": _("Hệ thống"),
        "health": showing.health_for(request.viewer),
        "put_away": showing.put_away(request.at),
        "signed_in": showing.signed_in(request.at),
        "version": chuan.__version__,
        "demo": request.viewer.unit.example,
    }
    return render(request, "upkeep/system.html", context)


@require_POST
def examine(request: Request) -> HttpResponse:
    """Have the house examined; the page says when it has been."""
    require_see_system(request.viewer)
    rounds.ask(at=request.at)
    if rounds.waiting():
        messages.info(request, _("Đang khám trong nền. Tải lại trang sau ít giây để xem kết quả."))
    return redirect("upkeep:system")


@require_POST
def back_up(request: Request) -> HttpResponse:
    """Put a backup in line; it is made in the background and the page shows how far it is."""
    backups.make(by=request.viewer, at=request.at)
    messages.success(
        request, _("Đã xếp hàng một bản sao lưu. Ông/bà có thể rời trang; tải lại để xem tiến độ.")
    )
    return redirect("upkeep:system")
