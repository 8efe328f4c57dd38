"""Sessions: each sign-in is a row of its owner's page, and ends at once wherever it is ended from."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from chuan.people import presence
from chuan.people.browsers import browser_in_words
from chuan.people.models import SignInSession
from tests import factors as app
from tests.examine import open_page
from tests.people import PASSWORD, Ward

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17 Safari/604.1"


def came(name: str = "chairman", agent: str = CHROME) -> Client:
    client = Client(headers={"User-Agent": agent})
    app.password_given(client, name)
    return client


def is_in(client: Client) -> bool:
    return client.get("/tai-khoan/").status_code == 200


def test_my_page_lists_where_i_am_signed_in_and_which_one_is_this(ward: Ward):
    here, _there = came(), came(agent=PHONE)
    page = open_page(here, "/tai-khoan/")
    rows = page.texts("//section[@aria-labelledby='phien']//tbody/tr")
    assert len(rows) == 2
    assert "Safari trên iPhone" in rows[0]
    assert "Kết thúc" in rows[0]
    assert "Chrome trên Windows" in rows[1]
    assert "phiên này" in rows[1]
    assert "127.0.0.1" in rows[1]


def test_a_session_ended_from_another_browser_answers_at_once_as_signed_out(ward: Ward, acts):
    here, there = came(), came(agent=PHONE)
    assert is_in(there)
    open_page(here, "/tai-khoan/").form("/ket-thuc/").send(here)
    assert not is_in(there)
    assert is_in(here)
    assert acts()[-1] == "end_session"


def test_all_others_end_at_once(ward: Ward):
    here, others = came(), [came(agent=PHONE), came()]
    open_page(here, "/tai-khoan/").form("/ket-thuc-khac/").send(here)
    assert [is_in(one) for one in [here, *others]] == [True, False, False]


def test_somebody_else_s_session_is_not_found(ward: Ward, sign_in):
    came()
    uid = SignInSession.objects.get().uid
    assert sign_in(Client(), ward.clerk).post(f"/tai-khoan/phien/{uid}/ket-thuc/").status_code == 404


def test_a_keeper_ends_somebody_s_and_sees_no_addresses(ward: Ward, other_ward, sign_in, acts):
    there = came("clerk")
    keeper = sign_in(Client(), ward.administrator)
    page = open_page(keeper, f"/can-bo/{ward.clerk.uid}/")
    assert "127.0.0.1" not in page.text
    ending = page.form("/ket-thuc-phien/")
    foreign = sign_in(Client(), other_ward.administrator)
    assert foreign.post(ending.action).status_code == 404
    assert sign_in(Client(), ward.specialist).post(ending.action).status_code == 403
    ending.send(keeper)
    assert not is_in(there)
    assert acts()[-1] == "end_sessions_of"


def test_leaving_ends_the_row(ward: Ward):
    came().post("/dang-xuat/")
    row = SignInSession.objects.get()
    assert (row.end, row.ended_at is not None) == ("left", True)


def test_a_new_password_ends_every_other_session_and_keeps_this_one(ward: Ward):
    here, there = came(), came(agent=PHONE)
    new = "con thuyền nhỏ qua sông Lam"
    here.post("/doi-mat-khau/", {"old": PASSWORD, "new": new, "again": new})
    assert [is_in(here), is_in(there)] == [True, False]
    again = came("clerk")
    assert is_in(again)
    open_rows = SignInSession.objects.filter(account=ward.chairman.account, ended_at=None)
    assert open_rows.count() == 1
    here.post("/tai-khoan/phien/ket-thuc-khac/")
    assert is_in(here), "the row followed the new key"


def test_an_issued_password_and_a_closed_account_end_everything(ward: Ward, sign_in):
    there = came("clerk")
    sign_in(Client(), ward.administrator).post(f"/can-bo/{ward.clerk.uid}/cap-lai-mat-khau/")
    assert not is_in(there)
    assert SignInSession.objects.get(account=ward.clerk.account).end == "password"


def test_turning_the_factor_off_ends_the_others(ward: Ward):
    here, there = came("clerk"), came("clerk", PHONE)
    app.with_app(ward.clerk.account)
    here.post("/tai-khoan/xac-thuc/tat/")
    assert [is_in(here), is_in(there)] == [True, False]


def test_being_seen_is_written_once_in_five_minutes(ward: Ward):
    client = came()
    SignInSession.objects.update(seen_at=SignInSession.objects.get().began - timedelta(hours=1))
    presence._seen.clear()
    is_in(client)
    first = SignInSession.objects.get().seen_at
    is_in(client)
    row = SignInSession.objects.get()
    assert row.seen_at == first
    assert row.seen_at >= row.began


def test_only_a_digest_of_the_key_is_kept(ward: Ward):
    client = came()
    assert client.session.session_key not in SignInSession.objects.get().key_digest


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (CHROME, "Chrome trên Windows"),
        (PHONE, "Safari trên iPhone"),
        (f"{CHROME} Edg/131.0", "Edge trên Windows"),
        (f"{CHROME} coc_coc_browser/131", "Cốc Cốc trên Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox trên Linux"),
        ("curl/8.0", "Trình duyệt không rõ"),
        ("", "Trình duyệt không rõ"),
    ],
)
def test_a_browser_is_named_in_words(agent, said):
    assert browser_in_words(agent) == said


def test_what_is_long_past_is_forgotten_with_its_addresses(ward: Ward, now):
    came()
    long_ago = now - timedelta(days=91)
    SignInSession.objects.update(began=long_ago, seen_at=long_ago, runs_out=long_ago)
    came()
    assert SignInSession.objects.count() == 1
