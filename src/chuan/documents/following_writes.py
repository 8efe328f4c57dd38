"""Writing what was worked out of registers: documents, the sendings they tell of, and the facts measures count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.utils import timezone

from chuan.documents.incoming.handlers import keep_followed
from chuan.documents.indexing import index
from chuan.documents.joining import CHUNK, Known, Sent
from chuan.documents.merging import COLUMNS, Facts
from chuan.documents.models import Delivery, DeliveryStep, Document
from chuan.documents.putting import insert_all, update_all
from chuan.documents.states import put_states
from chuan.offers.uids import new_uid
from chuan.people.models import Unit

_TOLD = "theo sổ của hệ thống nguồn"
_STEPS = {"queued": (), "sent": ("send",), "arrived": ("send", "01")}
"""The verbs of DELIVERY behind a status that a register tells of."""
_AFTER = {"send": "sent", "01": "arrived"}


@dataclass(frozen=True, slots=True)
class Change:
    """A document to be written. ``known`` None: a new one. ``columns`` are those that differ."""

    code: str
    known: Known | None
    columns: Mapping[str, Any]
    facts: Facts
    sent: Sent | None


@dataclass
class Writing:
    """What an import or a withdrawal changes, ready to be written once, inside the act."""

    unit_id: int
    direction: str
    at: datetime
    changes: Sequence[Change]

    def __call__(self) -> None:
        """Write it: new documents, changed ones, sendings, states."""
        new = [one for one in self.changes if one.known is None]
        insert_all(Document, (*_OWN, *_defaults(), *COLUMNS), (self._row(one) for one in new))
        self._update([one for one in self.changes if one.known is not None and one.columns])
        keys = self._keys()
        self._send(keys)
        put_states(keys.values(), at=self.at)
        index(sorted(keys.values()))
        if self.direction == Document.Direction.IN:
            keep_followed(Unit.objects.get(pk=self.unit_id), keys.values(), on=timezone.localdate(self.at))

    def _row(self, one: Change) -> tuple[Any, ...]:
        fixed = (new_uid(), self.unit_id, self.unit_id, self.direction, one.code, self.at)
        return (*fixed, *_defaults().values(), *(one.columns[name] for name in COLUMNS))

    def _update(self, changed: Sequence[Change]) -> None:
        """Documents of which the same columns differ go together."""
        alike: dict[tuple[str, ...], list[Change]] = {}
        for one in changed:
            alike.setdefault(tuple(sorted(one.columns)), []).append(one)
        for names, some in alike.items():
            rows = ((*(one.columns[name] for name in names), one.known.pk) for one in some if one.known)
            update_all(Document, names, rows)

    def _keys(self) -> dict[str, int]:
        """The key of every document that was written, by its row."""
        keys = {one.code: one.known.pk for one in self.changes if one.known is not None}
        new = [one.code for one in self.changes if one.known is None]
        for start in range(0, len(new), CHUNK):
            rows = Document.objects.filter(
                unit_id=self.unit_id, direction=self.direction, outside_code__in=new[start : start + CHUNK]
            )
            keys |= dict(rows.values_list("outside_code", "pk"))
        return keys

    def _send(self, keys: Mapping[str, int]) -> None:
        told = [one for one in self.changes if one.facts.way and one.facts.listed]
        fresh = [one for one in told if one.sent is None]
        uids = [new_uid() for _one in fresh]
        insert_all(Delivery, _SENT, self._sendings(fresh, uids, keys))
        moved = [
            one
            for one in told
            if one.sent and (one.sent.way, one.sent.status) != (one.facts.way, one.facts.status)
        ]
        update_all(
            Delivery, ("way", "status", "to"),
            ((one.facts.way, one.facts.status, one.facts.to, one.sent.pk) for one in moved if one.sent),
        )  # fmt: skip
        self._steps(fresh, uids, moved)

    def _sendings(
        self, fresh: Sequence[Change], uids: Sequence[Any], keys: Mapping[str, int]
    ) -> Iterator[Any]:
        for one, uid in zip(fresh, uids, strict=True):
            yield uid, keys[one.code], one.facts.way, one.facts.to, one.facts.status, self.at

    def _steps(self, fresh: Sequence[Change], uids: Sequence[Any], moved: Sequence[Change]) -> None:
        """The history behind a status, as far as the register tells it; a status taken back is noted as it stands."""
        keys: dict[Any, int] = {}
        for start in range(0, len(uids), CHUNK):
            rows = Delivery.objects.filter(uid__in=uids[start : start + CHUNK])
            keys |= dict(rows.values_list("uid", "pk"))
        begun = ((keys[uid], 0, "queued", one.facts.status) for one, uid in zip(fresh, uids, strict=True))
        went = [(one.sent.pk, 0, one.sent.status, one.facts.status) for one in moved if one.sent]
        last = dict(self._last_steps([pk for pk, *_rest in went]))
        on = ((pk, last.get(pk, 0), before, after) for pk, _seq, before, after in went)
        insert_all(DeliveryStep, _STEPPED, self._told([*begun, *on]))

    def _last_steps(self, deliveries: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(0, len(deliveries), CHUNK):
            rows = DeliveryStep.objects.filter(delivery_id__in=deliveries[start : start + CHUNK])
            yield from rows.order_by("seq").values_list("delivery_id", "seq")

    def _told(self, moves: Sequence[tuple[int, int, str, str]]) -> Iterator[tuple[Any, ...]]:
        for pk, seq, before, after in moves:
            done = _STEPS.get(before, ())
            for verb in [verb for verb in _STEPS[after] if verb not in done]:
                seq += 1
                yield pk, seq, verb, _AFTER[verb], _TOLD, self.at


_OWN = ("uid", "unit", "owner_unit", "direction", "outside_code", "recorded_at")


@cache
def _defaults() -> dict[str, Any]:
    """What every other column begins with, as the model says; a plain statement has to name them all."""
    named = {*_OWN, *COLUMNS}
    others = (one for one in Document._meta.concrete_fields if not one.primary_key and one.name not in named)
    return {one.name: one.get_default() for one in others} | {"basis": Document.Basis.REGISTER.value}


_SENT = ("uid", "document", "way", "to", "status", "queued_at")
_STEPPED = ("delivery", "seq", "verb", "after", "note", "recorded_at")
