"""Figures of petitions in the evidence pack, and the petitions by code (``offers.packing``).

The counts are those of the page of figures, as whoever makes the pack may open them. Its rows never hold a
denunciation, nor a letter that may be one: the pack leaves the house.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.petitions.figures.asked import Asked as Question
from chuan.petitions.figures.register import EXPORTED, register_of, register_sheet
from chuan.petitions.figures.report import report_of, report_sheet
from chuan.petitions.figures.sight import WHOLE
from chuan.petitions.refusals_figures import RegisterTooLong


def files(asked: Asked) -> Iterator[PackFile]:
    """The tables of the period and its register; none where there was no petition or the maker may not open them."""
    if not asked.viewer.has(*WHOLE):
        return
    question = Question(asked.unit, asked.period, asked.on, asked.at)
    report = report_of(question)
    if not (report.found.any or report.reception.comings):
        return
    yield PackFile("so-lieu-don-thu.xlsx", "Số liệu tiếp công dân, đơn thư trong kỳ", report_sheet(report))
    yield _register(asked, question)


def _register(asked: Asked, question: Question) -> PackFile:
    """The petitions received in the period by code; one too long for a worksheet is told by a line of text."""
    try:
        register = register_of(asked.viewer, question, most=EXPORTED, secret=False)
    except RegisterTooLong as refused:
        return PackFile("so-theo-doi-don.txt", "Sổ theo dõi đơn: chưa ghi vào gói", refused.sentence.encode())
    title = "Sổ theo dõi đơn của kỳ: theo mã đơn, không có người gửi, không có đơn tố cáo"
    return PackFile("so-theo-doi-don.xlsx", title, register_sheet(register))


def offer() -> None:
    """Offer it; called when the programme starts."""
    clauses = ("8.2.1", "9.1.2", "9.1.3")
    packing.offer(Part("don-thu", _("Số liệu đơn thư"), clauses, ("complaints", "conformity"), files))
