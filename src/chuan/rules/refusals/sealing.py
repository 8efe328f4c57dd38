"""Refusals about sealed files: identities and papers that only named persons may open."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class SealBroken(Refused):
    """A sealed file was changed, cut short, put in another order, or opened with another key."""

    what = "Tệp niêm phong không còn nguyên vẹn hoặc không đúng khóa nên không mở được."
    do = "Không dùng tệp này; báo người quản trị lấy lại từ bản sao lưu và đối chiếu nhật ký."


@dataclass(kw_only=True, eq=False)
class SealKeyMissing(Refused):
    """The key that sealed a file is not on this machine. ``key`` is its name, not a secret."""

    what = "Máy này không có khóa niêm phong “{key}”."
    do = "Báo người quản trị đặt lại tệp khóa niêm phong từ bản cất riêng, rồi mở lại."
    key: str


@dataclass(kw_only=True, eq=False)
class SealKeysUnsafe(Refused):
    """The file of keys may be read by others, or is not a file of keys."""

    what = "Tệp khóa niêm phong hỏng, hoặc người khác trên máy cũng đọc được."
    do = "Người quản trị đặt quyền chỉ tài khoản chạy phần mềm đọc được, hoặc lấy lại tệp khóa từ bản cất riêng."
