"""Small invented reports as files, and the way of a person with them."""

from __future__ import annotations

import io

import docx

from chuan.objectives.actions import report_lines, reporting
from chuan.objectives.actions.report_lines import Edited, as_read
from chuan.objectives.models import Measurement, ReportLine, ReportRead
from chuan.objectives.reported.texts import bring
from tests.objectives.made import clerk, now
from tests.people import Ward

HEAD = (
    "UBND THỊ XÃ HỒNG LĨNH", "ỦY BAN NHÂN DÂN", "PHƯỜNG BẮC HỒNG", "Số: 85/BC-UBND",
    "Bắc Hồng, ngày 25 tháng 9 năm 2021", "BÁO CÁO",
)  # fmt: skip
SEPTEMBER = "Tình hình kinh tế - xã hội tháng 9 năm 2021"
BUDGET = "Tổng thu ngân sách nhà nước trên địa bàn tháng 9 đạt {} triệu đồng."


def text(*lines: str, title: str = SEPTEMBER, head: tuple[str, ...] = HEAD) -> str:
    """A report as plain text."""
    return "\n".join([*head, title, *lines])


def word(*lines: str, title: str = SEPTEMBER, head: tuple[str, ...] = HEAD) -> bytes:
    """The same as a Word file."""
    document = docx.Document()
    for line in (*head, title, *lines):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def dropped(ward: Ward, *lines: str, title: str = SEPTEMBER, head: tuple[str, ...] = HEAD) -> ReportRead:
    """A report that the clerk has dropped."""
    data = text(*lines, title=title, head=head).encode()
    return reporting.receive_report(
        data, "bao-cao.txt", bring(data, name="bao-cao.txt"), by=clerk(ward), at=now()
    )


def line_of(report: ReportRead, code: str) -> ReportLine:
    """The figure of an indicator."""
    return report.lines.select_related("indicator__unit", "report__unit", "report__blob").get(
        indicator__code=code
    )


def asked(report: ReportRead) -> dict[str, list[str]]:
    """Codes of the questions by indicator."""
    return {
        line.indicator.code: [one["code"] for one in line.questions]
        for line in report.lines.filter(indicator__isnull=False).select_related("indicator")
    }


def confirm(ward: Ward, line: ReportLine, edited: Edited | None = None) -> Measurement:
    """The clerk's yes."""
    return report_lines.confirm_line(line, edited or as_read(line), by=clerk(ward), at=now())
