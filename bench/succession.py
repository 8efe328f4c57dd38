"""A ward with 100,000 dossiers in work goes into another: one act, whole, within the 30 s that an act may last.

On SQLite, then on PostgreSQL. The worst case: a real ward has some thousands in work, the rest is settled and stays.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

from bench.databases import again_on_postgresql, django
from bench.saying import say

DOSSIERS, DRAFTS, PROMISED = 100_000, 2_000, 30
DAY = date(2025, 7, 1)
PAPER = "Nghị quyết dùng để đo số 1/NQ ngày 16/06/2025"


def main() -> None:
    """Fill a ward, merge it, say how long the act took."""
    where = django()
    from chuan import serving

    serving.prepare()
    by = _ward()
    _fill(by)
    _say_and_merge(by, where)
    again_on_postgresql("bench.succession")


def _ward() -> object:
    from chuan.people.models import Account, Official, RoleGrant, Unit, UnitCode
    from chuan.people.viewer import viewer_of

    unit = Unit.objects.create(kind="ward", name="Bắc Hồng", valid_from=date(2010, 1, 1), example=True)
    UnitCode.objects.create(unit=unit, scheme="gso", code="18115", valid_from=date(2010, 1, 1))
    official = Official.objects.create(
        unit=unit, name="Người Đo", account=Account.objects.create_user("nguoi-do"), example=True
    )
    RoleGrant.objects.create(
        role="administrator", official=official, unit=unit, valid_from=date(2010, 1, 1), citation=PAPER
    )
    assert official.account is not None
    return viewer_of(official.account, on=DAY)


def _fill(by: object) -> None:
    from chuan.clocks.models import Clock
    from chuan.documents.models import Document
    from chuan.dossiers.models import Dossier
    from chuan.dossiers.putting import begin_states_of

    unit, at, on = by.unit, datetime(2025, 6, 1, tzinfo=UTC), date(2025, 6, 1)  # type: ignore[attr-defined]
    facts = {"status": "running", "received_on": on, "received_at": at, "judged_due_on": date(2025, 7, 9)}
    Dossier.objects.bulk_create(
        (
            Dossier(unit=unit, owner_unit=unit, code=f"H27-{n:06d}", states=1, **facts)
            for n in range(DOSSIERS)
        ),
        batch_size=500,
    )
    begin_states_of(unit.pk, at=at, why="import")
    Clock.objects.bulk_create(
        (
            Clock(
                subject_kind="dossier",
                subject_uid=uid,
                unit=unit,
                opened_on=on,
                lawful_due_on=date(2025, 7, 9),
            )
            for uid in Dossier.objects.values_list("uid", flat=True).iterator()
        ),
        batch_size=1000,
    )
    Document.objects.bulk_create(
        (
            Document(
                unit=unit,
                owner_unit=unit,
                type="CV",
                stage="draft",
                basis="draft",
                recorded_at=at,
                subject=f"{n}",
            )
            for n in range(DRAFTS)
        ),
        batch_size=200,
    )


def _say_and_merge(by: object, where: str) -> None:
    from django.utils import timezone

    from chuan.dossiers.models import Dossier, DossierState
    from chuan.people import actions
    from chuan.people.merging import Going, Merger

    going = (Going(by.official, "Quản trị", "administrator", PAPER),)  # type: ignore[attr-defined]
    merger = Merger("18115", DAY, PAPER, ("18115",), going=going)
    began = time.perf_counter()
    new = actions.merge_ward(merger, by=by, at=timezone.now())  # type: ignore[arg-type]
    took = time.perf_counter() - began
    assert Dossier.objects.filter(owner_unit=new).count() == DOSSIERS
    assert DossierState.objects.filter(owner_unit=new, until_at=None).count() == DOSSIERS
    name = f"sáp nhập phường có {DOSSIERS // 1000}.000 hồ sơ đang giải quyết ({where})"
    say(name, took, "s", PROMISED)


if __name__ == "__main__":
    main()
