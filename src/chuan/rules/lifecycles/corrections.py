"""A nonconformity, from its raising to the proof that what was done worked (TCVN ISO 9001:2015, 10.2.1)."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

NONCONFORMITY = Lifecycle(
    name="nonconformity",
    title="Sự không phù hợp",
    start="raised",
    statuses={
        "raised": Status("chờ phân tích", "Đã nêu, chưa có nguyên nhân.", "iso_secretary"),
        "analysed": Status(
            "chờ kế hoạch", "Đã có nguyên nhân, chưa có hành động khắc phục.", "iso_secretary"
        ),
        "acting": Status("đang khắc phục", "Còn hành động khắc phục chưa xong.", "specialist"),
        "checking": Status(
            "chờ đánh giá hiệu lực", "Mọi hành động đã xong, đang theo dõi các kỳ sau.", "iso_secretary"
        ),
        "effective": Status("đã có hiệu lực", "Các kỳ theo dõi đều đạt, chờ kết thúc.", "iso_secretary"),
        "again": Status(
            "mở vòng sau", "Hành động chưa có hiệu lực, phải tìm lại nguyên nhân.", "iso_secretary"
        ),
        "closed": Status("đã kết thúc", "Đã khắc phục và có hiệu lực.", "chairman"),
        "put_aside": Status(
            "không phải sự không phù hợp", "Đã xem và kết luận không phải, lý do đã ghi.", "chairman"
        ),
    },
    verbs={
        "analyse": "ghi nguyên nhân",
        "plan": "lập kế hoạch khắc phục",
        "finish": "ghi hành động cuối cùng đã xong",
        "judge_good": "kết luận có hiệu lực",
        "judge_bad": "kết luận chưa có hiệu lực, mở vòng sau",
        "close": "kết thúc",
        "put_aside": "kết luận không phải sự không phù hợp",
    },
    moves={
        ("raised", "analyse"): "analysed",
        ("raised", "put_aside"): "put_aside",
        ("analysed", "analyse"): "analysed",
        ("analysed", "plan"): "acting",
        ("analysed", "put_aside"): "put_aside",
        ("acting", "plan"): "acting",
        ("acting", "finish"): "checking",
        ("checking", "judge_good"): "effective",
        ("checking", "judge_bad"): "again",
        ("effective", "close"): "closed",
        ("again", "analyse"): "analysed",
    },
)
