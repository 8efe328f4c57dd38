"""A sending for each receiver of an issued document, and asking back what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from chuan.documents.actions.sending import stepping
from chuan.documents.mail_running import send_soon
from chuan.documents.models import Correspondent, Delivery, DeliveryStep, Document, Recipient
from chuan.documents.permissions import check_owner, check_registers
from chuan.documents.recipients import FILE, OUTSIDE, Directory, Named, officials_named
from chuan.documents.refusals_sending import NotIssuedForSending
from chuan.documents.states import put_states
from chuan.intake.record_systems import require_kept
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

REGISTER = "documents"


def queue(document: Document, *, by: Viewer, at: datetime) -> list[Delivery]:
    """Sendings for the receivers of an issued document that have none yet; returns the new ones.

    Raises ``NotIssuedForSending``, ``FollowedElsewhere``, ``NotAllowed``.
    """
    check_registers(by)
    check_owner(by, document)
    if document.stage != "issued":
        raise NotIssuedForSending()
    require_kept(document.owner_unit, REGISTER, by.on, fact="send")
    subject = Subject("document", document.uid)
    with act("sending.queue", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        made = _queue_inside(document, by=by, at=at)
        doing.detail = {"sendings": len(made)}
    return made


def _queue_inside(document: Document, *, by: Viewer, at: datetime) -> list[Delivery]:
    """The same inside another act: lines settled as they resolve, one sending to each official and address.

    Inside, the sending has arrived at once. Outside, it waits: as a packet where the agency's code is known, as
    mail where only an address is, else on paper. A line that names nobody gets nothing until a person chooses.
    """
    unit = document.owner_unit
    directory = Directory(unit, by.on)
    held = _Held(document)
    for line in document.recipients.all():
        named = directory.named(line.kind, line.target, line.line)
        if named.kind and not line.kind:
            line.kind, line.target = named.kind, named.target
            line.save(update_fields=["kind", "target"])
        held.add(line, named, by=by, at=at)
    return held.write(by=by, at=at)


def _recall_inside(document: Document, *, by: Viewer, at: datetime) -> None:
    """Inside the act that recalls a document: withdraw what has not left, ask back what has.

    Inside the unit the answer is given at once: the document itself says that it is recalled.
    """
    open_ = document.deliveries.exclude(status__in=("recalled", "recall_asked", "refused"))
    for one in open_.exclude(way=Delivery.Way.SOURCE).order_by("pk"):
        sending = stepping.locked(one)
        if sending.status in ("queued", "failed"):
            stepping.take(sending, "withdraw", by=by.official, at=at)
            continue
        stepping.take(sending, "13", by=by.official, at=at)
        if sending.way == Delivery.Way.INSIDE:
            stepping.take(sending, "15", by=by.official, at=at)


class _Held:
    """Sendings of a document being made; nobody gets it twice."""

    def __init__(self, document: Document) -> None:
        self.document = document
        rows = document.deliveries.exclude(status__in=("recalled", "refused"))
        self._reached: set[tuple[int | None, int | None]] = set(
            rows.values_list("official_id", "correspondent_id")
        )
        self.made: list[Delivery] = []

    def add(self, line: Recipient, named: Named, *, by: Viewer, at: datetime) -> None:
        """The sendings that one line asks for."""
        if named.kind in ("", FILE):
            return
        if named.kind == OUTSIDE:
            rows = Correspondent.objects.filter(unit=self.document.owner_unit, uid=named.target)
            for one in rows:
                self._put(line, way=_way(one), correspondent=one, to=one.name, at=at)
            return
        for official in officials_named(named, self.document.owner_unit, by.on):
            self._put(line, way=Delivery.Way.INSIDE, official=official, to=official.name, at=at)

    def write(self, *, by: Viewer, at: datetime) -> list[Delivery]:
        """All of them with their steps, a few statements for any number."""
        made = Delivery.objects.bulk_create(self.made, batch_size=500)
        DeliveryStep.objects.bulk_create(_steps(made, by.official, at), batch_size=500)
        if made:
            put_states([self.document.pk], at=at)
        mails = [one.uid for one in made if one.way == Delivery.Way.MAIL]
        transaction.on_commit(lambda: send_soon(mails))
        return made

    def _put(
        self, line: Recipient, *, way: str, to: str, at: datetime, official: Official | None = None,
        correspondent: Correspondent | None = None,
    ) -> None:  # fmt: skip
        key = (official.pk if official else None, correspondent.pk if correspondent else None)
        if key in self._reached:
            return
        self._reached.add(key)
        status = "arrived" if way == Delivery.Way.INSIDE else "queued"
        self.made.append(
            Delivery(
                document=self.document,
                recipient=line,
                way=way,
                official=official,
                correspondent=correspondent,
                to=to,
                status=status,
                queued_at=at,
            )
        )


def _way(one: Correspondent) -> str:
    if one.organ_code:
        return Delivery.Way.EDXML
    return Delivery.Way.MAIL if one.mail else Delivery.Way.PAPER


def _steps(made: Iterable[Delivery], by: Official | None, at: datetime) -> Iterable[DeliveryStep]:
    for one in made:
        if one.way == Delivery.Way.INSIDE:
            yield DeliveryStep(delivery=one, seq=1, verb="send", after="sent", by=by, recorded_at=at)
            yield DeliveryStep(
                delivery=one, seq=2, verb="01", after="arrived", said_at=at, by=by, recorded_at=at
            )
