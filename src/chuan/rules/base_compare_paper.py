"""The head of a paper that a plan may rest on, and what has to be asked before it is taken for the basis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chuan.rules.decision_text.flat import flatten
from chuan.rules.decision_text.header import Head, read_head
from chuan.rules.vietnamese import fold

_HEAD = 12_000
_TITLE = 600
_YEAR = re.compile(r"năm\s+(20\d\d)(?!\d)", re.IGNORECASE)
_SPAN = re.compile(r"(20\d\d)\s*[-–]\s*(20\d\d)")
_DATED = re.compile(r"(?:ngày|tháng)[^,;\n]{0,30}?năm\s+20\d\d", re.IGNORECASE)
_SESSION = re.compile(r"\s*,?\s*(?:khóa|khoá|kỳ họp|nhiệm kỳ)\b.*$", re.IGNORECASE)
_LEVELS = r"phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh"
_NAMED = re.compile(rf"(?<!\w)({_LEVELS})\s+(.+)$", re.IGNORECASE)
_COMMUNES = ("phường", "xã", "thị trấn", "đặc khu")
_PROVINCE = "tỉnh"
"""A "thành phố" may be a province or lie in one: its name is not asked about."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What the head says; empty where it does not. ``year``: whose promises it holds; ``kind`` as ``Basis.Kind``."""

    kind: str
    type: str
    number: str
    issued_on: date | None
    issuer: str
    year: int | None

    @property
    def name(self) -> str:
        """ "Nghị quyết 45/NQ-HĐND ngày 22/12/2020"; "" where no number was read."""
        if not self.number:
            return ""
        day = f"ngày {self.issued_on:%d/%m/%Y}" if self.issued_on else ""
        return " ".join(part for part in (self.type or "Văn bản", self.number, day) if part)


@dataclass(frozen=True, slots=True)
class Home:
    """The unit: its kind and name in small and capital letters as papers write them, its province where known."""

    kind: str
    name: str
    province: str = ""
    before: tuple[str, ...] = ()
    """Names of communes that became this one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about the whole paper: a code, and what it speaks of."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


def read_paper(text: str) -> Paper:
    """Type, number, day, issuer and year of a paper, as its head writes them."""
    head = read_head(flatten(text[:_HEAD]))
    issuer = _issuer(head.issuer.value if head.issuer else "")
    type_ = head.type.value if head.type else ""
    number = "/".join(one.value for one in (head.number, head.symbol) if one) if head.number else ""
    on = head.on.value if head.on else None
    return Paper(_kind(type_, number, issuer), type_, number, on, issuer, _year(text, head))


def questions(paper: Paper, text: str, *, year: int, home: Home, decided_on: date | None) -> list[Asked]:
    """What is asked before the paper is the basis of the plan of ``year``; ``decided_on``: the day of the Decision."""
    return list(_questions(paper, text, year, home, decided_on))


def _questions(paper: Paper, text: str, year: int, home: Home, decided_on: date | None) -> Iterator[Asked]:
    if not paper.number or paper.issued_on is None:
        yield Asked("unnumbered")
    if paper.year is not None and paper.year != year:
        yield Asked("other_year", (("theirs", str(paper.year)), ("ours", str(year))))
    level, name = _level(paper.issuer)
    if level in _COMMUNES and not _same(name, (home.name, *home.before)):
        yield Asked("other_unit", (("theirs", paper.issuer), ("ours", f"{home.kind} {home.name}")))
    if level == _PROVINCE and home.province and not _same(name, (_level(home.province)[1] or home.province,)):
        yield Asked("other_province", (("theirs", paper.issuer), ("ours", home.province)))
    if (
        level
        and level not in _COMMUNES
        and not any(fold(one) in fold(text) for one in (home.name, *home.before))
    ):
        yield Asked("not_named", (("theirs", paper.issuer), ("ours", f"{home.kind} {home.name}")))
    if paper.issued_on is not None and decided_on is not None and paper.issued_on > decided_on:
        yield Asked("later", (("theirs", f"{paper.issued_on:%d/%m/%Y}"), ("ours", f"{decided_on:%d/%m/%Y}")))


def _kind(type_: str, number: str, issuer: str) -> str:
    council = "hdnd" in fold(number) or fold(issuer).startswith("hoi dong nhan dan")
    if fold(type_) == "nghi quyet" and council:
        return "resolution"
    return "assignment" if _level(issuer)[0] not in ("", *_COMMUNES) else "other"


def _issuer(read: str) -> str:
    """ "HỘI ĐỒNG NHÂN DÂN PHƯỜNG BẮC HỒNG KHÓA XIX, KỲ HỌP THỨ 12" → "Hội đồng nhân dân phường Bắc Hồng"."""
    bare = " ".join(_SESSION.sub("", " ".join(read.split())).split())
    if not bare.isupper():
        return bare
    low = bare.lower()
    named = _NAMED.search(low)
    if named is None:
        return low[:1].upper() + low[1:]
    before = f"{low[: named.start()].strip()} {named[1]}".strip()
    return f"{before[:1].upper()}{before[1:]} {named[2].title()}"


def _level(issuer: str) -> tuple[str, str]:
    named = _NAMED.search(issuer)
    return (named[1].lower(), named[2]) if named else ("", "")


def _same(name: str, own: tuple[str, ...]) -> bool:
    """Whether the issuer's name is one of ours; what stands after it ("huyện …") is left aside."""
    folded, names = fold(name), [fold(one) for one in own if one]
    return any(folded == one or folded.startswith((f"{one} ", f"{one},")) for one in names)


def _year(text: str, head: Head) -> int | None:
    """The year the subject names; else the one named most in the first lines, dates left aside. None: not said."""
    subject = head.subject.value if head.subject else ""
    said = _YEAR.findall(_SPAN.sub(" ", subject))
    if said:
        return int(said[-1])
    lines = _DATED.sub(" ", text[: _TITLE * 4])
    named = Counter(_YEAR.findall(lines)).most_common(1)
    return int(named[0][0]) if named and not subject else None
