"""What was read from a document."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

DOCUMENT = Lifecycle(
    name="document",
    title="Văn bản",
    start="received",
    statuses={
        "received": Status("đã nhận", "Tệp đã được lưu, máy chưa đọc xong.", "registry_clerk"),
        "read": Status("đã đọc, chờ xác nhận", "Máy đã đọc, người phụ trách chưa xác nhận.", "office_clerk"),
        "confirmed": Status(
            "đã xác nhận",
            "Nội dung đọc được đã có người xác nhận, đứng vững đến khi bản mới được xác nhận.",
            "office_clerk",
        ),
    },
    verbs={"read": "đọc tệp", "confirm": "xác nhận bản đọc", "read_again": "đọc lại kèm lý do"},
    moves={
        ("received", "read"): "read",
        ("read", "read_again"): "read",
        ("read", "confirm"): "confirmed",
        ("confirmed", "read_again"): "confirmed",
    },
)

READING = Lifecycle(
    name="reading",
    title="Bản đọc",
    start="proposed",
    statuses={
        "proposed": Status("chờ xác nhận", "Máy đã đọc, người phụ trách chưa xác nhận.", "office_clerk"),
        "confirmed": Status(
            "đã xác nhận", "Bản đọc đã được xác nhận và là gốc của kế hoạch.", "iso_secretary"
        ),
        "replaced": Status("đã có bản đọc mới", "Một bản đọc mới hơn đã thay bản này.", "iso_secretary"),
    },
    verbs={
        "answer": "trả lời câu hỏi",
        "edit": "sửa giá trị",
        "reshape": "tách hoặc ghép dòng",
        "confirm": "xác nhận",
        "reopen": "mở lại để lập bản mới kèm lý do",
        "replace": "thay bằng bản mới",
    },
    moves={
        ("proposed", "answer"): "proposed",
        ("proposed", "edit"): "proposed",
        ("proposed", "reshape"): "proposed",
        ("proposed", "confirm"): "confirmed",
        ("proposed", "replace"): "replaced",
        ("confirmed", "reopen"): "confirmed",
        ("confirmed", "replace"): "replaced",
    },
)
