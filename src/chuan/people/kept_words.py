"""The words of the trail for what is kept about officials: how long, blanked, taken out. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.people.kind_words import Words

VERBS: Words = {
    "staff_words.term": _("Ghi thời hạn lưu hồ sơ cán bộ"),
    "staff_words.blank": _("Xóa lời văn về cán bộ quá thời hạn lưu"),
    "kept.take_out": _("Lấy bản đủ số định danh về một cán bộ"),
}

PARTS: Words = {
    "years": _("Số năm lưu"),
    "officials": _("Cán bộ"),
}
