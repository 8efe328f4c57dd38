"""Invented petitions of phường Bắc Hồng in 2021: no person, no letter and no case here is real."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chuan.demo_exports.invented import after_working_days, is_working

YEAR = 2021
DENOUNCER = "Kha Thị Giấu Kín (minh họa)"
"""Stands as the sender of every invented denunciation: it must be found nowhere once a list was taken in."""
ON_LEADER = "Phó Chủ tịch UBND phường"
SENDERS = ("Nguyễn Văn Ví Dụ (minh họa)", "Trần Thị Minh Họa (minh họa)", "Lê Văn Giả Định (minh họa)")
FIELDS = ("Đất đai", "Môi trường", "Trật tự đô thị", "Chính sách xã hội", "Hạ tầng giao thông")
LETTERS, POSTS = 64, 72


@dataclass(frozen=True)
class Letter:
    """One petition as the national database would list it; dates None where nothing was done yet."""

    code: str
    kind: str
    channel: str
    field: str
    sender: str
    content: str
    received: date
    accepted: date | None = None
    due: date | None = None
    settled: date | None = None
    forwarded: date | None = None
    signers: int = 1
    against: str = ""
    competent: str = "Thuộc"
    stage: str = "Đã giải quyết"
    verdict: str = ""
    weight: str = "Bình thường"


@dataclass(frozen=True)
class Post:
    """One post of feedback as a portal would list it."""

    code: str
    field: str
    sender: str
    content: str
    received: date
    transferred: date
    due: date
    settled: date | None
    published: date | None
    rating: str = ""
    stage: str = "Đã trả lời"


def letters(*, seed: int = YEAR) -> tuple[Letter, ...]:
    """The year's list by day of receipt, with its traps: see ``TRAPS``."""
    rng = random.Random(seed)  # noqa: S311 - invented data, not secrets
    found = [_letter(rng, n, day) for n, day in enumerate(_days(rng, LETTERS), start=1)]
    for at, trap in TRAPS.items():
        found[at] = trap(found[at])
    return tuple(found)


def posts(*, seed: int = YEAR + 4) -> tuple[Post, ...]:
    """The year's posts of a portal; two are still open after their day."""
    rng = random.Random(seed)  # noqa: S311 - invented data, not secrets
    found = [_post(rng, n, day) for n, day in enumerate(_days(rng, POSTS), start=1)]
    for at in (30, 61):
        found[at] = replace(found[at], settled=None, published=None, stage="Đang xử lý", rating="")
    return tuple(found)


def later_letters(every: Sequence[Letter]) -> tuple[Letter, ...]:
    """The same list some weeks later: the overdue one is solved, and a due day was moved after it had passed."""
    found = list(every)
    found[OPEN] = replace(found[OPEN], settled=date(2022, 1, 6), stage="Đã giải quyết", verdict="Sai")
    moved = found[LATE]
    found[LATE] = replace(moved, due=moved.settled)
    return tuple(found)


LATE, OPEN, ODD, FORWARDED, MANY, LEADER, MIXED, UNDONE = 10, 18, 26, 33, 40, 45, 50, 55


def _late(one: Letter) -> Letter:
    """Feedback answered nine days after the day the source had named."""
    due = one.received + timedelta(days=15)
    return _feedback(one, due=due, settled=due + timedelta(days=9))


def _open(one: Letter) -> Letter:
    """A complaint accepted and never solved in the year."""
    accepted = after_working_days(one.received, 3)
    return replace(
        _complaint(one), accepted=accepted, due=accepted + timedelta(days=30), settled=None, stage="Đang giải quyết",
        verdict="",
    )  # fmt: skip


def _odd(one: Letter) -> Letter:
    """A complaint with a result and no acceptance: it cannot be judged."""
    return replace(_complaint(one), accepted=None)


def _forwarded(one: Letter) -> Letter:
    return replace(
        _feedback(one, due=None, settled=None), forwarded=after_working_days(one.received, 3), competent="Không thuộc",
        stage="Đã chuyển",
    )  # fmt: skip


def _many(one: Letter) -> Letter:
    return replace(_complaint(one), signers=7)


def _on_leader(one: Letter) -> Letter:
    return replace(_denunciation(one), against=ON_LEADER)


def _mixed(one: Letter) -> Letter:
    return replace(one, kind="Đơn có nhiều nội dung khác nhau", accepted=None, settled=None, due=None, verdict="",
                   sender=DENOUNCER, stage="Mới tiếp nhận")  # fmt: skip


def _undone(one: Letter) -> Letter:
    """Said to be solved, without a day."""
    return _feedback(one, due=one.received + timedelta(days=15), settled=None)


TRAPS = {
    LATE: _late,
    OPEN: _open,
    ODD: _odd,
    FORWARDED: _forwarded,
    MANY: _many,
    LEADER: _on_leader,
    MIXED: _mixed,
    UNDONE: _undone,
}
"""Which letter of the year, counted from 0, is which trap."""


def _letter(rng: random.Random, number: int, day: date) -> Letter:
    plain = Letter(
        f"HT-BH-{day:%y%m}-{number:03d}", "Phản ánh", rng.choice(("Bưu chính", "Tiếp công dân", "Trực tiếp")),
        rng.choice(FIELDS), rng.choice(SENDERS), f"Nội dung minh họa số {number}", day,
    )  # fmt: skip
    if number % 5 == 0:
        return _complaint(plain)
    if number % 12 == 1:
        return _denunciation(plain)
    due = day + timedelta(days=15)
    kind = "Kiến nghị" if number % 3 == 0 else "Phản ánh"
    return replace(
        _feedback(plain, due=due, settled=_working(day + timedelta(days=rng.randint(2, 14)))), kind=kind
    )


def _feedback(one: Letter, *, due: date | None, settled: date | None) -> Letter:
    return replace(one, kind="Phản ánh", accepted=None, due=due, settled=settled, verdict="", against="")


def _complaint(one: Letter) -> Letter:
    accepted = after_working_days(one.received, 4)
    return replace(
        one, kind="Khiếu nại", accepted=accepted, due=accepted + timedelta(days=30),
        settled=_working(accepted + timedelta(days=24)), verdict="Đúng một phần", sender=SENDERS[0], against="",
    )  # fmt: skip


def _denunciation(one: Letter) -> Letter:
    accepted = after_working_days(one.received, 6)
    return replace(
        one, kind="Tố cáo", accepted=accepted, due=accepted + timedelta(days=30),
        settled=_working(accepted + timedelta(days=26)), verdict="Sai", sender=DENOUNCER,
        content=f"Đơn của {DENOUNCER} về một việc minh họa", against="Công chức minh họa",
    )  # fmt: skip


def _post(rng: random.Random, number: int, day: date) -> Post:
    moved = after_working_days(day, 1)
    settled = _working(moved + timedelta(days=rng.randint(2, 10)))
    return Post(
        f"PA{day:%Y%m%d}{number:04d}", rng.choice(FIELDS), rng.choice(SENDERS), f"Phản ánh minh họa số {number}", day,
        moved, after_working_days(moved, 12), settled, after_working_days(settled, 1),
        rng.choice(("Hài lòng", "Hài lòng", "Chấp nhận", "Không hài lòng", "")),
    )  # fmt: skip


def _working(day: date) -> date:
    """That day, or the working day before it."""
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def _days(rng: random.Random, count: int) -> list[date]:
    """So many working days of the year up to the middle of November, in order."""
    days = [day for n in range(318) if is_working(day := date(YEAR, 1, 4) + timedelta(days=n))]
    return sorted(rng.choices(days, k=count))
