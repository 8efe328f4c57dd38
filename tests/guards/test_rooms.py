"""A room that is off is absent everywhere: its addresses are not there, and no page leads to one of them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import get_resolver

from chuan.offers import rooms, subjects
from chuan.people.doors import _leads_somewhere
from chuan.people.models import Unit
from chuan.people.open_links import without, without_forms
from chuan.people.rooms_door import without_rooms
from tests.examine import Page, open_page
from tests.people import Ward

pytestmark = pytest.mark.django_db
ROOMS = [one.key for one in rooms.rooms()]
ALWAYS = {"people", "objectives", "clocks", "documents", "intake", "conformity", "upkeep"}
MOST = 32
"""Pages looked at from the first one on; what hangs below them is drawn by the same table."""


def close(unit: Unit, *keys: str) -> None:
    """Off from the unit's first day on, as its founding writes it."""
    unit.room_days = [[key, unit.valid_from.isoformat(), False] for key in keys]
    unit.save(update_fields=["room_days"])


def leading(client: Client, url: str, room: rooms.Room) -> list[str]:
    """Links and forms of a page that lead into the room."""
    page = open_page(client, url)
    found = page.tree.xpath("//a/@href | //form/@action | //button/@formaction")
    return [str(one) for one in found if urlsplit(str(one)).path.startswith(room.addresses)]


def links(page: Page) -> list[str]:
    return [str(one) for one in page.tree.xpath("//a/@href")]


@pytest.mark.parametrize("key", ROOMS)
def test_no_page_leads_into_a_room_that_is_off(key, client, ward: Ward, sign_in):
    """Every page a secretary reaches from Việc của tôi, by the links that are shown."""
    room = rooms.find(key)
    assert room is not None
    close(ward.unit, key)
    signed_in = sign_in(client, ward.secretary)
    seen, waiting, found = set(), ["/viec-cua-toi/", "/cai-tien/", "/can-bo/", "/phu-hop/dieu-khoan/"], {}
    while waiting and len(seen) < MOST:
        url = waiting.pop(0)
        answer = signed_in.get(url)
        seen.add(url)
        kind = answer.headers.get("Content-Type", "")
        if answer.status_code != 200 or not kind.startswith("text/html"):
            continue
        if leads := leading(signed_in, url, room):
            found[url] = leads
        for link in links(open_page(signed_in, url)):
            path = urlsplit(link).path
            if path.startswith("/") and path not in seen and path not in waiting and "dang-xuat" not in path:
                waiting.append(path)
    assert not found
    assert len(seen) > 20


@pytest.mark.parametrize("key", ROOMS)
def test_its_addresses_are_not_there_and_the_page_says_who_may_switch_it_on(key, client, ward: Ward, sign_in):
    room = rooms.find(key)
    assert room is not None
    close(ward.unit, key)
    signed_in = sign_in(client, ward.secretary)
    first = next(one for one in (room.addresses[0], f"{room.addresses[0]}nang-luc/") if _leads_somewhere(one))
    page = open_page(signed_in, first, status=404)
    assert f"Phân hệ {room.name} chưa bật ở đơn vị này" in page.text
    assert "Chủ tịch hoặc Quản trị" in page.text
    assert signed_in.post(first).status_code == 404


def test_whoever_may_switch_is_led_to_the_page_of_rooms(client, ward: Ward, sign_in):
    close(ward.unit, "reviews")
    page = open_page(sign_in(client, ward.chairman), "/xem-xet/", status=404)
    assert "/don-vi/phan-he/#p-reviews" in links(page)


def test_with_every_room_off_each_page_of_the_house_still_stands(client, ward: Ward, sign_in):
    close(ward.unit, *ROOMS)
    signed_in = sign_in(client, ward.chairman)
    for url in ("/viec-cua-toi/", "/viec-cua-toi/bat-dau/", "/muc-tieu/", "/van-ban/", "/nhap-tu-tep/", "/cai-tien/",
                "/phu-hop/", "/phu-hop/dieu-khoan/", "/can-bo/", "/nhat-ky/", "/he-thong/", "/tim/?tim=ho",
                "/tai-khoan/",
                "/lich/", "/don-vi/", "/don-vi/phan-he/"):  # fmt: skip
        page = open_page(signed_in, url)
        assert not [one for one in links(page) if rooms.at(urlsplit(one).path, ROOMS)]


def test_a_look_at_the_rooms_asks_the_database_nothing(ward: Ward, django_assert_num_queries):
    close(ward.unit, *ROOMS)
    with django_assert_num_queries(0):
        assert rooms.off(ward.unit, ward.unit.valid_from) == set(ROOMS)
        assert rooms.off_kinds(ward.unit, ward.unit.valid_from) >= {
            "dossier",
            "petition",
            "risk",
            "audit",
            "review",
        }


def test_what_is_needed_can_never_be_absent():
    assert not ALWAYS & set(ROOMS)


def test_every_address_of_a_room_is_mounted_and_no_other_room_stands_behind_it():
    """What begins with a room's addresses is drawn by that room, but for what it shows of others."""
    for room in rooms.rooms():
        tops = [str(one.pattern) for one in get_resolver().url_patterns]
        for address in room.addresses:
            assert any(top.startswith(address.lstrip("/")) for top in tops), address


def test_needs_name_rooms_that_can_be_absent_themselves():
    known = set(ROOMS)
    assert not [one.key for one in rooms.rooms() if set(one.needs) - known]


def test_every_room_owns_the_kinds_that_it_registered():
    for room in rooms.rooms():
        assert rooms.kinds_of([room.key]), room.key
    assert rooms.kinds_of(ROOMS) < subjects.kinds()


def test_the_rewriting_itself_sees_a_link_a_tab_a_button_and_a_form():
    html = (
        '<ul class="tabs"><li><a href="/rui-ro/">Rủi ro</a></li><li><a href="/muc-tieu/">Mục tiêu</a></li></ul>'
        '<a class="btn" href="/rui-ro/them/">Thêm</a><a href="/rui-ro/1/">R1</a><a href="/muc-tieu/">M</a>'
        '<form method="post" action="/rui-ro/x/"><button>Gửi</button></form><form action="/tim/">Tìm</form>'
    )
    left = without_rooms(html, frozenset({"risks"}))
    assert "/rui-ro/" not in left
    assert "<span>R1</span>" in left
    assert (left.count('href="/muc-tieu/"'), left.count("<form"), "Gửi" in left) == (2, 1, False)
    assert without(html, lambda _: True) == html
    assert without_forms(html, lambda _: True) == html
