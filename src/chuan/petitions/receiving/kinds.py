"""The kinds a letter may be, in plain words with an example under each, and their addresses."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.rules.petitions import Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind as it is offered: ``part`` of the address, title, what it is, an example."""

    key: Kind
    part: str
    title: str | Promise
    what: str | Promise
    example: str | Promise


KINDS = (
    Choice(
        Kind.FEEDBACK, "phan-anh", _("Ghi phản ánh"),
        _("Báo một việc đang xảy ra để cơ quan biết mà xử lý."),
        _("Ví dụ: rác đổ trộm ở đầu ngõ, đèn đường hỏng, loa mở quá to."),
    ),
    Choice(
        Kind.SUGGESTION, "kien-nghi", _("Ghi kiến nghị"),
        _("Đề nghị cơ quan làm, hoặc sửa, một việc chung."),
        _("Ví dụ: đề nghị lắp gương cầu ở ngã ba, đổi giờ tiếp nhận hồ sơ."),
    ),
    Choice(
        Kind.COMPLAINT, "khieu-nai", _("Ghi khiếu nại"),
        _("Không đồng ý với một quyết định hoặc việc làm của cơ quan tác động tới chính mình."),
        _("Ví dụ: đề nghị hủy quyết định xử phạt mình, không được cấp giấy xác nhận."),
    ),
    Choice(
        Kind.DENUNCIATION, "to-cao", _("Ghi tố cáo"),
        _("Báo một người vi phạm pháp luật, dù việc đó có tác động tới người báo hay không."),
        _("Ví dụ: cán bộ nhận tiền để làm nhanh hồ sơ. Không ghi ai tố cáo."),
    ),
    Choice(
        Kind.MIXED, "nhieu-noi-dung", _("Ghi đơn có nhiều nội dung khác loại"),
        _("Một lá đơn vừa khiếu nại vừa tố cáo, hoặc vừa tố cáo vừa kiến nghị; ghi rồi tách ngay."),
        _("Ví dụ: xin xem lại quyết định thu hồi đất và tố cáo người đo đất."),
    ),
)  # fmt: skip


def kind_at(part: str) -> Choice | None:
    """The kind of an address; None for no kind."""
    return next((one for one in KINDS if one.part == part), None)
