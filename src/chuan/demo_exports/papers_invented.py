"""Invented documents of phường Bắc Hồng in 2021, out and in: no paper, person or number here is real."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chuan.demo_exports.invented import is_working

YEAR = 2021
SIGNERS = ("Nguyễn Văn Chủ (minh họa)", "Phan Thị Phó (minh họa)")
OUTSIDE = (
    "UBND thị xã Hồng Lĩnh (minh họa)", "Phòng Nội vụ (minh họa)", "Phòng Tư pháp (minh họa)",
    "Sở Tài nguyên và Môi trường (minh họa)", "Đảng ủy phường (minh họa)", "Công an thị xã (minh họa)",
)  # fmt: skip
LEADS = ("Văn phòng – Thống kê", "Tư pháp – Hộ tịch", "Địa chính – Xây dựng", "Văn hóa – Xã hội")


@dataclass(frozen=True)
class Type:
    """A type of document: its symbol, its name, what it is usually about, how often it goes out."""

    symbol: str
    name: str
    subjects: tuple[str, ...]
    weight: int


TYPES = (
    Type("QĐ-UBND", "Quyết định", ("về việc kiện toàn Ban Chỉ đạo", "về việc trợ cấp xã hội hằng tháng"), 26),
    Type("BC-UBND", "Báo cáo", ("kết quả cải cách hành chính tháng", "tình hình kinh tế – xã hội tháng"), 18),
    Type("TB-UBND", "Thông báo", ("lịch tiếp công dân tháng", "kết luận của Chủ tịch tại cuộc họp"), 14),
    Type("KH-UBND", "Kế hoạch", ("tổ chức ngày hội đọc sách", "tuyên truyền phòng, chống thiên tai"), 10),
    Type("TTr-UBND", "Tờ trình", ("đề nghị phê duyệt dự toán", "đề nghị cấp kinh phí chỉnh trang"), 6),
    Type("UBND-VP", "Công văn", ("về việc rà soát đối tượng", "về việc cung cấp số liệu"), 26),
)


@dataclass(frozen=True)
class Paper:
    """One outgoing document as the document system would know it. ``kind``: "" or the trap it is."""

    number: str
    symbol: str
    name: str
    issued: date
    sent: date
    subject: str
    signer: str
    recipients: str
    way: str
    state: str
    signing: str
    form: str
    secrecy: str
    kind: str = ""

    @property
    def full_number(self) -> str:
        """As the paper writes it: below 10 with a zero in front (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3)."""
        return f"{self.number.zfill(2)}/{self.symbol}"

    @property
    def title(self) -> str:
        """Type and subject, as one column of the register holds them."""
        return f"{self.name} {self.subject}"


@dataclass(frozen=True)
class Incoming:
    """One incoming document with what became of it. ``done`` None: still open."""

    number: str
    arrived: date
    issuer: str
    full_number: str
    issued: date
    subject: str
    lead: str
    acknowledged: date
    due: date | None
    done: date | None
    progress: str
    reply: str
    secrecy: str


GAPS, TWICE, SECRET_OUT, SECRET_IN = (57, 143, 144), 88, (31, 205), 44
"""Numbers never given, the number given twice, the secret ones: what the traps of the year's register are."""
INSERTED, LATE_SENT = "120a", (64, 190)


def outgoing(count: int = 320, *, seed: int = YEAR) -> tuple[Paper, ...]:
    """A year's outgoing documents in one sequence, by number, with the traps named above."""
    rng = random.Random(seed)  # noqa: S311 - invented data, not secrets
    found = []
    for number, day in enumerate(_days(rng, count), start=1):
        if number in GAPS:
            continue
        paper = _paper(rng, str(number), day)
        found.append(_trapped(paper, number))
        if number == TWICE:
            found.append(_paper(rng, str(number), _next(day), kind="twice", like=paper))
        if number == 120:
            found.append(_paper(rng, INSERTED, day, kind="inserted"))
    return tuple(found)


def incoming(count: int = 460, *, seed: int = YEAR + 1) -> tuple[Incoming, ...]:
    """A year's incoming documents by số đến."""
    rng = random.Random(seed)  # noqa: S311 - invented data, not secrets
    return tuple(_incoming(rng, n, day) for n, day in enumerate(_days(rng, count), start=1))


def _paper(rng: random.Random, number: str, day: date, *, kind: str = "", like: Paper | None = None) -> Paper:
    of = rng.choices(TYPES, [one.weight for one in TYPES])[0]
    symbol = like.symbol if like else of.symbol
    name = like.name if like else of.name
    electronic = rng.random() < 0.94
    way = "Trục liên thông" if electronic else "Bưu điện"
    state = "Đã nhận" if electronic and rng.random() < 0.96 else "Đã gửi"
    return Paper(
        number, symbol, name, day, day, f"{rng.choice(of.subjects)} ({number}, minh họa)", rng.choice(SIGNERS),
        rng.choice(OUTSIDE), way, state, "Đã ký số" if electronic else "Chưa ký số",
        "Văn bản điện tử" if electronic else "Văn bản giấy", "Thường", kind,
    )  # fmt: skip


def _trapped(paper: Paper, number: int) -> Paper:
    changed = dict(paper.__dict__)
    if number in SECRET_OUT:
        changed |= {"secrecy": "Mật" if number == SECRET_OUT[0] else "Tối mật", "kind": "secret"}
        changed |= {"subject": "nội dung không được để lộ (minh họa)"}
    if number in LATE_SENT:
        changed |= {"sent": paper.issued + timedelta(days=9), "kind": "late"}
    return Paper(**changed)


def _incoming(rng: random.Random, number: int, day: date) -> Incoming:
    issued = day - timedelta(days=rng.randint(0, 4))
    due = _after(day, rng.randint(3, 15)) if rng.random() < 0.6 else None
    late = rng.random() < 0.05
    done = (
        None
        if due is None
        else _after(due, 3)
        if late
        else day + timedelta(days=rng.randint(0, (due - day).days))
    )
    still = due is not None and number % 90 == 0
    acknowledged = day if number % 25 else _next(day)
    return Incoming(
        str(number), day, rng.choice(OUTSIDE), f"{rng.randint(1, 900)}/{rng.choice(('QĐ', 'TB', 'KH', 'HD'))}-UBND",
        issued, f"về việc triển khai nhiệm vụ ({number}, minh họa)", rng.choice(LEADS), acknowledged, due,
        None if still else done, "Đang xử lý" if still else "Đã hoàn thành" if due else "Lưu để biết",
        f"{rng.randint(1, 300)}/UBND-VP" if due and rng.random() < 0.3 else "", "Mật" if number == SECRET_IN else "",
    )  # fmt: skip


def _days(rng: random.Random, count: int) -> Iterator[date]:
    """So many working days of the year, in order."""
    days = [day for n in range(365) if is_working(day := date(YEAR, 1, 1) + timedelta(days=n))]
    return iter(sorted(rng.choices(days, k=count)))


def _next(day: date) -> date:
    return _after(day, 1)


def _after(day: date, working: int) -> date:
    while working:
        day += timedelta(days=1)
        working -= is_working(day)
    return day
