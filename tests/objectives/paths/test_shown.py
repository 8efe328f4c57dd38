"""Where a path shows: a promise, its months and drawing, the slip, the Monday sheet, the live line, a trial."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from chuan.objectives.actions import assign, record_figure
from chuan.objectives.models import Plan
from chuan.objectives.paths.saying import ahead_words, needed_words
from chuan.objectives.pictures import TargetLine
from chuan.objectives.reports import target_picture
from chuan.objectives.slips.monday import monday_sheet
from chuan.objectives.slips.papers import sheet_paper
from chuan.paper.papers import Note
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from tests.examine import open_page, sign_in
from tests.objectives.made import clerk, given, indicator, now
from tests.objectives.paths.made import JANUARY, LATE, set_path, target
from tests.people import Ward

OCTOBER_5 = date(2021, 10, 5)
BUDGET, ON_TIME, POVERTY = "1.3", "3.2", "1.9"


@pytest.fixture
def planner(ward: Ward) -> Viewer:
    return ward.viewer(ward.secretary, JANUARY)


@pytest.fixture
def collected(ward: Ward, plan: Plan) -> Plan:
    """105 triệu đồng a month, nine months of them."""
    for month in range(1, 10):
        record_figure(
            indicator(plan, BUDGET), Period.month(2021, month), given(value="105"), by=clerk(ward), at=now()
        )
    return plan


def plain(text: str) -> str:
    """Without the blanks that keep a number and its unit in one line."""
    return text.replace("\xa0", " ")


def line_of(plan: Plan, label: str) -> TargetLine:
    return target_picture(target(plan, label), on=OCTOBER_5).line


def test_ahead_and_behind_are_said_with_their_unit(planner: Viewer, collected: Plan):
    assert plain(ahead_words(line_of(collected, BUDGET))) == ""
    assert plain(needed_words(line_of(collected, BUDGET))) == ""
    set_path(collected, BUDGET, LATE, by=planner)
    assert plain(ahead_words(line_of(collected, BUDGET))) == "nhanh hơn lộ trình 45 triệu đồng"
    assert plain(needed_words(line_of(collected, BUDGET))) == (
        "Lộ trình đến nay: 900 triệu đồng, nhanh hơn lộ trình 45 triệu đồng."
    )
    set_path(collected, BUDGET, [950] * 11 + [8550], by=planner, reason="Thu sớm")
    assert plain(ahead_words(line_of(collected, BUDGET))) == "chậm hơn lộ trình 5 triệu đồng"
    set_path(collected, BUDGET, [945] * 11 + [8550], by=planner, reason="Thu sớm")
    assert plain(ahead_words(line_of(collected, BUDGET))) == "đúng lộ trình"


def test_a_ceiling_is_passed_and_not_outrun(ward: Ward, planner: Viewer, plan: Plan):
    record_figure(indicator(plan, POVERTY), Period(date(2021, 1, 1), date(2021, 10, 1)), given(value="1.2"),
                  by=clerk(ward), at=now(), to_date=True)  # fmt: skip
    set_path(plan, POVERTY, ["1.1"] * 11 + ["0.9"], by=planner)
    assert plain(ahead_words(line_of(plan, POVERTY))) == "vượt lộ trình 0,1 điểm phần trăm"
    set_path(plan, POVERTY, ["1.5"] * 11 + ["0.9"], by=planner, reason="Rà lại")
    assert plain(ahead_words(line_of(plan, POVERTY))) == "dưới lộ trình 0,3 điểm phần trăm"


def test_a_share_is_above_or_below_its_path(ward: Ward, planner: Viewer, plan: Plan):
    record_figure(
        indicator(plan, ON_TIME), Period.month(2021, 1), given(num=96, den=100), by=clerk(ward), at=now()
    )
    set_path(plan, ON_TIME, ["95.5"] * 12, by=planner)
    assert plain(ahead_words(line_of(plan, ON_TIME))) == "hơn lộ trình 0,5 điểm phần trăm"
    set_path(plan, ON_TIME, [97] * 12, by=planner, reason="Rà lại")
    assert plain(ahead_words(line_of(plan, ON_TIME))) == "kém lộ trình 1 điểm phần trăm"


def test_the_page_of_the_promise_shows_the_path_beside_its_figures(
    client: Client, ward: Ward, planner: Viewer, collected: Plan
):
    set_path(collected, BUDGET, LATE, by=planner)
    page = open_page(
        sign_in(client, ward.auditor), f"/muc-tieu/{target(collected, BUDGET).uid}/?den=05/10/2021"
    )
    assert "so với lộ trình đã đặt ngày 05/01/2021" in page.text
    assert "Lộ trình đến nay: 900 triệu đồng, nhanh hơn lộ trình 45 triệu đồng." in page.text
    assert "Lộ trình 100 200 300 400 500 600 700 800 900 1.000 5.000 8.550 8.550" in page.text
    assert "Bản 1, Phạm Thư Ký đặt ngày 05/01/2021" in page.text


def test_the_drawing_of_a_share_has_its_path(client: Client, ward: Ward, planner: Viewer, plan: Plan):
    for month in (1, 2):
        record_figure(
            indicator(plan, ON_TIME),
            Period.month(2021, month),
            given(num=96, den=100),
            by=clerk(ward),
            at=now(),
        )
    secretary = sign_in(client, ward.secretary)
    url = f"/muc-tieu/{target(plan, ON_TIME).uid}/?den=05/03/2021"
    assert not open_page(secretary, url).tree.xpath("//*[@class='plan']")
    set_path(plan, ON_TIME, [94, 95, *[96] * 10], by=planner)
    assert open_page(secretary, url).tree.xpath("//*[@class='plan']")


def test_the_slip_says_what_was_planned_for_the_period(
    client: Client, ward: Ward, planner: Viewer, collected: Plan
):
    set_path(collected, BUDGET, LATE, by=planner)
    assign(target(collected, BUDGET).objective, official=ward.specialist, by=clerk(ward), at=now())
    page = open_page(sign_in(client, ward.specialist), "/muc-tieu/phieu/")
    assert "Lộ trình đến hết tháng 10: 1.000 triệu đồng, cộng dồn từ đầu năm." in page.text
    assert page.text.count("Lộ trình đến hết") == 3


def test_the_monday_sheet_says_who_keeps_up_and_how_far_behind_the_others_are(
    ward: Ward, planner: Viewer, collected: Plan
):
    viewer = ward.viewer(ward.secretary, OCTOBER_5)
    before = monday_sheet(viewer, on=OCTOBER_5, at=now())
    assert before.path_words == ""
    set_path(collected, BUDGET, [950] * 11 + [8550], by=planner)
    found = monday_sheet(viewer, on=OCTOBER_5, at=now())
    assert found.path_words == "So với lộ trình đã đặt: 0 theo kịp, 1 chậm."
    assert [plain(one.left) for one in found.off.lines] == ["chậm hơn lộ trình 5 triệu đồng"]
    notes = [block.text for block in sheet_paper(found, ward.unit).body if isinstance(block, Note)]
    assert found.path_words in notes


def test_a_trial_says_by_which_pace_it_judges(client: Client, ward: Ward, planner: Viewer, collected: Plan):
    """The promise as it stands is held against its path; at another level the straight line speaks, and is named."""
    set_path(collected, BUDGET, LATE, by=planner)
    url = f"/muc-tieu/thu/{target(collected, BUDGET).uid}/?den=05/10/2021&muc=8000"
    secretary = sign_in(client, ward.secretary)
    assert "so với lộ trình đã đặt ngày 05/01/2021" in open_page(secretary, url.replace("8000", "")).text
    page = open_page(secretary, url)
    assert "tuyến tính theo ngày lịch" in page.text
    assert "Mức thử không theo lộ trình đã đặt ngày 05/01/2021" in page.text
