"""Files taken in, procedures, totals reconciled."""

from __future__ import annotations

from chuan.rules.lifecycle import Lifecycle, Status

IMPORT = Lifecycle(
    name="import",
    title="Tệp nhập",
    start="reading",
    statuses={
        "reading": Status("đang đọc", "Tệp đã được lưu, máy đang đọc.", "office_clerk"),
        "refused": Status(
            "không nhận được", "Tệp có lỗi nên không dòng nào của tệp được nhập.", "office_clerk"
        ),
        "unmapped": Status("chờ ghép cột", "Khuôn của tệp chưa có người xác nhận.", "office_clerk"),
        "previewed": Status(
            "chờ xác nhận", "Đã có bản xem trước, chưa dòng nào được ghi vào Chuẩn.", "office_clerk"
        ),
        "committing": Status(
            "đang nhập", "Máy đang ghi các dòng; dừng giữa chừng thì không dòng nào được ghi.", "office_clerk"
        ),
        "committed": Status("đã nhập", "Các dòng của tệp đang được tính.", "office_clerk"),
        "withdrawn": Status(
            "đã rút", "Các dòng của tệp không còn được tính, tệp vẫn giữ để xem.", "office_clerk"
        ),
        "discarded": Status("đã bỏ", "Tệp đã bỏ khi chưa nhập.", "office_clerk"),
    },
    verbs={
        "refuse": "từ chối tệp có lỗi",
        "ask": "hỏi cách ghép cột",
        "preview": "lập bản xem trước",
        "begin": "bắt đầu nhập",
        "fall_back": "trả về chờ xác nhận khi việc nhập không xong",
        "commit": "ghi các dòng",
        "withdraw": "rút kèm lý do",
        "discard": "bỏ tệp",
    },
    moves={
        ("reading", "refuse"): "refused",
        ("reading", "ask"): "unmapped",
        ("reading", "preview"): "previewed",
        ("reading", "discard"): "discarded",
        ("unmapped", "ask"): "unmapped",
        ("unmapped", "preview"): "previewed",
        ("unmapped", "refuse"): "refused",
        ("unmapped", "discard"): "discarded",
        ("previewed", "preview"): "previewed",
        ("previewed", "refuse"): "refused",
        ("previewed", "begin"): "committing",
        ("previewed", "discard"): "discarded",
        ("committing", "commit"): "committed",
        ("committing", "fall_back"): "previewed",
        ("committed", "withdraw"): "withdrawn",
        ("refused", "discard"): "discarded",
    },
)

PROCEDURE_VERSION = Lifecycle(
    name="procedure_version",
    title="Phiên bản thủ tục hành chính",
    start="proposed",
    statuses={
        "proposed": Status(
            "đề xuất, chờ xác nhận",
            "Máy đọc từ danh mục hoặc quyết định; chưa dùng để tính hạn cho đến khi có người xác nhận.",
            "one_stop_clerk",
        ),
        "confirmed": Status(
            "đã xác nhận",
            "Thời hạn đã có người xác nhận theo văn bản nêu tên; dùng để tính hạn.",
            "one_stop_clerk",
        ),
        "rejected": Status("không dùng", "Đề xuất này không đúng hoặc không thuộc đơn vị.", "one_stop_clerk"),
    },
    verbs={
        "correct": "sửa thời hạn và nội dung",
        "confirm": "xác nhận",
        "end": "kết thúc hiệu lực theo văn bản",
        "revise": "lập bản sửa",
        "reject": "không dùng, kèm lý do",
    },
    moves={
        ("proposed", "correct"): "proposed",
        ("proposed", "confirm"): "confirmed",
        ("proposed", "reject"): "rejected",
        ("confirmed", "end"): "confirmed",
        ("confirmed", "revise"): "confirmed",
    },
)

DIFFERENCE = Lifecycle(
    name="difference",
    title="Số khác nhau khi đối chiếu",
    start="open",
    statuses={
        "open": Status("chưa rõ", "Biểu và số đếm được khác nhau, chưa biết vì sao.", "one_stop_clerk"),
        "settled": Status(
            "đã khớp sau khi nhập lại",
            "Tệp nhập sau đã làm hai số bằng nhau; nếu lại khác thì thành dòng mới.",
            "one_stop_clerk",
        ),
        "reasoned": Status("có lý do", "Hai số vẫn khác nhau, lý do đã ghi.", "one_stop_clerk"),
    },
    verbs={
        "reason": "ghi lý do",
        "agree": "ghi nhận đã khớp",
        "reopen": "mở lại khi số đổi",
    },
    moves={
        ("open", "reason"): "reasoned",
        ("open", "agree"): "settled",
        ("reasoned", "reason"): "reasoned",
        ("reasoned", "agree"): "settled",
        ("reasoned", "reopen"): "open",
    },
)
