"""Files an official brought in that still wait for somebody: to be mapped, or to be confirmed."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chuan.intake.models import Import
from chuan.intake.permissions import IMPORTERS
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing, Receiving
from chuan.people.models import Official

WAITING = "waiting"
OPEN = (Import.Status.READING, Import.Status.UNMAPPED, Import.Status.PREVIEWED)


class Imports:
    """One line for all of them. No file is named: a register may say who reads it, and the list has other readers."""

    key = "intake"
    words = "Nhập từ tệp"
    kinds: Collection[str] = frozenset()

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        count = waiting_of(asked.giver).count()
        if not count:
            return []
        return [
            Held(
                WAITING, _("%s tệp nhập còn chờ ghép cột hoặc xác nhận") % count, Passes.BY_NAME,
                note=_("người nhận mở trang Nhập từ tệp để làm nốt, hoặc bỏ tệp"), count=count,
            )
        ]  # fmt: skip

    def unfit(self, ref: str, receiving: Receiving) -> str:
        """Who takes them over may take rows in (``IMPORTERS``)."""
        if receiving.roles.intersection(IMPORTERS):
            return ""
        name = receiving.receiver.name
        return _("%s không giữ vai trò được nhập tệp nên không nhận phần này được.") % name

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing is written: who brought a file stays on record, and every importer may finish it."""


def waiting_of(giver: Official) -> QuerySet[Import]:
    """Imports of the official's own unit that he brought and nobody decided."""
    return Import.objects.filter(by=giver, unit=giver.unit, status__in=OPEN)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Imports(), place=55)
