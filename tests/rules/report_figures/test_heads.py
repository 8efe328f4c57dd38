"""What the head of a report says: whose it is, and of which days."""

from __future__ import annotations

import pytest

from chuan.rules.report_figures import Home, read_head
from tests.rules.report_figures.made import HEAD, HOME


@pytest.mark.parametrize(
    ("days", "end", "to_date"),
    [
        ("tháng 9, nhiệm vụ trọng tâm tháng 10 năm 2021", "2021-10-01", False),
        ("9 tháng đầu năm 2021", "2021-10-01", True),
        ("quý III năm 2021", "2021-10-01", False),
        ("6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2021", "2021-07-01", True),
        ("năm 2020, phương hướng nhiệm vụ năm 2021", "2021-01-01", False),
    ],
)
def test_the_first_days_of_the_title_are_those_of_the_report(days: str, end: str, to_date: bool):
    said = read_head(HEAD.format(days=days), HOME).period
    assert said is not None
    assert (str(said.period.end), said.to_date) == (end, to_date)


def test_the_only_year_of_a_title_may_be_that_of_what_is_planned():
    head = HEAD.replace("25 tháng 9 năm 2021", "{on}").replace(
        "{days}", "tháng 12, nhiệm vụ trọng tâm tháng 01 năm 2022"
    )
    for on in ("28 tháng 12 năm 2021", "…"):
        said = read_head(head.format(on=on), HOME).period
        assert said is not None
        assert str(said.period.start) == "2021-12-01"


def test_a_report_of_another_ward_is_told_and_one_of_the_town_is_not():
    assert read_head(HEAD.format(days="tháng 9"), Home("phường", "Nam Hồng")).other_home == "phường Bắc Hồng"
    town = "ỦY BAN NHÂN DÂN\nTHỊ XÃ HỒNG LĨNH\nSố: 1/BC-UBND\nBÁO CÁO\nTình hình tháng 9 năm 2021\n"
    assert read_head(town, HOME).other_home == ""


def test_the_citation_is_written_as_papers_are_cited():
    assert read_head(HEAD.format(days="tháng 9"), HOME).citation == "Báo cáo số 85/BC-UBND ngày 25/09/2021"
