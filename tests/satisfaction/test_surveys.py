"""Surveys answered by citizens: off by default, nobody known by an answer, counted and never added to paper totals."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from python_calamine import CalamineWorkbook

from chuan.dossiers.models import SurveyTotal
from chuan.exchange.papers import extract
from chuan.offers import holdings, measures
from chuan.offers.measures import RowOutcome, Scope, all_rows, tally
from chuan.offers.review_inputs import Asked
from chuan.offers.succession import Passage
from chuan.people.models import RoleGrant, UnitSetting
from chuan.people.roles import Role
from chuan.petitions.public import stamps
from chuan.rules.types import Period
from chuan.satisfaction import actions, review_said
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.satisfaction.public import bounds
from chuan.satisfaction.succession import Surveys
from chuan.trail.models import Entry
from tests.examine import examine, open_page
from tests.people import PAPER, START, Ward

pytestmark = pytest.mark.django_db
ROOM = "/hai-long/"


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def opened(ward: Ward, settings: Any) -> Survey:
    """A survey that citizens may answer today, on a chosen machine."""
    settings.PUBLIC_SURVEY = True
    UnitSetting.objects.create(
        unit=ward.unit, key="satisfaction.public", value="on", valid_from=START, citation=PAPER
    )
    wanted = actions.Opened("Mức độ hài lòng (minh họa)", today(), today() + timedelta(days=9), ["time"])
    return actions.open_survey(wanted, by=ward.viewer(ward.one_stop, today()), at=timezone.now())


def answered(survey: Survey, *marks: int, way: str = "phone", words: str = "") -> None:
    SurveyAnswer.objects.bulk_create(
        SurveyAnswer(
            survey=survey, on=today(), way=way, marks={"whole": mark}, mark=mark, words=words, token=f"{n}{words}"
        )
        for n, mark in enumerate(marks)
    )  # fmt: skip


def send(client: Client, survey: Survey, tail: str = "", **typed: Any) -> Any:
    """A form that was shown a while ago, sent."""
    stamp = stamps.made(survey.unit, timezone.now() - timedelta(seconds=20))
    return client.post(f"/khao-sat/{survey.code}/{tail}", {"whole": "5", "stamp": stamp, **typed})


def test_off_is_an_address_like_any_unknown_one(client, opened, settings):
    address = f"/khao-sat/{opened.code}/"
    assert client.get("/khao-sat/ABCDEF/").status_code == 404
    UnitSetting.objects.update(value="off")
    stranger = Client(enforce_csrf_checks=True)
    assert client.get(address).status_code == stranger.post(address, {"whole": "5"}).status_code == 404
    UnitSetting.objects.update(value="on")
    assert client.get(address).status_code == 200
    assert stranger.post(address, {"whole": "5"}).status_code == 403
    settings.PUBLIC_SURVEY = False
    assert client.get(address).status_code == stranger.post(address, {"whole": "5"}).status_code == 404


def test_a_citizen_answers_once_and_nothing_tells_who(client, opened):
    page = open_page(client, f"/khao-sat/{opened.code}/")
    assert "không ghi tên" in page.text
    assert set(client.cookies) <= {"csrftoken"}
    refused = examine(send(client, opened, whole="", words="Chờ lâu"), page.url, status=422)
    assert "Chưa chọn mức hài lòng chung" in refused.text
    assert refused.one("#id_words").text.strip() == "Chờ lâu"
    assert send(client, opened, stamp="giả").status_code == 422
    assert send(client, opened, trang_web="x").status_code == 422
    assert send(client, opened, whole="9").status_code == 422
    assert send(client, opened, words="a" * 501).status_code == 422
    mark = stamps.made(opened.unit, timezone.now() - timedelta(seconds=20))
    for _n in range(2):
        assert "Đã nhận phiếu" in examine(send(client, opened, stamp=mark, whole="4", time="2")).text
    again = examine(send(client, opened, stamp=mark, whole="1"), page.url, status=422)
    assert "phiếu của người khác" in again.text
    assert again.form(button="Gửi phiếu").values["stamp"] != mark
    row = SurveyAnswer.objects.get()
    assert (row.mark, row.marks, row.on, row.way) == (4, {"whole": 4, "time": 2}, today(), "phone")
    lines = Entry.objects.filter(subject_uid=opened.uid, verb__startswith="survey.answer")
    assert [one.verb for one in lines.order_by("pk")] == ["survey.answer"]
    assert {one.actor for one in lines} == {"citizen"}
    assert not lines.filter(detail__isnull=False)


def test_the_tablet_at_the_counter_returns_to_a_clean_form_and_floods_are_refused(
    client, opened, monkeypatch
):
    sent = send(client, opened, "?quay=1", whole="2", words="Góp ý")
    assert sent.headers["Location"] == f"/khao-sat/{opened.code}/?quay=1&xong=1"
    page = open_page(client, sent.headers["Location"])
    assert "Đã nhận phiếu" in page.text
    assert "Góp ý</textarea>" not in page.html
    assert SurveyAnswer.objects.get().way == "counter"
    monkeypatch.setattr(bounds, "PER_NETWORK", (bounds.Bound("s10", 2, timedelta(minutes=10)),))
    assert send(client, opened).status_code == 200
    refused = examine(send(client, opened, words="Còn nguyên"), page.url, status=429)
    assert "Còn nguyên" in refused.one("#id_words").text
    assert SurveyAnswer.objects.count() == 2


def test_a_survey_that_is_over_says_so_and_takes_nothing(client, opened):
    Survey.objects.update(starts=today() - timedelta(days=9), ends=today())
    assert "đã nhận phiếu đến hết ngày" in open_page(client, f"/khao-sat/{opened.code}/").text
    assert send(client, opened).status_code == 422
    assert not SurveyAnswer.objects.exists()


def test_the_share_is_of_all_answers_and_paper_totals_stand_apart(ward, other_ward, opened):
    scope = Scope(ward.unit.uid, Period.year(today().year), timezone.now())
    measure = measures.find("satisfaction.satisfied")
    assert measure.obstacles(scope)
    answered(opened, 5, 4, 3, 1)
    SurveyTotal.objects.create(
        unit=ward.unit, period_start=today(), period_end=today() + timedelta(days=1), asked=50, satisfied=50,
        source="BC giấy", recorded_at=timezone.now(),
    )  # fmt: skip
    assert not measure.obstacles(scope)
    counts = measure.counts(scope)
    assert (counts.numerator, counts.denominator) == (2, 4)
    rows = all_rows(measure, scope, 2)
    assert tally(rows) == counts
    assert sum(row.outcome is RowOutcome.HIT for row in rows) == 2
    assert "Mới có 4 phiếu" in measures.notes(measure, scope)[1]
    asked = Asked(ward.unit, Period.year(today().year), today(), timezone.now(), ward.viewer(ward.secretary))
    share, each = review_said.satisfaction(asked)
    assert "2/4" in share.sentence
    assert "2/4 phiếu hài lòng" in each.sentence
    told = {one.label: one.count for one in holdings.held(ward.unit, Period.year(today().year))}
    assert told["phiếu khảo sát người dân tự trả lời"] == 4
    by = other_ward.viewer(other_ward.chairman)
    passage = Passage(ward.unit, other_ward.unit, today(), timezone.now(), by, PAPER)
    assert Surveys().move(passage) == {"surveys_closed": 1}


def test_keepers_open_read_close_and_take_words_out_others_see_counts_only(
    ward, other_ward, client, sign_in, settings, django_assert_max_num_queries
):
    sign_in(client, ward.one_stop)
    assert "không mở trang cho người dân" in open_page(client, ROOM).text
    settings.PUBLIC_SURVEY = True
    page = open_page(client, f"{ROOM}mo/")
    refused = examine(page.form().send(client, own="Chỗ để xe thế nào?"), page.url, status=422)
    assert "chưa ghi theo văn bản nào" in refused.notice
    assert refused.form().send(client, citation="KH 5/KH-UBND (minh họa)").status_code == 302
    survey = Survey.objects.get()
    assert survey.asked[-1] == ["own1", "Chỗ để xe thế nào?"]
    assert "chưa xác minh" in open_page(client, f"{ROOM}{survey.uid}/").text
    answered(survey, 5, 2, words="Cô Lan vui vẻ")
    with django_assert_max_num_queries(25):
        page = open_page(client, f"{ROOM}{survey.uid}/")
    assert "trên 2 phiếu" in page.text
    assert "1/2 (50" in page.text
    poster = client.get(f"{ROOM}{survey.uid}/to-gioi-thieu.pdf")
    assert f"/khao-sat/{survey.code}/" in extract(poster.content, name="a.pdf").text.replace("\n", "")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"{ROOM}{survey.uid}/ket-qua.xlsx").content))
    assert "Cô Lan" not in str(sheet.get_sheet_by_index(0).to_python())
    row = SurveyAnswer.objects.first()
    page = open_page(client, f"{ROOM}gop-y/{row.uid}/bo/")
    assert examine(page.form().send(client, why=""), page.url, status=422).notice
    page.form().send(client, why="nêu tên")
    row.refresh_from_db()
    assert (row.words, row.words_gone, row.mark) == ("", True, 5)

    sign_in(client, ward.specialist)
    page = open_page(client, f"{ROOM}{survey.uid}/")
    assert "trên 2 phiếu" in page.text
    assert "Cô Lan" not in page.text
    assert client.get(f"{ROOM}gop-y/{row.uid}/bo/").status_code == 404
    RoleGrant.objects.filter(official=ward.specialist).delete()
    RoleGrant.objects.create(
        official=ward.specialist, unit=ward.unit, role=Role.OVERSEER, valid_from=START, citation=PAPER
    )
    page = open_page(client, f"{ROOM}{survey.uid}/")
    assert "dưới 5 phiếu" in page.text
    assert "1/2 (" not in page.text
    sign_in(client, other_ward.one_stop)
    assert client.get(f"{ROOM}{survey.uid}/").status_code == 404
    sign_in(client, ward.one_stop)
    page = open_page(client, f"{ROOM}{survey.uid}/ket-thuc/")
    page.form().send(client, why="Đủ phiếu")
    survey.refresh_from_db()
    assert (survey.last_day, survey.why_closed) == (today(), "Đủ phiếu")


def test_only_the_head_switches_the_page_and_by_a_document(ward, client, sign_in, settings):
    assert sign_in(client, ward.one_stop).get(f"{ROOM}trang-nguoi-dan/").status_code == 403
    sign_in(client, ward.chairman)
    assert not [one for one in open_page(client, f"{ROOM}trang-nguoi-dan/").forms if "citation" in one.values]
    settings.PUBLIC_SURVEY = True
    page = open_page(client, f"{ROOM}trang-nguoi-dan/")
    assert examine(page.form().send(client, is_on="on", citation="x"), page.url, status=422)
    assert page.form().send(client, is_on="on", citation=PAPER).status_code == 302
    assert UnitSetting.objects.get(key="satisfaction.public").value == "on"
