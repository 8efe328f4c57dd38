"""A numbered list of names is counted and folded: no name goes on, gaps and doubles are asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.rules.report_figures import Taught, folded, folds_of, moved
from tests.rules.report_figures.made import read, said

FAMILIES = "DANH SÁCH HỘ GIA ĐÌNH ĐƯỢC CÔNG NHẬN DANH HIỆU GIA ĐÌNH VĂN HÓA NĂM 2021"
HEAD = (
    "UBND THỊ XÃ HỒNG LĨNH\nỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nSố: 210/QĐ-UBND\n"
    "Bắc Hồng, ngày 15 tháng 12 năm 2021\nQUYẾT ĐỊNH\nVề việc công nhận danh hiệu năm {days}\n"
)
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "LÊ VĂN CƯỜNG", "Hộ ông Phan Đình Dũng", "bà Võ Thị Minh Hà")


def rows(numbers: list[int] | range, shape: str = "{n}\t{name}\tTổ dân phố {p}") -> list[str]:
    return [shape.format(n=n, name=NAMES[n % 5], p=n % 9 + 1) for n in numbers]


def counted(*lines: str, taught: tuple[Taught, ...] = ()) -> list[str]:
    text = HEAD.format(days="2021") + "\n".join(lines)
    whole = folded(text, folds_of(text))
    assert not [name for name in NAMES if name in whole]
    found = read(whole.removeprefix(HEAD.format(days="2021")), head=HEAD, days="2021", taught=taught)
    return [f"{said(one)} {one.amount.numerator or ''}".strip() for one in found.proposals]


@pytest.mark.parametrize(
    "shape",
    ["{n}\t{name}\tTổ dân phố {p}", "{n}. {name}, tổ dân phố {p}", "{n}) {name}", "{n} {name} Tổ {p}"],
)
def test_the_rows_of_a_whole_list_are_the_part_and_the_whole_is_asked_of_a_person(shape: str):
    assert counted(FAMILIES, *rows(range(1, 127), shape)) == ["gia-dinh-van-hoa 0 2022-01-01 126"]


def test_the_heading_may_stand_over_the_head_of_a_table_and_name_its_decision():
    found = counted(
        "PHỤ LỤC", "DANH SÁCH HỘ GIA ĐÌNH ĐƯỢC CÔNG NHẬN", "DANH HIỆU GIA ĐÌNH VĂN HÓA NĂM 2021",
        "(Kèm theo Quyết định số 210/QĐ-UBND ngày 15/12/2021 của UBND phường Bắc Hồng)",
        "TT\tHọ và tên chủ hộ\tĐịa chỉ", *rows(range(1, 41)),
    )  # fmt: skip
    assert [one.split()[-1] for one in found] == ["40"]


def test_an_annex_that_only_names_its_list_is_a_recognition_where_its_decision_recognises():
    decided = (
        "Điều 1. Công nhận danh hiệu gia đình văn hóa cho các hộ gia đình có tên trong danh sách kèm theo."
    )
    annex = (
        "PHỤ LỤC", "DANH SÁCH", "HỘ GIA ĐÌNH VĂN HÓA NĂM 2021",
        "(Kèm theo Quyết định số 210/QĐ-UBND ngày 15/12/2021 của UBND phường", "Bắc Hồng về việc công nhận danh hiệu)",
        "TT\tHọ và tên", *rows(range(1, 41)),
    )  # fmt: skip
    assert [one.split()[-1] for one in counted(decided, *annex)] == ["40"]
    text = HEAD.replace("QUYẾT ĐỊNH\nVề việc công nhận danh hiệu", "BÁO CÁO\nRà soát").format(days="2021")
    whole = text + "\n".join(annex)
    assert not read(folded(whole, folds_of(whole)).removeprefix(text), head=text).proposals


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ([*range(1, 30), *range(31, 41)], "list_gaps"),
        ([*range(1, 30), 29, *range(30, 41)], "list_doubled"),
        ([*range(1, 21), *range(1, 21)], "list_parts"),
    ],
)
def test_a_gap_a_double_and_a_numbering_that_begins_anew_are_each_a_question(numbers: list[int], code: str):
    (one,) = counted(FAMILIES, *rows(numbers))
    assert code in one


def test_a_list_that_is_not_as_long_as_the_decision_says_is_asked_about():
    said_so = "Điều 1. Công nhận 41 hộ gia đình đạt danh hiệu gia đình văn hóa năm 2021."
    (one,) = counted(said_so, FAMILIES, *rows(range(1, 41)))
    assert "list_differs" in one
    (same,) = counted(said_so.replace("41", "40"), FAMILIES, *rows(range(1, 41)))
    assert "list_differs" not in same


@pytest.mark.parametrize(
    "heading",
    [
        FAMILIES.replace("ĐƯỢC CÔNG NHẬN", "ĐĂNG KÝ"),
        FAMILIES.replace("ĐƯỢC CÔNG NHẬN", "ĐỀ NGHỊ CÔNG NHẬN"),
        "DANH SÁCH HỘ NGHÈO NĂM 2021",
        "Danh sách được công nhận gia đình văn hóa phường Nam Hồng năm 2021",
        "Danh sách tham dự hội nghị",
    ],
)  # fmt: skip
def test_a_list_that_recognises_nothing_of_ours_is_folded_and_proposes_nothing(heading: str):
    assert counted(heading, *rows(range(1, 41))) == []


def test_streets_of_a_decision_are_counted_as_such():
    streets = [f"{n}. Tuyến đường {name}" for n, name in enumerate(("Trần Phú", "Ngọc Sơn", "3 Tháng 2"), 1)]
    found = counted("Danh sách tuyến phố được công nhận tuyến phố văn minh đô thị năm 2021:", *streets)
    assert [one.split()[:2] for one in found] == [["tuyen-pho-van-minh", "3"]]


def test_words_that_a_person_taught_are_known_under_a_heading_too():
    heading = "DANH SÁCH ĐƯỢC CÔNG NHẬN THEO KẾT QUẢ BỎ PHIẾU NĂM 2021"
    assert counted(heading, *rows(range(1, 11))) == []
    yes = Taught("danh sach duoc cong nhan theo ket qua bo phieu", "", "gia-dinh-van-hoa")
    assert counted(heading, taught=(yes,)) == []
    mine = Taught("duoc cong nhan theo ket qua bo phieu", "", "gia-dinh-van-hoa")
    assert [one.split()[-1] for one in counted(heading, *rows(range(1, 11)), taught=(mine,))] == ["10"]


@pytest.mark.parametrize(
    "lines",
    [
        ["TT\tChỉ tiêu\tĐVT\tThực hiện", *(f"{n}\tChỉ tiêu số {n}\t%\t{n},5" for n in range(1, 30))],
        [f"{n}. Tăng cường công tác tuyên truyền tại các tổ dân phố." for n in range(1, 30)],
        [f"{n}. Thu Ngân Sách đạt {n} triệu đồng" for n in range(1, 30)],
        ["1. Nguyễn Văn An", "2. Trần Thị Bình"],
    ],
)
def test_figures_sentences_and_two_signers_are_no_list_of_names(lines: list[str]):
    assert folds_of("\n".join(lines)) == []


@settings(deadline=None, max_examples=50)
@given(st.integers(2, 300), st.data())
def test_a_fold_tells_as_many_rows_as_there_are_and_moves_what_stands_around(last: int, data: st.DataObject):
    gone = data.draw(st.sampled_from([None, *range(2, last)])) if last > 2 else None
    kept = [n for n in range(1, last + 1) if n != gone]
    before, after = FAMILIES + "\n", "\nNơi nhận: như trên"
    text = before + "\n".join(rows(kept)) + after
    folds = folds_of(text)
    whole = folded(text, folds)
    assert f"[Danh sách {len(kept)} dòng, số thứ tự từ 1 đến {last}" in whole
    assert ("thiếu" in whole) == (gone is not None)
    spans = moved([(0, 4), (len(before) + 2, len(before) + 4), (len(text) - 4, len(text))], folds)
    assert [whole[start:end] for start, end in spans] == ["DANH", "trên"]
