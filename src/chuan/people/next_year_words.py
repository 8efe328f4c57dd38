"""The words of the trail for the making of next year's objectives; merged into ``verbs`` and ``kind_words``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "next_year.open": _("Mở đợt xây dựng mục tiêu năm sau"),
    "next_year.move": _("Đổi hạn góp ý mục tiêu năm sau"),
    "next_year.call_off": _("Hủy đợt xây dựng mục tiêu năm sau"),
    "next_year.say": _("Đề nghị, góp ý một dòng mục tiêu năm sau"),
    "next_year.add": _("Đề nghị thêm mục tiêu năm sau"),
    "next_year.keep_mine": _("Đề nghị giữ nguyên các dòng còn lại của mình"),
    "next_year.decide": _("Quyết một dòng mục tiêu năm sau"),
    "next_year.keep_rest": _("Giữ mọi dòng không ai đề nghị đổi"),
    "next_year.draft": _("Soạn dự thảo Quyết định mục tiêu năm sau"),
    "next_year.reopen": _("Mở lại đợt xây dựng mục tiêu năm sau"),
    "next_year.read": _("Đọc Quyết định đã ban hành thành kế hoạch"),
}
KINDS: dict[str, str | Promise] = {
    "next_year": _("đợt xây dựng mục tiêu năm sau"),
    "next_year_line": _("dòng mục tiêu năm sau"),
    "next_year_asked": _("việc góp ý mục tiêu năm sau"),
}
PARTS: dict[str, str | Promise] = {
    "closes_on": _("Hạn góp ý"),
    "lines": _("Số dòng"),
    "owners": _("Số người được hỏi"),
    "decided": _("Quyết"),
    "reading": _("Bản đọc"),
    "draft": _("Dự thảo"),
}
