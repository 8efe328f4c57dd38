"""The law of a day by kind; the unit's own value over an unverified one; corrected law taken over, one by one."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from chuan.people.models import UnitSetting
from chuan.petitions.models import Concerned
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in
from tests.people import Ward
from tests.petitions.made import done, received

pytestmark = pytest.mark.django_db
LAW = "/don-thu/cai-dat/quy-dinh/"
OWN = f"{LAW}dat-rieng/?muc="
REBASING = "/don-thu/cai-dat/tinh-lai/"
PUBLISH = "denunciation.publish"
PAPER = "Quyết định 99/QĐ-UBND ngày 05/01/2021"


def concluded(ward: Ward, clerk, kind: str = "denunciation"):
    """A denunciation concluded and not published: seven working days by a value that nobody verified."""
    by = ward.viewer(clerk)
    one = done(received(by, kind), "classify", date(2021, 9, 8), by=by)
    one = done(one, "accept", date(2021, 9, 10), by=by)
    one = done(one, "notify", date(2021, 9, 13), by=by)
    one = done(one, "assign", date(2021, 9, 13), by=by, official=ward.specialist)
    return done(one, "conclude", date(2021, 10, 1), by=by, data={"verdict": "right"})


def test_the_index_leads_to_the_law(client, ward, clerk):
    page = open_page(sign_in(client, clerk), "/don-thu/cai-dat/")
    assert "nội dung chưa xác minh" in page.text


def test_each_value_stands_with_act_article_and_how_sure(client, ward, clerk):
    page = open_page(sign_in(client, clerk), f"{LAW}?ngay=06/09/2021")
    assert "10 ngày" in page.text
    assert "Điều 27" in page.text
    assert "chưa xác minh" in page.text
    assert "Đặt riêng" not in page.text
    assert "7 ngày làm việc" in open_page(client, f"{LAW}?ngay=01/07/2026").text


def test_a_day_before_the_law_held_is_said(client, ward, clerk):
    page = open_page(sign_in(client, clerk), f"{LAW}?ngay=01/01/2001", status=422)
    assert "2019" in page.text


def test_an_own_value_says_first_what_moves_then_moves_it(client, ward, clerk):
    one = concluded(ward, clerk)
    before = one.next_due_on
    sign_in(client, ward.chairman)
    form = open_page(client, OWN + PUBLISH).form(button="Xem đơn nào đổi hạn")
    answer = form.send(client, value="10", valid_from="01/01/2021", citation=PAPER)
    page = examine(answer, OWN + PUBLISH)
    assert one.code in page.text
    one.refresh_from_db()
    assert one.next_due_on == before
    answer = page.form(button="Đặt quy định").send(client, press="chac=1")
    assert answer.status_code == 302
    one.refresh_from_db()
    assert (before, one.next_due_on) == (date(2021, 10, 12), date(2021, 10, 15))
    entry = Entry.objects.get(verb="petition_law.set_value")
    assert entry.subject_uid == ward.unit.uid
    assert "đơn vị đặt" in open_page(client, f"{LAW}?ngay=01/10/2021").text


def test_who_keeps_the_house_sees_how_many_move_but_no_codes(client, ward, clerk):
    one = concluded(ward, clerk)
    sign_in(client, ward.administrator)
    answer = client.post(OWN + PUBLISH, {"value": "10", "valid_from": "01/01/2021", "citation": PAPER})
    page = examine(answer, OWN + PUBLISH)
    assert "1 hạn của đơn đang chạy sẽ đổi ngày" in page.text
    assert one.code not in page.html


@pytest.mark.parametrize(
    ("key", "typed", "status"),
    [
        ("denunciation.suspension.counted", {"value": "perhaps"}, 422),
        (PUBLISH, {"value": "0"}, 422),
        (PUBLISH, {"value": "ba ngày"}, 422),
        (PUBLISH, {"valid_from": "32/13/2021"}, 422),
        (PUBLISH, {"valid_from": "01/01/2001"}, 422),
        (PUBLISH, {"citation": ""}, 422),
        ("repeats.same", {"value": "9/5"}, 422),
    ],
)
def test_bad_input_is_kept_and_said(client, ward, key, typed, status):
    sign_in(client, ward.chairman)
    given = {"value": "10", "valid_from": "01/01/2021", "citation": PAPER, "chac": "1"} | typed
    answer = client.post(OWN + key, given)
    assert answer.status_code == status
    assert not UnitSetting.objects.filter(key=key).exists()


@pytest.mark.parametrize("key", ["clock.roll", "denunciation.leaders", "no.such", ""])
def test_what_an_act_says_itself_is_not_set(client, ward, key):
    answer = sign_in(client, ward.chairman).get(OWN + key)
    assert answer.status_code == 409


def test_only_who_sets_law_sets_it(client, ward, clerk):
    assert sign_in(client, clerk).get(OWN + PUBLISH).status_code == 403


def test_corrected_law_moves_one_petition_after_the_other_and_only_when_asked(client, ward, clerk, correct):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    hidden = done(received(by), "accept", date(2021, 9, 10), by=by)
    Concerned.objects.create(petition=hidden, official=ward.chairman, recorded_at=one.created_at)
    sign_in(client, ward.chairman)
    assert "Không đơn nào cần tính lại" in open_page(client, REBASING).text
    correct("complaint.resolve", "20")
    page = open_page(client, REBASING)
    assert one.code in page.text
    client.post(f"{REBASING}{one.uid}/")
    one.refresh_from_db()
    assert one.due_on == date(2021, 9, 30)
    assert Entry.objects.filter(verb="petition.rebase", subject_uid=one.uid).count() == 1
    assert "Tính lại hạn theo quy định đã sửa" in open_page(client, f"/don-thu/{one.uid}/").text
    again = client.post(f"{REBASING}{one.uid}/", follow=True)
    assert "Không cần tính lại" in again.content.decode()
    assert Entry.objects.filter(verb="petition.rebase").count() == 1


def test_only_leaders_take_corrected_law_over(ward, clerk):
    client = sign_in(Client(), clerk)
    assert client.get(REBASING).status_code == 403
