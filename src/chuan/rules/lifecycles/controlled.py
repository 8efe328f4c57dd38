"""Controlled documents of the quality management system (TCVN ISO 9001:2015, 7.5)."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

REVISION = Lifecycle(
    name="revision",
    title="Lần ban hành của tài liệu",
    start="draft",
    statuses={
        "draft": Status("đang soạn", "Đang soạn hoặc sửa, chưa dùng.", "specialist"),
        "review": Status("chờ xem xét", "Chờ người xem xét.", "iso_secretary"),
        "approval": Status("chờ phê duyệt", "Đã xem xét, chờ phê duyệt.", "chairman"),
        "approved": Status("đã phê duyệt", "Đã phê duyệt, chờ ngày hiệu lực.", "iso_secretary"),
        "in_force": Status("đang hiệu lực", "Bản duy nhất được dùng.", "iso_secretary"),
        "obsolete": Status(
            "hết hiệu lực", "Đã có bản khác thay hoặc đã bãi bỏ; giữ để xem.", "iso_secretary"
        ),
        "dropped": Status("đã bỏ", "Không ban hành nữa.", "iso_secretary"),
    },
    verbs={
        "edit": "sửa",
        "submit": "trình xem xét",
        "review": "xem xét xong",
        "return": "trả lại kèm ý kiến",
        "approve": "phê duyệt",
        "take_effect": "đưa vào áp dụng",
        "retire": "ngừng áp dụng kèm lý do",
        "drop": "bỏ",
    },
    moves={
        ("draft", "edit"): "draft",
        ("draft", "submit"): "review",
        ("draft", "drop"): "dropped",
        ("review", "review"): "approval",
        ("review", "return"): "draft",
        ("approval", "approve"): "approved",
        ("approval", "return"): "draft",
        ("approved", "take_effect"): "in_force",
        ("approved", "drop"): "dropped",
        ("in_force", "retire"): "obsolete",
    },
)

CHANGE_REQUEST = Lifecycle(
    name="change_request",
    title="Đề nghị sửa tài liệu",
    start="open",
    statuses={
        "open": Status("chờ quyết định", "Đề nghị chưa có người quyết định.", "iso_secretary"),
        "accepted": Status("đã chấp nhận", "Đang sửa các tài liệu bị ảnh hưởng.", "iso_secretary"),
        "declined": Status("không chấp nhận", "Không sửa, lý do đã ghi.", "iso_secretary"),
        "done": Status(
            "đã xong", "Mọi tài liệu bị ảnh hưởng đã sửa hoặc được ghi là không cần sửa.", "iso_secretary"
        ),
    },
    verbs={"accept": "chấp nhận", "decline": "không chấp nhận kèm lý do", "finish": "kết thúc"},
    moves={
        ("open", "accept"): "accepted",
        ("open", "decline"): "declined",
        ("accepted", "finish"): "done",
    },
)
