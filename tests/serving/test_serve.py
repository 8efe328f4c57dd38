"""``chuan serve`` from an empty folder: what a ward's PC does every morning."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from chuan.ui.policy import POLICY
from tests import prepared
from tests.serving.running import CHUAN, Server, environment, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("serve")) as running:
        yield running


def test_the_sign_in_page_answers_under_the_content_policy(server: Server):
    answer = server.ask("/dang-nhap/")
    assert answer.status == 200
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert "default-src 'none'" in POLICY
    assert '<html lang="vi"' in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/muc-tieu/", "/van-ban/", "/viec-cua-toi/", "/nhat-ky/", "/giao-dien/"]
)
def test_a_stranger_is_sent_to_the_sign_in_page(server: Server, path: str):
    answer = server.ask(path)
    assert answer.status == 302
    assert answer.headers["Location"].startswith("/dang-nhap/?next=")


def test_an_address_that_does_not_exist_tells_a_stranger_nothing(server: Server):
    answer = server.ask("/khong-co-trang-nay/")
    assert answer.status in (302, 404)
    assert "Traceback" not in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_health_is_public_and_says_ok(server: Server):
    answer = server.ask("/healthz")
    assert (answer.status, answer.text) == (200, "ok\n")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_each_request_has_a_code_and_a_line_in_the_log_that_names_no_address(server: Server):
    answer = server.ask("/dang-nhap/?next=/can-bo/Hoa")
    code = answer.headers["X-Request-ID"]
    (file,) = (server.data / "logs").iterdir()
    (line,) = [json.loads(one) for one in file.read_text().splitlines() if code in one]
    assert (line["route"], line["status"], line["who"]) == ("account_login", 200, "-")
    assert "Hoa" not in file.read_text()
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_the_parts_that_run_in_the_background_give_signs_of_life(server: Server):
    told = json.loads(server.ask("/healthz?sau=1").text)
    assert (told["grade"], told["examined"]["worker"]) == ("fine", "fine")
    assert (server.data / "health" / "rounds.beat").is_file()


def static_files(server: Server) -> list[str]:
    page = server.ask("/dang-nhap/").text
    return sorted(set(re.findall(r'/static/[^"#]+', page)))


def test_static_files_carry_their_digest_and_may_be_kept_for_years(server: Server):
    found = static_files(server)
    assert {Path(one).suffix for one in found} >= {".css", ".svg"}
    for path in found:
        answer = server.ask(path)
        assert answer.status == 200
        assert re.search(r"\.[0-9a-f]{12}\.", path)
        assert "immutable" in answer.headers["Cache-Control"]
        wanted = {".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript"}[Path(path).suffix]
        assert answer.headers["Content-Type"].startswith(wanted)


def test_static_files_carry_the_policy_and_are_for_our_own_pages_only(server: Server):
    """OWASP ASVS 5.0, 3.4.2 to 3.4.6."""
    headers = server.ask(static_files(server)[0]).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "heads",
    [
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: 5\r\nContent-Length: 6",
        "Transfer-Encoding: xchunked",
    ],
)
def test_a_message_with_two_ends_is_answered_once_at_most(server: Server, heads: str):
    """A second request hidden behind an unclear end is never read (OWASP ASVS 5.0, 4.2.1; RFC 9112, 6.3)."""
    hidden = "GET /an HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    asked = f"POST /dang-nhap/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{heads}\r\n\r\n0\r\n\r\n{hidden}"
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(asked.encode())
        said = b"".join(iter(lambda: line.recv(65536), b""))
    assert said.count(b"HTTP/1.1 ") == 1
    assert said.split()[1] in (b"400", b"403")


def test_the_static_files_of_every_room_are_served_and_kept_an_hour_without_digest(server: Server):
    answer = server.ask("/static/documents/review.css")
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "max-age=3600, public"


def test_a_form_without_its_token_is_refused_in_vietnamese(server: Server):
    answer = server.ask("/dang-nhap/", data=b"login=chutich&password=x")
    assert answer.status == 403
    assert "Trang để mở quá lâu" in answer.text
    assert "CSRF" not in answer.text


def test_another_host_name_is_refused_with_a_page(server: Server):
    import http.client

    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    line.request("GET", "/dang-nhap/", headers={"Host": "evil.example"})
    answer = line.getresponse()
    body = answer.read().decode()
    line.close()
    assert answer.status == 400
    assert "Traceback" not in body


def test_a_second_server_on_the_same_port_says_so_in_one_sentence(server: Server):
    done = subprocess.run(
        [str(CHUAN), "serve", "--port", str(server.port)], env=environment(server.data), capture_output=True,
        text=True, timeout=60, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 2
    assert f"cổng {server.port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


ENQUEUE = """
import django
django.setup()
from tests.serving import tasks
tasks.break_down.enqueue()
tasks.leave_a_note.enqueue({path!r}, "đã làm")
"""


def test_the_worker_inside_runs_what_was_put_in_the_database_even_after_a_task_that_fails(
    server: Server, tmp_path: Path
):
    note = tmp_path / "note.txt"
    env = environment(server.data) | {"DJANGO_SETTINGS_MODULE": "chuan.settings"}
    subprocess.run([sys.executable, "-c", ENQUEUE.format(path=str(note))], env=env, check=True, timeout=60)
    for _ in range(200):
        if note.is_file() and note.read_text(encoding="utf-8") == "đã làm":
            return
        time.sleep(0.1)
    raise AssertionError(server.log.read_text(encoding="utf-8")[-2000:])


def test_the_next_morning_it_starts_without_preparing_again_and_ends_when_told(tmp_path: Path):
    with serving(prepared.lay_database(tmp_path)) as evening:
        assert evening.stop() < 10
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", evening.port)) != 0
    laid_out = (tmp_path / "static" / ".version").stat().st_mtime_ns
    with serving(tmp_path) as morning:
        assert morning.seconds < 20
        assert morning.ask("/dang-nhap/").status == 200
    assert (tmp_path / "static" / ".version").stat().st_mtime_ns == laid_out
    assert morning.process.returncode == 0
