"""The list of causes is dated data, branch by branch."""

from __future__ import annotations

from datetime import date

from chuan.law.causes import cause_words, causes


def test_causes_stand_together_by_branch_and_end_with_another():
    found = causes(date(2021, 8, 5))
    branches = list(dict.fromkeys(one.branch for one in found))
    assert [one.branch for one in found] == sorted((one.branch for one in found), key=branches.index)
    assert found[-1].code == "other"
    assert all(one.words[0].isupper() for one in found)


def test_a_day_before_the_list_has_none():
    assert causes(date(2014, 1, 1)) == ()


def test_a_code_is_said_whenever_it_was_chosen():
    assert cause_words("absence").startswith("Người phụ trách vắng")
    assert cause_words("gone") == "gone"
