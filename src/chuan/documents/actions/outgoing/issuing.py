"""Keep mode: the number after the person's signature, issuing after the seal, recalling, cancelling (arts 15, 18)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from chuan.documents import numbering
from chuan.documents.actions.outgoing.handing import refuse_held
from chuan.documents.actions.outgoing.passing_on import disseminated, queued, recalled
from chuan.documents.actions.outgoing.stepping import given, stepping
from chuan.documents.models import Delivery, Document, VoidNumber
from chuan.documents.outgoing.citations import acts_of, settle_bases
from chuan.documents.outgoing.for_signing import REGISTER
from chuan.documents.outgoing.heads import text_of
from chuan.documents.outgoing.matching import effective_of
from chuan.documents.outgoing.versions import content_of
from chuan.documents.outgoing.waiting import late_by
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_outgoing import RecallingMissing
from chuan.intake.record_systems import require_kept
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import OUTGOING


def number(document: Document, *, by: Viewer, at: datetime) -> str:
    """Give a signed document the next number of its sequence and this day's date; returns the number.

    The sequence and the symbol are those of the day; the counter's row stays locked until this commits, so a
    process killed here leaves no gap. Raises ``WrongMove`` before the person has signed, ``FollowedElsewhere``,
    ``NotAllowed``.
    """
    check_registers(by)
    OUTGOING.next(document.stage, "number")
    require_kept(document.owner_unit, REGISTER, by.on, fact="number")
    with stepping(document, "document.number", by=by, at=at) as held:
        OUTGOING.next(held.document.stage, "number")
        fields = _numbered(held.document, by.on)
        refuse_held(held.document, fields)
        told = {"number": fields["number"], "symbol": fields["symbol"], "series": fields["series"]}
        held.take("number", data=told, **fields)
        held.detail = told
    return str(fields["number"])


def issue(document: Document, *, by: Viewer, at: datetime, must_know: bool = False) -> list[Delivery]:
    """Send a sealed document to its recipients; returns the sendings.

    Due on the day of signing or the next working day, urgent ones that day (art 18.1): later ones are issued all
    the same, and the step says so. ``must_know`` puts it before the officials it goes to, to be confirmed.
    Raises ``WrongMove``, ``FollowedElsewhere``, ``NotAllowed``.
    """
    check_registers(by)
    OUTGOING.next(document.stage, "issue")
    require_kept(document.owner_unit, REGISTER, by.on, fact="issue")
    content = content_of(document)
    text = text_of(document, content, number=document.number, on=document.issued_on)
    effective_from, acts = effective_of(text), acts_of(document, content)
    with stepping(document, "document.issue", by=by, at=at) as held:
        late = late_by(held.document, by.on)
        held.take("issue", data={"late": late}, sent_on=by.on, effective_from=effective_from)
        settle_bases(held.document, acts)
        sendings = queued(held.document, by=by, at=at)
        if must_know:
            disseminated(held.document, sendings, by=by, at=at)
        held.detail = {"late": late, "sendings": len(sendings)}
    return sendings


def recall(document: Document, reason: str, recalling: str, *, by: Viewer, at: datetime) -> None:
    """Recall an issued document by a document: ``recalling`` cites it (art 18.4).

    Raises ``ReasonMissing``, ``RecallingMissing``, ``WrongMove``, ``NotAllowed``.
    """
    check_registers(by)
    said = given(reason, "thu hồi")
    if not recalling.strip():
        raise RecallingMissing()
    with stepping(document, "document.recall", by=by, at=at) as held:
        held.take("recall", note=said, data={"recalling": recalling.strip()})
        recalled(held.document, by=by, at=at)
        held.detail["citation"] = recalling.strip()


def cancel(document: Document, reason: str, *, by: Viewer, at: datetime) -> None:
    """Cancel a number that was given: it stays in the register with the reason and is never given again.

    Raises ``ReasonMissing``, ``WrongMove``, ``NotAllowed``.
    """
    check_registers(by)
    said = given(reason, "hủy số")
    with stepping(document, "document.cancel", by=by, at=at) as held:
        held.take("cancel", note=said)
        one = held.document
        VoidNumber.objects.create(
            unit=one.unit,
            series=one.series,
            year=one.number_year or 0,
            value=one.number_value or 0,
            document=one,
            reason=said,
            by=by.official,
            recorded_at=at,
        )
        held.detail["number"] = one.full_number


def _numbered(document: Document, on: date) -> dict[str, Any]:
    unit = document.owner_unit
    series = numbering.series_of(unit, document.type, on)
    numbering.go_on(unit, series, on.year)
    value = numbering.take_next(unit, series, on.year)
    return {
        "series": series,
        "number_year": on.year,
        "number_value": value,
        "number": numbering.shown(value),
        "symbol": document.symbol,
        "issued_on": on,
    }
