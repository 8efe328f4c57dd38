"""Who sent an ordinary letter: written where it may be, taken off where it may not; a signer who leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.recording import check_day, step
from chuan.petitions.events import add_event
from chuan.petitions.models import Petition, Sender
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.receiving.blind import rewrite_keys, sender_terms
from chuan.petitions.receiving.whole_letters import may_hold_sender


@dataclass(frozen=True, slots=True)
class From:
    """A sender as typed."""

    name: str
    address: str = ""
    contact: str = ""
    representative: bool = False


def write_senders(petition: Petition, senders: Sequence[From], *, by: Viewer, at: datetime) -> None:
    """Put these senders in place of those that stand. Raises ``NotAllowed``, ``NotFound``, ``SenderNotKept``."""
    require_keep(by)
    require_seen(by, petition)
    told = tidy(senders)
    with step(petition, "sender", by=by, at=at) as doing:
        if told and not may_hold_sender(doing.petition):
            raise refusals.SenderNotKept()
        Sender.objects.filter(petition=doing.petition).delete()
        add_rows(doing.petition, told, at=at)
        doing.petition.anonymous = not told
        doing.petition.save(update_fields=["anonymous"])
        rewrite_keys(doing.petition)
        doing.detail = {"count": len(told)}


def signer_leaves(
    petition: Petition, left: int, *, on: date, by: Viewer, at: datetime, senders: Collection[int] = ()
) -> None:
    """Write that some of several signers withdrew; the letter goes on for the others (124/2020/NĐ-CP, Điều 7a).

    ``senders``: those of them whose names are kept here; they are taken off. Raises ``StepToCome``,
    ``SignersAllLeave``.
    """
    require_keep(by)
    require_seen(by, petition)
    check_day(on, at)
    with step(petition, "signer_out", by=by, at=at) as doing:
        found = doing.petition
        if not 0 < left < found.signers:
            raise refusals.SignersAllLeave(signers=found.signers, left=left)
        found.signers -= left
        found.save(update_fields=["signers"])
        found.senders.filter(pk__in=senders).delete()
        rewrite_keys(found)
        event = add_event(
            found, "signer_out", on=on, by=by, at=at, data={"left": left, "signers": found.signers}
        )
        doing.detail = {"number": event.seq, "on": on.isoformat(), "count": left}


def add_rows(petition: Petition, senders: Iterable[From], *, at: datetime) -> None:
    """Write senders of a petition that may have them. Only inside an act."""
    Sender.objects.bulk_create(
        [
            Sender(
                petition=petition, name=one.name, address=one.address, contact=one.contact,
                representative=one.representative, recorded_at=at,
            )
            for one in senders
        ],
        batch_size=100,
    )  # fmt: skip


def senders_of(petition: Petition) -> list[From]:
    """Those that stand, as they were typed."""
    rows = Sender.objects.filter(petition=petition).order_by("pk")
    return [From(one.name, one.address, one.contact, one.representative) for one in rows]


def terms_of(senders: Iterable[From]) -> tuple[str, ...]:
    """What the senders are recognised by."""
    return tuple(
        term for one in senders for term in sender_terms(one.name, contact=one.contact, address=one.address)
    )


def tidy(senders: Iterable[From]) -> tuple[From, ...]:
    """Blanks folded, rows without a name left out."""
    plain = (
        From(
            " ".join(one.name.split()), " ".join(one.address.split()), " ".join(one.contact.split()),
            one.representative,
        )
        for one in senders
    )  # fmt: skip
    return tuple(one for one in plain if one.name)
