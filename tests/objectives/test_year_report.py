"""The year's report: what it says comes from the year's picture and nothing else."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from django.utils import translation
from docx.oxml.ns import qn
from pypdf import PdfReader

from chuan.documents.models import Question
from chuan.law.paper import paper_rules
from chuan.objectives.models import LateNotice, Measurement, Target
from chuan.objectives.year_report import report_docx, report_pdf
from chuan.paper.lines import number_line, place_line
from chuan.paper.papers import Heading, Paragraph, TableBlock
from chuan.people.models import Official, RoleGrant
from chuan.people.roles import Role
from tests.objectives.reported import AFTER, DURING, Year, a_full_year, a_year, rows_of, texts
from tests.paper.samples import flat, page_texts, stand_in_order
from tests.people import PAPER, START, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def year() -> Year:
    return a_year()


@pytest.fixture
def full() -> Year:
    return a_full_year()


def test_number_and_day_stay_blank_because_the_system_of_documents_gives_them(full: Year) -> None:
    """Nghị định 30/2020/NĐ-CP, Điều 15: số do hệ thống cấp khi ban hành."""
    paper, rules = full.report(), paper_rules()
    assert (paper.number, paper.date, paper.made_on) == ("", None, AFTER)
    assert flat(number_line(paper, rules)) == "Số: /BC-UBND"
    assert flat(place_line(paper, rules)) == "Bắc Hồng, ngày tháng năm"


def test_the_head_names_the_ward_and_nothing_above_it(full: Year) -> None:
    paper = full.report()
    assert paper.agency == ("Ủy ban nhân dân", "phường Bắc Hồng")
    assert paper.agency_above == ""
    assert paper.type_name == "Báo cáo"
    assert paper.subject == "Kết quả thực hiện mục tiêu chất lượng năm 2021"


def test_before_the_year_is_over_the_subject_says_up_to_which_day(full: Year) -> None:
    assert full.report(DURING).subject.endswith("năm 2021 (đến ngày 05/10/2021)")
    assert "xét đến hết ngày 05/10/2021" in texts(full.report(DURING))
    assert full.report(date(2021, 12, 31)).subject.endswith("(đến ngày 31/12/2021)")


def test_the_basis_is_the_decision_with_its_subject_written_out(full: Year) -> None:
    assert full.report().bases == (
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 19/02/2021 của UBND phường Bắc Hồng "
        "về việc ban hành “Mục tiêu chất lượng năm 2021”",
    )


def test_a_decision_without_number_is_cited_as_such(full: Year) -> None:
    full.plan.decision.number = ""
    assert "Quyết định (số để trống)/QĐ-UBND ngày 19/02/2021" in full.report().bases[0]


def test_a_decision_from_outside_keeps_its_issuers_name(full: Year) -> None:
    decision = full.plan.decision
    decision.direction, decision.issuer_name, decision.subject = "in", "UBND tỉnh Hà Tĩnh", ""
    assert full.report().bases == ("Căn cứ Quyết định số 12/QĐ-UBND ngày 19/02/2021 của UBND tỉnh Hà Tĩnh",)


def test_the_parts_stand_in_order(full: Year) -> None:
    headings = [(block.level, block.text) for block in full.report().body if isinstance(block, Heading)]
    assert headings == [
        (1, "I. Kết quả chung"),
        (1, "II. Kết quả từng mục tiêu"),
        (2, "1. Mục tiêu 1"),
        (2, "2. Mục tiêu 2"),
        (2, "3. Mục tiêu 3"),
        (1, "III. Chưa đo được, câu hỏi còn mở"),
        (1, "IV. Tồn tại"),
    ]


def test_verdicts_are_counted_in_sentences_and_absent_ones_are_not_named(full: Year) -> None:
    said = texts(full.report())
    assert "Quyết định nêu 3 mục tiêu với 3 số đo." in said
    assert "Theo mục tiêu: 1 đạt, 1 không đạt, 1 chưa đo được." in said
    assert "Theo số đo: 1 đạt, 1 không đạt, 1 chưa đo được." in said


def test_each_promise_is_quoted_letter_for_letter(full: Year) -> None:
    said = texts(full.report())
    assert "Quyết định ghi: “Trên 95% hồ sơ được giải quyết đúng thời hạn.”" in said
    assert "Quyết định ghi: “Trên 98% đơn thư được giải quyết;”." in said


def test_a_row_shows_target_figure_counts_verdict_and_grade(full: Year) -> None:
    first = rows_of(full.report(), "Chỉ tiêu")[0]
    assert first[:4] == ("1", "Hồ sơ đúng hạn", "trên 95 %", "96,57 % (1.240/1.284)")
    assert first[4:] == ("Đạt", "B")


def test_an_estimate_is_called_one_and_explained(full: Year) -> None:
    paper = full.report()
    assert rows_of(paper, "Chỉ tiêu")[1][3].endswith("(90/100), ước")
    assert "“ước” chưa phải số chính thức" in texts(paper)


def test_a_figure_that_is_not_there_is_neither_nought_nor_a_hundred(full: Year) -> None:
    """T-23 of the field: no data is no percentage."""
    third = rows_of(full.report(), "Chỉ tiêu")[2]
    assert third == ("3", "Văn bản ký số", "trên 90 %", "–", "Chưa đo được", "–")


def test_only_grades_that_occur_are_explained(full: Year) -> None:
    said = texts(full.report())
    assert "B đếm từ tệp nhập; D báo cáo có văn bản." in said
    assert "A đếm từ sổ" not in said


def test_what_could_not_be_measured_is_listed_with_its_reason(full: Year) -> None:
    said = texts(full.report())
    assert "3. Văn bản ký số (mức trên 90 %): chưa có số liệu" in said
    assert "Câu hỏi của văn bản chưa được trả lời: không có." in said


def test_open_questions_of_the_reading_are_listed(full: Year) -> None:
    for key, text in (("a", "Văn bản mang số nào?"), ("b", "Giảm bao nhiêu")):
        Question.objects.create(reading=full.reading, code="x", key=key, span_start=0, span_end=1, text=text)
    Question.objects.create(
        reading=full.reading, code="y", key="c", span_start=0, span_end=1, text="Đã trả lời rồi", answer="có",
        answered_by=full.ward.clerk, answered_at=at(2021, 3, 1),
    )  # fmt: skip
    said = texts(full.report())
    assert "chưa được trả lời: Văn bản mang số nào? Giảm bao nhiêu." in said
    assert "Đã trả lời rồi" not in said


def test_shortfalls_are_only_those_of_the_figures(full: Year) -> None:
    said = texts(full.report()).split("IV. Tồn tại")[1]
    assert "Không đạt: 2. Đơn thư giải quyết (mức trên 98 %; kết quả 90,00 % (90/100), ước):" in said
    assert "Hồ sơ đúng hạn" not in said
    assert "Văn bản ký số" not in said


def test_an_official_shortfall_is_named_with_target_and_figure(year: Year) -> None:
    year.share(year.objective("1", "Trên 98% đơn thư"), "1", "Đơn thư giải quyết", above="98")
    year.figure("1", 90, 100)
    said = texts(year.report())
    assert "Không đạt: 1. Đơn thư giải quyết (mức trên 98 %; kết quả 90,00 % (90/100)):" in said
    assert "Có nguy cơ: không có." in said


def test_the_report_ends_with_its_closing_sentence(full: Year) -> None:
    last = full.report().body[-1]
    assert isinstance(last, Paragraph)
    assert last.text.startswith("Trên đây là báo cáo kết quả thực hiện mục tiêu chất lượng năm 2021")
    assert last.text.endswith("của Ủy ban nhân dân phường Bắc Hồng.")


def test_every_figure_used_stands_in_the_annex_with_its_code(full: Year) -> None:
    (annex,) = full.report().annexes
    (table,) = annex.blocks
    assert isinstance(table, TableBlock)
    assert annex.on_its_side
    assert {row[-1] for row in table.rows} == {str(one.uid) for one in Measurement.objects.all()}
    assert [flat(cell) for cell in table.rows[0][:7]] == [
        "1", "Hồ sơ đúng hạn", "năm 2021", "96,57 % (1.240/1.284)", "chính thức", "B", "1",
    ]  # fmt: skip


def test_only_the_standing_version_of_a_corrected_figure_is_used(full: Year) -> None:
    old = Measurement.objects.get(indicator=full.targets["1"].indicator)
    new = full.figure("1", 1284, 1284, version=2, corrects=old, reason="đếm sót")
    paper = full.report()
    (table,) = paper.annexes[0].blocks
    assert isinstance(table, TableBlock)
    codes = {row[-1] for row in table.rows}
    assert str(new.uid) in codes
    assert str(old.uid) not in codes
    assert "(1.284/1.284)" in rows_of(paper, "Chỉ tiêu")[0][3]


def test_a_year_without_figures_has_no_annex(year: Year) -> None:
    year.share(year.objective("1", "Trên 98% đơn thư"), "1", "Đơn thư giải quyết", above="98")
    assert year.report().annexes == ()


def test_a_plan_without_objectives_can_still_be_reported(year: Year) -> None:
    paper = year.report()
    assert "Quyết định nêu 0 mục tiêu với 0 số đo." in texts(paper)
    assert "Theo số đo: chưa có mục nào." in texts(paper)


def test_illustrative_figures_mark_every_page_and_the_text(full: Year) -> None:
    full.figure("3", 95, 100, illustrative=True)
    paper = full.report()
    assert "MINH HỌA" in paper.mark
    first = paper.body[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("Dữ liệu minh họa")


def test_real_figures_carry_no_such_mark(full: Year) -> None:
    assert full.report().mark == ""
    assert "minh họa" not in texts(full.report())


# Signer and recipients


def test_the_chairman_of_that_day_signs_for_the_committee(full: Year) -> None:
    signer = full.report().signer
    assert (signer.authority, signer.position, signer.name) == (
        ("TM. Ủy ban nhân dân",), "Chủ tịch", full.ward.chairman.name,
    )  # fmt: skip


def test_the_name_stays_blank_when_nobody_holds_the_chair_that_day(full: Year) -> None:
    RoleGrant.objects.filter(role=Role.CHAIRMAN).update(valid_to=AFTER)
    assert full.report().signer.name == ""
    assert full.report(date(2022, 1, 4)).signer.name == full.ward.chairman.name


def test_the_name_stays_blank_when_two_are_on_record(full: Year) -> None:
    other = Official.objects.create(unit=full.ward.unit, name="Người Khác")
    RoleGrant.objects.create(
        role=Role.CHAIRMAN, official=other, unit=full.ward.unit, valid_from=START, citation=PAPER
    )
    assert full.report().signer.name == ""


def test_the_report_goes_where_the_decision_went_and_to_the_registry(full: Year) -> None:
    assert full.report().recipients == ("UBND thị xã", "TTr: Đảng ủy", "Lưu: VT")


def test_no_paper_goes_to_a_district_after_the_level_was_abolished(full: Year) -> None:
    """Luật 72/2025/QH15: no district level from 01/7/2025 (T-03)."""
    assert full.report(date(2025, 6, 30)).recipients[0] == "UBND thị xã"
    assert full.report(date(2025, 7, 1)).recipients == ("TTr: Đảng ủy", "Lưu: VT")


# As files


def test_the_pdf_reads_as_the_paper_and_is_an_archive_file(full: Year) -> None:
    pdf = report_pdf(full.plan, on=AFTER, by=full.ward.viewer(full.ward.clerk))
    assert stand_in_order(
        flat(" ".join(page_texts(pdf))),
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG",
        "BÁO CÁO",
        "Căn cứ Quyết định số 12/QĐ-UBND",
        "I. KẾT QUẢ CHUNG",
        "II. KẾT QUẢ TỪNG MỤC TIÊU",
        "96,57 % (1.240/1.284)",
        "III. CHƯA ĐO ĐƯỢC, CÂU HỎI CÒN MỞ",
        "IV. TỒN TẠI",
        "phường Bắc Hồng./.",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        "SỐ LIỆU ĐÃ DÙNG TRONG BÁO CÁO",
    )
    about = PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in about


def test_a_line_with_late_rows_says_how_many(full: Year) -> None:
    figure = Measurement.objects.get(indicator=full.targets["1"].indicator)
    LateNotice.objects.create(measurement=figure, found_at=at(2022, 1, 4), rows=3, digest="d")
    said = texts(full.report())
    assert "Số liệu về sau khi đã chốt: 1. Hồ sơ đúng hạn: có 3 dòng về muộn, chưa tính vào kết quả." in said


def test_an_objective_whose_counting_is_open_is_not_concluded(full: Year) -> None:
    one = full.objective("4", "Phấn đấu 2/2 chỉ tiêu", roll_up="open")
    for label in ("4.1", "4.2"):
        full.share(one, label, f"Chỉ tiêu {label}", above="50")
        full.figure(label, 60, 100)
    said = texts(full.report())
    assert "Mục tiêu chưa kết luận được: 4. Mục tiêu 4: chưa đo được, còn câu hỏi chưa trả lời" in said


def test_the_promise_that_sums_up_shows_what_it_asks_and_what_came(full: Year) -> None:
    one = full.objective("4", "Phấn đấu 2/2 chỉ tiêu, cụ thể:")
    Target.objects.create(
        objective=one, position=9, label="4", text="2/2 chỉ tiêu", quantity="k_of_n", comparator="at_least",
        horizon="at_end", n=2, k=2, unit="chỉ tiêu", direction="higher",
    )  # fmt: skip
    for label in ("4.1", "4.2"):
        full.share(one, label, f"Chỉ tiêu {label}", above="50")
        full.figure(label, 60, 100)
    assert "Mức phải đạt chung: 2/2 chỉ tiêu; kết quả: 60,00 % · 60,00 %." in texts(full.report())


def test_the_same_day_gives_the_same_bytes(full: Year) -> None:
    clerk = full.ward.viewer(full.ward.clerk)
    assert report_pdf(full.plan, on=AFTER, by=clerk) == report_pdf(full.plan, on=AFTER, by=clerk)
    assert report_docx(full.plan, on=AFTER, by=clerk) == report_docx(full.plan, on=AFTER, by=clerk)


def test_the_word_file_says_the_same(full: Year) -> None:
    document = docx.Document(
        io.BytesIO(report_docx(full.plan, on=AFTER, by=full.ward.viewer(full.ward.clerk)))
    )
    said = flat(" ".join(part.text or "" for part in document.element.body.iter(qn("w:t"))))
    assert stand_in_order(
        said, "I. KẾT QUẢ CHUNG", "96,57 % (1.240/1.284)", "IV. TỒN TẠI", "phường Bắc Hồng./."
    )


def test_the_paper_is_vietnamese_whatever_the_screens_speak(full: Year) -> None:
    here = full.report()
    with translation.override("en"):
        assert full.report() == here


def test_markup_in_names_and_promises_is_printed_as_typed(year: Year) -> None:
    hostile = "#panic() $x$ <b>đậm</b> \\ *sao*"
    year.share(year.objective("1", hostile), "1", hostile, above="95")
    pdf = report_pdf(year.plan, on=AFTER, by=year.ward.viewer(year.ward.clerk))
    assert flat(" ".join(page_texts(pdf))).count("#panic() $x$") >= 3


def test_the_number_of_queries_does_not_grow_with_the_indicators(
    full: Year, django_assert_max_num_queries
) -> None:
    objective = full.objective("4", "Nhiều chỉ tiêu")
    for n in range(20):
        full.share(objective, f"4.{n}", f"Chỉ tiêu {n}", above="50")
        full.figure(f"4.{n}", 60, 100)
    with django_assert_max_num_queries(14):
        full.report()
