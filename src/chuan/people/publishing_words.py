"""The words of the trail for public pages and what the public sends through them. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "site.publish": _("Lập trang công khai"),
    "site.contact": _("Ghi nơi liên hệ trên trang công khai"),
    "public_page.choose": _("Mở, đóng trang phản ánh của người dân"),
    "public_result.show": _("Đưa kết quả phản ánh lên trang của người dân"),
    "public_result.withdraw": _("Rút kết quả phản ánh khỏi trang của người dân"),
    "public_post.send": _("Người dân gửi phản ánh, kiến nghị"),
    "public_post.send_again": _("Người dân gửi lại đúng phản ánh vừa gửi"),
    "public_post.take": _("Nhận phản ánh của người dân vào sổ"),
    "public_post.set_aside": _("Không nhận phản ánh của người dân vào sổ"),
    "public_post.forget": _("Hủy nội dung phản ánh không nhận đã hết hạn giữ"),
}

PARTS: dict[str, str | Promise] = {
    "site_pages": _("Số trang"),
    "office_address": _("Trụ sở"),
    "office_telephone": _("Điện thoại cơ quan"),
    "office_mail": _("Thư công vụ"),
    "office_hours": _("Giờ làm việc"),
}
