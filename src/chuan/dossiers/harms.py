"""What dossiers tell Bản tin sáng: how many are late, and how many will be by tomorrow, in whose hands."""

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
    return _("%(n)s hồ sơ quá hạn trả kết quả, lâu nhất từ %(day)s") % {"n": count, "day": day}


def _soon(count: str, day: str) -> str:
    return _("%(n)s hồ sơ sắp đến hạn trả kết quả, sớm nhất %(day)s") % {"n": count, "day": day}


def _address(group: Group, late: bool) -> str:
    whose = f"&nguoi={group.holder.official.uid}" if group.holder.official else ""
    return f"{reverse('dossiers:list')}?ket_qua={'qua-han' if late else 'sap-den'}{whose}"


HOW = Telling(("dossier",), "dossiers.late", _late, _address, "dossiers.soon", _soon)


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=HOW.kinds)
