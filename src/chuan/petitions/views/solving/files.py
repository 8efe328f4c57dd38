"""Files of the work: looked at and kept under a name that tells nothing; handed out to who works on the case."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from chuan.exchange.proofs import keep_proof
from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.people.door import Request
from chuan.people.viewer import Viewer
from chuan.petitions.actions.solving.working import FILES, Proof, require_file
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_record
from chuan.petitions.views.one import petition_of
from chuan.ui.files import attachment


def with_file(
    petition: Petition, given: Mapping[str, Any], *, by: Viewer, at: datetime
) -> tuple[dict[str, Any], datetime]:
    """The form's values with the file looked at and kept, and the moment the act begins then.

    Raises what ``working.require_file`` and ``exchange.proofs.keep_proof`` say.
    """
    told = dict(given)
    upload, declared = told.pop("file", None), bool(told.pop("declared", False))
    if not upload:
        return {**told, "proof": None}, at
    require_file(petition, by, declared=declared, has_file=True)
    ending = PurePath(str(upload.name)).suffix.lower()[:10]
    upload.name = (
        f"tep{ending}"  # its own name may tell who sent it: it is not said again, not even when refused
    )
    blob, _name = keep_proof(upload)
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    return {**told, "proof": Proof(blob, ending, declared)}, timezone.now()


def let_go_of(proof: Proof | None, *, at: datetime) -> None:
    """Throw away what was kept for an act that was refused, unless the same bytes hang on something."""
    if proof is not None and not Attachment.objects.filter(blob=proof.blob).exists():
        files.let_go(proof.blob, at=at, besides=Attachment)


def file(request: Request, uid: uuid.UUID, which: uuid.UUID) -> HttpResponse:
    """A file of a standing or voided line, to who writes on the case."""
    petition = petition_of(request, uid)
    require_record(request.viewer, petition)
    lines = petition.events.values("uid")
    # nosemgrep: rows-without-seen-by - hangs on a line of a petition that this viewer may write on
    found = get_object_or_404(Attachment, uid=which, subject_kind=FILES, subject_uid__in=lines)
    return attachment(files.read(found.blob), found.name, found.blob.media_type)
