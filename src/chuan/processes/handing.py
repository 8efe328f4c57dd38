"""Processes an official answers for or does through his posts: they stay with the post."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.processes.models import Hand


class Hands:
    """Hands of the giver's posts on the day; whoever gets the post gets the process."""

    key = "processes"
    words = "Quá trình"
    kinds: Collection[str] = frozenset()

    def held(self, asked: Asked) -> list[Held]:
        """One statement; none for an official without a post."""
        if not asked.posts:
            return []
        rows = Hand.objects.on(asked.on).filter(post__in=[one.pk for one in asked.posts])
        rows = rows.select_related("process", "post").order_by("process__position", "pk")
        return [_held(one) for one in rows]

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing is written: the post holds them."""


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Hands(), place=22)


def _held(one: Hand) -> Held:
    return Held(
        ref=f"hand:{one.process.uid}:{one.post.uid}:{one.part}", what=_("Quá trình: %s") % one.process.name,
        passes=Passes.WITH_POST, note=f"{one.get_part_display()}, {one.post.title}", post=one.post.uid,
    )  # fmt: skip
