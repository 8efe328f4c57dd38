"""Whose the example's accounts are and who was away, invented; said through the actions that people use."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from chuan.exchange.mail_logs import What, asked_for, count_mail
from chuan.exchange.mail_logs.reduced import reduced_table
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.workforce.actions.absences import write_absence
from chuan.workforce.actions.tools_used import Said, say_accounts
from chuan.workforce.fields import MAIL, SIGN_INS
from chuan.workforce.models import ToolAccount
from chuan.workforce.tools.accounts import Unsaid, unsaid

Named = Mapping[str, Mapping[str, Any]]


def table_of(log: bytes, name: str, *, domain: str, year: int) -> bytes:
    """A mail server's log as the small table that is taken in: counted as at the page, by its whole months."""
    counted = count_mail(log, name=name, asked=asked_for(domain, year, What.SENT))
    return reduced_table(counted, counted.whole_months, name=name, illustrative=True)


def say_whose(path: Path, *, by: Viewer, clock: Callable[[], datetime]) -> int:
    """Keep the absences of the file, then whose every account is: as proposed, or as the file says. How many."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    people = list(Official.objects.filter(unit=by.unit).select_related("account").order_by("name", "pk"))
    seated = {one.account.username: one for one in people if one.account is not None}
    for one in given["absence"]:
        write_absence(
            seated[one["official"]], kind=one["kind"], first=one["first"], last=one["last"],
            citation=one["citation"], by=by, at=clock(),
        )  # fmt: skip
    named = {one["account"]: one for one in given["account"]}
    waiting = [one for tool in (MAIL, SIGN_INS) for one in unsaid(by.unit, tool, people)]
    return len(say_accounts([_said(one, named, seated) for one in waiting], by=by, at=clock()))


def _said(one: Unsaid, named: Named, seated: Mapping[str, Official]) -> Said:
    """The file's word where there is one, else what the page proposes."""
    told = named.get(one.account, {})
    official = seated[told["official"]] if "official" in told else None if told else one.proposed
    kind = ToolAccount.Kind.OFFICIAL if official else told.get("kind", ToolAccount.Kind.SHARED)
    return Said(one.register, one.source, one.account, kind, official)
