"""The pages of a round: opened, spoken of on a line, decided, drafted; each with one bad input."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.objectives.models import Plan, Round, RoundLine
from chuan.objectives.rounds import actions
from tests.examine import examine, open_page, sign_in
from tests.objectives.made import now
from tests.people import Ward, make_ward

HOME = "/muc-tieu/nam-sau/"


@pytest.fixture
def secretary(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.secretary)


@pytest.fixture
def running(ward: Ward, plan: Plan) -> Round:
    """A round that closes in a fortnight from the day of the tests."""
    today = timezone.localdate()
    return actions.open_round(
        plan, today + timedelta(days=14), by=ward.viewer(ward.secretary, today), at=now()
    )


def line(running: Round, place: str) -> RoundLine:
    return running.lines.get(objective__ordinal=place)


def of_line(running: Round, place: str) -> str:
    return f"{HOME}dong/{line(running, place).uid}/"


def test_the_secretary_opens_a_round_and_a_day_that_is_over_is_refused(secretary: Client, plan: Plan):
    page = open_page(secretary, HOME)
    assert page.title == "Xây dựng mục tiêu năm 2022"
    refused = examine(page.form(button="Mở đợt").send(secretary, closes_on="01/01/2021"), HOME, status=422)
    assert "Hạn góp ý 01/01/2021 không sau hôm nay." in refused.text
    assert refused.form(button="Mở đợt").values["closes_on"] == "01/01/2021"
    page.form(button="Mở đợt").send(secretary)
    opened = Round.objects.get()
    assert (opened.year, opened.lines.count()) == (2022, 27)
    assert Clock.objects.running().filter(subject_kind="next_year_asked").count() == opened.asked.count() > 0
    assert secretary.get(HOME).headers["Location"] == f"{HOME}{opened.uid}/"


def test_the_round_shows_three_years_and_cautions_beside_each_line(
    secretary: Client, running: Round, django_assert_max_num_queries
):
    url = f"{HOME}{running.uid}/"
    with django_assert_max_num_queries(60):
        page = open_page(secretary, url)
    assert len(page.find("//tbody/tr")) == 27
    assert "Ghi “giảm” mà không ghi bao nhiêu" in page.text
    assert "“Phần đầu” có lẽ là “Phấn đấu”" in page.text
    assert "Ghi 21/21 chỉ tiêu nhưng bên dưới có 20 dòng với 22 số đo" in page.text
    assert "Không có dòng nào khớp điều đã lọc" in open_page(secretary, f"{url}?loc=de-nghi").text
    circle = open_page(secretary, "/cai-tien/?nam=2021")
    assert "Đợt xây dựng đang mở" in circle.text
    assert circle.link("Góp ý, quyết từng dòng rồi soạn Quyết định.") == url


def test_an_owner_proposes_another_level_and_the_secretary_takes_it(
    client: Client, ward: Ward, running: Round
):
    held = line(running, "3")
    RoundLine.objects.filter(pk=held.pk).update(owner_post=ward.specialist.appointments.get().post)
    sign_in(client, ward.specialist)
    page = open_page(client, of_line(running, "3"))
    given = page.form(button="Gửi ý kiến")
    typed = {"kind": "change", "muc-1": "chín mươi"}
    refused = examine(given.send(client, **typed), page.url, status=422)
    assert "chín mươi" in refused.form(button="Gửi ý kiến").values.values()
    given.send(client, kind="change", reason="hai năm liền trên 97 %", **{"muc-1": "97"})
    sign_in(client, ward.secretary)
    page = open_page(client, of_line(running, "3"))
    assert "trên 97% hồ sơ" in page.text
    assert "hai năm liền trên 97 %" in page.text
    page.form(button="Quyết").send(client)
    held.refresh_from_db()
    assert held.decided == "changed"
    assert "trên 97% hồ sơ" in held.final


def test_a_line_is_not_dropped_without_a_reason_and_what_was_typed_stays(secretary: Client, running: Round):
    page = open_page(secretary, of_line(running, "7"))
    sent = page.form(button="Quyết").send(secretary, outcome="dropped", text="100 % cán bộ đạt chuẩn")
    refused = examine(sent, page.url, status=422)
    assert "lý do" in refused.text.lower()
    assert refused.form(button="Quyết").values["text"] == "100 % cán bộ đạt chuẩn"


def test_what_nobody_wants_changed_is_kept_at_once_and_drafted(secretary: Client, running: Round):
    url = f"{HOME}{running.uid}/"
    early = secretary.post(f"{url}soan/")
    assert "Còn 27 dòng chưa quyết" in examine(early, url, status=422).text
    open_page(secretary, url).form(button="Giữ mọi dòng không ai đề nghị đổi").send(secretary)
    drafted = open_page(secretary, url).form(button="Soạn Quyết định").send(secretary)
    running.refresh_from_db()
    assert running.document is not None
    assert drafted.headers["Location"] == f"/van-ban/soan/{running.document.uid}/"
    assert "Mở dự thảo" in open_page(secretary, url).text


def test_another_ward_finds_neither_round_nor_line(client: Client, running: Round):
    other = make_ward("Nam Hồng", "18118", "nam-")
    sign_in(client, other.secretary)
    assert client.get(f"{HOME}{running.uid}/").status_code == 404
    assert client.get(of_line(running, "3")).status_code == 404
    assert client.post(f"{HOME}{running.uid}/giu-con-lai/").status_code == 404


@pytest.mark.parametrize(
    ("page", "button", "bad", "sentence", "good", "status"),
    [
        ("han", "Đổi hạn", {"closes_on": "30/02/2022"}, "ngày 30", {"closes_on": "24/12/2099"}, "open"),
        ("huy", "Hủy đợt", {"reason": ""}, "", {"reason": "làm lại"}, "called_off"),
    ],
)
def test_a_round_is_given_more_time_or_called_off(
    secretary: Client, running: Round, page: str, button: str, bad: dict[str, str], sentence: str,
    good: dict[str, str], status: str,
):  # fmt: skip
    url = f"{HOME}{running.uid}/{page}/"
    form = open_page(secretary, url).form(button=button)
    assert sentence in examine(form.send(secretary, **bad), url, status=422).text
    form.send(secretary, **good)
    running.refresh_from_db()
    assert running.status == status


def test_a_new_line_of_two_lines_is_refused_and_one_sentence_is_taken(secretary: Client, running: Round):
    url = f"{HOME}{running.uid}/them/"
    form = open_page(secretary, url).form(button="Gửi đề nghị")
    refused = examine(form.send(secretary, text="Thu 9 tỷ đồng\nChi 8 tỷ đồng"), url, status=422)
    assert "không đọc được câu này thành một dòng" in refused.text
    form.send(secretary, text="Tỷ lệ rác thải được phân loại đạt ít nhất 30 %")
    assert running.lines.filter(objective=None).count() == 1


def test_a_drafted_round_is_opened_again_with_a_reason(secretary: Client, running: Round):
    url = f"{HOME}{running.uid}/"
    secretary.post(f"{url}giu-con-lai/")
    secretary.post(f"{url}soan/")
    form = open_page(secretary, f"{url}mo-lai/").form(button="Mở lại")
    examine(form.send(secretary, reason=" "), f"{url}mo-lai/", status=422)
    form.send(secretary, reason="Chủ tịch yêu cầu")
    running.refresh_from_db()
    assert running.is_open
