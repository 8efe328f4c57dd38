"""The periodic report: a worksheet for each table, and a paper to be numbered and signed.

No official form was found (see docs/decisions/petition-figures.md): rows and titles are ours, and it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import signer_of_day
from chuan.documents.outgoing.heads import MARK, agency_lines, place_of
from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.paper.papers import Block, Bullets, Heading, Note, Paper, Paragraph, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.petitions.figures import basis
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.counting import Counted, Cut, Line, Statistics, statistics
from chuan.petitions.figures.figures import GROUPS, SHORT, Figure, Group
from chuan.petitions.figures.measured import Measured, measured
from chuan.petitions.figures.receptions import Received, received_in
from chuan.ui import formatters as say
from chuan.ui import words

NARROW = (Cut.FIELD, Cut.CHANNEL, Cut.STAGE, Cut.COMPETENCE)
"""Cuts of the narrower tables, in order."""


@dataclass(frozen=True)
class Report:
    """All that a report tells."""

    asked: Asked
    found: Statistics
    reception: Received
    measured: Sequence[Measured]

    @property
    def lacking(self) -> tuple[str, ...]:
        """What keeps the figures from being whole, each sentence once."""
        return tuple(dict.fromkeys(sentence for one in self.measured for sentence in one.lacking))


def report_of(asked: Asked) -> Report:
    """Everything counted."""
    return Report(asked, statistics(asked), received_in(asked), measured(asked))


def groups_of(total: Counted) -> list[tuple[Group, list[Figure]]]:
    """The heads of the table with their figures; an optional one with nothing in it is left out."""
    return [
        (group, [one for one in group.figures if not one.optional or total.get(one.key)]) for group in GROUPS
    ]


def report_sheet(report: Report) -> bytes:
    """The report as an Excel file, a worksheet for each table."""
    with translation.override("vi"):
        tables = [
            _kinds_sheet(report),
            *(_narrow_sheet(report, cut) for cut in NARROW),
            _beside_sheet(report),
        ]
        return write_sheet(*tables)


def report_pdf(report: Report) -> bytes:
    """The report as PDF. Call it outside any transaction."""
    with translation.override("vi"):
        return to_pdf(report_paper(report))


def report_paper(report: Report) -> Paper:
    """The parts of the paper."""
    asked, unit = report.asked, report.asked.unit
    return Paper(
        agency=agency_lines(unit),
        symbol=symbol_for(unit, "BC", asked.on),
        place=place_of(unit),
        type_name="Báo cáo",
        subject=f"Kết quả tiếp công dân, tiếp nhận và giải quyết đơn thư {_period(asked)}",
        signer=signer_of_day(unit, asked.on),
        year=asked.on.year,
        made_on=asked.on,
        body=tuple(_body(report)),
        recipients=("Lưu: VT",),
        mark=MARK if unit.example else "",
        footer_note=" ".join(basis.basis_of(asked)),
    )


def _period(asked: Asked) -> str:
    return words.period(asked.period, with_year=True)


def _body(report: Report) -> list[Block]:
    blocks: list[Block] = [
        Paragraph(f"Số liệu đến hết ngày {say.day(report.asked.last_day)}."),
        Note(basis.no_form(report.asked)),
        *(Paragraph(f"Chưa đủ số liệu: {one}") for one in report.lacking),
        Heading(1, "I. Tiếp công dân"),
        Bullets(tuple(f"{label}: {value}" for label, value in reception_lines(report.reception))),
        Heading(1, "II. Đơn thư theo loại đơn"),
        _kinds_block(report.found),
    ]
    for number, cut in zip(("III", "IV", "V", "VI"), NARROW, strict=True):
        if report.found.by[cut]:
            blocks += [
                Heading(1, f"{number}. Theo {str(cut.label).lower()}"),
                _narrow_block(report.found, cut),
            ]
    blocks += [
        Heading(1, "VII. Kết quả so với phải giải quyết"),
        Bullets(tuple(f"{one.title}: {_rate(one)}" for one in report.measured)),
    ]
    return blocks


def _kinds_block(found: Statistics) -> TableBlock:
    lines = found.by[Cut.KIND]
    rows: list[tuple[str, ...]] = []
    for group, figures in groups_of(found.total):
        rows.append((f"{group.label}", *[""] * (len(lines) + 1)))
        rows += [_figure_row(one, lines, found.total) for one in figures]
    headers = ("Chỉ tiêu", *(_upper(line.label) for line in lines), "Cộng")
    return TableBlock(headers, tuple(rows), (60, *[18] * (len(lines) + 1)))


def _figure_row(figure: Figure, lines: Sequence[Line], total: Counted) -> tuple[str, ...]:
    numbers = [*(line.counted.get(figure.key, 0) for line in lines), total.get(figure.key, 0)]
    return (f"{'– ' if figure.part else ''}{figure.label}", *map(say.number, numbers))


def _narrow_block(found: Statistics, cut: Cut) -> TableBlock:
    told = [(line.label, line.counted) for line in found.by[cut]] + [("Cộng", found.total)]
    rows = tuple(
        (_upper(label), *(say.number(counted.get(key, 0)) for key in SHORT)) for label, counted in told
    )
    headers = (str(cut.label), *(_upper(str(label)) for label in SHORT.values()))
    return TableBlock(headers[:8], rows, (48, *[19] * len(SHORT)))


def reception_lines(found: Received) -> list[tuple[str, str]]:
    """The counts of reception, each with its words."""
    many = {"n": say.number(found.groups), "people": say.number(found.group_people)}
    told = [
        (_("Lượt tiếp"), say.number(found.comings)),
        (_("Số người được tiếp"), say.number(found.people)),
        (_("Đoàn đông người (từ %s người)") % found.many, _("%(n)s đoàn, %(people)s người") % many),
        (_("Nhận nội dung, thành đơn phải giải quyết"), say.number(found.taken)),
        (_("Hướng dẫn, giải thích ngay"), say.number(found.guided)),
        (_("Từ chối tiếp"), say.number(found.refused)),
        (_("Ngày Chủ tịch trực tiếp tiếp"), say.number(found.days)),
    ]
    if found.terms:
        kept = {"kept": say.number(found.kept), "terms": say.number(found.terms)}
        told.append((_("Tuần, tháng đủ số ngày tiếp theo quy định"), _("%(kept)s trong %(terms)s") % kept))
    return told


def _rate(one: Measured) -> str:
    if one.lacking:
        return _("chưa đo được")
    if not one.of:
        return _("chưa có đơn phải giải quyết trong kỳ")
    told = {"met": say.number(one.met), "of": say.number(one.of), "words": one.hit_words, "rate": one.rate}
    return _("%(met)s trong %(of)s đơn %(words)s, đạt %(rate)s") % told


def _kinds_sheet(report: Report) -> Table:
    found, lines = report.found, report.found.by[Cut.KIND]
    rows: list[list[CellValue]] = []
    for group, figures in groups_of(found.total):
        for one in figures:
            numbers = [*(line.counted.get(one.key, 0) for line in lines), found.total.get(one.key, 0)]
            rows.append([str(group.label), str(one.label), *numbers])
    return Table(
        title=_("Số liệu đơn thư %(period)s – %(unit)s")
        % {"period": _period(report.asked), "unit": report.asked.unit.committee},
        headers=[_("Nhóm"), _("Chỉ tiêu"), *(_upper(line.label) for line in lines), _("Cộng")],
        rows=rows,
        notes=[*basis.basis_of(report.asked, report.lacking), basis.no_form(report.asked)],
        sheet_name=_("Theo loại đơn"),
        widths={0: 30, 1: 36, **dict.fromkeys(range(2, len(lines) + 3), 13.0)},
    )


def _narrow_sheet(report: Report, cut: Cut) -> Table:
    found = report.found
    told = [(line.label, line.counted) for line in found.by[cut]] + [(_("Cộng"), found.total)]
    return Table(
        title=_("Số liệu đơn thư theo %(cut)s, %(period)s")
        % {"cut": str(cut.label).lower(), "period": _period(report.asked)},
        headers=[str(cut.label), *(_upper(str(label)) for label in SHORT.values())],
        rows=[[_upper(label), *(counted.get(key, 0) for key in SHORT)] for label, counted in told],
        notes=[basis.no_form(report.asked)],
        sheet_name=_("Theo %s") % str(cut.label).lower(),
        widths={0: 36, **dict.fromkeys(range(1, len(SHORT) + 1), 16.0)},
    )


def _beside_sheet(report: Report) -> Table:
    rows: list[list[CellValue]] = [[label, value] for label, value in reception_lines(report.reception)]
    rows += [[one.title, _rate(one)] for one in report.measured]
    return Table(
        title=_("Tiếp công dân, tỷ lệ giải quyết, %s") % _period(report.asked),
        headers=[_("Chỉ tiêu"), _("Số liệu")],
        rows=rows,
        notes=[basis.no_form(report.asked)],
        sheet_name=_("Tiếp dân, tỷ lệ"),
        widths={0: 60, 1: 44},
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
