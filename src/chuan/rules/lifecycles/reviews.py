"""A management review from its call to the day its decisions are all settled (TCVN ISO 9001:2015, 9.3)."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

REVIEW = Lifecycle(
    name="review",
    title="Xem xét của lãnh đạo",
    start="called",
    statuses={
        "called": Status("đã triệu tập", "Cuộc xem xét đã có ngày họp, chưa họp.", "iso_secretary"),
        "held": Status("đã họp", "Đã họp, đầu vào đã chốt theo ngày họp, chưa ghi kết luận.", "iso_secretary"),
        "decided": Status("đã kết luận", "Đã ghi kết luận, chờ người chủ trì ký.", "chairman"),
        "signed": Status(
            "đã ký", "Biên bản đã ký, đầu vào và kết luận không sửa nữa; việc được giao đang làm.", "iso_secretary"
        ),
        "followed": Status(
            "đã thực hiện xong", "Mọi việc được giao đã xong hoặc đã chuyển sang lần sau.", "iso_secretary"
        ),
        "called_off": Status("đã hủy", "Cuộc xem xét không họp, lý do đã ghi.", "iso_secretary"),
    },
    verbs={
        "move": "dời cuộc họp kèm lý do",
        "hold": "ghi cuộc họp và chốt đầu vào",
        "say": "ghi lời cho một đầu vào",
        "decide": "ghi kết luận",
        "withdraw": "bỏ hết kết luận đã ghi",
        "sign": "ký",
        "settle": "ghi việc được giao đã xong",
        "finish": "kết thúc khi không còn việc",
        "call_off": "hủy cuộc xem xét",
    },
    moves={
        ("called", "move"): "called",
        ("called", "hold"): "held",
        ("called", "say"): "called",
        ("called", "call_off"): "called_off",
        ("held", "hold"): "held",
        ("held", "say"): "held",
        ("held", "decide"): "decided",
        ("decided", "say"): "decided",
        ("decided", "decide"): "decided",
        ("decided", "withdraw"): "held",
        ("decided", "sign"): "signed",
        ("signed", "settle"): "signed",
        ("signed", "finish"): "followed",
    },
)  # fmt: skip
