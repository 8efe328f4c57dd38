"""Lines above a table are facts: unit, period, filter; another ward's file is doubted."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from chuan.intake.reading import Facts, facts_above, other_ward, period_in, same_unit
from chuan.rules.types import Period
from tests.intake.reading.tables import sheet

YEAR = Period.year(2021)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Từ ngày 01/01/2021 đến ngày 31/12/2021", YEAR),
        ("(Từ 01/01/2021 đến 31/12/2021)", YEAR),
        ("Từ ngày: 01/01/2021   Đến ngày: 31/12/2021", YEAR),
        ("Thời gian: 01/01/2021 - 31/12/2021", YEAR),
        ("01/01/2021 → 31/12/2021", YEAR),
        ("Từ ngày 1 tháng 1 năm 2021 đến hết ngày 31 tháng 12 năm 2021", YEAR),
        ("Kỳ báo cáo: Năm 2021", YEAR),
        ("NĂM 2021", YEAR),
        ("Tháng 3/2021", Period.month(2021, 3)),
        ("THÁNG 03 NĂM 2021", Period.month(2021, 3)),
        ("Quý I/2021", Period(date(2021, 1, 1), date(2021, 4, 1))),
        ("Quý IV năm 2021", Period(date(2021, 10, 1), date(2022, 1, 1))),
        ("6 tháng đầu năm 2021", Period(date(2021, 1, 1), date(2021, 7, 1))),
        ("6 tháng cuối năm 2021", Period(date(2021, 7, 1), date(2022, 1, 1))),
        ("Ngày 15/02/2021 - 15/02/2021", Period(date(2021, 2, 15), date(2021, 2, 16))),
        ("Bắc Hồng, ngày 05 tháng 02 năm 2021", None),
        ("SỔ THEO DÕI HỒ SƠ", None),
        ("Từ ngày 31/12/2021 đến ngày 01/01/2021", None),
        ("Từ ngày 31/02/2021 đến ngày 01/03/2021", None),
        ("Tháng 13/2021", None),
        ("Quyết định số 61/2018/NĐ-CP", None),
    ],
)
def test_the_period_a_line_names(text: str, period: Period | None) -> None:
    assert period_in(text) == period


def facts(*rows: tuple[str, ...]) -> Facts:
    return facts_above(sheet(*rows, ("Mã hồ sơ",)), len(rows))


def test_unit_period_and_filter_are_found_with_their_place() -> None:
    found = facts(
        ("UỶ BAN NHÂN DÂN", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("PHƯỜNG BẮC HỒNG", "", "Độc lập - Tự do - Hạnh phúc"),
        ("", "Từ ngày 01/01/2021 đến ngày 31/12/2021"),
        ("Trạng thái hồ sơ: Đã trả kết quả; Lĩnh vực: Tất cả",),
    )
    assert (found.unit, found.unit_place) == ("PHƯỜNG BẮC HỒNG", "A2")
    assert found.period == YEAR
    assert found.status == "Đã trả kết quả"
    assert ("B3", "Từ ngày 01/01/2021 đến ngày 31/12/2021") in found.lines


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        ((("Đơn vị: UBND phường Bắc Hồng",),), "UBND phường Bắc Hồng"),
        ((("Đơn vị:", "", "Phường Bắc Hồng"),), "Phường Bắc Hồng"),
        ((("- Đơn vị báo cáo:", "UBND phường Bắc Hồng"),), "UBND phường Bắc Hồng"),
        ((("UBND PHƯỜNG BẮC HỒNG",),), "PHƯỜNG BẮC HỒNG"),
        ((("Ủy ban nhân dân phường Bắc Hồng",),), "phường Bắc Hồng"),
        ((("PHƯỜNG BẮC HỒNG Độc lập - Tự do - Hạnh phúc",),), "PHƯỜNG BẮC HỒNG"),
        ((("Cơ quan thực hiện: UBND xã Xuân Lam",), ("PHƯỜNG BẮC HỒNG",)), "UBND xã Xuân Lam"),
        ((("Đơn vị tính: hồ sơ",), ("Đơn vị nhận báo cáo: UBND tỉnh",)), ""),
        ((("Sổ theo dõi",),), ""),
    ],
)
def test_the_unit_in_its_usual_writings(rows: tuple[tuple[str, ...], ...], unit: str) -> None:
    assert facts(*rows).unit == unit


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    found = facts(
        *((unicodedata.normalize("NFD", text),) for text in ("Đơn vị: phường Bắc Hồng", "Quý I/2021"))
    )
    assert (found.unit, found.period) == ("phường Bắc Hồng", Period(date(2021, 1, 1), date(2021, 4, 1)))


def test_invented_data_says_so() -> None:
    assert facts(("DỮ LIỆU MINH HỌA - không có gì thật",)).illustrative
    assert facts(("DỮ LIỆU MINH HOẠ",)).illustrative
    assert not facts(("Sổ theo dõi",)).illustrative


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND phường Bắc Hồng", "PHƯỜNG BẮC HỒNG", True),
        ("phường Bắc Hồng, thị xã Hồng Lĩnh", "UBND phường Bắc Hồng", True),
        ("Phường Bắc Hồng - TX Hồng Lĩnh", "phường Bắc Hồng", True),
        ("Bắc Hồng", "phường Bắc Hồng", True),
        ("Uỷ ban nhân dân phường Bắc Hồng", "Ủy ban nhân dân phường Bắc Hồng", True),
        ("Trung tâm Phục vụ hành chính công phường Bắc Hồng", "phường Bắc Hồng", True),
        ("phường Bắc Hồng Lĩnh", "phường Bắc Hồng", False),
        ("phường Nam Hồng", "phường Bắc Hồng", False),
        ("xã Bắc Hồng", "phường Bắc Hồng", False),
        ("phường Đức Thuận", "UBND phường Bắc Hồng", False),
    ],
)
def test_when_two_names_mean_one_unit(one: str, other: str, same: bool) -> None:
    assert same_unit(one, other) is same
    assert same_unit(other, one) is same


def test_a_file_of_another_ward_is_a_doubt_with_its_cell() -> None:
    found = facts(("Đơn vị: UBND phường Nam Hồng",))
    doubt = other_ward(found, ["UBND phường Bắc Hồng"])
    assert doubt is not None
    assert (doubt.kind, doubt.place) == ("other_ward", "A1")
    assert "“UBND phường Nam Hồng” (ô A1), không phải UBND phường Bắc Hồng" in doubt.sentence


def test_own_name_a_predecessors_name_and_silence_raise_no_doubt() -> None:
    old = facts(("PHƯỜNG BẮC HỒNG",))
    assert other_ward(old, ["phường Bắc Hồng Lĩnh", "phường Bắc Hồng"]) is None
    assert other_ward(facts(("Sổ",)), ["phường Bắc Hồng"]) is None
    assert other_ward(old, []) is None
