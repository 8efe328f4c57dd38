"""Hệ thống: for those who keep the house; findings, mends, backups."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from chuan.offers.examinations import broken, fine, look
from chuan.upkeep import beats, reports_kept, rounds, showing
from chuan.upkeep.doctor import Examined, Report
from chuan.upkeep.models import Backup
from tests.examine import open_page
from tests.people import Ward
from tests.upkeep.health.test_kept import archive

pytestmark = pytest.mark.django_db
PAGE = "/he-thong/"


@pytest.fixture
def keeper(client: Client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.administrator)


def keep(*findings) -> None:
    reports_kept.keep(Report(timezone.now(), False, (Examined("thu", "Phép thử", tuple(findings)),)))


def test_before_the_first_examination_it_says_what_one_is(keeper: Client):
    page = open_page(keeper, PAGE)
    assert page.title.startswith("Hệ thống")
    assert "Chưa khám lần nào" in page.text
    assert "Chưa có bản sao lưu nào" in page.text


def test_what_is_broken_stands_first_with_its_mend_and_what_is_well_is_folded(keeper: Client):
    keep(
        fine("mọi thứ khác"),
        look("lịch chưa xác nhận", "mở Lịch", address="/lich/"),
        broken("đĩa đầy", "dọn đĩa"),
    )
    page = open_page(keeper, PAGE)
    assert "1 điều hỏng, 1 điều cần xem" in page.text
    assert page.texts("//details//tbody//td[2]") == ["mọi thứ khác"]
    rows = page.texts("//section[@aria-labelledby='can-lam']//tbody/tr")
    assert [row.split()[0] for row in rows] == ["Hỏng", "Cần"]
    assert "dọn đĩa" in rows[0]
    assert page.link("mở Lịch") == "/lich/"


def test_a_mend_leads_to_its_page_by_path_or_by_view_and_a_page_that_is_no_more_is_no_link(keeper: Client):
    keep(look("a", "mở Cán bộ", address="people:everybody"), look("b", "mở trang cũ", address="khong:con"))
    page = open_page(keeper, PAGE)
    assert page.link("mở Cán bộ") == "/can-bo/"
    assert "mở trang cũ" in page.text
    assert "mở trang cũ" not in page.texts("//a")


def test_the_first_screen_of_those_who_keep_the_house_says_what_is_broken(
    client: Client, ward: Ward, sign_in
):
    keep(broken("đĩa đầy", "dọn đĩa"), look("lịch"))
    sign_in(client, ward.administrator)
    page = open_page(client, "/viec-cua-toi/")
    assert "Hệ thống có 1 điều hỏng." in page.text
    assert page.link("Mở trang Hệ thống") == "/he-thong/"
    sign_in(client, ward.clerk)
    assert "điều hỏng" not in open_page(client, "/viec-cua-toi/").text


def test_backups_that_are_not_as_they_should_be_are_said_there_too(keeper: Client):
    found = Examined("backups", "Sao lưu", (look("Bản sao lưu gần nhất đã 30 giờ tuổi."),))
    reports_kept.keep(Report(timezone.now(), False, (found,)))
    assert "Sao lưu: Bản sao lưu gần nhất đã 30 giờ tuổi." in open_page(keeper, "/viec-cua-toi/").text


def test_every_page_that_a_mend_names_is_there(keeper: Client, ward: Ward):
    """Findings of rooms name views by text, which nothing else checks."""
    named = [
        "people:everybody", "people:unit", "documents:signatures_ending", "documents:trust", "upkeep:system", "/lich/",
        "/nguon-chinh/",
    ]  # fmt: skip
    for address in named:
        url = showing.Line("met", "", "", look("x", address=address)).url
        assert keeper.get(url).status_code == 200, address


def test_an_office_where_all_is_well_is_told_so(keeper: Client):
    keep(fine("mọi thứ"))
    assert "Không có gì hỏng, không có gì cần xem" in open_page(keeper, PAGE).text


def test_what_is_about_another_unit_is_not_shown(keeper: Client, ward: Ward, other_ward: Ward):
    keep(look("của mình", unit_uid=ward.unit.uid), look("của phường khác", unit_uid=other_ward.unit.uid))
    page = open_page(keeper, PAGE)
    assert "của mình" in page.text
    assert "phường khác" not in page.text
    assert "1 điều cần xem" in page.text


@pytest.mark.parametrize("who", ["clerk", "one_stop", "secretary", "auditor", "specialist"])
def test_others_may_neither_look_nor_ask(client: Client, ward: Ward, sign_in, who: str):
    sign_in(client, getattr(ward, who))
    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}kham-lai/").status_code == 403
    assert client.post(f"{PAGE}sao-luu/").status_code == 403
    assert reports_kept.last() is None
    assert not Backup.objects.exists()


def test_only_those_who_keep_the_house_have_its_door(client: Client, ward: Ward, sign_in):
    def shown() -> list[str]:
        return open_page(client, "/tai-khoan/").texts("//nav[contains(@class,'mainnav')]//a")

    sign_in(client, ward.chairman)
    assert "Hệ thống" in shown()
    sign_in(client, ward.clerk)
    assert "Hệ thống" not in shown()


def test_asking_for_an_examination(keeper: Client):
    beats.beat(rounds.ROUNDS)
    form = open_page(keeper, PAGE).form("/he-thong/kham-lai/")
    assert form.send(keeper).status_code == 302
    assert "Đang khám trong nền" in open_page(keeper, PAGE).text
    assert keeper.get(f"{PAGE}kham-lai/").status_code == 405


def test_asking_for_a_backup_puts_it_in_line_and_shows_how_far_it_is(keeper: Client):
    form = open_page(keeper, PAGE).form(button="Sao lưu ngay")
    assert form.send(keeper).status_code == 302
    page = open_page(keeper, PAGE)
    assert "Đang đợi tới lượt sao lưu" in page.text
    assert not [one for one in page.forms if one.action.endswith("sao-luu/")]
    Backup.objects.update(done=300, total=1200)
    assert "Đang sao lưu: 25 %" in open_page(keeper, PAGE).text


def test_backups_are_listed_with_when_how_large_and_whether_read_back(keeper: Client):
    kept = [
        archive(size=3_500_000, second="/mnt/usb/chuan-x.tar"),
        archive(verified_at=None),
        archive(unwell=1),
    ]
    with patch("chuan.upkeep.backups.kept", return_value=kept):
        items = open_page(keeper, PAGE).texts("//section[@aria-labelledby='sao-luu']//li")
    assert "đã đọc lại" in items[0]
    assert "/mnt/usb/chuan-x.tar" in items[0]
    assert "chưa đọc lại" in items[1]
    assert "thiếu tệp" in items[2]


def test_a_backup_that_failed_is_told_at_once(keeper: Client):
    now = timezone.now() - timedelta(hours=1)
    Backup.objects.create(
        begun_at=now, asked_by="x", touched_at=now, state="failed", refusal="Đĩa đã đầy. Thay đĩa."
    )
    assert "Đĩa đã đầy" in open_page(keeper, PAGE).text


def test_the_page_takes_few_statements_however_much_was_found(keeper: Client, django_assert_max_num_queries):
    keep(*[look(f"điều {n}", "sửa") for n in range(60)])
    open_page(keeper, PAGE)
    with django_assert_max_num_queries(24):
        keeper.get(PAGE)
