"""Nonconformities in the evidence pack: the register, and a paper for each (``offers.packing``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from chuan.corrections.listing import sheet_of
from chuan.corrections.models import Nonconformity
from chuan.corrections.papers import pdf_of
from chuan.exchange.sheets import write_sheet
from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part

MOST = 60
"""Papers of one pack; the register names every case."""


def files(asked: Asked) -> Iterator[PackFile]:
    """Cases found in the period, the latest first; none: no file."""
    days = (asked.period.start, asked.period.end - timedelta(days=1))
    found = Nonconformity.objects.seen_by(asked.viewer).filter(owner_unit=asked.unit, found_on__range=days)
    cases = found.select_related("process", "owner_unit").order_by("-found_on", "-pk")
    if not cases:
        return
    yield PackFile(
        "so-khac-phuc.xlsx",
        "Sổ sự không phù hợp và hành động khắc phục",
        write_sheet(sheet_of(cases, on=asked.on)),
    )
    for case in cases[:MOST]:
        data = pdf_of(case, asked.viewer, on=asked.on, at=asked.at)
        yield PackFile(f"{case.code}.pdf", f"Phiếu khắc phục {case.code}", data)


def offer() -> None:
    """Offer it; called when the programme starts."""
    part = Part(
        "khac-phuc", _("Sự không phù hợp, khắc phục"), ("10.2.1", "10.2.2", "8.7.2", "10.3"),
        ("audit_review", "improvement"), files,
    )  # fmt: skip
    packing.offer(part)
