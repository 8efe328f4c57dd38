"""Documents on their way out and in, and each delivery (NĐ 30/2020/NĐ-CP arts 14-24; QĐ 28/2018/QĐ-TTg)."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

OUTGOING = Lifecycle(
    name="outgoing",
    title="Văn bản đi",
    start="draft",
    statuses={
        "draft": Status("dự thảo", "Đang soạn, chưa trình.", "specialist"),
        "content_review": Status(
            "chờ duyệt nội dung", "Chờ người có trách nhiệm duyệt nội dung.", "office_clerk"
        ),
        "form_review": Status(
            "chờ kiểm tra thể thức",
            "Nội dung đã duyệt, chờ kiểm tra thể thức và kỹ thuật trình bày.",
            "office_clerk",
        ),
        "to_sign": Status("chờ ký", "Thể thức đã kiểm tra, chờ người có thẩm quyền ký.", "chairman"),
        "handed_over": Status(
            "đã chuyển sang hệ thống văn bản",
            "Bản thảo đã chuyển sang hệ thống văn bản để ký, cấp số và phát hành; chờ bản đã ký thả lại.",
            "registry_clerk",
        ),
        "signed": Status(
            "đã ký, chờ cấp số", "Người có thẩm quyền đã ký; chỉ nay mới được cấp số.", "registry_clerk"
        ),
        "numbered": Status(
            "đã cấp số, chờ ký số cơ quan", "Đã có số và ngày, chờ chữ ký số của cơ quan.", "registry_clerk"
        ),
        "sealed": Status("chờ phát hành", "Đã có chữ ký số của cơ quan, chờ gửi đi.", "registry_clerk"),
        "issued": Status("đã phát hành", "Văn bản đã đi tới nơi nhận.", "registry_clerk"),
        "recalled": Status(
            "đã thu hồi", "Văn bản đã phát hành rồi được thu hồi bằng văn bản.", "registry_clerk"
        ),
        "cancelled": Status("đã hủy số", "Số đã cấp bị hủy kèm lý do và không dùng lại.", "registry_clerk"),
        "dropped": Status("đã bỏ dự thảo", "Dự thảo không ban hành nữa, giữ để xem.", "specialist"),
    },
    verbs={
        "edit": "sửa dự thảo",
        "comment": "góp ý",
        "mend": "sửa giúp lỗi thể thức",
        "accept": "giữ nguyên một chỗ khác thể thức kèm lý do",
        "submit": "trình duyệt nội dung",
        "approve_content": "duyệt nội dung",
        "approve_form": "xác nhận thể thức",
        "return": "trả lại kèm ý kiến",
        "hand_over": "chuyển sang hệ thống văn bản",
        "match": "nhận bản đã ký, có số",
        "sign": "ký",
        "number": "cấp số và ngày",
        "seal": "ký số cơ quan",
        "issue": "phát hành",
        "prove": "nâng mức bằng chứng của chữ ký",
        "recall": "thu hồi",
        "cancel": "hủy số kèm lý do",
        "drop": "bỏ dự thảo",
    },
    moves={
        ("draft", "edit"): "draft",
        ("draft", "comment"): "draft",
        ("draft", "mend"): "draft",
        ("draft", "accept"): "draft",
        ("draft", "submit"): "content_review",
        ("draft", "drop"): "dropped",
        ("content_review", "comment"): "content_review",
        ("content_review", "return"): "draft",
        ("content_review", "approve_content"): "form_review",
        ("form_review", "comment"): "form_review",
        ("form_review", "mend"): "form_review",
        ("form_review", "accept"): "form_review",
        ("form_review", "return"): "draft",
        ("form_review", "approve_form"): "to_sign",
        ("to_sign", "comment"): "to_sign",
        ("to_sign", "return"): "draft",
        ("to_sign", "hand_over"): "handed_over",
        ("to_sign", "sign"): "signed",
        ("handed_over", "return"): "draft",
        ("handed_over", "match"): "issued",
        ("signed", "number"): "numbered",
        ("signed", "return"): "draft",
        ("numbered", "seal"): "sealed",
        ("numbered", "cancel"): "cancelled",
        ("sealed", "issue"): "issued",
        ("sealed", "prove"): "sealed",
        ("issued", "prove"): "issued",
        ("sealed", "cancel"): "cancelled",
        ("issued", "recall"): "recalled",
    },
)

INCOMING = Lifecycle(
    name="incoming",
    title="Văn bản đến",
    start="arrived",
    statuses={
        "arrived": Status("mới đến", "Đã tới, văn thư chưa đăng ký.", "registry_clerk"),
        "registered": Status("đã đăng ký", "Đã có số đến, chờ lãnh đạo phân công.", "chairman"),
        "refused": Status("đã trả lại", "Không tiếp nhận, đã báo nơi gửi kèm lý do.", "registry_clerk"),
        "assigned": Status("đã phân công", "Đã giao chủ trì, phối hợp và thời hạn.", "specialist"),
        "in_work": Status("đang giải quyết", "Người chủ trì đang giải quyết.", "specialist"),
        "done": Status("đã giải quyết", "Đã giải quyết xong.", "specialist"),
    },
    verbs={
        "register": "đăng ký, cấp số đến",
        "refuse": "trả lại kèm lý do",
        "assign": "phân công chủ trì, phối hợp, thời hạn",
        "start": "nhận việc",
        "contribute": "ghi ý kiến phối hợp",
        "finish": "ghi kết quả giải quyết",
        "file": "lưu để biết",
        "reopen": "mở lại kèm lý do",
        "mend": "sửa thông tin đăng ký kèm lý do",
        "note": "ghi chú",
    },
    moves={
        ("arrived", "register"): "registered",
        ("arrived", "refuse"): "refused",
        ("registered", "assign"): "assigned",
        ("registered", "file"): "done",
        ("assigned", "assign"): "assigned",
        ("assigned", "contribute"): "assigned",
        ("in_work", "contribute"): "in_work",
        ("assigned", "start"): "in_work",
        ("assigned", "finish"): "done",
        ("in_work", "assign"): "assigned",
        ("in_work", "finish"): "done",
        ("done", "reopen"): "in_work",
        **{(status, "mend"): status for status in ("registered", "assigned", "in_work", "done")},
        **{
            (status, "note"): status
            for status in ("arrived", "registered", "refused", "assigned", "in_work", "done")
        },
    },
)

_HERE = ("sent", "arrived", "accepted", "waiting", "in_work")
"""Statuses from which a receiver may report any later one: messages of the axis skip steps and come out of order."""

DELIVERY = Lifecycle(
    name="delivery",
    title="Một lượt gửi tới một nơi nhận",
    start="queued",
    statuses={
        "queued": Status("chờ gửi", "Đã xếp để gửi, chưa đi.", "registry_clerk"),
        "sent": Status("đã gửi", "Đã đi, nơi nhận chưa báo đã tới.", "registry_clerk"),
        "failed": Status("gửi không được", "Lần gửi vừa rồi không thành; có thể gửi lại.", "registry_clerk"),
        "arrived": Status("đã đến", "Nơi nhận báo đã tới (mã 01).", "registry_clerk"),
        "refused": Status("bị từ chối", "Nơi nhận từ chối tiếp nhận (mã 02), có lý do.", "registry_clerk"),
        "accepted": Status("đã tiếp nhận", "Nơi nhận đã tiếp nhận (mã 03).", "registry_clerk"),
        "waiting": Status("chờ phân công", "Đã đến nơi nhận, chờ phân công (mã 04).", "registry_clerk"),
        "in_work": Status("đang xử lý", "Nơi nhận đã phân công, đang xử lý (mã 05).", "registry_clerk"),
        "done": Status("đã xử lý xong", "Nơi nhận báo đã xử lý xong (mã 06).", "registry_clerk"),
        "recall_asked": Status("đang xin lấy lại", "Đã xin lấy lại (mã 13), chờ trả lời.", "registry_clerk"),
        "recalled": Status("đã lấy lại", "Nơi nhận đồng ý cho lấy lại (mã 15).", "registry_clerk"),
        "recall_denied": Status(
            "không cho lấy lại", "Nơi nhận không đồng ý cho lấy lại (mã 16).", "registry_clerk"
        ),
    },
    verbs={
        "send": "gửi",
        "fail": "ghi gửi không được",
        "01": "báo đã đến",
        "02": "từ chối tiếp nhận",
        "03": "tiếp nhận",
        "04": "báo chờ phân công",
        "05": "báo đang xử lý",
        "06": "báo xử lý xong",
        "13": "xin lấy lại",
        "15": "đồng ý cho lấy lại",
        "16": "từ chối cho lấy lại",
        "withdraw": "rút trước khi gửi",
        "note": "ghi cách xử lý",
    },
    moves={
        ("queued", "send"): "sent",
        ("queued", "fail"): "failed",
        ("queued", "withdraw"): "recalled",
        ("failed", "send"): "sent",
        ("failed", "withdraw"): "recalled",
        ("sent", "fail"): "failed",
        **{
            (status, code): after
            for status in _HERE
            for code, after in {
                "01": "arrived", "02": "refused", "03": "accepted", "04": "waiting", "05": "in_work", "06": "done",
                "13": "recall_asked",
            }.items()
        },
        ("done", "13"): "recall_asked",
        ("recall_asked", "15"): "recalled",
        ("recall_asked", "16"): "recall_denied",
        ("recall_denied", "13"): "recall_asked",
        ("recall_denied", "05"): "in_work",
        ("recall_denied", "06"): "done",
        **{(status, "note"): status for status in ("refused", "failed", "recall_denied")},
    },
)  # fmt: skip

SIGNED_FILE = Lifecycle(
    name="signed_file",
    title="Tệp đã ký thả vào",
    start="waiting",
    statuses={
        "waiting": Status("chờ kiểm tra", "Tệp đã được lưu, chưa kiểm tra.", "registry_clerk"),
        "matched": Status("đã ghép", "Đã kiểm tra và ghép với một văn bản.", "registry_clerk"),
        "unmatched": Status("chưa ghép được", "Đã kiểm tra, chưa biết là văn bản nào.", "registry_clerk"),
        "unreadable": Status("không đọc được", "Tệp hỏng, quá lớn hoặc không phải PDF.", "registry_clerk"),
        "dropped": Status("đã bỏ", "Tệp không dùng tới.", "registry_clerk"),
    },
    verbs={
        "match": "ghép với văn bản",
        "leave": "để chưa ghép",
        "give_up": "ghi không đọc được",
        "drop": "bỏ tệp",
    },
    moves={
        ("waiting", "match"): "matched",
        ("waiting", "leave"): "unmatched",
        ("waiting", "give_up"): "unreadable",
        ("unmatched", "match"): "matched",
        ("unmatched", "drop"): "dropped",
        ("unreadable", "drop"): "dropped",
        ("matched", "leave"): "unmatched",
    },
)
