"""What the part of tools used offers to the house; one call from the room's furniture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import checks, handover, registers, succession
from chuan.offers.handover import Asked, Held, Passing
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.workforce import measures, subjects_tools
from chuan.workforce.following import tools_used as following
from chuan.workforce.models import ToolAccount
from chuan.workforce.tools import checking, reminding


class Accounts:
    """Whose accounts are goes on for who goes over, so that nobody is asked twice; counts stay where they came in."""

    key = "workforce.tool_accounts"
    words = "Tài khoản đã ghép với cán bộ"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        count = ToolAccount.objects.known_at(None).filter(unit=unit, official__isnull=False).count()
        return [Matter(_("tài khoản đã ghép với cán bộ"), moves=count)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Rows of the new ward beside those of the old one, which stay for its own months."""
        rows = ToolAccount.objects.known_at(None).filter(unit=passage.old, official__in=passage.officials)
        made = [
            ToolAccount(
                unit=passage.new, register=one.register, source=one.source, account=one.account, kind=one.kind,
                official=one.official, since=one.since, confirmed_by=one.confirmed_by, confirmed_at=passage.at,
            )
            for one in rows.select_related("official", "confirmed_by")
        ]  # fmt: skip
        ToolAccount.objects.bulk_create(made, batch_size=500)
        reminding.end_all(passage.old, passage.on)
        return {"tool_accounts": len(made)}


class Reminders:
    """A word to one official about his own use is nobody else's: it is not handed over."""

    key = "workforce.reminders"
    words = "Nhắc riêng về dùng công cụ số"
    kinds: Collection[str] = frozenset({"tool_user"})

    def held(self, asked: Asked) -> Sequence[Held]:
        """Nothing that another could take."""
        return ()

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing passes."""


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    subjects_tools.register()
    following.offer()
    measures.register_tools()
    registers.tell_when_imported(reminding.after_import)
    checks.register_projection("workforce.tool_use", checking.counts_agree)
    succession.register(Accounts(), place=37)
    handover.register(Reminders(), place=90)
