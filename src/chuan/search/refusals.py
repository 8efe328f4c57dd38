"""Why a search is not made."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NothingToSearch(Refused):
    """Signs only: dots, strokes, quotes."""

    what = "Câu tìm chưa có chữ hoặc số nào."
    do = "Gõ một vài từ trong tên, trích yếu, hoặc số ký hiệu như 148/QĐ-UBND."


@dataclass(kw_only=True, eq=False)
class SearchTooLong(Refused):
    """More than anybody types: a page pasted into the box."""

    what = "Câu tìm dài quá."
    do = "Chỉ giữ lại vài từ dễ nhận ra nhất, nhiều nhất là {most} từ."
    most: int
