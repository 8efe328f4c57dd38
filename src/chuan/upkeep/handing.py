"""What whoever keeps the machine hands over by hand: the file of keys and the second place of backups."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing, Receiving
from chuan.people.roles import Role

KEYS = "keys"


class Keepers:
    """One line for an administrator. No key and no place is named: the list has other readers."""

    key = "upkeep"
    words = "Hệ thống"
    kinds: Collection[str] = frozenset()

    def held(self, asked: Asked) -> list[Held]:
        """No statement."""
        if Role.ADMINISTRATOR not in asked.roles:
            return []
        what = _("Tệp khóa của phần mềm và nơi giữ bản sao lưu thứ hai")
        note = _("giao tận tay, không gửi qua thư; người nhận thử mở một bản sao lưu trước khi ký nhận")
        return [Held(KEYS, what, Passes.BY_NAME, note=note)]

    def unfit(self, ref: str, receiving: Receiving) -> str:
        """Only an administrator keeps them."""
        if Role.ADMINISTRATOR in receiving.roles:
            return ""
        return _("%s không giữ vai trò quản trị nên không giữ tệp khóa.") % receiving.receiver.name

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing is written: the file lies outside the house."""


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Keepers(), place=60)
