"""Codes of the document axis as dated values: QĐ 28/2018/QĐ-TTg and QCVN 102:2016/BTTTT, none read in the original."""

from __future__ import annotations

import pytest

from chuan.law.edxml import LISTS, codes, longest, word
from chuan.rules.types import Sure


def test_every_state_of_the_axis_has_words():
    assert {code: word("status", code) for code in codes("status")} == {
        "01": "đã đến",
        "02": "từ chối tiếp nhận",
        "03": "đã tiếp nhận",
        "04": "đã đến, chờ phân công",
        "05": "đã phân công, đang xử lý",
        "06": "đã xử lý xong",
        "13": "lấy lại văn bản",
        "15": "đồng ý lấy lại, cập nhật",
        "16": "từ chối lấy lại, cập nhật",
    }


@pytest.mark.parametrize("which", LISTS)
def test_no_value_claims_to_have_been_read(which: str):
    assert codes(which)
    for value in codes(which).values():
        assert value.sure is not Sure.READ
        assert value.citation.number
        assert value.value


def test_labels_seen_in_one_place_only_say_so():
    assert {code for code, value in codes("status").items() if value.sure is Sure.UNVERIFIED} == {
        "01",
        "13",
        "15",
        "16",
    }


def test_urgency_runs_from_ordinary_to_most_urgent():
    assert [word("priority", str(code)) for code in range(5)] == [
        "thường", "khẩn", "thượng khẩn", "hỏa tốc", "hỏa tốc hẹn giờ",
    ]  # fmt: skip


def test_thirty_two_kinds_of_documents_are_numbered():
    assert sorted(map(int, codes("type"))) == list(range(1, 33))
    assert word("type", "18") == "Công văn"


def test_an_unknown_code_has_no_words_and_an_unknown_list_is_a_mistake():
    assert word("status", "99") == ""
    with pytest.raises(KeyError):
        codes("khac")


def test_lengths_are_whole_numbers():
    assert longest("OrganId") == 50
    assert longest("Subject") is None
