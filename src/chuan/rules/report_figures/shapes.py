"""Whether an amount as written can be a figure of an indicator, and what is asked about its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from chuan.rules.report_figures.types import Amount, Doubt, Wanted
from chuan.rules.report_figures.units import converted, fits, same
from chuan.rules.vietnamese import decimal_text, fold, written_number


@dataclass(frozen=True, slots=True)
class Fit:
    """An indicator that the amount may be of, with its doubts."""

    key: str
    name: str
    amount: Amount
    doubts: tuple[Doubt, ...] = ()


def fitting(one: Wanted, amount: Amount, growth: int = 0) -> Fit | None:
    """The amount as a figure of the indicator, or None. ``growth``: 1 or -1 for "tăng", "giảm" before it."""
    if one.shape == "growth":
        signed = amount.value * growth if amount.value is not None and growth else None
        fit = signed is not None and amount.unit == "%"
        return Fit(one.key, one.name, replace(amount, value=signed)) if fit else None
    if growth or one.shape == "yes_no":
        return None
    if one.shape == "share":
        return _share(one, amount)
    if one.shape == "k_of_n":
        return Fit(one.key, one.name, amount) if _is_share_of_things(amount, one) else None
    if amount.is_part:
        return _first_of(one, amount)
    if one.shape == "count":
        return Fit(one.key, one.name, amount) if _counts(one, amount) else None
    return _level(one, amount)


def with_unit(one: Wanted, amount: Amount, unit: str, words: str) -> Fit | None:
    """The same for a cell, whose unit stands in another cell; "" when no cell names one.

    A share without a unit is one only where its words say so ("tỷ lệ").
    """
    if unit:
        return fitting(one, replace(amount, unit=unit))
    if amount.is_part or one.shape in ("k_of_n", "yes_no", "growth"):
        return fitting(one, amount)
    if one.shape == "share":
        says = re.search(r"tỷ\s+lệ|tỉ\s+lệ|%", words.lower()) is not None
        return _share(one, replace(amount, unit=one.unit or "%")) if says else None
    doubt = Doubt("unit_missing", {"unit": one.unit}) if one.unit else None
    return Fit(one.key, one.name, amount, (doubt,) if doubt and one.shape != "count" else ())


def _share(one: Wanted, amount: Amount) -> Fit | None:
    if amount.is_part:
        kept = amount.numerator is not None and amount.numerator <= (amount.denominator or 0)
        return (
            Fit(one.key, one.name, amount)
            if kept and amount.unit not in ("triệu đồng", "tỷ đồng", "đồng")
            else None
        )
    if amount.value is None or not fits(amount.unit, one.unit or "%"):
        return None
    value = converted(amount.value, amount.unit, one.unit or "%")
    whole = 1000 if one.unit == "‰" else 100
    return (
        Fit(one.key, one.name, replace(amount, value=value, unit=one.unit or "%"))
        if value is not None and value <= whole
        else None
    )


def _is_share_of_things(amount: Amount, one: Wanted) -> bool:
    if not amount.is_part or amount.numerator is None or amount.denominator is None:
        return False
    whole = amount.denominator > 0 and amount.numerator <= amount.denominator
    return (
        whole
        and amount.numerator.denominator == 1
        and (fits(amount.unit, one.unit) or _in_name(amount.unit, one))
    )


def _first_of(one: Wanted, amount: Amount) -> Fit | None:
    """ "7.214/8.550 triệu đồng": the first is the figure, the second what was planned."""
    alone = Amount(value=amount.numerator, unit=amount.unit)
    return (
        _level(one, alone)
        if one.shape == "level"
        else Fit(one.key, one.name, alone)
        if _counts(one, alone)
        else None
    )


def _counts(one: Wanted, amount: Amount) -> bool:
    whole = amount.value is not None and amount.value.denominator == 1 and amount.value >= 0
    return whole and bool(amount.unit) and (fits(amount.unit, one.unit) or _in_name(amount.unit, one))


def _in_name(unit: str, one: Wanted) -> bool:
    return bool(unit) and fold(unit) in fold(one.name)


def _level(one: Wanted, amount: Amount) -> Fit | None:
    if amount.value is None or not amount.unit:
        return None
    if not one.unit:
        return None
    value = converted(amount.value, amount.unit, one.unit)
    if value is None:
        return Fit(one.key, one.name, amount) if fits(amount.unit, one.unit) else None
    if same(amount.unit, one.unit):
        return Fit(one.key, one.name, replace(amount, value=value))
    return Fit(one.key, one.name, amount, (_unit_changed(amount.value, amount.unit, value, one.unit),))


def _unit_changed(written: Fraction, unit: str, value: Fraction, wanted: str) -> Doubt:
    facts = {
        "written": f"{written_number(written)} {unit}", "converted": f"{written_number(value)} {wanted}",
        "plain": f"{written_number(written)} {wanted}", "exact": decimal_text(value),
    }  # fmt: skip
    return Doubt("unit_changed", facts)
