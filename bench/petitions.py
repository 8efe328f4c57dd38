"""A ward with 100,000 petitions: the list with its filters, one page, what was given to somebody, Excel, measures.

On SQLite, then on PostgreSQL. Every petition is invented, the same in every run; a ward receives a few hundred a
year, so this is far more than any will have.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bench.databases import again_on_postgresql, django
from bench.saying import medians, say

COUNT, CHUNK = 100_000, 5_000
PAGE_MS = 100
PAPER = "Quyết định phân công dùng để đo"
PAGES = (
    "/don-thu/", "/don-thu/?loai=complaint", "/don-thu/?loai=feedback&viec=qua-han&xep=han",
    "/don-thu/?viec=cho&xep=han",
    "/don-thu/?giai_doan=verifying", "/don-thu/?nam=2024&ky=q3&theo=xong", "/don-thu/?tim=0077", "/don-thu/?trang=90",
    "/don-thu/?linh_vuc=đất đai", "/don-thu/?xep=han", "/don-thu/cua-toi/", "/don-thu/cai-dat/quy-dinh/",
)  # fmt: skip
FIGURES = {
    "/don-thu/so-lieu/?nam=2023&ky=q2": PAGE_MS,
    "/don-thu/so-lieu/?nam=2025": PAGE_MS,
    "/don-thu/so-lieu/dong/?nam=2025": PAGE_MS,
    "/don-thu/so-lieu/dong/?nam=2025&so=giai-quyet.dat": PAGE_MS,
}
"""Pages that count a whole period, with the measures beside it; a year of them is 16,700 petitions."""
FIELDS = ("đất đai", "môi trường", "xây dựng", "chính sách", "tài chính", "trật tự")


def main() -> None:
    """Bring the petitions in as files do, then open pages and count."""
    where = django()
    from chuan import serving

    serving.prepare()
    unit = _ward()
    _bring(unit, where)
    _pages(where)
    _figures(unit, where)
    again_on_postgresql("bench.petitions")


def _ward() -> object:
    from chuan.people.models import Account, Official, RoleGrant, Unit
    from chuan.people.roles import Role

    if (known := Unit.objects.first()) is not None:
        return known
    unit = Unit.objects.create(
        kind="ward", name="Đo", place="Phường đo", valid_from=date(2010, 1, 1), example=True
    )
    account = Account.objects.create_user("nguoi-do")
    official = Official.objects.create(unit=unit, name="Người Đo", account=account, example=True)
    for role in (Role.CHAIRMAN, Role.PETITION_CLERK):
        RoleGrant.objects.create(
            role=role, official=official, unit=unit, valid_from=date(2010, 1, 1), citation=PAPER
        )
    return unit


def _bring(unit: object, where: str) -> None:
    """Twenty files one after another: no register has a hundred thousand rows. The last one is timed."""
    from django.db import transaction

    from chuan.offers.registers import Arrival, Arrived
    from chuan.offers.uids import new_uid
    from chuan.petitions.fields import REGISTERS
    from chuan.petitions.following.follower import PetitionFollower
    from chuan.petitions.models import Petition

    rows = list(_rows(COUNT - Petition.objects.count()))
    for start in range(0, len(rows), CHUNK):
        some = [Arrived("CSDL quốc gia", row["code"], row) for row in rows[start : start + CHUNK]]
        arrival = Arrival(unit.pk, unit.uid, REGISTERS[0].key, new_uid(), None, some)  # type: ignore[attr-defined]
        began, cpu = time.perf_counter(), time.process_time()
        writing = PetitionFollower(REGISTERS[0]).prepare(arrival, at=datetime(2026, 1, 5, 2, tzinfo=UTC))
        with transaction.atomic():
            writing()
        taken, own = time.perf_counter() - began, time.process_time() - cpu
    if rows:
        say(f"{CHUNK:,} dòng danh sách đơn: ghép và ghi ({where})".replace(",", "."), taken, "s", 30, cpu=own)
    Petition.objects.filter(pk__in=list(Petition.objects.values_list("pk", flat=True)[:2000])).update(
        handler=unit.officials.first()  # type: ignore[attr-defined]
    )


def _rows(count: int) -> Iterator[dict[str, str]]:
    rng, first = random.Random(6), date(2020, 1, 6)
    for n in range(count):
        received = first + timedelta(days=n * 2180 // max(count, 1))
        kind = rng.choice(("feedback", "feedback", "suggestion", "complaint", "denunciation"))
        row = {
            "code": f"QG-{received.year}-{n + 1:06d}", "kind": kind,
            "channel": rng.choice(("post", "reception", "drop_box")),
            "field": rng.choice(FIELDS), "signers": "1", "received_on": received.isoformat(),
        }  # fmt: skip
        yield row | _course(kind, received, rng.random())


def _course(kind: str, received: date, luck: float) -> dict[str, str]:
    """One in twenty is open, one in five went elsewhere, the others are solved."""
    day = {n: (received + timedelta(days=n)).isoformat() for n in (3, 5, 25)}
    if luck < 0.05:
        return {}
    if luck < 0.25:
        return {"forwarded_on": day[3], "competent": "no"}
    accepted = {"accepted_on": day[5]} if kind in ("complaint", "denunciation") else {}
    return {**accepted, "settled_on": day[25], "competent": "yes"}


def _pages(where: str) -> None:
    from django.test import Client

    from chuan.people.models import Account
    from chuan.petitions.models import Petition

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(username="nguoi-do"), backend="chuan.people.signin.LockingBackend")
    one = Petition.objects.filter(kind="complaint").values_list("uid", flat=True).latest("pk")
    for address in (*PAGES, f"/don-thu/{one}/"):
        taken = medians(lambda address=address: client.get(address), times=5)  # type: ignore[misc]
        name = re.sub(r"[0-9a-f-]{36}", "…", address)
        say(f"trang {name}, 100.000 đơn ({where})", taken.wall, "ms", PAGE_MS, cpu=taken.cpu)
    for address, limit in FIGURES.items():
        taken = medians(lambda address=address: client.get(address), times=5)  # type: ignore[misc]
        say(f"trang {address}, 100.000 đơn ({where})", taken.wall, "ms", limit, cpu=taken.cpu)
    taken = medians(lambda: client.get("/don-thu/don-thu.xlsx?nam=2024"), times=2)
    say(f"Excel tối đa 10.000 đơn ({where})", taken.wall, "ms", 5000, cpu=taken.cpu)


def _figures(unit: object, where: str) -> None:
    from chuan.offers.measures import Scope
    from chuan.petitions.figures.asked import Asked
    from chuan.petitions.figures.counting import statistics
    from chuan.petitions.measures import ALL
    from chuan.rules.types import Period

    now = datetime.now(UTC)
    asked = Asked(unit, Period.year(2025), now.date(), now)  # type: ignore[arg-type]
    taken = medians(lambda: statistics(asked), times=5)
    say(
        f"bảng số liệu một năm, mọi cách chia, 100.000 đơn ({where})",
        taken.wall,
        "ms",
        PAGE_MS,
        cpu=taken.cpu,
    )
    for one in ALL:
        scope = Scope(unit.uid, Period.year(2025), datetime.now(UTC))  # type: ignore[attr-defined]
        taken = medians(lambda one=one, scope=scope: one.counts(scope), times=5)  # type: ignore[misc]
        say(f"{one.key}, một năm trong 100.000 đơn ({where})", taken.wall, "ms", PAGE_MS, cpu=taken.cpu)
    sys.stderr.write(f"{where}: xong\n")


if __name__ == "__main__":
    main()
