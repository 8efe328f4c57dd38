"""Thông báo: read and unread, each a link where it may be opened; how to be told, tried before it is kept."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from chuan.clocks.models import NoticeChoice, NoticeTold
from chuan.clocks.notices import actions, kept
from chuan.clocks.notices.refusals import ChosenAlready
from chuan.clocks.offices import calendar_of
from chuan.offers.kept_about import Asked
from chuan.people.models import Account, RoleGrant
from chuan.people.roles import Role
from chuan.rules.notices import LATE, NEW, Channel, Choice, Way
from chuan.rules.refusals import NotAllowed
from chuan.trail.models import Entry
from tests.clocks.notices.made import FRIDAY, MONDAY, TUESDAY, at, choose, days_after, due, look, settle
from tests.clocks.test_my_work import a_reading
from tests.clocks.test_my_work import start as started
from tests.examine import open_page, sign_in
from tests.people import PAPER, START, Ward, make_ward

LIST = "/viec-cua-toi/thong-bao/"
READ = LIST + "da-doc/"
CHOICE = LIST + "cach-bao/"
FORM = {
    "inside": "on", "letter": "daily", "hour": "07:30", "quiet_from": "18:00", "quiet_to": "07:00", "ahead": "3",
}  # fmt: skip


def told(ward: Ward, clock, *, stage: int = NEW, day=MONDAY, official=None) -> NoticeTold:
    return NoticeTold.objects.create(
        official=official or ward.clerk, clock=clock, channel=Channel.INSIDE, stage=stage,
        due_on=clock.lawful_due_on, told_at=at(day),
    )  # fmt: skip


def test_what_is_not_read_comes_first_and_each_leads_to_its_thing(client: Client, ward: Ward):
    subject = a_reading(ward)
    first = told(ward, started(ward, subject, 3, official=ward.clerk))
    second = told(ward, due(ward, MONDAY, official=ward.clerk), stage=LATE + 7, day=TUESDAY)
    NoticeTold.objects.filter(pk=second.pk).update(read_at=at(TUESDAY))
    page = open_page(sign_in(client, ward.clerk), LIST)
    rows = page.texts(".//ul[@class='tasks']/li")
    assert "Chưa đọc" in rows[0]
    assert "Việc mới" in rows[0]
    assert "Vẫn quá hạn sau 7 ngày lịch" in rows[1]
    assert page.find(f".//ul[@class='tasks']//a[contains(@href, '{subject.uid}')]")
    assert "hồ sơ" in rows[1]  # not described by any room: its kind, without a link
    page.form(button=f"Đánh dấu đã đọc: {rows_label(page)}").send(client)
    first.refresh_from_db()
    assert first.read_at is not None


def rows_label(page) -> str:
    return page.texts(".//ul[@class='tasks']/li[1]//span[@class='what']/a")[0]


def test_all_are_read_at_once_but_not_what_came_after_the_page_was_opened(client: Client, ward: Ward):
    for _n in range(40):
        told(ward, due(ward, MONDAY, official=ward.clerk))
    page = open_page(sign_in(client, ward.clerk), LIST + "?trang=2")
    assert len(page.find(".//ul[@class='tasks']/li")) == 10
    later = told(ward, due(ward, MONDAY, official=ward.clerk))
    page.form(button="Đánh dấu tất cả đã đọc").send(client)
    assert list(NoticeTold.objects.filter(read_at=None)) == [later]
    assert "Đã đánh dấu đã đọc: 40 thông báo." in open_page(client, LIST).text


def test_a_settled_thing_need_not_be_read(client: Client, ward: Ward):
    clock = due(ward, MONDAY, official=ward.clerk)
    told(ward, clock)
    settle(clock, TUESDAY)
    page = open_page(sign_in(client, ward.clerk), LIST)
    assert "0 chưa đọc" in page.text
    assert "Đã xong" in page.text
    assert not page.find(".//button[contains(., 'Đánh dấu')]")


def test_nobody_sees_or_reads_the_notices_of_another(client: Client, ward: Ward, other_ward: Ward):
    mine = told(ward, due(ward, MONDAY, official=ward.clerk))
    theirs = told(ward, due(other_ward, MONDAY, official=other_ward.clerk), official=other_ward.clerk)
    sign_in(client, other_ward.clerk)
    client.post(READ, {"mot": mine.pk})
    mine.refresh_from_db()
    assert mine.read_at is None
    assert len(open_page(client, LIST).find(".//ul[@class='tasks']/li")) == 1
    sign_in(client, ward.auditor)
    client.post(READ, {"den": theirs.pk})
    theirs.refresh_from_db()
    assert theirs.read_at is None


@pytest.mark.parametrize("sent", [{}, {"mot": "abc"}, {"mot": "9" * 5000}, {"den": "-1"}, {"mot": "²"}])
def test_a_key_that_is_none_reads_nothing(client: Client, ward: Ward, sent):
    told(ward, due(ward, MONDAY, official=ward.clerk))
    assert sign_in(client, ward.clerk).post(READ, sent).status_code == 302
    assert NoticeTold.objects.filter(read_at=None).count() == 1
    assert client.get(READ).status_code == 405


def test_the_first_screen_says_how_many_are_not_read(client: Client, ward: Ward):
    sign_in(client, ward.clerk)
    assert open_page(client, "/viec-cua-toi/").link("Thông báo") == LIST
    told(ward, due(ward, MONDAY, official=ward.clerk))
    assert open_page(client, "/viec-cua-toi/").link("Thông báo: 1 chưa đọc") == LIST


def test_the_statements_of_the_list_do_not_grow(client: Client, ward: Ward, django_assert_max_num_queries):
    for n in range(30):
        told(ward, started(ward, a_reading(ward), n, official=ward.clerk))
    sign_in(client, ward.clerk)
    calendar_of(ward.unit)
    with django_assert_max_num_queries(14):
        open_page(client, LIST)


def test_a_choice_is_tried_first_and_kept_with_a_line_of_the_trail(client: Client, ward: Ward):
    due(ward, timezone.localdate(), opened=timezone.localdate(), official=ward.clerk)
    page = open_page(sign_in(client, ward.clerk), CHOICE)
    assert "Nếu chọn thư mỗi sáng, lúc" in page.text
    assert "hồ sơ" in page.text
    form = page.form(button="Ghi cách báo")
    tried = form.send(client, press="do=preview", **FORM, without=["dossier"])
    assert (tried.status_code, NoticeChoice.objects.count()) == (200, 0)
    said = tried.content.decode()
    assert "Xem thử, chưa ghi." in said
    assert "Không có gì phải báo, nên không có thư." in said
    assert form.send(client, **FORM, without=["dossier"]).status_code == 302
    row = NoticeChoice.objects.get()
    assert (row.choice, row.root) == (
        Choice(letter=Way.DAILY, without=frozenset({"dossier"})),
        "http://testserver/",
    )
    assert Entry.objects.filter(line__contains="notices.choose").count() == 1
    again = open_page(client, CHOICE)
    assert again.find(".//input[@value='dossier'][@checked]")


def test_an_hour_within_the_quiet_hours_is_refused_and_what_was_typed_stays(client: Client, ward: Ward):
    sign_in(client, ward.clerk)
    for press in ({}, {"do": "preview"}):
        answer = client.post(CHOICE, {**FORM, "hour": "20:00", **press})
        assert answer.status_code == 422
        said = answer.content.decode()
        assert said.count("Giờ gửi thư gộp (20:00) nằm trong giờ không báo (từ 18:00 đến 07:00).") == 1
        assert '<option value="20:00" selected>' in said
    assert client.post(CHOICE, {**FORM, "hour": "20:00", "letter": "at_once"}).status_code == 302
    day = {**FORM, "hour": "12:00", "quiet_from": "11:30", "quiet_to": "13:30"}
    assert client.post(CHOICE, day).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [{"ahead": "-1"}, {"ahead": "21"}, {"ahead": "hai"}, {"letter": "often"}, {"hour": "7h"}, {"quiet_to": ""},
     {"without": ["nothing"]}],
)  # fmt: skip
def test_what_cannot_be_chosen_comes_back_with_a_sentence(client: Client, ward: Ward, wrong):
    due(ward, MONDAY, official=ward.clerk)
    sign_in(client, ward.clerk)
    for press in ({}, {"do": "preview"}):
        assert client.post(CHOICE, {**FORM, **wrong, **press}).status_code == 422
    assert NoticeChoice.objects.count() == 0


def test_the_same_again_is_no_new_choice(ward: Ward):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    with pytest.raises(ChosenAlready):
        choose(ward, ward.clerk, Way.DAILY, at(MONDAY))
    choose(ward, ward.clerk, Way.WEEKLY, at(MONDAY))
    assert [one.version for one in NoticeChoice.objects.order_by("version")] == [1, 2]


def test_who_is_no_official_of_the_unit_chooses_nothing(ward: Ward):
    viewer = ward.viewer(ward.clerk)
    nobody = type(viewer)(viewer.account, viewer.unit, viewer.on)
    with pytest.raises(NotAllowed):
        actions.choose_notices(Choice(), by=nobody, at=at(MONDAY))
    assert not NoticeTold.objects.seen_by(nobody).exists()


def test_the_page_says_when_no_letter_can_go(client: Client, ward: Ward, server, settings):
    sign_in(client, ward.clerk)
    client.post(CHOICE, FORM)
    assert open_page(client, CHOICE).link("Ghi địa chỉ nhận thư") == "/van-ban/gui-nhan/thu-bao/"
    settings.MAIL = settings.MAIL | {"host": ""}
    assert "chưa đặt hộp thư gửi" in open_page(client, CHOICE).text


def test_the_preview_says_at_once_and_never(client: Client, ward: Ward):
    sign_in(client, ward.clerk)
    at_once = client.post(CHOICE, {**FORM, "letter": "at_once", "do": "preview"}).content.decode()
    assert "Ngay khi ghi" in at_once
    weekly = client.post(CHOICE, {**FORM, "letter": "weekly", "do": "preview"}).content.decode()
    assert "anh chị nhận:" in weekly


def test_the_preview_is_what_the_morning_brings(client: Client, ward: Ward, server):
    from chuan.clocks.notices.showing import preview

    for n in range(8):
        due(ward, days_after(MONDAY, n * 3), opened=FRIDAY, official=ward.clerk)
    viewer = ward.viewer(ward.clerk, FRIDAY)
    shown = preview(viewer, Choice(letter=Way.DAILY), at=at(FRIDAY, 9))
    assert (shown.at, shown.counts, len(shown.named), shown.more) == (
        at(MONDAY, 7, 30), "2 việc sắp đến hạn, 6 việc mới", 5, 3,
    )  # fmt: skip
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY, 9))
    look(at(MONDAY, 7, 30))
    assert ward.clerk.notice_letters.get().lines.count() == 8


def test_where_nobody_ever_works_the_preview_says_so(client: Client, ward: Ward, monkeypatch):
    monkeypatch.setattr("chuan.clocks.notices.showing.next_turn", lambda *given: None)
    page = open_page(sign_in(client, ward.clerk), CHOICE)
    assert "Không có lúc nào báo được với cách chọn này." in page.text


def test_an_account_without_an_official_has_an_empty_list_and_no_choice(client: Client, ward: Ward):
    account = Account.objects.create_user("giamsat", "mat-khau-thu-nghiem-2021")
    RoleGrant.objects.create(
        account=account, unit=ward.unit, role=Role.OVERSEER, valid_from=START, citation=PAPER
    )
    client.force_login(account)
    assert "Chưa có thông báo nào" in open_page(client, LIST).text
    assert client.get(CHOICE).status_code == 403


def test_what_is_kept_is_told_to_himself_alone(ward: Ward):
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    told(ward, due(ward, MONDAY, official=ward.clerk))
    asked = {"official": ward.clerk, "on": MONDAY, "at": at(MONDAY)}
    (section,) = kept.about(Asked(viewer=ward.viewer(ward.clerk), **asked))
    assert [one.label for one in section.lines] == ["Cách báo, lần 1", "Đã báo trong Chuẩn"]
    assert section.term.startswith("180 ngày")
    assert kept.about(Asked(viewer=ward.viewer(ward.chairman), **asked)) == []


def test_notices_and_choice_go_along_when_a_ward_goes_into_another(ward: Ward, server):
    """People who go over keep their rows of people: nothing has to move, and nothing is told twice."""
    choose(ward, ward.clerk, Way.DAILY, at(FRIDAY))
    clock = due(ward, days_after(MONDAY, 20), opened=FRIDAY, official=ward.clerk)
    look(at(MONDAY, 8))
    new = make_ward("Bắc Hồng Lĩnh", "18116", "moi-")
    ward.unit.valid_to = TUESDAY
    ward.unit.save()
    type(clock).objects.filter(pk=clock.pk).update(unit=new.unit)
    type(ward.clerk).objects.filter(pk=ward.clerk.pk).update(unit=new.unit)
    look(at(TUESDAY, 8))
    assert NoticeTold.objects.filter(channel=Channel.LETTER).count() == 1
    due(new, days_after(MONDAY, 20), opened=TUESDAY, official=ward.clerk)
    look(at(days_after(MONDAY, 2), 8))
    assert NoticeTold.objects.filter(channel=Channel.LETTER).count() == 2
