"""What a petition says of itself when it is raised as a nonconformity: code, kind and days; never who, never what.

A denunciation, and a mixed letter that may hold one, cannot be raised: the register of nonconformities is read by the
whole unit. Proposed: complaints and feedback that were found right within the last year.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from chuan.offers import faults
from chuan.offers.faults import Facts, Proposal
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS
from chuan.petitions.projecting import KIND
from chuan.petitions.subjects import address_of
from chuan.ui import formatters as say

CLAUSE, MEASURE = "8.7.1", "petitions.on_time"
MOST = 50
RIGHT = (Petition.Verdict.RIGHT.value, Petition.Verdict.PARTLY.value)


def offer() -> None:
    """Offer it; called when the programme starts."""
    faults.register(KIND, tell)
    faults.propose_with(propose)


def tell(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """Code, kind, days and outcome of a petition the viewer may open; None of one that may not be named."""
    one = Petition.objects.seen_by(viewer).filter(uid=uid).exclude(kind__in=SECRET_KINDS).first()
    if one is None:
        return None
    lines = [
        (_("Loại"), one.get_kind_display()),
        (_("Nhận"), say.day(one.received_on) if one.received_on else ""),
        (_("Hạn"), say.day(one.due_on) if one.due_on else ""),
        (_("Giải quyết xong"), say.day(one.settled_on) if one.settled_on else _("chưa xong")),
        (_("Kết quả về hạn"), one.get_outcome_display()),
        (_("Kết luận"), one.get_verdict_display() if one.verdict else ""),
    ]
    return Facts(
        Subject(KIND, uid), _named(one), address_of(uid), tuple(pair for pair in lines if pair[1]), clause=CLAUSE,
        found_on=one.settled_on,
    )  # fmt: skip


def propose(unit: Unit, on: date, at: datetime) -> Iterator[Proposal]:
    """Those found right, whole or in part, in the last year; one statement."""
    rows = Petition.objects.filter(
        owner_unit=unit,
        verdict__in=RIGHT,
        settled_on__gt=on - timedelta(days=365),
        settled_on__lte=on,
        present=True,
    )
    for one in rows.exclude(kind__in=SECRET_KINDS).order_by("settled_on", "pk")[:MOST]:
        words = _("%(named)s được kết luận là %(verdict)s.") % {
            "named": _named(one), "verdict": one.get_verdict_display(),
        }  # fmt: skip
        since = one.settled_on or on
        yield Proposal(
            f"{KIND}.right.{one.uid}",
            Subject(KIND, one.uid),
            words,
            address_of(one.uid),
            since,
            CLAUSE,
            MEASURE,
        )


def _named(one: Petition) -> str:
    kind = str(one.get_kind_display())
    return _("%(kind)s %(code)s") % {"kind": kind[:1].upper() + kind[1:], "code": one.code}
