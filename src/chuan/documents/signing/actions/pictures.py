"""Keeping the picture of a hand signature or of the seal."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.permissions import check_registers
from chuan.documents.signing.pictures import HAND, SEAL
from chuan.documents.signing.refusals import PictureUnusable
from chuan.exchange import archives
from chuan.exchange.scans.heads import picture_of
from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.offers.subjects import Subject
from chuan.paper import appearances
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound, Refused
from chuan.trail.actions import act

_LARGEST = 1024 * 1024
_MOST_DOTS = 4_000_000
"""A megabyte of PNG may unpack to billions of dots; a signature drawn at 600 dots an inch has half a million."""
_PNG = b"\x89PNG\r\n\x1a\n"


def keep_picture(png: bytes, official: Official | None, *, by: Viewer, at: datetime) -> Attachment:
    """The picture of an official's signature; without one of the agency's seal. A later one takes over.

    Raises ``PictureUnusable``, ``NotFound`` for another unit's official, ``NotAllowed``.
    """
    if official is None or by.official is None or official.pk != by.official.pk:
        check_registers(by)
    if official is not None and official.unit_id != by.unit.pk:
        raise NotFound(thing="cán bộ này")
    _check(png)
    subject = Subject("official", official.uid) if official else Subject("unit", by.unit.uid)
    blob = files.keep(png, media_type="image/png")
    with act("picture.keep", subject, by=by, unit_uid=by.unit.uid, at=at) as doing:
        held = Attachment.objects.create(
            blob=blob, unit_uid=by.unit.uid, subject_kind=subject.kind, subject_uid=subject.uid,
            name=HAND if official else SEAL,
        )  # fmt: skip
        doing.detail = {"sha256": blob.digest}
    return held


def _check(png: bytes) -> None:
    if not png.startswith(_PNG) or len(png) > _LARGEST or archives.is_also_zip(png):
        raise PictureUnusable()
    try:
        picture = picture_of(png, name="", most_pages=1)
    except Refused:
        picture = None
    if picture is None or picture.pages[0][0] * picture.pages[0][1] > _MOST_DOTS:
        raise PictureUnusable()
    try:
        appearances.image(png, 100, 50)
    except ValueError:
        raise PictureUnusable() from None
