"""The pages of the brief: set, read, answered, explained; nobody else reads it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from chuan.briefing import actions, reminding
from chuan.briefing.models import Answer, Brief, BriefLine, Foreseen
from tests.briefing import made
from tests.examine import examine, open_page

ROOM = "/ban-tin/"


@pytest.fixture
def patient(monkeypatch) -> None:
    monkeypatch.setattr("chuan.trail.actions.LONGEST_ACT", timedelta(days=30))


@pytest.fixture
def lines(ward, patient, monkeypatch) -> Brief:
    """A brief of today with lines about two officials, whatever day it is."""
    monkeypatch.setattr("chuan.briefing.running.due_at", lambda unit, choice, at: at - timedelta(minutes=1))
    monkeypatch.setattr(reminding, "working_days_after", lambda unit, on, days: on + timedelta(days=days))
    today = timezone.localdate()
    for days in (3, 9):
        made.late(ward.unit, ward.one_stop, today - timedelta(days=days))
    made.late(ward.unit, ward.clerk, today - timedelta(days=4), kind="petition")
    made.late(ward.unit, None, today - timedelta(days=2), kind="corrective_action", role="iso_board")
    earlier = made.at(today - timedelta(days=1), 6)
    made.switch_on(ward, earlier)
    made.brief(ward, earlier + timedelta(hours=1))
    told = Foreseen.objects.get(official=ward.clerk)
    viewer = ward.viewer(ward.clerk, today - timedelta(days=1))
    actions.explain(told, "Chờ cấp trên trả lời.", by=viewer, at=earlier + timedelta(hours=2))
    return made.brief(ward, timezone.now())


def test_a_head_chooses_an_hour_and_is_told_what_comes_next(ward, client, sign_in, monkeypatch):
    sign_in(client, ward.chairman)
    page = open_page(client, open_page(client, ROOM).link("Chọn giờ"))
    refused = examine(page.form().send(client, hour="25:99", order="Việc lạ"), page.url, status=422)
    assert "Không có loại việc “Việc lạ”" in refused.text
    page = open_page(client, page.url)
    order = page.form().values["order"].splitlines()
    moved = "\n".join([order[-1], *order[:-1]])
    sent = page.form().send(client, hour="07:15", readers=["chairman", "vice_chairman"], order=moved)
    for minutes, said in (
        (5, "Bản tin hôm nay có lúc"),
        (-5, "đang được làm"),
        (None, "Hôm nay là ngày nghỉ"),
    ):
        due = None if minutes is None else timezone.now() + timedelta(minutes=minutes)
        monkeypatch.setattr("chuan.briefing.views.reading.due_at", lambda unit, choice, at, due=due: due)
        assert said in open_page(client, sent.headers["Location"]).text
    assert open_page(client, f"{ROOM}cai-dat/").form().values["order"].splitlines()[0] == order[-1]


def test_the_chairman_reads_five_lines_answers_each_with_one_thumb_and_prints_them(
    ward, client, sign_in, lines, django_assert_max_num_queries
):
    sign_in(client, ward.chairman)
    with django_assert_max_num_queries(32):
        page = open_page(client, ROOM)
    assert "2 hồ sơ quá hạn trả kết quả" in page.text
    assert "1 đơn thư quá hạn" in page.text
    assert "“Chờ cấp trên trả lời.”" in page.text
    assert client.get(f"{ROOM}{lines.uid}/ban-tin.pdf").content.startswith(b"%PDF")
    line = BriefLine.objects.get(brief=lines, kind="petitions.late")
    sent = client.post(f"{ROOM}dong/{line.uid}/nhac/")
    page = open_page(client, sent.headers["Location"])
    assert f"Đã nhắc {ward.clerk.name}" in page.notice
    again = examine(client.post(f"{ROOM}dong/{line.uid}/dong-y/"), ROOM, status=422)
    assert "đã trả lời dòng này: nhắc" in again.notice
    task = BriefLine.objects.get(brief=lines, kind="dossiers.late")
    form = open_page(client, f"{ROOM}dong/{task.uid}/giao-viec/")
    assert form.form().values["official"] == str(ward.one_stop.uid)
    refused = examine(form.form().send(client, due_on="01/01/2021", words="Gọi lại"), form.url, status=422)
    assert "Hạn 01/01/2021 đã qua" in refused.notice
    assert "Gọi lại" in refused.text
    sent = open_page(client, form.url).form().send(client, words="Gọi từng người.")
    assert ward.one_stop.name in open_page(client, sent.headers["Location"]).notice
    assert "Gọi từng người." in open_page(client, f"{ROOM}truoc/").text


def test_an_official_sees_what_concerns_him_explains_it_and_does_what_was_asked(ward, client, sign_in, lines):
    line = BriefLine.objects.get(brief=lines, kind="dossiers.late")
    sign_in(client, ward.chairman)
    client.post(
        f"{ROOM}dong/{line.uid}/giai-trinh/", {"official": ward.one_stop.uid, "due_on": _soon(), "words": ""}
    )
    given = Answer.objects.get(line=line)
    sign_in(client, ward.one_stop)
    page = open_page(client, client.get(ROOM).headers["Location"])
    assert "2 hồ sơ quá hạn" in page.text
    assert "đơn thư" not in page.text
    explain = open_page(client, _explaining())
    refused = examine(explain.form().send(client, note=" "), explain.url, status=422)
    assert refused.one("#id_note") is not None
    sent = explain.form().send(client, note="Máy chủ hỏng hai ngày.")
    assert "Máy chủ hỏng hai ngày." in open_page(client, sent.headers["Location"]).text
    work = open_page(client, f"{ROOM}viec/{given.uid}/")
    sent = work.form().send(client, note="Đã trả đủ hôm nay.")
    assert "Lãnh đạo thấy trong bản tin sau" in open_page(client, sent.headers["Location"]).notice
    assert "Đã trả đủ hôm nay." in open_page(client, f"{ROOM}viec/{given.uid}/").text


def test_nobody_else_reads_a_brief_nor_anothers_line(ward, other_ward, client, sign_in, lines):
    line = BriefLine.objects.get(brief=lines, kind="dossiers.late")
    told = Foreseen.objects.filter(official=ward.one_stop).first()
    addresses = (f"{lines.uid}/", f"{lines.uid}/ban-tin.pdf", f"dong/{line.uid}/nhac/", "truoc/")
    for viewer in (ward.clerk, other_ward.chairman):
        sign_in(client, viewer)
        codes = [client.get(ROOM + one).status_code for one in addresses]
        assert codes[:3] == [404, 404, 404]
        assert client.get(f"{ROOM}cua-toi/{told.uid}/").status_code == 404
    sign_in(client, ward.clerk)
    assert client.get(f"{ROOM}truoc/").status_code == 404
    assert client.get(f"{ROOM}cai-dat/").status_code == 403


def _soon() -> str:
    return f"{timezone.localdate() + timedelta(days=2):%d/%m/%Y}"


def _explaining() -> str:
    told = Foreseen.objects.filter(official__name="Lê Văn Một Cửa", on__gt=timezone.localdate()).first()
    return f"{ROOM}cua-toi/{told.uid}/"
