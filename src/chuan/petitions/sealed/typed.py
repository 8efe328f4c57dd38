"""What is typed about a petition whose denouncer is sealed: held against digests before it is written.

Asked by ``petitions.events.add_event`` and at the end of every step; a part that keeps words of its own asks
``require_nameless`` before it writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.petitions.models import NameTyped, Petition, SealedTerm
from chuan.petitions.permissions import SECRET_KINDS
from chuan.petitions.refusals_sealed import TellsDenouncer
from chuan.petitions.sealed.terms import tells
from chuan.trail.actions import act


def require_nameless(petition: Petition, *texts: str) -> None:
    """Raises ``TellsDenouncer`` where one of the texts holds the sealed name or telephone of this petition.

    Nothing is asked of other kinds, nor where nothing is sealed: then nobody but the clerk knows the name.
    """
    said = [text for text in texts if text and not text.isspace()]
    if not said or petition.kind not in SECRET_KINDS:
        return
    terms = list(SealedTerm.objects.filter(petition=petition).values_list("digest", "words"))
    if terms and tells(said, petition.uid, terms):
        raise TellsDenouncer()


def count_refused(petition: Petition, *, by: Viewer, at: datetime) -> None:
    """Write down that somebody typed the name: guessing names against the refusal leaves a line each time."""
    with act("petition.type_name", Subject("petition", petition.uid), by=by, unit_uid=by.unit_uid, at=at):
        NameTyped.objects.create(petition=petition, by=by.official, at=at)


@contextmanager
def counting_names(petition: Petition | None, *, by: Viewer, at: datetime) -> Iterator[None]:
    """Around an act that keeps words of its own about a petition: a refused name is counted once the act is undone."""
    try:
        yield
    except TellsDenouncer:
        if petition is not None:
            count_refused(petition, by=by, at=at)
        raise
