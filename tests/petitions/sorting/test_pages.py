"""Sorting in the browser: the questions, the outcomes, what is refused with everything typed kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from chuan.people.models import Official
from chuan.petitions.models import Concerned, Petition
from tests.examine import Page, examine, open_page
from tests.people import Ward
from tests.petitions.made import now
from tests.petitions.sealed.made import WHO, sealed, switched_on

ENOUGH = "complaint.fit=full&complaint.about=own&complaint.who=affected&complaint.stage=first"


@pytest.fixture
def page(client: Client, sign_in: Callable[..., Client], clerk: Official) -> Callable[..., Page]:
    sign_in(client, clerk)
    return lambda url, **more: open_page(client, url, **more)


def at(petition: Petition, *more: str) -> str:
    return "/".join(("/don-thu", str(petition.uid), *more, ""))


def test_questions_come_one_after_the_other_and_can_be_changed(page, client, taken):
    one = taken("complaint", date(2021, 9, 6))
    first = page(at(one, "tham-quyen"))
    assert first.title == "Điều kiện, thẩm quyền"
    second = examine(first.form(button="Tiếp tục").send(client, **{"complaint.fit": "full"}), first.url)
    assert "Đơn khiếu nại việc gì?" in second.text
    assert "05/2021/TT-TTCP" in second.text
    assert second.link("Đổi: Đơn có đủ họ tên, địa chỉ, chữ ký hoặc điểm chỉ và nội dung khiếu nại không?")
    examine(second.form(button="Tiếp tục").send(client), first.url, status=422)


def test_the_law_of_an_earlier_day_can_be_asked(page, taken):
    one = taken("complaint", date(2021, 9, 6))
    old = page(f"{at(one, 'tham-quyen')}?ngay=10/09/2021&{ENOUGH}")
    assert "02/2011/QH13, Điều 17" in old.text
    assert "07/2014/TT-TTCP, Điều 6" in old.text
    new = page(f"{at(one, 'tham-quyen')}?ngay=10/09/2026&{ENOUGH}")
    assert "136/2025/QH15" in new.text
    assert page(f"{at(one, 'tham-quyen')}?ngay=32/13/2021", status=422)


def test_the_result_is_kept_and_leads_to_the_act_it_asks_for(page, client, taken):
    one = taken("complaint", date(2021, 9, 6))
    asked = page(f"{at(one, 'tham-quyen')}?ngay=10/09/2021&{ENOUGH}")
    response = asked.form(button="Ghi kết quả xem xét").send(client)
    assert response.headers["Location"] == at(one, "xu-ly", "thu-ly")
    shown = page(at(one))
    assert shown.link("Thụ lý") == at(one, "xu-ly", "thu-ly")
    assert "thuộc thẩm quyền" in shown.text
    assert "02/2011/QH13, Điều 17" in shown.text


def test_an_answer_that_is_not_offered_starts_over(page, taken):
    wrong = page(f"{at(taken(), 'tham-quyen')}?complaint.fit=perhaps", status=422)
    assert "không có câu trả lời này" in wrong.notice


def test_against_a_leader_there_is_nothing_to_press(page, client, taken):
    one = taken("denunciation")
    stop = page(f"{at(one, 'tham-quyen')}?denunciation.against=leader")
    assert "Dừng lại ở đây." in stop.text
    assert not [form for form in stop.forms if form.element.findall(".//button")]
    response = client.post(at(one, "tham-quyen"), {"denunciation.against": "leader"})
    assert examine(response, at(one, "tham-quyen"), status=422).notice.startswith("Tố cáo Chủ tịch")
    assert one.events.count() == 1


def test_accepting_shows_both_deadlines_and_says_what_came_of_them(page, client, taken):
    one = taken("complaint", date(2021, 9, 6))
    url = at(one, "xu-ly", "thu-ly")
    form = page(url).form(button="Ghi thụ lý")
    refused = examine(form.send(client, on="10/09/2021"), url, status=422)
    assert "Chưa ghi số, ký hiệu và ngày của văn bản." in refused.notice
    assert "Trước hạn" in refused.text
    assert "02/2011/QH13, Điều 27" in refused.text
    kept = refused.form(button="Ghi thụ lý")
    assert kept.values["on"] == "10/09/2021"
    done = kept.send(client, paper="12/TB-UBND")
    assert done.status_code == 302
    said = page(at(one)).notice
    assert "Đã ghi thụ lý. Thụ lý khiếu nại: trước hạn" in said
    assert "hạn thứ Hai 11/10/2021" in said


def test_the_accused_is_not_given_the_work_and_what_was_typed_stays(page, client, taken, ward: Ward):
    one = taken("feedback", date(2021, 9, 6))
    Concerned.objects.create(petition=one, official=ward.specialist, recorded_at=now())
    url = at(one, "xu-ly", "thu-ly")
    form = page(url).form(button="Giao xử lý")
    refused = examine(form.send(client, on="10/09/2021", official=str(ward.specialist.uid)), url, status=422)
    assert "liên quan tới Vũ Thị Văn Hóa" in refused.notice
    assert refused.form(button="Giao xử lý").values["official"] == str(ward.specialist.uid)
    assert refused.form(button="Giao xử lý").send(client, official=str(ward.one_stop.uid)).status_code == 302


def test_words_that_tell_of_a_sealed_denouncer_are_refused_and_not_shown_again(
    page, client, ward: Ward, clerk
):
    switched_on(ward)
    one = sealed(ward, clerk)
    url = at(one, "xu-ly", "chuyen")
    form = page(url).form(button="Ghi đã chuyển")
    typed = {"where": f"Nhà {WHO.name}", "reason": f"Theo lời {WHO.name}.", "paper": "5/PC-UBND"}
    refused = examine(form.send(client, **typed), url, status=422)
    assert WHO.name not in refused.html
    assert refused.form(button="Ghi đã chuyển").values["on"] == form.values["on"]
    assert one.events.filter(verb="forward").count() == 0


def test_what_the_stage_does_not_allow_says_so(page, taken):
    one = taken("denunciation")
    refused = page(at(one, "xu-ly", "thu-ly"), status=409)
    assert "Mới nhận" in refused.text
    assert page(at(one, "xu-ly", "tra-lai"), status=404)
    assert page(at(one, "xu-ly", "gi-do"), status=404)


@pytest.mark.parametrize("kind", ["complaint", "denunciation", "feedback"])
def test_every_way_is_listed_and_opens(page, taken, kind):
    one = taken(kind)
    shown = page(at(one, "xu-ly"))
    links = [str(link.get("href")) for link in shown.find("//main//ul//a")]
    assert len(links) >= 4
    for url in links:
        page(url)


def test_pages_ask_few_questions_of_the_database(page, client, taken, django_assert_max_num_queries):
    one = taken("complaint", date(2021, 9, 6))
    for url, most in (
        (at(one, "tham-quyen"), 12),
        (at(one, "xu-ly"), 12),
        (at(one, "xu-ly", "thu-ly"), 22),
        (at(one, "giay-to"), 20),
    ):
        page(url)
        with django_assert_max_num_queries(most):
            client.get(url)


def test_others_find_nothing(client, sign_in, taken, ward: Ward, other_ward: Ward):
    one = taken("denunciation")
    for stranger in (ward.specialist, ward.auditor, other_ward.chairman):
        sign_in(client, stranger)
        for more in (("tham-quyen",), ("xu-ly",), ("xu-ly", "luu"), ("giay-to",)):
            assert client.get(at(one, *more)).status_code == 404
    two = taken("complaint")
    sign_in(client, ward.auditor)
    assert client.get(at(two, "xu-ly", "luu")).status_code == 403


def test_who_a_petition_is_about_finds_nothing(client, sign_in, taken, clerk):
    one: Any = taken("complaint")
    Concerned.objects.create(petition=one, official=clerk, recorded_at=now())
    sign_in(client, clerk)
    assert client.get(at(one, "tham-quyen")).status_code == 404
    assert client.post(at(one, "xu-ly", "luu"), {"on": "10/09/2021", "reason": "x"}).status_code == 404
