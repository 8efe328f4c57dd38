"""Reasons to say no to a comparison or to what is confirmed of one, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NoPromiseRead(Refused):
    """A paper in which no level is read cannot be compared."""

    what = "Không đọc ra chỉ tiêu nào có mức trong văn bản này."
    do = "Dán đúng đoạn liệt kê chỉ tiêu, mỗi chỉ tiêu một dòng, giữ nguyên câu của văn bản."


@dataclass(kw_only=True, eq=False)
class LongScan(Refused):
    """A scan of many pages is read in the background, in the room of documents."""

    what = "Bản quét {name} có {pages} trang, trang này chỉ đọc ngay được {most} trang."
    do = "Nạp bản quét ở Văn bản, đọc xong thì chọn nó ở ô “Văn bản đã đọc ở Văn bản”."
    name: str
    pages: int
    most: int


@dataclass(kw_only=True, eq=False)
class BasisStands(Refused):
    """The very same paper was kept for this year already."""

    what = "Văn bản này {who} đã giữ làm căn cứ lúc {at}."
    do = "Mở nó trong danh sách căn cứ của năm."
    who: str
    at: str


@dataclass(kw_only=True, eq=False)
class BasisPutAway(Refused):
    """Nothing is confirmed of a paper that was put away."""

    what = "Căn cứ này đã thôi dùng."
    do = "Giữ lại văn bản làm căn cứ lần nữa nếu vẫn cần đối chiếu."


@dataclass(kw_only=True, eq=False)
class PaperDoubted(Refused):
    """What is asked about the whole paper is answered before any of its lines."""

    what = "Văn bản này còn điều cần xem: {asked}"
    do = "Ghi lý do vẫn dùng làm căn cứ, hoặc thôi dùng; rồi xác nhận từng dòng."
    asked: str


@dataclass(kw_only=True, eq=False)
class NothingChosen(Refused):
    """The button was pressed with no line marked."""

    what = "Chưa chọn dòng nào."
    do = "Đánh dấu ít nhất một dòng rồi bấm Xác nhận các dòng đã đánh dấu."


@dataclass(kw_only=True, eq=False)
class RowMoved(Refused):
    """The line is no more what it was when the page was opened."""

    what = "Dòng “{name}” không còn như lúc mở trang, hoặc đã có người xác nhận."
    do = "Xem lại dòng ấy trong bảng rồi xác nhận."
    name: str


@dataclass(kw_only=True, eq=False)
class WhyMissing(Refused):
    """Another level, or a promise that the plan leaves out, is never passed over in silence."""

    what = "Dòng này khác căn cứ mà chưa ghi vì sao."
    do = "Ghi lý do, hoặc chọn “sửa bằng quyết định mới”."


@dataclass(kw_only=True, eq=False)
class MatchUndone(Refused):
    """Somebody took the confirmation back meanwhile."""

    what = "Xác nhận này đã được bỏ rồi."
    do = "Xem lại dòng ấy trong bảng."
