"""Objectives in the layouts offices use: other marks, sections, tables, inside Điều 1."""

from __future__ import annotations

import pytest

from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import DecisionReading, read_decision
from tests.rules.decision_text.test_documents import BODY, FOOT, HEAD


def read(annex: str, *, body: str = BODY) -> DecisionReading:
    return read_decision(HEAD + body + FOOT + "\n" + annex, lexicon=reader_lexicon())


def ordinals(reading: DecisionReading) -> list[str]:
    return [line.ordinal for line in reading.objectives]


def shares(reading: DecisionReading) -> list[int | None]:
    return [
        int(t.value) if t.value is not None else None for line in reading.objectives for t in line.targets
    ]


@pytest.mark.parametrize(
    "marks",
    [
        ("1. ", "2. "),
        ("1) ", "2) "),
        ("1\\. ", "2\\. "),
        ("1/ ", "2/ "),
        ("01. ", "02. "),
        ("(1) ", "(2) "),
        ("I. ", "II. "),
        ("a) ", "b) "),
        ("- ", "- "),
        ("– ", "– "),
        ("+ ", "+ "),
        ("* ", "* "),
        ("• ", "• "),
        ("Mục tiêu 1: ", "Mục tiêu 2: "),
        ("Chỉ tiêu 1. ", "Chỉ tiêu 2. "),
        ("", ""),
    ],
)
def test_any_mark_opens_an_objective(marks: tuple[str, str]) -> None:
    found = read(
        f"MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n{marks[0]}Trên 95% hồ sơ đúng hạn.\n"
        f"{marks[1]}100% văn bản được ký số.\n"
    )
    assert ordinals(found) == ["1", "2"]
    assert shares(found) == [95, 100]


@pytest.mark.parametrize(
    "heading",
    [
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024",
        "## **MỤC TIÊU CHẤT LƯỢNG NĂM 2024**",
        "Mục tiêu chất lượng năm 2024",
        "PHỤ LỤC\nMỤC TIÊU CHẤT LƯỢNG NĂM 2024\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/02/2024)",
        "CÁC MỤC TIÊU CHẤT LƯỢNG",
        "MỤC TIÊU, CHỈ TIÊU CHẤT LƯỢNG",
    ],
)
def test_any_heading_of_the_annex(heading: str) -> None:
    found = read(f"{heading}\n1. Trên 95% hồ sơ đúng hạn.\n2. 100% văn bản được ký số.\n")
    assert shares(found) == [95, 100]


def test_levels_hang_together() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. Đạt 3/3 chỉ tiêu sau:\n- Trên 95% hồ sơ đúng hạn;\n- Về nhân sự:\n"
        "+ 100% công chức được tập huấn;\n+ Không có công chức vi phạm;\n- 90% người dân hài lòng.\n"
        "2. 100% văn bản được ký số.\n"
    )
    assert ordinals(found) == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2"]
    assert [line.parent for line in found.objectives] == ["", "1", "1", "1.2", "1.2", "1", ""]
    assert found.objectives[2].targets == ()
    assert found.questions == ()  # three lines under "3/3"


def test_dotted_numbers_hang_under_their_own_number() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. Về thủ tục hành chính:\n1.1. Trên 95% hồ sơ đúng hạn.\n"
        "1.2. 90% hồ sơ trực tuyến.\n"
        "2. Về văn bản:\n2.1. 100% văn bản được ký số.\n"
    )
    assert ordinals(found) == ["1", "1.1", "1.2", "2", "2.1"]


def test_sections_are_headings_and_their_lines_the_objectives() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\nI. MỤC TIÊU CHUNG\n1. Trên 95% hồ sơ đúng hạn.\n"
        "II. MỤC TIÊU CỤ THỂ\n1. 100% văn bản được ký số.\n"
        "2. 90% người dân hài lòng.\n"
    )
    assert ordinals(found) == ["1", "2", "3"]
    assert shares(found) == [95, 100, 90]


def test_a_section_on_carrying_out_is_no_objective() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\nI. MỤC TIÊU\n1. Trên 95% hồ sơ đúng hạn.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi 100% mục tiêu.\n"
    )
    assert shares(found) == [95]


def test_objectives_listed_in_article_1() -> None:
    body = BODY.replace(
        "Điều 1. Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2024.",
        "Điều 1. Ban hành Mục tiêu chất lượng năm 2024 như sau:\n1. Trên 95% hồ sơ đúng hạn.\n"
        "2. 100% văn bản được ký số.",
    )
    found = read("", body=body)
    assert shares(found) == [95, 100]
    assert len(found.articles) == 3


def test_objectives_inside_the_sentence_of_article_1() -> None:
    body = BODY.replace(
        "Điều 1. Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2024.",
        "Điều 1. Ban hành Mục tiêu chất lượng năm 2024: trên 95% hồ sơ đúng hạn; 100% văn bản được ký số.",
    )
    assert shares(read("", body=body)) == [95, 100]


def test_a_table_with_unit_and_figure_in_cells_of_their_own() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n| TT | Mục tiêu | ĐVT | Chỉ tiêu |\n|---|---|---|---|\n"
        "| 1 | Tỷ lệ hồ sơ giải quyết đúng hạn | % | ≥ 95 |\n"
        "| 2 | Thu ngân sách trên địa bàn | triệu đồng | 8.550 |\n"
        "| 3 | Tỷ lệ hộ nghèo | % | 0,9 |\n"
    )
    values = [
        (t.quantity.value, (t.comparator or "").lower(), t.value, t.unit)
        for line in found.objectives
        for t in line.targets
    ]
    assert [(q, c, str(v), u) for q, c, v, u in values] == [
        ("share", "at_least", "95", "%"),
        ("level", "at_least", "8550", "triệu đồng"),
        ("share", "at_most", "9/10", "%"),
    ]


def test_a_table_whose_cells_have_lines_of_their_own() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n|\nTT\n|\nMục tiêu\n|\nMức\n|\n|\n1\n|\nTỷ lệ hồ sơ giải\n"
        "quyết đúng hạn\n|\n95%\n|\n|\n2\n|\n"
        "Văn bản được ký số theo quy định\n|\n100%\n|\n"
    )
    assert shares(found) == [95, 100]
    assert found.objectives[0].text == "Tỷ lệ hồ sơ giải quyết đúng hạn 95%"


def test_a_table_whose_cells_are_parted_by_tabs() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\nTT\tMục tiêu\tĐVT\tChỉ tiêu\n"
        "1\tTỷ lệ hồ sơ giải quyết đúng hạn\t%\t≥ 95\n"
        "2\tSố cuộc đánh giá nội bộ\tcuộc\t02\n"
    )
    assert [(t.value, t.unit) for line in found.objectives for t in line.targets] == [(95, "%"), (2, "cuộc")]


def test_a_tab_after_a_mark_parts_no_cells() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1.\tTrên 95% hồ sơ đúng hạn.\n2.\tVề văn bản:\n"
        "-\t100% văn bản được ký số.\n"
    )
    assert ordinals(found) == ["1", "2", "2.1"]


def test_a_line_broken_inside_a_phrase_is_joined() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. Trên 95% hồ sơ thuộc thẩm quyền được\n"
        "giải quyết đúng hạn.\n2. 100% văn bản được ký\nsố.\n"
    )
    assert [line.text for line in found.objectives] == [
        "Trên 95% hồ sơ thuộc thẩm quyền được giải quyết đúng hạn.",
        "100% văn bản được ký số.",
    ]


def test_a_total_that_disagrees_with_its_list_is_asked_about() -> None:
    found = read(
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. Đạt 3/3 chỉ tiêu:\n- 95% hồ sơ đúng hạn;\n"
        "- 90% người dân hài lòng.\n"
    )
    (question,) = found.questions
    assert question.code == "count_mismatch"
    assert question.about == "1"
    assert [value for value, _ in question.choices] == ["lines", "values", "written"]


def test_a_percentage_with_a_point_before_three_digits_is_asked_about() -> None:
    found = read("MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. Tỷ lệ hồ sơ đúng hạn đạt 98.765%.\n")
    assert [q.code for q in found.questions] == ["number_two_ways"]
    assert [value for value, _ in found.questions[0].choices] == ["98.765", "98765"]


def test_keys_of_questions_are_stable() -> None:
    annex = "MỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. Giảm tỷ lệ hộ nghèo.\n2. Giảm tỷ lệ trẻ suy dinh dưỡng.\n"
    one, two = read(annex), read(annex)
    assert [q.key for q in one.questions] == [q.key for q in two.questions]
    assert len({q.key for q in one.questions}) == 2


def test_a_head_in_two_columns_of_blanks_gives_the_lower_organ_of_the_left_column() -> None:
    text = """UBND THỊ XÃ HƯƠNG TRÀ                CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
UỶ BAN NHÂN DÂN PHƯỜNG TỨ HẠ           Độc lập - Tự do - Hạnh phúc
Số: 25/QĐ-UBND                          Tứ Hạ, ngày 5 tháng 3 năm 2022

QUYẾT ĐỊNH
Về việc ban hành Mục tiêu chất lượng năm 2022
"""
    reading = read_decision(text, lexicon=reader_lexicon())
    assert reading.issuer is not None
    assert reading.issuer.value == "UỶ BAN NHÂN DÂN PHƯỜNG TỨ HẠ"
    assert text[reading.issuer.span.start : reading.issuer.span.end] == reading.issuer.value
    assert reading.place is not None
    assert reading.place.value == "Tứ Hạ"
