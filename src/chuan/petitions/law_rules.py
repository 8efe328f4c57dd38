"""The law of petitions on a day as its page shows it, and which of its values a unit may put its own in place of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.clocks.legal import OwnValue, Rule
from chuan.clocks.saying import source_words, sure_words
from chuan.law.petitions import petition_law, petition_parameters
from chuan.people.models import Unit, UnitSetting
from chuan.petitions import refusals_settings as refusals
from chuan.petitions.lawful import bench_of
from chuan.rules.law import Parameter, Value
from chuan.rules.types import Sure

GROUPS: Mapping[str, str | Promise] = {
    "complaint": later("Khiếu nại"),
    "denunciation": later("Tố cáo"),
    "feedback": later("Phản ánh, kiến nghị"),
    "reception": later("Tiếp công dân"),
    "": later("Mọi loại đơn"),
}
_UNITS: Mapping[str, str | Promise] = {
    "working_day": later("%s ngày làm việc"),
    "calendar_day": later("%s ngày"),
    "time": later("%s lần"),
    "signer": later("%s người"),
    "case": later("%s vụ việc"),
    "form": later("mẫu số %s"),
    "copy": later("%s bản"),
    "column": later("%s cột"),
    "criterion": later("%s tiêu chí"),
    "ground": later("%s căn cứ"),
    "day_per_week": later("%s ngày mỗi tuần"),
    "day_per_month": later("%s ngày mỗi tháng"),
    "share": later("%s"),
}
_WORDS: Mapping[str, str | Promise] = {
    "yes": later("có"),
    "no": later("không"),
    "decision_day": later("ngày ra quyết định tiếp tục"),
    "own_and_direct_staff": later("của mình và của người do mình trực tiếp quản lý"),
    "direct_officials": later("của cán bộ, công chức do mình trực tiếp quản lý"),
    "district": later("cấp huyện"),
    "province": later("cấp tỉnh"),
    "check_if_specific": later("kiểm tra khi nội dung cụ thể"),
    "sealed": later("giữ kín"),
    "goes_on": later("vẫn tiếp tục"),
    "notarised_or_certified": later("công chứng hoặc chứng thực"),
    "party_body": later("chuyển tổ chức đảng"),
    "report_at_once": later("báo cáo ngay"),
    "warning": later("cảnh cáo trở lên"),
    "quarter,half,year": later("quý, 6 tháng, năm"),
}
MOST_DAYS = 366
_SHARE = re.compile(r"\d{1,2}/\d{1,2}")


@dataclass(frozen=True, slots=True)
class Group:
    """The rules of one kind of petition."""

    title: str
    rules: Sequence[Rule]


def groups_on(unit: Unit, on: date) -> list[Group]:
    """Every rule of the day by kind, the unit's own in place. Raises ``PetitionLawNotHeld`` before 2019."""
    plain, values = petition_law(on).values, bench_of(unit).values(on)
    own = _own_values(unit)
    found: dict[str, list[Rule]] = {key: [] for key in GROUPS}
    for key, value in values.items():
        room = key.partition(".")[0]
        found[room if room in GROUPS else ""].append(_rule(key, value, plain[key], own.get(key, [])))
    return [Group(str(GROUPS[key]), rules) for key, rules in found.items() if rules]


def value_words(value: str, unit: str = "") -> str:
    """A value as a person says it: "7 ngày làm việc", "không", "3/5"."""
    if value in _WORDS:
        return str(_WORDS[value])
    return str(_UNITS[unit]) % value if unit in _UNITS else value


def title_of(key: str) -> str:
    """The name of a rule; "" for one that does not exist."""
    found = petition_parameters().get(key)
    return found.title if found else ""


def open_value(key: str, on: date) -> Value:
    """The unverified value of a rule on the day, which a unit may put its own in place of.

    Raises ``RuleFixed`` for what an act that was read says itself, for words that are no number, and for unknown keys.
    """
    value = petition_law(on).values.get(key)
    if value is None or value.sure is not Sure.UNVERIFIED or not _settable(value):
        raise refusals.RuleFixed(act=source_words(value.citation) if value else key[:40])
    return value


def checked(value: Value, typed: str) -> str:
    """What was typed, as a value of the rule. Raises ``RuleValueWrong``."""
    said = "".join(typed.split())
    if value.value in ("yes", "no"):
        fits = said in ("yes", "no")
    elif value.value.isdecimal():
        fits = said.isdecimal() and 1 <= int(said) <= MOST_DAYS
        said = str(int(said)) if fits else said
    else:
        fits = bool(_SHARE.fullmatch(said)) and "/0" not in said and 0 < Fraction(said) <= 1
    if not fits:
        raise refusals.RuleValueWrong(typed=typed[:40])
    return said


def _settable(value: Value) -> bool:
    return value.value in ("yes", "no") or value.value.isdecimal() or bool(_SHARE.fullmatch(value.value))


def _rule(key: str, value: Value, base: Value, own_values: Sequence[OwnValue]) -> Rule:
    own = value != base
    return Rule(
        key=key, title=title_of(key), words=value_words(value.value, value.unit), source=source_words(value.citation),
        sure=_("đơn vị đặt") if own else sure_words(value.sure), verified=value.sure is Sure.READ,
        since=value.valid_from, own=own, open=base.sure is Sure.UNVERIFIED and _settable(base), own_values=own_values,
    )  # fmt: skip


def _own_values(unit: Unit) -> dict[str, list[OwnValue]]:
    """What the unit set, the latest first."""
    rows = UnitSetting.objects.filter(unit=unit, key__in=petition_parameters()).order_by(
        "-valid_from", "-version"
    )
    found: dict[str, list[OwnValue]] = {}
    for row in rows:
        unit_of_time = _unit_of(petition_parameters()[row.key], row.valid_from)
        told = OwnValue(value_words(row.value, unit_of_time), row.citation, row.valid_from, row.recorded_at)
        found.setdefault(row.key, []).append(told)
    return found


def _unit_of(parameter: Parameter, on: date) -> str:
    return next((one.unit for one in _holding(parameter, on)), parameter.versions[-1].unit)


def _holding(parameter: Parameter, on: date) -> Iterator[Value]:
    return (one for one in parameter.versions if one.holds_on(on))
