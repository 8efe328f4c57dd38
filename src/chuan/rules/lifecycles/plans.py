"""Plans and the figures they wait for."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

PLAN = Lifecycle(
    name="plan",
    title="Kế hoạch mục tiêu",
    start="standing",
    statuses={
        "standing": Status("đang thực hiện", "Kế hoạch đang có hiệu lực cho cả năm.", "iso_secretary"),
        "replaced": Status(
            "đã được thay thế", "Quyết định mới hơn đã thay kế hoạch này, nay giữ để xem.", "iso_secretary"
        ),
    },
    verbs={
        "assign": "giao người phụ trách và bổ sung kế hoạch",
        "measure": "nhập số liệu",
        "report": "lập báo cáo năm",
        "replace": "thay bằng quyết định mới",
    },
    moves={
        ("standing", "assign"): "standing",
        ("standing", "measure"): "standing",
        ("standing", "report"): "standing",
        ("standing", "replace"): "replaced",
    },
)

FIGURE_DUE = Lifecycle(
    name="figure_due",
    title="Số liệu phải nhập",
    start="open",
    statuses={
        "open": Status("chờ số liệu", "Kỳ này chưa có số liệu.", "specialist"),
        "entered": Status("đã có số liệu", "Số liệu của kỳ đã được chốt.", "specialist"),
        "dropped": Status(
            "không còn phải nhập", "Kế hoạch chờ số liệu này đã được thay thế.", "iso_secretary"
        ),
    },
    verbs={
        "enter": "nhập số liệu",
        "correct": "sửa số liệu kèm lý do",
        "drop": "thôi chờ khi kế hoạch được thay",
    },
    moves={
        ("open", "enter"): "entered",
        ("open", "drop"): "dropped",
        ("entered", "correct"): "entered",
    },
)
