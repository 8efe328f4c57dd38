"""Processes and outside providers in the one box of search: by code and name, and by what they are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.processes.models import Process, Provider
from chuan.search import entries


def offer() -> None:
    """Offer the kinds; called when the programme starts."""
    search.offer("process", every)
    search.offer("provider", every_provider)


def every() -> Iterator[Entry]:
    """Every process that was not ended."""
    rows = Process.objects.filter(valid_to=None).order_by("pk")
    return (_entry(one) for one in rows.iterator(chunk_size=500))


def put(processes: Iterable[Process]) -> None:
    """Write processes as they are called now; inside the act that changes them."""
    entries.put(_entry(one) for one in processes)


def drop(processes: Iterable[Process]) -> None:
    """Nothing of these is found any more."""
    entries.drop(Subject("process", one.uid) for one in processes)


def _entry(one: Process) -> Entry:
    return Entry(
        Subject("process", one.uid), one.owner_unit_id, title=one.name, numbers=(one.code,),
        text="\n".join(filter(None, (one.purpose, one.takes, one.gives))),
    )  # fmt: skip


def every_provider() -> Iterator[Entry]:
    """Every provider that was not ended."""
    rows = Provider.objects.filter(valid_to=None).order_by("pk")
    return (_provider(one) for one in rows.iterator(chunk_size=500))


def put_providers(providers: Iterable[Provider]) -> None:
    """Write providers as they are called now; inside the act that changes them."""
    entries.put(_provider(one) for one in providers)


def drop_providers(providers: Iterable[Provider]) -> None:
    """Nothing of these is found any more."""
    entries.drop(one.subject for one in providers)


def _provider(one: Provider) -> Entry:
    return Entry(one.subject, one.owner_unit_id, title=one.name, text=f"{one.provides}\n{one.controls}")
