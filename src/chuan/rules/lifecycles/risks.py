"""A risk or an opportunity, from the day somebody names it (TCVN ISO 9001:2015, 6.1)."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

RISK = Lifecycle(
    name="risk",
    title="Rủi ro, cơ hội",
    start="noted",
    statuses={
        "noted": Status("chờ chấm mức", "Mới nêu hoặc mở lại, chưa chấm mức.", "iso_secretary"),
        "scored": Status("đã chấm mức", "Đã có mức, chưa quyết định cách xử lý.", "iso_secretary"),
        "treated": Status("đang xử lý", "Đã chọn cách xử lý, đang làm các hành động.", "specialist"),
        "watched": Status(
            "đang theo dõi", "Đã xử lý xong hoặc đã chấp nhận; đến hạn thì rà soát.", "iso_secretary"
        ),
        "closed": Status("đã đóng", "Không còn đáng lo hoặc không còn dịp; lý do đã ghi.", "iso_secretary"),
    },
    verbs={
        "score": "chấm mức",
        "treat": "chọn cách xử lý",
        "leave": "chấp nhận hoặc bỏ qua kèm lý do",
        "plan": "thêm hành động",
        "finish": "ghi là đã xử lý xong",
        "review": "rà soát, giữ nguyên",
        "move": "dời ngày xem lại kèm lý do",
        "close": "đóng kèm lý do",
        "reopen": "mở lại kèm lý do",
    },
    moves={
        ("noted", "score"): "scored",
        ("scored", "score"): "scored",
        ("treated", "score"): "treated",
        ("watched", "score"): "watched",
        **{(status, "treat"): "treated" for status in ("scored", "treated", "watched")},
        **{(status, "leave"): "watched" for status in ("scored", "treated", "watched")},
        ("treated", "plan"): "treated",
        ("treated", "finish"): "watched",
        **{(status, "review"): status for status in ("scored", "treated", "watched")},
        **{(status, "move"): status for status in ("noted", "scored", "treated", "watched")},
        **{(status, "close"): "closed" for status in ("noted", "scored", "treated", "watched")},
        ("closed", "reopen"): "noted",
    },
)
