"""Rooms switched on and off in a unit, each from a day on; what a new house begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers import rooms
from chuan.offers.rooms import Room
from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals_rooms
from chuan.people.models import Official, RoomSwitch, Unit
from chuan.people.rooms import held_words
from chuan.people.viewer import Viewer
from chuan.rules.rooms import still_needed_by, with_needs
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Wanted:
    """A room as it is to be from ``since`` on; ``kept_at``: where its registers are kept while it is off."""

    room: Room
    on: bool
    since: date
    reason: str = ""
    kept_at: str = ""


def switch_room(wanted: Wanted, *, by: Viewer, at: datetime) -> list[Room]:
    """Switch a room, and before it whatever it needs and is off; those that changed.

    Raises ``NotAllowed``, ``SwitchInPast``, ``RoomAlready``, ``RoomNeeded``, ``OffWithoutReason``,
    ``KeptWhereMissing``.
    """
    permissions.require_keep_staff(by)
    if wanted.since < timezone.localtime(at).date():
        raise refusals_rooms.SwitchInPast(since=wanted.since)
    with act("room.switch", _subject(by.unit), by=by, unit_uid=by.unit_uid, at=at, **_detail(wanted)):
        unit = Unit.objects.select_for_update().get(pk=by.unit.pk)
        changed = _changed(wanted, unit)
        keep(unit, [_row(wanted, one, by.official) for one in changed], at=at)
    return changed


def settle_rooms(*, by: Viewer, at: datetime) -> int:
    """Say of what the house was founded with that it is meant so; how many rooms were said. Nothing is switched."""
    permissions.require_keep_staff(by)
    on = timezone.localtime(at).date()
    with act("room.settle", _subject(by.unit), by=by, unit_uid=by.unit_uid, at=at):
        unit = Unit.objects.select_for_update().get(pk=by.unit.pk)
        closed, open_ = rooms.off(unit, on), [one for one in rooms.rooms() if _is_unsaid(unit, one)]
        reason = _("Chưa dùng lúc mới bắt đầu")
        rows = [
            RoomSwitch(
                room=one.key,
                on=one.key not in closed,
                since=on,
                reason=reason if one.key in closed else "",
                by=by.official,
            )
            for one in open_
        ]
        keep(unit, rows, at=at)
    return len(open_)


def say_kept(room: Room, kept_at: str, *, by: Viewer, at: datetime) -> None:
    """Of a room that is off: where its registers and evidence are kept from today on.

    Raises ``NotAllowed``, ``RoomAlready``, ``KeptWhereBlank``.
    """
    permissions.require_keep_staff(by)
    on, where = timezone.localtime(at).date(), kept_at.strip()
    if not where:
        raise refusals_rooms.KeptWhereBlank(room=str(room.name))
    with act(
        "room.say_kept", _subject(by.unit), by=by, unit_uid=by.unit_uid, at=at, room=room.key, kept_at=where
    ):
        unit = Unit.objects.select_for_update().get(pk=by.unit.pk)
        if room.key not in rooms.off(unit, on):
            raise refusals_rooms.RoomAlready(room=str(room.name), state=_("bật"), since=on)
        last = (
            RoomSwitch.objects.filter(unit=unit, room=room.key, since__lte=on)
            .order_by("-since", "-pk")
            .first()
        )
        reason = last.reason if last is not None and last.reason else _("Chưa dùng lúc mới bắt đầu")
        keep(
            unit,
            [RoomSwitch(room=room.key, on=False, since=on, reason=reason, kept_at=where, by=by.official)],
            at=at,
        )


def begin_with_what_is_needed(unit: Unit, *, on: date, at: datetime) -> None:
    """A new house: every room that can be absent is, until somebody chooses. Inside the act that founds it."""
    keep(unit, [RoomSwitch(room=one.key, on=False, since=on) for one in rooms.rooms()], at=at)


def carry_rooms(old: Unit, new: Unit, *, first: bool, on: date, at: datetime) -> None:
    """A ward goes into a new one, which does without a room only where every ward that went in did. Inside that act.

    What is carried is nobody's choice in the new unit yet: Bắt đầu asks.
    """
    closed = rooms.off(Unit.objects.get(pk=old.pk), on)
    if not first:
        opened = rooms.off(new, on) - closed
        keep(new, [RoomSwitch(room=key, on=True, since=on) for key in sorted(opened)], at=at)
        return
    last = {
        one.room: one for one in RoomSwitch.objects.filter(unit=old, room__in=closed).order_by("since", "pk")
    }
    rows = [
        RoomSwitch(room=key, on=False, since=on, kept_at=one.kept_at) for key, one in sorted(last.items())
    ]
    keep(new, rows, at=at)


def keep(unit: Unit, rows: Sequence[RoomSwitch], *, at: datetime) -> None:
    """Add the rows and project them onto the unit. Inside an act that has the unit's row."""
    if not rows:
        return
    for row in rows:
        row.unit, row.recorded_at = unit, at
        row.save()
    unit.room_days = [*unit.room_days, *([row.room, row.since.isoformat(), row.on] for row in rows)]
    unit.save(update_fields=["room_days"])


def _changed(wanted: Wanted, unit: Unit) -> list[Room]:
    closed = rooms.off(unit, wanted.since)
    if wanted.on:
        return _to_open(wanted, closed)
    _refuse_closing(wanted, unit, closed)
    return [wanted.room]


def _to_open(wanted: Wanted, closed: frozenset[str]) -> list[Room]:
    if wanted.room.key not in closed:
        raise refusals_rooms.RoomAlready(room=str(wanted.room.name), state=_("bật"), since=wanted.since)
    keys = with_needs(wanted.room.key, rooms.needs())
    return [one for key in keys if key in closed and (one := rooms.find(key)) is not None]


def _refuse_closing(wanted: Wanted, unit: Unit, closed: frozenset[str]) -> None:
    name = str(wanted.room.name)
    if wanted.room.key in closed:
        raise refusals_rooms.RoomAlready(room=name, state=_("tắt"), since=wanted.since)
    needing = still_needed_by(wanted.room.key, rooms.needs(), closed)
    if needing:
        others = ", ".join(str(one.name) for key in needing if (one := rooms.find(key)) is not None)
        raise refusals_rooms.RoomNeeded(room=name, others=others)
    if not wanted.reason.strip():
        raise refusals_rooms.OffWithoutReason(room=name)
    held = held_words(wanted.room, unit, wanted.since)
    if held and not wanted.kept_at.strip():
        raise refusals_rooms.KeptWhereMissing(room=name, held=held)


def _row(wanted: Wanted, room: Room, by: Official | None) -> RoomSwitch:
    return RoomSwitch(
        room=room.key,
        on=wanted.on,
        since=wanted.since,
        reason=wanted.reason.strip(),
        kept_at=wanted.kept_at.strip(),
        by=by,
    )


def _is_unsaid(unit: Unit, room: Room) -> bool:
    last = RoomSwitch.objects.filter(unit=unit, room=room.key).order_by("-since", "-pk").first()
    return last is not None and last.by_id is None


def _subject(unit: Unit) -> Subject:
    return Subject("unit", unit.uid)


def _detail(wanted: Wanted) -> dict[str, Any]:
    found = {
        "room": wanted.room.key, "room_on": wanted.on, "since": wanted.since, "reason": wanted.reason.strip(),
        "kept_at": wanted.kept_at.strip(),
    }  # fmt: skip
    return {key: value for key, value in found.items() if value != ""}
