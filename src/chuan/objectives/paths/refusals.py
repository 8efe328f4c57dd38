"""Reasons not to save planned months."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class PathWrong(Refused):
    """A path that its rules do not allow; ``why`` is the first fault's own sentence."""

    what = "Lộ trình của {label} chưa lưu được. {why}"
    do = "Sửa các ô được đánh dấu rồi bấm Lưu lộ trình."
    label: str
    why: str


@dataclass(kw_only=True, eq=False)
class PathMoved(Refused):
    """Somebody else saved this path after the page was opened."""

    what = "Lộ trình của {label} vừa được người khác lưu (bản {version})."
    do = "Các ô đã gõ còn nguyên, chưa lưu. So với bản mới ở trang mục tiêu, sửa nếu cần rồi bấm Lưu lộ trình lần nữa."
    label: str
    version: int


@dataclass(kw_only=True, eq=False)
class PathReasonMissing(Refused):
    """A path that stands is changed, and nobody said why."""

    what = "Lộ trình của {label} đã có, đổi nó cần có lý do."
    do = "Ghi lý do đổi ở cuối trang rồi bấm Lưu lộ trình; bản cũ vẫn giữ bên cạnh."
    label: str


@dataclass(kw_only=True, eq=False)
class PathUnchanged(Refused):
    """Nothing differs from what stands."""

    what = "Chưa có ô nào đổi so với lộ trình đang dùng."
    do = "Sửa ít nhất một ô rồi bấm Lưu lộ trình, hoặc quay lại trang Mục tiêu."


@dataclass(kw_only=True, eq=False)
class PasteUnread(Refused):
    """Pasted lines of which nothing can be taken."""

    what = "Chưa đọc được dòng nào: mỗi dòng cần mười hai số, trước đó là số của mục tiêu như ở cột đầu."
    do = "Sao chép lại từ Excel cả cột Số và mười hai cột tháng, rồi dán vào ô."


@dataclass(kw_only=True, eq=False)
class PathSheetNotOurs(Refused):
    """A workbook without the columns that the page gave out."""

    what = "Tệp này không phải bảng lộ trình do Chuẩn xuất ra."
    do = "Bấm Tải bảng Excel ở trang này, điền mười hai cột tháng rồi chọn tệp đó."
