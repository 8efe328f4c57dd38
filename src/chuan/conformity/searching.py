"""Confirmations, drafts of the declaration and self-checks that somebody kept, in the one box of search."""

from __future__ import annotations

from collections.abc import Iterator

from chuan.conformity.models import CheckRun, Confirmation, Declaration
from chuan.conformity.permissions import READERS
from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.rules.wording import said
from chuan.search import entries

CHUNK = 500


def offer() -> None:
    """Offer the kinds; called when the programme starts."""
    search.offer("confirmation", confirmations)
    search.offer("declaration", declarations)
    search.offer("check_run", runs)


def confirmations() -> Iterator[Entry]:
    """Every confirmation of a head."""
    return (_confirmation(one) for one in Confirmation.objects.order_by("pk").iterator(chunk_size=CHUNK))


def declarations() -> Iterator[Entry]:
    """Every draft of a declaration; its paper is found among documents."""
    rows = Declaration.objects.select_related("confirmation").order_by("pk")
    return (_declaration(one) for one in rows.iterator(chunk_size=CHUNK))


def runs() -> Iterator[Entry]:
    """Every self-check that somebody kept; those of the nights would hide them."""
    return (_run(one) for one in CheckRun.objects.exclude(by=None).order_by("pk").iterator(chunk_size=CHUNK))


def put(*things: Confirmation | Declaration | CheckRun) -> None:
    """Write them as they are; inside the act that makes them."""
    entries.put(_entry(one) for one in things)


def _entry(one: Confirmation | Declaration | CheckRun) -> Entry:
    if isinstance(one, Confirmation):
        return _confirmation(one)
    return _declaration(one) if isinstance(one, Declaration) else _run(one)


def _confirmation(one: Confirmation) -> Entry:
    return Entry(
        Subject("confirmation", one.uid), one.unit_id,
        title=f"Xác nhận hiệu lực của hệ thống ngày {said(one.confirmed_on)}",
        text="\n".join(filter(None, (one.edition, one.scope, one.words, one.citation))), on=one.confirmed_on,
    )  # fmt: skip


def _declaration(one: Declaration) -> Entry:
    on = one.confirmation.confirmed_on
    return Entry(
        Subject("declaration", one.uid), one.unit_id, title=f"Dự thảo công bố theo xác nhận ngày {said(on)}",
        text="\n".join((one.confirmation.edition, one.confirmation.scope)), on=on,
    )  # fmt: skip


def _run(one: CheckRun) -> Entry:
    return Entry(
        Subject("check_run", one.uid), one.unit_id, title=f"Tự kiểm tra hệ thống ngày {said(one.on)}", on=one.on,
        guard=frozenset(role.value for role in READERS),
    )  # fmt: skip
