"""Somebody's due days as a calendar: kinds, days and addresses; nothing of what a paper or a dossier is about.

A calendar lies in telephones and on servers of others, so a label, which may name a person, stays inside. Only an
expected figure is named: its words are those of the signed decision.
"""

from __future__ import annotations

import hmac
from datetime import date, datetime
from urllib.parse import urljoin

from django.utils.translation import gettext as _

from chuan.clocks.actions.feeds import digest_of
from chuan.clocks.models import Clock, FeedKey
from chuan.clocks.reports import DATED, running_of
from chuan.offers.subjects import Described, Subject, describe
from chuan.people.verbs import KINDS
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.icalendar import Entry, calendar_text
from chuan.ui import formatters

MOST = 500
"""Due days in one calendar; the most urgent are taken, and the rest is said."""

NAMED = frozenset({"figure_due"})
"""Kinds whose label never names a person."""


def calendar_for(viewer: Viewer, *, root: str, at: datetime) -> str:
    """The viewer's running clocks with a due day. ``root``: the house's own address ("https://chuan.vn/")."""
    mine = running_of(viewer).filter(DATED)
    clocks, total = list(mine[:MOST]), mine.count()
    known = describe([_subject(clock) for clock in clocks], viewer)
    entries = [
        _entry(clock, known[_subject(clock)], root=root, on=viewer.on)
        for clock in clocks
        if _subject(clock) in known
    ]
    about = _("Việc đang chạy của %(who)s, lập từ Chuẩn.") % {"who": viewer.account.username}
    if total > len(clocks):
        about += " " + _("Còn %(n)s việc xa hơn chưa ghi ở đây.") % {
            "n": formatters.number(total - len(clocks))
        }
    return calendar_text(entries, name=_("Việc đến hạn – Chuẩn"), about=about, at=at)


def owner_of(username: str, key: str, *, on: date) -> tuple[Viewer, FeedKey] | None:
    """Whose calendar the key opens on the day; None for a wrong or ended one, and for an account that is closed.

    Another password, issued by a keeper or set by the person, ends what was opened before it, so the key too.
    """
    found = FeedKey.objects.select_related("account").filter(digest=digest_of(key), ended_at=None).first()
    if found is None or not hmac.compare_digest(
        found.account.username.encode(), username.strip().lower().encode()
    ):
        return None
    account = found.account
    if not account.is_active or account.must_change_password or not _is_of_password(found):
        return None
    viewer = viewer_of(account, on=on)
    return (viewer, found) if viewer and viewer.guest is None else None


def key_of(viewer: Viewer) -> FeedKey | None:
    """The viewer's key in use; None where the password was changed since it was made."""
    found = FeedKey.objects.select_related("account").filter(account=viewer.account, ended_at=None).first()
    return found if found is not None and _is_of_password(found) else None


def _is_of_password(key: FeedKey) -> bool:
    return hmac.compare_digest(key.password_state, key.account.get_session_auth_hash())


def _entry(clock: Clock, known: Described, *, root: str, on: date) -> Entry:
    """One due day. Its sequence is its age in days: no version is kept, and an age never falls."""
    assert clock.lawful_due_on is not None
    address = urljoin(root, known.address)
    return Entry(
        uid=f"{clock.subject_kind}-{clock.subject_uid}-{clock.kind}@chuan",
        on=clock.lawful_due_on,
        title=known.label if clock.subject_kind in NAMED else _title(clock),
        text=_("Mở Chuẩn để xem và làm: %(address)s") % {"address": address},
        address=address,
        sequence=max((on - clock.opened_on).days, 0),
    )


def _title(clock: Clock) -> str:
    kind = KINDS.get(clock.subject_kind)
    return _("Đến hạn: %(kind)s") % {"kind": kind} if kind else _("Đến hạn: một việc trong Chuẩn")


def _subject(clock: Clock) -> Subject:
    return Subject(clock.subject_kind, clock.subject_uid)
