"""Controlled documents in the evidence pack: a list, and each one in force (``offers.packing``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from chuan.documents.controlled.handing_out import Handed, as_pdf, as_word
from chuan.documents.controlled.standing import shown
from chuan.documents.holdings import BY_KIND
from chuan.documents.models import ControlledDocument, Revision
from chuan.exchange.sheets import Table, write_sheet
from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.rules.refusals import Refused


def files(asked: Asked) -> Iterator[PackFile]:
    """Those in force on the last day of the period, or today; as PDF, else as the Word file that was uploaded."""
    on = min(asked.on, asked.period.end - timedelta(days=1))
    found = Revision.objects.in_force(on).filter(controlled__unit=asked.unit)
    rows = list(found.select_related("controlled", "blob").order_by("controlled__code"))
    if rows:
        yield PackFile("danh-muc.xlsx", "Danh mục tài liệu đang có hiệu lực", _listed(asked, rows))
    for one in rows:
        if (handed := _handed(one, asked)) is not None:
            yield PackFile(
                handed.name, f"{one.controlled.code} {one.controlled.title}", handed.data, clauses_of(one)
            )


def clauses_of(one: Revision) -> tuple[str, ...]:
    """Clauses written on its card, and those its kind shows by itself."""
    kind = ControlledDocument.Kind(one.controlled.kind)
    return (*BY_KIND.get(kind, ()), *re.findall(r"\d+(?:\.\d+)*", one.controlled.clauses))


def _handed(one: Revision, asked: Asked) -> Handed | None:
    """None where its file cannot be read: the list names it all the same."""
    for make in (as_pdf, as_word):
        try:
            return make(one, asked.on)
        except (Refused, OSError):
            continue
    return None


def _listed(asked: Asked, rows: list[Revision]) -> bytes:
    table = Table(
        title=f"Tài liệu đang có hiệu lực – {asked.unit.committee}",
        headers=["Ký hiệu", "Tên", "Loại", "Lần ban hành", "Hiệu lực từ", "Điều"],
        rows=[
            [
                one.controlled.code, one.controlled.title, str(one.controlled.get_kind_display()), shown(one.number),
                one.effective_from, ", ".join(dict.fromkeys(clauses_of(one))),
            ]
            for one in rows
        ],
        sheet_name="Tài liệu", widths={1: 60, 2: 26, 5: 24}, number_formats={4: "dd/mm/yyyy"},
    )  # fmt: skip
    return write_sheet(table)


def offer() -> None:
    """Offer it; called when the programme starts."""
    part = Part(
        "tai-lieu",
        _("Tài liệu đang có hiệu lực"),
        ("7.5.1", "7.5.2"),
        ("scope", "conformity", "leadership"),
        files,
    )
    packing.offer(part)
