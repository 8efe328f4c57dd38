"""A letter of several kinds split into its parts, each by its own law (154/2026/NĐ-CP, Điều 14.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.beginning import Given, begin
from chuan.petitions.actions.receiving import require_not_about
from chuan.petitions.actions.recording import step
from chuan.petitions.actions.scans import destroy, forget_senders, pass_on
from chuan.petitions.actions.senders import add_rows, senders_of, terms_of
from chuan.petitions.codes import part_code
from chuan.petitions.events import add_event
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.receiving import blind
from chuan.petitions.receiving.against import leaders_answer, require_against, require_not_leaders
from chuan.petitions.receiving.whole_letters import SEALED
from chuan.petitions.steps import status_after
from chuan.rules.petitions import Kind, split


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a letter and whom of the letter's officials it is about; ``against``: of a denunciation."""

    kind: str
    text: str
    field: str = ""
    against: str = ""
    concerned: tuple[Official, ...] = ()


@dataclass(frozen=True, slots=True)
class Divided:
    """The parts that were taken in; ``left_out``: one was against the leaders and was not.

    ``bytes_gone`` False: a scan of the letter hangs on something else as well and could not be destroyed.
    """

    parts: tuple[Petition, ...]
    left_out: bool
    bytes_gone: bool


def divide(petition: Petition, pieces: Sequence[Piece], *, by: Viewer, at: datetime) -> Divided:
    """Split a letter; it is a mixed one from then on. Its senders and scans go with the parts.

    Unless one part denounces: then they are taken off for good. A part against the Chairman or a deputy is not taken
    in: not even its text is written.

    Raises ``NotAllowed``, ``NotFound``, ``MixedNotSplit``, ``PartSplitAgain``, ``WrongMove``, ``TextMissing``,
    ``AgainstUnanswered``; ``AgainstLeaders`` when a part said to be against somebody else names one of them.
    """
    require_keep(by)
    require_seen(by, petition)
    split(Kind(one.kind) for one in pieces)
    if petition.parent_id:
        raise refusals.PartSplitAgain()
    on = timezone.localtime(at).date()
    require_not_about(tuple(one.official for one in petition.concerned.select_related("official")), by, on)
    taken = [one for one in pieces if not _against_leaders(one, on)]
    if any(not one.text.strip() for one in taken):
        raise refusals.TextMissing()
    sealed = {SEALED: True} if any(one.kind == Kind.DENUNCIATION for one in pieces) else {}
    sketches = [blind.content_digests(one.kind, one.text, sealed=bool(sealed)) for one in taken]
    with step(petition, "divide", by=by, at=at) as doing:
        whole = doing.petition
        status_after(whole.kind, whole.status, "divide")
        senders = [] if sealed else senders_of(whole)
        blobs = forget_senders(whole) if sealed else []
        whole.senders.all().delete()  # a mixed letter keeps none: they go with the parts
        whole.kind = Kind.MIXED
        whole.save(update_fields=["kind"])
        blind.rewrite_keys(whole)
        event = add_event(whole, "divide", on=on, by=by, at=at, data={"parts": len(taken), **sealed})
        parts = tuple(
            begin(
                _given(whole, one), unit=whole.owner_unit, at=at, by=by,
                code=part_code(whole, n), parent=whole,
            )
            for n, one in enumerate(taken, start=1)
        )  # fmt: skip
        for part, sketch in zip(parts, sketches, strict=True):
            add_rows(part, senders, at=at)
            blind.write_keys(part, senders=terms_of(senders), content=sketch)
        pass_on(whole, parts)
        doing.detail = {"number": event.seq, "on": on.isoformat(), "count": len(parts)}
    return Divided(parts, len(taken) < len(pieces), destroy(blobs, at=at))


def _against_leaders(piece: Piece, on: date) -> bool:
    """Whether the part is a denunciation that is not taken in here."""
    if piece.kind != Kind.DENUNCIATION:
        return False
    if piece.against == leaders_answer(on).key:
        return True
    require_against(piece.against, on)
    require_not_leaders(piece.concerned, on)
    return False


def _given(whole: Petition, piece: Piece) -> Given:
    """A part came when, how and from as many as the letter did; its envelope is the letter's."""
    assert whole.received_on is not None
    return Given(
        kind=piece.kind, channel=whole.channel, received_on=whole.received_on, text=piece.text.strip(),
        field=piece.field, place=whole.place, signers=whole.signers, anonymous=whole.anonymous, remote=whole.remote,
        several_places=whole.several_places, envelope=whole.envelope, concerned=piece.concerned,
    )  # fmt: skip
