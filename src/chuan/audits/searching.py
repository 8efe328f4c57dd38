"""Audits in the one box of search: by code, aim and conclusion. What a team writes is found by nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.audits.models import Audit
from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.search import entries


def offer() -> None:
    """Offer the kind; called when the programme starts."""
    search.offer("audit", every)


def every() -> Iterator[Entry]:
    """Every audit."""
    return (_entry(one) for one in Audit.objects.order_by("pk").iterator(chunk_size=500))


def put(audits: Iterable[Audit]) -> None:
    """Write audits as they are called now; inside the act that changes them."""
    entries.put(_entry(one) for one in audits)


def _entry(one: Audit) -> Entry:
    told = one.conclusion if one.status in (Audit.Status.REPORTED, Audit.Status.CLOSED) else ""
    return Entry(
        Subject("audit", one.uid), one.owner_unit_id, title=f"Đánh giá nội bộ {one.code}", numbers=(one.code,),
        text="\n".join(filter(None, (one.aim, told))), on=one.starts_on,
    )  # fmt: skip
