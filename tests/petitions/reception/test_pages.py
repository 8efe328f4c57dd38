"""The pages of reception, as a clerk, the Chairman and a stranger meet them."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.test import Client

from chuan.petitions.models import Petition, ReceptionDay, ReceptionEntry
from tests.examine import examine, open_page, sign_in
from tests.people import make_ward
from tests.petitions.reception.conftest import WOMAN

BASE = "/don-thu/tiep-dan/"


@pytest.fixture
def stranger(ward):
    """The Chairman of another ward."""
    other = make_ward("Nam Hồng", "18118", "nam-")
    return sign_in(Client(), other.chairman)


def test_an_empty_schedule_says_how_to_begin(signed_in):
    page = open_page(signed_in, BASE)
    assert "Chưa xếp lịch cho năm này" in page.text
    assert page.link("Xếp lịch").endswith("/xep-lich/")


def test_days_are_seen_before_they_are_planned(signed_in):
    page = open_page(signed_in, f"{BASE}xep-lich/")
    typed = {"first": "01/09/2026", "last": "30/09/2026", "weeks": ["1", "3"], "weekday": "3"}
    seen = examine(page.form().send(signed_in, **typed, press="do=preview"))
    assert "thứ Năm 17/09" in seen.text.replace("Thứ", "thứ")
    assert not ReceptionDay.objects.exists()
    answer = seen.form().send(signed_in, press="do=save")
    assert answer.headers["Location"] == f"{BASE}?nam=2026"
    days = list(ReceptionDay.objects.order_by("day").values_list("day", flat=True))
    assert (len(days), days[1]) == (2, date(2026, 9, 17))
    listed = open_page(signed_in, f"{BASE}?nam=2026")
    assert "136/2025/QH15" in listed.text
    assert "17/09" in listed.text


def test_a_wrong_plan_keeps_what_was_typed(signed_in, ward):
    page = open_page(signed_in, f"{BASE}xep-lich/")
    wrong = examine(
        page.form().send(signed_in, starts="25:99", last="31/02/2026", press="do=save"), status=422
    )
    assert "không phải giờ" in wrong.notice
    assert wrong.form().values["starts"] == "25:99"
    late = {"first": "01/09/2026", "last": "30/09/2026", "receiver": str(ward.specialist.uid)}
    refused = examine(page.form().send(signed_in, **late, press="do=save"), status=422)
    assert "không giao cấp phó" in refused.notice


def test_a_day_is_held_moved_and_called_off(signed_in, ward, planned):
    row = planned(date(2026, 7, 9))
    page = open_page(signed_in, f"{BASE}lich/{row.uid}/")
    held = open_page(signed_in, page.link("Ghi nhận đã tiếp")).form().send(signed_in)
    assert held.status_code == 302
    other = planned(date(2999, 1, 2))
    form = open_page(signed_in, f"{BASE}lich/{other.uid}/doi/").form()
    assert (
        examine(form.send(signed_in, reason=" "), status=422).form().values["place"] == "Phòng tiếp công dân"
    )
    online = planned(date(2026, 7, 16), online=True)
    tried = open_page(signed_in, f"{BASE}lich/{online.uid}/thu-duong-truyen/").form()
    assert tried.send(signed_in, on="15/07/2026").status_code == 302
    off = open_page(signed_in, f"{BASE}lich/{online.uid}/hoan/").form()
    assert off.send(signed_in, reason="Chủ tịch ốm").status_code == 302
    assert "Chủ tịch ốm" in open_page(signed_in, f"{BASE}lich/{online.uid}/").text
    notice = signed_in.get(f"{BASE}thong-bao/?tu=01/07/2026&den=31/07/2026")
    assert notice.content.startswith(b"%PDF")


def test_a_coming_is_typed_once(signed_in, clerk):
    page = open_page(signed_in, f"{BASE}ghi/")
    assert "Hà Tiếp Dân" in page.text
    form = open_page(signed_in, f"{BASE}ghi/?loai=complaint").form()
    typed = {"day": "07/09/2021", "name": WOMAN.name, "address": "Tổ 4", "content": "Nhà bị ngập do thi công"}
    done = examine(form.send(signed_in, **typed))
    entry = ReceptionEntry.objects.get()
    assert entry.petition is not None
    assert entry.petition.code in done.text
    assert "21/09" in done.text
    row = open_page(signed_in, f"{BASE}so/{entry.uid}/")
    assert WOMAN.name in row.text
    listed = open_page(signed_in, f"{BASE}so/?tu=01/09/2021&den=30/09/2021")
    assert WOMAN.name not in listed.html
    assert "N.T.T.D." in listed.text
    mended = open_page(signed_in, f"{BASE}so/{entry.uid}/ghi-them/").form().send(signed_in, competent="yes")
    assert mended.status_code == 302
    voided = open_page(signed_in, f"{BASE}so/{entry.uid}/bo/").form().send(signed_in, reason="ghi hai lần")
    assert voided.status_code == 302
    assert WOMAN.name not in open_page(signed_in, f"{BASE}so/{entry.uid}/").html


def test_a_wrong_coming_keeps_what_was_typed(signed_in):
    form = open_page(signed_in, f"{BASE}ghi/?loai=feedback").form()
    wrong = examine(form.send(signed_in, outcome="guided", name="Bà A", content="Đèn hỏng"), status=422)
    assert "Ghi đã hướng dẫn gì" in wrong.notice
    assert wrong.form().values["name"] == "Bà A"
    nobody = examine(form.send(signed_in, content="Đèn hỏng", joins="DT-9999-0001"), status=422)
    assert "DT-9999-0001" in nobody.notice
    to_come = examine(form.send(signed_in, day="01/01/2999", content="x", name="A"), status=422)
    assert to_come.form().values["day"] == "01/01/2999"
    assert not ReceptionEntry.objects.exists()


def test_a_denunciation_asks_whom_first_and_has_no_field_for_who(signed_in):
    whom = open_page(signed_in, f"{BASE}ghi/?loai=denunciation")
    assert not [form for form in whom.forms if form.method == "post"]
    sent = signed_in.post(f"{BASE}ghi/?loai=denunciation&ai=leader", {"name": "Bí Mật", "content": "x"})
    assert (sent.status_code, sent.headers["Location"]) == (302, "/don-thu/ghi/khong-nhan/")
    form = open_page(signed_in, f"{BASE}ghi/?loai=denunciation&ai=official").form()
    assert not {"name", "address", "contact", "papers"} & set(form.values)
    refused = signed_in.post(form.action, {"name": "Bí Mật", "address": "Tổ 9", "content": ""})
    assert "Bí Mật" not in examine(refused, status=422).html
    done = examine(form.send(signed_in, day="07/09/2021", content="Thu tiền không biên lai"))
    assert Petition.objects.get().code in done.text


def test_what_waits_for_a_reply_is_replied_to(signed_in, came):
    petition = came().entry.petition
    page = open_page(signed_in, f"{BASE}tra-loi/")
    assert petition.code in page.text
    assert "Điều 28 khoản 1" in page.text
    form = open_page(signed_in, page.link(f"Trả lời {petition.code}")).form()
    assert examine(form.send(signed_in, on="20/09/2021"), status=422).form().values["on"] == "20/09/2021"
    assert form.send(signed_in, told="accepted", on="20/09/2021", document="9/UBND").status_code == 302
    assert "Không có đơn nào chờ trả lời" in open_page(signed_in, f"{BASE}tra-loi/").text
    card = open_page(signed_in, f"/don-thu/{petition.uid}/")
    assert "Sổ tiếp công dân số 1" in card.text


def test_rows_without_a_petition_are_ticked_off_when_they_are_in_the_source(signed_in, came):
    entry = came(outcome="guided", guidance="x").entry
    page = open_page(signed_in, f"{BASE}so/nhap-nguon/")
    assert examine(page.form().send(signed_in), status=422).notice
    assert page.form().send(signed_in, dong=str(entry.uid), on="08/09/2021").status_code == 302
    entry.refresh_from_db()
    assert entry.entered_on == date(2021, 9, 8)
    assert "Không còn buổi tiếp nào chưa nhập" in open_page(signed_in, f"{BASE}so/nhap-nguon/").text


def test_the_book_and_the_sheet_are_for_keepers_and_the_chairman(signed_in, ward, came):
    came()
    for address in ("so/in/", "so/excel/"):
        url = f"{BASE}{address}?tu=01/01/2021&den=31/12/2021"
        answer = signed_in.get(url)
        assert answer.status_code == 200
        assert "so-tiep-cong-dan-2021" in answer.headers["Content-Disposition"]
        assert sign_in(Client(), ward.chairman).get(url).status_code == 200
        assert sign_in(Client(), ward.secretary).get(url).status_code == 403
    assert sign_in(Client(), ward.specialist).get(f"{BASE}so/").status_code == 403


def test_another_ward_finds_nothing(stranger, came, planned):
    entry, row = came().entry, planned(date(2026, 7, 9))
    for address in (
        f"lich/{row.uid}/", f"lich/{row.uid}/doi/", f"lich/{row.uid}/hoan/", f"lich/{row.uid}/da-tiep/",
        f"lich/{row.uid}/thu-duong-truyen/", f"so/{entry.uid}/", f"so/{entry.uid}/bo/", f"so/{entry.uid}/ghi-them/",
        f"tra-loi/{entry.petition.uid}/", f"so/{uuid.uuid4()}/",
    ):  # fmt: skip
        assert stranger.get(BASE + address).status_code == 404, address


def test_pages_read_a_handful_of_statements(signed_in, came, planned, django_assert_max_num_queries):
    for n in range(3):
        came(outcome="guided", guidance="x", content=f"Việc {n}")
        planned(date(2026, 7, 9 + n))
    came()
    for address, most in (("", 24), ("so/?tu=01/01/2021&den=31/12/2021", 24), ("tra-loi/", 22)):
        with django_assert_max_num_queries(most):
            assert signed_in.get(BASE + address).status_code == 200


def test_nonsense_in_addresses_is_left_aside(signed_in):
    for address in ("?nam=abc", "?nam=99999", "so/?tu=x&den=32/13/2021", "so/?trang=-4", "ghi/?loai=x&ai=y"):
        assert signed_in.get(BASE + address).status_code == 200, address
