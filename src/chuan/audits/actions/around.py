"""What the actions of this room share: a row held for the act, a status moved, words and documents taken in."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.audits import refusals, searching
from chuan.audits.models import Audit
from chuan.audits.permissions import require_own
from chuan.audits.waiting import keep_clocks
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import AUDIT


def today(at: datetime) -> date:
    """The local day of a moment."""
    return timezone.localtime(at).date()


def subject(audit: Audit) -> Subject:
    """The audit as the trail names it."""
    return Subject("audit", audit.uid)


def own(audit: Audit, by: Viewer) -> None:
    """Raises ``NotFound`` for an audit that another unit answers for."""
    require_own(audit.owner_unit_id, by, _("cuộc đánh giá này"))


def hold(audit: Audit) -> Audit:
    """The audit's row as it is now, locked until the act ends."""
    return (
        Audit.objects.select_for_update(of=("self",))
        .select_related("owner_unit", "programme")
        .get(pk=audit.pk)
    )


def move(held: Audit, verb: str, at: datetime, *fields: str) -> Audit:
    """Give it its next status and save; its clocks follow. Raises ``WrongMove``."""
    held.status = AUDIT.next(held.status, verb)
    held.save(update_fields=["status", *fields])
    keep_clocks(held, on=today(at))
    searching.put([held])
    return held


def named(words: str, thing: str, most: int = 300) -> str:
    """Words on one line, cut at ``most``. Raises ``WordsMissing``."""
    if not (said := " ".join(words.split())):
        raise refusals.WordsMissing(thing=thing)
    return said[:most]


def cited(words: str) -> str:
    """A document in one line. Raises ``PaperMissing``."""
    if not (said := " ".join(words.split())):
        raise refusals.PaperMissing()
    return said[:300]
