"""The rows behind what the register says now, and the pieces that the rows of a frozen figure share."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.sheets import Table, write_sheet
from chuan.objectives import addresses, live, ways
from chuan.objectives.live import Reading
from chuan.objectives.models import Indicator, Target
from chuan.objectives.periods import from_key, is_expected
from chuan.objectives.rows_behind import Chosen, Opened, live_page, live_rows, opened, outcomes, uid_or_none
from chuan.objectives.views.downloads import XLSX, attachment
from chuan.objectives.views.target import find_target
from chuan.objectives.views.year import day_of
from chuan.offers import measures
from chuan.offers.measures import CaseWords, RowOutcome
from chuan.people.door import Request
from chuan.ui import formatters as say

SIZE = 50


@dataclass(frozen=True)
class Chip:
    """A link to the rows of one outcome or reason, with how many they are."""

    label: str
    n: int
    url: str
    current: bool


def live_page_of(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the register holds behind "Đến hôm nay", by outcome, each row leading to its own page."""
    found, reading, wrong = _asked(request, uid)
    chosen = chosen_of(request)
    context = {
        "title": _("Các dòng đang đếm: %(name)s") % {"name": found.indicator or found.objective.name},
        "crumbs": [(str(found.indicator or ""), addresses.of_target(found))],
        "refusal": wrong,
        "target": found,
        "reading": reading,
        "mend": reading.mend or ways.mended_by(reading.measure),
        "chosen": chosen,
        "sheet_url": sheet_url(found, request),
    } | (_rows(request, reading, chosen) if reading.counts else {})
    return render(request, "objectives/live_rows.html", context)


def live_sheet(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The chosen rows that the viewer may see, as a sheet."""
    found, reading, _wrong = _asked(request, uid)
    if reading.counts is None or found.indicator is None:
        raise Http404
    rows, hidden = opened(live_rows(reading.measure, reading.scope, chosen_of(request)), request.viewer)
    names = measures.words_of(reading.measure)
    notes = (
        _("%(measure)s, đến hết %(day)s, đếm lúc %(moment)s, chưa chốt")
        % {"measure": reading.measure.title, "day": say.day(reading.until), "moment": say.moment(request.at)},
    )
    name = f"dong-den-{reading.until:%Y%m%d}-{found.indicator.code}.xlsx"
    return sheet(found.indicator.name, rows, hidden, notes=notes, names=names, file_name=name)


def _asked(request: Request, uid: uuid.UUID) -> tuple[Target, Reading, str]:
    found = find_target(request.viewer, uid)
    on, wrong = day_of(request)
    if found.indicator is None:
        raise Http404
    reading = _of_period(request, found, found.indicator) or live.read(
        found.indicator, found.objective.plan, on=on, at=request.at
    )
    if reading is None:
        raise Http404
    return found, reading, wrong


def _of_period(request: Request, found: Target, indicator: Indicator) -> Reading | None:
    """The one period of the plan that the address names; None where it names none."""
    period, measure = from_key(request.GET.get("ky", "")), ways.measure_of(indicator)
    if period is None or measure is None or not is_expected(period, indicator.frequency):
        return None
    if not found.objective.plan.period.holds(period):
        return None
    return live.of_period(measure, indicator, period, as_of=request.at)


def _rows(request: Request, reading: Reading, chosen: Chosen) -> dict[str, object]:
    after = uid_or_none(request.GET.get("sau", ""))
    rows, next_after = live_page(reading.measure, reading.scope, chosen, after=after, size=SIZE)
    shown, hidden = opened(rows, request.viewer)
    names = measures.words_of(reading.measure)
    return {
        "rows": shown, "hidden": hidden, "names": names, "after": after,
        "said": {outcome: word_of(outcome, names) for outcome in outcomes()},
        "chips": _chips(request, reading, chosen, names),
        "first_page": keep(request),
        "next_url": f"?{keep(request, sau=next_after)}" if next_after else "",
    }  # fmt: skip


def _chips(request: Request, reading: Reading, chosen: Chosen, names: CaseWords) -> list[Chip]:
    counts = reading.counts
    assert counts is not None
    hits, misses = int(counts.numerator), int(counts.denominator - counts.numerator)
    left_out = {**counts.excluded, **counts.blind}
    every = [
        (Chosen(), _("Tất cả"), hits + misses + sum(left_out.values())),
        (Chosen(RowOutcome.MISS), word_of(RowOutcome.MISS, names), misses),
        (Chosen(RowOutcome.HIT), word_of(RowOutcome.HIT, names), hits),
        *(
            (Chosen(RowOutcome.EXCLUDED, why), _("không tính: %s") % why, n)
            for why, n in sorted(left_out.items())
        ),
    ]
    return [
        Chip(label, n, f"?{keep(request, xem=one.outcome or '', **{'ly-do': one.reason})}", one == chosen)
        for one, label, n in every
        if n or one == chosen or one.outcome is None
    ]


def word_of(outcome: RowOutcome, names: CaseWords) -> str:
    """How a row's outcome is said, in the measure's own words where it has some."""
    if outcome is RowOutcome.EXCLUDED:
        return _("không tính")
    if outcome is RowOutcome.HIT:
        return names.hit
    return names.miss if names != measures.PLAIN_WORDS else _("không đạt")


def chosen_of(request: Request) -> Chosen:
    """Which rows the address asks for; all of them when it says nothing readable."""
    asked = request.GET.get("xem", "")
    outcome = RowOutcome(asked) if asked in list(RowOutcome) else None
    return Chosen(outcome, request.GET.get("ly-do", ""))


def keep(request: Request, **changed: str) -> str:
    """The query of the address with some parts changed; where the list was being read is forgotten."""
    kept = {name: request.GET[name] for name in ("den", "ky", "xem", "ly-do") if request.GET.get(name)}
    return urlencode({name: value for name, value in (kept | changed).items() if value})


def sheet(
    name: str, rows: Iterable[Opened], hidden: int, *, notes: Sequence[str], names: CaseWords, file_name: str
) -> HttpResponse:
    """Opened rows as a file to save; what the viewer may not see is counted in the notes."""
    left = (
        (_("%(n)s dòng không hiện vì anh/chị không được xem") % {"n": say.number(hidden)},) if hidden else ()
    )
    table = Table(
        title=_("Các dòng đứng sau con số: %(name)s") % {"name": name},
        notes=(*notes, *left),
        headers=(_("Dòng"), _("Tính là"), _("Lý do"), _("Nội dung")),
        rows=[(row.label, word_of(row.outcome, names), row.reason, row.note) for row in rows],
        widths={0: 60, 1: 14, 2: 34, 3: 60},
    )
    return attachment(write_sheet(table), file_name, XLSX)


def sheet_url(target: Target, request: Request) -> str:
    """Where the same rows are a sheet."""
    return f"{reverse('objectives:live_rows_sheet', args=[target.uid])}?{keep(request)}"
