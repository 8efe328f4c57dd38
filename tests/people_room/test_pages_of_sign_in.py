"""Every page of signing in is ours: no template of the library is drawn; what is secret is written nowhere."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

from tests import factors as app
from tests.examine import examine, open_page
from tests.people import PASSWORD, Ward

WRONG = {"login": "chairman", "password": "sai"}
CHANGE = {"old": "sai", "new": "ngắn", "again": "khác"}


def templates(answer) -> set[str]:
    """Where the templates of an answer lie."""
    return {str(one.origin.name) for one in answer.templates if one.origin}


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize(
    ("method", "path", "sent"),
    [
        ("get", "/dang-nhap/", {}),
        ("post", "/dang-nhap/", WRONG),
        ("get", "/dang-xuat/", {}),
        ("get", "/doi-mat-khau/", {}),
        ("post", "/doi-mat-khau/", CHANGE),
        ("get", "/tai-khoan/xac-thuc/thiet-lap/", {}),
        ("get", "/xac-nhan-lai/", {}),
    ],
)
def test_no_page_of_the_library_is_drawn(client, ward: Ward, sign_in, method, path, sent):
    client = client if path == "/dang-nhap/" else sign_in(client, ward.chairman)
    answer = getattr(client, method)(path, sent)
    examine(answer, path, status=answer.status_code)
    assert templates(answer)
    assert not [one for one in templates(answer) if "allauth" in one]


def test_the_library_s_own_pages_and_tables_are_not_installed():
    """Its second factor and its social sign-in are not: ours count in the database and check more (decisions)."""
    of_library = [one for one in settings.INSTALLED_APPS if one.startswith("allauth")]
    assert of_library == ["allauth", "allauth.account"]


def test_my_page_asks_as_often_for_ten_sessions_as_for_one(ward: Ward, django_assert_num_queries):
    client = Client()
    app.password_given(client)
    open_page(client, "/tai-khoan/")
    with django_assert_num_queries(14):
        open_page(client, "/tai-khoan/")
    for _ in range(9):
        app.password_given(Client())
    with django_assert_num_queries(14):
        assert (
            len(open_page(client, "/tai-khoan/").find("//section[@aria-labelledby='phien']//tbody/tr")) == 10
        )


def test_secrets_never_stand_in_the_trail(client, ward: Ward):
    from chuan.trail.models import Detail, Entry

    codes = app.with_app(ward.chairman.account)
    app.password_given(client)
    app.code_given(client, codes[0])
    written = [*Entry.objects.values_list("line", flat=True), *Detail.objects.values_list("body", flat=True)]
    everything = "\n".join(written)
    assert PASSWORD not in everything
    assert not [one for one in codes if one in everything or one.replace("-", "") in everything]
    assert "127.0.0.1" not in everything


SECURE = """
from chuan import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SECURE_PROXY_SSL_HEADER[0], s.SESSION_COOKIE_SECURE)
"""


def test_cookies_are_bound_to_the_host_where_the_connection_is_secure_and_the_proxy_is_believed():
    with_https = {**os.environ, "CHUAN_HTTPS": "1"}
    command = [sys.executable, "-c", SECURE]
    said = subprocess.run(command, env=with_https, capture_output=True, text=True, check=True).stdout.split()
    assert said == ["__Host-sessionid", "__Host-csrftoken", "HTTP_X_FORWARDED_PROTO", "True"]
    assert settings.SECURE_PROXY_SSL_HEADER is None
