"""Points of a month or a quarter: common criteria and results, every deduction a line (335/2025/NĐ-CP)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chuan.rules.law import Value
from chuan.rules.ranking.amounts import amount, said_points, said_share
from chuan.rules.refusals.ranking import (
    LeadingPartsWrong,
    NoProducts,
    PointsBeyondScale,
    ProductCountsWrong,
    RegimeWithoutPoints,
)

Law = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Product:
    """Work of one kind: how much was asked and done, how often an assessment failed, how often it was late.

    ``asked`` and ``done`` may be converted amounts; ``weight`` converts one of this kind to the standard product.
    ``excused_*``: of the times, those whose objective cause a competent authority confirmed; not deducted.
    ``why``: what the person wrote beside the line.
    """

    name: str
    asked: Fraction
    done: Fraction
    failed: int = 0
    late: int = 0
    excused_failed: int = 0
    excused_late: int = 0
    weight: Fraction = Fraction(1)
    why: str = ""


@dataclass(frozen=True, slots=True)
class Leading:
    """The further parts of a leader's results, each from 0 to 1: the unit, organising, holding people together."""

    unit: Fraction
    organising: Fraction
    gathering: Fraction


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A product and what it counts, in standard products; ``why`` says every deduction."""

    product: Product
    asked: Fraction
    quantity: Fraction
    quality: Fraction
    progress: Fraction
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the results, from 0 to 1, with its arithmetic in words."""

    key: str
    name: str
    share: Fraction
    sentence: str


@dataclass(frozen=True, slots=True)
class Scoring:
    """Points of a period: a proposal with its lines, until somebody decides."""

    common: Fraction
    results: Fraction
    lines: tuple[ScoreLine, ...]
    parts: tuple[Part, ...]
    sentence: str

    @property
    def total(self) -> Fraction:
        """Points of 100."""
        return self.common + self.results


def scored(
    products: Sequence[Product], common: Fraction, law: Law, *, leading: Leading | None = None
) -> Scoring:
    """The points of a period. ``leading`` is given for who leads and manages, and only for him.

    Quality and progress are counted on what was asked; each failure and each delay takes a quarter of one product
    (335/2025/NĐ-CP, Điều 14). Raises `RegimeWithoutPoints`, `PointsBeyondScale`, `NoProducts`,
    `ProductCountsWrong`, `LeadingPartsWrong`.
    """
    if "points.results" not in law:
        raise RegimeWithoutPoints
    _within("Tiêu chí chung", common, amount(law["points.common"]))
    lines = tuple(_line(product, law) for product in products)
    parts = _parts(lines, law) + _leading(leading, law)
    most = amount(law["points.results"])
    results = most * sum((one.share for one in parts), Fraction()) / len(parts)
    return Scoring(common, results, lines, parts, _sentence(common, results, parts, most))


def unit_share(every_official_completed: bool, law: Law) -> Fraction:
    """A leader's part "the unit's results": whole when all under him completed their tasks or better, else half."""
    key = "unit_full" if every_official_completed else "unit_part"
    if f"results.leader.{key}" not in law:
        raise RegimeWithoutPoints
    return amount(law[f"results.leader.{key}"])


def _line(product: Product, law: Law) -> ScoreLine:
    _check(product)
    done = product.done if law["results.over"].value == "yes" else min(product.done, product.asked)
    quarter = amount(law["points.deduction"])
    excused = law["points.excused"].value == "yes"
    failed = product.failed - (product.excused_failed if excused else 0)
    late = product.late - (product.excused_late if excused else 0)
    counted = (done, max(Fraction(), done - quarter * failed), max(Fraction(), done - quarter * late))
    quantity, quality, progress = (one * product.weight for one in counted)
    why = _why(product, quarter, failed, late)
    return ScoreLine(product, product.asked * product.weight, quantity, quality, progress, why)


def _check(product: Product) -> None:
    faults = {
        "số được giao phải lớn hơn 0": product.asked <= 0,
        "số đã làm không thể âm": product.done < 0,
        "hệ số quy đổi phải lớn hơn 0": product.weight <= 0,
        "số lần không thể âm": min(product.failed, product.late, product.excused_failed, product.excused_late)
        < 0,
        "số lần do khách quan nhiều hơn số lần chưa đạt": product.excused_failed > product.failed,
        "số lần do khách quan nhiều hơn số lần chậm": product.excused_late > product.late,
    }
    fault = next((words for words, wrong in faults.items() if wrong), None)
    if fault:
        raise ProductCountsWrong(product=product.name, fault=fault)


def _why(product: Product, quarter: Fraction, failed: int, late: int) -> tuple[str, ...]:
    """Every deduction of a line, and what was not counted, each a sentence."""
    asked, done = said_points(product.asked), said_points(product.done)
    each = said_share(quarter)
    told = (
        (product.done < product.asked, f"Mới làm {done} trong {asked} được giao."),
        (product.done > product.asked, f"Làm {done}, giao {asked}: phần vượt xem ở nhận xét."),
        (failed > 0, f"{failed} lần đánh giá chưa đạt, mỗi lần trừ {each} chất lượng của một sản phẩm."),
        (late > 0, f"{late} lần chậm, mỗi lần trừ {each} tiến độ của một sản phẩm."),
        (
            product.failed > failed or product.late > late,
            f"{product.failed - failed + product.late - late} lần không trừ vì nguyên nhân khách quan đã xác nhận.",
        ),
        (bool(product.why), product.why),
    )
    return tuple(sentence for holds, sentence in told if holds)


def _parts(lines: Sequence[ScoreLine], law: Law) -> tuple[Part, ...]:
    if not lines:
        raise NoProducts
    asked = sum((one.asked for one in lines), Fraction())
    done = sum((one.quantity for one in lines), Fraction())
    base = asked if law["results.base"].value == "asked" else done
    return (
        _part("quantity", "số lượng", done, asked),
        _part("quality", "chất lượng", sum((one.quality for one in lines), Fraction()), base),
        _part("progress", "tiến độ", sum((one.progress for one in lines), Fraction()), base),
    )


def _part(key: str, name: str, counted: Fraction, base: Fraction) -> Part:
    share = counted / base if base else Fraction()
    arithmetic = f"{said_points(counted)} / {said_points(base)} = {said_share(share)}"
    return Part(key, name, share, f"{name[0].upper()}{name[1:]}: {arithmetic}.")


def _leading(leading: Leading | None, law: Law) -> tuple[Part, ...]:
    """A leader's further parts; the law's count of parts has to be met."""
    if leading is None:
        return ()
    given = (
        ("unit", "kết quả đơn vị", leading.unit),
        ("organising", "khả năng tổ chức thực hiện", leading.organising),
        ("gathering", "khả năng tập hợp, đoàn kết", leading.gathering),
    )
    asked = law["results.leader.parts"].whole - law["results.parts"].whole
    if asked != len(given):
        raise LeadingPartsWrong(asked=asked, given=len(given))
    for _, name, share in given:
        _within(f"Phần {name} (theo phần trăm)", share * 100, Fraction(100))
    return tuple(
        Part(key, name, share, f"{name[0].upper()}{name[1:]}: {said_share(share)}.")
        for key, name, share in given
    )


def _within(what: str, points: Fraction, most: Fraction) -> None:
    if not 0 <= points <= most:
        raise PointsBeyondScale(what_is_scored=what, points=said_points(points), most=said_points(most))


def _sentence(common: Fraction, results: Fraction, parts: Sequence[Part], most: Fraction) -> str:
    shares = " + ".join(said_share(one.share) for one in parts)
    return (
        f"Kết quả: ({shares}) / {len(parts)} × {said_points(most)} = {said_points(results)} điểm; "
        f"cộng tiêu chí chung {said_points(common)} là {said_points(common + results)} điểm."
    )
