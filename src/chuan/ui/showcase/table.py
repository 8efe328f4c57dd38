"""The rows of the gallery's table: every kind of target with its ruler. All figures are invented."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from chuan.rules.targets.types import Comparator, Horizon, Quantity, Target

LATE = (4, 6, 5, 3, 4, 6, 8, 5, 3)
DONE = (148, 96, 161, 158, 149, 152, 139, 131, 150)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: the promise, the figure as shown, the verdict and the trend."""

    number: str
    name: str | Words
    target: Target
    shown: str | Words
    unit: str = ""
    outcome: str
    left: str | Words
    value: Fraction | None = None
    pace: Fraction | None = None
    trend: tuple[Fraction | None, ...] = ()
    slots: int = 12
    estimate: bool = False


def monthly() -> list[Fraction]:
    """The share on time of each month, in per cent."""
    return [Fraction(100 * (done - late), done) for done, late in zip(DONE, LATE, strict=True)]


def lines() -> list[Line]:
    """All the rows."""
    return [*_floors(), *_ceilings(), *_others(), *_rates()]


def _target(
    quantity: Quantity, comparator: Comparator | None = None, value: str | None = None, unit: str = ""
) -> Target:
    amount = None if value is None else Fraction(value)
    return Target(quantity, comparator, Horizon.AT_END, value=amount, unit=unit)


def _trend(text: str) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, text.split()))


def _floors() -> list[Line]:
    return [
        Line(
            number="1.1",
            name=_("Giá trị sản xuất một số ngành kinh tế chủ yếu"),
            target=_target(Quantity.GROWTH, Comparator.AT_LEAST, "15", "%"),
            value=Fraction("11.2"),
            shown="+11,2",
            unit="%",
            estimate=True,
            outcome="on_track",
            left=_("còn thiếu 3,8 điểm %"),
            pace=Fraction("11.25"),
            trend=_trend("3.1 7.4 11.2"),
            slots=4,
        ),
        Line(
            number="1.2",
            name=_("Thu nhập bình quân đầu người"),
            target=_target(Quantity.LEVEL, Comparator.AT_LEAST, "65", "triệu đồng/người/năm"),
            shown="–",
            outcome="unmeasured",
            left=_("chỉ có số cả năm"),
        ),
        Line(
            number="1.3",
            name=_("Tổng thu ngân sách nhà nước trên địa bàn"),
            target=_target(Quantity.LEVEL, Comparator.AT_LEAST, "8550", "triệu đồng"),
            value=Fraction("7214.6"),
            shown="7.214,6",
            unit="triệu",
            outcome="on_track",
            left=_("còn thiếu 1.335,4 triệu"),
            pace=Fraction("6412.5"),
            trend=_trend("560 1290 2100 2880 3720 4650 5480 6390 7214.6"),
        ),
        Line(
            number="1.4a",
            name=_("Diện tích gieo trồng lúa cả năm"),
            target=_target(Quantity.LEVEL, Comparator.AT_LEAST, "49", "ha"),
            value=Fraction(49),
            shown="49,0",
            unit="ha",
            outcome="met",
            left=_("vừa đủ"),
            trend=_trend("24.5 49"),
            slots=2,
        ),
        Line(
            number="1.4b",
            name=_("Năng suất lúa"),
            target=_target(Quantity.LEVEL, Comparator.AT_LEAST, "51", "tạ/ha"),
            value=Fraction("49.8"),
            shown="49,8",
            unit="tạ/ha",
            outcome="not_met",
            left=_("thiếu 1,2 tạ/ha"),
            trend=_trend("50.9 49.8"),
            slots=2,
        ),
        Line(
            number="1.8",
            name=_("Tuyến đường điện chiếu sáng trong khu dân cư"),
            target=_target(Quantity.COUNT, Comparator.AT_LEAST, "5", "tuyến"),
            value=Fraction(6),
            shown="6",
            unit="tuyến",
            outcome="exceeded",
            left=_("hơn 1 tuyến"),
            pace=Fraction("3.75"),
            trend=_trend("0 0 1 2 3 4 5 6 6"),
        ),
    ]


def _ceilings() -> list[Line]:
    return [
        Line(
            number="1.9",
            name=_("Tỷ lệ tăng dân số tự nhiên"),
            target=_target(Quantity.SHARE, Comparator.AT_MOST, "0.9", "%"),
            value=Fraction("0.94"),
            shown="0,94",
            unit="%",
            outcome="at_risk",
            left=_("vượt 0,04 điểm %"),
            trend=_trend("1.1 1.1 1.07 1.04 1.01 1.01 0.97 0.97 0.94"),
        ),
        Line(
            number="1.12",
            name=_("Tỷ lệ hộ nghèo"),
            target=_target(Quantity.SHARE, Comparator.LESS_THAN, "1", "%"),
            value=Fraction("0.62"),
            shown="0,62",
            unit="%",
            outcome="on_track",
            left=_("còn 0,38 điểm %"),
        ),
        Line(
            number="4.2",
            name=_("Đơn thư vượt cấp"),
            target=_target(Quantity.COUNT, Comparator.AT_MOST, "0", "vụ"),
            value=Fraction(0),
            shown="0",
            unit="vụ",
            outcome="on_track",
            left=_("chưa phát sinh"),
            trend=(Fraction(0),) * 9,
        ),
        Line(
            number="4.3",
            name=_("Vụ việc tồn đọng kéo dài"),
            target=_target(Quantity.COUNT, Comparator.AT_MOST, "0", "vụ"),
            value=Fraction(2),
            shown="2",
            unit="vụ",
            outcome="not_met",
            left=_("quá 2 vụ"),
        ),
    ]


def _others() -> list[Line]:
    between = Target(
        Quantity.LEVEL, Comparator.BETWEEN, Horizon.AT_END, low=Fraction(10), high=Fraction(15), unit="%"
    )
    nine_of_ten = Target(Quantity.K_OF_N, Comparator.AT_LEAST, Horizon.AT_END, n=10, k=9, unit="TDP")
    return [
        Line(
            number="1.13",
            name=_("Tỷ lệ người sinh con thứ 3 trở lên"),
            target=_target(Quantity.DECREASE),
            value=Fraction("11.4"),
            shown="11,4",
            unit="%",
            outcome="unmeasured",
            left=_("thiếu mốc: giảm so với năm nào?"),
            trend=_trend("12.1 11.9 12 11.4"),
            slots=4,
        ),
        Line(
            number="1.14",
            name=_("Tỷ trọng nông nghiệp"),
            target=between,
            value=Fraction("13.4"),
            shown="13,4",
            unit="%",
            outcome="on_track",
            left=_("trong khoảng"),
        ),
        Line(
            number="1.15",
            name=_("Tổ dân phố đạt danh hiệu văn hóa"),
            target=nine_of_ten,
            value=Fraction(7),
            shown="7/10",
            outcome="at_risk",
            left=_("còn thiếu 2 TDP"),
            pace=Fraction("8.1"),
        ),
        Line(
            number="1.17",
            name=_("Phường đạt chuẩn đô thị văn minh"),
            target=_target(Quantity.YES_NO),
            value=Fraction(1),
            shown=_("đã có"),
            outcome="met",
            left=_("18/2020/QĐ-UBND ngày 07/8/2020"),
        ),
    ]


def _rates() -> list[Line]:
    return [
        Line(
            number="3.1",
            name=_("Thủ tục thực hiện đúng quy trình"),
            target=_target(Quantity.SHARE, Comparator.AT_LEAST, "100", "%"),
            value=Fraction(127800, 1284),
            shown="99,53",
            unit="%",
            outcome="not_met",
            left=_("6 hồ sơ sai, không còn cách bù"),
        ),
        Line(
            number="3.2",
            name=_(
                "Hồ sơ, thủ tục hành chính theo cơ chế một cửa, một cửa liên thông "
                "được giải quyết đúng thời hạn"
            ),
            target=_target(Quantity.SHARE, Comparator.MORE_THAN, "95", "%"),
            value=Fraction(124000, 1284),
            shown="96,57",
            unit="%",
            outcome="on_track",
            left=_("còn được trễ tối đa 21 hồ sơ"),
            trend=tuple(monthly()),
        ),
    ]
