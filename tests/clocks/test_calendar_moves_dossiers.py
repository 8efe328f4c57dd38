"""The calendar's pages over real dossiers: what a day off, a swap tried and the unit's own law value move."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from chuan.clocks.models import Clock
from tests.dossiers.engine.made import bring, row, the
from tests.dossiers.made import make_procedure
from tests.examine import open_page, sign_in
from tests.people import Ward, at

CODE = "000.00.18.H27-210428-0007"
NOTICE = "Thông báo 12/TB-UBND ngày 04/05/2021"


@pytest.fixture
def running(ward: Ward) -> Ward:
    """A dossier received on 28/04/2021 with five working days: due on 07/05/2021."""
    make_procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn", days=5)
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    assert the(CODE).judged_due_on == date(2021, 5, 7)
    return ward


def send(client: Client, url: str, button: str, **typed: str) -> None:
    response = open_page(client, url).form(button=button).send(client, **typed)
    assert response.status_code == 302, response.content.decode()[:2000]


def test_a_day_off_moves_the_running_dossier_and_the_page_says_how_many(client: Client, running: Ward):
    sign_in(client, running.clerk)
    send(
        client, "/lich/2021/ngay/", "Ghi vào lịch",
        kind="off", since="06/05/2021", why="nghỉ tránh bão", citation=NOTICE, known_since="04/05/2021",
    )  # fmt: skip
    assert "1 hạn đã đổi ngày." in open_page(client, "/lich/2021/").notice
    assert the(CODE).judged_due_on == date(2021, 5, 10)
    assert Clock.objects.get(subject_kind="dossier").lawful_due_on == date(2021, 5, 10)


def test_a_day_off_outside_its_time_moves_nothing(client: Client, running: Ward):
    sign_in(client, running.clerk)
    send(client, "/lich/2021/ngay/", "Ghi vào lịch", kind="off", since="09/06/2021", why="x", citation=NOTICE)
    assert "Không hạn nào đổi." in open_page(client, "/lich/2021/").notice


def test_a_swap_tried_names_the_dossier_and_leaves_it_where_it_is(client: Client, running: Ward):
    page = open_page(sign_in(client, running.clerk), "/lich/thu-doi/?nghi=06/05/2021&lam=08/05/2021")
    assert "1 hồ sơ đổi hạn" in page.text
    assert "07/05/2021 08/05/2021" in page.text
    assert the(CODE).judged_due_on == date(2021, 5, 7)
    away = open_page(client, "/lich/thu-doi/?nghi=09/06/2021&lam=12/06/2021")
    assert "Không hồ sơ nào đổi hạn" in away.text


def test_a_swap_written_moves_what_it_was_tried_on(client: Client, running: Ward):
    sign_in(client, running.clerk)
    send(
        client, "/lich/2021/hoan-doi/", "Ghi hoán đổi", off="06/05/2021", worked="08/05/2021", citation=NOTICE
    )
    assert the(CODE).judged_due_on == date(2021, 5, 8)


def test_a_year_confirmed_moves_no_date_but_takes_the_warning_away(client: Client, running: Ward):
    sign_in(client, running.clerk)
    send(client, "/lich/2021/xac-nhan/", "Xác nhận lịch", citation="Thông báo 4875/TB-LĐTBXH ngày 19/11/2020")
    assert "Không hạn nào đổi." in open_page(client, "/lich/2021/").notice
    assert "Lịch năm 2021 là đề xuất" not in open_page(client, "/lich/2021/").text
