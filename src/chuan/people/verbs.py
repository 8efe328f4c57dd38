"""The words the trail's page says for each verb, each kind of subject and each name inside a detail.

One table for the whole house, as the doors are: the trail stores the code's own words, which never
change; what is shown may. A guard test holds that no verb written anywhere is missing here.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, str | Promise]

VERBS: Words = {
    "sign_in": _("Đăng nhập"),
    "fail_sign_in": _("Đăng nhập sai"),
    "close_name": _("Tạm khóa vì sai nhiều lần"),
    "sign_out": _("Đăng xuất"),
    "change_password": _("Đổi mật khẩu"),
    "issue_account": _("Cấp tài khoản"),
    "issue_password": _("Cấp lại mật khẩu"),
    "close_account": _("Đóng tài khoản"),
    "found_unit": _("Lập đơn vị"),
    "add_official": _("Thêm cán bộ"),
    "open_post": _("Lập chức danh"),
    "appoint": _("Bổ nhiệm"),
    "end_appointment": _("Thôi giữ chức danh"),
    "grant_role": _("Giao vai trò"),
    "withdraw_role": _("Thôi giao vai trò"),
    "load_example": _("Nạp dữ liệu minh họa"),
    "document.receive": _("Nhận văn bản"),
    "reading.again": _("Đọc lại"),
    "reading.answer": _("Trả lời câu hỏi của bản đọc"),
    "reading.edit": _("Sửa bản đọc"),
    "reading.split_line": _("Tách dòng của bản đọc"),
    "reading.join_lines": _("Gộp dòng của bản đọc"),
    "reading.add_target": _("Thêm số đo vào bản đọc"),
    "reading.drop_target": _("Bỏ số đo khỏi bản đọc"),
    "reading.confirm": _("Xác nhận bản đọc"),
    "reading.reopen": _("Mở lại bản đọc"),
    "plan.make": _("Lập kế hoạch mục tiêu"),
    "plan.adopt": _("Nhận đề xuất cho kế hoạch"),
    "plan.report": _("In báo cáo kết quả"),
    "objective.plan": _("Sửa kế hoạch thực hiện"),
    "objective.assign": _("Giao mục tiêu"),
    "objective.count": _("Chọn cách gộp mục tiêu con"),
    "indicator.define": _("Định nghĩa chỉ tiêu"),
    "figure.record": _("Nhập kết quả"),
    "figure.correct": _("Sửa kết quả"),
    "figures.sheet": _("Nhập kết quả từ Excel"),
    "measure.take": _("Đo từ sổ"),
    "measure.late": _("Ghi nhận dòng về muộn"),
    "calendar.confirm": _("Xác nhận lịch năm"),
    "calendar.set_days": _("Sửa ngày trong lịch"),
    "calendar.set_hours": _("Đặt giờ làm việc"),
    "law.set_value": _("Đặt quy định riêng của đơn vị"),
    "measure.agree": _("Sổ lại khớp với số đã chốt"),
    "figure.restore": _("Trở lại số nhập tay"),
    "recount.ask": _("Giao xem lại số đo từ sổ"),
    "recount.keep": _("Giữ số đang dùng"),
    "procedures.import": _("Nhập danh mục thủ tục"),
    "procedures.confirm": _("Xác nhận một nhóm thủ tục"),
    "procedures.propose": _("Đọc đề xuất từ quyết định"),
    "procedure.correct": _("Sửa đề xuất thủ tục"),
    "procedure.confirm": _("Xác nhận thủ tục"),
    "procedure.reject": _("Không dùng đề xuất thủ tục"),
    "procedure.end": _("Kết thúc hiệu lực thủ tục"),
    "procedure_change.take": _("Áp dụng đề xuất thay đổi thủ tục"),
    "procedure_change.dismiss": _("Không áp dụng đề xuất thay đổi thủ tục"),
}

KINDS: Words = {
    "account": _("tài khoản"),
    "official": _("cán bộ"),
    "post": _("chức danh"),
    "unit": _("đơn vị"),
    "unknown_name": _("tên không có tài khoản"),
    "procedure": _("thủ tục"),
    "procedure_change": _("đề xuất thay đổi thủ tục"),
    "document": _("văn bản"),
    "reading": _("bản đọc"),
    "plan": _("kế hoạch"),
    "objective": _("mục tiêu"),
    "indicator": _("chỉ tiêu"),
    "measurement": _("kết quả đo"),
    "target": _("mức phải đạt"),
    "figure_due": _("kỳ phải nhập"),
    "recount": _("việc xem lại số đo"),
}

PARTS: Words = {
    "days": _("Các ngày"),
    "hours": _("Giờ làm việc"),
    "known_since": _("Biết từ ngày"),
    "key": _("Nội dung"),
    "moved": _("Số hạn đã đổi"),
    "before": _("Trước"),
    "after": _("Sau"),
    "name": _("Tên"),
    "title": _("Tên"),
    "kind": _("Loại"),
    "code": _("Mã"),
    "post": _("Chức danh"),
    "role": _("Vai trò"),
    "since": _("Từ ngày"),
    "until": _("Thôi từ ngày"),
    "citation": _("Văn bản"),
    "official": _("Cán bộ"),
    "username": _("Tên đăng nhập"),
    "reopened": _("Mở lại"),
    "reason": _("Lý do"),
    "on": _("Ngày"),
    "changes": _("Thay đổi"),
    "answers": _("Trả lời"),
    "answer": _("Trả lời"),
    "filled": _("Đã điền"),
    "groups": _("Nhóm"),
    "period": _("Kỳ"),
    "value": _("Giá trị"),
    "numerator": _("Phần đạt"),
    "denominator": _("Tổng số"),
    "grade": _("Hạng"),
    "version": _("Lần"),
    "year": _("Năm"),
    "owner": _("Phụ trách"),
    "due": _("Hạn"),
    "indicator": _("Chỉ tiêu"),
    "file": _("Tệp"),
    "number": _("Số"),
    "symbol": _("Ký hiệu"),
    "stage": _("Ước hay chính thức"),
    "cumulative": _("Cộng dồn"),
    "evidence": _("Minh chứng"),
    "heads": _("Đầu chuỗi đã in"),
    "sha256": _("Mã băm tệp"),
    "judged_on": _("Xét đến ngày"),
}

VALUES: Words = {
    "estimate": _("ước"),
    "official": _("chính thức"),
}
"""Stored words that a reader is shown in Vietnamese."""

PLAIN = frozenset({"year", "version"})
"""Parts whose numbers are names, not amounts: no dots between the thousands."""


def say(words: Words, code: str) -> str:
    """The words for a code; the code itself where there are none, so that nothing is hidden."""
    return str(words.get(code, code))
