"""Phiếu giải quyết văn bản đến: what leaders direct and what whoever handles it proposes (NĐ 30/2020, Phụ lục IV)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import translation

from chuan.documents.models import Document
from chuan.documents.outgoing.heads import agency_lines, place_of
from chuan.law.document_types import type_title
from chuan.paper.papers import Block, Heading, Paper, Paragraph, Signer
from chuan.ui import formatters as say

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI VĂN BẢN THẬT"
_DOTS = "…" * 46
_LEADERS = "Ý kiến của lãnh đạo cơ quan, tổ chức"
_PART_HEADS = "Ý kiến của lãnh đạo đơn vị"
_HANDLER = "Ý kiến đề xuất của người giải quyết"


def slip_of(document: Document, on: date) -> Paper:
    """The slip with what is known so far; parts without a word are left to the pen. It has no number of its own."""
    with translation.override("vi"):
        unit = document.owner_unit
        return Paper(
            agency=agency_lines(unit),
            symbol="",
            place=place_of(unit),
            type_name="Phiếu giải quyết văn bản đến",
            subject="",
            signer=Signer((), "", ""),
            made_on=on,
            body=tuple(_body(document)),
            footer_note=f"In từ Chuẩn ngày {say.day(on)}; ý kiến ghi trong Chuẩn giữ kèm tên và giờ của từng người.",
            mark=MARK if unit.example else "",
            layout="minutes",
            is_form=True,
        )


def stamp_of(document: Document) -> list[tuple[str, str]]:
    """What the box "ĐẾN" holds (Phụ lục IV, 35 × 50 mm): shown beside the paper, never drawn on a signed file."""
    lead = document.lead_name.partition(";")[0]
    return [
        ("Cơ quan", document.owner_unit.committee),
        ("Số đến", document.arrival_number),
        ("Ngày đến", say.day(document.arrived_on)),
        ("Chuyển", lead),
        ("Số và ký hiệu hồ sơ", document.file_code),
    ]


def _body(document: Document) -> Iterator[Block]:
    yield Paragraph(f"Số đến: {document.arrival_number or '…'}; ngày đến: {say.day(document.arrived_on)}.")
    named = " ".join(
        part
        for part in (
            type_title(document.type),
            f"số {document.full_number}" if document.number else "",
            f"ngày {say.day(document.issued_on)}" if document.issued_on else "",
            f"của {document.issuer_name}" if document.issuer_name else "",
        )
        if part
    )
    yield Paragraph(f"{named}: {document.subject}.")
    steps = list(document.steps.select_related("by").order_by("seq"))
    directed = [one for one in steps if one.verb == "assign"]
    given = [one for one in steps if one.verb == "contribute"]
    settled = [one for one in steps if one.verb in ("finish", "file")]
    yield Heading(2, f"1. {_LEADERS}")
    if directed:
        last = directed[-1]
        yield Paragraph(f"{_said(last.note)}{_who(last)}")
        yield Paragraph(f"Chủ trì, phối hợp: {document.lead_name}. Thời hạn: {say.day(document.due_on)}.")
    else:
        yield from _blank()
    yield Heading(2, f"2. {_PART_HEADS}")
    if given:
        yield from (Paragraph(f"{_said(one.note)}{_who(one)}") for one in given)
    else:
        yield from _blank()
    yield Heading(2, f"3. {_HANDLER}")
    if settled:
        last = settled[-1]
        reply = f" Văn bản trả lời: {document.reply_number}." if document.reply_number else ""
        yield Paragraph(f"{_said(last.note or document.progress)}{_who(last)}{reply}")
    else:
        yield from _blank()


def _blank() -> Iterator[Block]:
    yield from (Paragraph(_DOTS) for _line in range(3))


def _said(words: str) -> str:
    return " ".join(words.split()).rstrip(".") or "Đã phân công"


def _who(step: object) -> str:
    by, at = getattr(step, "by", None), step.recorded_at  # type: ignore[attr-defined]
    return f" ({by.name}, {say.moment(at)})." if by else f" ({say.moment(at)})."
