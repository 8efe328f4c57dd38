"""What of this room may be found: officials, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.search import entries


def offer() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    search.offer("official", every)


def every() -> Iterator[Entry]:
    """Every official of every unit."""
    return (_entry(one) for one in Official.objects.order_by("pk").iterator(chunk_size=500))


def put(officials: Iterable[Official]) -> None:
    """Write officials as they are called now; inside the act that names them."""
    entries.put(_entry(one) for one in officials)


def _entry(one: Official) -> Entry:
    return Entry(Subject("official", one.uid), one.unit_id, title=one.name, numbers=(one.name,))
