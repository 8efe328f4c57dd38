"""A year's figures as plain cells: what the button copies, and what the bare page holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.objectives.models import FigureSet
from chuan.objectives.pictures import YearPicture
from chuan.rules.figure_sets import FigureLines, short_digest
from chuan.rules.targets.types import Stage
from chuan.ui import formatters as say
from chuan.ui import words


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A title, heads and rows of words: no cell holds a tab or a line end."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """Cells between tabs, rows on lines: what a sheet takes in."""
        lines = ("\t".join(row) for row in ((self.title,), self.heads, *self.rows))
        return "".join(f"{line}\r\n" for line in lines)


def of_set(found: FigureSet, lines: FigureLines) -> PlainTable:
    """The figures of a frozen set, its name, day and code above them."""
    title = _("Mục tiêu chất lượng năm %(year)s: bộ “%(name)s”, đến ngày %(day)s, mã bộ %(code)s") % {
        "year": lines.head.year, "name": found.name, "day": say.day(found.on), "code": short_digest(found.digest),
    }  # fmt: skip
    rows = [
        (one.label, one.name, one.target_words, _figure(one.figure_words, one.stage), _word(one.outcome),
         _grades({figure.grade for figure in one.figures}))
        for one in lines.targets
    ]  # fmt: skip
    return _table(title, rows)


def of_picture(picture: YearPicture) -> PlainTable:
    """The figures in use on the day, said to be frozen in no set."""
    title = _("Mục tiêu chất lượng năm %(year)s: xét đến ngày %(day)s, số liệu chưa chốt") % {
        "year": picture.plan.year, "day": say.day(picture.on),
    }  # fmt: skip
    rows = [
        (
            line.label,
            line.name,
            line.target_words,
            _figure(line.figure_words, str(line.result.stage) if line.result else ""),
            _word(line.verdict.outcome),
            line.owner or say.EMPTY,
        )
        for line in picture.lines
    ]
    return _table(title, rows, last=_("Phụ trách"))


def _table(title: str, rows: Sequence[tuple[str, ...]], *, last: str = "") -> PlainTable:
    heads = (
        _("Số"), _("Chỉ tiêu"), _("Mức phải đạt"), _("Kết quả"), _("Kết luận"), last or _("Cấp tin cậy"),
    )  # fmt: skip
    return PlainTable(" ".join(title.split()), heads, tuple(tuple(map(_bare, row)) for row in rows))


def _bare(cell: str) -> str:
    return " ".join(cell.split())


def _figure(said: str, stage: str) -> str:
    return f"{said}, {_('ước')}" if stage == Stage.ESTIMATE else said


def _word(outcome: str) -> str:
    return str(words.sign(outcome).word)


def _grades(grades: set[str]) -> str:
    return ", ".join(sorted(grades)) or say.EMPTY
