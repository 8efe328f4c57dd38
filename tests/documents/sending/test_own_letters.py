"""Letters to own officials: put once, sent by the unit's server, kept while it is away, refused with a reason."""

from __future__ import annotations

import smtplib
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.documents import own_letters
from chuan.documents.actions.own_letters import set_address
from chuan.documents.models import MailAddress, OwnLetter
from chuan.documents.own_letters_running import send_due
from chuan.offers import mailing
from chuan.offers.mailing import Attached, Letter
from chuan.people.models import Official
from tests.examine import open_page, sign_in
from tests.people import Ward

PAGE = "/van-ban/gui-nhan/thu-bao/"
ADDRESS = "vanphong@vi-du.test"


class Clock:
    """The machine's clock, put forward by the test."""

    def __init__(self):
        self.at = timezone.now()

    def __call__(self):
        return self.at

    def on(self, **more):
        self.at += timedelta(**more)


class Server:
    """A mail server that may be away."""

    def __init__(self):
        self.taken, self.away = [], None

    def __call__(self, message):
        if self.away:
            raise self.away
        self.taken.append(message)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture(autouse=True)
def told(settings, monkeypatch):
    settings.MAIL = settings.MAIL | {"host": "thu.vi-du", "sender": "Chuẩn <ubnd@vi-du.test>"}
    monkeypatch.setattr("chuan.documents.own_letters_running.send_soon", lambda: None)


@pytest.fixture
def reader(ward: Ward, clock: Clock) -> Official:
    MailAddress.objects.create(official=ward.clerk, address=ADDRESS, since=clock.at)
    return ward.clerk


def letter(to: Official, key: str = "a") -> Letter:
    return Letter(key, to.uid, "Bản tin sáng", "Có hai việc.", (Attached("ban-tin.pdf", b"%PDF-1.7 x"),))


def test_a_letter_goes_once_with_its_file(reader: Official, clock: Clock, server: Server):
    assert [mailing.put(letter(reader), at=clock.at) for _time in range(2)] == [True, True]
    assert [send_due(send=server, clock=clock) for _look in range(2)] == [1, 0]
    (message,) = server.taken
    assert (message["To"], message["Subject"]) == (ADDRESS, "Bản tin sáng")
    assert message["Message-ID"].endswith("@vi-du.test>")
    assert next(message.iter_attachments()).get_content() == b"%PDF-1.7 x"
    assert OwnLetter.objects.get().state == "sent"


def test_nothing_is_queued_without_a_server_or_an_address(
    ward: Ward, reader: Official, clock: Clock, settings
):
    assert mailing.offered()
    assert not mailing.put(letter(ward.auditor), at=clock.at)
    settings.MAIL = settings.MAIL | {"host": ""}
    assert not mailing.offered()
    assert not mailing.put(letter(reader), at=clock.at)
    assert not OwnLetter.objects.exists()


def test_a_server_away_for_a_week_loses_nothing_and_is_said(
    ward: Ward, reader: Official, clock: Clock, server: Server, client: Client
):
    server.away = ConnectionRefusedError()
    looks = 0
    for day in range(7):
        mailing.put(letter(reader, f"brief {day}"), at=clock.at)
        for _half in range(2):
            assert send_due(send=server, clock=clock) == 0
            looks, _on = looks + 1, clock.on(hours=12)
    assert OwnLetter.objects.filter(state="waiting").count() == 7
    (alarm,) = own_letters.rings(ward.viewer(ward.administrator))
    assert "7 thư chờ" in alarm.sentence
    assert "Không thư nào mất" in alarm.sentence
    assert not list(own_letters.rings(ward.viewer(ward.clerk)))
    assert "Không nối được máy chủ thư." in open_page(sign_in(client, reader), PAGE).text
    server.away = None
    clock.on(hours=6)
    assert send_due(send=server, clock=clock) == 7
    assert own_letters.stuck() is None


def test_the_first_failure_puts_all_off_so_that_nobody_waits_for_each(
    reader: Official, clock: Clock, server: Server
):
    for key in "abc":
        mailing.put(letter(reader, key), at=clock.at)
    tried = []
    server.away = TimeoutError()
    send_due(send=lambda message: (tried.append(message), server(message)), clock=clock)
    assert len(tried) == 1
    assert set(OwnLetter.objects.values_list("tries", "next_at")) == {(1, clock.at + timedelta(minutes=1))}


def test_a_letter_too_large_for_the_server_holds_up_no_other(reader: Official, clock: Clock, server: Server):
    for key in "ab":
        mailing.put(letter(reader, key), at=clock.at)
    first = iter([smtplib.SMTPDataError(552, b"size")])

    def send(message):
        for fault in first:
            raise fault
        server(message)

    assert send_due(send=send, clock=clock) == 1
    assert sorted(OwnLetter.objects.values_list("state", flat=True)) == ["sent", "waiting"]


@pytest.mark.parametrize(("code", "state"), [(550, "refused"), (451, "waiting")])
def test_an_address_that_is_refused_is_said_and_a_new_one_gets_the_letter(
    ward: Ward, reader: Official, clock: Clock, server: Server, code: int, state: str
):
    mailing.put(letter(reader), at=clock.at)
    server.away = smtplib.SMTPRecipientsRefused({ADDRESS: (code, b"no")})
    send_due(send=server, clock=clock)
    kept = OwnLetter.objects.get()
    assert (kept.state, kept.said) == (state, "Máy chủ thư không nhận địa chỉ này.")
    server.away = None
    viewer = ward.viewer(reader, timezone.localtime(clock.at).date())
    set_address("khac@vi-du.test", by=viewer, at=clock.at)
    assert send_due(send=server, clock=clock) == 1
    assert server.taken[0]["To"] == "khac@vi-du.test"


def test_a_letter_that_two_weeks_did_not_send_is_given_up_and_one_without_address_too(
    reader: Official, clock: Clock, server: Server
):
    mailing.put(letter(reader), at=clock.at)
    server.away = TimeoutError()
    clock.on(days=14)
    send_due(send=server, clock=clock)
    assert OwnLetter.objects.get().state == "given_up"
    mailing.put(letter(reader, "b"), at=clock.at)
    MailAddress.objects.all().delete()
    send_due(send=server, clock=clock)
    assert OwnLetter.objects.get(key="b").said == "Đã bỏ địa chỉ nhận thư, hoặc tài khoản đã khóa."


def test_an_official_says_where_he_wants_letters_and_sees_only_his_own(
    ward: Ward, reader: Official, clock: Clock, client: Client
):
    mailing.put(letter(reader), at=clock.at)
    page = open_page(sign_in(client, ward.auditor), PAGE)
    assert "Chưa có thư nào" in page.text
    wrong = page.form(button="Ghi địa chỉ").send(client, address="khong phai thu")
    assert wrong.status_code == 422
    assert 'value="khong phai thu"' in wrong.content.decode()
    page.form(button="Ghi địa chỉ").send(client, address="danhgia@vi-du.test")
    assert MailAddress.objects.get(official=ward.auditor).address == "danhgia@vi-du.test"
    page.form(button="Ghi địa chỉ").send(client, address="")
    assert not MailAddress.objects.filter(official=ward.auditor).exists()
    assert "Bản tin sáng" in open_page(sign_in(Client(), reader), PAGE).text
