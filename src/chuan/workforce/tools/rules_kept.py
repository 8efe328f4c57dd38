"""The unit's rules for tools, by day: settings with the document that says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.people.models import Unit, UnitSetting
from chuan.workforce.fields import MAIL, SIGN_INS
from chuan.workforce.tools.rule import ToolRule

KEYS = {MAIL: "workforce.tools.mail", SIGN_INS: "workforce.tools.software"}


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule with its first day and its document."""

    rule: ToolRule
    since: date
    citation: str


def rules_of(unit: Unit, register: str) -> list[KeptRule]:
    """Every rule of the unit for this tool, the earliest first; one statement."""
    rows = UnitSetting.objects.standing(unit, KEYS[register])
    return [KeptRule(ToolRule.from_text(row.value), row.valid_from, row.citation) for row in rows]


def rule_on(rules: list[KeptRule], on: date) -> KeptRule | None:
    """The rule in force on the day: a month is judged by the one of its first day, so that it is known beforehand."""
    return next((one for one in reversed(rules) if one.since <= on), None)
