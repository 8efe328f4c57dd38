"""Notices told by the programme itself, at each look: what is due is read from the state, so a night that was missed is
one bundle the next morning, and nothing is told twice."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from chuan.clocks.notices import letters, sweeping
from chuan.clocks.notices.gathering import Reader, readers_of, told_to, waiting_in
from chuan.clocks.notices.models import NoticeLetter, NoticePace, NoticeTold
from chuan.clocks.offices import calendar_of
from chuan.law.notices import practice
from chuan.people.models import Unit
from chuan.rules.notices import HELD, Bundle, Channel, Way, tell
from chuan.rules.notices.telling import may_now
from chuan.rules.working_time import Calendar

logger = logging.getLogger(__name__)

BATCH = 500
COLUMNS = {Channel.INSIDE: "inside_at", Channel.LETTER: "letter_at"}

_Turn = tuple[Reader, Channel]


def look(*, at: datetime) -> int:
    """Tell what is to be told at the moment, hand letters over, sweep; how many things were told.

    One unit's fault keeps no other from its notices.
    """
    on, told = timezone.localtime(at).date(), 0
    for unit in (
        Unit.objects.valid_on(on).filter(officials__account__is_active=True).distinct().order_by("pk")
    ):
        try:
            told += tell_unit(unit, at=at)
        except Exception:
            logger.exception("notices of a unit could not be told; it is tried again")
    letters.put_waiting(at=at)
    sweeping.sweep(at=at)
    return told


def tell_unit(unit: Unit, *, at: datetime) -> int:
    """Tell whoever's moment it is; how many things. Some ten statements, and a few for each who is told something."""
    on, calendar = timezone.localtime(at).date(), calendar_of(unit)
    turns = _turns(readers_of(unit), calendar, at)
    if not turns:
        return 0
    keys = {reader.official.pk for reader, _channel in turns}
    waiting, known, practised = waiting_in(unit, keys, on=on), told_to(keys), practice(on)
    done = 0
    for reader, channel in turns:
        bundle = tell(
            waiting.of(reader.official), known.get((reader.official.pk, channel.value), ()), reader.chosen.choice,
            channel, looked=reader.looked(channel), at=at, calendar=calendar, practice=practised,
        )  # fmt: skip
        if bundle is not None and _is_kept(reader, channel, bundle):
            done += _keep(reader, channel, bundle, at)
    return done


def _turns(readers: Sequence[Reader], calendar: Calendar, at: datetime) -> list[_Turn]:
    """Whose moment it is, where."""
    practised = practice(timezone.localtime(at).date())
    return [
        (reader, channel)
        for reader in readers
        for channel in Channel
        if reader.has(channel)
        and may_now(
            reader.chosen.choice, channel, looked=reader.looked(channel), at=at, calendar=calendar,
            practice=practised,
        )
    ]  # fmt: skip


def _is_kept(reader: Reader, channel: Channel, bundle: Bundle) -> bool:
    """Whether there is anything to write: inside is looked at every minute, mostly with nothing to say."""
    said = bool(bundle.lines or bundle.held)
    is_turn = channel is Channel.LETTER and reader.chosen.choice.letter is not Way.AT_ONCE
    return said or is_turn or reader.looked(channel).first


@transaction.atomic
def _keep(reader: Reader, channel: Channel, bundle: Bundle, at: datetime) -> int:
    """Write what is told, and when; 0 where another process told it meanwhile."""
    if not _is_mine(reader, channel, at):
        return 0
    letter = None
    if channel is Channel.LETTER and bundle.lines:
        letter = NoticeLetter.objects.create(official=reader.official, made_at=at)
    if channel is Channel.INSIDE:
        _overtaken(reader, bundle, at)
    rows = [(one.thing, one.stage) for one in bundle.lines] + [(thing, HELD) for thing in bundle.held]
    NoticeTold.objects.bulk_create(
        [
            NoticeTold(
                official=reader.official, clock_id=thing.key, channel=channel.value, stage=stage, due_on=thing.due,
                told_at=at, letter=letter if stage > HELD else None,
            )
            for thing, stage in rows
        ],
        batch_size=BATCH,
    )  # fmt: skip
    return len(bundle.lines)


def _is_mine(reader: Reader, channel: Channel, at: datetime) -> bool:
    """Whether this process is the one that tells: the moment of the last telling is put forward by one only."""
    column = COLUMNS[channel]
    if reader.pace is None:
        NoticePace.objects.get_or_create(official=reader.official)
    before = getattr(reader.pace, column, None)
    found = NoticePace.objects.filter(official=reader.official, **{column: before})
    return bool(found.update(**{column: at}))


def _overtaken(reader: Reader, bundle: Bundle, at: datetime) -> None:
    """What is said again at a later stage need not be read at the earlier one."""
    again = [one.thing.key for one in bundle.lines]
    for start in range(0, len(again), BATCH):
        NoticeTold.objects.filter(
            official=reader.official, channel=Channel.INSIDE.value, read_at=None,
            clock__in=again[start : start + BATCH],
        ).update(read_at=at)  # fmt: skip
