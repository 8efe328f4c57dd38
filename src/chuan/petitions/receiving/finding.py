"""An answer that waits under the code of a receipt: looked up at the counter, wrong codes counted and slowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from chuan.people import tries
from chuan.people.refusals import TooManyFromHere
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS, require_keep
from chuan.petitions.receiving.codes import kept
from chuan.petitions.steps import LIFECYCLES

WRONG_CODES = tries.Policy(tries=10, within=timedelta(minutes=15), closed_for=timedelta(minutes=15))
"""Of 10 wrong codes in a row none of 59 bits is guessed; a clerk with bad glasses is back after a quarter."""


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever holds the receipt may be told. ``kind`` "đơn" of what may be a denunciation."""

    petition: Petition
    kind: str
    received_on: date | None
    stage: str
    due_on: date | None
    answered_on: date | None


def told_under(code: str, *, by: Viewer, at: datetime) -> Told:
    """What waits under the code. Raises ``NotAllowed``, ``ReceiptWrong``, ``ReceiptsTooFast``.

    Of a letter about the viewer the answer is the same as of no letter: somebody else looks it up.
    """
    require_keep(by)
    place = f"receipt:{by.account.uid}"
    try:
        tries.count_place(place, WRONG_CODES, at=at)
    except TooManyFromHere as closed:
        raise refusals.ReceiptsTooFast(minutes=closed.minutes) from None
    digest = kept(code)
    seen = Petition.objects.seen_by(by).present_ones()
    found = seen.filter(unit_id__in=by.unit_ids, receipt=digest).first() if digest else None
    if found is None:
        raise refusals.ReceiptWrong()
    tries.forget_place(place)
    return _told(found)


def _told(petition: Petition) -> Told:
    kind = str(petition.get_kind_display())
    status = LIFECYCLES[petition.kind].statuses[petition.status]
    return Told(
        petition,
        _("đơn") if petition.kind in SECRET_KINDS else kind,
        petition.received_on,
        str(status.label),
        petition.next_due_on,
        petition.settled_on,
    )
