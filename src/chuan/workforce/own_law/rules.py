"""The law of ranking or of titles on a day as its page shows it: value, act, how sure, what the unit put in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.clocks.legal import OwnValue, Rule, Span
from chuan.clocks.saying import source_words, sure_words
from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Parameter, Value
from chuan.rules.ranking import DISCIPLINE_NAMES, LEVEL_NAMES, Discipline, Level, said_share
from chuan.rules.types import Sure
from chuan.workforce import refusals_own_law as refusals
from chuan.workforce.own_law.books import Book, Form, Opening, canonical
from chuan.workforce.own_law.kept import own_values

_GROUPS: Mapping[str, str | Promise] = {
    "title": later("Các danh hiệu"),
    "considered": later("Ai được xét"),
    "advanced_worker": later("Lao động tiên tiến"),
    "emulation_fighter": later("Chiến sĩ thi đua cơ sở"),
    "advanced_team": later("Tập thể lao động tiên tiến"),
    "excellent_team": later("Tập thể lao động xuất sắc"),
    "council": later("Hội đồng"),
    "transition": later("Chuyển tiếp giữa hai luật"),
    "bonus": later("Tiền thưởng"),
    "ranking": later("Cách xếp loại, kỳ"),
    "group": later("Nhóm được so với nhau"),
    "points": later("Điểm"),
    "results": later("Kết quả nhiệm vụ"),
    "year": later("Điểm cả năm"),
    "failed": later("Khi nào là không hoàn thành"),
    "cap": later("Tỷ lệ xuất sắc"),
    "head": later("Người đứng đầu"),
    "words": later("Tiêu chí bằng lời"),
}
_UNITS: Mapping[str, str | Promise] = {
    "month": later("%s tháng"),
    "working_day": later("%s ngày làm việc"),
    "point": later("%s điểm"),
    "part": later("%s phần"),
    "base_salary": later("%s lần mức lương cơ sở"),
    "unit": later("%s đơn vị"),
}
_WORDS: Mapping[tuple[str, str], str | Promise] = {
    ("", "yes"): later("có"),
    ("", "no"): later("không"),
    ("title", "person"): later("cho cá nhân"),
    ("title", "team"): later("cho tập thể"),
    ("how", "any"): later("cần một thành tích"),
    ("how", "all"): later("cần cả hoàn thành xuất sắc và sáng kiến"),
    ("how", "mean"): later("trung bình các kỳ"),
    ("how", "months"): later("theo số tháng"),
    ("base", "members"): later("tổng số thành viên"),
    ("base", "present"): later("số phiếu phát ra"),
    ("base", "asked"): later("số được giao"),
    ("regime", "words"): later("tiêu chí bằng lời"),
    ("regime", "points"): later("chấm điểm"),
    ("period", "year"): later("năm"),
    ("period", "month_or_quarter"): later("tháng hoặc quý"),
    ("rounding", "down"): later("làm tròn xuống"),
    ("rounding", "nearest"): later("làm tròn đến số gần nhất"),
    ("rounding", "up"): later("làm tròn lên"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Rules of one matter."""

    title: str
    rules: Sequence[Rule]


def groups_on(book: Book, unit: Unit, on: date) -> list[Group]:
    """Every value of the day by matter, the unit's own in place; two statements. Raises what ``book.law`` raises."""
    plain = book.law(on, None).values
    law = book.law(on, own_values(unit, book))
    own, found = _own_rows(book, unit), dict[str, list[Rule]]()
    for key, value in law.values.items():
        rule = _rule(book, book.parameters[key], (value, plain[key]), own.get(key, []), on)
        found.setdefault(key.partition(".")[0], []).append(rule)
    return [Group(str(_GROUPS.get(name, name)), rules) for name, rules in found.items()]


def value_words(value: str, unit: str) -> str:
    """A value as a person says it: "6 tháng", "15 %", "cảnh cáo", "không"."""
    if unit == "discipline":
        return DISCIPLINE_NAMES[Discipline(value)]
    if unit == "level":
        return LEVEL_NAMES[Level(value)]
    if unit == "share":
        return _share_words(Fraction(value))
    if (unit, value) in _WORDS:
        return str(_WORDS[unit, value])
    if unit == "base_salary":
        value = str(float(Fraction(value))).removesuffix(".0").replace(".", ",")
    return str(_UNITS[unit]) % value if unit in _UNITS else value


def _share_words(share: Fraction) -> str:
    """15 %, and 2/3 where per cent would have to be cut."""
    return said_share(share) if (share * 10000).denominator == 1 else str(share)


def title_of(book: Book, key: str) -> str:
    """The name of a rule; "" for one that does not exist."""
    found = book.parameters.get(key)
    return found.title if found else ""


def open_value(book: Book, key: str, on: date) -> tuple[Opening, Value]:
    """What a unit may set on the day, and the unverified value it stands in place of.

    Raises ``OwnValueFixed`` for what an act says itself and for unknown keys; what ``book.law`` raises.
    """
    value = book.law(on, None).values.get(key)
    if value is None or value.sure is not Sure.UNVERIFIED or key not in book.openings:
        raise refusals.OwnValueFixed(act=source_words(value.citation) if value else key[:40])
    return book.openings[key], value


def checked(opening: Opening, typed: str) -> str:
    """What was typed, as the file would hold it. Raises ``OwnValueWrong``."""
    told = canonical(opening, typed)
    if told is None:
        raise refusals.OwnValueWrong(typed=typed[:40], fits=str(FITS[opening.form]))
    return told


FITS: Mapping[Form, str | Promise] = {
    Form.MONTHS: later("số tháng từ 1 đến 12"),
    Form.DAYS: later("số ngày từ 1 đến 366"),
    Form.SHARE: later("một tỷ lệ như 15 % hoặc 2/3, không quá 100 %"),
    Form.CHOICE: later("một mục trong danh sách"),
}
"""What each form of value takes, in words."""


def _rule(book: Book, named: Parameter, pair: tuple[Value, Value], own: Sequence[OwnValue], on: date) -> Rule:
    value, base = pair
    is_own = value != base
    return Rule(
        key=named.key, title=named.title, words=value_words(value.value, value.unit),
        source=source_words(value.citation), sure=_("đơn vị đặt") if is_own else sure_words(value.sure),
        verified=value.sure is Sure.READ, since=value.valid_from, own=is_own,
        open=base.sure is Sure.UNVERIFIED and named.key in book.openings, own_values=own,
        spans=list(_spans(named, on)),
    )  # fmt: skip


def _spans(named: Parameter, on: date) -> Iterator[Span]:
    for one in named.versions:
        yield Span(
            words=value_words(one.value, one.unit), source=source_words(one.citation), sure=sure_words(one.sure),
            since=one.valid_from, until=one.valid_to, now=one.holds_on(on),
        )  # fmt: skip


def _own_rows(book: Book, unit: Unit) -> dict[str, list[OwnValue]]:
    """What the unit set, the latest first; a later version of the same day replaces an earlier one."""
    keys = {book.setting(key): key for key in book.openings}
    rows = UnitSetting.objects.filter(unit=unit, key__in=keys).order_by("-valid_from", "-version")
    found: dict[str, list[OwnValue]] = {}
    seen: set[tuple[str, date]] = set()
    for row in rows:
        key = keys[row.key]
        words = value_words(row.value, book.parameters[key].versions[-1].unit)
        told = OwnValue(words, row.citation, row.valid_from, row.recorded_at, (key, row.valid_from) in seen)
        seen.add((key, row.valid_from))
        found.setdefault(key, []).append(told)
    return found
