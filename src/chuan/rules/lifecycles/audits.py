"""One internal audit, from the plan to its findings settled (TCVN ISO 9001:2015, 9.2.2)."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

AUDIT = Lifecycle(
    name="audit",
    title="Cuộc đánh giá nội bộ",
    start="planned",
    statuses={
        "planned": Status(
            "đã lên kế hoạch", "Có ngày và phạm vi; đoàn chưa đủ hoặc chưa báo.", "iso_secretary"
        ),
        "announced": Status("đã báo trước", "Đơn vị đã biết ngày, phạm vi và đoàn đánh giá.", "auditor"),
        "under_way": Status("đang đánh giá", "Đoàn đang hỏi, xem hồ sơ và ghi phiếu.", "auditor"),
        "reported": Status(
            "đã báo cáo", "Đã có báo cáo; các phát hiện đang được khắc phục.", "iso_secretary"
        ),
        "closed": Status(
            "đã kết thúc", "Mọi phát hiện đã chuyển khắc phục hoặc đã xem xong.", "iso_secretary"
        ),
        "called_off": Status("đã hoãn hẳn", "Không tiến hành; lý do đã ghi.", "iso_secretary"),
    },
    verbs={
        "announce": "báo trước cho đơn vị",
        "begin": "bắt đầu đánh giá",
        "report": "lập báo cáo",
        "reopen": "mở lại để ghi thêm",
        "close": "kết thúc",
        "call_off": "hoãn hẳn kèm lý do",
    },
    moves={
        ("planned", "announce"): "announced",
        ("announced", "begin"): "under_way",
        ("under_way", "report"): "reported",
        ("reported", "reopen"): "under_way",
        ("reported", "close"): "closed",
        **{(status, "call_off"): "called_off" for status in ("planned", "announced")},
    },
)
