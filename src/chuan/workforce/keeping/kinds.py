"""Kinds of records of this room: by which word of the address, what goes when their time is over, what stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.law import staff_records

ASSESSMENT, ABSENCE, TITLE_FACT = "assessment", "absence", "title_fact"


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind with its word in addresses. ``goes``: what is blanked; "" where nothing is, and ``stays`` says why."""

    key: str
    slug: str
    goes: str | Promise
    stays: str | Promise

    @property
    def title(self) -> str:
        """Its name in the law file."""
        return staff_records.kinds()[self.key]


KINDS: Mapping[str, RecordKind] = {
    one.slug: one
    for one in (
        RecordKind(
            ASSESSMENT, "loi-xep-loai", _("câu chữ và bản tự chấm của từng bước"),
            _("ngày, mức, điểm, số phiếu, quyết định của từng bước"),
        ),
        RecordKind(
            ABSENCE, "vi-sao-vang", _("vì sao vắng, đơn hay giấy tờ nêu ra, lý do bỏ dòng"), _("các ngày vắng")
        ),
        RecordKind(
            TITLE_FACT, "giay-to-danh-hieu", _("giấy tờ nêu ra và lý do rút tên"),
            _("điều đã xét theo giấy tờ ấy, tên danh hiệu, ngày"),
        ),
        RecordKind("ranking_result", "ket-qua-xep-loai", "", _("là kết quả và quyết định")),
        RecordKind("title", "danh-hieu", "", _("là kết quả và quyết định; phiếu kín không ghi ai bỏ thế nào")),
        RecordKind("initiative", "sang-kien", "", _("là công việc đã được công nhận, cả đơn vị xem")),
        RecordKind("tool_use", "cong-cu-so", "", _("chỉ là số lượt theo tháng, không có nội dung nào")),
        RecordKind("competence", "nang-luc", "", _("minh chứng cần khi đánh giá nội bộ, chỉ bỏ từng dòng ghi nhầm")),
        RecordKind("training", "dao-tao", "", _("chỉ ghi có dự hay vắng")),
    )
}  # fmt: skip
"""By the word in the address, in the order of the page."""


def kind_of(key: str) -> RecordKind:
    """The kind of a key. Raises StopIteration for one that does not exist."""
    return next(one for one in KINDS.values() if one.key == key)
