"""The words of the trail for signing in, factors, sessions. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "sign_in": _("Đăng nhập"),
    "fail_sign_in": _("Đăng nhập sai"),
    "close_name": _("Tạm khóa vì sai nhiều lần"),
    "sign_out": _("Đăng xuất"),
    "change_password": _("Đổi mật khẩu"),
    "rescue_account": _("Cứu tài khoản từ máy chủ"),
    "fail_code": _("Nhập sai mã xác thực"),
    "close_codes": _("Tạm khóa mã xác thực vì sai nhiều lần"),
    "set_up_factor": _("Thiết lập xác thực hai lớp"),
    "turn_off_factor": _("Tắt xác thực hai lớp"),
    "take_away_factor": _("Bỏ xác thực cũ của người khác"),
    "renew_recovery_codes": _("Lập danh sách mã dự phòng mới"),
    "use_recovery_code": _("Dùng một mã dự phòng"),
    "add_passkey": _("Thêm khóa truy cập"),
    "remove_passkey": _("Bỏ khóa truy cập"),
    "remember_computer": _("Nhớ máy cơ quan trong ca"),
    "forget_computer": _("Thôi nhớ máy cơ quan"),
    "end_session": _("Kết thúc một phiên đăng nhập"),
    "end_other_sessions": _("Kết thúc các phiên đăng nhập khác"),
    "end_sessions_of": _("Kết thúc mọi phiên của người khác"),
    "link_identity": _("Liên kết đăng nhập chung"),
    "unlink_identity": _("Bỏ liên kết đăng nhập chung"),
    "choose_sign_in": _("Chọn cách đăng nhập của đơn vị"),
}
