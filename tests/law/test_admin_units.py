"""The directory of communes: a code names one only with a day, and what became of each is said with how surely."""

from __future__ import annotations

import gzip
import importlib.util
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from chuan.law import admin_units
from chuan.law.admin_units import TURN, How
from chuan.rules.types import Sure

BEFORE = date(2025, 6, 30)
SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "pack_admin_units.py"


def test_one_code_names_two_wards_apart_only_by_day():
    old, new = admin_units.named("18115", BEFORE), admin_units.named("18115", TURN)
    assert old is not None
    assert new is not None
    assert (old.titled, old.where) == ("phường Bắc Hồng", "Thị xã Hồng Lĩnh, Tỉnh Hà Tĩnh")
    assert (new.titled, new.where) == ("phường Bắc Hồng Lĩnh", "Tỉnh Hà Tĩnh")
    assert (old.until, new.since) == (TURN, TURN)


def test_a_code_of_the_other_side_names_nobody():
    assert admin_units.named("18124", BEFORE) is not None
    assert admin_units.named("18124", TURN) is None
    assert admin_units.named("99999", TURN) is None


def test_the_lists_are_whole_on_both_sides():
    assert (len(admin_units.communes_on(BEFORE)), len(admin_units.communes_on(TURN))) == (10_035, 3_321)


@pytest.mark.parametrize("text", ["bac hong", "Bắc Hồng", "PHUONG BAC HONG", "bắc hồng, hà tĩnh", "18115"])
def test_a_name_is_found_without_marks_with_its_kind_and_with_its_place(text):
    assert "18115" in [one.code for one in admin_units.find(text, BEFORE)]


def test_communes_of_one_name_are_told_apart_by_district_and_province():
    found = admin_units.find("tan thanh", BEFORE, most=100)
    same = [one for one in found if one.name == "Tân Thành"]
    assert len(same) > 5
    assert len({(one.titled, one.where) for one in same}) == len(same)


def test_the_kind_and_the_place_narrow_what_is_found():
    assert [one.code for one in admin_units.find("đặc khu phú quốc", TURN)] == ["31078"]
    assert {one.province_name for one in admin_units.find("tan thanh, ha tinh", BEFORE)} <= {"Hà Tĩnh"}


@pytest.mark.parametrize("text", ["", "   ", ",", "không có phường này"])
def test_nothing_is_found_for_what_is_no_name(text):
    assert admin_units.find(text, TURN) == ()


def test_bac_hong_linh_was_made_from_four_whole_communes():
    made = admin_units.predecessors("18115")
    assert {one.old.titled for one in made} == {
        "phường Bắc Hồng",
        "phường Đức Thuận",
        "phường Trung Lương",
        "xã Xuân Lam",
    }
    assert {one.how for one in made} == {How.WHOLE}
    assert [one.new.titled for one in admin_units.successors("18124")] == ["phường Bắc Hồng Lĩnh"]


def test_a_commune_that_was_divided_is_never_said_to_have_passed_whole():
    divided = [code for code in _old_codes() if len(admin_units.successors(code)) > 1]
    assert len(divided) > 100
    assert not any(one.how is How.WHOLE for code in divided for one in admin_units.successors(code))


def test_what_the_sentence_calls_a_part_is_a_part():
    hoa_mac = [one for one in admin_units.predecessors("13324") if one.old.name == "Hòa Mạc"]
    assert [one.how for one in hoa_mac] == [How.PARTIAL]


def test_a_commune_left_as_it_was_is_followed_by_itself():
    kept = [one for one in _old_codes() if [p.new.code for p in admin_units.successors(one)] == [one]]
    alone = [one for one in kept if len(admin_units.predecessors(one)) == 1]
    assert len(alone) > 100


def test_what_could_not_be_read_has_no_successor_rather_than_a_guessed_one():
    unread = [code for code in _old_codes() if not admin_units.successors(code)]
    assert 0 < len(unread) < 100


def test_the_resolution_is_known_for_ha_tinh_only_and_not_invented_for_others():
    known = admin_units.resolution_of("42")
    assert known is not None
    assert (known.words, known.sure) == (
        "Nghị quyết 1665/NQ-UBTVQH15 ngày 16/06/2025 của Ủy ban Thường vụ Quốc hội",
        Sure.REPORTED,
    )
    assert admin_units.resolution_of("01") is None
    assert {one.number: one.sure for one in admin_units.carry_over()}["190/2025/QH15"] is Sure.UNVERIFIED


@pytest.mark.shared
def test_the_shipped_tables_are_what_the_script_makes_of_the_published_files(shared, tmp_path):
    spec = importlib.util.spec_from_file_location("pack_admin_units", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    pack = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = pack
    try:
        spec.loader.exec_module(pack)
        pack.main(shared / "data" / "admin-units", tmp_path)
    finally:
        del sys.modules[spec.name]
    shipped = Path(admin_units.__file__).parent
    for name in ("units.csv.gz", "successions.csv.gz"):
        made, stands = ((folder / name).read_bytes() for folder in (tmp_path, shipped))
        assert gzip.decompress(made) == gzip.decompress(stands)
        assert len(stands) < 400_000


def _old_codes() -> list[str]:
    return [one.code for one in admin_units.communes_on(BEFORE) if re.fullmatch(r"\d{5}", one.code)]
