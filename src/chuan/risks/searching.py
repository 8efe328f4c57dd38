"""Risks and opportunities in the one box of search: by code, and by what is written of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.offers import search
from chuan.offers.search import Entry
from chuan.risks.models import Risk
from chuan.search import entries


def offer() -> None:
    """Offer the kind; called when the programme starts."""
    search.offer("risk", every)


def every() -> Iterator[Entry]:
    """Every risk that is not closed."""
    return (_entry(one) for one in Risk.objects.open().order_by("pk").iterator(chunk_size=500))


def put(risks: Iterable[Risk]) -> None:
    """Write risks as they are called now; inside the act that changes them."""
    entries.put(_entry(one) for one in risks)


def drop(risks: Iterable[Risk]) -> None:
    """Nothing of these is found any more."""
    entries.drop(one.subject for one in risks)


def _entry(one: Risk) -> Entry:
    return Entry(
        one.subject, one.owner_unit_id, title=one.statement, numbers=(one.code,),
        text="\n".join(filter(None, (one.causes, one.outcome))), on=one.found_on,
    )  # fmt: skip
