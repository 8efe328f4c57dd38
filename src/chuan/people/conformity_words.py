"""The words of the trail for clauses, self-checks, duties, confirmation, declaration. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "conformity.keep_run": _("Lưu lần tự kiểm tra hệ thống"),
    "conformity.nightly_run": _("Tự kiểm tra hệ thống ban đêm"),
    "conformity.say": _("Ghi lời cho một điều của tiêu chuẩn"),
    "conformity.duty_done": _("Ghi nhiệm vụ đã làm"),
    "conformity.duty_back": _("Bỏ lời ghi nhiệm vụ đã làm"),
    "conformity.remind": _("Đưa nhiệm vụ của năm vào Việc của tôi"),
    "conformity.confirm": _("Xác nhận hiệu lực của hệ thống"),
    "conformity.declare": _("Soạn dự thảo công bố"),
    "guest.let_in": _("Mở tài khoản cho đoàn kiểm tra"),
    "guest.reissue": _("Cấp lại mật khẩu cho người kiểm tra"),
    "guest.end": _("Kết thúc tài khoản của người kiểm tra"),
    "guest.read": _("Người kiểm tra mở trang"),
    "inspection.open": _("Ghi đợt kiểm tra"),
    "inspection.find": _("Ghi phát hiện của đoàn kiểm tra"),
    "inspection.take_back": _("Rút phát hiện của đoàn kiểm tra"),
    "inspection.close": _("Chốt biên bản kiểm tra"),
    "inspection.file": _("Kèm tệp biên bản kiểm tra"),
    "conformity.notice": _("Soạn thông báo công bố cho Sở Khoa học và Công nghệ"),
    "pack.ask": _("Yêu cầu lập hồ sơ cho đoàn kiểm tra"),
    "pack.made": _("Lập xong hồ sơ cho đoàn kiểm tra"),
}

KINDS: dict[str, str | Promise] = {
    "check_run": _("lần tự kiểm tra"),
    "clause_note": _("lời ghi về điều của tiêu chuẩn"),
    "confirmation": _("xác nhận hiệu lực"),
    "declaration": _("dự thảo công bố"),
    "guest": _("người kiểm tra"),
    "inspection": _("đợt kiểm tra"),
    "inspection_finding": _("phát hiện của đoàn kiểm tra"),
    "notice": _("thông báo công bố"),
    "evidence_pack": _("hồ sơ cho đoàn kiểm tra"),
    "duty_done": _("nhiệm vụ đã làm"),
    "qms_duty": _("nhiệm vụ của năm"),
    "conformity_proof": _("bằng chứng duy trì hệ thống"),
}

PARTS: dict[str, str | Promise] = {
    "clause": _("Điều"),
    "page": _("Trang"),
    "record": _("Mã"),
    "raised": _("Nêu thành"),
    "duty": _("Nhiệm vụ"),
    "first": _("Từ ngày"),
    "last": _("Đến hết ngày"),
    "run": _("Lần tự kiểm tra"),
    "confirmation": _("Xác nhận"),
}
