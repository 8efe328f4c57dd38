"""Work that passes from one official to another."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

HANDOVER = Lifecycle(
    name="handover",
    title="Bàn giao",
    start="prepared",
    statuses={
        "prepared": Status(
            "chờ người giao xác nhận", "Danh mục đã lập, người giao chưa xác nhận.", "specialist"
        ),
        "given": Status(
            "chờ người nhận xác nhận", "Người giao đã xác nhận, chưa việc nào chuyển đi.", "specialist"
        ),
        "done": Status(
            "đã bàn giao", "Hai bên đã xác nhận, công việc đã chuyển sang người nhận.", "chairman"
        ),
        "withdrawn": Status("đã rút", "Không bàn giao theo danh mục này nữa, lý do đã ghi.", "chairman"),
    },
    verbs={
        "relist": "lập lại danh mục",
        "give": "người giao xác nhận",
        "accept": "người nhận xác nhận",
        "withdraw": "rút kèm lý do",
    },
    moves={
        ("prepared", "relist"): "prepared",
        ("prepared", "give"): "given",
        ("prepared", "withdraw"): "withdrawn",
        ("given", "relist"): "prepared",
        ("given", "accept"): "done",
        ("given", "withdraw"): "withdrawn",
    },
)
