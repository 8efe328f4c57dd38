"""An identity or a letter put under seal. The trail says that it was, never who or what it is."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from chuan.files import sealing as files
from chuan.files.keyrings import house_ring
from chuan.files.sealing import Sealed
from chuan.people.viewer import Viewer
from chuan.petitions import keyed
from chuan.petitions.actions.recording import step
from chuan.petitions.models import BlindKey, Petition, SealedIdentity, SealedLetter, SealedTerm
from chuan.petitions.permissions_sealed import require_enter
from chuan.petitions.refusals_sealed import SealedAlready, SealingOff, TypedBefore
from chuan.petitions.sealed.choice import choice_of
from chuan.petitions.sealed.envelope import Identity, seal
from chuan.petitions.sealed.terms import sender_digests, terms_of
from chuan.petitions.sealed.typed_before import places_of


def seal_identity(identity: Identity, petition: Petition, *, by: Viewer, at: datetime) -> None:
    """Seal who denounced; whatever is typed from now on is held against digests of the name.

    Raises ``NotFound``, ``NotAllowed``, ``NotSealable``, ``SealingOff``, ``SealedAlready``, ``TypedBefore`` where
    words written before hold the name, ``SealKeysUnsafe``.
    """
    require_enter(by, petition)
    _require_on(by)
    envelope = seal(identity, petition.uid, house_ring())
    terms, senders = terms_of(identity, petition.uid), sender_digests(identity)
    with step(petition, "seal_identity", by=by, at=at) as doing:
        locked = doing.petition
        if SealedIdentity.objects.filter(petition=locked, destroyed_at__isnull=True).exists():
            raise SealedAlready()
        if places := places_of(locked, terms):
            raise TypedBefore(where=", ".join(str(one.label) for one in places))
        assert by.official is not None
        SealedIdentity.objects.create(
            petition=locked, ciphertext=envelope.ciphertext, wrapped_key=envelope.wrapped.locked,
            key_id=envelope.wrapped.key_id, witness=witness_of(locked), sealed_by=by.official, sealed_at=at,
        )  # fmt: skip
        SealedTerm.objects.bulk_create(
            SealedTerm(petition=locked, digest=one.digest, words=one.words) for one in terms
        )
        put_senders(locked, senders)


def put_senders(petition: Petition, digests: set[str]) -> None:
    """The blind keys by which another denunciation of the same person is recognised. Inside an act."""
    BlindKey.objects.bulk_create(
        (
            BlindKey(petition=petition, unit=petition.owner_unit, kind=BlindKey.Kind.SENDER, digest=one)
            for one in sorted(digests)
        ),
        ignore_conflicts=True,
    )


def seal_letter(upload: Sealed, petition: Petition, *, by: Viewer, at: datetime) -> SealedLetter:
    """Keep a scan of the letter that came in sealed. Raises as ``seal_identity``."""
    require_enter(by, petition)
    _require_on(by)
    with step(petition, "seal_letter", by=by, at=at) as doing:
        assert by.official is not None
        kept = files.keep(upload)
        return SealedLetter.objects.create(
            petition=doing.petition, sealed=kept, size=kept.size, added_by=by.official, added_at=at
        )


def witness_of(petition: Petition) -> str:
    """A digest that is another one once the key of comparing is another one."""
    return keyed.exact("witness", str(petition.uid))


def sealed_things(petition: Petition) -> tuple[SealedIdentity | None, list[SealedLetter]]:
    """The identity and the letters that are under seal now."""
    still = Q(petition=petition, destroyed_at__isnull=True)
    return (
        SealedIdentity.objects.filter(still).first(),
        list(SealedLetter.objects.filter(still).select_related("added_by").order_by("added_at")),
    )


def _require_on(by: Viewer) -> None:
    if not choice_of(by.unit, by.on).is_on:
        raise SealingOff()
