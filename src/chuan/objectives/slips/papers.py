"""The sheet for the Monday meeting typeset: one page A4, no number of its own, because it is read and not issued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TypeVar

from django.utils import translation
from django.utils.translation import gettext as _
from pypdf import PdfReader

from chuan.objectives.models import Plan
from chuan.objectives.slips.monday import MondaySheet, Part, figures_words
from chuan.paper.papers import Align, Block, Heading, Note, Paper, Paragraph, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.people.models import Unit
from chuan.ui import formatters as say
from chuan.ui.words import sign

T = TypeVar("T")

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI VĂN BẢN THẬT"
_FITTING = ((7, 7, 6, 5), (7, 7, 3, 4), (6, 6, 2, 3), (5, 5, 2, 3), (4, 4, 1, 2), (3, 3, 1, 2), (2, 2, 1, 1))
"""Lines of each part that are tried, until the sheet is one page: what is new gives way first."""
_LONGEST = 88
"""Letters of a name in a cell, so that the sheet stays one page."""


def sheet_pdf(found: MondaySheet, unit: Unit) -> bytes:
    """The sheet as PDF/A, with as many lines of each part as one page holds. Call it outside any transaction."""
    with translation.override("vi"):
        for most in _FITTING:
            made = to_pdf(sheet_paper(shortened(found, most), unit))
            if _pages(made) == 1:
                break
    return made


def shortened(found: MondaySheet, most: tuple[int, int, int, int]) -> MondaySheet:
    """The same sheet with at most so many lines of each part; how many there are in all stays said."""
    owing, off, new, due = most
    return replace(
        found, owing=_cut(found.owing, owing), off=_cut(found.off, off), new=_cut(found.new, new),
        due=_cut(found.due, due),
    )  # fmt: skip


def _cut(part: Part[T], most: int) -> Part[T]:
    return Part(part.lines[:most], part.total)


def _pages(made: bytes) -> int:
    return len(PdfReader(BytesIO(made)).pages)


def sheet_paper(found: MondaySheet, unit: Unit) -> Paper:
    """The paper: four parts, each a table or one sentence."""
    return Paper(
        agency=("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}"),
        symbol="",
        place=unit.place or unit.name,
        type_name="Phiếu họp giao ban",
        subject=_subject(found.plan, say.day(found.on)),
        signer=Signer((), "Người lập phiếu"),
        made_on=found.on,
        year=found.on.year,
        body=tuple(_body(found)),
        mark=MARK if found.illustrative else "",
        layout="minutes",
        is_form=True,
    )


def _subject(plan: Plan | None, day: str) -> str:
    if plan is None:
        return _("Ngày %(day)s") % {"day": day}
    return _("Mục tiêu chất lượng năm %(year)s, ngày %(day)s") % {"year": plan.year, "day": day}


def _body(found: MondaySheet) -> Iterator[Block]:
    yield from _part(
        _("1. Còn thiếu số liệu: %(n)s") % {"n": say.number(found.owed)}, found.owing,
        (_("Phụ trách"), _("Số liệu"), _("Trễ (ngày)")), (4, 9, 1.7),
        [(one.who, figures_words(one), say.number(one.days) if one.days else say.EMPTY) for one in found.owing.lines],
        _("Mọi kỳ đã qua đều có số."),
    )  # fmt: skip
    yield from _part(
        _("2. Mục tiêu chưa theo kịp: %(n)s/%(all)s, chưa đo được: %(none)s") % {
            "n": say.number(found.off.total), "all": say.number(found.promised),
            "none": say.number(found.unmeasured),
        }, found.off, (_("Chỉ tiêu"), _("Phải đạt"), _("Nay"), _("Kết luận, còn cách")), (6, 2.6, 2.4, 3.8),
        [
            (_short(f"{one.line.label} {one.line.name}"), one.line.target_words, one.line.figure_words,
             f"{sign(one.line.verdict.outcome).word}, {one.left}")
            for one in found.off.lines
        ],
        _("Không có mục tiêu nào đã đo được mà chưa theo kịp."),
    )  # fmt: skip
    if found.path_words:
        yield Note(found.path_words)
    yield from _part(
        _("3. Số mới từ %(day)s: %(n)s") % {"day": say.day(found.since), "n": say.number(found.new.total)},
        found.new, (_("Chỉ tiêu"), _("Kỳ"), _("Kết quả")), (8, 3, 3.7),
        [(_short(one.measurement.indicator.name), one.period, one.figure) for one in found.new.lines],
        _("Không có số nào mới."),
    )  # fmt: skip
    yield from _part(
        _("4. Khắc phục đến hạn trong tuần: %(n)s") % {"n": say.number(found.due.total)}, found.due,
        (_("Việc"), _("Người làm"), _("Hạn")), (8.6, 3.6, 2.5),
        [(_short(f"{one.case.code} {one.what}"), one.owner.name, say.day(one.due_on)) for one in found.due.lines],
        _("Không có việc nào đến hạn."),
    )  # fmt: skip


def _part(
    head: str, part: Part[object], heads: tuple[str, ...], widths: tuple[float, ...],
    rows: list[tuple[str, ...]], nothing: str,
) -> Iterator[Block]:  # fmt: skip
    yield Heading(2, head)
    if not rows:
        yield Paragraph(nothing)
        return
    left: Align = "left"
    yield TableBlock(heads, tuple(rows), widths, (left,) * len(heads))
    if part.more:
        yield Note(_("Còn %(n)s dòng nữa, xem trên máy.") % {"n": say.number(part.more)})


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
