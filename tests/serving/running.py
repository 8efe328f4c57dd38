"""A real ``chuan serve`` in a process and a data folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHUAN = Path(sys.executable).with_name("chuan")


@dataclass(frozen=True)
class Answer:
    """What came back, redirects not followed."""

    status: int
    headers: Message
    text: str


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    data: Path
    process: subprocess.Popen[bytes]
    log: Path
    seconds: float

    def ask(self, path: str, data: bytes | None = None) -> Answer:
        """GET, or POST when there are data."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data)
        try:
            with _opener().open(request, timeout=20) as answer:
                return Answer(answer.status, answer.headers, answer.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read().decode())

    def stop(self) -> float:
        """End it as an operating system does; the seconds it took."""
        began = time.monotonic()
        self.process.terminate()
        self.process.wait(timeout=20)
        return time.monotonic() - began


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """A redirect is an answer here."""


def _opener() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)


def environment(data: Path) -> dict[str, str]:
    """An environment whose database is a file in the folder, whatever the suite itself runs on."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "CHUAN_SECRET_KEY")}
    return kept | {"CHUAN_DATA": str(data), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data: Path) -> Iterator[Server]:
    """Start, wait until it answers, and end it whatever happens."""
    port, log = free_port(), data / "server.log"
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(CHUAN), "serve", "--port", str(port)],
            env=environment(data),
            stdout=out,
            stderr=out,
            cwd=data,
        )
    try:
        _await_answer(port, process, log)
        yield Server(port, data, process, log, time.monotonic() - began)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(timeout=20)


def _await_answer(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(3600):  # a first start migrates from nothing, here beside other tests
        if process.poll() is not None:
            break
        try:
            with _opener().open(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"the server did not answer:\n{log.read_text(encoding='utf-8')[-3000:]}")
