"""Two people open what is sealed, once: one asks and says why, another allows and gets a key, the first types it."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from chuan.files import sealing as files
from chuan.files.keyrings import Wrapped, house_ring
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.petitions import keyed
from chuan.petitions.actions.recording import step
from chuan.petitions.actions.sealing.identities import put_senders, sealed_things, witness_of
from chuan.petitions.models import OpeningRequest, OpeningSeen, Petition, SealedTerm, SealOpening
from chuan.petitions.models.sealing import SealedIdentity, SealedLetter, What, WhyOpened
from chuan.petitions.permissions import require_seen
from chuan.petitions.permissions_sealed import require_allow, require_ask, require_choose, require_open
from chuan.petitions.refusals import WordsMissing
from chuan.petitions.refusals_sealed import AskedAlready, KeyOver, NothingSealed, RequestOver, WrongKey
from chuan.petitions.sealed.envelope import Envelope, Identity, opened
from chuan.petitions.sealed.terms import sender_digests, terms_of
from chuan.petitions.sealed.typed import require_nameless
from chuan.trail.actions import act

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0, 1, I, L, O and U: a key is read out or shown on another screen."""
LENGTH, TRIES = 8, 3
KEY_LASTS = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Opened:
    """What was under seal: an identity, or the bytes of a letter. ``repr`` shows neither."""

    identity: Identity | None = field(default=None, repr=False)
    letter: bytes = field(default=b"", repr=False)


def ask_opening(
    petition: Petition, *, letter: SealedLetter | None, why: WhyOpened, words: str, by: Viewer, at: datetime
) -> OpeningRequest:
    """Ask to open the identity, or a letter, and say why: in words that tell of nobody.

    Raises ``NotFound``, ``NotAllowed``, ``WordsMissing``, ``NothingSealed``, ``AskedAlready``, ``TellsDenouncer``.
    """
    require_ask(by, petition)
    said = " ".join(words.split())
    if not said:
        raise WordsMissing(thing="lý do xin mở")
    what = What.LETTER if letter else What.IDENTITY
    with step(petition, "ask_opening", by=by, at=at) as doing:
        require_nameless(doing.petition, said)
        identity, letters = sealed_things(doing.petition)
        if (letter not in letters) if letter else identity is None:
            raise NothingSealed()
        if OpeningRequest.objects.filter(petition=doing.petition, what=what, letter=letter, end="").exists():
            raise AskedAlready()
        assert by.official is not None
        doing.detail = {"what": what.value, "reason": why.value}
        return OpeningRequest.objects.create(
            petition=doing.petition, what=what, letter=letter, why=why, words=said[:300], asked_by=by.official,
            asked_at=at,
        )  # fmt: skip


def allow_opening(request: OpeningRequest, *, by: Viewer, at: datetime) -> str:
    """Allow, and get the second key: 8 symbols, shown to this person only, good for 15 minutes and one opening.

    Allowing again gives another key, wrong tries stay counted. Raises ``NotFound``, ``NotAllowed``,
    ``AllowsHimself``, ``RequestOver``.
    """
    require_allow(by, request)
    key = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    with step(request.petition, "allow_opening", by=by, at=at) as doing:
        locked = _locked(request)
        locked.allowed_by, locked.allowed_at = by.official, at
        locked.key_digest = _digest(locked, key)
        locked.save(update_fields=["allowed_by", "allowed_at", "key_digest"])
        doing.detail = {"what": locked.what}
    return key


def deny_opening(request: OpeningRequest, *, by: Viewer, at: datetime) -> None:
    """Say no. Raises as ``allow_opening``."""
    require_allow(by, request)
    with step(request.petition, "deny_opening", by=by, at=at) as doing:
        _end(_locked(request), OpeningRequest.End.REFUSED, at)
        doing.detail = {"what": request.what}


def open_sealed(request: OpeningRequest, typed: str, *, by: Viewer, at: datetime) -> Opened:
    """Open with the second key, once. A try is counted whether it was right or wrong; the third wrong one ends it.

    Raises ``NotFound``, ``NotAllowed``, ``RequestOver``, ``KeyOver``, ``WrongKey``, ``NothingSealed``,
    ``SealKeyMissing``, ``SealBroken``.
    """
    require_open(by, request)
    found: Opened | None = None
    with act("petition.try_key", Subject("petition", request.petition.uid), by=by, unit_uid=by.unit_uid,
             at=at) as doing:  # fmt: skip
        locked = _locked(request)
        if not locked.key_digest or locked.allowed_at is None or at - locked.allowed_at > KEY_LASTS:
            raise KeyOver(minutes=int(KEY_LASTS.total_seconds() // 60))
        if hmac.compare_digest(locked.key_digest, _digest(locked, tidy(typed))):
            found = _open(locked, at)
            doing.verb = "petition.open_seal"
        else:
            _count_wrong(locked, at)
        doing.detail = {"what": locked.what, "reason": locked.why}
    if found is None:
        raise WrongKey(left=TRIES - locked.tries) if locked.tries < TRIES else RequestOver()
    return found


def see_opening(opening: SealOpening, *, by: Viewer, at: datetime) -> None:
    """The head has read of an opening. Raises ``NotFound``, ``NotAllowed``."""
    require_seen(by, opening.petition)
    require_choose(by)
    with act("petition.see_opening", Subject("petition", opening.petition.uid), by=by, unit_uid=by.unit_uid,
             at=at):  # fmt: skip
        assert by.official is not None
        OpeningSeen.objects.get_or_create(opening=opening, defaults={"by": by.official, "seen_at": at})


def tidy(typed: str) -> str:
    """A key as somebody typed or heard it: "7kmq-2xpd" → "7KMQ2XPD"."""
    return "".join(letter for letter in typed.upper() if letter in LETTERS)


def _open(request: OpeningRequest, at: datetime) -> Opened:
    identity, letters = sealed_things(request.petition)
    found = _letter(request, letters) if request.what == What.LETTER else _identity(request, identity)
    assert request.allowed_by is not None
    SealOpening.objects.create(
        petition=request.petition, request=request, what=request.what, why=request.why, asked_by=request.asked_by,
        allowed_by=request.allowed_by, opened_at=at,
    )  # fmt: skip
    _end(request, OpeningRequest.End.OPENED, at)
    return found


def _identity(request: OpeningRequest, sealed: SealedIdentity | None) -> Opened:
    if sealed is None:
        raise NothingSealed()
    wrapped = Wrapped(sealed.key_id, bytes(sealed.wrapped_key))
    envelope = Envelope(bytes(sealed.ciphertext), wrapped)
    identity = opened(envelope, request.petition.uid, house_ring())
    if sealed.witness != witness_of(request.petition):
        _compare_anew(sealed, identity)
    return Opened(identity=identity)


def _compare_anew(sealed: SealedIdentity, identity: Identity) -> None:
    """The key of comparing was lost and is another one now: make its digests again while the identity is open."""
    petition = sealed.petition
    SealedTerm.objects.filter(petition=petition).delete()
    SealedTerm.objects.bulk_create(
        SealedTerm(petition=petition, digest=one.digest, words=one.words)
        for one in terms_of(identity, petition.uid)
    )
    put_senders(petition, sender_digests(identity))
    SealedIdentity.objects.filter(pk=sealed.pk).update(witness=witness_of(petition))


def _letter(request: OpeningRequest, letters: list[SealedLetter]) -> Opened:
    letter = next((one for one in letters if one.pk == request.letter_id), None)
    if letter is None or letter.sealed is None:
        raise NothingSealed()
    _name, pieces = files.opened(letter.sealed, house_ring())
    return Opened(letter=b"".join(pieces))


def _count_wrong(request: OpeningRequest, at: datetime) -> None:
    request.tries += 1
    request.save(update_fields=["tries"])
    if request.tries >= TRIES:
        _end(request, OpeningRequest.End.VOID, at)


def _end(request: OpeningRequest, end: OpeningRequest.End, at: datetime) -> None:
    request.end, request.ended_at, request.key_digest = end, at, ""
    request.save(update_fields=["end", "ended_at", "key_digest"])


def _locked(request: OpeningRequest) -> OpeningRequest:
    """The request, held until the act ends. Raises ``RequestOver`` for one that is finished."""
    locked = OpeningRequest.objects.select_for_update().get(pk=request.pk)
    if locked.end:
        raise RequestOver()
    return locked


def _digest(request: OpeningRequest, key: str) -> str:
    return keyed.exact(f"opening {request.uid}", key)
