"""The words of the trail for management reviews and surveys of satisfaction. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "reviews.call": _("Triệu tập cuộc xem xét của lãnh đạo"),
    "reviews.move": _("Dời cuộc xem xét"),
    "reviews.call_off": _("Hủy cuộc xem xét"),
    "reviews.say": _("Ghi lời cho một đầu vào xem xét"),
    "reviews.unsay": _("Bỏ lời đã ghi cho đầu vào xem xét"),
    "reviews.hold": _("Ghi cuộc họp xem xét, chốt đầu vào"),
    "reviews.decide": _("Ghi kết luận của cuộc xem xét"),
    "reviews.withdraw": _("Bỏ kết luận chưa ký"),
    "reviews.sign": _("Ký biên bản xem xét"),
    "survey.open": _("Mở khảo sát hài lòng"),
    "survey.close": _("Kết thúc khảo sát hài lòng"),
    "survey.answer": _("Người dân trả lời khảo sát"),
    "survey.answer_again": _("Nhận lại một phiếu khảo sát đã có"),
    "survey.blank": _("Bỏ góp ý của một phiếu khảo sát"),
    "survey.public": _("Mở, đóng trang khảo sát của người dân"),
    "reviews.settle": _("Ghi kết luận đã thực hiện xong"),
    "reviews.draft": _("Soạn dự thảo biên bản xem xét"),
}

KINDS: dict[str, str | Promise] = {
    "review": _("cuộc xem xét của lãnh đạo"),
    "review_decision": _("kết luận xem xét"),
    "survey": _("khảo sát hài lòng"),
    "survey_answer": _("phiếu khảo sát"),
    "review_next": _("cuộc xem xét tiếp theo"),
}

PARTS: dict[str, str | Promise] = {
    "letter": _("Đầu vào"),
    "invited": _("Số người mời"),
    "inputs": _("Mã kiểm đầu vào"),
    "decisions": _("Số kết luận"),
    "review": _("Cuộc xem xét"),
}
