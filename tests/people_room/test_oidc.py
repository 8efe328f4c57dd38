"""The common sign-in (OpenID Connect) against a provider on this machine: honest, lying, and off."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client

from chuan.people import outside
from chuan.people.models import Account, OutsideIdentity
from tests import factors as app
from tests.examine import examine, open_page
from tests.people import Ward
from tests.people_room.provider import CLIENT, SECRET, Provider, running

AWAY, BACK = "/dang-nhap/chung/", "/dang-nhap/chung/ve/"


@pytest.fixture(scope="module")
def server() -> Iterator[Provider]:
    with running() as provider:
        yield provider


@pytest.fixture
def provider(server: Provider, settings) -> Provider:
    """The provider, honest again, and set in this installation."""
    server.claims, server.described, server.header, server.signed_with = {}, {}, {}, None
    settings.OIDC = {"issuer": server.address, "client_id": CLIENT, "client_secret": SECRET}
    return server


def come(client: Client, provider: Provider, to: str = "", **changed: str):
    """Away to the provider and back."""
    away = client.get(AWAY, {"next": to} if to else {})
    assert away["Location"].startswith(f"{provider.address}/vao?"), away.content[:300]
    return client.get(BACK, provider.granted(away["Location"]) | changed)


def test_somebody_known_there_comes_in_here_and_is_linked(client, ward: Ward, provider, acts):
    page = open_page(client, "/dang-nhap/?next=/can-bo/")
    assert page.link("Đăng nhập chung của tỉnh") == f"{AWAY}?next=/can-bo/"
    assert come(client, provider, "/can-bo/")["Location"] == "/can-bo/"
    assert client.session["_auth_user_id"] == str(ward.chairman.account.pk)
    assert acts() == ["link_identity", "sign_in"]
    assert OutsideIdentity.objects.get().subject == "nguoi-1"


def test_the_button_bears_the_provider_s_name_where_one_was_given(client, db, provider, settings):
    settings.OIDC = settings.OIDC | {"name": "Đăng nhập của Hà Tĩnh"}
    assert open_page(client, "/dang-nhap/").link("Đăng nhập của Hà Tĩnh") == AWAY


def test_the_question_carries_state_nonce_and_a_challenge_never_the_secret(client, provider, db):
    asked = client.get(AWAY)["Location"]
    for name in ("state=", "nonce=", "code_challenge=", "code_challenge_method=S256", "response_type=code"):
        assert name in asked
    assert "verifier" not in asked
    assert "client_secret" not in asked


def test_from_then_on_the_unchanging_subject_counts_not_the_name(client, ward: Ward, provider):
    come(client, provider)
    client.post("/dang-xuat/")
    provider.claims = {"preferred_username": "doi-ten-o-tinh"}
    come(client, provider)
    assert client.session["_auth_user_id"] == str(ward.chairman.account.pk)


def test_another_person_with_the_same_name_is_refused(client, ward: Ward, provider):
    come(client, provider)
    client.post("/dang-xuat/")
    provider.claims = {"sub": "nguoi-2"}
    assert "Chưa có tài khoản nào" in examine(come(client, provider), BACK, status=403).text
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client, ward: Ward, provider):
    provider.claims = {"preferred_username": "nguoi-la"}
    before = Account.objects.count()
    examine(come(client, provider), BACK, status=403)
    assert Account.objects.count() == before


def test_a_closed_account_stays_closed(client, ward: Ward, provider):
    Account.objects.filter(username="chairman").update(is_active=False)
    examine(come(client, provider), BACK, status=403)
    assert "_auth_user_id" not in client.session


def test_the_code_is_asked_for_unless_the_provider_asked_for_one(client, ward: Ward, provider):
    app.with_app(ward.chairman.account)
    assert come(client, provider)["Location"] == "/dang-nhap/ma/"
    assert app.code_given(client, app.shown())["Location"] == "/"
    client.post("/dang-xuat/")
    provider.claims = {"amr": ["pwd", "mfa"]}
    assert come(client, provider)["Location"] == "/"


def test_clocks_that_differ_by_seconds_stop_nobody(client, ward: Ward, provider):
    provider.claims = {"nbf": int(time.time()) + 30}
    assert come(client, provider)["Location"] == "/"


def test_an_answer_that_nobody_here_asked_for_opens_nothing(client, ward: Ward, provider):
    """Not even one that guesses what stands where there is no state."""
    for state in ("", " ", "None"):
        examine(client.get(BACK, {"state": state, "code": "x"}), BACK, status=403)
    assert "_auth_user_id" not in client.session


LIES = {
    "not yet valid": {"nbf": 9_999_999_999},
    "a nonce of another sign-in": {"nonce": "khác"},
    "no nonce": {"nonce": None},
    "another issuer": {"iss": "https://example.org"},
    "expired": {"exp": 1_600_000_000},
    "of the future": {"iat": 9_999_999_999, "exp": 9_999_999_999},
    "no expiry": {"exp": None},
    "another audience": {"aud": "phường khác"},
    "several audiences, given to another": {"aud": [CLIENT, "khác"], "azp": "khác"},
    "no subject": {"sub": None},
    "no name": {"preferred_username": None},
    "a name that is no text": {"preferred_username": ["chairman"]},
}


@pytest.mark.parametrize("claims", LIES.values(), ids=LIES.keys())
def test_a_token_that_does_not_hold_opens_nothing(client, ward: Ward, provider, claims):
    provider.claims = claims
    page = examine(come(client, provider), BACK, status=403)
    assert page.title == "Chưa đăng nhập được"
    assert "_auth_user_id" not in client.session
    assert not OutsideIdentity.objects.exists()


@pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "HS256"}, {"kid": "2"}])
def test_only_the_provider_s_own_public_key_counts(client, ward: Ward, provider, header):
    provider.header = header
    examine(come(client, provider), BACK, status=403)
    assert "_auth_user_id" not in client.session


def test_a_token_signed_by_somebody_else_opens_nothing(client, ward: Ward, provider):
    provider.signed_with = ec.generate_private_key(ec.SECP256R1())
    examine(come(client, provider), BACK, status=403)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "changed", [{"state": "khác"}, {"iss": "https://example.org"}, {"code": ""}, {"code": "x"}]
)
def test_an_answer_that_does_not_belong_to_the_question_is_refused(client, ward: Ward, provider, changed):
    examine(come(client, provider, **changed), BACK, status=403)
    assert "_auth_user_id" not in client.session


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(client, ward: Ward, provider):
    away = client.get(AWAY)["Location"]
    answer = provider.granted(away)
    assert Client().get(BACK, answer).status_code == 403
    assert client.get(BACK, answer).status_code == 302
    client.post("/dang-xuat/")
    assert client.get(BACK, answer).status_code == 403


@pytest.mark.parametrize(
    "described",
    [
        {"issuer": "https://example.org"},
        {"authorization_endpoint": "http://example.org/vao"},
        {"authorization_endpoint": None},
    ],
)
def test_a_description_that_does_not_hold_leads_nowhere(client, db, provider, described):
    provider.described = described
    examine(client.get(AWAY), AWAY, status=403)


@pytest.mark.parametrize("described", [{"token_endpoint": "http://example.org/"}, {"jwks_uri": "ftp://x"}])
def test_secrets_go_to_no_unsafe_address(client, ward: Ward, provider, described):
    away = client.get(AWAY)["Location"]
    provider.described = described
    examine(client.get(BACK, provider.granted(away)), BACK, status=403)


def test_a_provider_that_is_down_is_a_sentence(client, db, settings):
    settings.OIDC = {"issuer": "http://127.0.0.1:9", "client_id": "a", "client_secret": "b"}
    page = examine(client.get(AWAY), AWAY, status=403)
    assert "đăng nhập bằng mật khẩu" in page.text


def test_another_site_is_never_the_page_asked_for(client, ward: Ward, provider):
    assert come(client, provider, "https://example.org/")["Location"] == "/"


def test_a_keeper_undoes_a_link(client, ward: Ward, provider, sign_in, acts):
    come(client, provider)
    keeper = sign_in(Client(), ward.administrator)
    open_page(keeper, f"/can-bo/{ward.chairman.uid}/").form("/bo-lien-ket/").send(keeper)
    assert acts()[-1] == "unlink_identity"
    assert client.get("/tai-khoan/").status_code == 302
    provider.claims = {"sub": "nguoi-moi"}
    assert come(client, provider)["Location"] == "/"


def test_off_means_no_such_address_and_no_link(client, ward: Ward, settings):
    settings.OIDC = {}
    assert [client.get(address).status_code for address in (AWAY, BACK)] == [404, 404]
    assert "Đăng nhập chung" not in open_page(client, "/dang-nhap/").text
    assert outside.client() is None
