"""What is sealed destroyed for good: the key first, then the bytes, by the head's paper."""

from __future__ import annotations

from datetime import datetime

from chuan.files import sealing as files
from chuan.people.actions.holding import cited
from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import step
from chuan.petitions.actions.sealing.identities import sealed_things
from chuan.petitions.models import (
    BlindKey,
    OpeningRequest,
    Petition,
    SealedIdentity,
    SealedLetter,
    SealedTerm,
)
from chuan.petitions.models.sealing import WhyDestroyed
from chuan.petitions.permissions_sealed import require_destroy
from chuan.petitions.refusals_sealed import NothingSealed


def destroy_sealed(
    petition: Petition, *, letters: bool, why: WhyDestroyed, paper: str, by: Viewer, at: datetime
) -> None:
    """Destroy the identity, and the letters with it where ``letters`` says so (Luật Tố cáo 2018, Điều 56).

    Without its data key a ciphertext is noise; older backups hold both until they run out, or until the key that
    wraps them is taken off the ring (``chuan seal-keys retire``). Raises ``NotFound``, ``NotAllowed``,
    ``NothingSealed``, ``CitationMissing``.
    """
    require_destroy(by, petition)
    notice = cited(paper)
    with step(petition, "destroy_seal", by=by, at=at) as doing:
        identity, scans = sealed_things(doing.petition)
        chosen = scans if letters else []
        if identity is None and not chosen:
            raise NothingSealed()
        told = {"destroyed_at": at, "destroyed_why": why, "destroyed_by_paper": notice}
        if identity is not None:
            SealedIdentity.objects.filter(pk=identity.pk).update(
                ciphertext=b"", wrapped_key=b"", key_id="", witness="", **told
            )
            SealedTerm.objects.filter(petition=doing.petition).delete()
            BlindKey.objects.filter(petition=doing.petition, kind=BlindKey.Kind.SENDER).delete()
        for letter in chosen:
            _destroy_letter(letter, told, at)
        _end_requests(doing.petition, identity is not None, chosen, at)
        doing.detail = {"citation": notice, "reason": why.value, "letters": len(chosen)}


def _destroy_letter(letter: SealedLetter, told: dict[str, object], at: datetime) -> None:
    kept = letter.sealed
    SealedLetter.objects.filter(pk=letter.pk).update(sealed=None, **told)
    if kept is not None:
        files.destroy(kept, at=at)


def _end_requests(petition: Petition, identity: bool, letters: list[SealedLetter], at: datetime) -> None:
    """Nothing is left for them to open."""
    waiting = OpeningRequest.objects.filter(petition=petition, end="")
    ended = {"end": OpeningRequest.End.REFUSED, "ended_at": at, "key_digest": ""}
    if identity:
        waiting.filter(what="identity").update(**ended)
    waiting.filter(letter__in=letters).update(**ended)
