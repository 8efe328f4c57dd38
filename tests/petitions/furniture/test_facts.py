"""Said later: whom a petition is about, and what makes its period longer."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from chuan.clocks.models import Clock
from chuan.petitions.actions import concerning
from chuan.petitions.actions.concerning import concern, unconcern
from chuan.petitions.actions.facts import say_fact
from chuan.petitions.events import data_of
from chuan.petitions.models import Concerned, Petition
from chuan.petitions.refusals import AboutHimself, WordsMissing
from chuan.petitions.refusals_facts import ConcernedAlready, FactSame, TakesHimselfOff, TurnsAgainstLeaders
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Detail
from tests.examine import examine, open_page, sign_in
from tests.petitions.made import done, now, received

pytestmark = pytest.mark.django_db


def sees(ward, official, petition: Petition) -> bool:
    return Petition.objects.seen_by(ward.viewer(official)).filter(pk=petition.pk).exists()


def test_a_handler_who_turns_out_to_be_meant_loses_the_case_at_once(ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    Petition.objects.filter(pk=one.pk).update(handler=ward.specialist)
    one.refresh_from_db()
    assert sees(ward, ward.specialist, one)
    line = concern(one, ward.specialist, by=by, at=now())
    one.refresh_from_db()
    assert (one.handler, line.official) == (None, ward.specialist)
    assert not sees(ward, ward.specialist, one)
    assert Clock.objects.get(subject_uid=one.uid).owner_role == "petition_clerk"
    with pytest.raises(ConcernedAlready):
        concern(one, ward.specialist, by=by, at=now())
    assert str(ward.specialist.uid) not in repr(list(Detail.objects.values())), "the trail names nobody"


def test_whoever_receives_letters_may_say_it_of_himself_and_then_sees_it_no_more(ward, clerk):
    one = received(ward.viewer(clerk))
    browser = sign_in(Client(), clerk)
    form = open_page(browser, f"/don-thu/{one.uid}/noi-toi-ai/").form(button="Ghi")
    gone = form.send(browser, official=str(clerk.uid))
    assert gone.headers["Location"] == "/don-thu/"
    assert browser.get(f"/don-thu/{one.uid}/").status_code == 404


def test_a_denunciation_that_turns_out_to_be_against_a_leader_leads_to_its_emptying(ward, clerk):
    by = ward.viewer(clerk)
    one = received(by, "denunciation")
    with pytest.raises(TurnsAgainstLeaders):
        concern(one, ward.chairman, by=by, at=now())
    browser = sign_in(Client(), clerk)
    page = open_page(browser, f"/don-thu/{one.uid}/noi-toi-ai/")
    assert ward.chairman.name not in page.form(button="Ghi").element.xpath("string()")
    form = open_page(browser, f"/don-thu/{one.uid}/doi-loai/").form(button="Đổi loại")
    assert form.send(browser, kind="denunciation", against="leader").status_code == 302
    one.refresh_from_db()
    assert (one.present, one.text) == (False, "")


def test_only_another_leader_takes_a_name_off_and_says_why(ward, clerk):
    by, leads = ward.viewer(clerk), ward.viewer(ward.chairman)
    one = received(by, "complaint", concerned=(ward.chairman, ward.specialist))
    with pytest.raises(NotAllowed):
        unconcern(one, ward.specialist, "nhầm", by=by, at=now())
    with pytest.raises(TakesHimselfOff):
        unconcern(one, ward.chairman, "nhầm", by=leads, at=now())
    with pytest.raises(WordsMissing):
        unconcern(one, ward.specialist, "  ", by=leads, at=now())
    unconcern(one, ward.specialist, "người khác trùng tên", by=leads, at=now())
    assert [row.official for row in Concerned.objects.filter(petition=one)] == [ward.chairman]


def test_a_case_given_back_by_a_void_does_not_go_to_who_is_meant(ward, clerk):
    from chuan.petitions.actions.recording import Paper, void
    from chuan.petitions.actions.solving.assigning import assign

    by, paper = ward.viewer(clerk), Paper("3/QĐ-UBND", date(2021, 9, 13))
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    assign(one, ward.specialist, "xác minh", on=date(2021, 9, 13), paper=paper, by=by, at=now())
    second = assign(one, ward.clerk, "xác minh", on=date(2021, 9, 14), paper=paper, by=by, at=now())
    concern(one, ward.specialist, by=by, at=now())
    with pytest.raises(AboutHimself):
        assign(one, ward.specialist, "xác minh", on=date(2021, 9, 15), paper=paper, by=by, at=now())
    void(second, "nhầm người", by=by, at=now())
    one.refresh_from_db()
    assert one.handler is None


def test_the_longer_period_of_a_remote_place_is_said_with_its_ground_and_taken_back(ward, clerk):
    """45 days in place of 30 (Luật Khiếu nại 2011, Điều 28)."""
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    before = one.due_on
    with pytest.raises(FactSame):
        say_fact(one, False, "nhầm", by=by, at=now())
    line = say_fact(one, True, "thôn Cao Sơn, Quyết định 861/QĐ-TTg", by=by, at=now())
    one.refresh_from_db()
    assert (one.due_on - before).days >= 14
    assert data_of(line)["after"] == one.due_on.isoformat()
    browser = sign_in(Client(), clerk)
    assert "vùng sâu, vùng xa" in open_page(browser, f"/don-thu/{one.uid}/").text
    form = open_page(browser, f"/don-thu/{one.uid}/thoi-han-dai-hon/").form(button="Ghi")
    examine(form.send(browser, holds="khong", why=""), status=422)
    assert form.send(browser, holds="khong", why="thôn không thuộc vùng ấy").status_code == 302
    one.refresh_from_db()
    assert one.due_on == before
    assert "dùng thời hạn thường" in open_page(browser, f"/don-thu/{one.uid}/").text


def test_a_denouncer_looked_for_in_several_places_gives_ten_working_days(ward, clerk):
    """10 in place of 7 working days (Luật Tố cáo 2018, Điều 24)."""
    by = ward.viewer(clerk)
    one = received(by, "denunciation")
    before = one.next_due_on
    say_fact(one, True, "nhờ xã bên kiểm tra", by=by, at=now())
    one.refresh_from_db()
    assert one.next_due_on > before
    with pytest.raises(NotFound):
        say_fact(one, False, "x", by=ward.viewer(ward.specialist), at=now())


def test_another_wards_clerk_finds_neither_page(ward, clerk):
    from tests.people import make_ward
    from tests.petitions.made import petition_clerk

    one = received(ward.viewer(clerk))
    other = sign_in(Client(), petition_clerk(make_ward("Nam Hồng", "18118", "nam-")))
    for part in ("noi-toi-ai", "noi-toi-ai/bo", "thoi-han-dai-hon"):
        assert other.get(f"/don-thu/{one.uid}/{part}/").status_code == 404


def test_a_seal_he_asked_to_open_stays_shut_and_a_key_he_gave_opens_nothing(ward, clerk):
    from chuan.petitions.actions.sealing.opening import allow_opening, open_sealed
    from chuan.petitions.refusals_sealed import KeyOver
    from tests.petitions.sealed.made import asked, sealed, switched_on

    switched_on(ward)
    one = sealed(ward, clerk)
    by = ward.viewer(clerk)
    request = asked(ward, clerk, one)
    key = allow_opening(request, by=ward.viewer(ward.chairman), at=now())
    concerning._take_away(one, ward.chairman, now())
    with pytest.raises(KeyOver):
        open_sealed(request, key, by=by, at=now())
    concerning._take_away(one, clerk, now())
    request.refresh_from_db()
    assert request.end == "refused"
