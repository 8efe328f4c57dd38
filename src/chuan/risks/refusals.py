"""Reasons to say no about context, parties and risks that are no matter of rules alone."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class WordsMissing(Refused):
    """Nothing was written."""

    what = "Chưa ghi {missing}."
    do = "Ghi một câu, để người xem sau hiểu được."
    missing: str


@dataclass(kw_only=True, eq=False)
class OverAlready(Refused):
    """It ended before."""

    what = "Dòng này đã thôi trước đó."
    do = "Mở lại trang để xem hiện trạng; muốn ghi lại thì thêm dòng mới."


@dataclass(kw_only=True, eq=False)
class PartyNamedAlready(Refused):
    """Another standing party bears the name."""

    what = "Bên “{name}” đã có trong danh sách."
    do = "Thêm yêu cầu vào bên ấy, hoặc ghi tên khác."
    name: str


@dataclass(kw_only=True, eq=False)
class PlaceUnsaid(Refused):
    """What is answered is answered somewhere."""

    what = "Đã đáp ứng thì phải nêu đáp ứng ở đâu."
    do = "Ghi quy trình, tài liệu hoặc trang nào; hoặc chọn chưa đáp ứng."


@dataclass(kw_only=True, eq=False)
class TouchesNothing(Refused):
    """A risk of nothing in particular."""

    what = "Chưa nói rủi ro, cơ hội này của quá trình hay mục tiêu nào."
    do = "Chọn một quá trình, một mục tiêu, hoặc cả hai."


@dataclass(kw_only=True, eq=False)
class ActionOver(Refused):
    """The action was done or dropped before."""

    what = "Hành động này đã xong hoặc đã thôi."
    do = "Mở lại trang để xem hiện trạng; cần làm nữa thì thêm hành động mới."


@dataclass(kw_only=True, eq=False)
class NothingToReview(Refused):
    """Nothing is written yet."""

    what = "Chưa có dòng nào để rà soát."
    do = "Thêm dòng trước."
