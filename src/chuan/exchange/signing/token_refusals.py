"""Reasons why a signing device did not sign."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class TokenSupportMissing(Refused):
    """The optional Python package for PKCS#11 is not installed."""

    what = "Máy này chưa cài phần hỗ trợ thiết bị ký."
    do = "Cài thêm: pip install chuan[token], rồi chạy lại lệnh."


@dataclass(kw_only=True, eq=False)
class ModuleUnusable(Refused):
    """The PKCS#11 library is not there or does not load."""

    what = "Không nạp được thư viện PKCS#11 “{module}”."
    do = "Chỉ đúng tệp .so hoặc .dll do nơi cấp thiết bị ký cung cấp, cùng số bit với Python trên máy."
    module: str


@dataclass(kw_only=True, eq=False)
class TokenMissing(Refused):
    """No device, or none with the label asked for."""

    what = "Không thấy thiết bị ký đang cắm vào máy."
    do = (
        "Cắm thiết bị ký (USB token, thẻ) rồi chạy lại lệnh; nếu có nhiều thiết bị, kiểm lại tên sau --token."
    )


@dataclass(kw_only=True, eq=False)
class TokensSeveral(Refused):
    """Several devices, none chosen."""

    what = "Có nhiều thiết bị ký: {labels}."
    do = "Chọn một bằng --token TÊN, rồi chạy lại lệnh."
    labels: str


@dataclass(kw_only=True, eq=False)
class TokenUnplugged(Refused):
    """The device went away, or stopped answering, while it was used."""

    what = "Thiết bị ký bị rút ra hoặc ngừng trả lời giữa chừng."
    do = "Cắm lại thiết bị rồi ký lại; văn bản nào chưa ký xong vẫn giữ nguyên như trước khi ký."


@dataclass(kw_only=True, eq=False)
class PinWrong(Refused):
    """The device did not accept the PIN. It is asked for once: repeating it would lock the device."""

    what = "Mã PIN không đúng; thiết bị sẽ tự khóa nếu sai nhiều lần."
    do = "Kiểm lại mã PIN (phím Caps Lock, bộ gõ tiếng Việt) rồi chạy lại lệnh."


@dataclass(kw_only=True, eq=False)
class PinLocked(Refused):
    """Too many wrong PINs, or a PIN that must be changed first."""

    what = "Thiết bị ký đã bị khóa mã PIN."
    do = "Mở khóa bằng phần mềm của nơi cấp thiết bị, rồi ký lại."


@dataclass(kw_only=True, eq=False)
class CertificateNone(Refused):
    """No certificate on the device has its private key there too, or none fits what was asked."""

    what = "Thiết bị ký không có chứng thư số phù hợp."
    do = "Xem các chứng thư trong thiết bị bằng chuan sign --list, rồi chọn lại bằng --certificate."


@dataclass(kw_only=True, eq=False)
class CertificatesSeveral(Refused):
    """Several certificates that could sign, none chosen."""

    what = "Thiết bị có nhiều chứng thư số: {names}."
    do = "Chọn một bằng --certificate và số sê-ri (hoặc tên) của chứng thư, rồi chạy lại lệnh."
    names: str
