"""Keys of calendar programmes: made, ended, seen in use."""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import datetime, timedelta

from chuan.clocks.models import FeedKey
from chuan.clocks.refusals import NoFeedKey
from chuan.offers.subjects import Subject
from chuan.people.models import Account
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

BYTES = 20
"""160 random bits: so many need no slow hash (OWASP ASVS 5.0, 11.4.1 asks slow ones of passwords)."""

SEEN_EVERY = timedelta(hours=1)
"""A programme may come every minute; the last time it came is kept to the hour."""


def make_key(*, by: Viewer, at: datetime) -> str:
    """A new key in the place of the one before, which opens nothing any more. Shown once, kept as a digest."""
    key = base64.b32encode(secrets.token_bytes(BYTES)).decode().lower()
    with act("feed_key.make", _subject(by.account), by=by, unit_uid=by.unit_uid, at=at):
        account = Account.objects.select_for_update().get(pk=by.account.pk)
        FeedKey.objects.filter(account=account, ended_at=None).update(ended_at=at)
        FeedKey.objects.create(
            account=account, digest=digest_of(key), password_state=account.get_session_auth_hash(), since=at
        )
    return key


def end_key(*, by: Viewer, at: datetime) -> None:
    """The key opens nothing any more. Raises ``NoFeedKey``."""
    with act("feed_key.end", _subject(by.account), by=by, unit_uid=by.unit_uid, at=at):
        if not FeedKey.objects.filter(account=by.account, ended_at=None).update(ended_at=at):
            raise NoFeedKey()


def fetched(key: FeedKey, *, at: datetime) -> None:
    """A programme came with the key."""
    if key.used_at is None or at - key.used_at >= SEEN_EVERY:
        FeedKey.objects.filter(pk=key.pk).update(used_at=at)


def digest_of(key: str) -> str:
    """How a key is kept."""
    return hashlib.sha256(key.encode()).hexdigest()


def _subject(account: Account) -> Subject:
    return Subject("account", account.uid)
