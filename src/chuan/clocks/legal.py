"""The rules of dossiers' clocks as a page shows them: the value of a day, its act, how sure, the unit's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.clocks.offices import law_of
from chuan.clocks.saying import source_words, sure_words
from chuan.law.clock_rules import CHOICES, dossier_law, portal_value
from chuan.law.values import parameters
from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Parameter, Value
from chuan.rules.types import Sure

_SAID: dict[tuple[str, str], str | Promise] = {
    ("dossier.supplement", "restart"): gettext_lazy("tính lại từ đầu"),
    ("dossier.supplement", "pause"): gettext_lazy("tính tiếp phần còn lại"),
    ("dossier.start", "receipt"): gettext_lazy("từ lần tiếp nhận đầu"),
    ("dossier.start", "competent_body"): gettext_lazy("từ khi cơ quan có thẩm quyền nhận được hồ sơ"),
    ("dossier.day_zero", "yes"): gettext_lazy("không tính ngày tiếp nhận"),
    ("dossier.roll", "yes"): gettext_lazy("lùi tới ngày làm việc tiếp theo"),
    ("dossier.end_of_day", "office_hours"): gettext_lazy("hết giờ làm việc"),
    ("dossier.counted", "office"): gettext_lazy("chỉ khi hồ sơ ở cơ quan mình"),
    ("dossier.counted", "office,other_agency"): gettext_lazy("cả khi hồ sơ ở cơ quan khác"),
    ("dossier.start.cutoff.applies", "no"): gettext_lazy("không dùng giờ chốt"),
    ("dossier.start.cutoff.applies", "yes"): gettext_lazy("có dùng giờ chốt"),
    ("dossier.extension.moves", "lawful_due"): gettext_lazy("đổi hạn theo quy định"),
    ("dossier.extension.moves", "appointment"): gettext_lazy("chỉ đổi ngày hẹn"),
    ("portal.on_time", "supplement_subtracted"): gettext_lazy("trừ thời gian chờ bổ sung"),
}
_UNITS: dict[str, str | Promise] = {
    "working_day": gettext_lazy("%s ngày làm việc"),
    "calendar_day": gettext_lazy("%s ngày"),
}
_PLAIN: dict[str, str | Promise] = {
    "dossier.supplement.times": gettext_lazy("%s lần"),
    "dossier.extension.times": gettext_lazy("%s lần"),
    "dossier.warn_at": gettext_lazy("%s thời hạn"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """One value through time: from a day, until a day that is no longer in it."""

    words: str
    source: str
    sure: str
    since: date
    until: date | None
    now: bool


@dataclass(frozen=True, slots=True)
class OwnValue:
    """A value that the unit set, with its document; every version stays."""

    words: str
    citation: str
    since: date
    recorded_at: datetime
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule on a day: what it says, by which act, how sure; whether the unit may set its own."""

    key: str
    title: str
    words: str
    source: str
    sure: str
    verified: bool
    since: date
    own: bool
    open: bool
    own_values: Sequence[OwnValue]
    spans: Sequence[Span] = ()


def rules_on(unit: Unit, on: date) -> list[Rule]:
    """Every rule of the day, the unit's own in place. Two statements. Raises `LawNotHeld` before the first act."""
    law, plain = law_of(unit, on), dossier_law(on)
    own = _own_values(unit)
    held = parameters("clocks")
    shown = [(held[key], law.values[key], plain.values[key]) for key in law.values]
    return [_rule(parameter, value, base, own, on) for parameter, value, base in shown] + [_portal(on)]


def value_words(key: str, value: str, unit: str = "") -> str:
    """A value as a person says it: "tính lại từ đầu", "3 ngày làm việc", "15:00"."""
    if (key, value) in _SAID:
        return str(_SAID[key, value])
    template = _PLAIN.get(key) or _UNITS.get(unit)
    return str(template) % value if template else value


def choices_of(key: str) -> list[tuple[str, str]]:
    """What a unit may set a rule to: (value, words)."""
    return [(value, value_words(key, value)) for value in CHOICES[key]]


def title_of(key: str) -> str:
    """The name of a rule. Raises KeyError for one that does not exist."""
    return parameters("clocks")[key].title


def _rule(parameter: Parameter, value: Value, base: Value, own: dict[str, list[OwnValue]], on: date) -> Rule:
    key = parameter.key
    open_ = key in CHOICES and base.sure is Sure.UNVERIFIED
    return Rule(
        key=key, title=parameter.title, words=value_words(key, value.value, value.unit),
        source=source_words(value.citation), sure=_("đơn vị đặt") if value != base else sure_words(value.sure),
        verified=value.sure is Sure.READ, since=value.valid_from, own=value != base, open=open_,
        spans=list(_spans(parameter, on)), own_values=own.get(key, []),
    )  # fmt: skip


def _portal(on: date) -> Rule:
    """How the portal counts: never a rule of this office, shown beside so that the two are not mixed."""
    value, parameter = portal_value(), parameters("clocks")["portal.on_time"]
    return _rule(parameter, value, value, {}, on)


def _spans(parameter: Parameter, on: date) -> Iterator[Span]:
    for one in parameter.versions:
        yield Span(
            words=value_words(parameter.key, one.value, one.unit), source=source_words(one.citation),
            sure=sure_words(one.sure), since=one.valid_from, until=one.valid_to, now=one.holds_on(on),
        )  # fmt: skip


def _own_values(unit: Unit) -> dict[str, list[OwnValue]]:
    """What the unit set, the latest first; a later version of the same day replaces an earlier one."""
    rows = UnitSetting.objects.filter(unit=unit, key__in=CHOICES)
    found: dict[str, list[OwnValue]] = {}
    seen: set[tuple[str, date]] = set()
    for row in rows.order_by("-valid_from", "-version"):
        told = OwnValue(
            value_words(row.key, row.value), row.citation, row.valid_from, row.recorded_at,
            (row.key, row.valid_from) in seen,
        )  # fmt: skip
        seen.add((row.key, row.valid_from))
        found.setdefault(row.key, []).append(told)
    return found
