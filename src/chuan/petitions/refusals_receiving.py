"""Every reason to say no while letters are received, split, compared and receipted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class AgainstLeaders(Refused):
    """A denunciation against the Chairman or a deputy of the unit (Luật Tố cáo 2018, Điều 13)."""

    what = "Tố cáo Chủ tịch, Phó Chủ tịch không nhận ở đây và không ghi lại gì."
    do = "Hướng dẫn người gửi tới {where}; phong bì còn dán kín thì chuyển nguyên và chỉ ghi việc chuyển."
    where: str


@dataclass(kw_only=True, eq=False)
class AgainstUnanswered(Refused):
    """A denunciation of which nobody said whom it is against."""

    what = "Chưa chọn đơn tố cáo ai."
    do = "Chọn một câu trả lời trước khi ghi nội dung; tố cáo Chủ tịch, Phó Chủ tịch thì không ghi ở đây."


@dataclass(kw_only=True, eq=False)
class AboutTheReceiver(Refused):
    """A letter about the official who is taking it in, or changing it."""

    what = "Đơn này liên quan tới chính người đang ghi nên người ấy không tự nhận được."
    do = "Chuyển nguyên đơn cho {who} ghi; đừng giữ lại và đừng đọc tiếp."
    who: str


@dataclass(kw_only=True, eq=False)
class TextMissing(Refused):
    """A letter taken in without a word of what it is about."""

    what = "Chưa ghi đơn nói việc gì."
    do = "Tóm tắt một, hai câu, đủ để người khác hiểu việc cần giải quyết."


@dataclass(kw_only=True, eq=False)
class SenderMissing(Refused):
    """An ordinary letter with neither a sender nor the mark that there is none."""

    what = "Chưa ghi ai gửi đơn."
    do = "Ghi tên người gửi, hoặc đánh dấu “Đơn không có tên người gửi”."


@dataclass(kw_only=True, eq=False)
class SenderOfAnonymous(Refused):
    """A sender typed for a letter marked as anonymous."""

    what = "Đơn đánh dấu không có tên người gửi mà lại ghi tên."
    do = "Bỏ đánh dấu, hoặc xóa tên đã ghi."


@dataclass(kw_only=True, eq=False)
class SenderNotKept(Refused):
    """A sender, or a scan that shows one, where a denouncer could be recognised by it."""

    what = "Đơn này là tố cáo, hoặc cùng một lá thư với tố cáo, nên không lưu tên người gửi và bản chụp."
    do = "Để nguyên đơn trong phong bì niêm phong; ai cần đọc thì dùng bản chụp đã che ở trang “Che bản chụp đơn”."


@dataclass(kw_only=True, eq=False)
class TransferIncomplete(Refused):
    """A letter forwarded by another body without saying by whom and with which paper."""

    what = "Chưa ghi cơ quan nào chuyển đơn đến."
    do = "Ghi tên cơ quan, số và ngày văn bản chuyển; nếu đơn không do cơ quan khác chuyển thì chọn lại cách đơn đến."


@dataclass(kw_only=True, eq=False)
class PressUnnamed(Refused):
    """What a newspaper wrote, without the newspaper."""

    what = "Chưa ghi báo nào nêu, ngày nào."
    do = "Ghi tên báo, tên bài và ngày đăng."


@dataclass(kw_only=True, eq=False)
class LikelyRepeat(Refused):
    """A letter very like one that is here: a person says whether it is the same. ``codes``: the likely ones."""

    what = "Đơn này rất giống {codes} đã có."
    do = "Mở đơn ấy so lại, trả lời câu hỏi ngay dưới đây rồi lưu lần nữa."
    codes: str


@dataclass(kw_only=True, eq=False)
class RekindTooLate(Refused):
    """The kind changed after something was done by the law of the first kind."""

    what = "Đơn này đã có việc ghi theo loại cũ nên không đổi loại được nữa."
    do = "Bỏ các dòng ghi nhầm trước (kèm lý do), rồi đổi loại."


@dataclass(kw_only=True, eq=False)
class RekindSame(Refused):
    """The kind changed to what it is."""

    what = "Đơn này đang đúng loại vừa chọn."
    do = "Chọn loại khác, hoặc quay lại."


@dataclass(kw_only=True, eq=False)
class RekindDivided(Refused):
    """A part of a split letter made a mixed one, which would be split without end."""

    what = "Phần đã tách từ một lá thư không đổi thành đơn nhiều nội dung được."
    do = "Chọn đúng một loại cho phần này."


@dataclass(kw_only=True, eq=False)
class PartSplitAgain(Refused):
    """A part of a split letter split once more."""

    what = "Đây đã là một phần tách từ lá thư khác."
    do = "Ghi phần còn thiếu thành đơn riêng, hoặc sửa nội dung của phần này."


@dataclass(kw_only=True, eq=False)
class RekindListed(Refused):
    """A petition whose kind the system of record says."""

    what = "Loại của đơn này lấy từ hệ thống giữ sổ."
    do = "Sửa ở hệ thống ấy rồi nạp lại tệp."


@dataclass(kw_only=True, eq=False)
class LinkedToItself(Refused):
    """A petition linked to itself, or round in a ring."""

    what = "Không nối một đơn với chính nó."
    do = "Chọn đơn khác trong danh sách."


@dataclass(kw_only=True, eq=False)
class LinkedAcrossKinds(Refused):
    """Petitions of two kinds counted as one."""

    what = "Hai đơn khác loại nên không tính là một."
    do = "Nếu loại ghi nhầm thì đổi loại trước, rồi mới nối."


@dataclass(kw_only=True, eq=False)
class LinkedHasRepeats(Refused):
    """A petition that others repeat, linked to a third."""

    what = "Đơn này đang là đơn gốc của đơn khác."
    do = "Nối các đơn kia vào đơn gốc mới, hoặc bỏ nối trước."


@dataclass(kw_only=True, eq=False)
class NotLinked(Refused):
    """A link taken off where there is none."""

    what = "Đơn này không nối với đơn nào."
    do = "Mở lại trang đơn để xem tình trạng hiện nay."


@dataclass(kw_only=True, eq=False)
class SignersAllLeave(Refused):
    """As many leaving as signed, or more."""

    what = "Đơn có {signers} người đứng tên nên không thể có {left} người rút mà đơn vẫn còn."
    do = "Ghi số người rút ít hơn số người đứng tên; nếu mọi người đều rút thì ghi việc rút đơn."
    signers: int
    left: int


@dataclass(kw_only=True, eq=False)
class ScansTooMany(Refused):
    """More scans of one letter than a letter has."""

    what = "Đơn này đã có {most} tệp bản chụp."
    do = "Gộp các trang thành một tệp PDF, hoặc gỡ tệp thừa trước."
    most: int


@dataclass(kw_only=True, eq=False)
class ReceiptWrong(Refused):
    """A code under which no answer waits."""

    what = "Không thấy đơn nào theo mã này."
    do = (
        "Xem lại từng chữ trên biên nhận; mất biên nhận thì người giữ sổ cấp mã mới sau khi kiểm tra giấy tờ."
    )


@dataclass(kw_only=True, eq=False)
class ReceiptsTooFast(Refused):
    """Too many codes tried in a row."""

    what = "Đã thử nhiều mã không đúng liên tiếp."
    do = "Đợi {minutes} phút rồi tra lại, đọc mã ngay từ tờ biên nhận."
    minutes: int


@dataclass(kw_only=True, eq=False)
class EnvelopeOfToday(Refused):
    """The forwarding of an envelope noted on a day that has not come."""

    what = "Ngày {day} chưa tới nên chưa ghi được việc chuyển."
    do = "Ghi sau khi đã chuyển, muộn nhất là {today}."
    day: date
    today: date
