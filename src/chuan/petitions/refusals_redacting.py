"""Reasons to say no while a letter's scan is marked and its covered copy is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ScanMissing(Refused):
    """The form came without a file."""

    what = "Chưa chọn tệp bản chụp đơn."
    do = "Chọn một tệp PDF, ảnh PNG, JPEG hoặc TIFF rồi nạp lại."


@dataclass(kw_only=True, eq=False)
class ScanTooBig(Refused):
    """More bytes than are taken in; megabytes."""

    what = "Tệp bản chụp nặng quá {limit} MB nên chưa nhận."
    do = "Quét lại ở mức 200 điểm, đen trắng hoặc xám, hoặc tách thành nhiều phần."
    limit: int


@dataclass(kw_only=True, eq=False)
class ScanOfAnother(Refused):
    """Somebody else marks a scan of this petition now."""

    what = "{name} đang che một bản chụp của đơn này, đến {until}."
    do = "Đợi người ấy làm xong; nếu người ấy vắng thì bấm Hủy bản chụp đang che, rồi nạp lại."
    name: str
    until: datetime


@dataclass(kw_only=True, eq=False)
class ScanGone(Refused):
    """The scan was covered, destroyed, or its hours are over."""

    what = "Bản chụp đang che không còn: đã làm xong, đã hủy hoặc đã hết giờ giữ."
    do = "Xem các bản đã che bên dưới; nếu chưa có bản nào thì nạp bản chụp lại."


@dataclass(kw_only=True, eq=False)
class PageMarkedElsewhere(Refused):
    """The page was marked in another window since this one was opened."""

    what = "Trang {page} vừa được đánh dấu ở cửa sổ khác."
    do = "Các khung ở đây chưa được lưu: xem lại rồi bấm lưu lần nữa, khung ở đây sẽ thay khung ở cửa sổ kia."
    page: int


@dataclass(kw_only=True, eq=False)
class PagesNotLookedAt(Refused):
    """Pages that nobody said to have looked at."""

    what = "Chưa đánh dấu đã xem {pages}."
    do = "Mở từng trang ấy, xem kỹ rồi đánh dấu đã xem."
    pages: str


@dataclass(kw_only=True, eq=False)
class NumbersWrong(Refused):
    """A strip typed by its edges is none."""

    what = "Dải che ghi chưa đúng: mép trên, mép dưới là hai số khác nhau từ 0 đến 100."
    do = "Đọc số ở thước bên trái trang, ví dụ từ 12 đến 18."


@dataclass(kw_only=True, eq=False)
class NothingToFind(Refused):
    """No word was given to look for."""

    what = "Chưa ghi từ nào để tìm."
    do = "Ghi họ tên, số điện thoại hoặc địa chỉ cần che, mỗi dòng một mục."


@dataclass(kw_only=True, eq=False)
class CopySettled(Refused):
    """The covered copy was confirmed or withdrawn already."""

    what = "Bản đã che này đã được xác nhận hoặc đã rút."
    do = "Mở lại trang các bản đã che để xem bản nào đang dùng."


@dataclass(kw_only=True, eq=False)
class OwnCopy(Refused):
    """A copy confirmed by whoever made it while somebody else could look."""

    what = "Người làm bản che không tự xác nhận bản ấy."
    do = "Nhờ {who} xem lại; việc đã nằm ở Việc của tôi của người ấy."
    who: str


@dataclass(kw_only=True, eq=False)
class CopyWaits(Refused):
    """Another copy of the petition waits for the second look."""

    what = "Đang có một bản đã che chờ xem lại."
    do = "Xem lại rồi xác nhận hoặc rút bản ấy trước."


@dataclass(kw_only=True, eq=False)
class MarkedMeanwhile(Refused):
    """Areas changed while the copy was drawn."""

    what = "Có trang vừa được đánh dấu lại trong lúc vẽ bản che, nên bản vẽ đã bỏ."
    do = "Xem lại các trang rồi bấm làm bản che lần nữa."


@dataclass(kw_only=True, eq=False)
class CopyDamaged(Refused):
    """The bytes of the covered copy are not what they were."""

    what = "Tệp bản đã che bị hỏng hoặc mất trên máy chủ."
    do = "Báo người quản trị kiểm tra máy; rút bản này rồi che lại từ đơn giấy."
