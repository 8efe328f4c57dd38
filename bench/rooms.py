"""Pages and papers of the year's rhythm on the example ward: brief, sets, slips, reports read, rounds, publishing.

The example is one small ward of a year: what is measured is the fixed cost of a page, not how it grows. Everything is
asked of the whole application in one process, signed in, as `bench/pages.py` does.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.databases import django
from bench.saying import Taken, medians, say

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "bac-hong-2021"
PAGE_MS, PAPER_MS = 100, 1000
PLAIN = (
    ("chutich", "Bản tin sáng", "/ban-tin/"),
    ("chutich", "Bản tin trước", "/ban-tin/truoc/"),
    ("vanphong", "Bản tin: dòng của tôi", "/ban-tin/cua-toi/"),
    ("diachinh", "Phiếu số liệu", "/muc-tieu/phieu/"),
    ("vanphong", "Ai còn thiếu số", "/muc-tieu/phieu/con-thieu/"),
    ("vanphong", "Họp giao ban", "/muc-tieu/hop-giao-ban/"),
    ("vanphong", "Số liệu từ báo cáo", "/muc-tieu/tu-bao-cao/"),
    ("vanphong", "Cách đọc đã quen", "/muc-tieu/tu-bao-cao/da-quen/"),
    ("thukyiso", "Chốt số liệu", "/muc-tieu/chot/"),
    ("thukyiso", "Mục tiêu năm sau", "/muc-tieu/nam-sau/"),
    ("thukyiso", "Thử đổi mức", "/muc-tieu/thu/"),
    ("thukyiso", "Căn cứ", "/muc-tieu/can-cu/"),
)
"""(who, name, address) of pages that stand without a key."""
PAPERS = (("vanphong", "Họp giao ban, PDF", "/muc-tieu/hop-giao-ban/hop-giao-ban.pdf"),)


def main() -> None:
    """Load the example, then ask for each page, paper and act."""
    where = django()
    from chuan import serving
    from chuan.people.models import Unit

    serving.prepare()
    if not Unit.objects.exists():
        _load()
    for who, name, address in (*PLAIN, *_with_keys()):
        _page(who, f"{name} ({where})", address, PAGE_MS)
    for who, name, address in (*PAPERS, *_papers_with_keys()):
        _page(who, f"{name} ({where})", address, PAPER_MS)
    _pressed(where)
    _drop(where)
    _publish(where)


def _load() -> None:
    from chuan.example import load

    started, worked = time.perf_counter(), time.process_time()
    for line in load(EXAMPLE):
        sys.stderr.write(f"{line}\n")
    say("nạp ví dụ", time.perf_counter() - started, "s", cpu=time.process_time() - worked)


def _with_keys() -> Iterator[tuple[str, str, str]]:
    """Pages of one thing: the newest of its kind; a kind that the example lacks is said."""
    from chuan.briefing.models import Brief
    from chuan.objectives.models import FigureSet, ReportRead

    for who, name, address, rows in (
        ("chutich", "một bản tin cũ", "/ban-tin/{}/", Brief.objects),
        ("vanphong", "một báo cáo đã đọc", "/muc-tieu/tu-bao-cao/{}/", ReportRead.objects),
        ("thukyiso", "một bộ số đã chốt", "/muc-tieu/chot/{}/", FigureSet.objects),
        ("thukyiso", "bảng của bộ số", "/muc-tieu/chot/{}/bang/", FigureSet.objects),
        ("thukyiso", "bộ số khác bộ trước", "/muc-tieu/chot/{}/khac/", FigureSet.objects),
    ):
        yield from _one(who, name, address, rows)


def _papers_with_keys() -> Iterator[tuple[str, str, str]]:
    from chuan.briefing.models import Brief

    yield from _one("chutich", "Bản tin, PDF", "/ban-tin/{}/ban-tin.pdf", Brief.objects)


def _pressed(where: str) -> None:
    """Papers of a frozen set: each is made by a pressed button, because printing stands in the trail."""
    from chuan.objectives.models import FigureSet

    client, found = _client("thukyiso"), FigureSet.objects.order_by("-pk").first()
    if found is None:
        sys.stderr.write("bench.rooms: KHÔNG đo được, ví dụ không có bộ số\n")
        return
    for name, file in (
        ("báo cáo, PDF", "bao-cao.pdf"),
        ("báo cáo, Word", "bao-cao.docx"),
        ("tệp gửi cấp trên", "so-lieu.json"),
    ):

        def made(file: str = file) -> None:
            answer = client.post(f"/muc-tieu/chot/{found.uid}/{file}")
            if answer.status_code != 200:
                raise SystemExit(f"{file}: {answer.status_code}")

        _say(f"bộ số: {name} ({where})", medians(made, times=5, warm=1), PAPER_MS)


def _one(who: str, name: str, address: str, rows: Any) -> Iterator[tuple[str, str, str]]:
    """The newest that answers; what the example lacks is said, and left out."""
    client = _client(who)
    addresses = [address.format(one.uid) for one in rows.order_by("-pk")[:5]]
    found = next((one for one in addresses if client.get(one).status_code == 200), None)
    if found is None:
        sys.stderr.write(f"bench.rooms: KHÔNG đo được, ví dụ không có: {name}\n")
    else:
        yield who, name, found


def _client(who: str) -> Any:
    from django.test import Client

    from chuan.people.models import Account

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(username=who), backend="chuan.people.signin.LockingBackend")
    return client


def _page(who: str, name: str, address: str, limit: float) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = _client(who)

    def opened() -> bytes:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code} {answer.headers.get('Location', '')}")
        return answer.getvalue()

    try:
        with CaptureQueriesContext(connection) as queries:
            size = len(opened())
        count = len(queries)  # before the log is cleared by the next request
        taken = medians(opened, times=9)
    except RuntimeError as refused:
        sys.stderr.write(f"bench.rooms: KHÔNG đo được {name}: {refused}\n")
        return
    _say(f"{name}, {count} câu SQL, {size // 1024} KB", taken, limit)


def _say(name: str, taken: Taken, limit: float) -> None:
    say(name, taken.wall, "ms", limit, cpu=taken.cpu)


def _drop(where: str) -> None:
    """A report of a month dropped: read, proposed, shown. Each time another file: the same is not read twice."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from bench import report_files, reports_made
    from chuan.paper.pdf import to_pdf
    from chuan.paper.word import to_docx

    client = _client("vanphong")
    texts = list(reports_made.texts())
    for name, ending, made in (("Word", "docx", to_docx), ("PDF có bảng", "pdf", to_pdf)):
        files = iter([made(report_files.paper_of(f"{text}\nLần đo {uuid4()}")) for text in texts])

        def dropped(files: Iterator[bytes] = files, ending: str = ending) -> None:
            sent = SimpleUploadedFile(f"bao-cao.{ending}", next(files))
            answer = client.post("/muc-tieu/tu-bao-cao/", {"file": sent}, follow=True)
            if answer.status_code != 200:
                raise SystemExit(f"nạp báo cáo: {answer.status_code}")

        _say(f"nạp một báo cáo {name}, đọc và hiện ({where})", medians(dropped, times=7, warm=1), 3000)


def _publish(where: str) -> None:
    from chuan.people.models import Unit
    from chuan.upkeep.actions.publishing import publish_into

    unit = Unit.objects.get(name="Bắc Hồng")

    def written() -> None:
        with tempfile.TemporaryDirectory() as folder:
            publish_into(Path(folder) / "trang", unit, clock=lambda: datetime.now(UTC))

    _say(f"ghi trang công khai ({where})", medians(written, times=5, warm=1), 5000)


if __name__ == "__main__":
    main()
