"""Checks made anew because whom the unit trusts has changed: only files whose verdict could differ by it."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils import timezone
from django_tasks import task

from chuan.documents.checking import record_check, trust_of
from chuan.documents.models import Document, SignatureCheck
from chuan.exchange.signatures import SignatureReport, check_many
from chuan.files import actions as files
from chuan.offers import registers
from chuan.offers.subjects import Subject
from chuan.people.models import Unit, heir_of
from chuan.rules.refusals import Refused
from chuan.trail.actions import System, act

logger = logging.getLogger(__name__)

CHECKER = System("system/signed-files")
PIECE = 20


def recheck_later(unit: Unit) -> None:
    """Put the checking in line; called after the act that changed the trust."""
    recheck.enqueue(str(unit.uid))


@task()
def recheck(uid: str) -> None:
    """Background: check the unit's documents again."""
    check_again(Unit.objects.get(uid=uuid.UUID(uid)), clock=timezone.now)


def check_again(unit: Unit, *, clock: Callable[[], datetime]) -> int:
    """Check the standing file of every document of the unit once more under today's trust; how many differ.

    A file checked under this very trust is left alone, so that a second run after a death half way goes on where
    the first one ended. A file without any signature stays without.
    """
    trust = trust_of(unit)
    changed = 0
    for some in _pieces(unit, trust.digest):
        held = [(one, data) for one in some if (data := _bytes(one)) is not None]
        named = [(one.file_name, data) for one, data in held]
        reports = [found for _name, found in check_many(named, trust=trust, at=clock())]
        fresh = [
            (one, found)
            for (one, _data), found in zip(held, reports, strict=True)
            if not isinstance(found, Refused)
        ]
        changed += _write(unit, fresh, at=clock())
    if changed:
        registers.imported(unit, "documents_out", None, clock())
    return changed


def _pieces(unit: Unit, digest: str) -> Iterator[list[Document]]:
    rows = Document.objects.filter(owner_unit=unit, blob__isnull=False, signature_checks__isnull=False)
    keys = list(rows.order_by("pk").values_list("pk", flat=True).distinct())
    for start in range(0, len(keys), PIECE):
        some = Document.objects.filter(pk__in=keys[start : start + PIECE]).select_related(
            "blob", "owner_unit"
        )
        yield [one for one in some if _differs(one, digest)]


def _differs(document: Document, digest: str) -> bool:
    last = document.signature_checks.filter(blob=document.blob).order_by("-checked_at", "-pk").first()
    return last is not None and last.trust_digest != digest and (last.person, last.agency) != ("none", "none")


def _bytes(document: Document) -> bytes | None:
    try:
        return files.read(document.blob) if document.blob else None
    except OSError:
        return None


def _write(unit: Unit, fresh: list[tuple[Document, SignatureReport]], *, at: datetime) -> int:
    if not fresh:
        return 0
    changed = 0
    with act(
        "signature.recheck", Subject("unit", unit.uid), by=CHECKER, unit_uid=heir_of(unit).uid, at=at
    ) as doing:
        for document, report in fresh:
            assert document.blob is not None
            before = (
                SignatureCheck.objects.filter(document=document, blob=document.blob)
                .order_by("-checked_at", "-pk")
                .first()
            )
            kept = record_check(document, document.blob, report, by=None, at=at)
            changed += before is None or (before.person, before.agency) != (kept.person, kept.agency)
        doing.detail = {"files": len(fresh), "changed": changed}
    return changed
