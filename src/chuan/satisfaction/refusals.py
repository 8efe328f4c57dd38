"""Every reason to say no that only this room has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class SurveyNotHere(Refused):
    """Opened where the machine is not one for citizens."""

    what = "Máy chủ này không mở trang cho người dân."
    do = "Máy của phường, xã không đưa ra Internet. Khảo sát giấy thì nhập tổng số phiếu ở Hồ sơ, Mức độ hài lòng."


@dataclass(kw_only=True, eq=False)
class SurveyOver(Refused):
    """Closed, or its days are over."""

    what = "Khảo sát này nhận phiếu đến hết ngày {last}."
    do = "Mở khảo sát mới nếu cần hỏi tiếp."
    last: date


@dataclass(kw_only=True, eq=False)
class SurveyReasonMissing(Refused):
    """Closed early, or words taken out, without a word why."""

    what = "Chưa ghi lý do."
    do = "Ghi một câu để người xem sau hiểu được."


@dataclass(kw_only=True, eq=False)
class SurveyTooMany(Refused):
    """More answers than the page takes from one network, or for one unit."""

    what = "Lúc này trang nhận quá nhiều phiếu nên chưa gửi được."
    do = "Phiếu đã chọn còn nguyên ở dưới. Đợi {wait} rồi bấm gửi lần nữa."
    wait: str


@dataclass(kw_only=True, eq=False)
class WordsGoneAlready(Refused):
    """Words that are not there any more."""

    what = "Góp ý của phiếu này đã được bỏ, hoặc phiếu không có góp ý."
    do = "Quay lại trang khảo sát."


@dataclass(kw_only=True, eq=False)
class SurveySentAlready(Refused):
    """The form that was shown is taken already, with another answer."""

    what = "Phiếu của lần mở trang này đã được nhận rồi."
    do = "Đây là phiếu của người khác thì xem lại rồi bấm gửi lần nữa."
