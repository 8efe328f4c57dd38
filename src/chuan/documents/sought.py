"""Words typed into a list's box, sought without marks: "bac hong" finds "Bắc Hồng"."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import QuerySet

from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import fold
from chuan.search.finding import newest_of

MOST_FOUND = 1000
"""Documents that a list searched by words goes through, the newest first; the rest is for narrower words."""
_Rows = TypeVar("_Rows", bound=QuerySet[Any])


def with_words(rows: _Rows, words: str, *fields: str) -> _Rows:
    """Rows in whose fields, taken together, every word occurs. Reads each row: for lists of some thousands."""
    if not words.split():
        return rows
    told = rows.order_by().values_list("pk", *fields)
    return rows.filter(pk__in=[pk for pk, *texts in told.iterator() if has_words(texts, words)])


def has_words(texts: Iterable[Any], words: str) -> bool:
    """Whether every word occurs somewhere in the texts; empty ones count as nothing."""
    text = fold(" ".join(str(one) for one in texts if one))
    return all(word in text for word in fold(words).split())


def documents_with(words: str, viewer: Viewer) -> list[uuid.UUID]:
    """The newest of the viewer's documents whose number or subject has the words, by the index of search.

    Words that nothing can be sought by (marks, one letter) find nothing.
    """
    try:
        return list(newest_of(words, unit_ids=viewer.unit_ids, kind="document", most=MOST_FOUND, head=True))
    except Refused:
        return []
