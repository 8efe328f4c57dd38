"""Look-alikes in numbers of documents and dates are put right; words are not touched."""

from __future__ import annotations

import pytest

from chuan.rules.slips_of_pictures import repaired, with_set_phrases


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("148⁄QĐÐ-UBND", "148/QĐ-UBND"),
        ("l48/QĐ-UBND", "148/QĐ-UBND"),
        ("1O2/QÐ–UBND", "102/QĐ-UBND"),
        ("/QĐÐ-UBND", "/QĐ-UBND"),
        ("53/NQ-HĐND", "53/NQ-HĐND"),
        ("19/2O14/QĐ-TTg", "19/2O14/QĐ-TTg"),
        ("19/2014/QĐ-TTg", "19/2014/QĐ-TTg"),
        ("O5/3/2O14", "05/3/2014"),
        ("l9/6/2015,", "19/6/2015,"),
        ("Bắc", "Bắc"),
        ("IOl", "IOl"),
        ("và/hoặc", "và/hoặc"),
        ("Ðiều", "Ðiều"),
        ("", ""),
    ],
)
def test_what_was_seen_becomes_what_was_meant(seen: str, meant: str):
    assert repaired(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("CỌNG HÒA XÃ HỌI CHỦ NGHĨA VIẸT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Độc lập - Tụ do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("UỶ BAN NHÂN DÂN PHƯƠNG BẮC HỒNG", "ỦY BAN NHÂN DÂN PHƯƠNG BẮC HỒNG"),
        ("Ðiều 1. Điêu 2. Diễn văn", "Điều 1. Điều 2. Diễn văn"),
        ("TRẦN THỊ PHƯƠNG, Nguyễn Thị Diệu, ĐIỀUX", "TRẦN THỊ PHƯƠNG, Nguyễn Thị Diệu, ĐIỀUX"),
    ],
)
def test_set_phrases_get_their_marks_back_and_names_keep_theirs(seen: str, meant: str):
    assert with_set_phrases(seen) == meant
    assert len(seen) == len(meant)
