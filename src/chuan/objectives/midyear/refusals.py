"""Reasons to say no to a total of months gone by, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NothingBefore(Refused):
    """No period of the indicator waits before the start: somebody was quicker, or a register counts it."""

    what = "“{name}” không còn tháng nào chờ số trước tháng bắt đầu."
    do = "Tải lại trang để xem chỉ tiêu nào còn chờ."
    name: str


@dataclass(kw_only=True, eq=False)
class TotalMissing(Refused):
    """Months are not let go without the figure that stands for them."""

    what = "Chưa có số cộng dồn của “{name}”."
    do = "Ghi số và văn bản rồi gửi; chưa có số thì để trống, các tháng vẫn chờ."
    name: str


@dataclass(kw_only=True, eq=False)
class NoTotalTyped(Refused):
    """The page sent empty."""

    what = "Chưa có số nào được ghi."
    do = "Ghi số vào ít nhất một ô rồi gửi; chỉ tiêu chưa có số thì để trống."
