"""The poster of a survey: A5, with the picture a telephone reads."""

from __future__ import annotations

from chuan.documents.outgoing.heads import MARK, agency_lines
from chuan.paper.posters import Poster, to_poster
from chuan.rules.wording import said
from chuan.satisfaction.models import Survey


def poster_pdf(survey: Survey, address: str) -> bytes:
    """The poster; without an address (a machine without the page) it says where the paper form is. No transaction."""
    lines = (
        "Một phút, không cần ghi tên.",
        "Chỉ đếm chung, không ai biết ai trả lời.",
        f"Nhận phiếu từ {said(survey.starts)} đến hết {said(survey.last_day)}.",
    )
    return to_poster(
        Poster(
            agency=agency_lines(survey.unit), title=survey.title, call="Mời ông/bà quét mã để góp ý",
            address=address, lines=lines, made_on=survey.starts, mark=MARK if survey.unit.example else "",
        )
    )  # fmt: skip
