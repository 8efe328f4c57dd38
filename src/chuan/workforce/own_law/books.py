"""The two files of law of this room, and which of their values a unit may put its own in place of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.law.ranking import ranking_law
from chuan.law.titles import title_law
from chuan.law.values import parameters
from chuan.rules.law import Parameter, Value
from chuan.rules.ranking import DISCIPLINE_NAMES, LEVEL_NAMES, Discipline, Level

Words = Mapping[str, str | Promise]
Overrides = Mapping[str, Iterable[Value]]


class Form(StrEnum):
    """What a value looks like."""

    MONTHS = "months"
    DAYS = "days"
    SHARE = "share"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Opening:
    """A value that a unit may set: its form, and for a choice each value with its words."""

    form: Form
    choices: Words = field(default_factory=dict)


class Law(Protocol):
    """What both laws of a day have."""

    @property
    def values(self) -> Mapping[str, Value]:
        """The values by key."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The names of values by key."""


@dataclass(frozen=True, slots=True)
class Book:
    """One file of law: its address, its name, its law of a day, what a unit may set in it."""

    slug: str
    file: str
    title: str | Promise
    law: Callable[[date, Overrides | None], Law]
    openings: Mapping[str, Opening]

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """Every value of the file through time."""
        return parameters(self.file)

    def setting(self, key: str) -> str:
        """The name a unit's own value is kept under (``UnitSetting.key``)."""
        return f"{self.file}_law.{key}"


YES_NO: Words = {"yes": _("có"), "no": _("không")}
_MONTHS, _DAYS, _SHARE = Opening(Form.MONTHS), Opening(Form.DAYS), Opening(Form.SHARE)
_YES_NO = Opening(Form.CHOICE, YES_NO)
_LEVEL = Opening(Form.CHOICE, {one.value: LEVEL_NAMES[one] for one in Level})
_DISCIPLINE = Opening(
    Form.CHOICE, {one.value: DISCIPLINE_NAMES[one] for one in Discipline if one is not Discipline.NONE}
)
_JOINED = Opening(
    Form.CHOICE, {"any": _("cần một thành tích"), "all": _("cần cả hoàn thành xuất sắc và sáng kiến")}
)
_BASE = Opening(Form.CHOICE, {"members": _("tổng số thành viên"), "present": _("số phiếu phát ra")})
_ROUNDING = Opening(
    Form.CHOICE,
    {"down": _("làm tròn xuống"), "nearest": _("làm tròn đến số gần nhất"), "up": _("làm tròn lên")},
)

TITLES = Book(
    "danh-hieu", "titles", _("Quy định về danh hiệu thi đua"), title_law,
    {
        "considered.months": _MONTHS, "considered.leave": _DAYS, "considered.maternity": _YES_NO,
        "considered.discipline": _DISCIPLINE, "advanced_worker.level": _LEVEL, "advanced_worker.movement": _YES_NO,
        "emulation_fighter.joined": _JOINED, "emulation_fighter.excellent": _YES_NO,
        "emulation_fighter.initiative": _YES_NO, "emulation_fighter.research": _YES_NO,
        "emulation_fighter.share": _SHARE,
        "advanced_team.level": _LEVEL, "advanced_team.movement": _YES_NO, "advanced_team.share": _SHARE,
        "advanced_team.discipline": _DISCIPLINE, "advanced_team.unity": _YES_NO,
        "excellent_team.level": _LEVEL, "excellent_team.completed": _SHARE, "excellent_team.share": _SHARE,
        "excellent_team.fighter": _YES_NO, "excellent_team.discipline": _DISCIPLINE,
        "council.quorum": _SHARE, "council.base": _BASE, "council.advanced_worker": _SHARE,
        "council.emulation_fighter": _SHARE, "council.advanced_team": _SHARE, "council.excellent_team": _SHARE,
        "council.more_than": _YES_NO, "council.own_ballot": _YES_NO,
    },
)  # fmt: skip
RANKING = Book(
    "xep-loai", "ranking", _("Quy định về xếp loại"), ranking_law,
    {
        "cap.excellent": _SHARE, "cap.base.excellent_inside": _YES_NO, "cap.rounding": _ROUNDING,
        "results.over": _YES_NO, "head.not_above_unit": _YES_NO,
    },
)  # fmt: skip
BOOKS: Mapping[str, Book] = {one.slug: one for one in (TITLES, RANKING)}
"""By the word of the address."""

MOST = {Form.MONTHS: 12, Form.DAYS: 366}
_PART = re.compile(r"(\d{1,3})/(\d{1,3})")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?%?")


def canonical(opening: Opening, typed: str) -> str | None:
    """What was typed as the file would hold it ("15 %" and "15" are "3/20", "1" is all); None for what it cannot be."""
    told = "".join(typed.split())
    if opening.form is Form.CHOICE:
        return told if told in opening.choices else None
    if opening.form is Form.SHARE:
        share = _share(told)
        return str(share) if share is not None and 0 < share <= 1 else None
    fits = told.isascii() and told.isdecimal() and len(told) <= 3 and 1 <= int(told) <= MOST[opening.form]
    return str(int(told)) if fits else None


def _share(told: str) -> Fraction | None:
    if found := _PART.fullmatch(told):
        part, whole = int(found[1]), int(found[2])
        return Fraction(part, whole) if whole else None
    if told == "1":
        return Fraction(1)
    if found := _PERCENT.fullmatch(told):
        return Fraction(f"{found[1]}.{found[2] or 0}") / 100
    return None
