"""A real server with the example unit, a real Chromium, and axe held against every page opened."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHUAN = Path(sys.executable).with_name("chuan")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOTS = ROOT / "docs" / "manual" / "hinh" if os.environ.get("CHUAN_SHOTS") == "1" else ROOT / "tests" / "shots"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """``chuan example`` and ``chuan serve`` on a free port, with data of their own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("data")
    env = {**os.environ, "CHUAN_DATA": str(folder), "CHUAN_SECRET_KEY": "journey-only", "DATABASE_URL": ""}
    subprocess.run([str(CHUAN), "example", str(ROOT / "examples" / "bac-hong-2021")], env=env, check=True)
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [str(CHUAN), "serve", "--port", str(port)], env=env, stdout=log, stderr=subprocess.STDOUT
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, folder / "server.log")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str, log: Path) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{address}/dang-nhap/", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"máy chủ không lên: {log.read_text()[-2000:]}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = os.environ.get("CHUAN_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("không có Chromium: các chuyến đi KHÔNG được kiểm")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


class Walker:
    """One person at one screen. Everything it opens is held against axe; console errors fail the journey."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def go(self, path: str) -> None:
        """Open an address of the house and examine it."""
        self.page.goto(self.address + path)
        self.examine()

    def examine(self) -> None:
        """No violation of WCAG 2.2 A and AA on the page as it stands; no sideways scrolling."""
        self.page.evaluate(AXE)
        found = self.page.evaluate(
            "async (tags) => (await axe.run({runOnly: {type: 'tag', values: tags}})).violations"
            ".map(v => ({id: v.id, where: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))}))",
            RULES,
        )
        assert not found, f"{self.page.url}: {json.dumps(found, ensure_ascii=False, indent=1)}"
        wide = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, f"{self.page.url} cuộn ngang"

    def sign_in(self, username: str, password: str) -> None:
        """Through the sign-in page, as anybody would."""
        self.go("/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.examine()

    def press(self, name: str) -> None:
        """Press a button or follow a link by its words, then examine where it leads."""
        target = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
        target.first.click()
        self.page.wait_for_load_state()
        self.examine()

    def shot(self, name: str, *, full: bool = False) -> None:
        """Keep a picture of the page."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png", full_page=full)


@pytest.fixture
def walk(server: str, browser: Browser) -> Iterator[Callable[..., Walker]]:
    """Make walkers, each with a browser of its own, 1366×768 unless told otherwise."""
    contexts = []

    def make(width: int = 1366, height: int = 768) -> Walker:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
        )
        contexts.append(context)
        return Walker(context.new_page(), server)

    yield make
    for context in contexts:
        context.close()
