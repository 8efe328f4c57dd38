"""The ranking of one official for one year or period, from his own words to the decision and its appeal.

90/2020/NĐ-CP and 335/2025/NĐ-CP (see docs/decisions/ranking-law.md). Results that came in by file begin as decided.
"""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

RANKING = Lifecycle(
    name="ranking",
    title="Xếp loại công chức",
    start="opened",
    statuses={
        "opened": Status("chờ tự đánh giá", "Kỳ xếp loại đã mở, chưa có bản tự đánh giá.", "specialist"),
        "self_assessed": Status(
            "chờ thủ trưởng đánh giá", "Đã có bản tự đánh giá hoặc lý do không có.", "chairman"
        ),
        "head_assessed": Status(
            "chờ ý kiến tập thể", "Người đứng đầu đã đánh giá và đề nghị mức.", "office_clerk"
        ),
        "opined": Status("chờ quyết định", "Đã ghi ý kiến tập thể, chưa có quyết định.", "chairman"),
        "decided": Status(
            "đã quyết định", "Đã có mức xếp loại và đã báo cho người được xếp loại.", "office_clerk"
        ),
        "appealed": Status("có kiến nghị", "Người được xếp loại không đồng ý và đã nêu lý do.", "chairman"),
        "closed": Status(
            "đã kết thúc", "Mức xếp loại giữ trong hồ sơ, không còn kiến nghị nào chờ.", "office_clerk"
        ),
        "left_out": Status(
            "không xếp loại", "Không thuộc diện xếp loại kỳ này, lý do đã ghi.", "office_clerk"
        ),
    },
    verbs={
        "self_assess": "nộp bản tự đánh giá",
        "skip_self": "ghi lý do không có bản tự đánh giá",
        "return": "trả lại để tự đánh giá lại kèm lý do",
        "head_assess": "đánh giá và đề nghị mức",
        "opine": "ghi ý kiến tập thể",
        "reconsider": "trả về để thủ trưởng đánh giá lại",
        "decide": "quyết định mức xếp loại",
        "bring_in": "ghi kết quả đã xếp loại ở nơi khác",
        "appeal": "kiến nghị về mức xếp loại",
        "keep": "trả lời kiến nghị, giữ mức",
        "change": "trả lời kiến nghị, đổi mức bằng quyết định mới",
        "close": "kết thúc",
        "leave_out": "không xếp loại kèm lý do",
    },
    moves={
        ("opened", "self_assess"): "self_assessed",
        ("opened", "skip_self"): "self_assessed",
        ("opened", "bring_in"): "decided",
        **{(status, "leave_out"): "left_out" for status in ("opened", "self_assessed", "head_assessed")},
        ("self_assessed", "return"): "opened",
        ("self_assessed", "head_assess"): "head_assessed",
        ("head_assessed", "head_assess"): "head_assessed",
        ("head_assessed", "opine"): "opined",
        ("opined", "reconsider"): "self_assessed",
        ("opined", "decide"): "decided",
        ("decided", "appeal"): "appealed",
        ("decided", "close"): "closed",
        ("appealed", "keep"): "decided",
        ("appealed", "change"): "decided",
    },
)
