"""Risks an official answers for and actions he was given, and how they pass to another."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.risks import waiting
from chuan.risks.models import Risk, RiskAction


class Risks:
    """By name what bears his name, with the post what the post answers for."""

    key = "risks"
    words = "Rủi ro, cơ hội"
    kinds: Collection[str] = frozenset({"risk", waiting.ACTION})

    def held(self, asked: Asked) -> list[Held]:
        """Two statements."""
        posts = Q(owner_official=None, owner_post__in=[post.pk for post in asked.posts])
        mine = Q(owner_official=asked.giver)
        rows = (
            Risk.objects.open().filter(mine | posts, owner_unit=asked.giver.unit).select_related("owner_post")
        )
        return [
            *map(_risk, rows.order_by("number")),
            *map(_action, _actions(asked.giver).order_by("due_on", "pk")),
        ]

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """The receiver's name takes the place of the giver's, on the rows and on their clocks."""
        own = Risk.objects.open().filter(owner_official=passing.giver, owner_unit=passing.giver.unit)
        risks = [one for one in own if _ref(one) in refs]
        Risk.objects.filter(pk__in=[one.pk for one in risks]).update(owner_official=passing.receiver)
        _clocks("risk", risks, passing.receiver, waiting.REVIEW)
        actions = [one for one in _actions(passing.giver) if _ref(one) in refs]
        RiskAction.objects.filter(pk__in=[one.pk for one in actions]).update(owner=passing.receiver)
        _clocks(waiting.ACTION, actions, passing.receiver, waiting.DUE)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Risks(), place=25)


def _actions(giver: Official) -> QuerySet[RiskAction]:
    rows = RiskAction.objects.open().filter(owner=giver, risk__owner_unit=giver.unit)
    return rows.select_related("risk")


def _ref(one: Risk | RiskAction) -> str:
    return f"{'risk' if isinstance(one, Risk) else 'action'}:{one.uid}"


def _risk(one: Risk) -> Held:
    by_name = one.owner_official_id is not None
    return Held(
        _ref(one), f"{one.code} {one.statement}", Passes.BY_NAME if by_name else Passes.WITH_POST,
        note=_("phụ trách"), due=one.review_on, subject=one.subject,
        post=None if by_name or one.owner_post is None else one.owner_post.uid,
    )  # fmt: skip


def _action(one: RiskAction) -> Held:
    due: date = one.due_on
    return Held(
        _ref(one), one.what, Passes.BY_NAME, note=f"{one.risk.code} {one.risk.statement}", due=due,
        subject=Subject(waiting.ACTION, one.uid),
    )  # fmt: skip


def _clocks(kind: str, rows: list[Risk] | list[RiskAction], receiver: Official, clock: str) -> None:
    clocks.hand_over_all(kind, [one.uid for one in rows], post=None, official=receiver, kind=clock)
