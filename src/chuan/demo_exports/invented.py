"""Invented dossiers of phường Bắc Hồng in 2021: no person, no dossier and no figure here is real."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

YEAR = 2021
# Days off of 2021 that fall on weekdays, so that invented promises look like real ones.
_DAYS_OFF = frozenset(
    {date(2021, 1, 1), *(date(2021, 2, day) for day in (10, 11, 12, 15, 16)), date(2021, 4, 21)}
    | {date(2021, 4, 30), date(2021, 5, 3), date(2021, 9, 2), date(2021, 9, 3), date(2022, 1, 3)}
)


@dataclass(frozen=True)
class Kind:
    """A procedure: its national code, name, field of work, working days (illustrative), how often it comes."""

    code: str
    name: str
    field: str
    days: int
    weight: int


KINDS = (
    Kind("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", 1, 30),
    Kind("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", 5, 14),
    Kind("1.000656", "Thủ tục đăng ký khai tử", "Hộ tịch", 1, 12),
    Kind("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", 3, 20),
    Kind("1.004859", "Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch", "Hộ tịch", 6, 5),
    Kind("1.001731", "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội", "Bảo trợ xã hội", 10, 6),
    Kind("1.001699", "Xác định mức độ khuyết tật và cấp Giấy xác nhận khuyết tật", "Bảo trợ xã hội", 25, 5),
    Kind("1.003554", "Hoà giải tranh chấp đất đai", "Đất đai", 45, 2),
    Kind("1.010833", "Cấp giấy xác nhận thân nhân của người có công", "Người có công", 3, 4),
    Kind("1.000775", "Tặng Giấy khen của Chủ tịch UBND cấp xã", "Thi đua - khen thưởng", 20, 2),
)
CERTIFYING = (
    Kind("2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", 0, 8),
    Kind("2.000884", "Chứng thực chữ ký trong các giấy tờ, văn bản", "Chứng thực", 0, 3),
)
OFFICIALS = ("Lê Minh Tâm (minh họa)", "Trần Thị Hoài (minh họa)", "Phan Văn Mẫu (minh họa)")
AREAS = ("Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 3", "Tổ dân phố 4", "Tổ dân phố 5")
CHANNELS = ("Trực tiếp", "Trực tuyến", "Bưu chính công ích")


@dataclass(frozen=True)
class Invented:
    """One dossier as the provincial one-stop system would know it."""

    code: str
    kind: Kind
    applicant: str
    address: str
    phone: str
    received: datetime
    promised: datetime
    finished: datetime | None
    returned: date | None
    official: str
    area: str
    channel: str

    @property
    def late(self) -> bool:
        """Finished on a later day than promised."""
        return self.finished is not None and self.finished.date() > self.promised.date()

    @property
    def status(self) -> str:
        """The other system's word for where it stands."""
        if self.finished is None:
            return "Đang xử lý"
        return "Đã trả kết quả" if self.returned else "Đã có kết quả"


def dossiers(rng: random.Random, count: int, late: int) -> tuple[Invented, ...]:
    """``count`` finished dossiers of the year by order of receipt, exactly ``late`` of them late."""
    moments = sorted(_moment(rng) for _ in range(count))
    delayed = frozenset(rng.sample(range(count), late))
    numbers = _codes(moments)
    return tuple(
        _one(rng, code, at, n in delayed) for n, (code, at) in enumerate(zip(numbers, moments, strict=True))
    )


def certified(rng: random.Random, count: int) -> tuple[Invented, ...]:
    """``count`` certifications, each done on the day it was asked for."""
    moments = sorted(_moment(rng) for _ in range(count))
    found = []
    for n, at in enumerate(moments):
        kind = rng.choices(CERTIFYING, [one.weight for one in CERTIFYING])[0]
        base = _one(rng, f"CT-{at:%y%m%d}-{n + 1:04d}", at, False)
        done = at + timedelta(minutes=20)
        found.append(replace(base, kind=kind, promised=_end(at.date()), finished=done, returned=done.date()))
    return tuple(found)


def newcomers(rng: random.Random, count: int) -> tuple[Invented, ...]:
    """Dossiers of the first week of 2022, still running."""
    moments = sorted(
        datetime.combine(date(2022, 1, 4) + timedelta(days=rng.randrange(3)), time(8, rng.randrange(60)))
        for _ in range(count)
    )
    codes = _codes(moments)
    return tuple(
        replace(_one(rng, code, at, False), finished=None, returned=None)
        for code, at in zip(codes, moments, strict=True)
    )


def moved_after_due(all_of: Sequence[Invented]) -> tuple[Invented, ...]:
    """The same dossiers a week later: one late one now shows a promise that fits its finish."""
    at = next(n for n, one in enumerate(all_of) if one.late)
    one = all_of[at]
    moved = replace(one, promised=_end(one.finished.date()))  # type: ignore[union-attr]
    return (*all_of[:at], moved, *all_of[at + 1 :])


def after_working_days(day: date, count: int) -> date:
    """The working day ``count`` working days after ``day``; the day itself is not counted."""
    while count > 0 or not is_working(day):
        day += timedelta(days=1)
        count -= is_working(day)
    return day


def is_working(day: date) -> bool:
    """Monday to Friday, not a day off."""
    return day.weekday() < 5 and day not in _DAYS_OFF


def _one(rng: random.Random, code: str, at: datetime, late: bool) -> Invented:
    kind = rng.choices(KINDS, [one.weight for one in KINDS])[0]
    due = after_working_days(at.date(), kind.days)
    done = after_working_days(due, rng.randint(1, 6)) if late else _within(rng, at.date(), due)
    finished = datetime.combine(
        done, time(rng.choice((9, 10, 14, 15, 16)), rng.randrange(60), rng.randrange(60))
    )
    number = rng.randrange(1000)
    return Invented(
        code=code,
        kind=kind,
        applicant=f"{rng.choice(('Nguyễn Văn Ví Dụ', 'Trần Thị Minh Họa', 'Lê Văn Giả Định'))} {number:03d}",
        address=f"Số {number % 90 + 1}, đường Minh Họa, phường Bắc Hồng",
        phone=f"0000 {number:03d} {rng.randrange(1000):03d}",
        received=at,
        promised=_end(due),
        finished=max(finished, at + timedelta(minutes=30)),
        returned=None if rng.random() < 0.03 else done,
        official=rng.choice(OFFICIALS),
        area=rng.choice(AREAS),
        channel=rng.choices(CHANNELS, (70, 26, 4))[0],
    )


def _within(rng: random.Random, received: date, due: date) -> date:
    """A working day from receipt to the promise."""
    days = [received + timedelta(days=n) for n in range((due - received).days + 1)]
    return rng.choice([day for day in days if is_working(day)][-6:])


def _moment(rng: random.Random) -> datetime:
    while not is_working(day := date(YEAR, 1, 1) + timedelta(days=rng.randrange(340))):
        pass
    hour = rng.choice((7, 8, 8, 9, 9, 10, 10, 13, 14, 14, 15, 16))
    minute = rng.randrange(30, 60) if hour == 7 else rng.randrange(60)
    return datetime.combine(day, time(hour, minute, rng.randrange(60)))


def _codes(moments: Sequence[datetime]) -> Iterator[str]:
    """Codes in the shape of 2021 (TT 01/2018/TT-VPCP art 19): agency, day, number within the day."""
    day, number = date.min, 0
    for at in moments:
        number = number + 1 if at.date() == day else 1
        day = at.date()
        yield f"000.00.18.H27-{at:%y%m%d}-{number:04d}"


def _end(day: date) -> datetime:
    """The end of office hours."""
    return datetime.combine(day, time(17, 0))
