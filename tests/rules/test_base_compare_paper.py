"""The head of a paper that a plan may rest on: what it is, whose, of which year; what is asked before it is taken."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.rules.base_compare_paper import Asked, Home, Paper, questions, read_paper

HOME = Home("phường", "Bắc Hồng", "Hà Tĩnh", before=("Trung Lương",))
DECIDED = date(2021, 2, 19)


def paper(
    issuer: str = "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG BẮC HỒNG",
    number: str = "Số: 45/NQ-HĐND",
    day: str = "Bắc Hồng, ngày 22 tháng 12 năm 2020",
    kind: str = "NGHỊ QUYẾT",
    subject: str = "Về nhiệm vụ phát triển kinh tế - xã hội năm 2021",
    body: str = "Phường Bắc Hồng thực hiện.",
) -> str:
    head = f"{issuer}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{number}\n{day}\n"
    return f"{head}{kind}\n{subject}\nCăn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT NGHỊ:\n{body}\n"


def asked(text: str, *, year: int = 2021, home: Home = HOME, decided_on: date | None = DECIDED) -> list[str]:
    return [
        one.code for one in questions(read_paper(text), text, year=year, home=home, decided_on=decided_on)
    ]


def test_a_resolution_of_our_own_council_is_named_and_nothing_is_asked():
    found = read_paper(paper())
    assert found == Paper(
        "resolution",
        "Nghị quyết",
        "45/NQ-HĐND",
        date(2020, 12, 22),
        "Hội đồng nhân dân phường Bắc Hồng",
        2021,
    )
    assert found.name == "Nghị quyết 45/NQ-HĐND ngày 22/12/2020"
    assert asked(paper()) == []


def test_the_session_of_the_council_is_no_part_of_its_name():
    text = paper(issuer="").replace(
        "Căn cứ Luật", "HỘI ĐỒNG NHÂN DÂN PHƯỜNG BẮC HỒNG\nKHÓA XIX, KỲ HỌP THỨ 12\nCăn cứ Luật"
    )
    assert read_paper(text).issuer == "Hội đồng nhân dân phường Bắc Hồng"


def test_an_assignment_of_the_province_is_told_from_a_resolution():
    text = paper(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH", number="Số: 4500/QĐ-UBND", kind="QUYẾT ĐỊNH",
        subject="Về việc giao chỉ tiêu kế hoạch năm 2021",
    )  # fmt: skip
    found = read_paper(text)
    assert (found.kind, found.issuer) == ("assignment", "Ủy ban nhân dân tỉnh Hà Tĩnh")
    assert asked(text) == []


def test_another_paper_of_the_ward_is_neither():
    text = paper(
        issuer="ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG",
        number="Số: 12/KH-UBND",
        kind="KẾ HOẠCH",
        subject="Năm 2021",
    )
    assert read_paper(text).kind == "other"


def test_last_years_resolution_is_asked_about():
    text = paper(subject="Về nhiệm vụ phát triển kinh tế - xã hội năm 2020")
    (one,) = questions(read_paper(text), text, year=2021, home=HOME, decided_on=DECIDED)
    assert one == Asked("other_year", (("theirs", "2020"), ("ours", "2021")))


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Về kết quả năm 2020 và nhiệm vụ năm 2021", 2021),
        ("Về nhiệm vụ năm 2021 của kế hoạch 5 năm 2021-2025", 2021),
        ("Về chương trình giai đoạn 2021 – 2025", None),
        ("Về nhiệm vụ trọng tâm", None),
    ],
)
def test_the_year_is_that_of_the_tasks_and_never_guessed(subject: str, year: int | None):
    assert read_paper(paper(subject=subject)).year == year


def test_a_table_without_a_head_has_the_year_it_names_most_and_no_number():
    text = "BIỂU GIAO CHỈ TIÊU NĂM 2022\nPhường Bắc Hồng, năm 2022\nTT\tChỉ tiêu\tGiao năm 2022\n"
    found = read_paper(text)
    assert (found.year, found.number, found.name, found.issuer) == (2022, "", "", "")
    assert asked(text) == ["unnumbered", "other_year"]
    assert asked("Không có gì") == ["unnumbered"]


def test_another_wards_resolution_is_asked_about_and_that_of_a_ward_which_became_ours_is_not():
    text = paper(issuer="HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG NAM HỒNG")
    (one,) = questions(read_paper(text), text, year=2021, home=HOME, decided_on=DECIDED)
    assert one.code == "other_unit"
    assert dict(one.facts) == {"theirs": "Hội đồng nhân dân phường Nam Hồng", "ours": "phường Bắc Hồng"}
    assert asked(paper(issuer="HỘI ĐỒNG NHÂN DÂN\nXÃ TRUNG LƯƠNG")) == []


def test_another_provinces_paper_and_one_that_does_not_name_us_are_asked_about():
    text = paper(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN", number="Số: 9/QĐ-UBND", kind="QUYẾT ĐỊNH",
        day="Vinh, ngày 22 tháng 12 năm 2020", body="Giao các huyện.",
    )  # fmt: skip
    assert asked(text) == ["other_province", "not_named"]
    unknown = Home("phường", "Bắc Hồng")
    assert asked(text, home=unknown) == ["not_named"]
    assert asked(text.replace("Giao các huyện", "Giao phường Bắc Hồng"), home=unknown) == []
    assert asked(text, home=Home("phường", "Bắc Hồng", "Tỉnh Nghệ An")) == ["not_named"]


def test_a_paper_issued_after_the_decision_is_asked_about():
    late = paper(day="Bắc Hồng, ngày 22 tháng 3 năm 2021")
    assert asked(late) == ["later"]
    assert asked(late, decided_on=None) == []


def test_an_issuer_without_a_place_is_written_small():
    found = read_paper(paper(issuer="BỘ NỘI VỤ", number="Số: 1/TT-BNV", kind="QUYẾT ĐỊNH"))
    assert found.issuer == "Bộ nội vụ"
    assert found.kind == "other"


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=300), st.integers(2000, 2099))
def test_no_text_is_too_odd_to_be_asked_about(text: str, year: int):
    found = read_paper(text)
    codes = [one.code for one in questions(found, text, year=year, home=HOME, decided_on=DECIDED)]
    assert len(codes) == len(set(codes))
    assert (found.name == "") == (found.number == "")
