"""What a person puts in, checked and brought to exact numbers by the shape of the indicator. No database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.files.models import Blob
from chuan.objectives.frozen import FrozenRow, of_names
from chuan.objectives.models import Indicator
from chuan.objectives.refusals import FigureMissing, FigureOutOfRange
from chuan.rules import refusals
from chuan.rules.targets.types import Combine
from chuan.rules.vietnamese import written_number

_LONGEST = 40
"""Digits that a figure may have; the column holds sixty characters of numerator and denominator."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure as put in: which fields are needed depends on the shape of the indicator.

    share: numerator and denominator (or ``value`` in per cent where periods are not added
    up); level, growth: value; count: numerator or value; k_of_n: rows (name, kept), or
    numerator and denominator; yes_no: yes_no.
    """

    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    yes_no: bool | None = None
    rows: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a figure was taken from: a kept file with its name, or a document by its citation."""

    blob: Blob | None = None
    name: str = ""
    note: str = ""

    @property
    def is_there(self) -> bool:
        """Whether anything was given."""
        return self.blob is not None or bool(self.note.strip())


@dataclass(frozen=True, slots=True)
class Figure:
    """A checked figure: what a measurement keeps."""

    numerator: Fraction
    denominator: Fraction | None = None
    counted: bool = True
    rows: tuple[FrozenRow, ...] = ()

    @property
    def value(self) -> Fraction | None:
        """In the indicator's unit as far as its shape alone tells: a share in per cent; None for 0/0."""
        if self.denominator is None:
            return self.numerator
        return self.numerator * 100 / self.denominator if self.denominator else None


def checked(indicator: Indicator, typed: Typed) -> Figure:
    """The figure that was typed. Raises ``FigureMissing``, ``FigureOutOfRange``, ``DenominatorMissing``,
    ``NumeratorOverDenominator``."""
    for number in (typed.numerator, typed.denominator, typed.value):
        _writable(number)
    return _SHAPES[indicator.shape](indicator, typed)


def _level(indicator: Indicator, typed: Typed) -> Figure:
    value = typed.value if typed.value is not None else typed.numerator
    if value is None:
        raise FigureMissing(needed=_("kết quả"))
    return Figure(value)


def _count(indicator: Indicator, typed: Typed) -> Figure:
    figure = _level(indicator, typed)
    _whole(figure.numerator, _("số đếm (số nguyên, không âm)"))
    return figure


def _yes_no(indicator: Indicator, typed: Typed) -> Figure:
    if typed.yes_no is None:
        raise FigureMissing(needed=_("kết quả: đã có hay chưa"))
    return Figure(Fraction(typed.yes_no))


def _k_of_n(indicator: Indicator, typed: Typed) -> Figure:
    if typed.rows:
        return _named(typed.rows)
    if typed.numerator is None or typed.denominator is None:
        raise FigureMissing(needed=_("số đạt và tổng số"))
    _whole(typed.numerator, _("số đếm (số nguyên, không âm)"))
    _whole(typed.denominator, _("số đếm (số nguyên, không âm)"))
    if typed.denominator == 0:
        raise FigureOutOfRange(typed="0", needed=_("tổng số (phải lớn hơn 0)"))
    return _part(typed.numerator, typed.denominator)


def _named(rows: Sequence[tuple[str, bool]]) -> Figure:
    names = [" ".join(name.split()) for name, kept in rows]
    twice = next((name for name in names if names.count(name) > 1 or not name), None)
    if twice is not None:
        raise FigureOutOfRange(typed=twice, needed=_("một tên dùng được (mỗi tên ghi một lần)"))
    kept = sum(kept for _name, kept in rows)
    frozen = of_names(zip(names, (kept for _name, kept in rows), strict=True))
    return Figure(Fraction(kept), Fraction(len(rows)), rows=tuple(frozen))


def _share(indicator: Indicator, typed: Typed) -> Figure:
    if typed.numerator is not None and typed.denominator is not None:
        for number in (typed.numerator, typed.denominator):
            if number < 0:
                raise FigureOutOfRange(typed=written_number(number), needed=_("số không âm"))
        return _part(typed.numerator, typed.denominator)
    if typed.value is None and typed.numerator is None:
        raise FigureMissing(needed=_("phần đạt và tổng số"))
    if typed.value is None or typed.numerator is not None or indicator.combine == Combine.RATIO:
        raise refusals.DenominatorMissing()
    whole = 1000 if indicator.measured_in == "‰" else 100
    if typed.value > whole:
        raise FigureOutOfRange(typed=written_number(typed.value), needed=_("một tỷ lệ (không quá 100 %)"))
    return Figure(typed.value, Fraction(whole), counted=False)


_SHAPES = {
    "share": _share,
    "level": _level,
    "growth": _level,
    "count": _count,
    "k_of_n": _k_of_n,
    "yes_no": _yes_no,
}


def _part(numerator: Fraction, denominator: Fraction) -> Figure:
    """A part of a whole. Nothing of nothing is a period without cases, not an error."""
    if numerator > denominator:
        raise refusals.NumeratorOverDenominator(
            numerator=written_number(numerator), denominator=written_number(denominator)
        )
    return Figure(numerator, denominator)


def _whole(number: Fraction, needed: str) -> None:
    if number < 0 or number.denominator != 1:
        raise FigureOutOfRange(typed=written_number(number), needed=needed)


def _writable(number: Fraction | None) -> None:
    if number is not None and len(str(number)) > _LONGEST:
        raise FigureOutOfRange(typed=f"{str(number)[:20]}…", needed=_("con số dùng được (quá nhiều chữ số)"))
