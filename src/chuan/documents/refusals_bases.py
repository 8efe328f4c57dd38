"""Why something is not done to the register of legal bases."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ActHeldAlready(Refused):
    """An act of this number and day stands in the register."""

    what = "Sổ căn cứ đã có {name}."
    do = "Mở văn bản ấy để sửa, không ghi thêm lần nữa."
    name: str


@dataclass(kw_only=True, eq=False)
class EndNeedsSource(Refused):
    """Nobody ends an act without naming what ended it."""

    what = "Chưa nêu văn bản làm cho căn cứ này hết hiệu lực."
    do = "Ghi số, ký hiệu của văn bản thay thế hoặc bãi bỏ, hoặc điều khoản tự hết hiệu lực."


@dataclass(kw_only=True, eq=False)
class EndBeforeStart(Refused):
    """An act cannot end before it began."""

    what = "Ngày hết hiệu lực không sau ngày có hiệu lực."
    do = "Xem lại hai ngày rồi ghi lại."


@dataclass(kw_only=True, eq=False)
class DependentNeedsAnswer(Refused):
    """What was done about a dependent document has to be said."""

    what = "Chưa nói đã làm gì với văn bản này."
    do = "Chọn văn bản đã thay nó, hoặc ghi lý do không cần sửa."


@dataclass(kw_only=True, eq=False)
class AlreadySettled(Refused):
    """Somebody else has answered meanwhile."""

    what = "Việc này đã có người ghi."
    do = "Tải lại trang để xem điều đã ghi."
