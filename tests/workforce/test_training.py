"""A year's training: planned, approved, held, evaluated; each mistake told in words."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.workforce import refusals
from chuan.workforce import refusals_competence as own
from chuan.workforce.actions import training
from chuan.workforce.actions.competence import Named
from chuan.workforce.competence.year import year_of
from chuan.workforce.models import Attendance, Evidence
from tests.examine import open_page
from tests.workforce import made

DAY = date(2021, 6, 10)
LINE = training.Line(
    "Nghiệp vụ một cửa", 6, "Sở Nội vụ", "Tài liệu in", 3, "tỷ lệ hồ sơ sai sót",
    Named("Bồi dưỡng một cửa", "training", 24),
)  # fmt: skip


@pytest.fixture
def keeper(ward):
    return ward.viewer(made.personnel_clerk(ward))


@pytest.fixture
def plan(keeper):
    return training.open_plan(2021, by=keeper, at=timezone.now())


@pytest.fixture
def course(plan, keeper):
    return training.add_course(plan, LINE, by=keeper, at=timezone.now())


def held(course, by, came, on=DAY, **more):
    given = training.Held(on, "Hội trường", "Sở Nội vụ", 240, came, **more)
    return training.hold(course, given, by=by, at=timezone.now())


def evaluated(course, by, on=date(2021, 9, 15), effect="yes", basis="Sai sót từ 6 % còn 2 %"):
    return training.evaluate(course, on, effect, basis, by=by, at=timezone.now())


def test_a_year_of_training_from_the_plan_to_its_effect(ward, plan, course, keeper):
    training.approve_plan(plan, date(2021, 1, 5), "Kế hoạch 02/KH-UBND", by=keeper, at=timezone.now())
    held(course, keeper, [ward.one_stop, ward.clerk], absent=[ward.specialist], paper="Chứng nhận 12/2021")
    line = year_of(plan).lines[0]
    assert (line.held, line.came, line.absent, line.effect_due) == (1, 2, 1, date(2021, 9, 10))
    papers = Evidence.objects.order_by("official__name")
    assert {one.official for one in papers} == {ward.one_stop, ward.clerk}
    assert {one.valid_to for one in papers} == {date(2023, 6, 10)}
    clock = Clock.objects.running().get(kind="effect")
    assert (clock.lawful_due_on, clock.owner_role) == (date(2021, 9, 10), "personnel_clerk")
    evaluated(course, keeper)
    assert not Clock.objects.running().filter(kind="effect").exists()
    assert (year_of(plan).held, year_of(plan).evaluated) == (1, 1)


def test_attending_alone_shows_nothing_where_no_paper_was_given(ward, course, keeper):
    held(course, keeper, [ward.one_stop])
    assert not Evidence.objects.exists()


def test_a_session_taken_back_takes_its_papers_and_its_reminder_back(ward, course, keeper):
    row = held(course, keeper, [ward.one_stop], paper="Chứng nhận 12/2021")
    training.void_session(row, "ghi nhầm ngày", by=keeper, at=timezone.now())
    assert not Evidence.objects.known_at(None).exists()
    assert not Clock.objects.running().filter(kind__in=["effect", "renew"]).exists()
    assert year_of(course.plan).lines[0].held == 0
    with pytest.raises(own.OverAlready):
        training.void_session(row, "lần nữa", by=keeper, at=timezone.now())


def test_held_once_more_it_waits_for_its_evaluation_once_more(ward, course, keeper):
    held(course, keeper, [ward.one_stop])
    evaluated(course, keeper)
    held(course, keeper, [ward.clerk], on=date(2021, 11, 3))
    assert Clock.objects.running().get(kind="effect").lawful_due_on == date(2022, 2, 3)


def test_who_learned_does_not_judge_alone_whether_it_helped(ward, course, keeper):
    held(course, keeper, [keeper.official])
    with pytest.raises(own.TaughtHimself):
        evaluated(course, keeper)
    assert evaluated(course, ward.viewer(ward.chairman)).pk


def test_bad_input_is_told_in_words(ward, plan, course, keeper):
    now = timezone.now()
    for wrong, change in (
        (own.PlanExists, lambda: training.open_plan(2021, by=keeper, at=now)),
        (own.NotYet, lambda: training.approve_plan(plan, date(2100, 1, 1), "x", by=keeper, at=now)),
        (refusals.PaperMissing, lambda: training.approve_plan(plan, DAY, " ", by=keeper, at=now)),
        (own.NameMissing, lambda: training.add_course(plan, _line(title=" "), by=keeper, at=now)),
        (own.NameMissing, lambda: training.add_course(plan, _line(method=""), by=keeper, at=now)),
        (own.MonthUnknown, lambda: training.add_course(plan, _line(month=13), by=keeper, at=now)),
        (own.NobodyCame, lambda: held(course, keeper, [])),
        (own.NotYet, lambda: held(course, keeper, [ward.clerk], on=date(2100, 1, 1))),
        (own.NothingHeld, lambda: evaluated(course, keeper)),
        (refusals.ReasonMissing, lambda: evaluated(course, keeper, basis="")),
        (own.NotYet, lambda: evaluated(course, keeper, on=date(2100, 1, 1))),
        (refusals.ReasonMissing, lambda: training.cancel_course(course, "", by=keeper, at=now)),
    ):
        with pytest.raises(wrong):
            change()
    assert not Attendance.objects.exists()


def _line(**more):
    given = {
        "title": "Khóa", "month": 5, "instructor": "", "materials": "", "evaluate_months": 3, "method": "hỏi người học"
    }  # fmt: skip
    return training.Line(**(given | more))


def test_a_course_that_was_held_is_not_taken_out_and_one_taken_out_is_not_held(ward, plan, course, keeper):
    other = training.add_course(plan, _line(), by=keeper, at=timezone.now())
    training.cancel_course(other, "không có kinh phí", by=keeper, at=timezone.now())
    with pytest.raises(own.OverAlready):
        held(other, keeper, [ward.clerk])
    held(course, keeper, [ward.clerk])
    with pytest.raises(own.OverAlready):
        training.cancel_course(course, "muộn", by=keeper, at=timezone.now())
    assert [one.course.title for one in year_of(plan).standing] == ["Nghiệp vụ một cửa"]


def test_a_plan_is_approved_once(plan, keeper):
    training.approve_plan(plan, DAY, "Kế hoạch 02/KH-UBND", by=keeper, at=timezone.now())
    with pytest.raises(own.PlanApproved) as told:
        training.approve_plan(plan, DAY, "Kế hoạch 03/KH-UBND", by=keeper, at=timezone.now())
    assert "02/KH-UBND" in told.value.sentence


def test_another_ward_and_another_role_change_nothing(ward, other_ward, plan, course, keeper):
    head, now = other_ward.viewer(other_ward.chairman), timezone.now()
    row = held(course, keeper, [ward.clerk])
    for change in (
        lambda: training.approve_plan(plan, DAY, "x", by=head, at=now),
        lambda: training.add_course(plan, _line(), by=head, at=now),
        lambda: training.cancel_course(course, "x", by=head, at=now),
        lambda: held(course, head, [other_ward.clerk]),
        lambda: held(course, keeper, [other_ward.clerk]),
        lambda: training.void_session(row, "x", by=head, at=now),
        lambda: evaluated(course, head),
    ):
        with pytest.raises(NotFound):
            change()
    with pytest.raises(NotAllowed):
        training.open_plan(2022, by=ward.viewer(ward.auditor), at=now)


def test_a_plan_is_told_in_two_statements(ward, plan, keeper, django_assert_num_queries):
    for _n in range(5):
        course = training.add_course(plan, _line(), by=keeper, at=timezone.now())
        held(course, keeper, [ward.clerk])
    with django_assert_num_queries(2):
        assert len(year_of(plan).lines) == 5


def test_a_year_is_kept_on_the_pages(ward, keeper, client, sign_in):
    sign_in(client, keeper.official)
    assert "Chưa có kế hoạch đào tạo" in open_page(client, "/nhan-su/nang-luc/dao-tao/").text
    open_page(client, "/nhan-su/nang-luc/dao-tao/lap/").form().send(client, year="2021")
    plan = open_page(client, "/nhan-su/nang-luc/dao-tao/").link("2021")
    open_page(client, f"{plan}phe-duyet/").form().send(client, on="5/1/2021", citation="Kế hoạch 02/KH-UBND")
    form = open_page(client, f"{plan}them/").form()
    refused = form.send(client, title="Nghiệp vụ một cửa", month="13", method="hỏi người học")
    assert refused.status_code == 422
    assert "hỏi người học" in refused.content.decode()
    form.send(client, title="Nghiệp vụ một cửa", month="6", method="hỏi người học")
    course = open_page(client, plan).link("Nghiệp vụ một cửa")
    open_page(client, f"{course}ghi-buoi/").form().send(
        client, held_on="10/6/2021", place="Hội trường", instructor="Sở Nội vụ", minutes="240",
        came=[str(ward.clerk.uid)], absent=[str(ward.specialist.uid)], paper="",
    )  # fmt: skip
    page = open_page(client, course)
    assert ward.clerk.name in page.text
    assert "10/09/2021" in page.text
    open_page(client, f"{course}danh-gia/").form().send(
        client, on="15/9/2021", effect="partly", basis="Còn sai"
    )
    assert "Hiệu quả một phần" in open_page(client, course).text
    assert "1 dự, 1 vắng" in open_page(client, plan).text
    sign_in(client, ward.specialist)
    assert ward.clerk.name not in open_page(client, course).text
    assert "vắng" in open_page(client, "/nhan-su/nang-luc/cua-toi/").text
