"""Reports that are pictures: turned upright, read, long ones in the background; doubtful letters are asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from chuan.objectives.actions import reporting
from chuan.objectives.models import Plan, ReportRead
from chuan.objectives.reported import running
from chuan.objectives.reported.texts import Brought, bring
from chuan.rules.refusals.scans import ScanWithoutLetters
from tests.exchange.scanning import HEAD, drawn, need_tesseract, pdf_of_pictures
from tests.objectives.made import clerk, now
from tests.objectives.reports_read.made import BUDGET, asked, text
from tests.people import Ward
from tests.rules.report_figures.made import WANTED, said

REPORT = (
    HEAD.replace("148/QĐ-UBND", "85/BC-UBND").replace("19 tháng 02", "25 tháng 9")
    + """
#align(center)[*BÁO CÁO* \\ *Tình hình kinh tế - xã hội tháng 9 năm 2021*]

Tổng thu ngân sách nhà nước trên địa bàn tháng 9 đạt 972,1 triệu đồng.
"""
)


def test_a_scan_that_lies_upside_down_is_turned_and_read(tmp_path: Path):
    need_tesseract()
    from chuan.law.lexicons import reader_lexicon
    from chuan.rules.report_figures import Home, read_report

    brought = bring(pdf_of_pictures(tmp_path, drawn(REPORT), turn=180), name="quet.pdf")
    assert (brought.from_picture, brought.turned) == (True, True)
    found = read_report(brought.text, WANTED, home=Home("phường", "Bắc Hồng"), lexicon=reader_lexicon())
    assert [said(one) for one in found.proposals] == ["thu-ngan-sach 972.1 2021-10-01"]


def begun(ward: Ward) -> ReportRead:
    return reporting.begin_scan(b"%PDF-1.7", "quet.pdf", "application/pdf", 5, by=clerk(ward), at=now())


def test_a_long_scan_is_read_in_the_background_and_doubtful_letters_are_asked_about(
    ward: Ward, plan: Plan, monkeypatch: pytest.MonkeyPatch
):
    words = text(BUDGET.format("972,1"))
    at = words.index("972,1")
    seen = Brought(words, "application/pdf", from_picture=True, unsure=((at, at + 5),))
    monkeypatch.setattr(running, "bring", lambda *_args, **_more: seen)
    report = begun(ward)
    running.read_scan(report, clock=now)
    report.refresh_from_db()
    assert (report.state, report.from_picture) == (ReportRead.State.OPEN, True)
    assert asked(report) == {"thu-ngan-sach": ["seen_unsure"]}


def test_a_scan_that_cannot_be_read_says_why(ward: Ward, plan: Plan, monkeypatch: pytest.MonkeyPatch):
    def refused(*_args: object, **_more: object) -> Brought:
        raise ScanWithoutLetters(name="quet.pdf")

    monkeypatch.setattr(running, "bring", refused)
    report = begun(ward)
    running.read_scan(report, clock=now)
    report.refresh_from_db()
    assert report.state == ReportRead.State.UNREAD
    assert "quet.pdf" in report.said


def test_the_own_name_misread_by_a_letter_in_a_picture_is_still_the_own(ward: Ward, plan: Plan):
    words = text(BUDGET.format("972,1")).replace("PHƯỜNG BẮC HỒNG", "PHƯỜNG BẮC HỔNC")
    seen = Brought(words, "application/pdf", from_picture=True)
    assert (
        reporting.receive_report(b"%PDF-1.7", "quet.pdf", seen, by=clerk(ward), at=now()).lines.count() == 1
    )
