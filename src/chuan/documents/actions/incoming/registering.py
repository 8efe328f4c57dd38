"""Registering an incoming document with its số đến, refusing it, telling the sender that it is here."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from chuan.documents import numbering
from chuan.documents.actions.incoming.answering import answered
from chuan.documents.actions.incoming.arriving import check_days, refuse_secret
from chuan.documents.actions.incoming.stepping import REGISTER, check_kept, stepping
from chuan.documents.actions.outgoing.stepping import given
from chuan.documents.incoming.facts import COLUMNS, Arriving, columns_of
from chuan.documents.incoming.same import same_as
from chuan.documents.incoming.waiting import present_by
from chuan.documents.models import Document, NumberSeries
from chuan.documents.numbers import value_of
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_incoming import ArrivalIncomplete, SameHere
from chuan.intake.record_systems import require_kept
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import INCOMING

SERIES = "in"


def register(
    document: Document,
    facts: Arriving | None = None,
    *,
    despite_same: bool = False,
    acknowledged: bool = False,
    by: Viewer,
    at: datetime,
) -> str:
    """Register a document that arrived, with what the clerk says of it; returns its số đến.

    ``acknowledged``: the sender was told by other means; one that came as a packet is answered (code 03). Số đến
    run from 01 each year; where the source's register was followed before, on from its last one. Registered late
    is registered all the same, and the step says so. Raises ``ArrivalIncomplete``, ``SameHere`` unless
    ``despite_same``, ``ArrivalSecret``, the days' refusals, ``FollowedElsewhere``, ``WrongMove``, ``NotAllowed``.
    """
    check_registers(by)
    check_kept(document, by)
    require_kept(document.owner_unit, REGISTER, by.on, fact="arrival_number")
    INCOMING.next(document.stage, "register")
    fields = _fields(document, facts, by)
    with stepping(document, "incoming.register", by=by, at=at) as held:
        one = held.document
        INCOMING.next(one.stage, "register")
        if not despite_same:
            refuse_same(one, fields, by.on)
        fields |= _numbered(one.owner_unit, by.on)
        last = present_by(one)
        told = {"number": fields["arrival_number"], "late": last is not None and by.on > last}
        if answered(one, "03", by=by, at=at) or acknowledged:
            fields["acknowledged_on"] = by.on
        _write_note(one, fields)
        held.take("register", data=told, **fields)
        held.detail = told | {"despite_same": despite_same}
    return str(fields["arrival_number"])


def refuse(document: Document, reason: str, *, by: Viewer, at: datetime) -> None:
    """Send a document back with the reason: wrong recipient, unsigned, broken, secret; no số đến is given.

    A packet's sender is told (code 02). Raises ``ReasonMissing``, ``WrongMove``, ``NotAllowed``.
    """
    check_registers(by)
    check_kept(document, by)
    said = given(reason, "trả lại văn bản")
    with stepping(document, "incoming.refuse", by=by, at=at) as held:
        held.take("refuse", note=said)
        answered(held.document, "02", reason=said, by=by, at=at)


def acknowledge(document: Document, *, by: Viewer, at: datetime) -> None:
    """The sender was told today that the document is here (NĐ 30/2020 art 21.2c); twice is once."""
    check_registers(by)
    check_kept(document, by)
    if document.acknowledged_on is not None:
        return
    with stepping(document, "incoming.acknowledge", by=by, at=at) as held:
        held.document.acknowledged_on = by.on
        held.document.save(update_fields=["acknowledged_on"])
        held.detail = {"on": by.on}


def mend(document: Document, facts: Arriving, reason: str, *, by: Viewer, at: datetime) -> None:
    """Correct what the register says of a document, with the reason; số đến and ngày đến stay.

    Raises ``ReasonMissing``, ``ArrivalIncomplete``, ``WrongMove``, ``NotAllowed``.
    """
    check_registers(by)
    check_kept(document, by)
    said = given(reason, "sửa thông tin đăng ký")
    fields = _fields(document, facts, by)
    for name in ("arrived_on", *(() if document.stage == "registered" else ("due_on",))):
        fields.pop(name, None)  # a day that was given out belongs to whoever directed
    changed = {name: value for name, value in fields.items() if getattr(document, name) != value}
    with stepping(document, "incoming.mend", by=by, at=at) as held:
        before = {name: str(getattr(held.document, name) or "") for name in changed}
        _write_note(held.document, changed)
        held.take("mend", note=said, data={"before": before}, **changed)
        held.detail["changed"] = sorted(before)


def refuse_same(document: Document, fields: dict[str, Any], on: date) -> None:
    """Raises ``SameHere`` where the number, symbol and agency are registered already."""
    facts = Arriving(**{name: fields.get(name, getattr(document, name)) for name in COLUMNS})
    found = same_as(document.owner_unit, facts, on, but=document.pk)
    if found:
        raise SameHere(count=len(found), document=found[0].title)


def _fields(document: Document, facts: Arriving | None, by: Viewer) -> dict[str, Any]:
    """The columns the clerk has written, checked as they will stand; the file stays as it came."""
    fields: dict[str, Any] = {}
    if facts is not None:
        refuse_secret(facts)
        fields = {k: v for k, v in columns_of(facts.tidied()).items() if k != "file_name"}
        fields["arrived_on"] = fields["arrived_on"] or document.arrived_on
        if fields["electronic"] is None:
            fields["electronic"] = document.electronic
    tried = Document(**{name: fields.get(name, getattr(document, name)) for name in (*COLUMNS, "note")})
    for name, words in (("issuer_name", "cơ quan ban hành"), ("subject", "trích yếu")):
        if not getattr(tried, name).strip():
            raise ArrivalIncomplete(field=words)
    check_days(tried, by)
    return fields


def _write_note(document: Document, fields: dict[str, Any]) -> None:
    """The document's own note; the note of a step is what was said with it."""
    if "note" in fields:
        document.note = fields.pop("note")
        document.save(update_fields=["note"])


def _numbered(unit: Unit, on: date) -> dict[str, Any]:
    """The next số đến of the year, its row locked until the act ends."""
    NumberSeries.objects.get_or_create(
        unit=unit, series=SERIES, year=on.year, defaults={"last": _followed_last(unit, on.year)}
    )
    value = numbering.take_next(unit, SERIES, on.year)
    return {
        "series": SERIES,
        "number_year": on.year,
        "number_value": value,
        "arrival_number": numbering.shown(value),
    }


def _followed_last(unit: Unit, year: int) -> int:
    """The last số đến that the source gave this year, where the unit followed its register before."""
    rows = Document.objects.incoming().filter(
        owner_unit=unit, listed=True, arrived_on__gte=date(year, 1, 1), arrived_on__lte=date(year, 12, 31)
    )
    numbers = rows.exclude(outside_code="").values_list("arrival_number", flat=True)
    return max((value_of(one) or 0 for one in numbers), default=0)
