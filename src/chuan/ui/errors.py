"""What is shown when something went wrong: what happened, what to do, where to go, a code to read out.

Status codes after RFC 9110, 15.5 and 15.6, and RFC 6585, 4 (429).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.files.troubles import trouble_of
from chuan.ui import disk_pages, typed

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error in words: ``title`` names it, ``what`` says what happened, ``way`` what to do now."""

    title: Text
    what: Text
    way: Text


TROUBLES: dict[int, Trouble] = {
    400: Trouble(
        _("Chưa đọc được nội dung gửi lên"),
        _("Nội dung gửi lên bị thiếu hoặc hỏng trên đường đi, nên chưa có gì được lưu."),
        _("Quay lại trang trước, kiểm những gì đã gõ rồi gửi lại."),
    ),
    403: Trouble(
        _("Việc này chưa được giao cho tài khoản của ông/bà"),
        _("Tài khoản này chưa được giao vai trò để mở trang hoặc làm việc vừa rồi. Không có gì thay đổi."),
        _("Nếu đây là việc được phân công, đề nghị người quản trị giao vai trò kèm văn bản."),
    ),
    404: Trouble(
        _("Không có trang này"),
        _("Địa chỉ này không có, đã đổi, hoặc thuộc đơn vị khác nên không mở được từ tài khoản này."),
        _("Kiểm lại địa chỉ, hoặc tìm theo tên. Nếu đường dẫn do đồng nghiệp gửi, hỏi lại người gửi."),
    ),
    405: Trouble(
        _("Địa chỉ này chỉ nhận biểu mẫu"),
        _("Trang này không mở thẳng từ địa chỉ được; nó chỉ nhận nội dung của một biểu mẫu đã điền."),
        _("Mở trang có biểu mẫu, điền rồi bấm nút gửi. Không có gì thay đổi."),
    ),
    413: Trouble(
        _("Nội dung gửi lên quá lớn"),
        _("Tệp hoặc nội dung gửi một lần vượt mức nhận được, nên chưa có gì được lưu."),
        _("Quay lại trang trước, gửi ít tệp hơn mỗi lần, hoặc chia tệp thành nhiều phần."),
    ),
    429: Trouble(
        _("Gửi quá nhiều lần trong thời gian ngắn"),
        _("Máy này vừa gửi quá nhiều yêu cầu nên tạm dừng nhận, để giữ chỗ cho người khác."),
        _("Chờ ít phút rồi làm lại. Những gì đã lưu vẫn còn nguyên."),
    ),
    503: Trouble(
        _("Nơi giữ dữ liệu chưa trả lời, việc vừa rồi chưa được lưu"),
        _(
            "Cơ sở dữ liệu đang bận, đang sao lưu, hoặc ổ đĩa đã đầy. Những gì đã lưu trước đó vẫn còn nguyên."
        ),
        _("Chờ một phút rồi thử lại. Nếu vẫn vậy, gọi người quản trị của đơn vị."),
    ),
}

_TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
_DATABASE = (OperationalError, InterfaceError)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent could not be read; 413 when it was too much."""
    return page(request, 413 if isinstance(exception, _TOO_BIG) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known who asks, and they may not."""
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing there, or nothing that this official may see. The search holds the words of the address."""
    return page(request, 404, {"wanted": typed.words_of(request.path)})


def broken(request: HttpRequest) -> HttpResponse:
    """500, or 503 when it was the database: a page that asks neither it nor any context, as one may be broken."""
    error = sys.exc_info()[1]
    if (kept := _kept_in_spite(request, error)) is not None:
        return kept
    status = 503 if isinstance(error, _DATABASE) or trouble_of(error) else 500
    context = {"number": status, "code": _incident(request), "database": status == 503}
    return HttpResponse(loader.render_to_string("500.html", context), status=status)


def _kept_in_spite(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """The page of a disk in trouble, with what was typed, when the database can still be read for it."""
    trouble = trouble_of(error)
    if trouble is None:
        return None
    try:
        return disk_pages.page(request, trouble)
    except Exception:
        return None  # the plain page says as much as is known


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that is too old or not of our own page (CSRF_FAILURE_VIEW); what was typed is shown.

    It may be sent again with a fresh token when the browser says that it came from our own page
    (Origin, RFC 6454, 7) and somebody is signed in; what came from elsewhere is shown only to be copied.
    """
    signed_in = bool(getattr(request, "user", None) and request.user.is_authenticated)
    title = _("Trang để mở quá lâu, chưa lưu được")
    return _kept(request, title=title, again=signed_in and _from_our_page(request), signed_in=signed_in)


def signed_out(request: HttpRequest) -> HttpResponse:
    """403 for a form sent after the session ended: what was typed stays, to be sent again after signing in."""
    return _kept(request, title=_("Phiên đăng nhập đã hết, chưa lưu được"), again=True, signed_in=False)


def page(request: HttpRequest, status: int, more: dict[str, object] | None = None) -> HttpResponse:
    """The page of a status that ``TROUBLES`` knows."""
    trouble = TROUBLES[status]
    context = {"title": trouble.title, "trouble": trouble, "number": status, "code": _incident(request)}
    return render(request, "ui/trouble.html", context | (more or {}), status=status)


def _kept(request: HttpRequest, *, title: Text, again: bool, signed_in: bool) -> HttpResponse:
    context = {
        "title": title,
        "number": 403,
        "code": _incident(request),
        "kept": typed.shown(request.POST),
        "sent": typed.all_sent(request.POST) if again and not request.FILES else [],
        "had_files": bool(request.FILES),
        "action": request.get_full_path(),
        "signed_in": signed_in,
    }
    return render(request, "ui/kept.html", context, status=403)


def _from_our_page(request: HttpRequest) -> bool:
    """Whether Origin, or else Referer, is this very house; neither header is a no."""
    said = urlsplit(request.headers.get("Origin") or request.headers.get("Referer") or "")
    return said.scheme in ("http", "https") and said.netloc == request.get_host()


def _incident(request: HttpRequest) -> str:
    """The code under which the server's log knows this request; empty when it keeps none."""
    return str(getattr(request, "request_id", ""))


class ErrorPages:
    """Puts a page into bare answers 405, 413, 429 and 503 that a browser would show empty."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; an answer with words of its own, or to a machine, stays as it is."""
        response = self.get_response(request)
        if response.status_code not in (405, 413, 429, 503) or response.streaming or response.content:
            return response
        if "text/html" not in request.headers.get("Accept", ""):
            return response
        told = page(request, response.status_code)
        for name in ("Allow", "Retry-After"):
            if name in response.headers:
                told.headers[name] = response.headers[name]
        return told
