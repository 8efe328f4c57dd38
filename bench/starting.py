"""Cold start of ``chuan serve`` to the first page, memory at rest, installed size."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
from pathlib import Path

from bench.saying import say

CHUAN = Path(sys.executable).with_name("chuan")


def main() -> None:
    """Start twice: with an empty data folder, then again as every morning."""
    _start("khởi động lần đầu (lập dữ liệu) tới trang đăng nhập")
    _start("khởi động hằng ngày tới trang đăng nhập", memory=True)
    _size()


def _start(name: str, *, memory: bool = False) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(CHUAN), "serve", "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port)
        say(name, time.perf_counter() - started, "s")
        if memory:
            time.sleep(3)
            say("bộ nhớ lúc nghỉ (mọi tiến trình)", _memory(process.pid), "MB")
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(port: int) -> None:
    for _ in range(3000):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/dang-nhap/", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise SystemExit("máy chủ không lên")


def _memory(pid: int) -> float:
    """Proportional memory of the process and its children, in MB (Linux)."""
    total = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (int(entry.name) == pid or _parent(entry) == pid):
            rollup = (entry / "smaps_rollup").read_text()
            total += int(next(line for line in rollup.splitlines() if line.startswith("Pss:")).split()[1])
    return total / 1024


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def _size() -> None:
    """What a production install weighs: the locked libraries and the package, in an environment of its own."""
    root = Path(__file__).resolve().parents[1]
    package = sum(
        path.stat().st_size
        for path in (root / "src").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    say("cỡ gói chuan", package / 1e6, "MB")
    names = _locked(root / "requirements.lock")
    say("cỡ thư viện chạy (đã cài)", sum(map(_installed, names)) / 1e6, "MB")


def _locked(path: Path) -> list[str]:
    return [
        line.split("==")[0].strip()
        for line in path.read_text().splitlines()
        if "==" in line and not line.startswith((" ", "#"))
    ]


def _installed(name: str) -> int:
    from importlib.metadata import PackageNotFoundError, files

    try:
        return sum(f.locate().stat().st_size for f in files(name) or [] if Path(f.locate()).is_file())
    except PackageNotFoundError:
        return 0


if __name__ == "__main__":
    assert os.environ["CHUAN_DATA"], sysconfig.get_platform()
    main()
