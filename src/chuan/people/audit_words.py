"""The words of the trail for internal audits. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "audits.open": _("Lập chương trình đánh giá năm"),
    "audits.approve": _("Ghi phê duyệt chương trình đánh giá"),
    "audits.plan": _("Lập kế hoạch một cuộc đánh giá"),
    "audits.plan_otherwise": _("Đổi kế hoạch cuộc đánh giá"),
    "audits.announce": _("Báo trước cuộc đánh giá"),
    "audits.begin": _("Bắt đầu cuộc đánh giá"),
    "audits.call_off": _("Hoãn hẳn cuộc đánh giá"),
    "audits.join": _("Thêm người vào đoàn đánh giá"),
    "audits.lead": _("Chọn trưởng đoàn đánh giá"),
    "audits.leave": _("Rút người khỏi đoàn đánh giá"),
    "audits.assign": _("Giao quá trình cho từng người của đoàn"),
    "audits.draw_up": _("Lập phiếu đánh giá"),
    "audits.ask": _("Thêm câu hỏi vào phiếu đánh giá"),
    "audits.drop": _("Bỏ câu hỏi khỏi phiếu đánh giá"),
    "audits.answer": _("Ghi phiếu đánh giá"),
    "audits.sample": _("Lấy mẫu để đánh giá"),
    "audits.place": _("Ghi nơi để hồ sơ giấy của mẫu"),
    "audits.find": _("Ghi phát hiện"),
    "audits.take_back": _("Rút phát hiện"),
    "audits.look_again": _("Xem lại phát hiện kỳ trước"),
    "audits.photo": _("Kèm ảnh vào phát hiện"),
    "audits.report": _("Lập báo cáo đánh giá"),
    "audits.draft": _("Soạn báo cáo đánh giá thành văn bản"),
    "audits.reopen": _("Mở lại cuộc đánh giá để ghi thêm"),
    "audits.close": _("Kết thúc cuộc đánh giá"),
}

KINDS: dict[str, str | Promise] = {
    "audit_programme": _("chương trình đánh giá"),
    "audit": _("cuộc đánh giá"),
    "finding": _("phát hiện đánh giá"),
}

PARTS: dict[str, str | Promise] = {
    "processes": _("Quá trình"),
    "clause": _("Điều"),
    "auditor": _("Người đánh giá"),
    "finding_grade": _("Mức của phát hiện"),
    "settled": _("Đã xong chưa"),
}
