"""Many dossiers of every kind at once, drawn by a seed: what statistics are tried on."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from chuan.dossiers.models import CaseEvent, Dossier, DossierState
from chuan.people.models import Official, Unit
from tests.dossiers.made import STATE_FIELDS, moment

FIELDS = ("Hộ tịch", "Chứng thực", "HỘ TỊCH", "Đất đai", "")
PROCEDURES = (
    ("1.004884", "Đăng ký lại khai sinh"), ("2.000815", "Chứng thực bản sao"), ("", "Việc không mã"), ("", ""),
)  # fmt: skip
STATUSES = ("running", "waiting", "ready", "returned", "refused", "withdrawn")


def make_many(unit: Unit, count: int = 120, seed: int = 7, handler: Official | None = None) -> list[Dossier]:
    """Dossiers from autumn 2020 to spring 2022 in every status, with and without a due day."""
    rng = random.Random(seed)
    made = [_one(unit, n, rng, handler) for n in range(count)]
    Dossier.objects.bulk_create(made, batch_size=500)
    DossierState.objects.bulk_create([_state(one) for one in made], batch_size=500)
    return made


def _one(unit: Unit, n: int, rng: random.Random, handler: Official | None) -> Dossier:
    received = date(2020, 10, 1) + timedelta(days=rng.randrange(560))
    due = received + timedelta(days=rng.randrange(1, 20)) if rng.random() < 0.9 else None
    status = rng.choice(STATUSES)
    settled = received + timedelta(days=rng.randrange(45)) if _ends(status, rng) else None
    now = due + timedelta(days=rng.choice((0, 0, 0, 9))) if due else None
    code, name = rng.choice(PROCEDURES)
    return Dossier(
        unit=unit, owner_unit=unit, code=f"000.24.31.H27-{received:%y%m%d}-{n:06d}", present=rng.random() < 0.97,
        elsewhere=rng.random() < 0.06, field=rng.choice(FIELDS), procedure_code=code, procedure_name=name,
        channel=rng.choice(("counter", "online", "post", "")), status=status,
        handler=handler if handler and n % 3 == 0 else None,
        handler_name=handler.name if handler and n % 3 == 0 else rng.choice(("Lê Minh Tâm", "LÊ MINH TÂM", "")),
        received_on=received, received_at=moment(received), judged_due_on=due, promised_first_on=due,
        promised_on=now, due_basis="promise" if due else "", settled_on=settled,
        settled_at=moment(settled) if settled else None, outcome=outcome(settled, due),
        outcome_now=outcome(settled, now), states=1,
    )  # fmt: skip


def _ends(status: str, rng: random.Random) -> bool:
    return status in ("ready", "returned", "refused", "withdrawn") and rng.random() < 0.8


def outcome(settled: date | None, due: date | None) -> str:
    """By the days alone."""
    if settled is None or due is None:
        return ""
    return "late" if settled > due else "on_time" if settled == due else "early"


def _state(one: Dossier) -> DossierState:
    standing = {name: getattr(one, name) for name in STATE_FIELDS}
    last = one.settled_at or one.received_at
    return DossierState(
        dossier=one, owner_unit=one.owner_unit, seq=1, recorded_at=last, why="import", **standing
    )


def add_cause(dossier: Dossier, cause: str, first: date, last: date | None = None, **more: Any) -> CaseEvent:
    """A cause as an official records it."""
    seq = CaseEvent.objects.filter(dossier=dossier).count() + 1
    return CaseEvent.objects.create(
        dossier=dossier, seq=seq, verb="cause", cause=cause, occurred_on=first, until_on=last,
        recorded_at=moment(last or first), **more,
    )  # fmt: skip
