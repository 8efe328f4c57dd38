"""Number, day and month that a signed PDF shows only inside boxes are read where the eye reads them.

The boxes of real papers: government PDFs of Hà Nội (shared data), whose pictures were looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.exchange import making
from tests.exchange.making import Stamp

from chuan.exchange.papers import Extracted, Widget, extract
from chuan.rules.refusals import FileIsScan

GOVERNMENT = Path(__file__).resolve().parents[3] / "shared" / "data" / "signed-pdf" / "government"

# Places are given to the point, so that a box can be laid over each blank.
PAPER = """
#place(top + left, dx: 0pt, dy: 0pt)[ỦY BAN NHÂN DÂN PHƯỜNG]
#place(top + left, dx: 210pt, dy: 0pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]
#place(top + left, dx: 0pt, dy: 30pt)[Số: #h(50pt) \\/QĐ-UBND]
#place(top + left, dx: 230pt, dy: 30pt)[_Bắc Hồng, ngày #h(24pt) tháng #h(24pt) năm 2026_]
#v(60pt)
#align(center)[*QUYẾT ĐỊNH*]
Điều 1. Ban hành Mục tiêu chất lượng năm 2026 của Ủy ban nhân dân phường.
"""


def blank_paper() -> bytes:
    return making.pdf_of(PAPER)


# Where PAPER's line of number and date stands, and its three blanks, in points of the A4 page.
LINE = 746.6
NUMBER = {"x": 110.0, "width": 100.0}
DAY, MONTH = {"x": 399.0}, {"x": 461.0}


def box_at(x: float, *, text: str, width: float = 40, **more: Any) -> Stamp:
    """A box whose letters stand on the line of number and date."""
    return Stamp((x, LINE - 5.3, x + width, LINE + 20), text, **more)


def read(*stamps: Stamp) -> Extracted:
    return extract(making.with_stamps(blank_paper(), *stamps), name="da-ky.pdf")


def test_without_boxes_the_blanks_stay_blank() -> None:
    assert extract(blank_paper(), name="a.pdf").text.split("\n")[2:4] == [
        "Số: /QĐ-UBND",
        "Bắc Hồng, ngày tháng năm 2026",
    ]


def test_number_day_and_month_stand_in_their_lines() -> None:
    paper = read(box_at(**NUMBER, text="2280"), box_at(**DAY, text="05"), box_at(**MONTH, text="5"))
    assert paper.text.split("\n")[2:4] == ["Số: 2280/QĐ-UBND", "Bắc Hồng, ngày 05 tháng 5 năm 2026"]


def test_each_value_tells_its_page_box_and_place_in_the_text() -> None:
    stamps = (box_at(**NUMBER, text="2280"), box_at(**DAY, text="05"))
    paper = read(*stamps)
    number, day = paper.widgets
    assert (number.page, number.text, day.text) == (1, "2280", "05")
    assert number.rect == pytest.approx(stamps[0].rect)
    assert [paper.text[w.start : w.end] for w in paper.widgets] == ["2280", "05"]


def test_the_order_of_the_boxes_in_the_file_does_not_matter() -> None:
    stamps = [box_at(**NUMBER, text="2280"), box_at(**DAY, text="05"), box_at(**MONTH, text="5")]
    assert read(*stamps).text == read(*stamps[::-1]).text


def test_who_signed_is_no_part_of_the_paper() -> None:
    signer = Stamp((60, 700, 300, 740), "Ký bởi: Ủy ban nhân dân phường\nThời gian ký: 05/05/2026")
    assert read(signer).text == extract(blank_paper(), name="a.pdf").text


@pytest.mark.parametrize(
    ("flags", "why"), [(2, "hidden"), (32, "not for the screen"), (134, "hidden, locked")]
)
def test_a_box_that_is_not_shown_is_not_read(flags: int, why: str) -> None:
    assert read(box_at(**NUMBER, text="9999", flags=flags)).widgets == (), why


def test_a_comment_laid_over_the_page_is_not_the_paper() -> None:
    paper = read(box_at(**NUMBER, text="9999", subtype="/FreeText"), box_at(**DAY, text="05"))
    assert "9999" not in paper.text
    assert [w.text for w in paper.widgets] == ["05"]


def test_a_box_beside_no_line_becomes_a_line_in_its_place() -> None:
    paper = read(Stamp((100, 40, 200, 60), "Đã ký"))
    assert paper.text.split("\n")[-1] == "Đã ký"
    assert paper.widgets == (
        Widget(1, (100.0, 40.0, 200.0, 60.0), "Đã ký", len(paper.text) - 5, len(paper.text)),
    )


def test_letters_of_boxes_are_told_by_the_font_not_by_their_numbers() -> None:
    paper = read(Stamp((100, 40, 300, 60), "Nguyễn Viết Khanh"))
    assert paper.widgets[0].text == "Nguyễn Viết Khanh"


def test_boxes_on_later_pages_name_their_page() -> None:
    two = making.pdf_of(PAPER + "#pagebreak()\nPhụ lục kèm theo Quyết định của Ủy ban nhân dân phường.")
    paper = extract(making.with_stamps(two, Stamp((100, 40, 200, 60), "trang sau", page=1)), name="a.pdf")
    assert [(w.page, w.text, paper.text[w.start : w.end]) for w in paper.widgets] == [
        (2, "trang sau", "trang sau")
    ]


# Real papers


@pytest.fixture
def government() -> Path:
    if not GOVERNMENT.exists():
        pytest.skip(f"ABSENT: the shared signed PDFs ({GOVERNMENT}); the real boxes are not tested")
    return GOVERNMENT


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "number", "dated"),
    [
        ("hanoi_qd_2280_water.pdf", "Số: 2280/QĐ-UBND", "Hà Nội, ngày 29 tháng 4 năm 2026"),
        ("hanoi_kh_173_festival.pdf", "Số: 173/KH-UBND", "Hà Nội, ngày 28 tháng 4 năm 2026"),
    ],
)
def test_papers_of_hanoi_have_number_day_and_month(
    government: Path, file: str, number: str, dated: str
) -> None:
    paper = extract((government / file).read_bytes(), name=file)
    head = paper.text.split("\n")[:8]
    assert number in head
    assert dated in head
    assert len(paper.widgets) == 3
    assert all(paper.text[w.start : w.end] == w.text for w in paper.widgets)


@pytest.mark.shared
@pytest.mark.parametrize("file", ["qd_707_ttg.pdf", "nq_115_ba_vi.pdf", "tt_21_bct_fuel.pdf"])
def test_scans_with_a_seal_on_top_are_refused_as_scans(government: Path, file: str) -> None:
    with pytest.raises(FileIsScan):
        extract((government / file).read_bytes(), name=file)
