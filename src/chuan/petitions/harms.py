"""What petitions tell Bản tin sáng: counts and days only, neither a kind nor a name, for one may be a denunciation."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.harms import Group, Telling, tell
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm


def collect(asked: Asked) -> Iterator[Harm]:
    """Groups by official; at most six statements."""
    return tell(asked, HOW)


def _late(count: str, day: str) -> str:
    return _("%(n)s đơn thư quá hạn, lâu nhất từ %(day)s") % {"n": count, "day": day}


def _soon(count: str, day: str) -> str:
    return _("%(n)s đơn thư sắp đến hạn, sớm nhất %(day)s") % {"n": count, "day": day}


def _address(group: Group, late: bool) -> str:
    return f"{reverse('petitions:list')}?viec={'qua-han' if late else 'sap-den'}"


HOW = Telling(("petition",), "petitions.late", _late, _address, "petitions.soon", _soon)


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=HOW.kinds)
