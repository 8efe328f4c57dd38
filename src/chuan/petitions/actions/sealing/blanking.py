"""Words and files taken out because they tell of a denouncer: the line stays, what it said goes for good."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial

from django.db import transaction

from chuan.files.models import Attachment
from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import step
from chuan.petitions.actions.scans import destroy
from chuan.petitions.models import BlindKey, EventWords, OpeningRequest, Petition
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.refusals_sealed import NoWordsThere
from chuan.petitions.sealed.typed_before import COLUMNS, blankable, files_of


def blank_words(petition: Petition, keys: Collection[str], *, by: Viewer, at: datetime) -> int:
    """Blank the words and destroy the files at these places (``typed_before.Place.key``); how many.

    Day, verb, paper and order of a line stay, and the trail names the places. Older backups still hold them until they
    run out. Raises ``NotFound``, ``NotAllowed``, ``NoWordsThere``.
    """
    require_seen(by, petition)
    require_keep(by)
    with step(petition, "blank_words", by=by, at=at) as doing:
        chosen = [one.key for one in blankable(doing.petition) if one.key in keys]
        if not chosen:
            raise NoWordsThere()
        _blank_lines(doing.petition, [key for key in chosen if key.startswith("line-")], at)
        _blank_columns(doing.petition, [key for key in chosen if key in COLUMNS])
        _blank_requests(doing.petition, [key for key in chosen if key.startswith("asked-")])
        _drop_files(doing.petition, [key for key in chosen if key.startswith("file-")], at)
        doing.detail = {
            "what": ", ".join(key for key in chosen if not key.startswith(("file-", "asked-"))),
            "count": len(chosen),
        }
    return len(chosen)


def _blank_lines(petition: Petition, keys: Collection[str], at: datetime) -> None:
    lines = [int(key.removeprefix("line-")) for key in keys]
    words = EventWords.objects.filter(event__petition=petition, event__seq__in=lines)
    words.update(text="", purged_at=at)


def _blank_requests(petition: Petition, keys: Collection[str]) -> None:
    uids = [key.removeprefix("asked-") for key in keys]
    OpeningRequest.objects.filter(petition=petition, uid__in=uids).update(words="")


def _blank_columns(petition: Petition, columns: Collection[str]) -> None:
    """A text that is gone is comparable with nothing either."""
    for column in columns:
        setattr(petition, column, "")
    if columns:
        petition.save(update_fields=list(columns))
    if "text" in columns:
        BlindKey.objects.filter(petition=petition, kind=BlindKey.Kind.CONTENT).delete()


def _drop_files(petition: Petition, keys: Collection[str], at: datetime) -> None:
    """Rows now; bytes once the act is committed, unless they hang on something else too."""
    gone = [one for _seq, one in files_of(petition) if f"file-{one.uid}" in keys]
    Attachment.objects.filter(pk__in=[one.pk for one in gone]).delete()
    if gone:
        transaction.on_commit(partial(destroy, [one.blob for one in gone], at=at))
