"""Phiếu giải quyết văn bản đến: three parts, what was said in each, room for the pen where nothing was."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime

import docx
import pypdf

from chuan.documents.actions import incoming
from chuan.documents.incoming.slip import slip_of, stamp_of
from chuan.documents.models import Document
from chuan.paper.pdf import to_pdf
from chuan.paper.plain import text_of
from chuan.paper.word import to_docx
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.people import Ward

View = Callable[[Official], Viewer]


def test_the_slip_holds_what_each_has_said(
    assigned: Document, ward: Ward, specialist: Viewer, view: View, now: datetime
):
    mine = assigned.assignments.get(part="cooperate")
    incoming.contribute(mine, "Thống nhất", by=view(ward.one_stop), at=now)
    incoming.finish(assigned, "Đã rà soát", reply_number="58/UBND-VP", by=specialist, at=now)
    text = text_of(slip_of(assigned, specialist.on))
    for words in (
        "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", "Số đến: 01", "Kế hoạch số 240/KH-UBND", "của UBND thị xã Hồng Lĩnh",
        "1. Ý kiến của lãnh đạo cơ quan, tổ chức", "Rà soát, báo cáo (Người Ký",
        "2. Ý kiến của lãnh đạo đơn vị", "Thống nhất (Lê Văn Một Cửa",
        "3. Ý kiến đề xuất của người giải quyết", "Đã rà soát (Vũ Thị Văn Hóa", "58/UBND-VP",
    ):  # fmt: skip
        assert words in text
    assert "./." not in text
    assert "Số:" not in text, "a slip has no number of its own"


def test_parts_without_a_word_are_left_to_the_pen(registered: Document, clerk: Viewer):
    slip = slip_of(registered, clerk.on)
    assert text_of(slip).count("………") >= 9
    pdf = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(to_pdf(slip))).pages)
    assert "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN" in " ".join(pdf.split())
    word = docx.Document(io.BytesIO(to_docx(slip)))
    assert any("lãnh đạo đơn vị" in one.text for one in word.paragraphs)


def test_the_stamp_is_data_only(assigned: Document):
    assert dict(stamp_of(assigned)) == {
        "Cơ quan": "UBND phường Bắc Hồng",
        "Số đến": "01",
        "Ngày đến": f"{assigned.arrived_on:%d/%m/%Y}",
        "Chuyển": "Vũ Thị Văn Hóa",
        "Số và ký hiệu hồ sơ": "",
    }
