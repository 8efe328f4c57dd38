"""Every reason to say no that concerns second factors, sessions and outside sign-in, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class CodeWrong(Refused):
    """Neither the app's code of this moment nor an unused recovery code."""

    what = "Mã chưa đúng hoặc đã dùng."
    do = "Đợi ứng dụng hiện mã mới rồi nhập lại; còn {left} lần thử."
    left: int


@dataclass(kw_only=True, eq=False)
class CodesClosed(Refused):
    """Too many wrong codes in a row (OWASP ASVS 5.0, 6.6.3)."""

    what = "Mã xác thực tạm khóa vì nhập sai nhiều lần."
    do = "Đợi {minutes} phút rồi nhập lại; mất điện thoại thì nhờ người quản trị bỏ xác thực cũ."
    minutes: int


@dataclass(kw_only=True, eq=False)
class FirstCodeWrong(Refused):
    """The first code of an app that is being set up."""

    what = "Mã chưa khớp với khóa đang hiện."
    do = "Xem giờ của điện thoại có đúng không, đợi mã mới rồi nhập lại."


@dataclass(kw_only=True, eq=False)
class FactorUnreadable(Refused):
    """The installation's secret key is not the one the secret was encrypted with."""

    what = "Không đọc được khóa xác thực đã lưu: khóa bí mật của máy chủ đã đổi."
    do = "Dùng một mã dự phòng, hoặc nhờ người quản trị bỏ xác thực cũ rồi thiết lập lại."


@dataclass(kw_only=True, eq=False)
class FactorExists(Refused):
    """An app is set up already."""

    what = "Tài khoản đã có ứng dụng xác thực."
    do = "Tắt ứng dụng đang dùng trước, rồi thiết lập lại."


@dataclass(kw_only=True, eq=False)
class NoFactor(Refused):
    """There is nothing to turn off or to renew."""

    what = "{name} chưa thiết lập xác thực hai lớp."
    do = "Không phải làm gì."
    name: str


@dataclass(kw_only=True, eq=False)
class FactorRequired(Refused):
    """The unit requires a second factor of this person."""

    what = "Đơn vị yêu cầu vai trò này xác thực hai lớp, nên chưa tắt được."
    do = "Đổi điện thoại thì nhờ người quản trị bỏ xác thực cũ, rồi đăng nhập và thiết lập lại."


@dataclass(kw_only=True, eq=False)
class NotOnOneself(Refused):
    """An administrator takes away other people's factors; his own he turns off on his page."""

    what = "Không tự bỏ xác thực của mình ở đây."
    do = "Dùng trang Tài khoản của tôi, hoặc nhờ {who} khác."
    who: str


@dataclass(kw_only=True, eq=False)
class FactorReasonMissing(Refused):
    """Taking away a factor weakens an account; why is written down."""

    what = "Chưa ghi lý do bỏ xác thực."
    do = "Ghi ngắn, ví dụ “mất điện thoại, đã gặp trực tiếp để nhận ra người”."


@dataclass(kw_only=True, eq=False)
class SignInStale(Refused):
    """Too long between the password and the code."""

    what = "Đã quá lâu từ khi nhập mật khẩu."
    do = "Đăng nhập lại từ đầu."


@dataclass(kw_only=True, eq=False)
class SessionGone(Refused):
    """The session has ended already."""

    what = "Phiên này đã kết thúc."
    do = "Không phải làm gì."


@dataclass(kw_only=True, eq=False)
class PasskeyRefused(Refused):
    """The device's answer does not hold."""

    what = "Khóa truy cập chưa được chấp nhận."
    do = "Thử lại; nếu vẫn không được, dùng mã của ứng dụng hoặc mã dự phòng."


@dataclass(kw_only=True, eq=False)
class OutsideSignInRefused(Refused):
    """What the provider answered does not prove who it is. ``why`` is for the server's log, not for the screen."""

    what = "Hệ thống đăng nhập chung không trả lời được điều cần để nhận ra người đăng nhập."
    do = "Thử lại; nếu vẫn không được, đăng nhập bằng mật khẩu hoặc báo người quản trị."
    why: str


@dataclass(kw_only=True, eq=False)
class OutsideAccountUnknown(Refused):
    """The provider knows the person; no account here belongs to that name."""

    what = "Chưa có tài khoản nào ở đây gắn với tên đăng nhập chung này."
    do = "Nhờ người quản trị của đơn vị cấp tài khoản với đúng tên đó."


@dataclass(kw_only=True, eq=False)
class ProofMissing(Refused):
    """A fresh proof is asked for and none was given."""

    what = "Việc này cần xác nhận lại."
    do = "Nhập mật khẩu hoặc mã xác thực rồi làm tiếp."
