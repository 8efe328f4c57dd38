"""The reference Decision of 2021, read line by line: every defect of form, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from chuan.rules.paper_form import mended
from tests.rules.paper_form.samples import departures, places

FILE = Path(__file__).resolve().parents[3] / "examples" / "bac-hong-2021" / "quyet-dinh.md"
ON = date(2021, 2, 19)

# Line, rule, the words pointed at, what to write instead (None: a person decides).
DEFECTS = [
    (3, "nation_missing", "Số: /QĐ-UBND", None),
    (3, "motto_missing", "Số: /QĐ-UBND", None),
    (3, "agency_missing", "Số: /QĐ-UBND", None),
    (3, "number_blank", "Số: /QĐ-UBND", None),
    (9, "subject_vv", "V/v", "Về việc"),
    (11, "authority_unnamed", "ỦY BAN NHÂN DÂN PHƯỜNG", None),
    (13, "capitals", "Luật Tổ chức Chính quyền địa phương", "Luật Tổ chức chính quyền địa phương"),
    (13, "citation_date", "ngày 19/6/2015", "ngày 19 tháng 6 năm 2015"),
    (13, "basis_end", ",", ";"),
    (15, "citation_label", "Quyết định 19/2014/QĐ-TTg", "Quyết định số 19/2014/QĐ-TTg"),
    (15, "citation_date", "ngày 05/3/2014", "ngày 05 tháng 3 năm 2014"),
    (15, "capitals", "Thủ tướng Chính Phủ", "Thủ tướng Chính phủ"),
    (15, "basis_end", ",", ";"),
    (17, "citation_date", "ngày 30/6/2020", "ngày 30 tháng 6 năm 2020"),
    (17, "capitals", "tiêu chuẩn Quốc gia TCVN", "tiêu chuẩn quốc gia TCVN"),
    (17, "basis_end", ",", ";"),
    (25, "standard_space", "ISO 9001: 2015", "ISO 9001:2015"),
    (27, "paragraph_end", "hành", "hành."),
    (29, "citation_incomplete", "Quyết định số 148/QĐ-UBND", None),
    (29, "citation_date", "ngày 11/8/2020", "ngày 11 tháng 8 năm 2020"),
    (31, "capitals", "Ban chỉ đạo ISO", "Ban Chỉ đạo ISO"),
    (35, "recipients_first", "- UBND thị xã;", None),
    (39, "kept_by", "Lưu: VP", "Lưu: VT"),
    (46, "annex_reference", "MỤC TIÊU CHẤT LƯỢNG NĂM 2021", None),
    (53, "list_end", ".", ";"),
    (64, "tone_mixed", "hoá", "hóa"),
    (66, "citation_date", "ngày 07/8/2020", "ngày 07 tháng 8 năm 2020"),
    (66, "list_end", "Tĩnh", "Tĩnh;"),
    (68, "list_end", ".", ";"),
]


@pytest.fixture(scope="module")
def text() -> str:
    return FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "code", "words", "instead"), DEFECTS, ids=[f"{line}-{code}" for line, code, *_ in DEFECTS]
)
def test_each_defect_is_found_at_its_place(text: str, line: int, code: str, words: str, instead: str | None):
    found = [one for one in departures(text, on=ON) if (one.place.line, one.code) == (line, code)]
    assert [text[one.place.span.start : one.place.span.end] for one in found] == [words]
    assert [one.replacement for one in found] == [instead]


def test_nothing_else_is_told(text: str):
    assert sorted(places(text, departures(text, on=ON))) == sorted(one[:3] for one in DEFECTS)


def test_exact_mends_take_their_departures_away_and_bring_no_new_ones(text: str):
    before = departures(text, on=ON)
    again = departures(mended(text, before), on=ON)
    left = [one.code for one in before if one.replacement is None]
    assert [one.code for one in again] == left
    assert mended(mended(text, before), again) == mended(text, before)


def test_since_july_2025_the_town_among_the_recipients_is_no_more(text: str):
    told = {one.code: one for one in departures(text, on=date(2025, 7, 1))}
    assert told["recipient_level_ended"].found == "- UBND thị xã;"
    assert told["recipient_level_ended"].act == "72/2025/QH15"
    assert "recipient_level_ended" not in {one.code for one in departures(text, on=date(2025, 6, 30))}


def test_a_law_replaced_since_is_told_from_its_day_on(text: str):
    told = {one.code: one for one in departures(text, on=date(2025, 7, 1))}
    assert "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025" in told["repealed_act"].mend
    assert "01/07/2025" in told["repealed_act"].said


def test_each_departure_carries_article_sentence_and_weight(text: str):
    for one in departures(text, on=ON):
        assert one.act
        assert one.article
        assert one.said.endswith((".", "”."))
        assert "{" not in one.said + one.mend
        assert one.mend.strip()
        assert one.weight in ("must", "should")
