"""A target as cells of text: Phép so, Mức, Đơn vị, what it is counted from, and the rest. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.rules.refusals import (
    KOfNUnreadable,
    NumberUnreadable,
    NumeratorOverDenominator,
    RangeUnreadable,
    Refused,
    TextTooLongForField,
)
from chuan.rules.targets.types import Baseline, Comparator, Direction, Horizon, Quantity, Target
from chuan.rules.vietnamese import parse_number, written_number

Text = str | Promise

_BOUNDS: dict[str, Text] = {
    Comparator.AT_LEAST: _("ít nhất"),
    Comparator.MORE_THAN: _("trên"),
    Comparator.AT_MOST: _("tối đa"),
    Comparator.LESS_THAN: _("dưới"),
    Comparator.BETWEEN: _("trong khoảng"),
}
_FAMILIES = {Quantity.GROWTH: _("tăng"), Quantity.DECREASE: _("giảm"), Quantity.K_OF_N: _("k trên n")}

OPERATIONS: dict[str, Text] = {
    **_BOUNDS,
    "growth": _("tăng"),
    "growth:more_than": _("tăng trên"),
    "growth:at_most": _("tăng tối đa"),
    "growth:less_than": _("tăng dưới"),
    "growth:between": _("tăng trong khoảng"),
    "decrease": _("giảm"),
    "decrease:more_than": _("giảm trên"),
    "decrease:at_most": _("giảm tối đa"),
    "decrease:less_than": _("giảm dưới"),
    "decrease:between": _("giảm trong khoảng"),
    "k_of_n": _("k trên n"),
    "yes_no": _("được công nhận"),
    "none": _("giữ nguyên chữ"),
}
HORIZONS: dict[str, Text] = {
    Horizon.AT_END: _("cuối năm"),
    Horizon.ACCUMULATED: _("cộng dồn cả năm"),
    Horizon.EVERY_PERIOD: _("từng kỳ"),
}
DIRECTIONS: dict[str, Text] = {
    Direction.HIGHER: _("cao hơn là tốt"),
    Direction.LOWER: _("thấp hơn là tốt"),
    Direction.NEITHER: _("không xét"),
}
PARTS: dict[str, Text] = {
    "op": _("Phép so"),
    "value": _("Mức"),
    "unit": _("Đơn vị"),
    "base": _("So với"),
    "basevalue": _("Mức để so"),
    "horizon": _("Xét vào lúc"),
    "direction": _("Hướng tốt"),
    "scope": _("Phạm vi"),
    "excludes": _("Loại trừ"),
    "conditions": _("Điều kiện"),
}
_LONGEST = {"unit": 60, "base": 200, "scope": 300, "excludes": 600, "conditions": 600}
_K_OF_N = re.compile(r"\s*([\d.]+)\s*(?:/|trên)\s*([\d.]+)\s*")
_RANGE = re.compile(r"(?:từ\s+)?([\d.,]+)\s*%?\s*(?:-|–|—|đến)\s*([\d.,]+)\s*%?")


def operation_of(target: Target) -> str:
    """The name of "Phép so" in OPERATIONS; "" when the comparator was not read."""
    if target.quantity in (Quantity.NONE, Quantity.YES_NO):
        return str(target.quantity)
    if target.quantity not in _FAMILIES:
        return str(target.comparator or "")
    plain = target.comparator in (None, Comparator.AT_LEAST)
    return str(target.quantity) if plain else f"{target.quantity}:{target.comparator}"


def operation_words(operation: str) -> Text:
    """The word of an operation, also of one that the list does not offer ("k trên n: trên")."""
    family, _colon, bound = operation.partition(":")
    if operation in OPERATIONS or not bound:
        return OPERATIONS.get(operation, _("chưa rõ"))
    return f"{OPERATIONS[family]}: {_BOUNDS[bound]}"


def texts_of(target: Target) -> dict[str, str]:
    """Each part as text: 8.550 · 9/10 · 14 - 15 · "" where nothing is known."""
    base = target.baseline
    return {
        "op": operation_of(target),
        "value": level_of(target),
        "unit": target.unit,
        "base": base.label if base else "",
        "basevalue": written_number(base.value) if base and base.value is not None else "",
        "horizon": str(target.horizon),
        "direction": str(target.direction),
        "scope": target.scope,
        "excludes": "; ".join(target.excludes),
        "conditions": "; ".join(target.conditions),
    }


def level_of(target: Target) -> str:
    """The figure as it is typed: "9/10" for k of n, "14 - 15" for a range."""
    if target.quantity is Quantity.K_OF_N:
        return f"{target.k}/{target.n}" if target.k is not None and target.n is not None else ""
    if target.low is not None and target.high is not None:
        return f"{written_number(target.low)} - {written_number(target.high)}"
    return "" if target.value is None else written_number(target.value)


def with_texts(target: Target, typed: Mapping[str, str]) -> tuple[Target, dict[str, str]]:
    """The target with these parts put in, and the sentence for each part that could not be read."""
    texts = texts_of(target) | {part: " ".join(text.split()) for part, text in typed.items() if part in PARTS}
    errors: dict[str, str] = {}
    made = target
    for part, put in _STEPS:
        try:
            made = put(made, texts, set(typed))
        except Refused as refused:
            errors[part] = refused.sentence
    return (target, errors) if errors else (made, {})


def _with_operation(target: Target, texts: Mapping[str, str], typed: set[str]) -> Target:
    family, _colon, bound = texts["op"].partition(":")
    if family in _BOUNDS:
        plain = (
            target.quantity if target.quantity not in (*_FAMILIES, Quantity.YES_NO, Quantity.NONE) else None
        )
        return replace(target, quantity=_plain(plain, texts["unit"]), comparator=Comparator(family))
    if family not in tuple(Quantity):
        return target
    quantity = Quantity(family)
    compares = quantity in _FAMILIES
    chosen = Comparator(bound or Comparator.AT_LEAST) if compares else None
    same = quantity is target.quantity and "op" not in typed
    return replace(target, quantity=quantity, comparator=target.comparator if same else chosen)


def _plain(quantity: Quantity | None, unit: str) -> Quantity:
    """A share when the unit is per cent; else what it was, or a level."""
    if unit.lstrip().startswith("%"):
        return Quantity.SHARE
    return Quantity.LEVEL if quantity in (None, Quantity.SHARE) else quantity


def _with_level(target: Target, texts: Mapping[str, str], typed: set[str]) -> Target:
    empty: dict[str, Any] = {"value": None, "low": None, "high": None, "n": None, "k": None}
    if not typed & {"op", "value"}:
        return target
    text = texts["value"]
    if target.quantity in (Quantity.NONE, Quantity.YES_NO) or not text:
        return replace(target, **empty)
    if target.quantity is Quantity.K_OF_N:
        return replace(target, **(empty | _k_of_n(text)))
    if target.comparator is Comparator.BETWEEN:
        return replace(target, **(empty | _range(text)))
    return replace(target, **(empty | {"value": _number(text)}))


def _number(text: str) -> Fraction:
    return parse_number(text.removesuffix("%").strip())


def _k_of_n(text: str) -> dict[str, int]:
    found = _K_OF_N.fullmatch(text)
    if found is None:
        raise KOfNUnreadable(typed=text[:40])
    k, n = (parse_number(part) for part in found.groups())
    if k.denominator != 1 or n.denominator != 1:
        raise KOfNUnreadable(typed=text[:40])
    if k > n:
        raise NumeratorOverDenominator(numerator=found[1], denominator=found[2])
    return {"k": int(k), "n": int(n)}


def _range(text: str) -> dict[str, Fraction]:
    found = _RANGE.fullmatch(text)
    try:
        low, high = (parse_number(part) for part in found.groups()) if found else (Fraction(1), Fraction(0))
    except NumberUnreadable:
        raise RangeUnreadable(typed=text[:40]) from None
    if low > high:
        raise RangeUnreadable(typed=text[:40])
    return {"low": low, "high": high}


def _with_baseline(target: Target, texts: Mapping[str, str], typed: set[str]) -> Target:
    if not typed & {"base", "basevalue"}:
        return target
    label, value = texts["base"], _number(texts["basevalue"]) if texts["basevalue"] else None
    span = target.baseline.span if target.baseline else None
    return replace(target, baseline=Baseline(label, value, span) if label or value is not None else None)


def _with_choices(target: Target, texts: Mapping[str, str], typed: set[str]) -> Target:
    horizon = Horizon(texts["horizon"]) if texts["horizon"] in HORIZONS else target.horizon
    direction = Direction(texts["direction"]) if texts["direction"] in DIRECTIONS else target.direction
    return replace(target, horizon=horizon, direction=direction)


def _with_lists(target: Target, texts: Mapping[str, str], typed: set[str]) -> Target:
    listed: dict[str, Any] = {
        part: tuple(one.strip() for one in texts[part].split(";") if one.strip())
        for part in ("excludes", "conditions")
        if part in typed
    }
    return replace(target, **listed)


def _with_words(part: str) -> Callable[[Target, Mapping[str, str], set[str]], Target]:
    def put(target: Target, texts: Mapping[str, str], typed: set[str]) -> Target:
        if len(texts[part]) > _LONGEST[part]:
            raise TextTooLongForField(characters=len(texts[part]), limit=_LONGEST[part])
        words: dict[str, Any] = {part: texts[part]} if part in ("unit", "scope") else {}
        return replace(target, **words)

    return put


_STEPS: tuple[tuple[str, Callable[[Target, Mapping[str, str], set[str]], Target]], ...] = (
    *((part, _with_words(part)) for part in _LONGEST),
    ("op", _with_operation),
    ("value", _with_level),
    ("basevalue", _with_baseline),
    ("horizon", _with_choices),
    ("excludes", _with_lists),
)
