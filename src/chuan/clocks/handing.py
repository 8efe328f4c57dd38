"""What waits for an official by name and no room answers for itself; and handovers put into Việc của tôi."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chuan.clocks import actions
from chuan.clocks.models import Clock, ClockQuerySet, FeedKey
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject, describe
from chuan.people.models import Official, Unit
from chuan.people.viewer import viewer_of


class OtherMatters:
    """Clocks owned by name of kinds that no holder claims: the clock itself goes to the receiver."""

    key = "clocks"
    words = "Việc khác đang chờ"
    kinds: Collection[str] = frozenset()

    def held(self, asked: Asked) -> list[Held]:
        """One statement, and one for each kind of thing to name it."""
        clocks = list(_others(asked.giver))
        subjects = {one.pk: Subject(one.subject_kind, one.subject_uid) for one in clocks}
        viewer = viewer_of(asked.giver.account, on=asked.on) if asked.giver.account else None
        known = describe(subjects.values(), viewer) if viewer else {}
        return [
            Held(
                ref=_ref(one),
                what=known[subjects[one.pk]].label if subjects[one.pk] in known else _("Việc đang chờ"),
                passes=Passes.BY_NAME, due=one.lawful_due_on, subject=subjects[one.pk],
            )
            for one in clocks
        ]  # fmt: skip

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """The clocks run for the receiver; no date moves."""
        mine = [one.pk for one in _others(passing.giver) if _ref(one) in refs]
        Clock.objects.filter(pk__in=mine).update(owner_official=passing.receiver)


class CalendarKeys:
    """The key by which a calendar programme fetches the official's own days: nobody else's, and it ends with him."""

    key = "clocks.keys"
    words = "Khóa lịch cá nhân"
    kinds: Collection[str] = frozenset()

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        if not FeedKey.objects.filter(account=asked.giver.account, ended_at=None).exists():
            return []
        note = _("chỉ mở lịch việc của chính người này; khóa tài khoản thì khóa này cũng thôi mở")
        return [Held("feed", _("Khóa lấy lịch ra máy khác"), Passes.STAYS, note=note)]

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing passes."""


def put_before(subject: Subject, unit: Unit, officials: Sequence[Official], due: date, *, on: date) -> None:
    """Show a handover to exactly these officials; to others who saw it, it is over."""
    kinds = {f"official-{one.pk}": one for one in officials}
    running = Clock.objects.running().filter(subject_kind=subject.kind, subject_uid=subject.uid)
    running.exclude(kind__in=kinds).update(state=Clock.State.ENDED, settled_on=on)
    for kind, official in kinds.items():
        actions.start(subject, unit=unit, opened_on=on, due_on=due, kind=kind, official=official)


def offer() -> None:
    """Register both; called when the programme starts."""
    handover.register(OtherMatters(), place=90)
    handover.register(CalendarKeys(), place=91)
    handover.register_waits(_waits)


def _waits(subject: Subject, unit: Any, officials: Sequence[Any], due: date, *, on: date) -> None:
    put_before(subject, unit, officials, due, on=on)


def _others(giver: Official) -> ClockQuerySet:
    mine = Clock.objects.running().filter(owner_official=giver)
    return mine.exclude(subject_kind__in=handover.claimed()).order_by("lawful_due_on", "pk")


def _ref(clock: Clock) -> str:
    return f"{clock.subject_kind}:{clock.subject_uid}:{clock.kind}"
