"""The year's table as a sheet: the rows of Mục tiêu that pass the same filters, figures beside the words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table
from chuan.objectives import leeway
from chuan.objectives.bases import kept
from chuan.objectives.pictures import TargetLine, YearPicture
from chuan.rules.targets.types import Outcome, Stage
from chuan.ui import formatters as say
from chuan.ui import words

_PLACES = 10
"""Decimals of a value that does not end; Excel itself keeps 15 digits in all."""

_WIDTHS = {
    0: 7,
    1: 30,
    2: 44,
    3: 24,
    4: 22,
    5: 14,
    6: 16,
    7: 12,
    8: 12,
    9: 12,
    10: 16,
    11: 28,
    12: 60,
    13: 26,
    14: 24,
}


def year_table(picture: YearPicture, *, outcome: str = "", owner: str = "", basis: str = "") -> Table:
    """The rows of a year, or those with this outcome, owner and standing to its basis; notes say what is left out."""
    stands = kept.standing_by_target(picture.plan) if basis else {}
    chosen = [
        line
        for line in picture.lines
        if (not outcome or line.verdict.outcome == outcome)
        and (not owner or line.owner == owner)
        and kept.fits(line.target, basis, stands)
    ]
    tops = {line.target.pk: promise.name for promise in picture.promises for line in promise.lines}
    return Table(
        title=_("Mục tiêu chất lượng năm %(year)s – %(unit)s")
        % {"year": picture.plan.year, "unit": picture.plan.owner_unit.committee},
        headers=_heads(),
        rows=[_row(line, tops[line.target.pk]) for line in chosen],
        notes=_notes(picture, len(chosen), outcome, owner, basis),
        sheet_name=_("Mục tiêu %(year)s") % {"year": picture.plan.year},
        widths=_WIDTHS,
    )


def _heads() -> tuple[str, ...]:
    return (
        _("Số"), _("Mục tiêu"), _("Chỉ tiêu"), _("Mức phải đạt"), _("Kết quả"), _("Giá trị"), _("Đơn vị"),
        _("Tử số"), _("Mẫu số"), _("Loại số"), _("Kết luận"), _("Còn được, còn thiếu"), _("Vì sao"),
        _("Phụ trách"), _("Cách đo"),
    )  # fmt: skip


def _row(line: TargetLine, top: str) -> list[CellValue]:
    result = line.result
    counted = result is not None and result.counted and result.denominator is not None
    return [
        line.label,
        top,
        line.name,
        line.target_words,
        line.figure_words,
        None if line.sample else _number(line.value),
        line.rule.unit,
        _number(result.numerator) if result and counted else None,
        _number(result.denominator) if result and counted else None,
        _stage(result.stage) if result else None,
        _verdict(line),
        leeway.words(line),
        line.reason_words,
        line.owner,
        "; ".join(part for part in (line.measure_words, line.grades_words) if part),
    ]


def _number(value: Fraction | None) -> CellValue:
    """A value as Excel holds it: whole, or as many decimals as it has, at most ten."""
    if value is None:
        return None
    if value.denominator == 1:
        return int(value)
    shown = say.rounded(value, _PLACES)
    return (Decimal(shown.numerator) / Decimal(shown.denominator)).normalize()


def _stage(stage: Stage) -> str:
    return _("ước") if stage is Stage.ESTIMATE else _("chính thức")


def _verdict(line: TargetLine) -> str:
    word = str(words.sign(line.verdict.outcome).word)
    settled = (Outcome.MET, Outcome.EXCEEDED, Outcome.NOT_MET)
    open_end = line.verdict.outcome in settled and not line.verdict.final
    return f"{word}, " + _("còn có thể đổi") if open_end else word


def _notes(picture: YearPicture, shown: int, outcome: str, owner: str, basis: str) -> tuple[str, ...]:
    """From which decision, judged on which day, with figures until when, and what was filtered out."""
    told = [_("Theo %(decision)s") % {"decision": picture.plan.decision.title}]
    told.append(_("Xét ngày %(day)s") % {"day": say.day(picture.on)})
    if picture.until:
        told.append(_("số liệu đến %(day)s") % {"day": say.day(picture.until)})
    if picture.as_of:
        told.append(_("chốt %(moment)s") % {"moment": say.moment(picture.as_of)})
    notes = [" · ".join(told), _("%(n)s trong %(all)s số đo") % {"n": shown, "all": len(picture.lines)}]
    if outcome or owner or basis:
        chosen = [str(words.sign(outcome).word)] if outcome in list(Outcome) else [outcome] if outcome else []
        chosen += [owner] if owner else []
        chosen += [dict(kept.choices()).get(basis, basis)] if basis else []
        notes.append(_("Đã lọc: %(filters)s") % {"filters": ", ".join(chosen)})
    if picture.illustrative:
        notes.append(_("Dữ liệu minh họa, không phải số liệu thật"))
    return tuple(notes)
