"""Followed documents put where they can be found: a few at once, very many after their import is committed.

What is found is no fact of the register: an import of 50,000 rows does not hold everybody up for its index.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django_tasks import task

from chuan.documents import searching
from chuan.documents.models import Document

AT_ONCE = 1000
"""Documents that are indexed within the act; more go to the background in pieces."""
PIECE = 2000


def index(keys: Sequence[int]) -> None:
    """Let these documents be found. Inside the act that wrote them."""
    if len(keys) <= AT_ONCE:
        searching.put(Document.objects.filter(pk__in=keys).only("pk"))
        return
    for start in range(0, len(keys), PIECE):
        transaction.on_commit(partial(index_later.enqueue, list(keys[start : start + PIECE])))


@task()
def index_later(keys: list[int]) -> None:
    """Background: let these documents be found."""
    with transaction.atomic():
        searching.put(Document.objects.filter(pk__in=keys).only("pk"))
