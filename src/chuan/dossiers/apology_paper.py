"""The paper of an apology, as a Word file to be numbered, signed and sent in the official system.

Nothing that makes it a document is filled in here: number, date, signature and the applicant's name are
blank, because the system of record holds them and Chuẩn does not.
"""

from __future__ import annotations

from datetime import date

from django.utils import translation

from chuan.dossiers.models import Dossier
from chuan.paper.lines import BLANK
from chuan.paper.papers import Block, Paper, Paragraph, Signer
from chuan.paper.word import to_docx
from chuan.people.models import Unit
from chuan.ui import formatters as say

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI HỒ SƠ THẬT"
_DOTS = "…" * 24


def apology_docx(
    dossier: Dossier, *, form: str, reason: str, new_day: date | None, due: date | None, by: str, on: date
) -> bytes:
    """The Word file; the same bytes for the same record. ``form``: the name of the form; ``by``: who drew it up."""
    with translation.override("vi"):
        return to_docx(
            apology_paper(dossier, form=form, reason=reason, new_day=new_day, due=due, by=by, on=on)
        )


def apology_paper(
    dossier: Dossier, *, form: str, reason: str, new_day: date | None, due: date | None, by: str, on: date
) -> Paper:
    """The paper's parts: what happened, why, the new date, and an apology. (TT 01/2018 and 03/2025, Mẫu 04.)"""
    unit = dossier.owner_unit
    return Paper(
        agency=_agency(unit),
        symbol=BLANK,
        place=unit.place or unit.name,
        type_name=form,
        subject=f"Hồ sơ {dossier.code}",
        signer=Signer((), "Thủ trưởng cơ quan, đơn vị"),
        made_on=on,
        body=_body(dossier, unit, reason, new_day, due),
        recipients=("Như trên", "Bộ phận một cửa", "Lưu: VT"),
        footer_note=f"Dự thảo do {by} lập ngày {say.day(on)} từ Chuẩn; số, ngày, chữ ký và tên người nộp "
        "điền ở hệ thống chính thức.",
        mark=MARK if unit.example else "",
    )


def _body(
    dossier: Dossier, unit: Unit, reason: str, new_day: date | None, due: date | None
) -> tuple[Block, ...]:
    name = dossier.procedure_name or "theo giấy tiếp nhận"
    received = say.day(dossier.received_on) if dossier.received_on else _DOTS
    return (
        Paragraph(f"Kính gửi: {_DOTS}"),
        Paragraph(
            f"Ngày {received}, {unit.committee} nhận hồ sơ của ông/bà, mã hồ sơ {dossier.code}, về thủ tục: "
            f"{name}. Thời gian hẹn trả kết quả: ngày {say.day(due) if due else _DOTS}."
        ),
        Paragraph("Đến nay hồ sơ chưa giải quyết xong và không kịp trả kết quả đúng ngày đã hẹn."),
        Paragraph(f"Lý do: {reason}"),
        Paragraph(
            f"{unit.committee} xin lỗi ông/bà về sự chậm trễ này, và hẹn trả kết quả vào "
            f"{say.weekday(new_day, with_year=True) if new_day else _DOTS}."
        ),
        Paragraph("Rất mong ông/bà thông cảm."),
    )


def _agency(unit: Unit) -> tuple[str, ...]:
    return ("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}")
