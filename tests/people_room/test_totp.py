"""The second factor: set up with the password and a first code, asked after the password, lost, taken away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chuan.people import sealing, sign_in_policy
from chuan.people.actions import factors
from chuan.people.actions.rescue import rescue
from chuan.people.models import RecoveryCode, SignInAttempt, TotpKey, UnitSetting
from chuan.people.refusals import NoAccount
from chuan.people.refusals_factors import CodesClosed, CodeWrong, FactorReasonMissing, FactorUnreadable
from chuan.rules import one_time_codes
from tests import factors as app
from tests.examine import examine, open_page
from tests.people import PASSWORD, Ward

SET_UP = "/tai-khoan/xac-thuc/thiet-lap/"


@pytest.fixture
def required(ward: Ward) -> None:
    """The ward is a real one: nothing chosen, so everybody must."""
    ward.unit.example = False
    ward.unit.save()


def secret_on(page) -> bytes:
    import base64

    letters = page.one(".code").text.replace(" ", "")
    return base64.b32decode(letters + "=" * (-len(letters) % 8))


# Setting up


def test_an_app_is_set_up_with_a_right_code_and_the_password(client, ward, sign_in, acts, now):
    page = open_page(sign_in(client, ward.chairman), SET_UP)
    code = one_time_codes.code_at(secret_on(page), one_time_codes.step_of(now))
    answer = page.form(SET_UP).send(client, code=code, password=PASSWORD)
    codes = app.listed(examine(answer).html)
    assert len(set(codes)) == 10
    assert acts() == ["set_up_factor"]
    assert factors.has_factor(ward.chairman.account)
    assert "Còn 10 mã dự phòng" in open_page(client, "/tai-khoan/").text


def test_the_picture_holds_the_same_secret_and_no_style(client, ward, sign_in):
    open_page(sign_in(client, ward.chairman), SET_UP)
    drawn = client.get("/tai-khoan/xac-thuc/hinh.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert "no-store" in drawn["Cache-Control"]
    assert b"<path" in drawn.content
    assert b"style" not in drawn.content
    assert b"<script" not in drawn.content


def test_there_is_no_picture_before_a_secret_is_being_set_up(client, ward, sign_in):
    assert sign_in(client, ward.chairman).get("/tai-khoan/xac-thuc/hinh.svg").status_code == 404


@pytest.mark.parametrize("code", ["", "000000", "abc", "1234567890123456789012"])
def test_a_wrong_first_code_sets_up_nothing_and_keeps_the_secret(client, ward, sign_in, code):
    page = open_page(sign_in(client, ward.chairman), SET_UP)
    again = examine(page.form(SET_UP).send(client, code=code, password=PASSWORD), SET_UP, status=422)
    assert secret_on(again) == secret_on(page)
    assert again.notice
    assert not TotpKey.objects.exists()


def test_a_wrong_password_sets_up_nothing_and_is_counted(client, ward, sign_in, now):
    page = open_page(sign_in(client, ward.chairman), SET_UP)
    code = one_time_codes.code_at(secret_on(page), one_time_codes.step_of(now))
    again = examine(page.form(SET_UP).send(client, code=code, password="sai"), SET_UP, status=422)
    assert "còn 4 lần thử" in again.notice
    assert not TotpKey.objects.exists()


def test_the_secret_is_stored_encrypted_for_this_account_under_this_key(ward, settings):
    app.with_app(ward.chairman.account)
    row = TotpKey.objects.get()
    assert one_time_codes.typed_secret(app.SECRET) not in row.sealed
    with pytest.raises(FactorUnreadable):
        sealing.unseal(row.sealed, ward.clerk.account.uid)
    settings.SECRET_KEY = "another"
    with pytest.raises(FactorUnreadable):
        sealing.unseal(row.sealed, ward.chairman.account.uid)


def test_recovery_codes_are_hashed_like_passwords(ward):
    code = app.with_app(ward.chairman.account)[0].replace("-", "")[1:]
    assert not RecoveryCode.objects.filter(hashed__contains=code).exists()
    assert all(row.hashed.startswith("md5$") for row in RecoveryCode.objects.all())  # the tests' own hasher


def test_with_the_house_s_own_hasher_too_and_within_an_act(ward, settings, now):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    codes = app.with_app(ward.chairman.account)
    assert all("argon2id$v=19$m=19456,t=2,p=1$" in row.hashed for row in RecoveryCode.objects.all())
    assert factors.prove(ward.chairman.account, codes[9], at=now) == 9


# Signing in


def test_the_right_password_alone_opens_nothing(client, ward):
    app.with_app(ward.chairman.account)
    assert app.password_given(client)["Location"] == "/dang-nhap/ma/"
    assert "_auth_user_id" not in client.session
    assert client.get("/tai-khoan/")["Location"].startswith("/dang-nhap/")


def test_the_code_opens_the_page_that_was_asked_for(client, ward, acts):
    app.with_app(ward.chairman.account)
    client.post("/dang-nhap/", {"login": "chairman", "password": PASSWORD, "next": "/can-bo/"})
    page = open_page(client, "/dang-nhap/ma/")
    assert page.form("/dang-nhap/ma/").send(client, code=app.shown())["Location"] == "/can-bo/"
    assert acts() == ["set_up_factor", "sign_in"]


def test_a_code_opens_once(client, ward):
    app.with_app(ward.chairman.account)
    code = app.shown()
    app.password_given(client)
    assert app.code_given(client, code).status_code == 302
    client.post("/dang-xuat/")
    app.password_given(client)
    assert app.code_given(client, code).status_code == 422


def test_wrong_codes_are_counted_apart_from_passwords_and_close_after_five(client, ward, acts):
    app.with_app(ward.chairman.account)
    for left in (4, 3, 2, 1):
        app.password_given(client)  # the right password wipes nothing of the codes
        said = examine(app.code_given(client, app.wrong()), status=422).notice
        assert f"còn {left} lần thử" in said
    assert "15 phút" in examine(app.code_given(client, app.wrong()), status=422).notice
    assert "khóa" in examine(app.code_given(client, app.shown()), status=422).notice
    assert acts().count("fail_code") == 5
    assert acts()[-1] == "close_codes"


def test_after_a_quarter_of_an_hour_codes_open_again(ward, now):
    account = ward.chairman.account
    app.with_app(account)
    for _ in range(5):
        with pytest.raises((CodeWrong, CodesClosed)):
            factors.prove(account, app.wrong(), at=now)
    with pytest.raises(CodesClosed):
        factors.prove(account, app.shown(), at=now)
    SignInAttempt.objects.exclude(locked_until=None).update(locked_until=now - timedelta(minutes=1))
    assert factors.prove(account, app.shown(), at=now) is None


def test_a_recovery_code_opens_once_and_what_is_left_is_told(client, ward, acts):
    code = app.with_app(ward.chairman.account)[3]
    app.password_given(client)
    assert app.code_given(client, f" {code.upper()} ").status_code == 302
    assert "còn 9 mã" in open_page(client, "/tai-khoan/").notice
    assert "use_recovery_code" in acts()
    client.post("/dang-xuat/")
    app.password_given(client)
    assert app.code_given(client, code).status_code == 422


def test_the_note_of_the_right_password_ends_with_the_password_and_after_ten_minutes(client, ward):
    app.with_app(ward.chairman.account)
    app.password_given(client)
    ward.chairman.account.set_password("mật khẩu khác hẳn")
    ward.chairman.account.save()
    assert client.get("/dang-nhap/ma/")["Location"] == "/dang-nhap/"


def test_the_note_grows_stale(client, ward):
    app.with_app(ward.chairman.account)
    app.password_given(client)
    session = client.session
    session["entering"] = session["entering"] | {"at": session["entering"]["at"] - 601}
    session.save()
    assert app.code_given(client, app.shown())["Location"] == "/dang-nhap/"
    assert "_auth_user_id" not in client.session


def test_nobody_reaches_the_code_without_the_password(client, ward):
    assert client.get("/dang-nhap/ma/")["Location"] == "/dang-nhap/"
    assert app.code_given(client, "123456")["Location"] == "/dang-nhap/"


def test_a_lost_secret_key_leaves_the_recovery_codes(ward, settings, now):
    codes = app.with_app(ward.chairman.account)
    settings.SECRET_KEY = "another"
    with pytest.raises(FactorUnreadable):
        factors.prove(ward.chairman.account, "123456", at=now)
    assert factors.prove(ward.chairman.account, codes[0], at=now) == 9


# Who must


def test_in_a_real_unit_whoever_has_none_sets_it_up_before_anything_else(client, ward, required):
    assert app.password_given(client, "clerk")["Location"] == "/"
    assert client.get("/can-bo/")["Location"] == SET_UP
    page = open_page(client, SET_UP)
    code = one_time_codes.code_at(secret_on(page), one_time_codes.step_of(_now()))
    examine(page.form(SET_UP).send(client, code=code, password=PASSWORD))
    assert client.get("/can-bo/").status_code == 200


def test_a_unit_may_ask_it_of_keepers_only(client, ward, required, today):
    UnitSetting.objects.create(
        unit=ward.unit, key=sign_in_policy.SECOND_FACTOR, value="keepers", valid_from=today, citation="QĐ 1"
    )
    app.password_given(client, "specialist")
    assert client.get("/can-bo/").status_code == 200
    client.post("/dang-xuat/")
    app.password_given(client, "administrator")
    assert client.get("/can-bo/")["Location"] == SET_UP


def test_in_a_unit_of_invented_data_nobody_must(client, ward):
    app.password_given(client)
    assert client.get("/can-bo/").status_code == 200


def test_what_is_required_cannot_be_turned_off(client, ward, required, sign_in):
    app.with_app(ward.clerk.account)
    client = sign_in(client, ward.clerk)
    assert "Tắt" not in open_page(client, "/tai-khoan/").text
    client.post("/tai-khoan/xac-thuc/tat/")
    assert factors.has_factor(ward.clerk.account)


def test_what_is_not_required_is_turned_off(client, ward, sign_in, acts):
    app.with_app(ward.clerk.account)
    page = open_page(sign_in(client, ward.clerk), "/tai-khoan/xac-thuc/tat/")
    page.form(button="Tắt xác thực hai lớp").send(client)
    assert not factors.has_factor(ward.clerk.account)
    assert not RecoveryCode.objects.exists()
    assert acts()[-1] == "turn_off_factor"


def test_a_new_list_ends_the_old_one(client, ward, sign_in, now):
    old = app.with_app(ward.clerk.account)
    page = open_page(sign_in(client, ward.clerk), "/tai-khoan/xac-thuc/ma-du-phong/")
    new = app.listed(examine(page.form(button="Lập danh sách mới").send(client)).html)
    assert len(new) == 10
    with pytest.raises(CodeWrong):
        factors.prove(ward.clerk.account, old[0], at=now)
    assert factors.prove(ward.clerk.account, new[0], at=now) == 9


# Lost


def test_a_keeper_takes_a_lost_factor_away_with_a_reason(client, ward, sign_in, acts):
    app.with_app(ward.clerk.account)
    address = f"/can-bo/{ward.clerk.uid}/bo-xac-thuc/"
    page = open_page(sign_in(client, ward.administrator), address)
    assert "Ghi lý do" in examine(page.form(button="Bỏ xác thực cũ").send(client, reason=""), address).notice
    page.form(button="Bỏ xác thực cũ").send(client, reason="mất điện thoại")
    assert not factors.has_factor(ward.clerk.account)
    assert acts()[-1] == "take_away_factor"


def test_nobody_takes_away_his_own_and_nobody_else_may(client, ward, other_ward, sign_in):
    for official in (ward.administrator, ward.clerk):
        app.with_app(official.account)
    own, clerks = (f"/can-bo/{one.uid}/bo-xac-thuc/" for one in (ward.administrator, ward.clerk))
    sign_in(client, ward.administrator).post(own, {"reason": "lười"})
    assert factors.has_factor(ward.administrator.account)
    assert sign_in(client, ward.specialist).post(clerks, {"reason": "tò mò"}).status_code == 403
    assert sign_in(client, other_ward.administrator).post(clerks, {"reason": "tò mò"}).status_code == 404
    assert factors.has_factor(ward.clerk.account)


# The unit's choice


def test_keepers_choose_with_a_document_and_see_who_has_none(client, ward, sign_in, today, acts):
    page = open_page(sign_in(client, ward.administrator), "/can-bo/cach-dang-nhap/")
    assert ward.clerk.name in page.text
    refused = page.form().send(client, who="keepers", hours="99", minutes="15", since="", citation="")
    assert "Ghi văn bản làm căn cứ." in examine(refused, page.url, status=422).notice
    since = f"{today:%d/%m/%Y}"
    page.form().send(client, who="keepers", hours="8", minutes="20", since=since, citation="Quyết định 9")
    again = open_page(client, "/can-bo/cach-dang-nhap/")
    assert "Quyết định 9" in again.text
    assert acts() == ["choose_sign_in"]
    assert sign_in_policy.who_must(ward.unit, _now()) == "keepers"
    assert sign_in(client, ward.clerk).get("/can-bo/cach-dang-nhap/").status_code == 403


def _now():
    from django.utils import timezone

    return timezone.now()


# Nobody left who could help


def test_whoever_keeps_the_machine_lets_the_only_keeper_in_again(client, ward, acts, now):
    account = ward.chairman.account
    app.with_app(account)
    password = rescue(" Chairman ", reason="mất điện thoại và danh sách", at=now)
    assert acts()[-1] == "rescue_account"
    assert not factors.has_factor(account)
    answer = client.post("/dang-nhap/", {"login": "chairman", "password": password})
    assert answer["Location"] == "/"
    assert client.get("/can-bo/")["Location"] == "/doi-mat-khau/"


def test_it_needs_a_name_that_is_there_and_a_reason(ward, now):
    with pytest.raises(NoAccount):
        rescue("khong-co", reason="lý do", at=now)
    with pytest.raises(FactorReasonMissing):
        rescue("chairman", reason=" ", at=now)
