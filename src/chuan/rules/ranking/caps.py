"""How many may be ranked outstanding: base, share and arithmetic in words, told before anybody votes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from chuan.rules.law import Value
from chuan.rules.ranking.amounts import amount, said_share
from chuan.rules.ranking.levels import LEVEL_NAMES, Level
from chuan.rules.ranking.scoring import Law
from chuan.rules.refusals.ranking import HeadAboveUnit, LevelsMiscounted
from chuan.rules.types import Citation, Sure

TEAMS = "team"
"""The key of a group of sub-units instead of people: with few of them a number stands instead of a share."""

_BOTH = {False: "không tính số đề nghị xuất sắc vào số làm mẫu", True: "tính cả số đề nghị xuất sắc"}
_NOUNS = {TEAMS: "đơn vị"}


@dataclass(frozen=True, slots=True)
class CapReading:
    """One way to read the base: whether those proposed as outstanding are inside it."""

    excellent_inside: bool
    base: int
    allowed: int
    sentence: str


@dataclass(frozen=True, slots=True)
class GroupCap:
    """A group's cap. ``held`` is the reading the law data holds, ``other`` the one it may also mean.

    ``lower``: how many of the proposed, put one level down, would make the rest fit; 0 where it fits. Who that
    is, only people say.
    """

    group: str
    noun: str
    proposed: int
    held: CapReading
    other: CapReading
    lower: int
    by_number: bool
    share: Fraction
    citation: Citation
    sure: Sure
    base_sure: Sure

    @property
    def fits(self) -> bool:
        """Whether what is proposed fits by the reading held."""
        return self.proposed <= self.held.allowed

    @property
    def readings_differ(self) -> bool:
        """Whether the other reading, not settled by any text, would say otherwise."""
        return (
            self.base_sure is Sure.UNVERIFIED
            and not self.by_number
            and self.fits != (self.proposed <= self.other.allowed)
        )

    @property
    def warning(self) -> str:
        """What to say before the vote; empty where it fits by both readings."""
        if self.fits and not self.readings_differ:
            return ""
        said = (
            f"Nhóm “{self.group}” đề nghị {self.proposed} {self.noun} “{LEVEL_NAMES[Level.EXCELLENT]}”. "
            f"{self.held.sentence}"
        )
        if self.readings_differ:
            said = f"{said} Nếu {_BOTH[self.other.excellent_inside]}: {self.other.sentence}"
        if not self.lower:
            return said
        base = "" if self.by_number else f"; số hạ xuống “{LEVEL_NAMES[Level.GOOD]}” được cộng vào số làm mẫu"
        return f"{said} Cần giảm ít nhất {self.lower} {self.noun} trước khi bỏ phiếu{base}."


@dataclass(frozen=True, slots=True)
class CapVerdict:
    """The caps of all groups."""

    groups: tuple[GroupCap, ...]

    @property
    def fits(self) -> bool:
        """Whether every group fits."""
        return all(one.fits for one in self.groups)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to say before the vote, by group."""
        return tuple(one.warning for one in self.groups if one.warning)


def capped(
    proposed: Mapping[str, Mapping[Level, int]],
    law: Law,
    *,
    outstanding: bool = False,
    names: Mapping[str, str] | None = None,
) -> CapVerdict:
    """What is proposed in each group (how many at each level) against the cap of the day.

    Base: those proposed "hoàn thành tốt nhiệm vụ" in the same group (335/2025/NĐ-CP, Điều 20 khoản 5).
    ``outstanding``: the body has the achievements that allow the higher share. Raises `LevelsMiscounted`.
    """
    share = law.get("cap.excellent.outstanding") if outstanding else None
    used = share or law["cap.excellent"]
    return CapVerdict(
        tuple(_group(key, (names or {}).get(key, key), levels, used, law) for key, levels in proposed.items())
    )


def head_against_unit(head: Level, unit: Level, law: Law) -> None:
    """Raises `HeadAboveUnit` where a head is ranked above his unit and the law of the day says he may not be."""
    if law["head.not_above_unit"].value == "yes" and head.rank > unit.rank:
        raise HeadAboveUnit(head=LEVEL_NAMES[head], unit=LEVEL_NAMES[unit])


def _group(key: str, name: str, levels: Mapping[Level, int], used: Value, law: Law) -> GroupCap:
    for level, count in levels.items():
        if count < 0:
            raise LevelsMiscounted(group=name, level=LEVEL_NAMES[level])
    excellent = levels.get(Level.EXCELLENT, 0)
    few = _few(key, levels, law)
    inside = law["cap.base.excellent_inside"]
    noun = _NOUNS.get(key, "người")
    held = few or _reading(levels, inside.value == "yes", used, law, noun)
    other = few or _reading(levels, inside.value != "yes", used, law, noun)
    return GroupCap(
        name, noun, excellent, held, other, _lower(levels, held, few is not None, used, law), few is not None,
        amount(used), used.citation, used.sure, inside.sure,
    )  # fmt: skip


def _few(key: str, levels: Mapping[Level, int], law: Law) -> CapReading | None:
    """The number that stands instead of the share for few sub-units (233/2026/NĐ-CP); None elsewhere."""
    units, below = sum(levels.values()), law.get("cap.few_units.below")
    if key != TEAMS or below is None or units >= below.whole:
        return None
    most = law["cap.few_units.most"].whole
    sentence = f"Chỉ có {units} đơn vị, dưới {below.whole}, nên được tối đa {most}."
    return CapReading(False, units, most, sentence)


def _reading(levels: Mapping[Level, int], inside: bool, used: Value, law: Law, noun: str = "") -> CapReading:
    level = Level(law["cap.base"].value)
    good, excellent = levels.get(level, 0), levels.get(Level.EXCELLENT, 0)
    base = good + excellent if inside else good
    allowed = _whole(base * amount(used), law)
    counted = f"{good} {noun} “{LEVEL_NAMES[level]}”"
    counted = f"{counted} và {excellent} {noun} đề nghị xuất sắc" if inside else counted
    most = f"được tối đa {allowed} {noun}" if allowed else f"chưa đủ để xếp {noun} nào"
    sentence = f"{said_share(amount(used))} của {counted} {most}."
    return CapReading(inside, base, allowed, sentence)


def _whole(people: Fraction, law: Law) -> int:
    """Whole people, rounded as the law data says."""
    how = law["cap.rounding"].value
    if how == "up":
        return ceil(people)
    return floor(people + Fraction(1, 2)) if how == "nearest" else floor(people)


def _lower(levels: Mapping[Level, int], held: CapReading, by_number: bool, used: Value, law: Law) -> int:
    """The fewest to put one level down; one put down joins the base."""
    excellent, good = levels.get(Level.EXCELLENT, 0), levels.get(Level.GOOD, 0)
    if by_number:
        return max(0, excellent - held.allowed)
    return next(
        down
        for down in range(excellent + 1)
        if excellent - down
        <= _reading(
            {Level.EXCELLENT: excellent - down, Level.GOOD: good + down}, held.excellent_inside, used, law
        ).allowed
    )
