"""Số liệu: the tables of a period; for who looks from above, fewer of them with small numbers hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from urllib.parse import quote_plus, urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.petitions.figures import basis, periods
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.counting import Counted, Cut, Line, Statistics
from chuan.petitions.figures.figures import BAD, SHORT, Group
from chuan.petitions.figures.overseen import FIGURES as SHOWN_ABOVE
from chuan.petitions.figures.overseen import Cells, overseen
from chuan.petitions.figures.report import NARROW, groups_of, reception_lines, report_of
from chuan.petitions.figures.sight import is_overseer, require_see
from chuan.petitions.forms_figures import asked_of, query_of, usual
from chuan.petitions.reception.sight import may_see as may_see_receptions
from chuan.rules.refusals import NotAllowed, Refused
from chuan.ui import formatters as say
from chuan.ui import words

REFUSED = 422
Address = Callable[..., str]
HOME = "/don-thu/"


@dataclass(frozen=True, slots=True)
class Cell:
    """A number; ``url`` opens its rows, ``head`` is said beside it on a narrow screen."""

    text: str
    url: str = ""
    bad: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table as it is written."""

    label: str
    cells: Sequence[Cell]
    part: bool = False

    @property
    def nil(self) -> bool:
        """Whether it holds nothing but zeros."""
        return not any(cell.url for cell in self.cells)


def table(request: Request) -> HttpResponse:
    """The tables asked for in the address; what makes no sense is said, above this year's."""
    require_see(request.viewer)
    try:
        return shown(request, asked_of(request))
    except NotAllowed:
        raise
    except Refused as refused:
        return shown(request, usual(request), refusal=refused.sentence)


def shown(request: Request, asked: Asked, *, refusal: str = "") -> HttpResponse:
    """The page of these figures; ``refusal``: why it is not what was asked for (422)."""
    context = {
        "title": _("Số liệu đơn thư %s") % words.period(asked.period, with_year=True),
        "crumbs": crumbs(),
        "demo": asked.unit.example,
        "refusal": refusal,
        "asked": asked,
        "known": basis.known_words(asked),
        "years": [str(one) for one in periods.years_of(asked.unit, asked.on)],
        "parts": periods.part_names(),
        "chosen_year": str(asked.period.start.year),
        "chosen_part": periods.name_of(asked.period),
        "query": query_of(asked),
    }
    status = REFUSED if refusal else 200
    if is_overseer(request.viewer):
        return render(request, "petitions/figures/overseen.html", context | _from_above(asked), status=status)
    return render(request, "petitions/figures/table.html", context | _whole(request, asked), status=status)


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page of figures."""
    return [(_("Đơn thư"), HOME), *more]


def rows_address(asked: Asked) -> Callable[..., str]:
    """Where the petitions of a figure are listed; of one line of a table where it is given: ``(figure, **line)``.

    A page has some two hundred of them, so what they have in common is put together once, and each line once.
    """
    begins, lines = f"{reverse('petitions:figures_rows')}?{query_of(asked)}&so=", {"": ""}

    def of(figure: str, **line: str) -> str:
        key = "".join(f"&{name}={value}" for name, value in line.items())
        if key not in lines:
            lines[key] = f"&{urlencode(line)}"
        return f"{begins}{quote_plus(figure)}{lines[key]}"

    return of


def _whole(request: Request, asked: Asked) -> dict[str, object]:
    report, address = report_of(asked), rows_address(asked)
    found, kinds = report.found, report.found.by[Cut.KIND]
    days = query_days(asked) if may_see_receptions(request.viewer) else ""
    return {
        "anything": found.any,
        "grade": basis.grade_of(asked),
        "lacking": [*report.lacking[:1], *map(upper_first, report.lacking[1:])],
        "heads": [upper_first(line.label) for line in kinds],
        "width": len(kinds) + 2,
        "groups": [(group, _rows_of(group, found, address)) for group, _figures in groups_of(found.total)],
        "narrow": [(cut, cut.value, _lines_of(found, cut, address)) for cut in NARROW if found.by[cut]],
        "columns": list(SHORT.values()),
        "measured": [
            (one, address(f"{one.key}.dat"), address(f"{one.key}.khong-dat")) for one in report.measured
        ],
        "reception": reception_lines(report.reception),
        "register": f"{reverse('petitions:reception_register')}?{days}" if days else "",
        "no_form": basis.no_form(asked),
    }


def query_days(asked: Asked) -> str:
    """The period by its ends, as the register of receptions is asked for it."""
    last = asked.period.end - timedelta(days=1)
    return f"tu={say.day(asked.period.start)}&den={say.day(last)}"


def _rows_of(group: Group, found: Statistics, address: Address) -> list[Row]:
    kinds = found.by[Cut.KIND]
    return [
        Row(
            str(one.label),
            [
                *(_cell(address, one.key, line, Cut.KIND) for line in kinds),
                _number(found.total, one.key, _("Cộng"), partial(address, one.key)),
            ],
            one.part,
        )
        for one in group.figures
        if not one.optional or found.total.get(one.key)
    ]


def _lines_of(found: Statistics, cut: Cut, address: Address) -> list[Row]:
    heads = {key: str(label) for key, label in SHORT.items()}
    lines = [
        Row(upper_first(line.label), [_cell(address, key, line, cut, heads[key]) for key in heads])
        for line in found.by[cut]
    ]
    return [one for one in lines if not one.nil]


def _cell(address: Address, key: str, line: Line, cut: Cut, head: str = "") -> Cell:
    opens = partial(address, key, **{cut.value: line.key})
    return _number(line.counted, key, head or upper_first(line.label), opens)


def _number(counted: Counted, key: str, head: str, opens: Callable[[], str]) -> Cell:
    n = counted.get(key, 0)
    return Cell(say.number(n), opens(), key in BAD, head) if n else Cell("0", head=head)


def _from_above(asked: Asked) -> dict[str, object]:
    found, heads = overseen(asked), [str(SHORT[key]) for key in SHOWN_ABOVE]
    return {
        "grade": basis.grade_of(asked),
        "found": found,
        "tables": [
            (one.cut, [*_hiding(one.lines, heads), *_hiding([(_("Cộng"), one.total)], heads)])
            for one in found.tables
        ],
        "columns": heads,
        "open_words": ", ".join(words.period(one) for one in found.open_),
        "parts": [one for one in periods.part_names() if not one[0].isdecimal()],
    }


def _hiding(lines: Sequence[tuple[str, Cells]], heads: Sequence[str]) -> list[Row]:
    """Lines with "ẩn" where a number is hidden; nothing opens."""
    return [
        Row(
            upper_first(label),
            [
                Cell(_("ẩn") if cell is None else say.number(cell), head=head)
                for cell, head in zip(cells, heads, strict=True)
            ],
        )
        for label, cells in lines
    ]


def upper_first(text: str) -> str:
    """The words as they begin a line."""
    return text[:1].upper() + text[1:]
