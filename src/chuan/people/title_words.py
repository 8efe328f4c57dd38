"""The words for what is done with titles and with the law of ranking and titles; merged into ``verbs``."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chuan.people.kind_words import Words

TITLES: Words = {
    "officials_law.set_value": _("Đặt quy định riêng về xếp loại, danh hiệu"),
    "titles.choose_law": _("Chọn quy định áp dụng cho năm xét danh hiệu"),
    "titles.team": _("Ghi dữ liệu xét của một tập thể"),
    "titles.open": _("Mở năm xét danh hiệu"),
    "titles.bring_in": _("Ghi danh hiệu từ tệp"),
    "titles.decide": _("Ghi quyết định danh hiệu"),
    "titles.register": _("Ghi đăng ký danh hiệu"),
    "titles.propose": _("Đề nghị xét danh hiệu"),
    "titles.withdraw": _("Rút tên khỏi danh sách danh hiệu"),
    "titles.say": _("Ghi dữ liệu xét danh hiệu của một người"),
    "titles.council": _("Ghi Hội đồng xét danh hiệu"),
    "titles.vote": _("Ghi kết quả bỏ phiếu của Hội đồng"),
    "titles.unvote": _("Bỏ phiên họp ghi nhầm"),
    "titles.draft": _("Soạn dự thảo quyết định danh hiệu"),
    "initiative.write": _("Ghi sáng kiến được công nhận"),
    "initiative.void": _("Bỏ sáng kiến ghi nhầm"),
    "titles.void": _("Bỏ danh hiệu ghi nhầm"),
    "titles.conclude": _("Ghi là đủ kết quả danh hiệu của năm"),
    "titles.reopen": _("Ghi là còn chờ kết quả danh hiệu"),
    "titles.choose_base": _("Chọn mẫu số của tỷ lệ danh hiệu"),
}
