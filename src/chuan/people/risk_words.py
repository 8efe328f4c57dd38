"""The words of the trail for processes, context, parties, risks; merged into ``verbs`` and ``kind_words``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "process.define": _("Thêm quá trình"),
    "process.change": _("Sửa quá trình"),
    "process.end": _("Kết thúc quá trình"),
    "process.give_part": _("Phân công trong quá trình"),
    "process.take_part": _("Thôi phân công trong quá trình"),
}

KINDS: dict[str, str | Promise] = {
    "process": _("quá trình"),
}

PARTS: dict[str, str | Promise] = {
    "purpose": _("Để làm gì"),
    "takes": _("Nhận vào"),
    "gives": _("Làm ra"),
    "outside": _("Ngoài đơn vị"),
    "clauses": _("Điều của tiêu chuẩn"),
    "measures": _("Thước đo"),
    "document_uid": _("Tài liệu mô tả"),
}
