"""Refusals of the check of form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class PaperKindUnknown(Refused):
    """The name or abbreviation of a type that the decree does not know."""

    what = "Không có loại văn bản “{typed}” trong Nghị định 30/2020/NĐ-CP."
    do = "Ghi tên loại hoặc chữ viết tắt, ví dụ: QĐ, BC, KH, công văn."
    typed: str


@dataclass(kw_only=True, eq=False)
class FormRulesNotHeld(Refused):
    """The paper is older than the oldest rules of form that are held."""

    what = "Chưa có quy định thể thức cho ngày {on} trong Chuẩn; Nghị định 30/2020/NĐ-CP có hiệu lực từ 05/3/2020."
    do = "Chọn một ngày từ 05/3/2020 bằng --on nếu muốn xét theo Nghị định này."
    on: date
