"""Figures of dossiers in the evidence pack: counts only, no applicant (``offers.packing``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from chuan.dossiers.reports.asked import Asked as Question
from chuan.dossiers.reports.asked import Cut
from chuan.dossiers.reports.counting import statistics
from chuan.dossiers.reports.sheets import table_sheet
from chuan.exchange.sheets import write_sheet
from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part

CUTS = ((Cut.MONTH, "tháng"), (Cut.FIELD, "lĩnh vực"), (Cut.PROCEDURE, "thủ tục"))


def files(asked: Asked) -> Iterator[PackFile]:
    """The statistics of the period cut three ways; none where no dossier was counted."""
    for cut, words in CUTS:
        found = statistics(asked.viewer, Question(asked.period, asked.on, cut=cut))
        if not found.total.any:
            return
        table = table_sheet(found, (), asked.unit, on=asked.on)
        yield PackFile(
            f"so-lieu-theo-{cut.value}.xlsx", f"Số liệu giải quyết hồ sơ theo {words}", write_sheet(table)
        )


def offer() -> None:
    """Offer it; called when the programme starts."""
    part = Part(
        "ho-so",
        _("Số liệu giải quyết hồ sơ"),
        ("8.5.1", "8.6", "9.1.1", "9.1.3"),
        ("scope", "conformity"),
        files,
    )
    packing.offer(part)
