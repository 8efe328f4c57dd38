"""Hard reports through the page: tables of PDFs, lists of names, and every bad report said clearly, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.objectives.models import Measurement, Plan, ReportRead
from chuan.paper.papers import Paper, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from tests.examine import Page, examine, sign_in
from tests.exchange.making import pdf_of
from tests.exchange.scanning import drawn, need_tesseract, pdf_of_pictures
from tests.objectives.made import indicator
from tests.objectives.reports_read.made import BUDGET, HEAD, SEPTEMBER, line_of, word
from tests.objectives.reports_read.test_scans import REPORT
from tests.people import Ward

DOOR = "/muc-tieu/tu-bao-cao/"
HEADS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm", "Thực hiện tháng {}", "So với KH (%)")
NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Minh Họa")


@pytest.fixture
def seen(client: Client, ward: Ward, plan: Plan) -> Client:
    return sign_in(client, ward.clerk)


def send(client: Client, data: bytes, name: str, status: int = 200) -> Page:
    return examine(client.post(DOOR, {"file": SimpleUploadedFile(name, data)}, follow=True), status=status)


def pdf(*rows: tuple[str, ...], month: int = 9) -> bytes:
    """A report of a month as a PDF with one ruled table."""
    paper = Paper(
        agency=("Ủy ban nhân dân", "phường Bắc Hồng"), agency_above="UBND thị xã Hồng Lĩnh", symbol="BC-UBND",
        number="85", place="Bắc Hồng", year=2021, type_name="Báo cáo",
        subject=f"Số liệu kinh tế - xã hội tháng {month} năm 2021",
        signer=Signer(("TM. Ủy ban nhân dân",), "Chủ tịch", ""),
        body=(TableBlock(tuple(head.format(month) for head in HEADS), rows),),
    )  # fmt: skip
    return to_pdf(paper)


def recorded() -> list[tuple[str, str]]:
    return [(one.indicator.code, one.numerator) for one in Measurement.objects.select_related("indicator")]


def test_a_table_of_a_pdf_is_read_by_rows_and_columns_and_an_empty_cell_moves_nothing(seen: Client):
    rows = (
        ("1", "Tổng thu ngân sách nhà nước trên địa bàn phường", "Triệu đồng", "8.550", "972,1", "84"),
        ("2", "Tỷ lệ người dân tham gia BHYT", "%", "95", "", ""),
    )
    page = send(seen, pdf(*rows), "bieu.pdf")
    assert page.find("//table[contains(@class, 'paper-table')]//td[contains(., '972,1')]//a[@id='v1']")
    assert "không giữ được cột" not in page.text
    assert [line.indicator.code for line in ReportRead.objects.get().lines.all() if line.indicator] == [
        "thu-ngan-sach"
    ]
    seen.post(f"{DOOR}{ReportRead.objects.get().uid}/")
    assert recorded() == [("thu-ngan-sach", "9721/10")]


def test_a_table_whose_layout_is_doubtful_gives_no_figure_and_the_page_says_so(seen: Client):
    head = "\n\n".join((*HEAD, SEPTEMBER)).replace("/", "\\/")
    cells = "[Chỉ tiêu], [ĐVT], [Thực hiện], [Thu ngân sách \\ Hộ nghèo], [triệu đồng \\ % ], [972,1 \\ #v(4pt) 0,94]"
    page = send(seen, pdf_of(f"{head}\n\n#table(columns: (5cm, 3cm, 3cm), {cells})"), "bieu.pdf")
    assert "Có bảng không giữ được cột nên không đọc số trong bảng" in page.text
    assert not ReportRead.objects.get().lines.filter(indicator__isnull=False).exists()


def test_the_second_month_of_a_layout_needs_no_choice_again(seen: Client, plan: Plan):
    row = ("1", "Nguồn thu phát sinh trong kỳ", "Triệu đồng", "8.550", "{}", "")

    def month(number: int, value: str) -> Page:
        return send(seen, pdf(tuple(cell.format(value) for cell in row), month=number), f"thang-{number}.pdf")

    first = month(8, "968")
    unknown = ReportRead.objects.get().lines.get()
    assert "Nguồn thu phát sinh trong kỳ" in first.text
    chosen = {"indicator": str(indicator(plan, "1.3").uid), "do": "name"}
    seen.post(f"{DOOR}dong/{unknown.uid}/", chosen)
    seen.post(f"{DOOR}{unknown.report.uid}/")
    second = month(9, "972,1")
    assert "cách viết đã quen" in second.text
    assert "Xác nhận tất cả 1 số" in second.text
    seen.post(f"{DOOR}{ReportRead.objects.get(file_name='thang-9.pdf').uid}/")
    assert sorted(recorded()) == [("thu-ngan-sach", "968"), ("thu-ngan-sach", "9721/10")]


def test_a_list_of_names_is_counted_no_name_is_kept_and_a_person_adds_the_whole(seen: Client):
    names = [f"{n}. {NAMES[n % 3]}, tổ dân phố {n % 9 + 1}" for n in range(1, 127)]
    heading = "Danh sách hộ gia đình được công nhận danh hiệu gia đình văn hóa năm 2021"
    page = send(seen, word(heading, *names, title="Kết quả công nhận danh hiệu năm 2021"), "cong-nhan.docx")
    report = ReportRead.objects.get()
    line = line_of(report, "gia-dinh-van-hoa")
    assert not [name for name in NAMES if name in report.text or name in page.text]
    for says in ("đếm theo danh sách", "chưa có tổng số", "126 dòng", "tên chỉ còn trong tệp gốc"):
        assert says in page.text
    sent = {
        "do": "confirm",
        "d1-numerator": "126",
        "d1-denominator": "",
        "d1-period": "20210101-20220101",
        "d1-stage": "official",
    }
    refused = examine(seen.post(f"{DOOR}dong/{line.uid}/", sent), status=422)
    assert refused.find("//input[@name='d1-numerator'][@value='126']")
    seen.post(f"{DOOR}dong/{line.uid}/", {**sent, "d1-denominator": "140", "d1-seen": "on"})
    made = Measurement.objects.get()
    assert (made.grade, made.numerator, made.denominator) == ("D", "126", "140")
    assert heading in made.evidence_note
    assert not [name for name in NAMES if name in made.evidence_note]


def test_last_years_report_is_asked_about_on_the_page_and_all_at_once_records_nothing(seen: Client):
    data = word(BUDGET.format("7.100"), title="Tình hình kinh tế - xã hội tháng 9 năm 2020")
    page = send(seen, data, "nam-ngoai.docx")
    assert "Số này của năm 2020, không phải năm đang thực hiện" in page.text
    assert "Xác nhận tất cả" not in page.text
    seen.post(f"{DOOR}{ReportRead.objects.get().uid}/")
    assert not Measurement.objects.exists()


def test_a_figure_in_the_wrong_unit_waits_for_one_of_two_choices(seen: Client):
    data = word("Thu nhập bình quân đầu người năm 2021 đạt 65 đồng/người/năm.", title="Tình hình năm 2021")
    page = send(seen, data, "don-vi.docx")
    assert "Văn bản ghi 65\u00a0đồng" in page.text or "Văn bản ghi 65 đồng" in page.text
    assert [one.get("value") for one in page.find("//input[@type='radio']")] == ["converted", "plain"]
    line = line_of(ReportRead.objects.get(), "thu-nhap-binh-quan")
    sent = {
        "do": "confirm",
        "d1-value": "",
        "d1-period": "20210101-20220101",
        "d1-stage": "official",
        "d1-seen": "on",
    }
    refused = examine(seen.post(f"{DOOR}dong/{line.uid}/", sent), status=422)
    assert "65 đồng" in refused.text.replace("\u00a0", " ")
    assert not Measurement.objects.exists()
    seen.post(f"{DOOR}dong/{line.uid}/", {**sent, "d1-choice": "plain"})
    assert recorded() == [("thu-nhap-binh-quan", "65")]


def test_two_reports_that_disagree_stand_beside_each_other_until_a_person_has_looked(
    seen: Client, ward: Ward
):
    send(seen, word(BUDGET.format("972,1")), "mot.docx")
    seen.post(f"{DOOR}{ReportRead.objects.get().uid}/")
    page = send(seen, word(BUDGET.format("990")), "hai.docx")
    assert "Kỳ này đang có số khác: 972,1" in page.text.replace("\u00a0", " ")
    line = line_of(ReportRead.objects.get(file_name="hai.docx"), "thu-ngan-sach")
    sent = {"do": "confirm", "d1-value": "990", "d1-period": "20210901-20211001", "d1-stage": "official"}
    assert seen.post(f"{DOOR}dong/{line.uid}/", sent).status_code == 422
    seen.post(f"{DOOR}dong/{line.uid}/", {**sent, "d1-seen": "on"})
    assert sorted(recorded()) == [("thu-ngan-sach", "9721/10"), ("thu-ngan-sach", "990")]


def test_a_pdf_of_another_ward_is_refused_by_name_and_nothing_is_kept(seen: Client):
    data = word(BUDGET.format("972,1"), head=(*HEAD[:2], "PHƯỜNG NAM HỒNG", *HEAD[3:]), title=SEPTEMBER)
    assert "phường Nam Hồng" in send(seen, data, "khac.docx", status=422).text
    assert not ReportRead.objects.exists()


def test_a_scan_that_lies_upside_down_is_turned_and_said_on_the_page(seen: Client, tmp_path: Path):
    need_tesseract()
    page = send(seen, pdf_of_pictures(tmp_path, drawn(REPORT), turn=180), "quet.pdf")
    assert "Bản quét nằm ngược hoặc nghiêng, đã xoay lại trước khi đọc" in page.text
    assert "đối chiếu từng số với bản giấy" in page.text
    assert ReportRead.objects.get().lines.filter(indicator__code="thu-ngan-sach", value="972.1").exists()
