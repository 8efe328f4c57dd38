"""Refusals of the machine itself: a disk that takes no more, or gives back what it should not."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class DiskFull(Refused):
    """No room left, or the quota is used up."""

    what = "Ổ đĩa của máy chủ đã đầy nên việc vừa rồi chưa được lưu; những gì đã lưu trước đó vẫn còn nguyên."
    do = "Báo người quản trị dọn bớt ổ đĩa rồi làm lại."


@dataclass(kw_only=True, eq=False)
class DiskReadOnly(Refused):
    """The disk, the folder or the database takes no writing."""

    what = "Ổ đĩa của máy chủ đang chỉ cho đọc nên việc vừa rồi chưa được lưu; những gì đã lưu trước đó vẫn còn nguyên."
    do = "Báo người quản trị kiểm quyền ghi của thư mục dữ liệu và tình trạng ổ đĩa rồi làm lại."


@dataclass(kw_only=True, eq=False)
class DiskFails(Refused):
    """The disk reports errors, or the database on it is damaged."""

    what = "Ổ đĩa hoặc cơ sở dữ liệu của máy chủ đang báo lỗi nên việc vừa rồi chưa được lưu."
    do = "Báo người quản trị ngay: chạy chuan doctor, và nếu cần thì phục hồi từ bản sao lưu gần nhất."
