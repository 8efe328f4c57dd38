"""A citizen writes: counted, its photos drawn anew, kept in the queue; never in the register by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from chuan.exchange.photos import Photo
from chuan.files import actions as files
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.petitions import refusals_public as refusals
from chuan.petitions.models import PublicPhoto, PublicPost
from chuan.petitions.public import stamps
from chuan.petitions.public.stamps import Stamp
from chuan.petitions.receiving.codes import kept
from chuan.trail.actions import System, act

POST = "public_post"
CITIZEN = System("citizen")
"""How the trail names whoever writes on the public page: nobody."""
MOST_PHOTOS = 3


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote, tidied."""

    kind: str
    text: str
    place: str = ""
    name: str = ""
    contact: str = ""


def token_of(written: Written, stamp: Stamp) -> str:
    """By which the same form sent twice is one post."""
    told = (written.kind, written.text, written.place, written.name, written.contact)
    return stamps.token_of(stamp, *told)


def already_sent(token: str, unit: Unit) -> bool:
    """Whether this very form was taken already: a double click, a page loaded again."""
    return PublicPost.objects.filter(unit=unit, token=token).exists()


def send_post(written: Written, photos: Sequence[Photo], *, token: str, unit: Unit, at: datetime) -> str:
    """Put the post into the queue, as one act of nobody; the code of its receipt, kept nowhere.

    Whether it may come in at all is counted before (``gate.admit``). Raises ``PublicTextMissing``.
    """
    if not written.text:
        raise refusals.PublicTextMissing()
    code = stamps.code_of(token)
    blobs = [
        (files.keep(one.large, media_type="image/png"), files.keep(one.small, media_type="image/png"))
        for one in photos
    ]
    with act("public_post.send", Subject(POST, unit.uid), by=CITIZEN, unit_uid=unit.uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=unit.pk)  # the same form twice at once: one after the other
        if already_sent(token, unit):
            doing.verb = "public_post.send_again"
            return code
        post = PublicPost.objects.create(
            unit=unit, kind=written.kind, text=written.text, place=written.place, name=written.name,
            contact=written.contact, receipt=kept(code), token=token, sent_at=at,
            sent_on=timezone.localtime(at).date(),
        )  # fmt: skip
        PublicPhoto.objects.bulk_create(
            [
                PublicPhoto(post=post, number=n, blob=large, small=small)
                for n, (large, small) in enumerate(blobs, start=1)
            ],
            batch_size=100,
        )
        doing.subject = Subject(POST, post.uid)
        doing.detail = {"kind": written.kind, "count": len(blobs)}
    return code
