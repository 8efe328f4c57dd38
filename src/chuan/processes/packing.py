"""The map of processes and the outside providers in the evidence pack (``offers.packing``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from chuan.exchange.sheets import write_sheet
from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.processes import chart, provided
from chuan.processes.sheet import map_table


def files(asked: Asked) -> Iterator[PackFile]:
    """The processes as they stood on the last day of the period, or today when it is not over."""
    on = min(asked.on, asked.period.end - timedelta(days=1))
    told = chart.lines(chart.standing(asked.unit, on), viewer=asked.viewer, on=on, at=asked.at)
    if told:
        yield PackFile(
            "qua-trinh.xlsx",
            "Các quá trình, người chịu trách nhiệm, số đo",
            write_sheet(map_table(told, asked.unit, on)),
        )
    outside = provided.lines(provided.standing(asked.unit, on), on)
    if outside:
        table = provided.table(outside, asked.unit, on)
        yield PackFile("ben-cung-cap.xlsx", "Bên cung cấp ngoài, kiểm soát, đánh giá", write_sheet(table))


def offer() -> None:
    """Offer it; called when the programme starts."""
    packing.offer(
        Part(
            "qua-trinh",
            _("Các quá trình"),
            ("4.4.1", "4.4.2", "5.3", "8.4.1"),
            ("processes", "conformity"),
            files,
        )
    )
