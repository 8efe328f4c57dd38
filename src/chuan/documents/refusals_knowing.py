"""Why something is not done about who has read what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NobodyChosen(Refused):
    """A document is put before nobody."""

    what = "Chưa chọn ai phải nắm vững văn bản này."
    do = "Chọn ít nhất một người, một chức danh hoặc một nhóm."


@dataclass(kw_only=True, eq=False)
class NothingToShow(Refused):
    """There is neither a file nor a text to be read."""

    what = "Văn bản này chưa có tệp hoặc nội dung để đọc."
    do = "Nạp tệp của văn bản trước, rồi phổ biến."


@dataclass(kw_only=True, eq=False)
class NotIssuedYet(Refused):
    """A draft binds nobody."""

    what = "Văn bản chưa phát hành nên chưa ai phải nắm vững."
    do = "Phát hành xong rồi phổ biến."


@dataclass(kw_only=True, eq=False)
class NotAsked(Refused):
    """Somebody confirms what was not put before him."""

    what = "Văn bản này không giao cho ông, bà xác nhận."
    do = "Mở Nắm vững để xem các văn bản được giao."


@dataclass(kw_only=True, eq=False)
class NotOpened(Refused):
    """Somebody confirms what he has not opened."""

    what = "Văn bản chưa được mở ra đọc nên chưa xác nhận được."
    do = "Bấm Mở để đọc, đọc hết, rồi xác nhận."


@dataclass(kw_only=True, eq=False)
class VersionChanged(Refused):
    """What was read is no longer the standing version."""

    what = "Nội dung này đã có bản mới nên bản vừa đọc không còn phải xác nhận."
    do = "Mở bản mới ở trang Nắm vững, đọc rồi xác nhận bản ấy."


@dataclass(kw_only=True, eq=False)
class ReasonNeeded(Refused):
    """Releasing somebody, or ending the whole, needs a reason."""

    what = "Chưa ghi lý do."
    do = "Viết một câu nêu rõ vì sao."


@dataclass(kw_only=True, eq=False)
class DayBehind(Refused):
    """A day to confirm by that has gone."""

    what = "Hạn xác nhận {day} đã qua."
    do = "Chọn một ngày từ {today} trở đi."
    day: date
    today: date
