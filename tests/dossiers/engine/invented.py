"""Imports, samples and surveys drawn by a seed: what every measure is tried on."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from chuan.dossiers.models import Dossier, Sample, SampleItem, SurveyTotal
from chuan.intake.models import Import
from chuan.people.models import Unit
from chuan.rules.types import Period
from tests.dossiers.engine.made import bring
from tests.dossiers.made import moment

START = date(2021, 1, 4)
SOURCES = ("Hệ thống một cửa", "Sổ theo dõi")


def fill(unit: Unit, rng: random.Random, imports: int = 4, codes: int = 14) -> list[Import]:
    """Imports week after week, the later ones changing what earlier ones said; then checks and surveys."""
    brought = []
    for week in range(imports):
        at = moment(date(2021, 6, 1) + timedelta(days=30 * week), 9)
        some = rng.sample(range(codes), rng.randrange(3, codes))
        rows = {f"H-{n:03d}": _row(rng) if rng.random() < 0.94 else None for n in some}
        brought.append(bring(unit, rows, at=at, source=rng.choice(SOURCES)))
    _samples(unit, rng)
    _surveys(unit, rng)
    return brought


def cut(rng: random.Random) -> datetime:
    """A moment between, before or after the imports."""
    return moment(date(2021, 5, 15) + timedelta(days=rng.randrange(200)), 12)


def period(rng: random.Random) -> Period:
    """A year, a quarter or any days."""
    if rng.random() < 0.4:
        return Period.year(2021)
    first = START + timedelta(days=rng.randrange(150))
    return Period(first, first + timedelta(days=rng.randrange(5, 250)))


def _row(rng: random.Random) -> dict[str, str]:
    received = START + timedelta(days=rng.randrange(150))
    days = {
        "promised_at": rng.randrange(1, 25),
        "ready_at": rng.randrange(40),
        "returned_at": rng.randrange(45),
    }
    dates = {
        name: (received + timedelta(days=n)).isoformat() + rng.choice(("", "T09:30:00"))
        for name, n in days.items() if rng.random() < 0.7
    }  # fmt: skip
    asked = {"asked_at": (received + timedelta(days=1)).isoformat()} if rng.random() < 0.25 else {}
    if asked and rng.random() < 0.6:
        asked["supplied_at"] = (received + timedelta(days=rng.randrange(1, 12))).isoformat()
    return {
        "received_at": received.isoformat(),
        **dates,
        **asked,
        "channel": rng.choice(("", "online", "counter", "post")),
        "status": rng.choice(("", "running", "waiting", "ready", "returned", "refused", "withdrawn")),
        "resolving_unit": rng.choice(("", "", "", "Phường Bắc Hồng", "Phường Minh Họa")),
        "handler": rng.choice(("", "Lê Minh Tâm", "Trần Thị Hoài")),
    }


def _samples(unit: Unit, rng: random.Random) -> None:
    for seed in range(rng.randrange(3)):
        asked = period(rng)
        sample = Sample.objects.create(
            unit=unit, period_start=asked.start, period_end=asked.end, seed=seed, size=5, drawn_from=9,
            recorded_at=cut(rng),
        )  # fmt: skip
        for n, dossier in enumerate(Dossier.objects.filter(unit=unit).order_by("pk")[:5]):
            for version in range(1, rng.randrange(2, 5)):
                verdict = rng.choice(("by_the_book", "by_the_book", "faulty")) if version > 1 else ""
                SampleItem.objects.create(
                    sample=sample, dossier=dossier, position=n, version=version, verdict=verdict,
                    checked_on=date(2021, 7, 1) if verdict else None, reason="kiểm tra lại" if version > 2 else "",
                    recorded_at=sample.recorded_at + timedelta(days=version),
                )  # fmt: skip


def _surveys(unit: Unit, rng: random.Random) -> None:
    last: SurveyTotal | None = None
    for _ in range(rng.randrange(5)):
        asked = rng.randrange(50)
        days = period(rng)
        corrects = last if last is not None and rng.random() < 0.3 else None
        last = SurveyTotal.objects.create(
            unit=unit, period_start=days.start, period_end=days.end, asked=asked, satisfied=rng.randint(0, asked),
            source="Phiếu khảo sát", corrects=corrects, reason="cộng sai" if corrects else "", recorded_at=cut(rng),
        )  # fmt: skip
