"""A ward goes into a new one: one act, all of it or nothing. The old one stays as it was, closed from the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError
from django.db.models import Q
from django.utils import timezone

from chuan.law.admin_units import TURN, Commune
from chuan.offers import succession
from chuan.offers.subjects import Subject
from chuan.offers.succession import Passage
from chuan.people import directory, merging, searching
from chuan.people.actions.holding import cited
from chuan.people.actions.rooms import carry_rooms
from chuan.people.merging import Going, Merger
from chuan.people.models import (
    Appointment,
    Official,
    Post,
    RoleGrant,
    Succession,
    Unit,
    UnitCode,
    UnitSetting,
)
from chuan.people.refusals_units import SuccessorJustMade
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import compose, fold
from chuan.trail.actions import act
from chuan.trail.models import Anchor, Head


def merge_ward(merger: Merger, *, by: Viewer, at: datetime) -> Unit:
    """The viewer's ward goes into a new one from ``merger.on``; returns the new unit.

    What is open moves, room by room (``offers.succession``); what is issued, settled, counted stays with its unit
    and number. Officials named in ``merger.going`` go over; posts and roles of the others end on the day. The last
    line of the old chain names the successor, the first of the new one names the old chain's head, anchored.

    Raises every refusal of ``merging.check``; ``ActionTooOld`` when it took longer than an act may.
    """
    commune = merging.check(merger, by=by, today=timezone.localtime(at).date())
    citation, old = cited(merger.citation), by.unit
    joining = merging.standing_successor(commune, merger)
    new = joining or _unit_for(commune, merger, example=old.example)
    with act("merge_ward", Subject("unit", new.uid), by=by, unit_uid=new.uid, at=at) as doing:
        _lock(old)
        if joining is None:
            _found(new, commune)
        carry_rooms(old, new, first=joining is None, on=merger.on, at=at)
        told = _succeed(old, new, merger, commune, citation)
        moved = _move(old, new, merger, citation, by=by, at=at)
        head = _close(old, new, merger, by=by, at=at, citation=citation)
        doing.detail |= {"name": new.committee, "since": merger.on, "citation": citation, "code": merger.code}
        doing.detail |= {"predecessors": told, "heads": head, "moved": moved}
    return new


def _lock(old: Unit) -> None:
    """Two mergers of one ward cannot both pass: the row is locked, then looked at again."""
    merging.require_alive(Unit.objects.select_for_update().get(pk=old.pk))


def _unit_for(commune: Commune, merger: Merger, *, example: bool) -> Unit:
    return Unit(
        kind=commune.kind, name=commune.name, place=commune.name, valid_from=merger.on, example=example
    )


def _found(new: Unit, commune: Commune) -> None:
    new.parent = directory.keep_province(commune, since=new.valid_from, example=new.example)
    new.save()
    try:
        UnitCode.objects.create(
            unit=new, scheme=directory.CODE_SCHEME, code=commune.code, valid_from=new.valid_from
        )
    except IntegrityError:
        raise SuccessorJustMade(unit=new.committee) from None


def _succeed(old: Unit, new: Unit, merger: Merger, commune: Commune, citation: str) -> list[str]:
    """End the life of what went in, and say by what act; returns the names. Wards that work here act themselves."""
    gone = [old]
    for source in merging.sources(commune, merger.on, old):
        chosen = source.passing.old.code in merger.codes and not source.own and not source.worked
        if chosen:
            until = min(merger.on, TURN) if not source.passing.old.after else merger.on
            gone.append(directory.keep_by_name(source.passing.old, until=until, example=new.example))
    for one in gone:
        Unit.objects.filter(pk=one.pk, valid_to=None).update(valid_to=merger.on)
        UnitCode.objects.filter(unit=one, valid_to=None).update(valid_to=merger.on)
        Succession.objects.get_or_create(
            predecessor=one, successor=new, defaults={"on": merger.on, "citation": citation}
        )
    return [one.committee for one in gone]


def _move(
    old: Unit, new: Unit, merger: Merger, citation: str, *, by: Viewer, at: datetime
) -> dict[str, Mapping[str, int]]:
    _carry_settings(old, new, merger.on, citation)
    posts = _go_over(old, new, merger)
    passage = Passage(
        old, new, merger.on, at, by, citation, posts, frozenset(one.official.pk for one in merger.going)
    )
    moved = {mover.key: mover.move(passage) for mover in succession.movers()}
    return {key: {name: n for name, n in counts.items() if n} for key, counts in moved.items()}


def _carry_settings(old: Unit, new: Unit, on: date, citation: str) -> None:
    """Choices in force on the day go on in the new unit, citing both documents, until it chooses anew."""
    standing: dict[str, UnitSetting] = {}
    for row in UnitSetting.objects.filter(unit=old, valid_from__lte=on).order_by("valid_from", "version"):
        standing[row.key] = row
    known = set(UnitSetting.objects.filter(unit=new).values_list("key", flat=True))
    UnitSetting.objects.bulk_create(
        UnitSetting(
            unit=new, key=key, value=row.value, valid_from=on, citation=f"{row.citation}; {citation}"[:300]
        )
        for key, row in standing.items()
        if key not in known
    )


def _go_over(old: Unit, new: Unit, merger: Merger) -> dict[int, int]:
    """End every post and role of the old unit on the day; begin those of the new. Returns old post → new post."""
    on = merger.on
    held: dict[int, list[int]] = {}
    now = Appointment.objects.on(on).filter(post__unit=old)
    for official_id, post_id in now.values_list("official_id", "post_id"):
        held.setdefault(official_id, []).append(post_id)
    _end_all(Appointment.objects.filter(post__unit=old), on)
    _end_all(RoleGrant.objects.filter(unit=old), on)
    posts: dict[int, int] = {}
    for going in merger.going:
        post = _installed(going, new, on)
        posts |= dict.fromkeys(held.get(going.official.pk, ()), post.pk)
    searching.put(Official.objects.filter(pk__in=[one.official.pk for one in merger.going]))
    return posts


def _end_all(rows: Any, on: date) -> None:
    """From the day nothing of these is held. What began later, before anybody merged here, keeps its first day."""
    open_ones = rows.filter(Q(valid_to=None) | Q(valid_to__gt=on))
    open_ones.filter(valid_from__lt=on).update(valid_to=on)
    for row in open_ones.filter(valid_from__gte=on):
        row.valid_to = row.valid_from + timedelta(days=1)
        row.save(update_fields=["valid_to"])


def _installed(going: Going, new: Unit, on: date) -> Post:
    title, citation = " ".join(compose(going.title).split()), cited(going.citation)
    code = fold(title).replace(" ", "-")[:40]
    post, _made = Post.objects.get_or_create(unit=new, code=code, defaults={"title": title})
    Official.objects.filter(pk=going.official.pk).update(unit=new)
    Appointment.objects.create(official=going.official, post=post, valid_from=on, citation=citation)
    RoleGrant.objects.create(
        official=going.official, unit=new, role=going.role, valid_from=on, citation=citation
    )
    return post


def _close(
    old: Unit, new: Unit, merger: Merger, *, by: Viewer, at: datetime, citation: str
) -> dict[str, str]:
    """The last line of the old chain names the successor; its head is anchored for the first line of the new."""
    subject = Subject("unit", old.uid)
    told = {"successor": new.committee, "since": merger.on, "citation": citation}
    with act("close_ward", subject, by=by, unit_uid=old.uid, at=at, **told) as closing:
        pass
    assert closing.entry is not None
    head = Head.objects.get(chain=closing.entry.chain)
    Anchor.objects.create(
        chain=head.chain, seq=head.seq, hash=head.hash, at=at, where=f"dòng đầu của chuỗi {new.uid}"[:200]
    )
    return {old.committee: f"{head.seq}:{head.hash}"}
