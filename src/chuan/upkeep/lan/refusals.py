"""Every reason not to serve the office's network."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class AddressPublic(Refused):
    """The address is none of an office's network: anybody in the world might reach it."""

    what = "{host} không phải địa chỉ của mạng nội bộ."
    do = (
        "Chuẩn không mở máy của phường ra Internet. Bỏ --host để Chuẩn tự tìm, hoặc ghi địa chỉ bắt đầu bằng 10., "
        "172.16. đến 172.31. hay 192.168."
    )
    host: str


@dataclass(kw_only=True, eq=False)
class AddressUnread(Refused):
    """What was typed is no address."""

    what = "Chưa đọc được địa chỉ {host}."
    do = "Ghi địa chỉ IP của máy này trên mạng cơ quan, ví dụ 192.168.1.10."
    host: str


@dataclass(kw_only=True, eq=False)
class NoNetwork(Refused):
    """The machine has no address of an office's network."""

    what = "Máy này chưa có địa chỉ trên mạng nội bộ nào."
    do = "Cắm dây mạng hoặc nối Wi-Fi của cơ quan rồi chạy lại, hoặc ghi rõ --host."


@dataclass(kw_only=True, eq=False)
class KeyUnreadable(Refused):
    """A key or certificate of the house cannot be read or written."""

    what = "Không đọc, ghi được {path} ({why})."
    do = "Chạy bằng tài khoản máy đã tạo tệp ấy, hoặc trả lại quyền cho tài khoản này."
    path: str
    why: str


@dataclass(kw_only=True, eq=False)
class KeyBroken(Refused):
    """A key or certificate of the house is damaged; it is never replaced silently, as devices trust it."""

    what = "Khóa hoặc chứng thư ở {path} đã hỏng."
    do = "Đổi tên thư mục ấy rồi chạy lại: Chuẩn tạo chứng thư mới, và các máy phải tin chứng thư mới."
    path: str
