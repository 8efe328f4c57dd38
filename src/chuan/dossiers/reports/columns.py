"""The table as it is written: which columns stand under which heads, on the page and in Excel alike."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.dossiers.reports.counting import Statistics
from chuan.dossiers.reports.figures import LATE_OUTSIDE, Counted
from chuan.ui import formatters as say

RATE = "rate"
"""The one column that is no count: solved in time of all that were judged."""


@dataclass(frozen=True)
class Column:
    """One column. ``whole`` names it outside its group; ``optional`` ones go when nothing is in them."""

    key: str
    label: str | Promise
    whole: str | Promise
    optional: bool = False


@dataclass(frozen=True)
class Group:
    """Columns under one head."""

    label: str | Promise
    columns: tuple[Column, ...]


_GROUPS = (
    Group(later("Tiếp nhận"), (
        Column("received", later("trong kỳ"), later("Tiếp nhận trong kỳ")),
        Column("carried", later("kỳ trước chuyển"), later("Kỳ trước chuyển sang")),
    )),
    Group(later("Đã giải quyết"), (
        Column("solved", later("tổng số"), later("Đã giải quyết")),
        Column("early", later("trước hạn"), later("Giải quyết trước hạn")),
        Column("on_time", later("đúng hạn"), later("Giải quyết đúng hạn")),
        Column("late", later("trễ hạn"), later("Giải quyết trễ hạn")),
        Column(LATE_OUTSIDE, later("trễ do bên ngoài"), later("Trong số trễ: do bên ngoài")),
        Column("blind", later("chưa rõ hạn"), later("Đã giải quyết, chưa rõ hạn"), optional=True),
        Column(RATE, later("tỷ lệ đúng hạn"), later("Tỷ lệ đúng hạn")),
    )),
    Group(later("Đang giải quyết cuối kỳ"), (
        Column("running", later("tổng số"), later("Đang giải quyết")),
        Column("running_within", later("trong hạn"), later("Đang giải quyết, trong hạn")),
        Column("running_late", later("quá hạn"), later("Đang giải quyết, quá hạn")),
        Column("running_blind", later("chưa rõ hạn"), later("Đang giải quyết, chưa rõ hạn"), optional=True),
    )),
    Group(later("Ngoài ra"), (
        Column("refused", later("từ chối"), later("Từ chối")),
        Column("withdrawn", later("dân rút"), later("Người dân rút")),
        Column("undated", later("xong, không ghi ngày"), later("Đã xong, không ghi ngày"), optional=True),
        Column("elsewhere", later("nhận hộ nơi khác"), later("Nhận hộ nơi khác"), optional=True),
    )),
)  # fmt: skip


def groups_of(found: Statistics) -> list[Group]:
    """The heads of the table; an optional column with nothing in it is left out."""
    return [
        Group(group.label, tuple(one for one in group.columns if not one.optional or found.total[one.key]))
        for group in _GROUPS
        if any(not one.optional or found.total[one.key] for one in group.columns)
    ]


def columns_of(found: Statistics) -> list[Column]:
    """Every column of the table, in order."""
    return [column for group in groups_of(found) for column in group.columns]


def written(column: Column, counted: Counted) -> str:
    """A cell in words of figures; no judged dossier is no rate, never 0 % or 100 %."""
    if column.key == RATE:
        return say.share(counted.in_time, counted.judged) if counted.judged else _("chưa có số liệu")
    return say.number(counted[column.key])


def label_of(key: str) -> str:
    """The name of a figure outside its group. KeyError for an unknown one."""
    return str(_NAMES[key])


_NAMES = {column.key: column.whole for group in _GROUPS for column in group.columns}
