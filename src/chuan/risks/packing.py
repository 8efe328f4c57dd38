"""Context, parties, risks and opportunities in the evidence pack (``offers.packing``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.risks import register
from chuan.risks.models import ContextIssue, InterestedParty, Risk
from chuan.risks.printing import register_book, register_sheet


def files(asked: Asked) -> Iterator[PackFile]:
    """The register as it stands on the day of the making; none where nothing was ever written."""
    rows = register.lines(asked.viewer, register.Asked()).filter(owner_unit=asked.unit)
    written = (ContextIssue, InterestedParty, Risk)
    if not any(model.objects.filter(owner_unit=asked.unit).exists() for model in written):
        return
    yield PackFile(
        "boi-canh-rui-ro.pdf", "Bối cảnh, các bên quan tâm, rủi ro và cơ hội", register_book(asked.viewer, asked.on),
        ("4.1", "4.2"),
    )  # fmt: skip
    yield PackFile("so-rui-ro.xlsx", "Sổ rủi ro và cơ hội", register_sheet(rows, asked.viewer, asked.on))


def offer() -> None:
    """Offer it; called when the programme starts."""
    packing.offer(Part("rui-ro", _("Bối cảnh, rủi ro, cơ hội"), ("6.1.1", "6.1.2"), ("conformity",), files))
