"""The words of the trail for plans, objectives, indicators, figures and their sets. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people import next_year_words

VERBS: dict[str, str | Promise] = {
    "report.read": _("Đọc số từ báo cáo"),
    "report.scan": _("Nạp bản quét của báo cáo"),
    "report.settle": _("Đọc xong bản quét của báo cáo"),
    "report.confirm": _("Xác nhận số đọc từ báo cáo"),
    "report.aside": _("Bỏ qua số đọc từ báo cáo"),
    "report.name": _("Gắn chỉ tiêu cho số đọc từ báo cáo"),
    "report.reopen": _("Xem lại số đọc từ báo cáo"),
    "report.forget": _("Quên cách đọc đã quen"),
    **next_year_words.VERBS,
    "plan.make": _("Lập kế hoạch mục tiêu"),
    "plan.adopt": _("Nhận đề xuất cho kế hoạch"),
    "plan.report": _("In báo cáo kết quả"),
    "plan.paths": _("Đặt lộ trình mười hai tháng"),
    "objective.plan": _("Sửa kế hoạch thực hiện"),
    "objective.assign": _("Giao mục tiêu"),
    "objective.count": _("Chọn cách gộp mục tiêu con"),
    "indicator.define": _("Định nghĩa chỉ tiêu"),
    "figure.record": _("Nhập kết quả"),
    "figure.correct": _("Sửa kết quả"),
    "figures.sheet": _("Nhập kết quả từ Excel"),
    "figures.total": _("Nhập số chung, thôi chờ từng kỳ"),
    "figures.remind": _("Ghi lời nhắc nhập số liệu"),
    "measure.take": _("Đo từ sổ"),
    "measure.late": _("Ghi nhận dòng về muộn"),
    "measure.agree": _("Sổ lại khớp với số đã chốt"),
    "figure.restore": _("Trở lại số nhập tay"),
    "recount.ask": _("Giao xem lại số đo từ sổ"),
    "recount.keep": _("Giữ số đang dùng"),
    "basis.keep": _("Giữ văn bản làm căn cứ của mục tiêu"),
    "basis.accept": _("Vẫn dùng văn bản làm căn cứ"),
    "basis.withdraw": _("Thôi dùng căn cứ"),
    "basis.count": _("Trả lời cách đếm theo căn cứ"),
    "basis.match": _("Xác nhận chỉ tiêu so với căn cứ"),
    "basis.undo": _("Bỏ xác nhận so với căn cứ"),
    "figure_set.freeze": _("Chốt bộ số liệu"),
    "figure_set.report": _("In báo cáo từ bộ số liệu"),
    "figure_set.export": _("Xuất bộ số liệu cho cấp trên"),
    "figure_set.public": _("Chọn bộ số liệu để công khai"),
    "trial.keep": _("Giữ lại lần thử mức, nhịp"),
    "trial.put_away": _("Cất lần thử đã giữ"),
    "trial.bring_back": _("Lấy lại lần thử đã cất"),
    "trial.carry": _("Đưa lần thử vào đợt xây dựng năm sau"),
}

KINDS: dict[str, str | Promise] = {
    "report_read": _("báo cáo có số liệu"),
    "report_line": _("số đọc từ báo cáo"),
    "report_binding": _("cách đọc đã quen"),
    **next_year_words.KINDS,
    "figure_set": _("bộ số liệu"),
    "basis": _("căn cứ của mục tiêu"),
    "kept_trial": _("lần thử đã giữ"),
}

PARTS: dict[str, str | Promise] = {
    "measurement": _("Kết quả đo"),
    "never": _("Không đề xuất nữa"),
    **next_year_words.PARTS,
    "figure_set": _("Bộ số liệu"),
    "set_digest": _("Mã kiểm của bộ"),
    "paper": _("Văn bản dùng bộ này"),
    "basis_paper": _("Căn cứ"),
    "standing": _("So với căn cứ"),
    "way": _("Khác thì làm gì"),
    "let_go": _("Kỳ thôi chờ số riêng"),
    "paths": _("Lộ trình"),
    "missing": _("Số đo chưa có số liệu"),
    "fingerprint": _("Vân tay khóa"),
}
