"""A post of the queue taken into the register, or set aside; what it said goes from the queue either way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.public.posting import POST
from chuan.petitions.actions.receiving import Letter, receive
from chuan.petitions.actions.scans import attach
from chuan.petitions.models import Petition, PublicPhoto, PublicPost
from chuan.petitions.permissions import require_keep
from chuan.rules.refusals import NotFound
from chuan.trail.actions import SYSTEM, act

_Why = PublicPost.Why
AT_ONCE = frozenset({_Why.COMPLAINT, _Why.DENUNCIATION})
"""Of these nothing stays: what was written tells who complains or denounces (Luật Tố cáo 2018, Điều 56)."""
KEPT_ASIDE = timedelta(days=30)
"""So long a post set aside can still be taken after all; a practice, no act says it."""


def take_post(post: PublicPost, letter: Letter, *, by: Viewer, at: datetime) -> Petition:
    """Take the post into the register through the usual way of receiving; its photos and its receipt go along.

    Raises ``NotAllowed``, ``NotFound``, ``PublicSettled``, and as ``receiving.receive`` does.
    """
    require_keep(by)
    with act("public_post.take", Subject(POST, post.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _held(post, by)
        petition = receive(replace(letter, receipt=held.receipt), by=by, at=at).petition
        photos = list(held.photos.select_related("blob", "small").order_by("number"))
        if photos:
            attach(petition, [(one.blob, f"{one.number}.png") for one in photos], by=by, at=at)
        held.state, held.why, held.petition, held.receipt = PublicPost.State.TAKEN, "", petition, ""
        blobs = _emptied(held, by, at)
        doing.detail = {"kind": letter.given.kind}
    _destroy(blobs, at)
    return petition


def set_aside(post: PublicPost, why: str, *, by: Viewer, at: datetime) -> None:
    """Not into the register, for a reason that the sender reads under the code.

    A complaint or a denunciation goes with every word and picture at once; anything else after thirty days. Raises
    ``NotAllowed``, ``NotFound``, ``PublicSettled``, ``PublicWhyMissing``.
    """
    require_keep(by)
    if not why or why not in _Why.values:
        raise refusals.PublicWhyMissing()
    blobs: list[Blob] = []
    with act("public_post.set_aside", Subject(POST, post.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _held(post, by)
        held.state, held.why = PublicPost.State.ASIDE, why
        if why in AT_ONCE:
            blobs = _emptied(held, by, at)
        else:
            held.settled_by, held.settled_at = by.official, at
            held.save()
        doing.detail = {"reason": str(_Why(why).label)}
    _destroy(blobs, at)


def forget_set_aside(*, at: datetime) -> int:
    """Throw away words and pictures of posts that were set aside long enough ago. How many posts."""
    due = PublicPost.objects.filter(
        state=PublicPost.State.ASIDE, emptied_at__isnull=True, settled_at__lte=at - KEPT_ASIDE
    )
    return sum(_forgotten(one, at) for one in due.select_related("unit").order_by("pk")[:200])


def _forgotten(post: PublicPost, at: datetime) -> int:
    blobs: list[Blob] = []
    with act("public_post.forget", Subject(POST, post.uid), by=SYSTEM, unit_uid=post.unit.uid, at=at):
        held = PublicPost.objects.select_for_update().get(pk=post.pk)
        if held.may_be_taken:
            blobs = _emptied(held, None, at)
    _destroy(blobs, at)
    return 1


def _held(post: PublicPost, by: Viewer) -> PublicPost:
    """The post, held until the act ends. Raises ``NotFound``, ``PublicSettled``."""
    held = PublicPost.objects.select_for_update().filter(pk=post.pk, unit_id__in=by.unit_ids).first()
    if held is None:
        raise NotFound(thing="bài này")
    if not held.may_be_taken:
        raise refusals.PublicSettled()
    return held


def _emptied(held: PublicPost, by: Viewer | None, at: datetime) -> list[Blob]:
    """Take words, name and pictures off; inside an act. What may be thrown away once it has ended."""
    photos = list(held.photos.select_related("blob", "small"))
    PublicPhoto.objects.filter(post=held).delete()
    held.text = held.place = held.name = held.contact = ""
    held.emptied_at = at
    if by is not None:
        held.settled_by, held.settled_at = by.official, at
    held.save()
    return [blob for one in photos for blob in (one.blob, one.small)]


def _destroy(blobs: Sequence[Blob], at: datetime) -> None:
    """Throw away bytes that nothing else holds."""
    for blob in blobs:
        if (
            not PublicPhoto.objects.filter(blob=blob).exists()
            and not PublicPhoto.objects.filter(small=blob).exists()
        ):
            files.let_go(blob, at=at, besides=PublicPhoto)
