"""A ward with 100,000 dossiers and 600,000 versions of their rows: what an import makes of them, figures, pages.

On SQLite, then on PostgreSQL. Every dossier is invented, the same in every run.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from bench.databases import again_on_postgresql, django
from bench.saying import Taken, medians, say

T = TypeVar("T")
DOSSIERS, VERSIONS, PORTION = 100_000, 6, 50_000
PAPER, SYSTEM = "Quyết định phân công dùng để đo", "Hệ thống một cửa điện tử"
PROCEDURES, FIELDS, HANDLERS = 60, 7, 9
YEARS = (2024, 2025)
PAGE_MS, TABLE_MS, WITHIN = 100, 300, 1.5

BY_HAND = """
SELECT outcome, COUNT(*) FROM dossiers_dossierstate
WHERE owner_unit_id = %s AND settled_on >= %s AND settled_on < %s AND recorded_at <= %s
  AND (until_at IS NULL OR until_at > %s) AND present AND NOT elsewhere AND status <> 'withdrawn'
GROUP BY outcome
"""


def main() -> None:
    """Fill in two imports and a third that changes one of them, then count and open pages."""
    where = django()
    from chuan import serving
    from chuan.people.models import Unit

    serving.prepare()
    if not Unit.objects.exists():
        _fill(where)
    _figures(where)
    _pages(where)
    again_on_postgresql("bench.dossiers")


def _fill(where: str) -> None:
    unit = _ward()
    _procedures(unit)
    began = time.perf_counter()
    first, second = _rows(0, PORTION), _rows(PORTION, DOSSIERS)
    _follow(unit, dict(first), 1)
    prepared, written = _follow(unit, dict(second), 2)
    _say(f"50.000 hồ sơ mới: ghép và tính hạn ({where})", prepared, 10)
    _say(f"50.000 hồ sơ mới: ghi vào sổ ({where})", written, 20)
    _versions(unit)
    changed = {code: row | {"returned_at": "2026-01-05"} for code, row in _rows(0, PORTION)}
    prepared, written = _follow(unit, changed, 28)
    _say(f"50.000 hồ sơ đổi, mỗi hồ sơ đã có {VERSIONS} bản: ghép và tính hạn ({where})", prepared)
    _say(f"50.000 hồ sơ đổi: ghi vào sổ ({where})", written, 20)
    _analyze()
    sys.stderr.write(f"{where}: nền trong {time.perf_counter() - began:.0f} s\n")


def _ward() -> object:
    from chuan.people.models import Account, Official, RoleGrant, Unit
    from chuan.people.roles import Role

    unit = Unit.objects.create(
        kind="ward", name="Đo", place="Phường đo", valid_from=date(2010, 1, 1), example=True
    )
    account = Account.objects.create_user("nguoi-do")
    official = Official.objects.create(unit=unit, name="Người Đo", account=account, example=True)
    for role in (Role.CHAIRMAN, Role.OFFICE_CLERK, Role.ONE_STOP_CLERK):
        RoleGrant.objects.create(
            role=role, official=official, unit=unit, valid_from=date(2010, 1, 1), citation=PAPER
        )
    return unit


def _procedures(unit: object) -> None:
    from chuan.dossiers.models import Procedure, ProcedureVersion, TimeLimit

    at = datetime(2024, 1, 1, tzinfo=UTC)
    for n in range(0, PROCEDURES, 2):  # of every second one nobody has confirmed a time limit
        procedure = Procedure.objects.create(
            unit=unit, code=f"1.{n:06d}", name=_procedure(n), field=f"Lĩnh vực {n % FIELDS}"
        )
        version = ProcedureVersion.objects.create(
            procedure=procedure, number=1, status="confirmed", valid_from=date(2018, 7, 1), citation=PAPER,
            confirmed_at=at, recorded_at=at,
        )  # fmt: skip
        TimeLimit.objects.create(version=version, total=3 + n % 20, unit="working_day")


def _procedure(n: int) -> str:
    return f"Thủ tục đo số {n} về xác nhận, đăng ký và cấp giấy tờ cho tổ chức, công dân"


def _rows(first: int, last: int) -> Iterator[tuple[str, dict[str, str]]]:
    rng = random.Random(first)
    for n in range(first, last):
        at = datetime(YEARS[n * 2 // DOSSIERS], 1, 2, 8) + timedelta(minutes=rng.randrange(60 * 24 * 355))  # noqa: DTZ001
        yield f"000.00.18.H27-{at:%y%m%d}-{n:06d}", _row(rng, at, rng.randrange(PROCEDURES))


def _row(rng: random.Random, at: datetime, procedure: int) -> dict[str, str]:
    row = {
        "received_at": at.isoformat(timespec="seconds"),
        "promised_at": (at + timedelta(days=5 + procedure % 25)).date().isoformat() + "T17:00:00",
        "procedure_code": f"1.{procedure:06d}",
        "procedure_name": _procedure(procedure),
        "field": f"Lĩnh vực {procedure % FIELDS}",
        "handler": f"Người Xử Lý {procedure % HANDLERS}",
        "channel": rng.choice(("online", "counter", "counter")),
        "area": f"Tổ dân phố {procedure % 12}",
        "status": "running",
    }
    if rng.random() < 0.97:
        done = at + timedelta(days=rng.randrange(4 + procedure % 25), hours=rng.randrange(8))
        row |= {"ready_at": done.isoformat(timespec="seconds"), "status": "ready"}
    elif rng.random() < 0.5:
        row |= {"asked_at": (at + timedelta(days=1)).isoformat(timespec="seconds"), "status": "waiting"}
    return row


def _say(name: str, taken: Spent, limit: float | None = None) -> None:
    say(name, taken.wall, "s", limit, cpu=taken.cpu)


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock on the wall, and of this process's own work."""

    wall: float
    cpu: float


def _spent(work: Callable[[], T]) -> tuple[T, Spent]:
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, Spent(time.perf_counter() - wall, time.process_time() - cpu)


def _follow(unit: object, rows: dict[str, dict[str, str]], number: int) -> tuple[Spent, Spent]:
    """An import of these rows: what it took to work it out, and to write it. The rows' own versions come later."""
    from django.db import transaction

    from chuan.dossiers.following import DossierFollower
    from chuan.offers.registers import Arrival, Arrived

    imported = _import(unit, number)
    arrived = [Arrived(SYSTEM, code, values) for code, values in rows.items()]
    arrival = Arrival(unit.pk, unit.uid, "dossiers", imported.uid, None, arrived)
    follower, at = DossierFollower(), imported.committed_at
    writing, prepared = _spent(lambda: follower.prepare(arrival, at=at))
    with transaction.atomic():
        _, written = _spent(writing)
    return prepared, written


def _import(unit: object, number: int) -> object:
    from chuan.files.models import Blob
    from chuan.intake.models import Import

    at = datetime(2026, 1, number, 2, tzinfo=UTC)
    blob, _ = Blob.objects.get_or_create(digest=f"{number:064d}", defaults={"size": 1})
    return Import.objects.create(
        unit=unit, register="dossiers", source=SYSTEM, blob=blob, file_name=f"{number}.xlsx", status="committed",
        arrived_at=at, touched_at=at, committed_at=at, covers_start=date(2024, 1, 1), covers_end=date(2026, 1, 1),
    )  # fmt: skip


def _versions(unit: object) -> None:
    """Six versions of every row: the first ones of a dossier in work, the last as it was followed above."""
    from chuan.intake.models import OutsideRow, StandingRow

    held = [_import(unit, 10 + n) for n in range(VERSIONS)]
    for portion in (0, PORTION):
        batch: list[OutsideRow] = []
        for code, row in _rows(portion, portion + PORTION):
            batch += [_version(unit, held[n], code, n + 1, _as_of(row, n)) for n in range(VERSIONS)]
            if len(batch) >= 6000:
                _keep(OutsideRow.objects.bulk_create(batch), StandingRow)
                batch = []
        _keep(OutsideRow.objects.bulk_create(batch), StandingRow)


def _as_of(row: dict[str, str], n: int) -> dict[str, str]:
    if n == VERSIONS - 1:
        return row
    return {name: value for name, value in row.items() if name != "ready_at"} | {"area": f"Tổ dân phố {n}"}


def _version(unit: object, held: object, code: str, number: int, row: dict[str, str]) -> object:
    from chuan.intake.models import OutsideRow

    text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return OutsideRow(
        brought_by=held, unit=unit, register="dossiers", source=SYSTEM, outside_code=code, version=number,
        digest=f"{number:064d}", fields=text, place="",
    )  # fmt: skip


def _keep(versions: list[object], standing: type) -> None:
    last = [one for one in versions if one.version == VERSIONS]
    standing.objects.bulk_create(
        standing(
            unit_id=one.unit_id, register=one.register, source=one.source, outside_code=one.outside_code, row=one
        )
        for one in last
    )  # fmt: skip


def _analyze() -> None:
    """What a server of PostgreSQL does by itself a minute after a large import."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _figures(where: str) -> None:
    """Each measure for a year; the first against the same count written by hand."""
    from django.db import connection

    from chuan.dossiers.measures import ALL
    from chuan.offers.measures import Scope, all_rows
    from chuan.people.models import Unit
    from chuan.rules.types import Period

    unit, cut = Unit.objects.get(), datetime(2026, 2, 1, tzinfo=UTC)
    scope = Scope(unit.uid, Period.year(YEARS[0]), cut)

    def by_hand() -> list[tuple[str, int]]:
        with connection.cursor() as cursor:
            cursor.execute(BY_HAND, [unit.pk, scope.period.start, scope.period.end, cut, cut])
            return cursor.fetchall()

    on_time, hand = medians(lambda: ALL[0].counts(scope)), medians(by_hand)
    told = dict(by_hand())
    counts = ALL[0].counts(scope)
    if counts.denominator != sum(n for outcome, n in told.items() if outcome):
        raise SystemExit(f"{counts} khác {told}")
    say(
        f"đúng hạn cả năm, {counts.denominator} hồ sơ ({where})",
        on_time.wall,
        "ms",
        TABLE_MS,
        cpu=on_time.cpu,
    )
    say(f"  so với câu SQL viết tay ({where})", on_time.wall / hand.wall, "lần", WITHIN)
    for measure in ALL[1:4]:
        taken = medians(lambda measure=measure: measure.counts(scope), times=5)
        say(f"{measure.key} cả năm ({where})", taken.wall, "ms", TABLE_MS, cpu=taken.cpu)
    taken = medians(lambda: all_rows(ALL[0], scope), times=3, warm=1)
    say(f"mọi dòng sau con số đúng hạn của năm ({where})", taken.wall / 1000, "s")


def _pages(where: str) -> None:
    from django.test import Client

    from chuan.dossiers.models import Dossier
    from chuan.people.models import Account

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(), backend="chuan.people.signin.LockingBackend")
    one = Dossier.objects.order_by("-pk")[777]
    year = f"tu=01/01/{YEARS[0]}&den=31/12/{YEARS[0]}"
    for name, address, limit in (
        ("danh sách", "/ho-so/", PAGE_MS),
        ("tìm không dấu", "/ho-so/?tim=thu+tuc+do+so+17", PAGE_MS),
        ("tìm theo mã", f"/ho-so/?tim={one.code[-13:]}", PAGE_MS),
        ("một hồ sơ", f"/ho-so/{one.uid}/", PAGE_MS),
        ("số liệu theo lĩnh vực", f"/ho-so/so-lieu/?{year}&theo=linh-vuc", TABLE_MS),
    ):
        taken = _opened(client, address)
        if taken is not None:
            say(f"trang Hồ sơ: {name} ({where})", taken.wall, "ms", limit, cpu=taken.cpu)


def _opened(client: object, address: str) -> Taken | None:
    """How long the page takes; None and a word on the error stream when it does not open."""
    get: Callable[[str], object] = client.get
    status = get(address).status_code
    if status != 200:
        sys.stderr.write(f"{address}: {status}\n")
        return None
    return medians(lambda: get(address), times=9)


if __name__ == "__main__":
    main()
