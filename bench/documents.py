"""A ward with 100,000 documents: registers of up to 50,000 rows, figures, pages, and 300 signed PDFs in one go.

On SQLite, then on PostgreSQL. Every document is invented, the same in every run.
"""

from __future__ import annotations

import random
import re
import sys
import time
from datetime import UTC, date, datetime, timedelta

from bench.databases import again_on_postgresql, django
from bench.saying import medians, say

REGISTERS = (("đi", 2024, 50_000), ("đến", 2024, 25_000), ("đi", 2025, 12_500), ("đến", 2025, 12_500))
"""Each a file of a year: which way, year, rows. The second year is a large ward's; the first one nobody's."""
FILES = 300
PAGE_MS = 100
PAGES = (
    "/van-ban/", "/van-ban/?tim=thu+77", "/van-ban/den/", "/van-ban/den/?tim=cap+tren", "/van-ban/soan/",
    "/van-ban/so/?nam=2025", "/van-ban/theo-doi/?nam=2025", "/van-ban/theo-doi/trung/?nam=2025",
    "/van-ban/gui-nhan/", "/van-ban/gui-nhan/?tim=thu+77", "/van-ban/nam-vung/", "/van-ban/chu-ky/",
    "/tim/?tim=viec+phuong", "/muc-tieu/",
)  # fmt: skip
PAPER, SYSTEM = "Quyết định phân công dùng để đo", "Hệ thống quản lý văn bản"


def main() -> None:
    """Fill in two years' registers, then count, open pages, and check a folder."""
    where = django()
    from chuan import serving
    from chuan.people.models import Unit

    serving.prepare()
    unit = Unit.objects.first() or _ward()
    _registers(unit, where)
    _figures(unit, where)
    _pages(where)
    _folder(unit, where)
    again_on_postgresql("bench.documents")


def _ward() -> object:
    from chuan.people.models import Account, Official, RoleGrant, Unit
    from chuan.people.roles import Role

    unit = Unit.objects.create(
        kind="ward", name="Đo", place="Phường đo", valid_from=date(2010, 1, 1), example=True
    )
    account = Account.objects.create_user("nguoi-do")
    official = Official.objects.create(unit=unit, name="Người Đo", account=account, example=True)
    for role in (Role.CHAIRMAN, Role.OFFICE_CLERK):
        RoleGrant.objects.create(
            role=role, official=official, unit=unit, valid_from=date(2010, 1, 1), citation=PAPER
        )
    return unit


def _registers(unit: object, where: str) -> None:
    from django.db import transaction

    from chuan.documents.fields import IN, OUT
    from chuan.documents.following import DocumentFollower
    from chuan.offers.registers import Arrival, Arrived
    from chuan.offers.uids import new_uid

    for way, year, count in REGISTERS:
        at, register = datetime(year + 1, 1, 2, tzinfo=UTC), OUT if way == "đi" else IN
        rows = [Arrived(SYSTEM, register.code_of(row), row) for row in _ROWS[way](year, count)]
        arrival = Arrival(unit.pk, unit.uid, register.key, new_uid(), None, rows)  # type: ignore[attr-defined]
        began, cpu = time.perf_counter(), time.process_time()
        writing = DocumentFollower(register).prepare(arrival, at=at)
        _took(f"{count:,} dòng sổ văn bản {way} năm {year}: ghép ({where})", began, cpu, 10)
        began, cpu = time.perf_counter(), time.process_time()
        with transaction.atomic():
            writing()
        _took(f"{count:,} dòng sổ văn bản {way} năm {year}: ghi ({where})", began, cpu, 30)


def _took(name: str, began: float, cpu: float, limit: float) -> None:
    taken, own = time.perf_counter() - began, time.process_time() - cpu
    say(name.replace(",", "."), taken, "s", limit, cpu=own)


def _out(year: int, count: int) -> list[dict[str, str]]:
    rng, first = random.Random(year), date(year, 1, 2)
    return [
        {
            "full_number": f"{n + 1}/{rng.choice(('QĐ', 'BC', 'TB', 'KH'))}-UBND",
            "issued_on": (day := (first + timedelta(days=n * 360 // count)).isoformat()), "sent_on": day,
            "subject": f"Về việc thứ {n} của phường", "way": "Trục liên thông",
            "sent_state": "Đã nhận" if n % 9 else "Đã gửi", "form": "Văn bản điện tử",
        }
        for n in range(count)
    ]  # fmt: skip


def _in(year: int, count: int) -> list[dict[str, str]]:
    first = date(year, 1, 2)
    return [
        {
            "arrival_number": str(n + 1), "full_number": f"{n * 7 % 4000 + 1}/{('UBND-VP', 'SNV', 'STP')[n % 3]}",
            "issued_on": (day := (first + timedelta(days=n * 360 // count)).isoformat()), "arrived_on": day,
            "subject": f"Về việc cấp trên thứ {n}", "issuer": f"Cơ quan thứ {n % 40}",
        }
        for n in range(count)
    ]  # fmt: skip


_ROWS = {"đi": _out, "đến": _in}


def _figures(unit: object, where: str) -> None:
    from chuan.documents.measures import ALL
    from chuan.offers.measures import Scope
    from chuan.rules.types import Period

    for one in ALL:
        scope = Scope(unit.uid, Period.year(2025), datetime.now(UTC))  # type: ignore[attr-defined]
        taken = medians(lambda one=one, scope=scope: one.counts(scope), times=7)  # type: ignore[misc]
        say(f"{one.key}, một năm trong 100.000 văn bản ({where})", taken.wall, "ms", PAGE_MS, cpu=taken.cpu)


def _pages(where: str) -> None:
    from django.test import Client

    from chuan.people.models import Account

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(username="nguoi-do"), backend="chuan.people.signin.LockingBackend")
    for address in (*PAGES, f"/van-ban/{_one()}/"):
        taken = medians(lambda address=address: client.get(address), times=5)  # type: ignore[misc]
        name = re.sub(r"[0-9a-f-]{36}", "…", address)
        say(f"trang {name}, 100.000 văn bản ({where})", taken.wall, "ms", PAGE_MS, cpu=taken.cpu)


def _one() -> object:
    from chuan.documents.models import Document

    return Document.objects.filter(direction="out").values_list("uid", flat=True).latest("pk")


def _folder(unit: object, where: str) -> None:
    from django.utils import timezone

    from chuan.demo_exports import papers_invented, signed_papers
    from chuan.demo_exports.authority import Authority
    from chuan.documents.batch_running import check_batch
    from chuan.documents.models import FileBatch, SignedFile
    from chuan.files import actions as files

    papers = [one for one in papers_invented.outgoing() if one.kind != "secret"][:FILES]
    made = list(signed_papers.signed(papers, by=Authority()))
    at = timezone.now()
    batch = FileBatch.objects.create(unit=unit, arrived_at=at, touched_at=at, total=len(made))
    for name, data in made:
        blob = files.keep(data, media_type="application/pdf")
        SignedFile.objects.create(batch=batch, blob=blob, file_name=name)
    began = time.perf_counter()
    check_batch(batch, clock=timezone.now)
    say(f"{len(made)} tệp PDF đã ký trong một lần thả ({where})", time.perf_counter() - began, "s", 120)
    sys.stderr.write(f"{where}: {batch.files.filter(status='matched').count()} tệp ghép được\n")


if __name__ == "__main__":
    main()
