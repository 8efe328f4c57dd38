"""The words of the house for periods, targets, verdicts, grades and days left."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.rules.targets.types import Comparator, Outcome, Quantity, Target
from chuan.rules.types import Period
from chuan.ui import formatters as say


class Sign(NamedTuple):
    """A status as it is shown: the icon and class ``shape``, and the word."""

    shape: str
    word: str | Promise


SIGNS: dict[str, Sign] = {
    Outcome.MET: Sign("met", later("Đạt")),
    Outcome.EXCEEDED: Sign("exceeded", later("Vượt")),
    Outcome.NOT_MET: Sign("not-met", later("Không đạt")),
    Outcome.ON_TRACK: Sign("on-track", later("Đúng tiến độ")),
    Outcome.AT_RISK: Sign("at-risk", later("Có nguy cơ")),
    Outcome.UNMEASURED: Sign("unmeasured", later("Chưa đo được")),
    "overdue": Sign("overdue", later("Quá hạn")),
    "due_soon": Sign("due-soon", later("Sắp đến hạn")),
    "paused": Sign("paused", later("Tạm dừng")),
    "running": Sign("running", later("Trong hạn")),
}

_GRADES: dict[str, str | Promise] = {
    "A": later("đếm từ sổ của Chuẩn"),
    "B": later("đếm từ tệp nhập"),
    "C": later("lấy từ biểu tổng hợp"),
    "D": later("báo cáo có văn bản"),
}
_BOUNDS: dict[Comparator, str | Promise] = {
    Comparator.AT_LEAST: later("ít nhất %s"),
    Comparator.MORE_THAN: later("trên %s"),
    Comparator.AT_MOST: later("tối đa %s"),
    Comparator.LESS_THAN: later("dưới %s"),
}
_ROMAN = ("I", "II", "III", "IV")


def sign(outcome: str) -> Sign:
    """Shape and word of an outcome or a clock's state; an unknown one is a KeyError, not a blank."""
    return SIGNS[outcome.replace("-", "_")]


def grade(letter: str) -> str:
    """How honest a figure is: "A đếm từ sổ của Chuẩn"."""
    return f"{letter} {_GRADES[letter]}"


def days_left(left: int, *, calendar: bool = False, working: bool = False) -> str:
    """Days to a deadline: "Còn 2 ngày", "Hôm nay", "Quá hạn 3 ngày".

    They are working days; ``calendar`` says "ngày lịch" where they are not. ``working`` says "ngày làm việc":
    for lists where both kinds stand side by side.
    """
    if left == 0:
        return _("Hôm nay")
    text = _("Còn %(n)s %(days)s") if left > 0 else _("Quá hạn %(n)s %(days)s")
    return text % {"n": say.number(abs(left)), "days": _("ngày làm việc") if working else _days(calendar)}


def days_late(late: int, *, calendar: bool = False) -> str:
    """How late a settled case was: "Trễ 2 ngày"; 0 is "Đúng hạn"; below 0 "Trước hạn 1 ngày"."""
    if late == 0:
        return _("Đúng hạn")
    text = _("Trễ %(n)s %(days)s") if late > 0 else _("Trước hạn %(n)s %(days)s")
    return text % {"n": say.number(abs(late)), "days": _days(calendar)}


def period(of: Period, *, with_year: bool = False, cumulative: bool = False) -> str:
    """The name of a period: "tháng 3", "quý I", "9 tháng", "năm 2021", "từ 01/01 đến 30/09/2021".

    ``cumulative`` calls January to March "3 tháng", not "quý I"; ``with_year`` adds the
    year where the name does not hold it.
    """
    months = _whole_months(of)
    if months == 12 and of.start.month == 1:
        return _("năm %(year)s") % {"year": of.start.year}
    name = _part_of_year(of.start.month, months, cumulative)
    if not name:
        return say.span_of_days(of.start, of.end)
    return _with_year(name, of.start.year) if with_year else name


def _with_year(name: str, year: int) -> str:
    """ "tháng 3 năm 2021", but "6 tháng đầu năm 2021": the word is not said twice."""
    facts = {"name": name, "year": year}
    return (_("%(name)s %(year)s") if name.endswith(_("năm")) else _("%(name)s năm %(year)s")) % facts


def target(promised: Target) -> str:
    """A promise in words, never in signs: "trên 95 %", "tăng 15 %", "9/10 TDP"."""
    match promised.quantity:
        case Quantity.NONE:
            return _("thực hiện thường xuyên")
        case Quantity.YES_NO:
            return _("được công nhận")
        case Quantity.K_OF_N:
            return _k_of_n(promised)
        case Quantity.GROWTH:
            return _change(promised, _("tăng"), _("tăng, chưa có mức"))
        case Quantity.DECREASE:
            return _change(promised, _("giảm"), _("giảm, chưa có mức"))
    return _amount(promised)


def _days(calendar: bool) -> str:
    return _("ngày lịch") if calendar else _("ngày")


def _whole_months(of: Period) -> int:
    """How many whole months of one year the period is; 0 when it is not."""
    last = of.end - timedelta(days=1)
    whole = of.start.day == 1 and of.end.day == 1 and last.year == of.start.year
    return last.month - of.start.month + 1 if whole else 0


def _part_of_year(first: int, months: int, cumulative: bool) -> str:
    if months == 1:
        return _("tháng %(n)s") % {"n": first}
    if months == 3 and first % 3 == 1 and not (cumulative and first == 1):
        return _("quý %(n)s") % {"n": _ROMAN[first // 3]}
    if months == 6 and first in (1, 7):
        return _("6 tháng đầu năm") if first == 1 else _("6 tháng cuối năm")
    return _("%(n)s tháng") % {"n": months} if months and first == 1 else ""


def _k_of_n(promised: Target) -> str:
    if promised.k is None or promised.n is None:
        return _("chưa có mức")
    figure = say.with_unit(say.fraction(promised.k, promised.n), promised.unit)
    exact_words = promised.comparator in (None, Comparator.AT_LEAST)
    return figure if exact_words else _bounded(promised, figure)


def _change(promised: Target, verb: str, unknown: str) -> str:
    if promised.value is None and promised.low is None:
        return unknown
    if promised.comparator in (None, Comparator.AT_LEAST):
        return f"{verb} {_figure(promised, promised.value)}"
    return f"{verb} {_bounded(promised, _figure(promised, promised.value))}"


def _amount(promised: Target) -> str:
    if promised.value is None and promised.low is None:
        return _("chưa có mức")
    if promised.quantity != Quantity.SHARE and _is_none_allowed(promised):
        return _("không để phát sinh")
    figure = _figure(promised, promised.value)
    if promised.quantity == Quantity.SHARE and promised.value == 100:
        return figure
    return _bounded(promised, figure)


def _is_none_allowed(promised: Target) -> bool:
    """At most nought, or fewer than one where whole things are counted."""
    if promised.comparator == Comparator.AT_MOST:
        return promised.value == 0
    return promised.quantity == Quantity.COUNT and (promised.comparator, promised.value) == (
        Comparator.LESS_THAN,
        Fraction(1),
    )


def _bounded(promised: Target, figure: str) -> str:
    if promised.comparator is None:
        return figure
    if promised.comparator == Comparator.BETWEEN:
        high = _figure(promised, promised.high)
        return _("từ %(low)s đến %(high)s") % {"low": say.number(promised.low), "high": high}
    return str(_BOUNDS[promised.comparator]) % figure


def _figure(promised: Target, value: Fraction | None) -> str:
    return say.with_unit(say.number(value), promised.unit)
