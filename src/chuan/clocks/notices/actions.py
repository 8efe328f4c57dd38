"""An official chooses how he is told, and marks what he has read."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.clocks.notices import refusals
from chuan.clocks.notices.choices import chosen_by
from chuan.clocks.notices.models import NoticeChoice, NoticeTold
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.notices import Choice, Way
from chuan.rules.refusals import NotAllowed
from chuan.trail.actions import act


def choose_notices(choice: Choice, *, root: str = "", by: Viewer, at: datetime) -> NoticeChoice:
    """Keep the viewer's own choice from now on. ``root``: where he has the house open, for the links of letters.

    Raises ``NotAllowed`` for who is no official, ``BundleInQuietHours``, ``ChosenAlready``.
    """
    official = by.official
    if official is None:
        raise NotAllowed(who=_("cán bộ của đơn vị"))
    require_possible(choice)
    detail = {"letters": choice.letter.value, "inside": choice.inside}
    with act(
        "notices.choose", Subject("official", official.uid), by=by, unit_uid=by.unit_uid, at=at, **detail
    ):
        Official.objects.select_for_update().get(pk=official.pk)
        if chosen_by(official).choice == choice:
            raise refusals.ChosenAlready()
        return NoticeChoice.objects.create(
            official=official, version=official.notice_choices.count() + 1, inside=choice.inside,
            letter=choice.letter.value, hour=choice.hour, quiet_from=choice.quiet_from, quiet_to=choice.quiet_to,
            days_off=choice.days_off, ahead=choice.ahead, without=json.dumps(sorted(choice.without)),
            root=root[:300], recorded_at=at,
        )  # fmt: skip


def require_possible(choice: Choice) -> None:
    """Refuse a bundle's hour within the quiet hours."""
    hour, start, end = choice.hour, choice.quiet_from, choice.quiet_to
    quiet = start <= hour < end if start <= end else hour >= start or hour < end
    if quiet and choice.letter in (Way.DAILY, Way.WEEKLY):
        raise refusals.BundleInQuietHours(hour=f"{hour:%H:%M}", start=f"{start:%H:%M}", end=f"{end:%H:%M}")


def mark_read(viewer: Viewer, which: Collection[int] | None, *, until: int, at: datetime) -> int:
    """The viewer has read these notices, None: all that stood on his page (key ``until`` and before); how many.

    No act of the office: nobody else sees it and nothing follows from it, so the trail says nothing of it.
    """
    unread = NoticeTold.objects.seen_by(viewer).filter(read_at=None, pk__lte=until)
    if which is not None:
        unread = unread.filter(pk__in=which)
    return unread.update(read_at=at)
