"""Reasons to say no about how long records of officials are kept."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class TermNotSure(Refused):
    """No term is known, or nobody read it and the unit named no document."""

    what = "Chưa có thời hạn lưu chắc chắn cho “{kind}”, nên chưa xóa gì."
    do = "Ghi thời hạn theo văn bản của đơn vị hoặc của cấp trên trước."
    kind: str


@dataclass(kw_only=True, eq=False)
class NothingPast(Refused):
    """No words of the chosen people are past their date and free to go."""

    what = "Không còn lời văn nào quá thời hạn lưu để xóa cho người đã chọn."
    do = "Mở lại trang Thời hạn lưu để xem hiện trạng."


@dataclass(kw_only=True, eq=False)
class NothingToBlank(Refused):
    """A kind of which nothing is blanked."""

    what = "“{kind}” không có lời văn nào để xóa."
    do = "Chỉ đọc thời hạn lưu của loại này."
    kind: str


@dataclass(kw_only=True, eq=False)
class TermImpossible(Refused):
    """No whole number of years from 1 to 99."""

    what = "Thời hạn lưu phải là số năm tròn, từ 1 đến 99."
    do = "Ghi đúng số năm trong văn bản; lưu vĩnh viễn thì để nguyên, Chuẩn không xóa."


@dataclass(kw_only=True, eq=False)
class TermStands(Refused):
    """The same term is in force already."""

    what = "Thời hạn này đang áp dụng từ ngày ấy."
    do = "Không cần ghi lại; đổi số năm hoặc ngày nếu văn bản khác."
