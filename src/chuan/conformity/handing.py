"""Duties of the year that are not done: they are the role's, and go with it to whoever takes it over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.conformity.duties import KIND, DutyShown, duties_of, duty_uid
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing, Receiving
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.rules.conformity import State

CONFIRMATION = "confirmation"


class Duties:
    """What the secretary of ISO, or the head, still has to do in the year."""

    key = "conformity"
    words = "Phù hợp"
    kinds: Collection[str] = frozenset({KIND})

    def held(self, asked: Asked) -> list[Held]:
        """None for who holds neither role; else about ten statements."""
        if not asked.roles & {Role.ISO_SECRETARY, Role.CHAIRMAN}:
            return []
        at = timezone.make_aware(datetime.combine(asked.on, time.max))
        rows = duties_of(asked.giver.unit, asked.on.year, asked.on, at)
        return [
            _held(one, asked) for one in rows if one.state in (State.DUE, State.LATE) and _his(one, asked)
        ]

    def unfit(self, ref: str, receiving: Receiving) -> str:
        """A duty is done by whoever holds its role on the day."""
        role = _role(ref.rpartition(":")[2])
        if role in receiving.roles:
            return ""
        told = {"name": receiving.receiver.name, "role": role.label}
        return _("%(name)s không giữ vai trò %(role)s nên không nhận nhiệm vụ này.") % told

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing is written: who holds the role holds the duty."""


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Duties(), place=48)


def _his(one: DutyShown, asked: Asked) -> bool:
    return _role(one.duty.key) in asked.roles


def _role(key: str) -> Role:
    return Role.CHAIRMAN if key == CONFIRMATION else Role.ISO_SECRETARY


def _held(one: DutyShown, asked: Asked) -> Held:
    return Held(
        ref=f"duty:{one.year}:{one.duty.key}",
        what=_("%(duty)s, năm %(year)s") % {"duty": one.duty.title, "year": one.year},
        passes=Passes.BY_NAME, note=_("đi theo vai trò; %s") % one.words, due=one.due_on,
        subject=Subject(KIND, duty_uid(asked.giver.unit.uid, one.year, one.duty.key)),
    )  # fmt: skip
