"""The head confirms that the system works; the unit's own declaration is begun as a draft in ``documents``."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.conformity import refusals, searching
from chuan.conformity.duties import KIND, duty_uid
from chuan.conformity.measures import REGISTER
from chuan.conformity.models import CheckRun, Confirmation, Declaration
from chuan.conformity.papers import declaration_content
from chuan.conformity.permissions import require_confirm, require_keep
from chuan.documents.actions import outgoing
from chuan.law.iso9001 import edition
from chuan.offers import registers
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.types import Period
from chuan.trail.actions import act

FRESH_DAYS = 92
"""How old the self-check before the head may be: about three months, the office's practice; no act names it."""


def confirm(
    *, confirmed_on: date, scope: str, words: str, citation: str, by: Viewer, at: datetime
) -> Confirmation:
    """The Chairman confirms, with the last kept self-check of the months before him.

    Raises ``NotAllowed``, ``ScopeMissing``, ``DayToCome``, ``PaperOfEarlierDay``, ``RunMissing``.
    """
    require_confirm(by)
    assert by.official is not None
    if not scope.strip():
        raise refusals.ScopeMissing()
    if confirmed_on > timezone.localtime(at).date():
        raise refusals.DayToCome(day=confirmed_on)
    if confirmed_on < timezone.localtime(at).date() and not citation.strip():
        raise refusals.PaperOfEarlierDay(day=confirmed_on)
    run = last_run(by, confirmed_on)
    row = Confirmation(
        unit=by.unit, confirmed_on=confirmed_on, edition=edition()[0], scope=scope.strip(), words=words.strip(),
        citation=citation.strip(), run=run, by=by.official, recorded_at=at,
    )  # fmt: skip
    row.digest = _digest(row)
    with act(
        "conformity.confirm", Subject("confirmation", row.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        row.save()
        searching.put(row)
        reminder = Subject(KIND, duty_uid(by.unit.uid, confirmed_on.year, "confirmation"))
        clocks.settle(reminder, on=timezone.localtime(at).date())
        doing.detail = {"run": str(run.uid), "digest": row.digest}
    registers.imported(by.unit, REGISTER, Period.year(confirmed_on.year), at)
    return row


def last_run(by: Viewer, on: date) -> CheckRun:
    """The last self-check kept for a day of the months before. Raises ``RunMissing``."""
    rows = CheckRun.objects.filter(unit=by.unit, on__lte=on, on__gt=on - timedelta(days=FRESH_DAYS))
    found = rows.order_by("-on", "-pk").first()
    if found is None:
        raise refusals.RunMissing(days=FRESH_DAYS)
    return found


def declare(confirmation: Confirmation, *, by: Viewer, at: datetime) -> Declaration:
    """Begin the declaration as a draft: reviewed, signed and numbered in ``documents``. Two acts, the draft first.

    Raises ``NotAllowed``, ``NotFound`` (a confirmation of another unit: each agency declares its own system).
    """
    require_keep(by)
    if confirmation.unit_id != by.unit.pk:
        raise NotFound(thing="xác nhận này")
    document = outgoing.create(declaration_content(confirmation, at=at), by=by, at=at)
    row = Declaration(
        unit=by.unit, confirmation=confirmation, draft_uid=document.uid, by=by.official, recorded_at=at
    )
    subject = Subject("declaration", row.uid)
    with act("conformity.declare", subject, by=by, unit_uid=by.unit_uid, at=at, document=str(document.uid)):
        row.save()
        searching.put(row)
    return row


def _digest(row: Confirmation) -> str:
    told = {
        "on": row.confirmed_on.isoformat(), "edition": row.edition, "scope": row.scope, "words": row.words,
        "citation": row.citation, "run": row.run.digest,
    }  # fmt: skip
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
