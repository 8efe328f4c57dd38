"""Looking communes up by code, by name and by day. A code names a commune only together with a day.

18115 was phường Bắc Hồng and is phường Bắc Hồng Lĩnh; 3,315 codes were given again so.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from chuan.rules.vietnamese import fold

TURN = date(2025, 7, 1)
"""Districts ended and communes were rearranged on this day (72/2025/QH15; reported, not read)."""

KIND_WORDS = {
    "province": "tỉnh", "ward": "phường", "commune": "xã", "township": "thị trấn", "special_zone": "đặc khu",
}  # fmt: skip


class How(StrEnum):
    """How an old commune went into a new one, as its resolution says."""

    WHOLE = "whole"
    PARTIAL = "partial"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Commune:
    """A ward, commune, township or special zone of one side of ``TURN``; ``district`` is "" after it."""

    code: str
    kind: str
    name: str
    district: str
    province_code: str
    province: str
    after: bool

    @property
    def since(self) -> date | None:
        """From when the list knows it: ``TURN``, or None for the old side, which does not say."""
        return TURN if self.after else None

    @property
    def until(self) -> date | None:
        """The first day without it: ``TURN`` for the old side."""
        return None if self.after else TURN

    @property
    def titled(self) -> str:
        """ "phường Bắc Hồng Lĩnh"."""
        return f"{KIND_WORDS[self.kind]} {self.name}"

    @property
    def where(self) -> str:
        """The district, if there is one, and the province: tells communes of one name apart."""
        return ", ".join(one for one in (self.district, self.province) if one)

    @property
    def province_name(self) -> str:
        """The province without its kind: "Hà Tĩnh"."""
        for kind in ("Thành phố ", "Tỉnh "):
            if self.province.startswith(kind):
                return self.province.removeprefix(kind)
        return self.province


@dataclass(frozen=True, slots=True)
class Passing:
    """An old commune that went into a new one."""

    old: Commune
    new: Commune
    how: How


def communes_on(on: date) -> tuple[Commune, ...]:
    """Every commune of the list in force on the day, in order of code.

    The old list is that of the last day before ``TURN``; rearrangements of earlier years are not in it.
    """
    return tuple(_side(on >= TURN).values())


def named(code: str, on: date) -> Commune | None:
    """The commune that the code names on the day; None when it names none."""
    return _side(on >= TURN).get(code.strip())


def find(text: str, on: date, *, most: int = 20) -> tuple[Commune, ...]:
    """Communes that are called so on the day, marks and case aside; the nearest first.

    "bắc hồng", "phuong bac hong" and "Bắc Hồng, Hà Tĩnh" all find phường Bắc Hồng; a code finds its own.
    """
    name, _, place = fold(text).partition(",")
    words, asked_kind = _without_kind(" ".join(name.split()))
    if not words:
        return ()
    if words.isdigit() and (one := named(words, on)):
        return (one,)
    found = [
        (_distance(folded, words), len(folded), one)
        for folded, one in _folded(on >= TURN)
        if words in folded and asked_kind in ("", one.kind) and place.strip() in fold(one.where)
    ]
    found.sort(key=lambda each: (each[0], each[1], each[2].code))
    return tuple(one for _, _, one in found[:most])


def successors(code: str) -> tuple[Passing, ...]:
    """What became of the commune that had this code before ``TURN``; empty when the list could not be read."""
    return _passings()[0].get(code, ())


def predecessors(code: str) -> tuple[Passing, ...]:
    """What the commune that has this code since ``TURN`` was made from; empty when the list could not be read."""
    return _passings()[1].get(code, ())


def _without_kind(words: str) -> tuple[str, str]:
    for kind, said in KIND_WORDS.items():
        if words.startswith(f"{fold(said)} "):
            return words[len(said) + 1 :], kind
    return words, ""


def _distance(folded: str, words: str) -> int:
    """0 the same name, 1 begins with it, 2 has it as whole words, 3 has its letters."""
    if folded == words:
        return 0
    if folded.startswith(f"{words} "):
        return 1
    return 2 if f" {words} " in f" {folded} " else 3


@cache
def _sides() -> tuple[dict[str, Commune], dict[str, Commune]]:
    rows = list(csv.reader(io.StringIO(_read("units.csv.gz"))))
    provinces = {(side, code): name for side, code, kind, name, _, _ in rows if kind == "province"}
    sides: tuple[dict[str, Commune], dict[str, Commune]] = ({}, {})
    for side, code, kind, name, district, province in rows:
        if kind != "province":
            where = provinces[side, province]
            sides[side == "a"][code] = Commune(code, kind, name, district, province, where, side == "a")
    return sides


def _side(after: bool) -> dict[str, Commune]:
    return _sides()[after]


@cache
def _folded(after: bool) -> tuple[tuple[str, Commune], ...]:
    return tuple((fold(one.name), one) for one in _side(after).values())


@cache
def _passings() -> tuple[dict[str, tuple[Passing, ...]], dict[str, tuple[Passing, ...]]]:
    forth: defaultdict[str, list[Passing]] = defaultdict(list)
    back: defaultdict[str, list[Passing]] = defaultdict(list)
    old_side, new_side = _sides()
    for old, new, how in csv.reader(io.StringIO(_read("successions.csv.gz"))):
        passing = Passing(old_side[old], new_side[new], How(how))
        forth[old].append(passing)
        back[new].append(passing)
    return ({k: tuple(v) for k, v in forth.items()}, {k: tuple(v) for k, v in back.items()})


def _read(name: str) -> str:
    return gzip.decompress((files("chuan.law.admin_units") / name).read_bytes()).decode("utf-8")
