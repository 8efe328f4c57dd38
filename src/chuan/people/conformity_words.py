"""The words of the trail for clauses, self-checks, duties, confirmation, declaration. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "conformity.keep_run": _("Lưu lần tự kiểm tra hệ thống"),
    "conformity.say": _("Ghi lời cho một điều của tiêu chuẩn"),
    "conformity.duty_done": _("Ghi nhiệm vụ đã làm"),
    "conformity.duty_back": _("Bỏ lời ghi nhiệm vụ đã làm"),
    "conformity.remind": _("Đưa nhiệm vụ của năm vào Việc của tôi"),
    "conformity.confirm": _("Xác nhận hiệu lực của hệ thống"),
    "conformity.declare": _("Soạn dự thảo công bố"),
    "pack.ask": _("Yêu cầu lập hồ sơ cho đoàn kiểm tra"),
    "pack.made": _("Lập xong hồ sơ cho đoàn kiểm tra"),
}

KINDS: dict[str, str | Promise] = {
    "check_run": _("lần tự kiểm tra"),
    "clause_note": _("lời ghi về điều của tiêu chuẩn"),
    "confirmation": _("xác nhận hiệu lực"),
    "declaration": _("dự thảo công bố"),
    "evidence_pack": _("hồ sơ cho đoàn kiểm tra"),
    "duty_done": _("nhiệm vụ đã làm"),
    "qms_duty": _("nhiệm vụ của năm"),
    "conformity_proof": _("bằng chứng duy trì hệ thống"),
}

PARTS: dict[str, str | Promise] = {
    "clause": _("Điều"),
    "duty": _("Nhiệm vụ"),
    "first": _("Từ ngày"),
    "last": _("Đến hết ngày"),
    "run": _("Lần tự kiểm tra"),
    "confirmation": _("Xác nhận"),
}
