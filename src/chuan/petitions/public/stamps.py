"""The mark a form carries: made by us, when, for whom. With it a form sent twice is one post, and its code the same.

No cookie follows anybody: the mark stands in the form itself, signed, and says nothing of who fills it in.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing

from chuan.people.models import Unit
from chuan.petitions import keyed, refusals_public
from chuan.petitions.receiving.codes import LETTERS, grouped

SALT = "petitions.public"
LEAST = timedelta(seconds=3)
"""A person reads and types; a programme does neither."""
MOST = timedelta(hours=12)
_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Stamp:
    """A mark that was read: its one-time word, and when the form was shown."""

    word: str
    shown_at: datetime


def made(unit: Unit, at: datetime) -> str:
    """A mark for a form that is shown now."""
    return signing.dumps([str(unit.uid), secrets.token_hex(16), at.timestamp()], salt=SALT)


def read(stamp: str, unit: Unit, *, at: datetime) -> Stamp:
    """The mark. Raises ``PublicTooFast`` for one that is not ours, another unit's, too young or too old."""
    try:
        uid, word, seconds = signing.loads(stamp[:400], salt=SALT)
        shown = datetime.fromtimestamp(seconds, tz=at.tzinfo)
    except (signing.BadSignature, ValueError, TypeError, OverflowError):
        raise refusals_public.PublicTooFast() from None
    if uid != str(unit.uid) or not LEAST <= at - shown <= MOST:
        raise refusals_public.PublicTooFast()
    return Stamp(word, shown)


def token_of(stamp: Stamp, *told: str) -> str:
    """A keyed digest that is the same for the same form with the same words."""
    words = hashlib.sha256("\0".join(told).encode()).hexdigest()
    return keyed.exact("public-post", f"{stamp.word}\n{words}")


def code_of(token: str) -> str:
    """The receipt's code of a post: from its token by the key beside the sealed files', so that it is kept nowhere."""
    left, letters = int(keyed.exact("public-code", token), 16), []
    for _n in range(_LENGTH):
        left, at = divmod(left, len(LETTERS))
        letters.append(LETTERS[at])
    return grouped("".join(letters))
