"""A draft of the ward, taken as far along its way as a test asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.intake.models import RecordSystem
from chuan.paper.contents import Content, body_from_text
from chuan.people.viewer import Viewer
from tests.people import Ward

TEXT = """Điều 1. Thành lập Tổ rà soát thủ tục hành chính của phường gồm năm thành viên.
Điều 2. Tổ rà soát báo cáo kết quả trước ngày 20 hằng tháng.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Văn phòng Ủy ban nhân dân phường và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."""


def decision(ward: Ward, on: date, **changed: object) -> Content:
    """A small whole Decision in the right form."""
    content = replace(
        beginning_of("QĐ", ward.unit, on),
        subject="Về việc thành lập Tổ rà soát thủ tục hành chính",
        body=body_from_text(TEXT),
    )
    return replace(content, **changed)  # type: ignore[arg-type]


@pytest.fixture
def specialist(ward: Ward, view: Callable[..., Viewer]) -> Viewer:
    """Any official drafts; this one neither reviews nor signs."""
    return view(ward.specialist)


@pytest.fixture
def draft(ward: Ward, specialist: Viewer, now: datetime) -> Document:
    """A whole draft, in its drafter's hands."""
    return outgoing.create(decision(ward, specialist.on), by=specialist, at=now)


@pytest.fixture
def kept(ward: Ward) -> RecordSystem:
    """Keep mode: the unit keeps its register of documents here, by its own document."""
    return RecordSystem.objects.create(
        unit=ward.unit, register="documents", system="Chuẩn", keeps=True, valid_from=date(2020, 1, 1),
        citation="Quyết định số 9/QĐ-UBND",
    )  # fmt: skip


@pytest.fixture
def forward(
    clerk: Viewer, chairman: Viewer, specialist: Viewer, now: datetime
) -> Callable[[Document, str], Document]:
    """``forward(draft, "to_sign")``: reviewed and approved up to that stage."""

    def go(document: Document, stage: str) -> Document:
        steps = {
            "content_review": lambda: outgoing.submit(document, by=specialist, at=now),
            "form_review": lambda: outgoing.approve_content(document, by=chairman, at=now),
            "to_sign": lambda: outgoing.approve_form(document, by=clerk, at=now),
            "handed_over": lambda: outgoing.hand_over(document, by=clerk, at=now),
        }
        for name, step in steps.items():
            step()
            if name == stage:
                break
        document.refresh_from_db()
        return document

    return go
