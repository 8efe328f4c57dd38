"""The words of the trail for public pages and the office's network. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "site.publish": _("Lập trang công khai"),
    "site.contact": _("Ghi nơi liên hệ trên trang công khai"),
}

PARTS: dict[str, str | Promise] = {
    "site_pages": _("Số trang"),
    "office_address": _("Trụ sở"),
    "office_telephone": _("Điện thoại cơ quan"),
    "office_mail": _("Thư công vụ"),
    "office_hours": _("Giờ làm việc"),
}
