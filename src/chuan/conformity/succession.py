"""When a ward goes into another: what it confirmed, declared and kept stays its own; the new ward declares anew.

A declaration is of one agency and one scope (19/2014/QĐ-TTg, Điều 4 khoản 4 điểm c), so nothing here moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.conformity.models import CheckRun, Confirmation, Declaration
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit


class Conformity:
    """Self-checks, confirmations, declarations."""

    key = "conformity"
    words = "Phù hợp"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Three statements."""
        stays = sum(
            model.objects.filter(unit=unit).count() for model in (CheckRun, Confirmation, Declaration)
        )
        note = _("Đơn vị mới xác nhận và công bố lại theo phạm vi của mình.")
        return [Matter(_("lần tự kiểm tra, xác nhận, công bố"), moves=0, stays=stays, note=note)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Nothing; clocks of duties are the role's and go with the room of clocks."""
        return {}


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Conformity(), place=48)
