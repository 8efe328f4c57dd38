"""A bundle goes as one letter, once: kinds, days and numbers; a server or an address that is missing loses nothing."""

from __future__ import annotations

import smtplib
from datetime import time, timedelta

from chuan.clocks.models import Clock, NoticeLetter, NoticeTold
from chuan.clocks.notices import letters, running
from chuan.clocks.notices.letters import letter_of
from chuan.documents.models import MailAddress, OwnLetter
from chuan.offers import mailing
from chuan.people.models import Account
from chuan.rules.notices import LATE, NEW, SOON, Channel, Way
from tests.clocks.notices.made import (
    FRIDAY,
    MONDAY,
    ROOT,
    SATURDAY,
    TUESDAY,
    Server,
    at,
    choose,
    days_after,
    due,
    look,
    settle,
    told,
)
from tests.people import Ward


def test_a_letter_names_kinds_days_and_numbers_and_where_to_look_and_nothing_else(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    for day in (-3, -2, 1):
        due(ward, days_after(MONDAY, day), opened=FRIDAY, official=ward.clerk)
    due(ward, days_after(MONDAY, 30), opened=FRIDAY, official=ward.clerk, kind="petition")
    look(at(MONDAY, 7, 31))
    letter = OwnLetter.objects.get()
    assert letter.subject == "Chuẩn: 2 việc quá hạn, 1 việc sắp đến hạn, 1 việc mới"
    assert letter.text.splitlines() == [
        "Quá hạn:", "- hồ sơ: 2 việc, hạn sớm nhất 01/10/2021", "",
        "Sắp đến hạn:", "- hồ sơ: 1 việc, hạn 05/10/2021", "",
        "Việc mới:", "- đơn thư: 1 việc, hạn 03/11/2021", "",
        "Thư chỉ nói có việc gì; mở Chuẩn để xem và làm.",
        f"Xem thông báo: {ROOT}viec-cua-toi/thong-bao/",
        f"Đổi cách báo: {ROOT}viec-cua-toi/thong-bao/cach-bao/",
    ]  # fmt: skip
    assert server.send(at(MONDAY, 7, 32)) == 1
    assert server.taken[0]["To"] == f"{ward.clerk.uid}@vi-du.test"


def test_a_digest_is_one_letter_a_working_morning_and_none_when_there_is_nothing_to_say(
    ward: Ward, server: Server
):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    due(ward, days_after(MONDAY, 10), opened=FRIDAY, official=ward.clerk)
    look(at(MONDAY, 7, 29))
    assert NoticeLetter.objects.count() == 0
    look(at(MONDAY, 7, 30))
    due(ward, MONDAY, official=ward.clerk)
    look(at(MONDAY, 15))
    assert [stage for _key, stage in told(ward.clerk, Channel.LETTER)] == [NEW]
    look(at(TUESDAY, 7, 30))
    look(at(days_after(MONDAY, 2), 7, 30))
    look(at(SATURDAY, 8))
    assert [one.made_at for one in NoticeLetter.objects.order_by("pk")] == [
        at(MONDAY, 7, 30),
        at(TUESDAY, 7, 30),
    ]


def test_after_a_week_without_the_machine_there_is_one_digest_once(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    for n in range(6):
        due(ward, days_after(MONDAY, n), opened=FRIDAY, official=ward.clerk)
    look(at(days_after(MONDAY, 8), 10))
    look(at(days_after(MONDAY, 8), 10, 1))
    assert OwnLetter.objects.get().subject == "Chuẩn: 6 việc quá hạn"


def test_a_mail_server_that_is_away_for_a_week_gets_each_digest_once(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    due(ward, days_after(MONDAY, 1), opened=FRIDAY, official=ward.clerk)
    server.away = smtplib.SMTPConnectError(421, b"")
    for day in range(7):
        for hour in range(7, 18, 2):
            look(at(days_after(MONDAY, day), hour, 30))
            server.send(at(days_after(MONDAY, day), hour, 35))
    server.away = None
    back = at(days_after(MONDAY, 7), 9)
    look(back)
    server.send(back + timedelta(hours=6))
    subjects = [str(one["Subject"]) for one in server.taken]
    assert subjects == ["Chuẩn: 1 việc sắp đến hạn"] + ["Chuẩn: 1 việc quá hạn"] * 2
    assert server.send(back + timedelta(hours=7)) == 0


def test_every_week_the_letter_comes_on_the_first_working_day(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.WEEKLY, at(FRIDAY))
    due(ward, days_after(MONDAY, 40), opened=FRIDAY, official=ward.clerk)
    for day in range(-2, 14):
        look(at(days_after(MONDAY, day), 8))
    due(ward, days_after(MONDAY, 60), opened=days_after(MONDAY, 14), official=ward.clerk)
    look(at(days_after(MONDAY, 15), 8))
    made = [one.made_at for one in NoticeLetter.objects.order_by("pk")]
    assert made == [at(MONDAY), at(days_after(MONDAY, 15))]


def test_letters_at_once_come_as_things_come_and_half_an_hour_apart(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.AT_ONCE, at(MONDAY))
    for minute in (0, 10, 20, 40):
        due(ward, days_after(MONDAY, 30), official=ward.clerk)
        look(at(MONDAY, 9, minute))
    assert [len(one.lines.all()) for one in NoticeLetter.objects.order_by("pk")] == [1, 3]


def test_a_programme_that_breaks_down_before_the_letter_is_handed_over_hands_it_over_once(
    ward: Ward, server: Server, monkeypatch
):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    due(ward, MONDAY, opened=FRIDAY, official=ward.clerk)
    running.tell_unit(ward.unit, at=at(MONDAY, 7, 30))
    assert (NoticeLetter.objects.filter(put_at=None).count(), OwnLetter.objects.count()) == (1, 0)
    assert letters.put_waiting(at=at(MONDAY, 7, 40)) == 1
    NoticeLetter.objects.update(put_at=None)
    assert letters.put_waiting(at=at(MONDAY, 7, 50)) == 1
    assert OwnLetter.objects.count() == 1
    assert letters.put_waiting(at=at(MONDAY, 7, 55)) == 0


def test_what_is_settled_before_the_letter_is_handed_over_is_not_in_it(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    clocks = [due(ward, MONDAY, opened=FRIDAY, official=ward.clerk) for _n in range(2)]
    running.tell_unit(ward.unit, at=at(MONDAY, 7, 30))
    settle(clocks[0], MONDAY)
    assert letter_of(NoticeLetter.objects.get()).subject == "Chuẩn: 1 việc sắp đến hạn"
    settle(clocks[1], MONDAY)
    assert letters.put_waiting(at=at(MONDAY, 8)) == 0
    assert OwnLetter.objects.count() == 0
    assert not NoticeLetter.objects.filter(put_at=None).exists()


def test_without_a_server_or_an_address_it_is_told_inside_only_and_by_letter_once_there_is_one(
    ward: Ward, server: Server, settings
):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    MailAddress.objects.all().delete()
    clock = due(ward, MONDAY, opened=FRIDAY, official=ward.clerk)
    look(at(MONDAY, 7, 30))
    mail = settings.MAIL
    settings.MAIL = mail | {"host": ""}
    look(at(TUESDAY, 7, 30))
    assert told(ward.clerk) == [(clock.pk, SOON), (clock.pk, LATE + 1)]
    assert told(ward.clerk, Channel.LETTER) == []
    settings.MAIL = mail
    MailAddress.objects.create(official=ward.clerk, address="moi@vi-du.test", since=at(TUESDAY))
    look(at(TUESDAY, 9))
    assert told(ward.clerk, Channel.LETTER) == [(clock.pk, LATE + 1)]


def test_an_address_or_an_account_that_goes_before_the_letter_does_leaves_it_to_be_told_again(
    ward: Ward, server: Server
):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    due(ward, MONDAY, opened=FRIDAY, official=ward.clerk)
    running.tell_unit(ward.unit, at=at(MONDAY, 7, 30))
    Account.objects.filter(pk=ward.clerk.account_id).update(is_active=False)
    assert letters.put_waiting(at=at(MONDAY, 7, 40)) == 0
    assert not NoticeTold.objects.filter(channel=Channel.LETTER).exists()
    Account.objects.filter(pk=ward.clerk.account_id).update(is_active=True)
    look(at(TUESDAY, 7, 30))
    assert OwnLetter.objects.get().subject == "Chuẩn: 1 việc quá hạn"


def test_an_account_closed_while_its_letter_waits_for_the_server_gets_no_letter(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    due(ward, MONDAY, opened=FRIDAY, official=ward.clerk)
    look(at(MONDAY, 7, 30))
    Account.objects.filter(pk=ward.clerk.account_id).update(is_active=False)
    assert server.send(at(MONDAY, 7, 31)) == 0
    assert server.taken == []
    assert OwnLetter.objects.get().state == OwnLetter.State.GIVEN_UP


def test_who_chose_no_letters_gets_none_and_who_wants_nothing_inside_has_nothing_there(
    ward: Ward, server: Server
):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY), inside=False)
    choose(ward, ward.specialist, Way.NONE, at(FRIDAY), ahead=5)
    clock = due(ward, MONDAY, opened=FRIDAY, official=ward.clerk)
    due(ward, MONDAY, opened=FRIDAY, official=ward.specialist)
    look(at(MONDAY))
    assert OwnLetter.objects.get().official == ward.clerk
    assert told(ward.clerk) == []
    Clock.objects.filter(pk=clock.pk).update(owner_official=ward.specialist)
    look(at(MONDAY, 9))
    assert len(told(ward.specialist)) == 2


def test_without_a_known_address_of_the_house_the_letter_says_where_inside(ward: Ward, server: Server):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    due(ward, MONDAY, opened=FRIDAY, official=ward.clerk)
    running.tell_unit(ward.unit, at=at(MONDAY, 7, 30))
    row = NoticeLetter.objects.get()
    assert letters._address("", "clocks:notices") == "/viec-cua-toi/thong-bao/"
    assert ROOT in letter_of(row).text


def test_who_is_reached_is_asked_of_the_outbox(ward: Ward, server: Server, settings):
    assert mailing.reached([ward.clerk.uid]) == frozenset()
    choose(ward, ward.clerk, Way.AT_ONCE, at(MONDAY), hour=time(9))
    assert mailing.reached([ward.clerk.uid, ward.chairman.uid]) == {ward.clerk.uid}
    assert mailing.reached([]) == frozenset()
    settings.MAIL = settings.MAIL | {"host": ""}
    assert mailing.reached([ward.clerk.uid]) == frozenset()
