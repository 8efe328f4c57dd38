"""Reasons to say no on slips and reminders, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NothingTyped(Refused):
    """A slip sent empty."""

    what = "Phiếu gửi đi chưa có số nào."
    do = "Ghi số vào ít nhất một ô rồi gửi; chỉ tiêu chưa có số thì để trống."


@dataclass(kw_only=True, eq=False)
class NothingBehind(Refused):
    """A reminder to somebody who owes nothing any more."""

    what = "Người này không còn số liệu nào phải nhập."
    do = "Không cần nhắc; tải lại trang để xem ai còn thiếu."
