"""What can be counted of documents; offered to objectives and to pages of figures when the programme starts."""

from __future__ import annotations

from chuan.documents.measures.acknowledged import Acknowledged
from chuan.documents.measures.circulated import Circulated
from chuan.documents.measures.on_time import IncomingOnTime
from chuan.documents.measures.signed import Signed
from chuan.offers import measures

ALL = (Signed(), Circulated(), Acknowledged(), IncomingOnTime())


def register() -> None:
    """Offer them all."""
    for one in ALL:
        measures.register(one)
