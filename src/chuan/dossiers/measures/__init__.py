"""What can be counted of dossiers; offered to objectives and to pages of figures when the programme starts."""

from __future__ import annotations

from chuan.dossiers.measures.by_the_book import ByTheBook
from chuan.dossiers.measures.online import Online
from chuan.dossiers.measures.satisfaction import Satisfaction
from chuan.dossiers.measures.timely import OnTime, OnTimePortal, OnTimeReceived
from chuan.offers import measures

ALL = (OnTime(), OnTimeReceived(), OnTimePortal(), Online(), ByTheBook(), Satisfaction())


def register() -> None:
    """Offer them all."""
    for one in ALL:
        measures.register(one)
