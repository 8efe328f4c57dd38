"""The lines of a handover: each item of the list with what was chosen for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from chuan.offers.handover import Passes
from chuan.people import refusals_handing as refusals
from chuan.people.handing import Item
from chuan.people.handing_holder import PostsAndRoles
from chuan.people.models import Handover, HandoverLine

if TYPE_CHECKING:
    from chuan.people.actions.handing import Choice


def made_lines(
    handover: Handover, items: Sequence[Item], choices: Mapping[str, Choice]
) -> list[HandoverLine]:
    """The lines to write. Raises ``NothingHeld``, ``HandoverListChanged``, ``KeptWithoutReason``, ``NothingPasses``."""
    if not items:
        raise refusals.NothingHeld(name=handover.giver.name)
    fresh = [one for one in items if _is_asked(one, handover) and one.key not in choices]
    if fresh:
        raise refusals.HandoverListChanged(changes="; ".join(one.held.what for one in fresh[:3]))
    lines = [_line(handover, place, one, choices) for place, one in enumerate(items)]
    _follow_posts(lines)
    if not any(one.taken for one in lines):
        raise refusals.NothingPasses()
    return lines


def _is_asked(item: Item, handover: Handover) -> bool:
    return item.choosable and (handover.by_keeper or not item.held.keepers_only)


def _line(handover: Handover, place: int, item: Item, choices: Mapping[str, Choice]) -> HandoverLine:
    taken, reason = _chosen(handover, item, choices)
    held = item.held
    return HandoverLine(
        handover=handover, position=place, holder=item.holder, ref=held.ref, what=held.what, note=held.note,
        passes=held.passes.value, due_on=held.due, count=held.count, post_uid=held.post, taken=taken,
        reason=reason[:300], subject_kind=held.subject.kind if held.subject else "",
        subject_uid=held.subject.uid if held.subject else None,
    )  # fmt: skip


def _chosen(handover: Handover, item: Item, choices: Mapping[str, Choice]) -> tuple[bool, str]:
    """Whether it passes, and why not."""
    if item.held.passes == Passes.STAYS:
        return False, _("gắn với chính người giao")
    if item.held.passes == Passes.WITH_POST:
        return False, ""
    if not _is_asked(item, handover):
        return False, _("Chủ tịch hoặc Quản trị giao riêng")
    choice = choices[item.key]
    reason = " ".join(choice.reason.split())
    if not choice.taken and not reason:
        raise refusals.KeptWithoutReason(thing=item.held.what)
    return choice.taken, "" if choice.taken else reason


def _follow_posts(lines: Sequence[HandoverLine]) -> None:
    """What goes with a post does as its post does."""
    posts = {
        str(one.subject_uid): one for one in lines if one.holder == PostsAndRoles.key and one.subject_uid
    }
    for line in lines:
        post = posts.get(str(line.post_uid)) if line.post_uid else None
        if line.passes == Passes.WITH_POST and post is not None:
            line.taken, line.reason = post.taken, "" if post.taken else _("ở lại với chức danh")
