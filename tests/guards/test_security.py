"""What docs/security.md claims of every answer, tried: headers, cookies, hosts, methods, errors, settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from chuan.people.models import Official
from tests.people import Ward

PAGES = ("/viec-cua-toi/", "/can-bo/", "/van-ban/", "/khong-co-trang-nay/")


@pytest.fixture
def browser(client: Client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.chairman)


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_headers(browser: Client, path: str):
    """OWASP ASVS 5.0, 3.4 and 14.3.2."""
    headers = browser.get(path).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "private, no-store"
    assert {
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    }.items() <= dict(headers.items()).items()  # fmt: skip
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Access-Control-Allow-Origin" not in headers
    assert not {"Server", "X-Powered-By"} & set(headers)


def test_the_policy_lets_nothing_run_that_stands_in_a_page(browser: Client):
    policy = browser.get("/viec-cua-toi/").headers["Content-Security-Policy"]
    assert "base-uri 'none'" in policy
    assert not {"unsafe", "data:", "http", "*"} & {
        word for word in ("unsafe", "data:", "http", "*") if word in policy
    }


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "HOA"])
def test_other_methods_are_refused_everywhere(browser: Client, method: str):
    """OWASP ASVS 5.0, 4.1.4 and 13.4.4."""
    assert browser.generic(method, "/viec-cua-toi/").status_code == 405


def test_no_header_changes_the_method(browser: Client):
    answer = browser.get("/viec-cua-toi/", headers={"X-HTTP-Method-Override": "DELETE"})
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "Forwarded", "X-Original-Url", "X-Rewrite-Url"])
def test_no_header_changes_the_host_or_the_address(browser: Client, name: str):
    answer = browser.get("/", headers={name: "xau.example"})
    assert "xau.example" not in (answer.headers.get("Location") or "") + answer.content.decode()


def test_another_host_is_refused_without_being_repeated(browser: Client):
    answer = browser.get("/viec-cua-toi/", headers={"Host": "xau.example"})
    assert answer.status_code == 400
    assert b"xau.example" not in answer.content


@pytest.mark.parametrize(
    "far", ["https://xau.example/", "//xau.example/", "/\\xau.example", "javascript:1", "https:xau.example"]
)
def test_sign_in_leads_to_no_other_site(client: Client, far: str, ward: Ward):
    """OWASP ASVS 5.0, 3.7.2."""
    account = ward.chairman.account
    assert account is not None
    account.set_password("mot-cau-dai-de-nho")
    account.save()
    given = {"login": account.username, "password": "mot-cau-dai-de-nho", "next": far}
    answer = client.post("/dang-nhap/", given)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize(
    "text", ["%00", "%ff%fe", "' OR 1=1--", "<script>1</script>", "{{7*7}}", "../../etc/passwd", "%0d%0aX: 1"]
)
def test_odd_words_sought_break_nothing_and_come_back_escaped(browser: Client, text: str):
    """OWASP ASVS 5.0, 1.2.1, 1.2.4, 1.3.7 and 16.5.1."""
    answer = browser.get(f"/ho-so/?tim={text}&trang={text}&nam={text}&ket_qua={text}")
    assert answer.status_code == 200
    assert "<script>1" not in answer.content.decode()
    assert "X" not in answer.headers


def test_an_unexpected_error_tells_nothing_of_the_inside(browser: Client, monkeypatch):
    """OWASP ASVS 5.0, 16.5.1: a page with a code, no trace, no names."""

    def broken(*_args: object, **_more: object) -> HttpResponse:
        raise RuntimeError("mat-khau-cua-may-chu")

    browser.raise_request_exception = False
    monkeypatch.setattr("chuan.people.middleware.viewer_of", broken)
    answer = browser.get("/viec-cua-toi/")
    assert answer.status_code == 500
    assert "mat-khau-cua-may-chu" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


def test_a_field_that_a_form_does_not_have_changes_nothing(browser: Client, ward: Ward):
    """OWASP ASVS 5.0, 15.3.3: adding an official with columns that are not asked for."""
    given = {
        "name": "Trần Thị Thử",
        "unit": "999",
        "account": "1",
        "is_superuser": "1",
        "uid": str(ward.unit.uid),
    }
    browser.post("/can-bo/them/", given)
    made = Official.objects.get(name="Trần Thị Thử")
    assert (made.unit_id, made.account_id) == (ward.unit.pk, None)
    assert made.uid != ward.unit.uid


def test_a_field_in_the_address_is_no_field_of_the_form(browser: Client, ward: Ward):
    """OWASP ASVS 5.0, 15.3.7: a form is read from its body alone, and of a name sent twice the last counts."""
    browser.post("/can-bo/them/?name=Trần+Thị+Địa+Chỉ", {"khac": "1"})
    assert not Official.objects.filter(name="Trần Thị Địa Chỉ").exists()
    browser.post("/can-bo/them/", {"name": ["Lò Văn Trước", "Lò Văn Sau"]})
    assert list(Official.objects.filter(name__startswith="Lò Văn").values_list("name", flat=True)) == [
        "Lò Văn Sau"
    ]


def told_by(**more: str) -> dict[str, str]:
    """Settings as a fresh process reads them."""
    names = (
        "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "DEBUG",
    )  # fmt: skip
    code = f"import chuan.settings as s; print('\\n'.join(f'{{n}}={{getattr(s, n)}}' for n in {names!r}))"
    source = str(Path(__file__).resolve().parents[2] / "src")
    env = {**os.environ, "CHUAN_SECRET_KEY": "only-here", "PYTHONPATH": source, **more}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=30, check=True
    )
    return dict(line.split("=", 1) for line in done.stdout.split())


def test_behind_https_cookies_are_bound_to_the_host_and_plain_http_is_left():
    """OWASP ASVS 5.0, 3.3.1, 3.3.3, 3.4.1 and 12.2.1."""
    assert told_by(CHUAN_HTTPS="1") == {
        "SESSION_COOKIE_SECURE": "True", "CSRF_COOKIE_SECURE": "True", "SECURE_SSL_REDIRECT": "True",
        "SECURE_HSTS_SECONDS": "31536000", "SECURE_HSTS_INCLUDE_SUBDOMAINS": "True",
        "SESSION_COOKIE_NAME": "__Host-sessionid", "CSRF_COOKIE_NAME": "__Host-csrftoken", "DEBUG": "False",
    }  # fmt: skip


def test_no_setting_of_the_surroundings_turns_debugging_on():
    """OWASP ASVS 5.0, 13.4.2."""
    assert told_by(DEBUG="1", DJANGO_DEBUG="1", CHUAN_DEBUG="1")["DEBUG"] == "False"


def test_cookies_are_kept_from_scripts_and_other_sites():
    """OWASP ASVS 5.0, 3.3.2 and 3.3.4."""
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY
    assert (settings.SESSION_COOKIE_SAMESITE, settings.CSRF_COOKIE_SAMESITE) == ("Lax", "Strict")
    assert settings.SESSION_COOKIE_AGE <= 9 * 3600
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert settings.CSRF_COOKIE_AGE is None, "đóng trình duyệt là hết"
