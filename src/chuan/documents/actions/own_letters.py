"""Letters to own officials: put into the outbox, sent, ended; and where each wants them."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError
from django.utils.translation import gettext as _

from chuan.documents.mail_running import MAILER
from chuan.documents.models import MailAddress, OwnLetter, OwnLetterFile
from chuan.documents.sending import mail
from chuan.files import actions as files
from chuan.offers.mailing import Letter
from chuan.offers.subjects import Subject
from chuan.people.models import Official, heir_of
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed
from chuan.trail.actions import act

_AGAIN = (OwnLetter.State.WAITING, OwnLetter.State.REFUSED)
"""What a new address gives another chance."""


def put(letter: Letter, at: datetime) -> bool:
    """Keep a letter until the server takes it; the same key again changes nothing.

    False where no server is set, and where the official has given no address. The files are kept before the act.
    """
    if OwnLetter.objects.filter(key=letter.key).exists():
        return True
    official = (
        Official.objects.select_related("unit").filter(uid=letter.to, mail_address__isnull=False).first()
    )
    if official is None or not mail.is_configured():
        return False
    blobs = [(one.name, files.keep(one.body, media_type="application/pdf")) for one in letter.files]
    unit = heir_of(official.unit)
    try:
        with act("own_letter.put", _subject(official), by=MAILER, unit_uid=unit.uid, at=at):
            row = OwnLetter.objects.create(
                key=letter.key, unit=unit, official=official, subject=" ".join(letter.subject.split())[:200],
                text=letter.text, put_at=at, next_at=at,
            )  # fmt: skip
            OwnLetterFile.objects.bulk_create(
                [OwnLetterFile(letter=row, name=name, blob=blob) for name, blob in blobs]
            )
    except IntegrityError:
        return OwnLetter.objects.filter(key=letter.key).exists()
    return True


def finish(letter: OwnLetter, state: OwnLetter.State, *, said: str = "", at: datetime) -> None:
    """The letter is sent, or is not tried any more; ``said``: why not."""
    verb = "own_letter.send" if state == OwnLetter.State.SENT else "own_letter.end"
    detail = {"reason": said} if said else {}
    unit = heir_of(letter.unit)
    with act(verb, _subject(letter.official), by=MAILER, unit_uid=unit.uid, at=at, **detail):
        OwnLetter.objects.filter(pk=letter.pk).update(
            state=state, said=said, tries=letter.tries + 1, next_at=None, ended_at=at
        )


def set_address(address: str, *, by: Viewer, at: datetime) -> None:
    """Write down where the viewer wants his letters; "" ends it. What waits goes to the new place, at once.

    Raises ``NotAllowed`` for somebody who is no official of the unit.
    """
    if by.official is None:
        raise NotAllowed(who=_("cán bộ của đơn vị"))
    rows, verb = MailAddress.objects.filter(official=by.official), "mail_address.set"
    if not address:
        verb = "mail_address.end"
    with act(verb, _subject(by.official), by=by, unit_uid=by.unit_uid, at=at):
        if not address:
            rows.delete()
            return
        MailAddress.objects.update_or_create(official=by.official, defaults={"address": address, "since": at})
        OwnLetter.objects.filter(official=by.official, state__in=_AGAIN).update(
            state=OwnLetter.State.WAITING, next_at=at, ended_at=None
        )


def _subject(official: Official) -> Subject:
    return Subject("official", official.uid)
