"""The brief as one A4: what became of earlier answers, at most five lines, what each waits for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from chuan.briefing.models import Brief, BriefLine
from chuan.briefing.words import more_words, verb_words
from chuan.paper.papers import Block, Bullets, Heading, Note, Paper, Paragraph, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.ui import formatters as say

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI VĂN BẢN THẬT"
HEADS = ("TT", "Việc", "Người phụ trách", "Hạn", "Đề nghị")


def pdf_of(brief: Brief) -> bytes:
    """The brief as it was made, as PDF. Call it outside any transaction."""
    with translation.override("vi"):
        return to_pdf(paper_of(brief))


def paper_of(brief: Brief) -> Paper:
    """The paper; it has no number: it is read, not issued."""
    unit = brief.unit
    return Paper(
        agency=("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}"),
        symbol="",
        place=unit.place or unit.name,
        type_name="Bản tin sáng",
        subject=f"Ngày {say.day(brief.on)}",
        signer=Signer((), "Người đọc"),
        made_on=brief.on,
        year=brief.on.year,
        body=tuple(_body(brief)),
        mark=MARK if unit.example else "",
        layout="minutes",
        is_form=True,
    )


def _body(brief: Brief) -> Iterator[Block]:
    if told := brief.returned_lines:
        yield Heading(2, "Trả lời hôm trước")
        yield Bullets(tuple(_returned(one) for one in told[:6]))
    lines = list(brief.lines.select_related("official", "explanation").order_by("place"))
    if not lines:
        yield Paragraph(_("Sáng nay không có việc nào phải quyết."))
    else:
        rows = tuple(_row(one) for one in lines)
        yield TableBlock(HEADS, rows, (1, 8, 3.6, 2.4, 2.4), ("center", "left", "left", "center", "left"))
    if words := more_words(brief):
        yield Note(words)


def _row(one: BriefLine) -> tuple[str, ...]:
    said = f" Giải trình: {one.explanation.words}" if one.explanation else ""
    return (
        str(one.place), f"{one.sentence}{said}", one.official.name if one.official else "–", _day(one.due_on),
        verb_words(one.allowed[0]),
    )  # fmt: skip


def _returned(one: dict[str, str]) -> str:
    note = f" “{one['note']}”" if one["note"] else ""
    who = f" ({one['who']})" if one["who"] else ""
    return f"{one['verb']}{who}: {one['what'].rstrip('.')} – {one['state']}.{note}"


def _day(value: date | None) -> str:
    return say.day(value) if value else "–"
