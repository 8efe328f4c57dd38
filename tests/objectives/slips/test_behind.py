"""Who is behind, what reminds him, and what stays on record of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from chuan.exchange.sheets import read_sheet
from chuan.objectives import sheet_form
from chuan.objectives.actions import assign
from chuan.objectives.models import Objective, Plan
from chuan.objectives.slips.actions import note_reminder
from chuan.objectives.slips.owing import owing
from chuan.objectives.slips.refusals import NothingBehind
from chuan.objectives.slips.reminders import behind
from chuan.people.models import Post
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in
from tests.objectives.made import clerk, now
from tests.people import Ward

BEHIND = "/muc-tieu/phieu/con-thieu/"
JANUARY = date(2022, 1, 20)


def test_who_is_behind_is_told_by_person_the_longest_first(ward: Ward, plan: Plan):
    found = behind(ward.unit, owing(ward.unit, on=JANUARY, at=now()).figures, JANUARY)
    assert [(one.key, len(one.figures)) for one in found] == [
        (f"nguoi-{ward.one_stop.uid}", 2), ("van-phong", 1),
    ]  # fmt: skip
    assert found[0].days == (JANUARY - found[0].figures[0].due.due_on).days > 30
    assert len(owing(ward.unit, on=date(2021, 12, 15), at=now()).figures) == 1


def test_a_reminder_names_the_post_and_the_figures_and_no_person(client: Client, ward: Ward, plan: Plan):
    page = open_page(sign_in(client, ward.secretary), BEHIND)
    texts = ["".join(one.itertext()) for one in page.find("textarea")]
    assert "Kính gửi: Tư pháp – hộ tịch" in texts[0]
    assert "tháng 11: hạn" in texts[0]
    assert "/muc-tieu/phieu/" in texts[0]
    assert not any(name in text for text in texts for name in (ward.one_stop.name, ward.clerk.name))


def test_a_reminder_is_kept_as_a_dated_line_once_a_day(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.secretary)
    page = open_page(client, BEHIND)
    form = next(one for one in page.forms if one.values["cho"].startswith("nguoi-"))
    for _twice in range(2):
        assert form.send(client).status_code == 302
    assert Entry.objects.filter(verb="figures.remind").count() == 1
    assert "Đã nhắc 1 lần" in open_page(client, BEHIND).text
    assert "Đã nhắc 1 lần" in open_page(sign_in(client, ward.one_stop), "/muc-tieu/phieu/").text


def test_nobody_is_reminded_who_owes_nothing(client: Client, ward: Ward, plan: Plan):
    with pytest.raises(NothingBehind):
        note_reminder(f"nguoi-{ward.auditor.uid}", by=clerk(ward, date.today()), at=now())
    sign_in(client, ward.secretary)
    examine(client.post(BEHIND, {"cho": "x"}), BEHIND, status=422)


def test_a_post_gets_its_own_excel(client: Client, ward: Ward, plan: Plan):
    post = Post.objects.get(unit=ward.unit, title="Văn hóa – xã hội")
    assign(Objective.objects.get(plan=plan, ordinal="2"), post=post, by=clerk(ward), at=now())
    sign_in(client, ward.secretary)
    answer = client.get(f"{BEHIND}bieu.xlsx?cho=chuc-danh-{post.uid}")
    (sheet, _guide) = read_sheet(answer.content, name="bieu.xlsx")
    assert [r[sheet_form.LABEL].text for r in sheet.rows if "/" in r[sheet_form.KEY].text] == ["2.1"]
    assert client.get(f"{BEHIND}bieu.xlsx?cho=x").status_code == 404


def test_only_those_who_plan_see_who_is_behind(client: Client, ward: Ward, other_ward: Ward, plan: Plan):
    assert sign_in(client, ward.one_stop).get(BEHIND).status_code == 403
    assert client.get(f"{BEHIND}bieu.xlsx?cho=van-phong").status_code == 404
    assert "Không ai còn thiếu" in open_page(sign_in(client, other_ward.secretary), BEHIND).text
    assert client.get(f"{BEHIND}bieu.xlsx?cho=van-phong").status_code == 404


def test_the_page_asks_the_database_as_often_for_many_as_for_few(
    client: Client, ward: Ward, plan: Plan, django_assert_max_num_queries
):
    sign_in(client, ward.secretary)
    with django_assert_max_num_queries(24):
        client.get(BEHIND)
