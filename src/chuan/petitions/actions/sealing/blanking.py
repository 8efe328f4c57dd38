"""Words blanked because they tell of a denouncer: the line stays, its words go for good."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import step
from chuan.petitions.models import EventWords, Petition
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.refusals_sealed import NoWordsThere
from chuan.petitions.sealed.typed_before import COLUMNS, all_places


def blank_words(petition: Petition, keys: Collection[str], *, by: Viewer, at: datetime) -> int:
    """Blank the words at these places (``typed_before.Place.key``); how many.

    Day, verb, paper and number of a line stay, and the trail names the places. Older backups still hold the words
    until they run out. Raises ``NotFound``, ``NotAllowed``, ``NoWordsThere``.
    """
    require_seen(by, petition)
    require_keep(by)
    with step(petition, "blank_words", by=by, at=at) as doing:
        chosen = [one.key for one in all_places(doing.petition) if one.key in keys]
        if not chosen:
            raise NoWordsThere()
        lines = [int(key.removeprefix("line-")) for key in chosen if key not in COLUMNS]
        EventWords.objects.filter(event__petition=doing.petition, event__seq__in=lines).update(
            text="", purged_at=at
        )
        columns = [key for key in chosen if key in COLUMNS]
        for column in columns:
            setattr(doing.petition, column, "")
        if columns:
            doing.petition.save(update_fields=columns)
        doing.detail = {"what": ", ".join(chosen)}
    return len(chosen)
