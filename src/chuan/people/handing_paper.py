"""Biên bản bàn giao: the list as a paper of the office, to be signed by both (NĐ 30/2020/NĐ-CP, biên bản)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils import timezone, translation

from chuan.offers.handover import Passes
from chuan.paper.papers import Block, Bullets, Heading, Note, Paper, Paragraph, Signer, TableBlock
from chuan.people.handing import words_of_holders
from chuan.people.models import Handover, HandoverLine
from chuan.rules.lifecycles import HANDOVER
from chuan.ui import formatters as say

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI VĂN BẢN THẬT"
_HEADS = ("TT", "Nội dung", "Ghi chú", "Hạn", "Bàn giao")
_WIDTHS = (1.0, 7.0, 6.0, 2.4, 4.0)


def record_of(handover: Handover, lines: Sequence[HandoverLine]) -> Paper:
    """The paper as the handover stands: a draft of it until both have confirmed. It has no number of its own."""
    with translation.override("vi"):
        unit = handover.unit
        return Paper(
            agency=("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}"),
            symbol="",
            place=unit.place or unit.name,
            type_name="Biên bản",
            subject=f"Bàn giao công việc của {handover.giver.name} cho {handover.receiver.name}",
            signer=Signer((), "Bên nhận", handover.receiver.name),
            second_signer=Signer((), "Bên giao", handover.giver.name),
            made_on=timezone.localdate(handover.accepted_at) if handover.accepted_at else handover.on,
            body=tuple(_body(handover, lines)),
            mark=MARK if unit.example else "",
            layout="minutes",
            is_form=True,
        )  # fmt: skip


def _body(handover: Handover, lines: Sequence[HandoverLine]) -> Iterator[Block]:
    yield Paragraph(
        f"Căn cứ {handover.citation}, từ ngày {say.day(handover.on)} bên giao bàn giao cho bên nhận các nội dung sau."
    )
    yield Bullets((f"Bên giao: {handover.giver.name}", f"Bên nhận: {handover.receiver.name}"))
    yield Paragraph(f"Tình trạng: {HANDOVER.statuses[handover.status].label}.")
    words = words_of_holders()
    for place, (holder, some) in enumerate(groupby(lines, key=lambda line: line.holder), start=1):
        yield Heading(2, f"{place}. {words.get(holder, holder)}")
        rows = tuple(_row(n, one) for n, one in enumerate(some, start=1))
        yield TableBlock(_HEADS, rows, _WIDTHS, ("center", "left", "left", "left", "left"))
    yield Heading(2, "Xác nhận")
    yield Paragraph(f"Bên giao: {_given(handover)}")
    yield Paragraph(f"Bên nhận: {_accepted(handover)}")
    yield Note(
        f"Danh mục lập trong Chuẩn lúc {say.moment(handover.prepared_at)}; xác nhận giữ kèm tên và giờ."
    )


def _row(place: int, line: HandoverLine) -> tuple[str, ...]:
    return (str(place), line.what, line.note, say.day(line.due_on) if line.due_on else "", _said(line))


def _said(line: HandoverLine) -> str:
    if line.outcome == HandoverLine.Outcome.GONE:
        return str(line.get_outcome_display())
    if line.taken:
        with_post = " theo chức danh" if line.passes == Passes.WITH_POST else ""
        return ("Nộp lại, thôi dùng" if line.passes == Passes.ENDS else "Bàn giao") + with_post
    return f"Không: {line.reason}" if line.reason else "Không"


def _given(handover: Handover) -> str:
    if handover.given_at is None:
        return "chưa xác nhận."
    if handover.given_for is None:
        return f"{handover.giver.name} xác nhận lúc {say.moment(handover.given_at)}."
    who = f"{handover.given_for.name} xác nhận thay lúc {say.moment(handover.given_at)}"
    return f"{who}; {handover.given_reason}."


def _accepted(handover: Handover) -> str:
    if handover.accepted_at is None:
        return "chưa xác nhận."
    return f"{handover.receiver.name} xác nhận lúc {say.moment(handover.accepted_at)}."
