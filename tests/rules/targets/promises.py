"""Promises of the Decision of Bắc Hồng 2021 and figures to hold against them, built in one line each."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from chuan.rules.targets.types import (
    Baseline,
    Comparator,
    Direction,
    Horizon,
    Quantity,
    Result,
    Stage,
    Target,
)
from chuan.rules.types import Period

YEAR = Period.year(2021)
OCTOBER_5 = date(2021, 10, 5)
AFTER = date(2022, 1, 15)


def target(
    quantity: Quantity = Quantity.SHARE,
    comparator: Comparator | None = Comparator.AT_LEAST,
    value: str | int | None = None,
    horizon: Horizon = Horizon.ACCUMULATED,
    **more: Any,
) -> Target:
    if quantity is Quantity.SHARE:
        more.setdefault("unit", "%")
    return Target(quantity, comparator, horizon, None if value is None else Fraction(value), **more)


def on_time() -> Target:
    """Trên 95 % hồ sơ được giải quyết đúng thời hạn."""
    return target(comparator=Comparator.MORE_THAN, value=95)


def by_the_book() -> Target:
    """100 % thủ tục hành chính được thực hiện đúng quy trình."""
    return target(value=100)


def streets(k: int = 4) -> Target:
    """Xây dựng 04 tuyến phố văn minh đô thị."""
    return target(Quantity.COUNT, value=k, unit="tuyến")


def none_escalated() -> Target:
    """Không để phát sinh đơn thư khiếu nại vượt cấp."""
    return target(Quantity.COUNT, Comparator.AT_MOST, 0, unit="vụ", direction=Direction.LOWER)


def revenue() -> Target:
    """Tổng thu ngân sách nhà nước trên địa bàn 8.550 triệu đồng."""
    return target(Quantity.LEVEL, value=8550, unit="triệu đồng")


def poverty() -> Target:
    """Tỷ lệ hộ nghèo theo tiêu chí đa chiều 0,9 %."""
    return target(
        comparator=Comparator.AT_MOST, value="0.9", horizon=Horizon.AT_END, direction=Direction.LOWER
    )


def growth(value: str | int | None = 15, base: int | None = None, **more: Any) -> Target:
    """Giá trị sản xuất tăng so với ước thực hiện năm trước 15 %."""
    more.setdefault("unit", "%")
    known = Baseline("ước thực hiện năm trước", None if base is None else Fraction(base))
    return target(Quantity.GROWTH, value=value, baseline=known, **more)


def decrease(value: str | int | None = None, base: int | str | None = None, **more: Any) -> Target:
    """Giảm tỷ lệ người sinh con thứ 3 trở lên (không nêu mức)."""
    more.setdefault("horizon", Horizon.AT_END)
    more.setdefault("unit", "%")
    known = Baseline("năm trước", None if base is None else Fraction(base))
    return target(Quantity.DECREASE, value=value, baseline=known, direction=Direction.LOWER, **more)


def k_of_n(k: int, n: int, horizon: Horizon = Horizon.AT_END) -> Target:
    """9/10 TDP giữ vững danh hiệu Tổ dân phố văn hóa."""
    return target(Quantity.K_OF_N, horizon=horizon, k=k, n=n, unit="TDP")


def recognised(horizon: Horizon = Horizon.AT_END) -> Target:
    """Phường đạt chuẩn tiếp cận về pháp luật."""
    return target(Quantity.YES_NO, horizon=horizon)


def duty() -> Target:
    """Tiếp tục duy trì, cải tiến Hệ thống quản lý chất lượng."""
    return target(Quantity.NONE, None, horizon=Horizon.AT_END)


def figure(
    numerator: str | int,
    denominator: str | int | None = None,
    period: Period | int = YEAR,
    *,
    estimate: bool = False,
    cumulative: bool = False,
    counted: bool = True,
) -> Result:
    """A figure; ``period`` is a month of 2021 or a period."""
    return Result(
        period=Period.month(2021, period) if isinstance(period, int) else period,
        numerator=Fraction(numerator),
        denominator=None if denominator is None else Fraction(denominator),
        stage=Stage.ESTIMATE if estimate else Stage.OFFICIAL,
        cumulative=cumulative,
        counted=counted,
    )


def until(month: int) -> Period:
    """From 1 January to the end of a month."""
    return Period(date(2021, 1, 1), Period.month(2021, month).end)


def so_far(numerator: str | int, denominator: str | int | None = None, month: int = 9, **more: Any) -> Result:
    """A cumulative figure up to the end of a month."""
    return figure(numerator, denominator, until(month), cumulative=True, **more)
