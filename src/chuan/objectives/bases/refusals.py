"""Reasons to say no to a comparison, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NoPromiseRead(Refused):
    """A paper in which no level is read cannot be compared."""

    what = "Không đọc ra chỉ tiêu nào có mức trong văn bản này."
    do = "Dán đúng đoạn liệt kê chỉ tiêu, mỗi chỉ tiêu một dòng, giữ nguyên câu của văn bản."
