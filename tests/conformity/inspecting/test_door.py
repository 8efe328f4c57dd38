"""What a guest of an inspecting body may open: nothing that is not listed, and each page is a line of the trail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from chuan.documents.models import Document
from chuan.people import guests
from chuan.people.actions import guests as actions
from chuan.people.actions.guests import Person
from chuan.people.guest_links import without_closed
from chuan.people.middleware import ALWAYS, PUBLIC, SignInGuard
from chuan.people.models import Guest, Official, SignInSession
from chuan.people.proofs import FRESH_UNTIL
from chuan.people.refusals_guests import GuestGone, NamesMissing, NameTwice, VisitOver, VisitTooLong
from chuan.people.viewer import viewer_of
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Entry
from tests.conformity.inspecting.made import (
    BODY,
    INSPECTOR,
    PAPER,
    asked,
    browser,
    now,
    today,
    under_way,
    viewer,
)
from tests.examine import examine, open_page
from tests.guards.rights.making import make
from tests.people import Ward

SENDS = re.compile(r"^(inspecting:(find|take_back|close)|people:.*)$")


def names(patterns=None, space: str = "") -> Iterator[str]:
    """The name of every address of the house."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            yield from names(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}"


def answered(viewer_, method: str, name: str) -> int:
    """What the door says before any view is asked; 200 where it lets through."""
    request = asked(getattr(RequestFactory(), method)("/"), viewer_)
    request.resolver_match = SimpleNamespace(view_name=name)  # type: ignore[assignment]
    request.session = {FRESH_UNTIL: 2**40}  # type: ignore[assignment]
    found = SignInGuard(lambda _request: None).process_view(request, lambda: None, (), {})  # type: ignore[arg-type, return-value]
    return found.status_code if found is not None else 200


def test_every_address_that_is_not_listed_is_closed_to_a_guest_and_nothing_is_sent_but_findings(
    ward: Ward, monkeypatch
):
    _inspection, guest = under_way(ward)
    browser(guest)
    him = viewer(guest)
    opened, sent, seen = set(), set(), 0
    # Only where refusals are drawn: a module first imported meanwhile would keep a function replaced at its source.
    monkeypatch.setattr("django.shortcuts.loader", SimpleNamespace(render_to_string=lambda *_a, **_k: ""))
    for name in names():
        if name in PUBLIC | ALWAYS | guests.TO_HIS_PAGE:
            continue
        seen += 1
        got, posted = answered(him, "get", name), answered(him, "post", name)
        opened |= {name} if got == 200 else set()
        sent |= {name} if posted == 200 else set()
        assert got in (200, 404), name
        assert posted in (200, 302, 403, 404), name
    assert seen > 400
    assert opened == set(guests.PAGES) | guests.QUIET
    assert not [name for name in sent if not SENDS.match(name)]
    closed = ("workforce:", "intake:", "upkeep:", "clocks:", "calendar:", "record_systems:", "dossiers:")
    assert not [name for name in opened if name.startswith(closed)]
    assert [name for name in opened if name.startswith("petitions:")] == ["petitions:figures"]


def test_what_is_listed_is_there():
    assert set(guests.PAGES) | guests.QUIET | guests.SENDS <= set(names())


def test_a_guest_is_no_official_looks_for_his_days_and_no_longer(ward: Ward, other_ward: Ward):
    count = Official.objects.count()
    _inspection, guest = under_way(ward, INSPECTOR, Person("Lê Văn Kiểm Tra"))
    assert Official.objects.count() == count
    him = viewer(guest)
    assert (him.official, him.name, him.roles) == (None, INSPECTOR.name, frozenset({"inspector"}))
    account = guest.grant.account
    assert account is not None
    assert account.username == "kiemtra.tra"
    assert viewer_of(account, on=guest.last_day) is not None
    assert viewer_of(account, on=guest.last_day + timedelta(days=1)) is None
    chairman = ward.viewer(ward.chairman, today())
    with pytest.raises(NotFound):
        actions.end_guest(guest, by=other_ward.viewer(other_ward.chairman, today()), at=now())
    with pytest.raises(NotAllowed):
        actions.end_guest(guest, by=ward.viewer(ward.secretary, today()), at=now())
    him_now = browser(guest)
    assert him_now.get("/kiem-tra/").status_code == 200
    actions.end_guest(guest, by=chairman, at=now())
    assert him_now.get("/kiem-tra/").status_code == 302
    assert not SignInSession.objects.open_at(now()).filter(account=account).exists()
    assert viewer_of(account, on=today()) is None
    with pytest.raises(GuestGone):
        actions.reissue(Guest.objects.get(pk=guest.pk), by=chairman, at=now())


def test_who_and_when_is_refused_with_a_sentence(ward: Ward):
    chairman, day = ward.viewer(ward.chairman, today()), timedelta(days=1)
    visit = actions.Visit(ward.unit.uid, BODY, today(), today() + day, PAPER)
    late = actions.Visit(ward.unit.uid, BODY, today() - 3 * day, today() - day, PAPER)
    long = actions.Visit(ward.unit.uid, BODY, today(), today() + 40 * day, PAPER)
    for wrong, people, refusal in (
        (visit, [], NamesMissing),
        (visit, [INSPECTOR, INSPECTOR], NameTwice),
        (late, [INSPECTOR], VisitOver),
        (long, [INSPECTOR], VisitTooLong),
    ):
        with pytest.raises(refusal):
            actions.let_in(wrong, people, by=chairman, at=now())


def test_each_page_that_a_guest_opens_is_a_line_of_the_trail_without_what_he_asked(
    ward: Ward, client, sign_in
):
    inspection, guest = under_way(ward)
    him = browser(guest)
    page = open_page(him, "/kiem-tra/?nam=2021")
    assert page.title == "Trang kiểm tra"
    assert "Chưa áp dụng trên phần mềm" in page.text
    assert "Mỗi trang mở ra được ghi" in page.text
    assert him.get("/").headers["Location"] == "/kiem-tra/"
    open_page(him, f"/kiem-tra/{inspection.uid}/")
    assert "Người giải quyết" not in open_page(him, "/ho-so/so-lieu/?theo=can-bo").text
    closed = him.get("/nhan-su/xep-loai/")
    assert closed.status_code == 404
    assert "không mở cho tài khoản kiểm tra" in closed.content.decode()
    refused = him.post("/phu-hop/tu-kiem/", {"on": "01/01/2021"})
    assert refused.status_code == 403
    assert "chỉ xem" in refused.content.decode()
    lines = (
        Entry.objects.filter(verb="guest.read", subject_uid=guest.uid)
        .select_related("detail")
        .order_by("seq")
    )
    assert [one.detail.body for one in lines] == [
        '{"page":"inspecting:home"}',
        f'{{"page":"inspecting:one","record":"{inspection.uid}"}}',
        '{"page":"dossier_figures:table"}',
    ]
    assert guest.grant.account is not None
    assert {one.actor for one in lines} == {f"account/{guest.grant.account.uid}"}
    sign_in(client, ward.chairman)
    trail = open_page(client, "/nhat-ky/?viec=guest.read").text
    assert INSPECTOR.name in trail
    assert "Đợt kiểm tra" in trail


def test_of_papers_a_guest_sees_decisions_that_were_read_as_objectives(ward: Ward):
    own = {"unit": ward.unit, "owner_unit": ward.unit, "type": "QĐ", "recorded_at": now()}
    read = make(Document, **own, number="5", stage="issued", state="confirmed")
    make(Document, **own, number="6", stage="issued", subject="Giải quyết khiếu nại của ông A (minh họa)")
    make(Document, **own, number="7", direction="in", stage="assigned")
    assert list(Document.objects.seen_by(viewer(under_way(ward)[1]))) == [read]
    assert Document.objects.seen_by(ward.viewer(ward.secretary, today())).count() == 3


def test_links_to_what_is_closed_are_words_and_their_tabs_and_buttons_are_gone():
    page = (
        '<ul class="tabs"><li><a href="/van-ban/so/">Sổ</a></li><li><a href="/van-ban/">Văn bản</a></li></ul>'
        '<p><a href="/can-bo/?a=1&amp;b=2"><b>Cán bộ</b></a> <a class="btn" href="/van-ban/danh-sach.xlsx">Tải</a>'
        '<a href="/phu-hop/#x">Phù hợp</a><a href="#y">y</a><a href="/dang-xuat/">Ra</a></p>'
    )
    assert without_closed(page) == (
        '<ul class="tabs"><li><a href="/van-ban/">Văn bản</a></li></ul>'
        '<p><span><b>Cán bộ</b></span> <a href="/phu-hop/#x">Phù hợp</a><a href="#y">y</a>'
        '<a href="/dang-xuat/">Ra</a></p>'
    )


def test_after_the_last_day_a_page_says_so(ward: Ward):
    _inspection, guest = under_way(ward, days=0)
    him = browser(guest)
    grant = guest.grant
    grant.valid_to, grant.valid_from = today(), today() - timedelta(days=3)
    grant.save()
    page = examine(him.get("/kiem-tra/"), "/kiem-tra/", status=403)
    assert "Đợt kiểm tra đã hết ngày" in page.text
    grant.valid_from, grant.valid_to = today() + timedelta(days=1), today() + timedelta(days=2)
    grant.save()
    assert "chưa bắt đầu" in him.get("/kiem-tra/").content.decode()
