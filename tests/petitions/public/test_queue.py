"""The keepers' queue: one press into the register, or aside; whose it is, and what goes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.files.models import Attachment, Blob
from chuan.people.models import UnitSetting
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.public.deciding import KEPT_ASIDE, forget_set_aside, set_aside
from chuan.petitions.actions.public.switching import choose_public
from chuan.petitions.doors import room_doors, waits_for
from chuan.petitions.models import Petition, PublicPhoto, PublicPost, Sender
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Entry
from tests.examine import examine, open_page
from tests.exchange.redacting import papers
from tests.people import Ward
from tests.petitions.made import now, petition_clerk
from tests.petitions.public.conftest import TEXT, SignIn, posted, send
from tests.petitions.public.test_writing import photo

QUEUE = "/don-thu/cong-phan-anh/"


def test_one_press_takes_a_post_into_the_register_with_photo_sender_and_receipt(
    browser: Client, client: Client, opened: Ward
):
    sent = send(client, opened, photos=[photo()], name="Lê Minh Họa", contact="0900 000 001", place="ngõ 7")
    code = examine(sent).texts(".receipt-code")[0]
    queue = open_page(browser, QUEUE)
    assert TEXT in queue.text
    small = queue.one("//main//img").get("src")
    assert browser.get(small).headers["Content-Type"] == "image/png"
    page = open_page(browser, queue.link(TEXT))
    answer = page.form(button="Nhận vào sổ").send(browser)
    petition, post = Petition.objects.get(), PublicPost.objects.get()
    assert answer["Location"] == f"/don-thu/{petition.uid}/"
    assert (petition.kind, petition.channel, petition.received_on) == ("feedback", "portal", post.sent_on)
    assert (petition.text, petition.place) == (TEXT, "ngõ 7")
    assert Sender.objects.get().name == "Lê Minh Họa"
    scan = Attachment.objects.get()
    assert (scan.subject_uid, scan.name) == (petition.uid, f"{petition.code}-1.png")
    assert (post.state, post.petition, post.text, post.name, post.receipt) == ("taken", petition, "", "", "")
    assert not PublicPhoto.objects.exists()
    assert Blob.objects.filter(let_go_at__isnull=True).get() == scan.blob
    follow = open_page(client, "/phan-anh/tra-loi/").form(button="Tra").send(client, code=code)
    assert "Mới nhận" in examine(follow).text
    assert "Bài này đã xử lý xong" in open_page(browser, f"{QUEUE}{post.uid}/").text
    assert petition.code in open_page(browser, QUEUE).text


def test_a_post_like_a_petition_that_is_here_is_asked_about(browser: Client, opened: Ward):
    for n in range(2):
        posted(opened, place=f"ngõ {n}")
    first, second = PublicPost.objects.order_by("pk")
    open_page(browser, f"{QUEUE}{first.uid}/").form(button="Nhận vào sổ").send(browser)
    form = open_page(browser, f"{QUEUE}{second.uid}/").form(button="Nhận vào sổ")
    asked = examine(form.send(browser, text=f"{TEXT} "), status=422)
    root = Petition.objects.get()
    assert root.code in asked.text
    asked.form(button="Nhận vào sổ").send(browser, again=str(root.uid))
    assert Petition.objects.get(same_as=root).repeat


def test_a_post_set_aside_stays_a_month_and_can_still_be_taken(browser: Client, opened: Ward, by: Viewer):
    post, _code = posted(opened)
    page = open_page(browser, f"{QUEUE}{post.uid}/")
    form = open_page(browser, page.link("Không nhận")).form(button="Ghi không nhận")
    assert "Chưa chọn vì sao" in examine(form.send(browser), status=422).notice
    assert form.send(browser, why="elsewhere").status_code == 302
    assert forget_set_aside(at=now() + KEPT_ASIDE - timedelta(hours=1)) == 0
    assert "Vẫn nhận lại được" in open_page(browser, f"{QUEUE}{post.uid}/").text
    PublicPost.objects.update(settled_at=now() - KEPT_ASIDE)
    assert forget_set_aside(at=now()) == 1
    post.refresh_from_db()
    assert (post.text, post.why) == ("", "elsewhere")
    with pytest.raises(refusals.PublicSettled):
        set_aside(post, "repeat", by=by, at=now())


def test_of_a_post_that_denounces_nothing_stays_at_once(
    browser: Client, client: Client, opened: Ward, by: Viewer, settings: Any
):
    name = "Trịnh Thị Xuyến Chi"
    send(client, opened, name=name, contact="0900 000 002", text=f"{TEXT}. Tôi là {name}", photos=[photo()])
    post = PublicPost.objects.get()
    set_aside(post, "denunciation", by=by, at=now())
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert name not in str(cursor.fetchall()), table
    assert not [path for path in settings.FILES_DIR.rglob("*") if path.is_file()]
    assert name not in open_page(browser, QUEUE).text
    assert Entry.objects.filter(verb="public_post.set_aside").count() == 1


def test_the_queue_is_for_keepers_and_leaders_of_the_ward(
    opened: Ward, other_ward: Ward, browser: Client, sign_in: SignIn, by: Viewer
):
    post, _code = posted(opened)
    stranger = sign_in(Client(), petition_clerk(other_ward))
    for address in (f"{QUEUE}{post.uid}/", f"{QUEUE}{post.uid}/khong-nhan/", f"{QUEUE}{post.uid}/anh/1/"):
        assert stranger.get(address).status_code == 404
        assert stranger.post(address).status_code == 404
    assert TEXT not in open_page(stranger, QUEUE).text
    for official in (opened.auditor, opened.administrator, opened.specialist):
        assert sign_in(Client(), official).get(QUEUE).status_code == 403
        assert sign_in(Client(), official).get(f"{QUEUE}{post.uid}/").status_code == 404
    chairman = sign_in(Client(), opened.chairman)
    page = open_page(chairman, f"{QUEUE}{post.uid}/")
    assert not [one for one in page.forms if one.method == "post"]
    assert chairman.post(f"{QUEUE}{post.uid}/", {"text": TEXT}).status_code == 403
    abroad = other_ward.viewer(other_ward.chairman, by.on)
    with pytest.raises(NotAllowed):
        set_aside(post, "repeat", by=abroad, at=now())
    clerk = other_ward.viewer(petition_clerk(other_ward, username="tiep-dan-2"), by.on)
    with pytest.raises(NotFound):
        set_aside(post, "repeat", by=clerk, at=now())


def test_posts_are_counted_at_the_door_where_the_machine_has_a_page(opened: Ward, by: Viewer, settings: Any):
    posted(opened)
    assert waits_for(by) == 1
    assert QUEUE in [one.url for one in room_doors(QUEUE)]
    settings.PUBLIC_FEEDBACK = False
    assert waits_for(by) == 0
    assert QUEUE not in [one.url for one in room_doors(QUEUE)]


def test_a_long_queue_asks_no_more_statements_than_a_short_one(browser: Client, opened: Ward):
    counts = []
    for n in (1, 4):
        for at in range(n):
            posted(opened, place=f"ngõ {n}{at}")
        with CaptureQueriesContext(connection) as asked:
            browser.get(QUEUE)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_head_opens_the_page_by_a_document(ward: Ward, sign_in: SignIn, settings: Any, by: Viewer):
    settings.PUBLIC_FEEDBACK = True
    chairman = sign_in(Client(), ward.chairman)
    assert "Đang đóng" in open_page(chairman, "/don-thu/cai-dat/").text
    page = open_page(chairman, "/don-thu/cai-dat/trang-phan-anh/")
    assert page.text.count("Địa chỉ cho người dân:") == 1
    form = page.form(button="Ghi")
    assert examine(form.send(chairman, is_on="on"), status=422)
    assert form.send(chairman, is_on="on", citation="Quyết định 12/QĐ-UBND").status_code == 302
    assert UnitSetting.objects.get().value == "on"
    assert Client().get("/phan-anh/").status_code == 200
    clerk = sign_in(Client(), by.official)
    assert clerk.get("/don-thu/cai-dat/trang-phan-anh/").status_code == 403
    with pytest.raises(NotAllowed):
        choose_public(False, valid_from=by.on, citation="x", by=by, at=now())


def test_a_wards_own_machine_is_never_opened(ward: Ward, sign_in: SignIn, by: Viewer):
    chairman = sign_in(Client(), ward.chairman)
    page = open_page(chairman, "/don-thu/cai-dat/trang-phan-anh/")
    assert "không bao giờ đưa ra Internet" in page.text
    assert not page.forms
    sent = {"is_on": "on", "valid_from": "04/01/2021", "citation": "Quyết định 12/QĐ-UBND"}
    assert chairman.post("/don-thu/cai-dat/trang-phan-anh/", sent).status_code == 422
    viewer = ward.viewer(ward.chairman, by.on)
    with pytest.raises(refusals.PublicNotHere):
        choose_public(True, valid_from=by.on, citation="x", by=viewer, at=now())
    assert not UnitSetting.objects.exists()


def test_a_photo_larger_than_a_screen_comes_out_small(client: Client, opened: Ward):
    assert len(papers.JPEG) < 1000
    send(client, opened, photos=[photo()])
    assert PublicPhoto.objects.get().blob.size < 5000
