"""The plan behind the promises: its gaps, the proposals, the five fields, how promises count, what is measured."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.clocks.models import Clock
from chuan.objectives.actions import adopt_proposals, assign
from chuan.objectives.completeness import completeness
from chuan.objectives.models import Indicator, Objective, Plan
from chuan.objectives.proposing import proposals
from chuan.people.models import Post
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in, words
from tests.objectives.made import clerk, decision, indicator, now, plan_of
from tests.people import Ward

ADOPT = "Nhận các đề xuất đã chọn"


@pytest.fixture
def seen(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.clerk)


def of_plan(plan: Plan, **query: str) -> str:
    return f"/muc-tieu/ke-hoach/{plan.uid}/" + "".join(f"?{name}={value}" for name, value in query.items())


def objective_at(plan: Plan, ordinal: str) -> Objective:
    return Objective.objects.get(plan=plan, ordinal=ordinal)


def of_objective(plan: Plan, ordinal: str) -> str:
    return f"/muc-tieu/ke-hoach/muc/{objective_at(plan, ordinal).uid}/"


def of_indicator(found: Indicator) -> str:
    return f"/muc-tieu/chi-tieu/{found.uid}/"


def verbs() -> list[str]:
    return list(Entry.objects.order_by("seq").values_list("verb", flat=True))


# What the plan lacks, and the proposals


def test_a_fresh_plan_says_how_much_it_lacks_and_of_what(seen: Client, plan: Plan):
    page = open_page(seen, of_plan(plan))
    missing = completeness(plan)
    assert f"còn thiếu {len(missing)} mục" in page.text
    assert f"Việc sẽ làm thiếu ở {Objective.objects.filter(plan=plan).count()} mục" in page.text
    assert page.title == "Kế hoạch thực hiện mục tiêu năm 2021"


def test_everything_proposed_stands_in_one_table_each_box_ticked(seen: Client, plan: Plan):
    page = open_page(seen, of_plan(plan))
    boxes = page.find("//input[@name='nhan']")
    assert [box.get("value") for box in boxes if box.get("checked") is not None] == [
        box.get("value") for box in boxes
    ]
    assert {box.get("value") for box in boxes} == {one.key for one in proposals(plan)}


def test_each_proposal_says_where_it_comes_from_and_that_nobody_verified_it(seen: Client, plan: Plan):
    page = open_page(seen, of_plan(plan))
    row = page.one("//tr[.//input[@value='1.9a:definition' or @value='1.9:definition']]")
    assert "Đề xuất theo thông lệ của phường; đơn vị xác nhận, chưa kiểm chứng" in words(row)


def test_proposals_stand_under_their_objective_with_those_of_its_indicators(seen: Client, plan: Plan):
    page = open_page(seen, of_plan(plan))
    body = page.one("//tbody[tr[contains(@class,'group')]//span[@class='no'][.='1.4']]")
    keys = [box.get("value") for box in body.iter("input")]
    assert {"1.4:what", "1.4a:definition", "1.4b:source"} <= set(keys)


def test_one_press_adopts_them_all_and_says_what_is_left(seen: Client, plan: Plan):
    before = len(proposals(plan))
    form = open_page(seen, of_plan(plan)).form(button=ADOPT)
    page = examine(seen.post(form.action, form.values, follow=True))
    left = len(proposals(plan))
    assert f"Đã nhận {before - left} đề xuất" in page.notice
    assert left < before
    assert verbs()[-1] == "plan.adopt"


def test_only_the_ticked_ones_are_adopted(seen: Client, plan: Plan):
    open_page(seen, of_plan(plan)).form(button=ADOPT).send(seen, nhan=["1.9:what"])
    kept = Objective.objects.filter(plan=plan).exclude(what="").values_list("ordinal", flat=True)
    assert list(kept) == ["1.9"]
    assert not Objective.objects.filter(plan=plan).exclude(resources="").exists()


def test_nothing_ticked_is_answered_on_the_page_and_the_boxes_stay_empty(seen: Client, plan: Plan):
    response = open_page(seen, of_plan(plan)).form(button=ADOPT).send(seen, nhan=None)
    page = examine(response, of_plan(plan), status=422)
    assert "Chưa chọn đề xuất nào" in page.notice
    assert not [box for box in page.find("//input[@name='nhan']") if box.get("checked") is not None]
    assert "plan.adopt" not in verbs()


def test_for_a_title_the_unit_does_not_have_one_of_its_posts_is_chosen(seen: Client, ward: Ward, plan: Plan):
    page = open_page(seen, of_plan(plan))
    label = next(one for one in page.tree.iter("label") if words(one) == "Tài chính – kế toán")
    post = Post.objects.get(unit=ward.unit, code="van-phong")
    page.form(button=ADOPT).send(seen, **{label.get("for").removeprefix("id_"): str(post.uid)})
    assert objective_at(plan, "1.3").owner_post == post


def test_a_title_left_open_leaves_the_objective_to_the_owner_of_the_one_above(seen: Client, plan: Plan):
    open_page(seen, of_plan(plan)).form(button=ADOPT).send(seen)
    assert objective_at(plan, "1.3").owner_post is None
    page = open_page(seen, of_plan(plan, xem="muc-tieu"))
    row = page.one(f"//tr[.//a[@href='{of_objective(plan, '1.3')}']]")
    assert "Văn phòng – thống kê" in words(row)  # who answers for the whole of objective 1


def test_a_post_of_another_ward_is_refused_and_the_choice_of_boxes_stays(
    seen: Client, other_ward: Ward, plan: Plan
):
    page = open_page(seen, of_plan(plan))
    name = page.find("//select[starts-with(@name,'chuc-danh-')]")[0].get("name")
    theirs = Post.objects.filter(unit=other_ward.unit)[0]
    response = page.form(button=ADOPT).send(seen, nhan=["1.9:what"], **{name: str(theirs.uid)})
    back = examine(response, of_plan(plan), status=422)
    assert "không còn trong danh sách" in back.notice
    ticked = [
        box.get("value") for box in back.find("//input[@name='nhan']") if box.get("checked") is not None
    ]
    assert ticked == ["1.9:what"]


def test_a_complete_plan_says_so_and_proposes_nothing(seen: Client, ward: Ward, plan: Plan):
    by, posts = clerk(ward), {one.value: Post.objects.filter(unit=ward.unit)[0] for one in proposals(plan)}
    adopt_proposals(plan, by=by, at=now(), posts=posts)
    for one in completeness(plan):
        assert one.objective is not None, one.sentence
    page = open_page(seen, of_plan(plan, xem="de-xuat"))
    assert not page.find("//input[@name='nhan']")
    assert "Không còn đề xuất nào" in page.text


def test_objectives_are_listed_with_owner_and_what_they_lack(seen: Client, ward: Ward, plan: Plan):
    assign(objective_at(plan, "3"), by=clerk(ward), at=now(), official=ward.one_stop)
    page = open_page(seen, of_plan(plan, xem="muc-tieu"))
    row = page.one(f"//tr[.//a[@href='{of_objective(plan, '3')}']]")
    assert ward.one_stop.name in words(row)
    assert "việc sẽ làm, nguồn lực" in words(row)
    assert "người phụ trách" not in words(row)


def test_a_specialist_reads_but_may_not_adopt(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.specialist)
    page = open_page(client, of_plan(plan))
    assert not page.find("//input[@name='nhan']")
    refused = client.post(of_plan(plan), {"nhan": ["1.9:what"]})
    assert "Chủ tịch" in examine(refused, of_plan(plan), status=403).text
    assert objective_at(plan, "1.9").what == ""


def test_another_wards_plan_is_not_there(client: Client, other_ward: Ward, plan: Plan):
    sign_in(client, other_ward.clerk)
    for url in (of_plan(plan), of_objective(plan, "1.9"), of_indicator(indicator(plan, "1.9"))):
        assert client.get(url).status_code == 404
        assert client.post(url, {"nhan": "1.9:what", "name": "x"}).status_code == 404


def test_a_replaced_plan_is_shown_with_what_took_its_place_and_changes_no_more(seen: Client, ward: Ward):
    old = plan_of(ward, decision("Trên 95% hồ sơ đúng hạn."))
    newer = decision(
        "Trên 97% hồ sơ đúng hạn.", number="77", on=date(2021, 6, 1), supersedes="31/QĐ-UBND ngày 19/02/2021"
    )
    new = plan_of(ward, newer, on=date(2021, 6, 2))
    page = open_page(seen, of_plan(old))
    assert "thôi thực hiện" in page.notice
    assert page.find(f"//a[@href='{of_plan(new)}']")
    assert open_page(seen, of_plan(new)).find(f"//a[@href='{of_plan(old)}']")
    response = seen.post(of_plan(old), {"nhan": ["1:what"]})
    assert "chỉ để xem" in examine(response, of_plan(old), status=422).notice


def test_the_planning_page_asks_the_database_as_often_for_a_plan_of_two_as_of_twenty(
    seen: Client, ward: Ward, plan: Plan
):
    small = plan_of(ward, decision("Trên 95% hồ sơ đúng hạn.", year=2022, number="9", on=date(2022, 1, 5)))
    seen.get(of_plan(small))
    counts = []
    for one in (small, plan):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            seen.get(of_plan(one))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25


# One objective


def test_the_promise_is_quoted_word_for_word_and_its_target_is_fixed(seen: Client, plan: Plan):
    page = open_page(seen, of_objective(plan, "1.9"))
    assert objective_at(plan, "1.9").text in page.texts("p.quote")[0]
    assert "tối đa 0,9 %" in page.text
    assert "chỉ đổi bằng quyết định mới" in page.text
    assert not page.find("//*[@name='text' or @name='value' or @name='comparator']")


GOOD = {
    "what": "Rà soát từng hộ", "resources": "Công chức văn hóa, 7 TDP", "due_on": "31/12/2021",
    "evaluation": "Quyết định công nhận", "name": "Tỷ lệ hộ nghèo",
}  # fmt: skip


def test_the_five_fields_are_saved_in_one_go_and_trailed(seen: Client, ward: Ward, plan: Plan):
    post = Post.objects.get(unit=ward.unit, code="van-hoa")
    form = open_page(seen, of_objective(plan, "1.9")).form(button="Lưu kế hoạch")
    form.send(seen, **GOOD, post=str(post.uid), official=str(ward.specialist.uid))
    kept = objective_at(plan, "1.9")
    assert (kept.what, kept.resources, kept.due_on) == (GOOD["what"], GOOD["resources"], date(2021, 12, 31))
    assert (kept.evaluation, kept.owner_post, kept.owner_official) == (
        GOOD["evaluation"],
        post,
        ward.specialist,
    )
    assert verbs()[-2:] == ["objective.plan", "objective.assign"]


def test_the_clock_of_a_figure_runs_for_the_new_owner(seen: Client, ward: Ward, plan: Plan):
    open_page(seen, of_objective(plan, "1.9")).form(button="Lưu kế hoạch").send(
        seen, official=str(ward.specialist.uid)
    )
    due = plan.figures_due.get(indicator=indicator(plan, "1.9"))
    assert Clock.objects.get(subject_uid=due.uid).owner_official == ward.specialist


def test_saving_an_untouched_form_writes_nothing(seen: Client, plan: Plan):
    before = Entry.objects.count()
    response = open_page(seen, of_objective(plan, "1.9")).form(button="Lưu kế hoạch").send(seen)
    assert "Không có gì thay đổi" in examine(seen.get(response["Location"]), of_objective(plan, "1.9")).notice
    assert Entry.objects.count() == before


def test_text_of_several_lines_stays_unchanged_when_only_the_date_is(seen: Client, plan: Plan):
    Objective.objects.filter(pk=objective_at(plan, "1.9").pk).update(what="một\nhai")
    form = open_page(seen, of_objective(plan, "1.9")).form(button="Lưu kế hoạch")
    form.send(seen, what="một\r\nhai", due_on="1/12/2021")
    detail = Entry.objects.order_by("seq").last().detail.body  # type: ignore[union-attr]
    assert "due_on" in detail
    assert "hai" not in detail


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("due_on", "31/9/2021", "30"), ("due_on", "cuối năm", "30/09/2021"), ("name", "  ", "Chưa có tên hiển thị"),
        ("what", "x" * 4001, "Viết ngắn lại"), ("post", "la-lam", "không còn trong danh sách"),
    ],
)  # fmt: skip
def test_what_was_typed_stays_when_a_field_is_wrong(
    seen: Client, plan: Plan, field: str, typed: str, said: str
):
    data = GOOD | {"post": "", "official": ""} | {field: typed}
    page = examine(seen.post(of_objective(plan, "1.9"), data), of_objective(plan, "1.9"), status=422)
    assert said in page.notice
    assert page.form(button="Lưu kế hoạch").values["resources"] == GOOD["resources"]
    assert objective_at(plan, "1.9").resources == ""
    assert page.find(f"//*[@name='{field}'][@aria-invalid='true']")


def test_taking_the_owner_away_is_refused_and_nothing_else_is_saved(seen: Client, ward: Ward, plan: Plan):
    assign(objective_at(plan, "1.9"), by=clerk(ward), at=now(), official=ward.specialist)
    data = GOOD | {"post": "", "official": ""}
    page = examine(seen.post(of_objective(plan, "1.9"), data), of_objective(plan, "1.9"), status=422)
    assert "Chưa nhập người phụ trách" in page.notice
    kept = objective_at(plan, "1.9")
    assert (kept.owner_official, kept.what) == (ward.specialist, "")


def test_an_owner_plans_the_own_objective_but_hands_it_to_nobody(client: Client, ward: Ward, plan: Plan):
    assign(objective_at(plan, "1.9"), by=clerk(ward), at=now(), official=ward.specialist)
    sign_in(client, ward.specialist)
    page = open_page(client, of_objective(plan, "1.9"))
    assert not page.find("//select[@name='post']")
    client.post(of_objective(plan, "1.9"), GOOD | {"official": str(ward.one_stop.uid)})
    kept = objective_at(plan, "1.9")
    assert (kept.what, kept.owner_official) == (GOOD["what"], ward.specialist)


def test_an_official_without_the_objective_reads_it_and_is_refused(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.one_stop)
    assert not open_page(client, of_objective(plan, "1.9")).find("//textarea")
    assert client.post(of_objective(plan, "1.9"), GOOD).status_code == 403
    assert objective_at(plan, "1.9").what == ""


# How promises count


def test_the_ways_to_count_say_what_they_mean_and_what_they_would_give_today(seen: Client, plan: Plan):
    page = open_page(seen, of_objective(plan, "1"))
    text = words(page.one("#cach-dem").getparent().getparent())
    assert "22 số đo, mỗi số đo là một chỉ tiêu" in text
    assert "20 gạch đầu dòng" in text
    assert "mức phải đạt: 21/21" in text
    assert "Chưa đo được" in text
    assert page.one("//input[@name='dem-mode'][@checked]").get("value") == "values"


def test_the_readers_question_and_who_answered_it_stand_beside(seen: Client, plan: Plan):
    page = open_page(seen, of_objective(plan, "1"))
    asked = words(page.one("//section[.//h2[@id='cau-hoi']]"))
    assert "21" in asked
    assert "20" in asked
    assert "trả lời" in asked


def test_counting_by_bullets_is_saved_and_trailed(seen: Client, plan: Plan):
    form = open_page(seen, of_objective(plan, "1")).form(button="Lưu cách đếm")
    form.send(seen, **{"dem-mode": "lines"})
    assert objective_at(plan, "1").roll_up == "lines"
    assert verbs()[-1] == "objective.count"


def test_values_are_grouped_by_hand_beginning_with_one_on_each_line(seen: Client, plan: Plan):
    form = open_page(seen, of_objective(plan, "1")).form(button="Lưu cách đếm")
    given = form.values["dem-groups"]
    assert given.splitlines()[3:5] == ["1.4a", "1.4b"]
    form.send(seen, **{"dem-mode": "chosen", "dem-groups": given.replace("1.4a\n1.4b", "1.4a, 1.4b")})
    again = open_page(seen, of_objective(plan, "1")).form(button="Lưu cách đếm").values["dem-groups"]
    assert objective_at(plan, "1").roll_up == "chosen"
    assert again.splitlines()[3] == "1.4a, 1.4b"
    assert len(again.splitlines()) == 21


def test_a_value_left_out_of_every_group_is_named_and_the_groups_stay(seen: Client, plan: Plan):
    form = open_page(seen, of_objective(plan, "1")).form(button="Lưu cách đếm")
    typed = form.values["dem-groups"].replace("1.9\n", "")
    response = form.send(seen, **{"dem-mode": "chosen", "dem-groups": typed})
    page = examine(response, of_objective(plan, "1"), status=422)
    assert "1.9" in page.notice
    assert page.form(button="Lưu cách đếm").values["dem-groups"] == typed
    assert page.one("//input[@name='dem-mode'][@checked]").get("value") == "chosen"
    assert objective_at(plan, "1").roll_up == "values"


def test_no_way_chosen_is_answered_on_the_page(seen: Client, plan: Plan):
    response = seen.post(of_objective(plan, "1"), {"viec": "dem", "dem-mode": "tat-ca"})
    assert examine(response, of_objective(plan, "1"), status=422).notice


def test_how_promises_count_is_for_planners(client: Client, ward: Ward, plan: Plan):
    assign(objective_at(plan, "1"), by=clerk(ward), at=now(), official=ward.specialist)
    sign_in(client, ward.specialist)
    assert not open_page(client, of_objective(plan, "1")).find("//input[@name='dem-mode']")
    assert client.post(of_objective(plan, "1"), {"viec": "dem", "dem-mode": "lines"}).status_code == 403


def test_the_page_of_an_objective_asks_the_database_as_often_whatever_stands_below(
    seen: Client, ward: Ward, plan: Plan
):
    small = plan_of(ward, decision(
        "Phấn đấu 2/2 chỉ tiêu:\n\n- Tỷ lệ hộ nghèo không quá 1%;\n\n- Trên 95% hồ sơ đúng hạn.",
        year=2022, number="9", on=date(2022, 1, 5),
    ))  # fmt: skip
    assert objective_at(small, "1").children.count() == 2
    counts = []
    for one in (small, plan):
        seen.get(of_objective(one, "1"))
        with CaptureQueriesContext(connection) as asked:
            seen.get(of_objective(one, "1"))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25


# One indicator


def test_an_indicator_is_defined_and_trailed(seen: Client, plan: Plan):
    found = indicator(plan, "1.9")
    form = open_page(seen, of_indicator(found)).form(button="Lưu định nghĩa")
    form.send(seen, definition="Số hộ nghèo trên tổng số hộ", source="Rà soát hộ nghèo", national_code="0901")
    found.refresh_from_db()
    assert (found.definition, found.source, found.national_code) == (
        "Số hộ nghèo trên tổng số hộ", "Rà soát hộ nghèo", "0901",
    )  # fmt: skip
    assert verbs()[-1] == "indicator.define"


def test_another_rhythm_waits_for_figures_anew(seen: Client, plan: Plan):
    found = indicator(plan, "1.9")
    open_page(seen, of_indicator(found)).form(button="Lưu định nghĩa").send(seen, frequency="quarterly")
    assert plan.figures_due.filter(indicator=found).count() == 4


def test_unit_and_direction_are_shown_but_not_asked(seen: Client, plan: Plan):
    page = open_page(seen, of_indicator(indicator(plan, "1.9")))
    assert "đơn vị: %" in page.text
    assert "càng thấp càng tốt" in page.text
    assert not page.find("//*[@name='measured_in' or @name='direction']")


def test_its_promises_of_every_year_are_listed(seen: Client, ward: Ward, plan: Plan):
    next_year = decision("Tỷ lệ hộ nghèo không quá 0,5%.", year=2022, number="9", on=date(2022, 1, 5))
    plan_of(ward, next_year, on=date(2022, 1, 6))
    page = open_page(seen, of_indicator(indicator(plan, "1.9")))
    rows = [words(row) for row in page.find("//section[.//h2[@id='cac-nam']]//tbody/tr")]
    assert len(rows) == 2
    assert rows[0].startswith("2022 tối đa 0,5 %")
    assert rows[1].startswith("2021 tối đa 0,9 %")


def test_the_name_must_be_there_and_what_was_typed_stays(seen: Client, plan: Plan):
    found = indicator(plan, "1.9")
    form = open_page(seen, of_indicator(found)).form(button="Lưu định nghĩa")
    page = examine(form.send(seen, name="", definition="mới"), of_indicator(found), status=422)
    assert "Chưa có tên chỉ tiêu" in page.notice
    assert page.form(button="Lưu định nghĩa").values["definition"] == "mới"
    found.refresh_from_db()
    assert found.definition != "mới"


@pytest.mark.parametrize(("field", "typed"), [("frequency", "daily"), ("combine", "mean")])
def test_what_is_not_offered_is_refused(seen: Client, plan: Plan, field: str, typed: str):
    found = indicator(plan, "1.9")
    data = open_page(seen, of_indicator(found)).form(button="Lưu định nghĩa").values | {field: typed}
    page = examine(seen.post(of_indicator(found), data), of_indicator(found), status=422)
    assert "không còn trong danh sách" in page.notice


def test_a_specialist_reads_the_definition_and_may_not_change_it(client: Client, ward: Ward, plan: Plan):
    found = indicator(plan, "1.9")
    sign_in(client, ward.specialist)
    assert not open_page(client, of_indicator(found)).find("//textarea")
    data = {"name": "Khác", "frequency": found.frequency, "combine": found.combine}
    assert client.post(of_indicator(found), data).status_code == 403
