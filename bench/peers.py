"""One ward with 10,000 dossiers behind a real ``chuan serve``: what one client gets, and what eight get at once.

List of 80 of 10,000 rows as a page and as JSON, one record, a search, a record created with its line in the trail.
No other programme was measured on this machine: the figures are this house's alone. Beside them stands the time of a
fixed loop of pure Python, so that runs on other machines can be compared: divide by it.
"""

from __future__ import annotations

import http.client
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

from bench.databases import again_on_postgresql, django
from bench.saying import say

ROWS, CLIENTS, SECONDS, WARM = 10_000, (1, 8), 4.0, 10
TOKEN = "a" * 32
"""A token of forms that bench's own cookie and forms share."""
FORM = "application/x-www-form-urlencoded"


@dataclass
class Asked:
    """One kind of request: its address, and a body for each n when it writes."""

    name: str
    address: str
    expected: int = 200
    body: Callable[[int], str] | None = None
    count: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next(self) -> str | None:
        """The body of the next request; no two are the same."""
        if self.body is None:
            return None
        with self.lock:
            self.count += 1
            return self.body(self.count)


def main() -> None:
    """Fill in, serve, ask; on SQLite, then on PostgreSQL."""
    where = django()
    say("vòng lặp chuẩn của máy (3 triệu bước Python)", calibration(), "s")
    cookie, kinds = _filled()
    port = _free_port()
    command = [str(Path(sys.executable).with_name("chuan")), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        for kind in kinds:
            for clients in CLIENTS:
                _measure(port, cookie, kind, clients, where)
    finally:
        server.terminate()
        server.wait(timeout=20)
    if "DATABASE_URL" not in os.environ:
        again_on_postgresql("bench.peers")


def calibration() -> float:
    """Seconds of three million steps of a loop that never changes: the machine's own measure, the best of five."""
    return min(_loop() for _ in range(5))


def _loop() -> float:
    began, total = time.perf_counter(), 0
    for n in range(3_000_000):
        total += n * n % 7
    return time.perf_counter() - began


def _filled() -> tuple[str, list[Asked]]:
    """A ward's dossiers through the way of imports, and a session of its clerk."""
    from django.conf import settings
    from django.test import Client

    from bench import dossiers
    from chuan import serving
    from chuan.dossiers.models import Dossier
    from chuan.people.models import Account, Official

    serving.prepare()
    unit = dossiers._ward()
    dossiers._procedures(unit)
    dossiers._follow(unit, dict(dossiers._rows(0, ROWS)), 1)
    dossiers._analyze()
    away = Official.objects.create(unit=unit, name="Người Nghỉ", example=True)  # type: ignore[misc]
    clerk = Official.objects.get(account__username="nguoi-do")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(username="nguoi-do"), backend=settings.AUTHENTICATION_BACKENDS[0])
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
    return cookie, _kinds(str(Dossier.objects.values_list("uid", flat=True).latest("pk")), away, clerk)


def _kinds(uid: str, away: object, clerk: object) -> list[Asked]:
    def cover(n: int) -> str:
        day = f"{date(2030, 1, 1) + timedelta(days=n):%d/%m/%Y}"
        who = {"official": str(away.uid), "by_official": str(clerk.uid)}  # type: ignore[attr-defined]
        return urlencode({**who, "first_on": day, "last_on": day, "csrfmiddlewaretoken": TOKEN})

    return [
        Asked("80 của 10.000 dòng, trang", "/ho-so/?dong=80"),
        Asked("80 của 10.000 dòng, JSON", "/ho-so/?dong=80&dang=json"),
        Asked("một bản ghi", f"/ho-so/{uid}/"),
        Asked("tìm không dấu", "/ho-so/?tim=dang+ky+so+7"),
        Asked("tạo, kèm nhật ký", "/ho-so/nghi-phep/ghi/", 302, cover),
    ]


def _measure(port: int, cookie: str, kind: Asked, clients: int, where: str) -> None:
    """Let the clients ask for some seconds, each the next as soon as it has an answer."""
    taken: list[list[float]] = [[] for _ in range(clients)]
    for _ in range(WARM):
        _ask(http.client.HTTPConnection("127.0.0.1", port, timeout=60), cookie, kind)
    until = time.perf_counter() + SECONDS
    threads = [threading.Thread(target=_client, args=(port, cookie, kind, until, one)) for one in taken]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent, every = time.perf_counter() - began, sorted(one for some in taken for one in some)
    if not every:
        raise SystemExit(f"{kind.name}: không có câu trả lời nào")
    name = f"{kind.name}, {clients} máy khách ({where})"
    say(f"{name}: yêu cầu một giây", len(every) / spent, "/s")
    say(f"{name}: trung vị", statistics.median(every) * 1000, "ms")
    say(f"{name}: p95", every[int(len(every) * 0.95) - 1 if len(every) > 1 else 0] * 1000, "ms")


def _client(port: int, cookie: str, kind: Asked, until: float, taken: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.perf_counter() < until:
        began = time.perf_counter()
        _ask(connection, cookie, kind)
        taken.append(time.perf_counter() - began)


def _ask(connection: http.client.HTTPConnection, cookie: str, kind: Asked) -> None:
    body = kind.next()
    headers = {"Cookie": cookie} | ({"Content-Type": FORM} if body else {})
    connection.request("POST" if body else "GET", kind.address, body=body, headers=headers)
    answer = connection.getresponse()
    data = answer.read()
    if answer.status != kind.expected or "/dang-nhap/" in (answer.headers.get("Location") or ""):
        raise SystemExit(f"{kind.address}: {answer.status} {answer.headers.get('Location')} {data[:200]!r}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(1500):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    raise SystemExit("máy chủ không lên")


if __name__ == "__main__":
    main()
