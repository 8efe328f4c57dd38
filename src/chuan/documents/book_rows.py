"""The cells of register books: what a document says in each column, its own and those that its source gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from chuan.documents import fields
from chuan.documents.models import Assignment, Document, Recipient
from chuan.intake.versions import standing_values
from chuan.law.document_types import type_title
from chuan.rules.vietnamese import fold
from chuan.ui.formatters import local

Cells = tuple[str, ...]
Values = Mapping[str, str]


def outgoing_cells(documents: Sequence[Document]) -> dict[int, Cells]:
    """The ten columns of Sổ đăng ký văn bản đi."""
    said, lines = _source(documents, fields.OUT.key), _recipients(documents)
    found: dict[int, Cells] = {}
    for one in documents:
        values, (to, kept) = said.get(one.outside_code, {}), lines.get(one.pk, ("", ""))
        recalled = "Đã thu hồi" if one.stage == "recalled" else ""
        found[one.pk] = (
            one.full_number if one.number else one.symbol,
            _day(one.issued_on),
            _named(one),
            one.signer_name,
            values.get("recipients", "") or to,
            values.get("kept_by", "") or kept,
            f"{one.copies:02d}" if one.copies else "",
            _day(one.sent_on),
            values.get("received_sign", ""),
            _joined(one.note, recalled),
        )
    return found


def incoming_cells(documents: Sequence[Document]) -> dict[int, Cells]:
    """The ten columns of Sổ đăng ký văn bản đến."""
    said, parts = _source(documents, fields.IN.key), _leads(documents)
    found: dict[int, Cells] = {}
    for one in documents:
        values, lead = said.get(one.outside_code, {}), parts.get(one.pk)
        found[one.pk] = (
            _day(one.arrived_on),
            one.arrival_number,
            one.issuer_name,
            one.full_number if one.number else one.symbol,
            _day(one.issued_on),
            _named(one),
            one.lead_name,
            _day(lead.given_on if lead else _read_day(values.get("passed_on", ""))),
            values.get("received_sign", "") or _seen(lead),
            one.note,
        )
    return found


def handling_cells(documents: Sequence[Document]) -> dict[int, Cells]:
    """The seven columns of Sổ theo dõi giải quyết văn bản đến."""
    return {
        one.pk: (
            one.arrival_number,
            _described(one),
            one.lead_name,
            _day(one.due_on),
            _progress(one),
            one.reply_number,
            one.note,
        )
        for one in documents
    }


def _source(documents: Sequence[Document], register: str) -> dict[str, Values]:
    """What the followed register's rows say, by code; the latest source counts."""
    codes: dict[int, list[str]] = defaultdict(list)
    for one in documents:
        if one.outside_code:
            codes[one.unit_id].append(one.outside_code)
    found: dict[str, Values] = {}
    for unit_id, some in codes.items():
        for code, seen in standing_values(unit_id, register, some).items():
            for version in sorted(seen, key=lambda one: one.recorded_at):
                if version.values is not None:
                    found[code] = version.values
    return found


def _recipients(documents: Sequence[Document]) -> dict[int, tuple[str, str]]:
    """(where it went, who keeps the file copy) of the lines of "Nơi nhận"."""
    went: dict[int, list[str]] = defaultdict(list)
    kept: dict[int, list[str]] = defaultdict(list)
    rows = Recipient.objects.filter(document_id__in=[one.pk for one in documents]).order_by("position")
    for pk, line in rows.values_list("document_id", "line"):
        bare = line.strip(" -–;.")
        if fold(bare).startswith("luu"):
            kept[pk].append(bare.partition(":")[2].strip() or bare)
        elif bare:
            went[pk].append(bare)
    return {pk: ("; ".join(went[pk]), "; ".join(kept[pk])) for pk in {*went, *kept}}


def _leads(documents: Sequence[Document]) -> dict[int, Assignment]:
    rows = Assignment.objects.standing().filter(
        document_id__in=[one.pk for one in documents], part=Assignment.Part.LEAD
    )
    return {one.document_id: one for one in rows}


def _seen(lead: Assignment | None) -> str:
    """Whoever leads has seen it in Chuẩn; where nobody has, the pen signs."""
    if lead is None or lead.seen_at is None:
        return ""
    return f"đã nhận trong Chuẩn {_day(local(lead.seen_at).date())}"


def _named(one: Document) -> str:
    """ "Kế hoạch rà soát": the type before a subject that does not begin with it."""
    type_ = type_title(one.type)
    if not type_ or fold(one.subject).startswith(fold(type_)):
        return one.subject
    return f"{type_}: {one.subject}" if one.subject else type_


def _described(one: Document) -> str:
    parts = (type_title(one.type), one.full_number if one.number else one.symbol)
    named = " ".join(part for part in parts if part)
    day = f"ngày {_day(one.issued_on)}" if one.issued_on else ""
    return ", ".join(part for part in (" ".join((named, day)).strip(), one.issuer_name) if part)


def _progress(one: Document) -> str:
    done = f"xong ngày {_day(one.done_on)}" if one.done_on else ""
    return _joined(one.progress or one.stage_label.capitalize(), done)


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


def _read_day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
