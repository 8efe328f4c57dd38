"""A real server with the example unit, a real Chromium, and axe held against every page opened.

Each file is one person's task and gets a server with its own copy of the example, so that no
journey depends on what another one left behind.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Download, Error, Locator, Page, TimeoutError, sync_playwright

from tests import prepared
from tests.journeys.pictures import small

ROOT = Path(__file__).resolve().parents[2]
CHUAN = Path(sys.executable).with_name("chuan")
EXAMPLE = ROOT / "examples" / "bac-hong-2021"
PASSWORD = "vi-du-bac-hong-2021"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HELD_AGAINST_AXE = """async (tags) => {
  const bars = [...document.querySelectorAll(".savebar, .topbar, .tbl thead th")];
  // what a bar covers now is reached by scrolling
  bars.forEach(one => one.style.position = "static");
  const found = (await axe.run({
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], selectors: false,  // what is fine is not told
  })).violations;
  bars.forEach(one => one.style.position = "");
  return found.map(v => ({id: v.id, where: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))}));
}"""
BUILD = """() => {
  const telling = /^(class|role|type|scope|lang|tabindex|aria-label)$/;
  const there = /^(hidden|disabled|required|open|alt|title|aria-.*)$/;
  const built = (one) => {
    const inner = [];
    for (const child of one.children) { const now = built(child); if (now !== inner.at(-1)) inner.push(now); }
    const said = [...one.attributes].filter(a => telling.test(a.name) || there.test(a.name))
      .map(a => telling.test(a.name) ? a.name + "=" + a.value : a.name).sort();
    if ([...one.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) said.push("words");
    return one.tagName + "[" + said + "](" + inner.join("") + ")";
  };
  return location.pathname.replace(/[0-9a-f-]{36}|[0-9]+/g, "") + innerWidth + built(document.documentElement);
}"""
"""How a page is built, at what address and width; equal rows one below the other count once."""
MOVED_ON = ("Execution context was destroyed", "Cannot find context", "of null (reading")
"""What Chromium says of a page that is on its way to the next one while it is asked."""
FOR_MANUAL = os.environ.get("CHUAN_SHOTS") == "1"
SHOTS = ROOT / "docs" / "manual" / "hinh" if FOR_MANUAL else ROOT / "tests" / "shots"
REFUSED_FORM = "the server responded with a status of 422"
"""A form that is refused answers 422, which the browser reports; the page itself says what is wrong."""
LONGEST = (
    "test_the_circle_closes.py", "test_a_month_passes.py", "test_a_denunciation_and_its_seal.py",
    "test_objective_six_counts_itself.py",
    "test_objective_three_counts_itself.py", "test_a_real_house.py", "test_objective_four_counts_itself.py",
    "test_a_mixed_letter_and_a_complaint.py", "test_objective_five_counts_itself.py", "test_a_year_is_ranked.py",
    "test_a_paper_is_signed_numbered_sent_and_read.py", "test_pages_around_documents.py",
    "test_pages_around_dossiers.py", "test_a_decision_is_drafted_and_comes_back_signed.py",
    "test_a_paper_comes_in_and_is_settled.py",
)  # fmt: skip
"""These begin first, so that no browser stands idle at the end while one of them goes on."""
KEYED = MappingProxyType({"CHUAN_SECRET_KEY": "journey-only"})
"""A key that costs no file; a house that is put away and brought back makes its own."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, the others as they lie."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda one: places.get(one.path.name, len(places)))


@dataclass(frozen=True)
class House:
    """A running server, and the folder its data lie in."""

    address: str
    folder: Path
    settings: Mapping[str, str] = field(default_factory=lambda: KEYED)

    @property
    def env(self) -> dict[str, str]:
        """What ``chuan`` needs to find this house's data."""
        return environment(self.folder, self.settings)

    def chuan(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a ``chuan`` command on the same data while the server runs."""
        command = [str(CHUAN), *arguments]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)


def environment(folder: Path, settings: Mapping[str, str] = KEYED) -> dict[str, str]:
    """The environment of a house whose data lie in this folder, on SQLite."""
    return {**os.environ, "CHUAN_DATA": str(folder), "DATABASE_URL": "", **settings}


@pytest.fixture(scope="session")
def example() -> Path:
    """The data of ``chuan example --half-way``, made once in a run: most journeys do themselves what ends the year."""
    return prepared.once("example", _make_example)


def _make_example(folder: Path) -> None:
    prepared.lay_database(folder)
    command = [str(CHUAN), "example", str(EXAMPLE), "--half-way"]
    subprocess.run(command, env=environment(folder), check=True)


@pytest.fixture(scope="module")
def house(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """``chuan serve`` on a free port, over a copy of the example of its own."""
    folder = tmp_path_factory.mktemp("house") / "data"
    shutil.copytree(example, folder)
    yield from running(folder)


def running(folder: Path, settings: Mapping[str, str] = KEYED) -> Iterator[House]:
    """``chuan serve`` over this folder until the generator is closed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    house = House(f"http://127.0.0.1:{port}", folder, settings)
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [str(CHUAN), "serve", "--port", str(port)], env=house.env, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wait(house)
        yield house
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(house: House) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{house.address}/dang-nhap/", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"máy chủ không lên: {(house.folder / 'server.log').read_text()[-2000:]}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    there = map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))
    path = os.environ.get("CHUAN_BROWSER") or next(filter(None, there), None)
    if path is None:
        pytest.skip("không có Chromium: các chuyến đi KHÔNG được kiểm")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


def _mark(build: str) -> Path:
    """Stands when a page of this build was held against axe in this run: the second one tells nothing new."""
    held = Path(os.environ["CHUAN_TESTS_PREPARED"]) / "held"
    held.mkdir(exist_ok=True)
    return held / hashlib.sha256(build.encode()).hexdigest()


class Walker:
    """One person at one screen. Everything it opens is held against axe; console errors fail the journey."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        self.examines = True
        page.on("console", lambda said: self._hear(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _hear(self, text: str) -> None:
        if REFUSED_FORM not in text:
            self.errors.append(f"{self.page.url}: {text}")

    def go(self, path: str) -> None:
        """Open an address of the house and examine it."""
        self.page.goto(self.address + path)
        self.examine()

    def examine(self) -> None:
        """No violation of WCAG 2.2 A and AA on the page as it stands; no sideways scrolling."""
        self.settle()
        if not self.examines:
            return
        try:
            self._hold_against_axe()
        except Error as error:  # a page that was just being left is not the one to be examined
            if not any(said in error.message for said in MOVED_ON):
                raise
            self.settle()
            self._hold_against_axe()

    def settle(self) -> None:
        """Wait until the page that is being opened is there whole."""
        self.page.wait_for_load_state()
        self.page.wait_for_function("document.body && document.readyState === 'complete'")

    def _hold_against_axe(self) -> None:
        mark = _mark(self.page.evaluate(BUILD))
        if not mark.exists():
            self.page.evaluate(AXE)
            found = self.page.evaluate(HELD_AGAINST_AXE, RULES)
            assert not found, f"{self.page.url}: {json.dumps(found, ensure_ascii=False, indent=1)}"
            mark.touch()
        wide = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, f"{self.page.url} cuộn ngang"

    def sign_in(self, username: str, password: str = PASSWORD) -> None:
        """Through the sign-in page, as anybody would."""
        self.go("/dang-nhap/")
        self.try_to_sign_in(username, password)

    def try_to_sign_in(self, username: str, password: str) -> None:
        """Fill in the sign-in page that is open and send it."""
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu", exact=True).fill(password)
        self.press("Đăng nhập")

    def press(self, name: str) -> None:
        """Press a button or follow a link by its words, then examine where it leads."""
        button = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
        self.follow(button.first)

    def follow(self, what: Locator) -> None:
        """Click what leads to a page, then examine that page."""
        what.click()
        self.examine()

    def fill(self, **fields: str) -> None:
        """Type into the fields of a form, by their names in the page."""
        for name, text in fields.items():
            self.page.locator(f"[name='{name}']").fill(text)

    def choose(self, words: str) -> None:
        """Choose a radio button by the words beside it."""
        self.page.get_by_label(words).first.check()

    def upload(self, name: str, data: bytes) -> None:
        """Put a file into the only file field of the page."""
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        self.page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]

    def download(self, name: str) -> bytes:
        """Press what saves a file, and the file's bytes."""
        with self.page.expect_download() as waited:
            button = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
            button.first.click()
        return _bytes(waited.value)

    def sees(self, *words: str) -> None:
        """Each of these stands on the page, visibly."""
        for text in words:
            shown = self.page.get_by_text(text).filter(visible=True).first
            try:
                shown.wait_for()
            except TimeoutError:
                pytest.fail(f"{self.page.url}: không thấy “{text}”")

    @property
    def title(self) -> str:
        """The page's own name."""
        return self.page.locator("h1").inner_text()

    def shot(self, name: str, *, full: bool = False) -> None:
        """Keep a picture of the page; for the manual (CHUAN_SHOTS=1) one small enough to keep for good."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        taken = self.page.screenshot(full_page=full)
        (SHOTS / f"{name}.png").write_bytes(small(taken) if FOR_MANUAL else taken)


def _bytes(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


@pytest.fixture
def walk(house: House, browser: Browser) -> Iterator[Callable[..., Walker]]:
    """Make walkers, each with a browser of its own, 1366×768 unless told otherwise."""
    contexts, walkers = [], []

    def make(width: int = 1366, height: int = 768) -> Walker:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        walkers.append(Walker(context.new_page(), house.address))
        return walkers[-1]

    yield make
    heard = [error for walker in walkers for error in walker.errors]
    for context in contexts:
        context.close()
    assert not heard, heard
