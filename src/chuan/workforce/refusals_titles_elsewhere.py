"""Reasons to say no about titles that come in by file."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NoTitleChosen(Refused):
    """A list sent without a word about any line."""

    what = "Chưa chọn dòng nào là của ai."
    do = "Chọn tên ở ít nhất một dòng rồi bấm Ghi vào sổ danh hiệu."


@dataclass(kw_only=True, eq=False)
class TitleTwice(Refused):
    """One official chosen for two lines of one title."""

    what = "{name} được chọn cho hai dòng cùng một danh hiệu."
    do = "Mỗi danh hiệu một người một dòng; để dòng thừa là bỏ qua."
    name: str


@dataclass(kw_only=True, eq=False)
class OtherDecision(Refused):
    """The register has the title by another decision."""

    what = "{name} đã có danh hiệu này trong sổ, theo {decision}."
    do = "Xem quyết định nào đúng: dòng ghi sai trong sổ thì bỏ, rồi ghi lại từ tệp."
    name: str
    decision: str
