"""A petition by its kind: complaint, denunciation, feedback or suggestion; a mixed letter is split before.

Luật Khiếu nại, Luật Tố cáo with their decrees (see docs/decisions/petition-law.md). A denunciation against
the Chairman or a deputy has no table: it is not taken in.
"""

from __future__ import annotations

from collections.abc import Mapping

from chuan.rules.lifecycle import Lifecycle, Status

_APART: Mapping[str, Status] = {
    "forwarded": Status("đã chuyển", "Không thuộc thẩm quyền, đã chuyển nơi giải quyết.", "petition_clerk"),
    "guided": Status("đã hướng dẫn", "Đã hướng dẫn người gửi tới đúng nơi, đúng cách.", "petition_clerk"),
    "kept": Status(
        "lưu đơn", "Không phải giải quyết: trùng, không rõ người gửi hoặc đã chuyển.", "petition_clerk"
    ),
    "divided": Status(
        "đã tách", "Đơn nhiều nội dung đã tách; mỗi phần đi theo loại của nó.", "petition_clerk"
    ),
}
"""Where letters end that are not solved here; none of these counts as solved."""

_SENT_APART = {"forward": "forwarded", "guide": "guided", "keep": "kept", "divide": "divided"}
_APART_VERBS = {
    "forward": "chuyển nơi có thẩm quyền",
    "guide": "hướng dẫn người gửi",
    "keep": "lưu đơn kèm lý do",
    "divide": "tách đơn nhiều nội dung",
}
_END_VERBS = {"execute": "ghi việc thực hiện", "finish": "kết thúc và lưu hồ sơ"}

COMPLAINT = Lifecycle(
    name="complaint",
    title="Khiếu nại",
    start="received",
    statuses={
        "received": Status("mới nhận", "Đã nhận, chờ xác định thẩm quyền và điều kiện.", "petition_clerk"),
        "accepted": Status("đã thụ lý", "Đã thụ lý, thời hạn giải quyết đang chạy.", "chairman"),
        "verifying": Status("đang xác minh", "Người được giao đang xác minh nội dung.", "specialist"),
        "suspended": Status(
            "tạm đình chỉ", "Thời hạn dừng, chạy tiếp khi có quyết định tiếp tục.", "chairman"
        ),
        "decided": Status(
            "đã có quyết định", "Đã ký quyết định giải quyết, chờ công khai.", "petition_clerk"
        ),
        "published": Status("đã công khai", "Đã gửi và công khai quyết định, đang thực hiện.", "specialist"),
        "closed": Status("đã kết thúc", "Quyết định đã thực hiện xong, hồ sơ đã lưu.", "petition_clerk"),
        "stopped": Status(
            "đã đình chỉ", "Người khiếu nại rút toàn bộ, đã có quyết định đình chỉ.", "petition_clerk"
        ),
        "refused": Status("không thụ lý", "Đã nêu lý do bằng văn bản.", "petition_clerk"),
        "returned": Status(
            "đã trả lại", "Người đứng đơn không có quyền khiếu nại, đã trả lại đơn.", "petition_clerk"
        ),
        **_APART,
    },
    verbs={
        "accept": "thụ lý",
        "refuse": "không thụ lý kèm lý do",
        "return": "trả lại đơn kèm lý do",
        **_APART_VERBS,
        "assign": "giao xác minh",
        "talk": "đối thoại",
        "prolong": "gia hạn theo văn bản đã ký",
        "suspend": "tạm đình chỉ",
        "resume": "tiếp tục giải quyết",
        "withdraw_part": "ghi việc rút một phần",
        "stop": "đình chỉ",
        "decide": "ra quyết định giải quyết",
        "publish": "công khai quyết định",
        **_END_VERBS,
    },
    moves={
        ("received", "accept"): "accepted",
        ("received", "refuse"): "refused",
        ("received", "return"): "returned",
        **{("received", verb): after for verb, after in _SENT_APART.items()},
        ("accepted", "assign"): "verifying",
        **{(status, "prolong"): status for status in ("accepted", "verifying")},
        **{(status, "withdraw_part"): status for status in ("accepted", "verifying", "suspended")},
        **{(status, "suspend"): "suspended" for status in ("accepted", "verifying")},
        **{(status, "stop"): "stopped" for status in ("accepted", "verifying", "suspended")},
        ("verifying", "assign"): "verifying",
        ("verifying", "talk"): "verifying",
        ("verifying", "decide"): "decided",
        ("suspended", "resume"): "verifying",
        ("decided", "publish"): "published",
        ("published", "execute"): "published",
        ("published", "finish"): "closed",
    },
)

DENUNCIATION = Lifecycle(
    name="denunciation",
    title="Tố cáo",
    start="received",
    statuses={
        "received": Status(
            "mới nhận", "Đã nhận, chờ phân loại và kiểm tra danh tính người tố cáo.", "petition_clerk"
        ),
        "classified": Status(
            "đã phân loại", "Đã rõ thẩm quyền và danh tính, chờ quyết định thụ lý.", "chairman"
        ),
        "checking": Status(
            "đang kiểm tra",
            "Không thụ lý vì không rõ người tố cáo, nhưng nội dung cụ thể nên phải kiểm tra.",
            "specialist",
        ),
        "accepted": Status("đã thụ lý", "Đã thụ lý, thời hạn giải quyết đang chạy.", "chairman"),
        "verifying": Status("đang xác minh", "Đang xác minh từ bản đã che danh tính.", "specialist"),
        "suspended": Status(
            "tạm đình chỉ", "Thời hạn dừng, chạy tiếp khi có quyết định tiếp tục.", "chairman"
        ),
        "concluded": Status("đã có kết luận", "Đã ký kết luận nội dung, chờ công khai.", "petition_clerk"),
        "published": Status("đã công khai", "Kết luận đã công khai, đang xử lý theo kết luận.", "specialist"),
        "closed": Status("đã kết thúc", "Kết luận đã thực hiện xong, hồ sơ đã lưu.", "petition_clerk"),
        "stopped": Status("đã đình chỉ", "Đã có quyết định đình chỉ, nêu căn cứ.", "petition_clerk"),
        "refused": Status("không thụ lý", "Đã nêu lý do không thụ lý.", "petition_clerk"),
        **_APART,
    },
    verbs={
        "classify": "phân loại",
        "accept": "thụ lý",
        "refuse": "không thụ lý kèm lý do",
        **_APART_VERBS,
        "check": "kiểm tra nội dung đơn không rõ người tố cáo",
        "notify": "báo việc thụ lý",
        "assign": "giao xác minh",
        "prolong": "gia hạn theo quyết định đã ký",
        "suspend": "tạm đình chỉ",
        "resume": "tiếp tục giải quyết",
        "withdraw": "ghi việc rút tố cáo",
        "stop": "đình chỉ kèm căn cứ",
        "conclude": "ra kết luận nội dung",
        "publish": "công khai kết luận",
        **_END_VERBS,
    },
    moves={
        ("received", "classify"): "classified",
        **{
            (status, verb): after
            for status in ("received", "classified")
            for verb, after in _SENT_APART.items()
        },
        ("classified", "accept"): "accepted",
        ("classified", "refuse"): "refused",
        ("classified", "check"): "checking",
        ("checking", "keep"): "kept",
        **{(status, "notify"): status for status in ("accepted", "verifying")},
        **{(status, "prolong"): status for status in ("accepted", "verifying")},
        **{
            (status, "withdraw"): status
            for status in ("received", "classified", "accepted", "verifying", "suspended")
        },
        **{(status, "suspend"): "suspended" for status in ("accepted", "verifying")},
        **{(status, "stop"): "stopped" for status in ("accepted", "verifying", "suspended")},
        ("accepted", "assign"): "verifying",
        ("verifying", "assign"): "verifying",
        ("verifying", "conclude"): "concluded",
        ("suspended", "resume"): "verifying",
        ("concluded", "publish"): "published",
        ("published", "execute"): "published",
        ("published", "finish"): "closed",
    },
)

FEEDBACK = Lifecycle(
    name="feedback",
    title="Phản ánh, kiến nghị",
    start="received",
    statuses={
        "received": Status("mới nhận", "Đã nhận, chờ xem thuộc trách nhiệm của ai.", "petition_clerk"),
        "asked": Status("chờ bổ sung", "Đã hỏi thêm người gửi, chờ thông tin.", "petition_clerk"),
        "in_work": Status("đang xử lý", "Đã giao người xử lý.", "specialist"),
        "answered": Status("đã trả lời", "Đã có kết quả và trả lời người gửi.", "petition_clerk"),
        "published": Status("đã công khai", "Kết quả đã công khai.", "petition_clerk"),
        "closed": Status("đã kết thúc", "Đã trả lời xong, hồ sơ đã lưu.", "petition_clerk"),
        "returned": Status("đã từ chối", "Không đủ nội dung để xử lý, đã nêu lý do.", "petition_clerk"),
        **_APART,
    },
    verbs={
        "ask": "yêu cầu bổ sung",
        "supply": "ghi thông tin bổ sung",
        "accept": "nhận xử lý và giao việc",
        "return": "từ chối kèm lý do",
        **_APART_VERBS,
        "answer": "trả lời",
        "publish": "công khai kết quả",
        "rate": "ghi mức hài lòng",
        "finish": "kết thúc và lưu hồ sơ",
    },
    moves={
        ("received", "ask"): "asked",
        ("received", "accept"): "in_work",
        **{(status, "return"): "returned" for status in ("received", "asked")},
        **{("received", verb): after for verb, after in _SENT_APART.items()},
        ("asked", "supply"): "received",
        ("asked", "keep"): "kept",
        ("in_work", "accept"): "in_work",
        ("in_work", "forward"): "forwarded",
        ("in_work", "answer"): "answered",
        ("answered", "publish"): "published",
        **{(status, "rate"): status for status in ("answered", "published")},
        **{(status, "finish"): "closed" for status in ("answered", "published")},
    },
)

MIXED = Lifecycle(
    name="mixed",
    title="Đơn có nhiều nội dung khác loại",
    start="received",
    statuses={
        "received": Status("mới nhận", "Chờ tách theo từng loại; chưa có thời hạn nào.", "petition_clerk"),
        "divided": _APART["divided"],
    },
    verbs={"divide": _APART_VERBS["divide"]},
    moves={("received", "divide"): "divided"},
)
"""A letter of several kinds until it is split (154/2026/NĐ-CP, Điều 14.4)."""
