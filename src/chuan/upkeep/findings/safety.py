"""Settings under which the house is reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine, look
from chuan.rules.refusals import Refused
from chuan.ui import formatters as say
from chuan.upkeep.lan.authority import RENEWED, ends_of

OWN = frozenset({"127.0.0.1", "localhost", "[::1]", "::1", "testserver"})
SHORTEST_KEY = 32
"""Letters of a key that is long enough; our own has 67."""


def examine(looking: Looking) -> Iterator[Finding]:
    """Host names, encryption on the way and its certificate, the key, and that no page of the developers is shown."""
    found = [*_hosts(), *_key(), *_certificate(looking.at)]
    if settings.DEBUG:
        found.append(broken(_("Chế độ của người lập trình (DEBUG) đang bật."), _("Tắt DEBUG rồi chạy lại.")))
    yield from found or [fine(_("Tên máy, mã hóa đường truyền và khóa đều đặt đúng."))]


def _hosts() -> Iterator[Finding]:
    hosts = {host.strip() for host in settings.ALLOWED_HOSTS if host.strip()}
    if "*" in hosts:
        yield broken(
            _("Máy chủ nhận mọi tên máy (CHUAN_HOSTS có “*”)."),
            _("Đặt CHUAN_HOSTS đúng bằng tên hoặc địa chỉ mà mọi người gõ, rồi chạy lại."),
        )
    if hosts - OWN and not settings.HTTPS:
        yield look(
            _("Máy khác vào được mà đường truyền chưa mã hóa: mật khẩu đi qua mạng như chữ thường."),
            _("Đặt chứng thư HTTPS ở máy chủ chuyển tiếp rồi đặt CHUAN_HTTPS=1."),
        )


def _key() -> Iterator[Finding]:
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield look(
            _("Khóa CHUAN_SECRET_KEY ngắn hơn %d ký tự.") % SHORTEST_KEY,
            _("Bỏ biến này để Chuẩn tự sinh khóa, hoặc đặt một chuỗi ngẫu nhiên dài hơn."),
        )


def _certificate(at: datetime) -> Iterator[Finding]:
    """Our own certificate of the office's network is renewed only at a start."""
    if not settings.LAN:
        return
    try:
        ends = ends_of(settings.LAN_DIR)
    except Refused as refused:
        yield broken(refused.sentence, _("Chuẩn vẫn chạy đến khi dừng; sửa trước khi khởi động lại."))
        return
    if ends is not None and ends - at < RENEWED:
        yield look(
            _("Chứng thư của mạng nội bộ hết hạn ngày %s.") % say.day(say.local(ends).date()),
            _("Dừng Chuẩn rồi chạy lại chuan serve --lan: chứng thư tự làm mới, các máy không phải làm gì."),
        )
