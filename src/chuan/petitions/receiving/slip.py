"""Giấy biên nhận: what the sender takes home. It tells of no kind that could be a denunciation, and of no name."""

from __future__ import annotations

from datetime import date

from django.utils import translation

from chuan.documents.outgoing.heads import agency_lines, place_of
from chuan.paper.papers import Block, Paper, Paragraph, Signer
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS
from chuan.ui import formatters as say

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI VĂN BẢN THẬT"


def slip_of(petition: Petition, code: str, *, by: str, on: date) -> Paper:
    """The slip with its code; no form of it was read in any act, so it bears no form number."""
    with translation.override("vi"):
        unit = petition.owner_unit
        return Paper(
            agency=agency_lines(unit),
            symbol="",
            place=place_of(unit),
            type_name="Giấy biên nhận",
            subject="",
            signer=Signer((), "Người nhận đơn", by),
            date=on,
            made_on=on,
            body=tuple(_body(petition, code)),
            mark=MARK if unit.example else "",
            is_form=True,
        )


def _body(petition: Petition, code: str) -> list[Block]:
    kind = "đơn" if petition.kind in SECRET_KINDS else f"đơn {petition.get_kind_display()}"
    received = say.day(petition.received_on)
    many = f" của {say.number(petition.signers)} người" if petition.signers > 1 else ""
    return [
        Paragraph(f"Đã nhận một {kind}{many} ngày {received}, số ghi tại đây {petition.code}."),
        Paragraph(f"Mã tra cứu: {code}"),
        Paragraph(
            "Mang mã này tới nơi tiếp công dân để hỏi đơn đang ở bước nào, hạn trả lời và kết quả. "
            "Giữ kín mã: ai có mã thì hỏi được. Cơ quan không giữ mã, không gửi tin nhắn hay thư điện tử về mã này; "
            "mất biên nhận thì tới xin mã mới."
        ),
    ]
