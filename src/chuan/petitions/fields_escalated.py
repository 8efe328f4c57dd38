"""What the list of a higher body may hold of letters about the ward: by its number and day, never by name.

No such list was seen: headers are guessed, and a person confirms each column anyway. Who sent a letter, what it says
and whom it is against go from the file itself at the first look, as with every list of petitions.
"""

from __future__ import annotations

from chuan.offers.fields import Field, FieldKind
from chuan.petitions.fields import NEVER_KEPT, PetitionFields

_K = FieldKind
ESCALATIONS = "escalations"
ABOVE = "higher_bodies"
"""Whose book it is: never the ward's own, so no unit may say that Chuẩn keeps it."""

_KINDS = {
    "khieu nai": "complaint", "don khieu nai": "complaint", "kn": "complaint", "khieu kien": "complaint",
    "to cao": "denunciation", "don to cao": "denunciation", "tc": "denunciation",
    "kien nghi": "suggestion", "don kien nghi": "suggestion",
    "phan anh": "feedback", "don phan anh": "feedback", "pa": "feedback", "phan anh, kien nghi": "feedback",
    "kien nghi, phan anh": "feedback", "phan anh kien nghi": "feedback",
    "nhieu noi dung": "mixed", "khieu nai, to cao": "mixed", "hon hop": "mixed",
}  # fmt: skip
_KIND_WORDS = {
    "complaint": "Khiếu nại", "denunciation": "Tố cáo", "suggestion": "Kiến nghị", "feedback": "Phản ánh",
    "mixed": "Nhiều nội dung khác loại",
}  # fmt: skip
_CHANNELS = {
    "don": "letter", "thu": "letter", "don thu": "letter", "buu chinh": "letter", "buu dien": "letter",
    "thu dien tu": "letter", "cong": "letter", "truc tuyen": "letter",
    "dien thoai": "call", "goi dien": "call", "duong day nong": "call", "tong dai": "call",
    "truc tiep": "visit", "tiep cong dan": "visit", "den tru so": "visit", "tiep dan": "visit",
    "bao chi": "press", "bao chi neu": "press",
}  # fmt: skip
_CHANNEL_WORDS = {
    "letter": "Đơn, thư",
    "call": "Điện thoại",
    "visit": "Đến tận nơi",
    "press": "Báo chí nêu",
}
_ASKED = {
    "chua": "no", "khong": "no", "chua gui": "no", "0": "no",
    "co": "yes", "roi": "yes", "da gui": "yes", "x": "yes", "1": "yes",
}  # fmt: skip


class EscalationRegister(PetitionFields):
    """One row a letter, call or visit about the ward, as a higher body keeps them. No real list was seen."""

    key = ESCALATIONS
    title = "Đơn thư về phường do cấp trên nhận"
    kept_with = ABOVE
    fields: tuple[Field, ...] = (
        Field("code", _K.CODE, "Số tiếp nhận của cấp trên", required=True,
              synonyms=("so tiep nhan", "ma tiep nhan", "so vao so", "so den cap tren", "ma vu viec cap tren")),
        Field("received_on", _K.DATE, "Ngày cấp trên nhận", required=True,
              synonyms=("ngay tiep nhan", "ngay nhan", "ngay nhan don", "ngay tiep", "ngay den")),
        Field("body", _K.TEXT, "Cơ quan tiếp nhận",
              synonyms=("noi tiep nhan", "co quan nhan", "don vi tiep nhan", "cap tiep nhan")),
        Field("kind", _K.CHOICE, "Loại đơn", required=True, choices=_KINDS, said=_KIND_WORDS,
              synonyms=("phan loai", "loai", "loai vu viec", "phan loai don")),
        Field("channel", _K.CHOICE, "Hình thức", choices=_CHANNELS, said=_CHANNEL_WORDS,
              synonyms=("hinh thuc tiep nhan", "kenh tiep nhan", "nguon")),
        Field("paper", _K.TEXT, "Số văn bản chuyển", synonyms=("so van ban", "van ban chuyen", "phieu chuyen")),
        Field("told_on", _K.DATE, "Ngày chuyển về phường", synonyms=("ngay chuyen", "ngay chuyen ve", "ngay giao")),
        Field("ward_code", _K.CODE, "Mã đơn của phường",
              synonyms=("ma don phuong", "ma don cap xa", "ma don", "ma don da gui phuong")),
        Field("asked", _K.CHOICE, "Đã gửi phường trước", choices=_ASKED, said={"yes": "Có", "no": "Chưa"},
              synonyms=("da gui phuong", "da qua phuong", "da gui cap xa")),
        *NEVER_KEPT,
    )  # fmt: skip

    def due_field_changes(self) -> tuple[str, ...]:
        """The day it came in above first: it decides."""
        return ("received_on", "kind", "asked")


REGISTER = EscalationRegister()
