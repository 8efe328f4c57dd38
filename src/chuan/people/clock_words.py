"""The words of the trail for calendars of due days, for notices and for letters to officials. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "feed_key.make": _("Lập khóa lịch việc"),
    "feed_key.end": _("Bỏ khóa lịch việc"),
    "notices.choose": _("Chọn cách báo cho mình"),
    "mail_address.set": _("Ghi địa chỉ nhận thư của mình"),
    "mail_address.end": _("Bỏ địa chỉ nhận thư của mình"),
    "own_letter.put": _("Xếp thư báo chờ gửi"),
    "own_letter.send": _("Gửi thư báo"),
    "own_letter.end": _("Thôi gửi thư báo"),
}
