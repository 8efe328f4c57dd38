"""Whose accounts are, and what counts as using a tool: said by a person once, with the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit, UnitSetting
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act
from chuan.workforce import refusals, refusals_tools
from chuan.workforce.models import ToolAccount
from chuan.workforce.permissions import KEEPERS, require_keep
from chuan.workforce.tools.rule import ToolRule
from chuan.workforce.tools.rules_kept import KEYS

Kind = ToolAccount.Kind


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of one account. ``official`` only for kind "official"; ``since``: a month's first day."""

    register: str
    source: str
    account: str
    kind: str
    official: Official | None = None
    since: date | None = None


def say_accounts(said: Sequence[Said], *, by: Viewer, at: datetime) -> list[ToolAccount]:
    """Keep whose these accounts are, all or none. The trail names numbers, never an account of a person.

    Raises ``NotAllowed``, ``NotFound`` (another unit's official), ``NothingSaid``, ``AccountSaidAlready``.
    """
    require_keep(by)
    if not said or by.official is None:
        raise refusals_tools.NothingSaid()
    for one in said:
        if one.official is not None and one.official.unit_id != by.unit.pk:
            raise NotFound(thing=_("cán bộ này"))
    rows = [
        ToolAccount(
            unit=by.unit, register=one.register, source=one.source, account=one.account, kind=one.kind,
            official=one.official, since=one.since, confirmed_by=by.official, confirmed_at=at,
        )
        for one in said
    ]  # fmt: skip
    subject = Subject("unit", by.unit.uid)
    with act("tools.say_accounts", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        for row in rows:
            _require_unsaid(row)
        ToolAccount.objects.bulk_create(rows, batch_size=500)
        doing.detail = {"accounts": len(rows), "of_officials": sum(row.official is not None for row in rows)}
    return rows


def end_account(row: ToolAccount, *, by: Viewer, at: datetime) -> ToolAccount:
    """Take back what was said wrongly; figures frozen before stay.

    Raises ``NotAllowed``, ``NotFound``, ``AccountEnded``.
    """
    require_keep(by)
    if row.unit_id != by.unit.pk:
        raise NotFound(thing=_("tài khoản này"))
    with act("tools.end_account", Subject("tool_account", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = ToolAccount.objects.select_for_update().get(pk=row.pk)
        if held.ended_at is not None:
            raise refusals_tools.AccountEnded(account=held.account)
        held.ended_at = at
        held.save(update_fields=["ended_at"])
    return held


def write_rule(
    register: str, rule: ToolRule, *, since: date, citation: str, by: Viewer, at: datetime
) -> UnitSetting:
    """Keep what counts as using a tool from a month on, by the unit's document.

    One for a day that is already written is not edited: the next version stands for it. Raises ``NotAllowed``,
    ``PaperMissing``, ``RuleEmpty``, ``RuleTwice``, ``RuleInMidMonth``, ``RuleStands``.
    """
    require_role(by, *KEEPERS)
    unit, key = by.unit, KEYS[register]
    paper = " ".join(citation.split())[:300]
    if not paper:
        raise refusals.PaperMissing()
    _check(rule, since)
    if UnitSetting.objects.value_on(unit, key, since) == rule.text():
        raise refusals_tools.RuleStands()
    detail = {"tool": register, "rule": rule.text(), "since": since, "citation": paper}
    with act("tools.write_rule", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail):
        Unit.objects.select_for_update().get(pk=unit.pk)
        last = UnitSetting.objects.filter(unit=unit, key=key, valid_from=since).order_by("-version").first()
        return UnitSetting.objects.create(
            unit=unit, key=key, value=rule.text(), valid_from=since, citation=paper,
            version=last.version + 1 if last else 1,
        )  # fmt: skip


def _check(rule: ToolRule, since: date) -> None:
    if not rule.sources or any(one.times < 1 or not one.source for one in rule.sources):
        raise refusals_tools.RuleEmpty()
    names = [one.source for one in rule.sources]
    for name in names:
        if names.count(name) > 1:
            raise refusals_tools.RuleTwice(source=name)
    if since.day != 1:
        raise refusals_tools.RuleInMidMonth(since=since)


def _require_unsaid(row: ToolAccount) -> None:
    """The same account may be said again only from another month on."""
    same = ToolAccount.objects.known_at(None).filter(
        unit_id=row.unit_id, register=row.register, source=row.source, account=row.account, since=row.since
    )
    if same.exists():
        raise refusals_tools.AccountSaidAlready(account=row.account)
