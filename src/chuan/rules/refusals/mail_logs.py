"""Refusals about logs of mail servers: only senders and months are read of them."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class MailLogUnknown(Refused):
    """None of the formats that are read."""

    what = "“{name}” không phải nhật ký thư mà Chuẩn biết đọc (Postfix, Zimbra, Exchange)."
    do = (
        "Xin người quản trị máy chủ thư tệp mail.log, mailbox.log hoặc tệp theo dõi thư (message tracking) dạng CSV. "
        "Nếu chỉ có bảng tổng hợp theo hộp thư thì nhập bảng ấy ở trang Nhập từ tệp."
    )
    name: str


@dataclass(kw_only=True, eq=False)
class MailLogWithoutOurs(Refused):
    """A log in which nobody of the asked domains sent anything."""

    what = "Không thấy thư nào gửi từ “{domains}” trong nhật ký “{name}” ({lines} dòng)."
    do = "Xem lại tên miền (phần sau @ của hộp thư công vụ), hoặc xin đúng nhật ký của máy chủ gửi thư."
    name: str
    domains: str
    lines: int


@dataclass(kw_only=True, eq=False)
class MailLogTooBig(Refused):
    """Over the limit before it is opened; sizes in whole megabytes."""

    what = "Nhật ký nặng {megabytes} MB, mức nhận tối đa ở trang này là {limit} MB."
    do = (
        "Nén nhật ký thành tệp .gz rồi đưa lên; hoặc nhờ người quản trị chạy lệnh chuan mail-log trên máy chủ "
        "và đưa lên bảng đã đếm."
    )
    megabytes: int
    limit: int


@dataclass(kw_only=True, eq=False)
class MailLogTooSlow(Refused):
    """Counting did not end in time."""

    what = "Đếm nhật ký “{name}” quá {seconds} giây mà chưa xong nên đã dừng."
    do = "Tách nhật ký theo từng tháng rồi đưa lên lần lượt, hoặc chạy lệnh chuan mail-log."
    name: str
    seconds: int


@dataclass(kw_only=True, eq=False)
class MailDomainWrong(Refused):
    """No domain, or something that is none."""

    what = "“{typed}” không phải tên miền thư."
    do = "Ghi phần sau @ của hộp thư công vụ, ví dụ bachong.example.vn; nhiều tên miền thì cách nhau bằng dấu phẩy."
    typed: str


@dataclass(kw_only=True, eq=False)
class TooManyBoxes(Refused):
    """More senders than any office has: the domain is that of a whole country."""

    what = "Nhật ký có hơn {limit} hộp thư của tên miền ấy, nhiều hơn số hộp thư của một đơn vị."
    do = "Ghi tên miền hẹp hơn, hoặc xin nhật ký chỉ của đơn vị mình."
    limit: int


@dataclass(kw_only=True, eq=False)
class MailLogTellsSignIns(Refused):
    """Mails were asked for, and the log tells of sign-ins only."""

    what = "“{name}” chỉ ghi đăng nhập, không ghi thư đã gửi."
    do = "Chọn đếm lượt vào hộp thư; hoặc xin thêm mail.log, mailbox.log để đếm thư."
    name: str


@dataclass(kw_only=True, eq=False)
class NoSignInsTold(Refused):
    """Sign-ins were asked for, and the log is none that tells of them."""

    what = "“{name}” không ghi lượt vào hộp thư theo cách Chuẩn biết đọc."
    do = "Xin người quản trị máy chủ Zimbra tệp audit.log; nhật ký của máy chủ khác thì chọn đếm thư đã gửi."
    name: str


@dataclass(kw_only=True, eq=False)
class NobodySignedIn(Refused):
    """A log of sign-ins in which nobody of the asked domains came in."""

    what = "Không thấy ai của “{domains}” vào hộp thư trong nhật ký “{name}” ({lines} dòng)."
    do = "Xem lại tên miền (phần sau @ của hộp thư công vụ), hoặc xin đúng nhật ký của máy chủ thư."
    name: str
    domains: str
    lines: int
