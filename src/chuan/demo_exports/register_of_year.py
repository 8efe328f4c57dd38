"""An invented register of dossiers whose months come to given numbers: the example's own, beside what it typed.

What is late in the month of the example's story waited for one official who was away; elsewhere it is spread.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from chuan.demo_exports.formats import as_csv
from chuan.demo_exports.invented import (
    AREAS,
    CERTIFYING,
    CHANNELS,
    KINDS,
    OFFICIALS,
    Invented,
    Kind,
    is_working,
)
from chuan.demo_exports.sheets import dossier_list

NAME = "danh-sach-ho-so-2021-minh-hoa.csv"
SHORT = tuple(one for one in KINDS if one.days <= 6)
"""Kinds short enough to be received in the year they are solved in, from its second week on."""
CIVIL_STATUS = tuple(one for one in SHORT if one.field == "Hộ tịch")
WAITED = (5, 9)
"""Working days a late one took beyond its promise: what the example says was found of its late month."""


def register(months: Mapping[int, tuple[int, int]], *, year: int, story: int, seed: int = 2021) -> bytes:
    """The list of a one-stop system as CSV: month → (on time, all), by the day each was solved.

    ``story``: the month whose late ones all waited for the first official's work. The same numbers give the same bytes.
    """
    rng = random.Random(seed)  # noqa: S311 - invented data, not secrets
    rows = [one for month, (kept, every) in sorted(months.items())
            for one in _month(rng, date(year, month, 1), kept, every, told=month == story)]  # fmt: skip
    rows.sort(key=lambda one: (one.received, one.code))
    return as_csv(";", "utf-8-sig")(dossier_list(_numbered(rows)))


def _month(rng: random.Random, first: date, kept: int, every: int, *, told: bool) -> Iterator[Invented]:
    days = [
        day for n in range(31) if (day := first + timedelta(days=n)).month == first.month and is_working(day)
    ]
    if first.month == 1:
        days = days[-12:]  # received within the year as well
    for n in range(every):
        late = n >= kept
        day = rng.choice(days[len(days) // 3 :] if late else days)
        yield _one(rng, day, _kind(rng, late, first.month), late=late, told=told)


def _kind(rng: random.Random, late: bool, month: int) -> Kind:
    if late:
        return rng.choice(CIVIL_STATUS[:1] if month == 1 else CIVIL_STATUS)
    every = (*SHORT, *CERTIFYING)
    return rng.choices(every, [one.weight for one in every])[0]


def _one(rng: random.Random, solved: date, kind: Kind, *, late: bool, told: bool) -> Invented:
    """One solved on a day: received as long before as its kind and its lateness ask."""
    over = rng.randint(*WAITED) if late else -rng.randint(0, kind.days)
    received = _before(solved, kind.days + over)
    number = rng.randrange(1000)
    at = datetime.combine(received, time(rng.choice((8, 9, 10)), rng.randrange(60), rng.randrange(60)))
    end = datetime.combine(solved, time(rng.choice((14, 15, 16)), rng.randrange(60)))
    return Invented(
        code="", kind=kind, applicant=f"{rng.choice(('Nguyễn Văn Ví Dụ', 'Trần Thị Minh Họa'))} {number:03d}",
        address="", phone="", received=at, promised=datetime.combine(_before(solved, over), time(17, 0)),
        finished=end, returned=solved, official=OFFICIALS[0] if told and late else rng.choice(OFFICIALS),
        area=rng.choice(AREAS), channel=rng.choices(CHANNELS, (70, 26, 4))[0],
    )  # fmt: skip


def _before(day: date, count: int) -> date:
    """The working day ``count`` working days before; after for a negative count."""
    step = -1 if count > 0 else 1
    left = abs(count)
    while left:
        day += timedelta(days=step)
        left -= is_working(day)
    return day


def _numbered(rows: list[Invented]) -> list[Invented]:
    """Codes in the shape of 2021, by day and number within the day."""
    made, last, number = [], date.min, 0
    for one in rows:
        day = one.received.date()
        number = number + 1 if day == last else 1
        last = day
        made.append(replace(one, code=f"000.00.18.H27-{day:%y%m%d}-{number:04d}"))
    return made
