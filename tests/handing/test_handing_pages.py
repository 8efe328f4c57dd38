"""The pages of Bàn giao: the form keeps what was typed, both confirm each in their own account, the paper lists it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.exchange import papers
from chuan.people.models import Account, Handover
from tests.examine import Page, examine, open_page
from tests.handing.conftest import PAPER, Desk, incoming_of
from tests.people import Ward


@pytest.fixture
def boss(client: Client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.chairman)


def form_of(desk: Desk) -> str:
    return f"/can-bo/{desk.ward.specialist.uid}/ban-giao/"


def at(handover: Handover, verb: str = "") -> str:
    return f"/can-bo/ban-giao/{handover.uid}/{verb}"


def filled(client: Client, desk: Desk, **changed):
    given = {"receiver": str(desk.ward.one_stop.uid), "on": f"{desk.on:%d/%m/%Y}", "citation": PAPER}
    page = open_page(client, form_of(desk))
    return page.form(button="Lập danh mục bàn giao").send(client, **(given | changed))


def followed(client: Client, answer) -> Page:
    assert answer.status_code == 302, examine(answer, status=answer.status_code).notice
    return open_page(client, answer["Location"])


def test_the_way_from_the_officials_page_to_both_confirmations(busy: Desk, boss: Client, sign_in):
    page = open_page(boss, f"/can-bo/{busy.ward.specialist.uid}/")
    assert page.link("Bàn giao") == form_of(busy)
    listed = followed(boss, filled(boss, busy))
    assert "chờ người giao xác nhận" in listed.text
    assert "2 hồ sơ đang giải quyết" in listed.text
    made = Handover.objects.get()

    giver = sign_in(Client(), busy.ward.specialist)
    work = open_page(giver, "/viec-cua-toi/")
    assert "Bàn giao: Vũ Thị Văn Hóa giao cho Lê Văn Một Cửa" in work.text
    followed(giver, open_page(giver, at(made)).form(button="Xác nhận giao").send(giver))

    receiver = sign_in(Client(), busy.ward.one_stop)
    done = followed(receiver, open_page(receiver, at(made)).form(button="Xác nhận nhận").send(receiver))
    assert "công việc đã chuyển sang Lê Văn Một Cửa" in done.notice
    assert "đã bàn giao" in done.text
    assert "Bàn giao: " not in open_page(receiver, "/viec-cua-toi/").text


def test_the_form_keeps_what_was_typed_when_it_is_refused(busy: Desk, boss: Client):
    answer = filled(boss, busy, citation="QĐ")
    page = examine(answer, form_of(busy), status=422)
    assert "Chưa ghi văn bản làm căn cứ" in page.text
    assert page.form(button="Lập danh mục bàn giao").values["on"] == f"{busy.on:%d/%m/%Y}"
    left = filled(boss, busy, muc=[])
    page = examine(left, form_of(busy), status=422)
    assert "mà chưa ghi lý do" in page.text
    assert not page.find("//input[@name='muc'][@checked]")


@pytest.mark.parametrize("typed", ["", "32/13/2026", "hôm nay", "01/01/0001", "31/12/9999"])
def test_a_day_that_is_none_or_absurd_makes_no_handover_done(busy: Desk, boss: Client, typed: str):
    answer = filled(boss, busy, on=typed)
    assert answer.status_code in (302, 422)
    assert not Handover.objects.filter(status="done").exists()


def test_an_unknown_receiver_is_refused_on_the_form(busy: Desk, boss: Client, other_ward: Ward):
    for receiver in ("", "x", str(other_ward.clerk.uid), str(busy.ward.specialist.uid)):
        answer = boss.post(
            form_of(busy), {"receiver": receiver, "on": f"{busy.on:%d/%m/%Y}", "citation": PAPER}
        )
        examine(answer, form_of(busy), status=422)
    assert not Handover.objects.exists()


def test_a_second_one_leads_to_the_one_that_waits(desk: Desk, boss: Client):
    made = desk.prepare()
    page = followed(boss, boss.get(form_of(desk)))
    assert page.url == at(made)
    assert "chờ xác nhận" in page.notice


def test_what_came_meanwhile_is_shown_and_the_list_is_made_anew(busy: Desk, boss: Client, sign_in):
    made = busy.prepare()
    busy.give(made)
    incoming_of(busy, "777")
    receiver = sign_in(Client(), busy.ward.one_stop)
    page = open_page(receiver, at(made))
    assert "1 mục mới chưa nằm trong danh mục" in page.notice
    assert "Xác nhận nhận" not in page.text
    form = open_page(boss, at(made, "lap-lai/")).form(button="Lập danh mục bàn giao")
    assert form.values["citation"] == PAPER
    assert "chờ người giao xác nhận" in followed(boss, form.send(boss)).text


def test_a_keeper_confirms_for_somebody_whose_account_is_closed(desk: Desk, boss: Client):
    made = desk.prepare()
    assert "Xác nhận thay" not in open_page(boss, at(made)).text
    Account.objects.filter(official=desk.ward.specialist).update(is_active=False)
    open_page(boss, at(made)).link("Xác nhận thay người giao")
    form = open_page(boss, at(made, "xac-nhan-thay/")).form(button="Xác nhận thay")
    examine(form.send(boss, reason=""), at(made, "xac-nhan-thay/"), status=422)
    page = followed(boss, form.send(boss, reason=f"đã mất, {PAPER}"))
    assert "xác nhận thay lúc" in page.text


def test_either_may_withdraw_with_a_reason(desk: Desk, sign_in):
    made = desk.prepare()
    receiver = sign_in(Client(), desk.ward.one_stop)
    form = open_page(receiver, at(made, "rut/")).form(button="Rút bàn giao")
    examine(form.send(receiver, reason=" "), at(made, "rut/"), status=422)
    assert "chưa đến lúc" in followed(receiver, form.send(receiver, reason="chưa đến lúc")).text


def test_before_its_day_the_receiver_is_told_when_to_come_back(desk: Desk, sign_in):
    made = desk.prepare(on=desk.on + timedelta(days=3))
    desk.give(made)
    page = open_page(sign_in(Client(), desk.ward.one_stop), at(made))
    assert "mở lại trang này để xác nhận nhận" in page.text
    assert "Xác nhận nhận" not in page.texts("button")


def test_colleagues_see_no_list_and_other_wards_nothing(desk: Desk, other_ward: Ward, sign_in):
    made = desk.prepare()
    colleague = sign_in(Client(), desk.ward.clerk)
    open_page(colleague, at(made), status=403)
    open_page(colleague, form_of(desk), status=403)
    assert "Chưa có bàn giao nào" in open_page(colleague, "/can-bo/ban-giao/").text
    stranger = sign_in(Client(), other_ward.chairman)
    for verb in ("", "rut/", "lap-lai/", "xac-nhan-thay/", "bien-ban.pdf", "bien-ban.docx"):
        open_page(stranger, at(made, verb), status=404)
    assert stranger.post(at(made, "xac-nhan/")).status_code == 404
    open_page(stranger, form_of(desk), status=404)


def test_the_list_of_handovers_is_for_keepers_and_the_two(desk: Desk, boss: Client, sign_in):
    desk.prepare()
    for client in (boss, sign_in(Client(), desk.ward.one_stop)):
        assert open_page(client, "/can-bo/ban-giao/").texts("//tbody/tr/th") == ["Vũ Thị Văn Hóa"]


def test_the_paper_lists_every_line_and_says_who_confirmed(busy: Desk, boss: Client):
    made = busy.hand_over(keep={next(one for one in busy.held() if "draft" in one): "tự làm xong"})
    word, pdf = boss.get(at(made, "bien-ban.docx")), boss.get(at(made, "bien-ban.pdf"))
    assert pdf.content.startswith(b"%PDF")
    text = papers.extract(word.content, name="bien-ban.docx").text
    for said in (
        "Bên giao: Vũ Thị Văn Hóa",
        "Vai trò Công chức chuyên môn",
        "Không: tự làm xong",
        "2 hồ sơ",
        PAPER,
    ):
        assert said in text, said


def test_the_number_of_statements_of_a_page_is_bounded(busy: Desk, boss: Client):
    made = busy.prepare()
    boss.get(at(made))
    with CaptureQueriesContext(connection) as few:
        boss.get(at(made))
    for number in ("801", "802"):
        incoming_of(busy, number)
    with CaptureQueriesContext(connection) as many:
        boss.get(at(made))
    assert len(many) == len(few) <= 47
