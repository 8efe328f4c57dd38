"""Bases, citations, articles and lists: one thing wrong at a time."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from chuan.law.paper_form import form_rules
from chuan.rules.paper_form import Repealed, Sheet, check, mended
from tests.rules.paper_form.samples import DAY, DECISION, LETTER, codes, departures, only, spoiled

LAW = "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"


@pytest.mark.parametrize(
    ("was", "now", "code", "instead"),
    [
        (LAW, LAW[:-1] + ",", "basis_end", ";"),
        (LAW, LAW[:-1], "basis_end", "2015;"),
        ("Văn phòng - Thống kê.", "Văn phòng - Thống kê;", "basis_last", "."),
        ("địa phương ngày 19", "địa phương số 77/2015/QH13 ngày 19", "basis_law_number", ""),
        (LAW, LAW[:-1] + " của Quốc hội;", "basis_law_issuer", ""),
        ("ngày 19 tháng 6 năm 2015", "ngày 19/6/2015", "citation_date", "ngày 19 tháng 6 năm 2015"),
        ("ngày 05 tháng 3 năm 2014", "ngày 5 tháng 03 năm 2014", "citation_zero", "ngày 05 tháng 3 năm 2014"),
        ("Quyết định số 19/2014/QĐ-TTg", "Quyết định 19/2014/QĐ-TTg", "citation_label",
         "Quyết định số 19/2014/QĐ-TTg"),
        ("Quyết định số 19/2014/QĐ-TTg", "Quyết định số: 19/2014/QĐ-TTg", "citation_label",
         "Quyết định số 19/2014/QĐ-TTg"),
        ("19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014", "19/2014/QĐ-TTg", "citation_incomplete", None),
        ("30/QĐ-UBND ngày 19 tháng 02 năm 2021 của Ủy ban nhân dân phường Bắc Hồng",
         "30/QĐ-UBND ngày 19 tháng 02 năm 2021", "citation_incomplete", None),
        ("QUYẾT ĐỊNH:\n", "QUYẾT ĐỊNH\n", "decides_form", "QUYẾT ĐỊNH:"),
        ("QUYẾT ĐỊNH:\n", "Quyết định:\n", "decides_form", "QUYẾT ĐỊNH:"),
        ("QUYẾT ĐỊNH:\n", "", "decides_missing", None),
        ("Điều 2. Các", "Điều 2: Các", "article_form", "Điều 2."),
        ("Điều 2. Các", "Điều II. Các", "article_form", "Điều 2."),
        ("Điều 2. Các", "ĐIỀU 2. Các", "article_form", "Điều 2."),
        ("Điều 4. Văn", "Điều 5. Văn", "article_order", "4"),
        ("1. Nắm vững", "1) Nắm vững", "clause_form", "1."),
        ("2. Thực hiện", "3. Thực hiện", "clause_order", "2."),
        ("a) Hằng quý", "a. Hằng quý", "point_form", "a)"),
        ("b) Hằng năm", "c) Hằng năm", "point_order", "b)"),
        ("thi hành Quyết định này./.", "thi hành Quyết định này.", "last_mark", "./."),
        ("thi hành Quyết định này./.", "thi hành Quyết định này", "last_mark", "này./."),
        ("phường Bắc Hồng.\nĐiều 2", "phường Bắc Hồng\nĐiều 2", "paragraph_end", "Hồng."),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính Phủ", "capitals", "Thủ tướng Chính phủ"),
        ("Nắm vững nội dung", "Nắm vững  nội dung", "double_space", " "),
        ("Nắm vững nội dung mục tiêu chất lượng.", "Nắm vững nội dung , mục tiêu chất lượng.",
         "space_before_mark", ","),
        ("cán bộ, công chức của", "cán bộ,công chức của", "space_after_mark", ", "),
        ("TCVN ISO 9001:2008", "TCVN ISO 9001: 2008", "standard_space", "ISO 9001:2008"),
    ],
)  # fmt: skip
def test_one_thing_wrong_in_the_text_is_told_alone(was: str, now: str, code: str, instead: str | None):
    one = only(DECISION, was, now)
    assert (one.code, one.replacement) == (code, instead)


def test_every_exact_mend_above_restores_a_clean_paper():
    text = spoiled(DECISION, LAW, LAW.replace("19 tháng 6 năm 2015;", "19/6/2015,"))
    text = spoiled(text, "Điều 2. Các", "Điều 2: Các")
    text = spoiled(text, "- Như Điều 4;", "- Như Điều 4,")
    text = spoiled(text, "Quyết định này./.", "Quyết định này.")
    assert mended(text, departures(text)) == DECISION


def test_points_follow_the_vietnamese_alphabet_where_dd_comes_after_d():
    points = "".join(f"{letter}) Việc {letter} của bộ phận;\n" for letter in "abcdđeg")
    text = DECISION.replace(
        "a) Hằng quý, trước ngày 05 của tháng đầu quý sau;\nb) Hằng năm, trước ngày 15 tháng 12.\n", points
    )
    assert codes(text) == []
    without = text.replace("đ) Việc đ của bộ phận;\n", "")
    found = [one for one in departures(without) if one.code == "point_order"]
    assert [one.replacement for one in found] == ["đ)", "e)"]


def test_an_article_that_amends_another_act_may_quote_foreign_numbers():
    text = spoiled(DECISION, "1. Nắm vững nội dung", "Sửa đổi khoản 4 như sau:\n4. Nắm vững nội dung")
    assert "clause_order" not in codes(text)


def test_the_second_citation_needs_only_name_and_number():
    text = spoiled(
        DECISION, "1. Nắm vững nội dung", "1. Theo Quyết định số 19/2014/QĐ-TTg, nắm vững nội dung"
    )
    assert codes(text) == []


def test_an_act_named_in_the_title_of_another_is_no_citation_of_its_own():
    base = (
        "Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07 tháng 8 năm 2017 của Chính phủ sửa đổi, bổ sung một số điều của "
        "Nghị định số 63/2010/NĐ-CP và Nghị định số 48/2013/NĐ-CP;\nTheo đề nghị"
    )
    assert codes(spoiled(DECISION, "Theo đề nghị", base)) == []


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("theo khoản 2 điều 3 Luật Đất đai", "Điều"),
        ("theo Khoản 2 Điều 3 Luật Đất đai", "khoản"),
        ("theo Điểm a khoản 2 Điều 3 Luật Đất đai", "điểm"),
    ],
)
def test_articles_are_cited_with_a_capital_clauses_and_points_without(words: str, instead: str):
    one = only(DECISION, "Nắm vững nội dung", f"Nắm vững nội dung {words}")
    assert (one.code, one.replacement) == ("citation_case", instead)


def test_some_articles_of_a_law_are_not_an_article_cited():
    text = spoiled(DECISION, "Nắm vững nội dung", "Nắm vững một số điều của luật, gồm 3 điều, trong nội dung")
    assert codes(text) == []


def test_lines_of_a_list_end_alike():
    good = "".join(f"- Việc thứ {n} của phường;\n" for n in range(1, 6)) + "- Việc cuối của phường.\n"
    listed = DECISION + good
    assert codes(listed) == []
    found = departures(spoiled(listed, "- Việc thứ 3 của phường;", "- Việc thứ 3 của phường"))
    assert [(one.code, one.replacement) for one in found] == [("list_end", "phường;")]


def test_repealed_acts_come_only_from_the_table_that_is_passed_in():
    text = spoiled(
        DECISION,
        "Theo đề nghị",
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;\nTheo đề nghị",
    )
    rules, on = form_rules(DAY), DAY
    own = Repealed(since=date(2022, 1, 1), replaced_by="Nghị định mới", number="61/2018/NĐ-CP")
    assert codes(text, on=on) == []
    told = check(Sheet.of_text(text), replace(rules, repealed=(own,)), on)
    assert [(one.code, one.found) for one in told] == [("repealed_act", "61/2018/NĐ-CP")]
    assert "Nghị định mới" in told[0].mend
    assert check(Sheet.of_text(text), replace(rules, repealed=()), date(2026, 1, 1)) == ()


def test_a_letter_lists_its_addressees_with_hyphens_and_marks():
    one = only(LETTER, "- Các bộ phận chuyên môn;", "- Các bộ phận chuyên môn,")
    assert (one.code, one.replacement) == ("addressed_list", ";")
    assert only(LETTER, "Kính gửi:\n", "Kính gửi\n").code == "addressed_colon"


def test_decomposed_letters_are_told_once_and_mean_the_same_paper():
    found = departures(unicodedata.normalize("NFD", DECISION))
    assert [one.code for one in found] == ["decomposed"]


def test_two_ways_to_put_a_tone_are_told_once_for_each_syllable():
    text = DECISION + "3. Xây dựng gia đình văn hoá, tổ dân phố văn hóa, nếp sống văn hoá.\n"
    (one,) = departures(text)
    assert (one.code, one.found, one.replacement) == ("tone_mixed", "hoá", None)
    assert "2 chỗ" in one.said


def test_the_same_tone_everywhere_is_nobodys_business():
    assert codes(DECISION + "3. Xây dựng gia đình văn hoá.\n") == []


REGULATION = DECISION.partition("Phụ lục\n")[0] + (
    "QUY CHẾ\nLàm việc của Ban Chỉ đạo ISO\n(Kèm theo Quyết định số 05/QĐ-UBND)\nChương I\nQUY ĐỊNH CHUNG\n"
    "Điều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc làm của Ban.\nĐiều 2. Đối tượng áp dụng\n"
    "Thành viên của Ban.\nChương II\nCHẾ ĐỘ LÀM VIỆC\nMục 1\nHỌP\nĐiều 3. Lịch họp\nBan họp mỗi quý một lần.\n"
)


def test_a_regulation_behind_its_decision_has_articles_of_its_own():
    assert codes(REGULATION) == []


@pytest.mark.parametrize(
    ("was", "now", "code", "instead"),
    [
        ("Chương II\n", "Chương 2\n", "part_form", "II"),
        ("Mục 1\n", "Mục I\n", "part_form", "1"),
        ("Điều 3. Lịch", "Điều 4. Lịch", "article_order", "3"),
        ("Điều 2. Đối", "Điều 2: Đối", "article_form", "Điều 2."),
    ],
)
def test_chapters_sections_and_articles_of_a_regulation_are_numbered(
    was: str, now: str, code: str, instead: str
):
    one = only(REGULATION, was, now)
    assert (one.code, one.replacement) == (code, instead)


def test_a_letter_without_addressee_is_told():
    start, end = LETTER.index("Kính gửi"), LETTER.index("Thực hiện Quyết định")
    assert "addressed_missing" in codes(LETTER[:start] + LETTER[end:], kind="Công văn")
