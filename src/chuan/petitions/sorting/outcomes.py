"""What may become of a letter, act by act: what each asks for, by kind, and the paper that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as later

from chuan.petitions.models import Petition
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import Kind


class Need(Enum):
    """Whether a part of the form is left out, may be given, or must be."""

    NO = "no"
    MAY = "may"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class Act:
    """One outcome: its words, its address, what has to be said with it.

    ``paper``: number and day of the signed document it rests on. ``reason``: a sentence why. ``where``: the body
    the letter goes to. ``official``: who gets it. ``both``: both sides told.
    """

    verb: str
    slug: str
    title: str | Promise
    button: str | Promise
    done: str | Promise
    lead: str | Promise = ""
    paper: Need = Need.NO
    reason: Need = Need.NO
    where: Need = Need.NO
    official: Need = Need.NO
    both: bool = False
    several: bool = False


_ACCEPT = Act(
    "accept", "thu-ly", later("Thụ lý"), later("Ghi thụ lý"), later("Đã ghi thụ lý."),
    later("Ký thông báo thụ lý trước, rồi ghi số và ngày vào đây. Thời hạn giải quyết tính từ ngày thụ lý."),
    paper=Need.MUST,
)  # fmt: skip
_REFUSE = Act(
    "refuse", "khong-thu-ly", later("Không thụ lý"), later("Ghi không thụ lý"), later("Đã ghi không thụ lý."),
    later("Không thụ lý phải nêu rõ lý do bằng văn bản đã ký."),
    paper=Need.MUST, reason=Need.MUST,
)  # fmt: skip
_RETURN = Act(
    "return", "tra-lai", later("Trả lại đơn"), later("Ghi đã trả lại"), later("Đã ghi trả lại đơn."),
    later("Trả đơn kèm văn bản nêu lý do."),
    paper=Need.MUST, reason=Need.MUST,
)  # fmt: skip
_FORWARD = Act(
    "forward", "chuyen", later("Chuyển đơn"), later("Ghi đã chuyển"), later("Đã ghi việc chuyển đơn."),
    later("Chuyển bằng phiếu chuyển đã ký. Đơn đã chuyển không tính là đã giải quyết."),
    paper=Need.MUST, where=Need.MUST, reason=Need.MAY,
)  # fmt: skip
_GUIDE = Act(
    "guide", "huong-dan", later("Hướng dẫn người gửi"), later("Ghi đã hướng dẫn"), later("Đã ghi việc hướng dẫn."),
    later("Nói rõ gửi nơi nào, cần thêm gì. Có phiếu hướng dẫn thì ghi số."),
    paper=Need.MAY, where=Need.MAY, reason=Need.MUST,
)  # fmt: skip
_KEEP = Act(
    "keep", "luu", later("Lưu đơn"), later("Ghi lưu đơn"), later("Đã ghi lưu đơn."),
    later("Lưu đơn là không giải quyết: lý do phải rõ để ai đọc lại cũng hiểu."),
    paper=Need.MAY, reason=Need.MUST,
)  # fmt: skip
_CLASSIFY = Act(
    "classify", "phan-loai", later("Phân loại tố cáo"), later("Ghi đã phân loại"), later("Đã ghi phân loại."),
    later("Đã vào sổ, phân loại và kiểm tra danh tính xong. Danh tính nằm trong phong bì, không ghi ở đây."),
    several=True,
)  # fmt: skip
_CHECK = Act(
    "check", "kiem-tra", later("Kiểm tra nội dung"), later("Giao kiểm tra"), later("Đã giao kiểm tra nội dung."),
    later("Không rõ người tố cáo thì không thụ lý, nhưng nội dung cụ thể có chứng cứ thì vẫn kiểm tra."),
    reason=Need.MUST, official=Need.MUST,
)  # fmt: skip
_NOTIFY = Act(
    "notify", "bao-thu-ly", later("Báo việc thụ lý"), later("Ghi đã báo"), later("Đã ghi việc báo thụ lý."),
    later("Báo người tố cáo việc thụ lý; báo người bị tố cáo chỉ nội dung, không có gì cho biết ai tố cáo."),
    paper=Need.MUST, both=True,
)  # fmt: skip
_ASK = Act(
    "ask", "hoi-them", later("Yêu cầu bổ sung"), later("Ghi đã hỏi"), later("Đã ghi yêu cầu bổ sung."),
    later("Hỏi người gửi thông tin còn thiếu; có thông tin thì ghi tiếp để xử lý."),
    paper=Need.MAY, reason=Need.MUST,
)  # fmt: skip

_FEEDBACK: Mapping[str, Act] = {
    "accept": Act(
        "accept", "thu-ly", later("Nhận xử lý, giao việc"), later("Giao xử lý"), later("Đã giao xử lý."),
        later("Phản ánh thuộc trách nhiệm và đủ rõ: giao một người xử lý, người ấy thấy hạn ở Việc của tôi."),
        official=Need.MUST,
    ),
    "return": Act(
        "return", "tra-lai", later("Từ chối xử lý"), later("Ghi từ chối"), later("Đã ghi từ chối."),
        later("Nội dung không xử lý được: nói rõ vì sao để người gửi hiểu."),
        paper=Need.MAY, reason=Need.MUST,
    ),
    "forward": Act(
        "forward", "chuyen", later("Chuyển phản ánh, kiến nghị"), later("Ghi đã chuyển"), later("Đã ghi việc chuyển."),
        later("Chuyển nơi có trách nhiệm và báo người gửi. Trên Cổng thì chuyển ngay ở Cổng."),
        paper=Need.MAY, where=Need.MUST, reason=Need.MAY,
    ),
}  # fmt: skip
_USUAL = {
    one.verb: one
    for one in (_ACCEPT, _REFUSE, _RETURN, _FORWARD, _GUIDE, _KEEP, _CLASSIFY, _CHECK, _NOTIFY, _ASK)
}
SLUGS = {one.slug: one.verb for one in _USUAL.values()}
"""Parts of addresses, in Vietnamese without marks."""


def act_of(kind: str, verb: str) -> Act:
    """What the act asks for with this kind. Raises KeyError for an act that is not an outcome."""
    if kind in (Kind.FEEDBACK, Kind.SUGGESTION) and verb in _FEEDBACK:
        return _FEEDBACK[verb]
    return _USUAL[verb]


def acts_now(petition: Petition) -> list[Act]:
    """The outcomes that the petition's stage allows, in the order of the table of its kind."""
    allowed = LIFECYCLES[petition.kind].may(petition.status)
    return [act_of(petition.kind, verb) for verb in allowed if verb in _USUAL]
