"""An invented register of outgoing documents whose months come to given numbers: the example's own.

Beside ``papers``, whose register holds the traps of real ones: here every number is given once, in order, and every
document went out electronically; those beyond what was received are only "sent".
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice

from chuan.demo_exports import signed_papers
from chuan.demo_exports.authority import Authority
from chuan.demo_exports.formats import as_xlsx
from chuan.demo_exports.invented import is_working
from chuan.demo_exports.papers import register_out
from chuan.demo_exports.papers_invented import OUTSIDE, SIGNERS, TYPES, Paper

NAME = "so-van-ban-di-2021-minh-hoa.xlsx"
ROOT, REVOKED = "chung-thu-goc-minh-hoa", "thu-hoi-minh-hoa"


@dataclass(frozen=True)
class Kept:
    """Signed files by name, and the root and list of revoked ones by which they can be verified."""

    files: tuple[tuple[str, bytes], ...]
    trust: tuple[tuple[str, bytes], ...]


def register(months: Mapping[int, tuple[int, int]], *, year: int, seed: int = 2021) -> bytes:
    """The register as a workbook: month → (received at the other end, all). The same numbers give the same rows."""
    return as_xlsx(register_out(tuple(papers(months, year=year, seed=seed))))


def papers(months: Mapping[int, tuple[int, int]], *, year: int, seed: int = 2021) -> Iterator[Paper]:
    """The year's documents in one sequence of numbers, by day."""
    rng = random.Random(seed)  # noqa: S311 - invented data, not secrets
    number = 0
    for month, (received, every) in sorted(months.items()):
        first = date(year, month, 1)
        days = [
            day for n in range(31) if (day := first + timedelta(days=n)).month == month and is_working(day)
        ]
        for n, day in enumerate(sorted(rng.choices(days, k=every))):
            number += 1
            yield _one(rng, number, day, "Đã nhận" if n < received else "Đã gửi")


def kept_signed(months: Mapping[int, tuple[int, int]], *, year: int, each: int = 1, seed: int = 2021) -> Kept:
    """The first documents of every month, ``each`` of them, signed; their keys are made anew and thrown away.

    Signing all of them would take longer than the rest of the example; what is not here is unchecked, and said so.
    """
    by = Authority()
    of_month = groupby(papers(months, year=year, seed=seed), key=lambda one: one.issued.month)
    chosen = [one for _month, some in of_month for one in islice(some, each)]
    trust = ((f"{ROOT}.cer", by.root.der), (f"{REVOKED}.crl", by.revoked()))
    return Kept(tuple(signed_papers.signed(chosen, by=by, traps=False)), trust)


def _one(rng: random.Random, number: int, day: date, state: str) -> Paper:
    of = rng.choices(TYPES, [one.weight for one in TYPES])[0]
    return Paper(
        str(number), of.symbol, of.name, day, day, f"{rng.choice(of.subjects)} ({number}, minh họa)",
        rng.choice(SIGNERS), rng.choice(OUTSIDE), "Trục liên thông", state, "Đã ký số", "Văn bản điện tử", "Thường",
    )  # fmt: skip
