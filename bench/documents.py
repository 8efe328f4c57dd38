"""A ward with 100,000 documents: registers of 50,000 rows, figures and pages, and 300 signed PDFs in one go.

On SQLite, then on PostgreSQL. Every document is invented, the same in every run.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, date, datetime, timedelta

from bench.databases import again_on_postgresql, django
from bench.figures import medians, say

PORTION, YEARS, FILES = 50_000, (2024, 2025), 300
PAGE_MS = 100
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

    from chuan.documents.fields import OUT
    from chuan.documents.following import DocumentFollower
    from chuan.offers.registers import Arrival, Arrived
    from chuan.offers.uids import new_uid

    for year in YEARS:
        at = datetime(year + 1, 1, 2, tzinfo=UTC)
        rows = [Arrived(SYSTEM, OUT.code_of(row), row) for row in _rows(year)]
        arrival = Arrival(unit.pk, unit.uid, OUT.key, new_uid(), None, rows)  # type: ignore[attr-defined]
        began = time.perf_counter()
        writing = DocumentFollower(OUT).prepare(arrival, at=at)
        say(f"50.000 dòng sổ văn bản đi năm {year}: ghép ({where})", time.perf_counter() - began, "s", 10)
        began = time.perf_counter()
        with transaction.atomic():
            writing()
        say(f"50.000 dòng sổ văn bản đi năm {year}: ghi ({where})", time.perf_counter() - began, "s", 20)


def _rows(year: int) -> list[dict[str, str]]:
    rng, first = random.Random(year), date(year, 1, 2)
    return [
        {
            "full_number": f"{n + 1}/{rng.choice(('QĐ', 'BC', 'TB', 'KH'))}-UBND",
            "issued_on": (day := (first + timedelta(days=n * 360 // PORTION)).isoformat()), "sent_on": day,
            "subject": f"Về việc thứ {n} của phường", "way": "Trục liên thông",
            "sent_state": "Đã nhận" if n % 9 else "Đã gửi", "form": "Văn bản điện tử",
        }
        for n in range(PORTION)
    ]  # fmt: skip


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
    for address in ("/van-ban/chu-ky/", "/van-ban/theo-doi/?nam=2025", "/van-ban/theo-doi/trung/?nam=2025"):
        taken = medians(lambda address=address: client.get(address), times=5)  # type: ignore[misc]
        say(f"trang {address} ({where})", taken.wall, "ms", cpu=taken.cpu)


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
