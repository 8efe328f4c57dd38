"""Pages of the looks themselves: the gallery, and what is shown when something went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.ui.showcase import showcase

_TITLES: dict[int, str | Promise] = {
    400: _("Chưa đọc được nội dung gửi lên"),
    403: _("Việc này chưa được giao cho tài khoản của ông/bà"),
    404: _("Không có trang này"),
}


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component once, in all its states, with its longest real texts."""
    return render(request, "ui/gallery.html", showcase())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent could not be read."""
    return _error(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known who asks, and they may not."""
    return _error(request, 403)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that is too old or did not come from our own page (CSRF_FAILURE_VIEW)."""
    return render(request, "403_csrf.html", {"title": _("Trang để mở quá lâu"), "number": 403}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing there, or nothing that this official may see."""
    return _error(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a page that needs neither database nor context, because one of them may be what broke."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)


def _error(request: HttpRequest, status: int) -> HttpResponse:
    context = {"title": _TITLES[status], "number": status}
    return render(request, f"{status}.html", context, status=status)
