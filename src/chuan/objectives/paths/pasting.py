"""Lines pasted from Excel: a target's number and twelve months in each; they fill boxes and save nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.objectives.paths.grid import PathRow
from chuan.objectives.paths.refusals import PasteUnread
from chuan.rules.targets.paths import MONTHS
from chuan.rules.vietnamese import fold

_BLANKS = re.compile(r"\s{2,}|;")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The rows with what was pasted, how many were filled, and a sentence for every line that was not taken."""

    rows: list[PathRow]
    filled: int
    odd: list[str]


def pasted(rows: Sequence[PathRow], text: str) -> Pasted:
    """Put pasted lines into the boxes of the targets they name.

    Lines without a number go to the rows in order, where there are as many of them as rows that may be set. Raises
    ``PasteUnread`` when no line can be taken.
    """
    lines = [(at, _cells(line)) for at, line in enumerate(text.splitlines(), start=1) if line.strip()]
    open_rows = [row for row in rows if row.may]
    in_order = len(lines) == len(open_rows) and all(len(cells) == MONTHS for _at, cells in lines)
    given: dict[int, list[str]] = {}
    odd = []
    for place, (at, cells) in enumerate(lines):
        found = open_rows[place] if in_order else _named(open_rows, cells)
        if isinstance(found, str):
            odd.append(_("Dòng %(n)s: %(why)s") % {"n": at, "why": found})
        else:
            given[found.target.pk] = cells[-MONTHS:]
    if not given:
        raise PasteUnread()
    filled = [row.holding(given[row.target.pk]) if row.target.pk in given else row for row in rows]
    return Pasted(filled, len(given), odd)


def _cells(line: str) -> list[str]:
    """The cells of a line: Excel parts them by tabs; what was retyped, by two blanks or a semicolon."""
    cells = line.split("\t") if "\t" in line else _BLANKS.split(line.strip())
    cells = [cell.strip() for cell in cells]
    while len(cells) > MONTHS + 1 and not cells[-1]:
        cells.pop()
    return cells


def _named(rows: Sequence[PathRow], cells: Sequence[str]) -> PathRow | str:
    """The row that the first cell names, or why none is."""
    if len(cells) <= MONTHS:
        if len(cells) < MONTHS:
            return _("có %(n)s ô, cần số của mục tiêu và mười hai tháng.") % {"n": len(cells)}
        return _("thiếu số của mục tiêu ở đầu dòng, như ở cột Số.")
    label = _label(cells[0])
    found = next((row for row in rows if _label(row.target.label) == label), None)
    return found or _("không có mục tiêu số “%(label)s” mà bạn được đặt lộ trình.") % {"label": cells[0][:20]}


def _label(text: str) -> str:
    return fold(text).replace(",", ".").strip(" .")
