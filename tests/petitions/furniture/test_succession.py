"""A ward goes into another: what is not finished answers to the new ward, what is finished stays where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from chuan.clocks.models import Clock
from chuan.offers.subjects import Subject
from chuan.offers.succession import Passage
from chuan.petitions import permissions
from chuan.petitions.actions.reception_days import Sitting, plan
from chuan.petitions.actions.recording import record
from chuan.petitions.actions.rekinding import rekind
from chuan.petitions.actions.sealing.blanking import blank_words
from chuan.petitions.models import Petition, PetitionState
from chuan.petitions.own_checks import standing_agrees
from chuan.petitions.succession import Cases
from chuan.rules.refusals import NotFound
from chuan.search.models import SearchEntry
from chuan.trail.actions import act
from tests.people import PAPER, Ward, make_ward
from tests.petitions.made import done, now, petition_clerk, received

pytestmark = pytest.mark.django_db


def merge(ward: Ward, new: Ward) -> None:
    by, at = ward.viewer(ward.administrator), now()
    passage = Passage(
        ward.unit, new.unit, date(2021, 10, 1), at, by, PAPER, officials=frozenset({ward.specialist.pk})
    )
    with act("merge_ward", Subject("unit", ward.unit.uid), by=by, unit_uid=ward.unit.uid, at=at):
        assert Cases().move(passage) == {"petitions": 2}


def test_unfinished_petitions_get_the_new_owner_with_a_state_of_their_own(ward, clerk):
    by = ward.viewer(clerk)
    new = make_ward("Nam Hồng", "18118", "nam-")
    open_one = done(received(by), "accept", date(2021, 9, 8), by=by)
    given = received(by, "denunciation", concerned=(ward.clerk,))
    over = done(received(by), "forward", date(2021, 9, 8), by=by)
    Petition.objects.filter(pk=open_one.pk).update(handler=ward.specialist)
    Petition.objects.filter(pk=given.pk).update(handler=clerk)
    merge(ward, new)
    for one in (open_one, given, over):
        one.refresh_from_db()
    assert (open_one.owner_unit, open_one.handler, open_one.unit) == (new.unit, ward.specialist, ward.unit)
    assert (given.owner_unit, given.handler) == (new.unit, None)
    assert over.owner_unit == ward.unit
    assert given.concerned.get().official == ward.clerk
    states = PetitionState.objects.filter(petition=open_one).order_by("seq").values_list("owner_unit", "why")
    assert list(states)[-2:] == [(ward.unit.pk, "accept"), (new.unit.pk, "succession")]
    assert SearchEntry.objects.get(subject_uid=open_one.uid).unit_id == new.unit.pk
    assert not list(standing_agrees())


def test_a_petition_that_stayed_is_read_and_no_more_written_by_the_new_wards_keepers(ward, clerk):
    over = done(received(ward.viewer(clerk)), "forward", date(2021, 9, 8), by=ward.viewer(clerk))
    new = make_ward("Nam Hồng", "18118", "nam-")
    theirs = new.viewer(petition_clerk(new))
    after = replace(theirs, unit_ids=theirs.unit_ids | {ward.unit.pk})
    assert Petition.objects.seen_by(after).filter(pk=over.pk).exists()
    for write in (
        lambda: permissions.require_record(after, over),
        lambda: record(over, "note", on=date(2021, 9, 9), by=after, at=now(), text="Ghi thêm"),
        lambda: blank_words(over, {"text"}, by=after, at=now()),
        lambda: rekind(over, "feedback", by=after, at=now()),
    ):
        with pytest.raises(NotFound):
            write()


def test_the_preview_counts_what_moves_and_what_stays(ward, clerk):
    by = ward.viewer(clerk)
    received(by)
    done(received(by), "forward", date(2021, 9, 8), by=by)
    [matter] = Cases().matters(ward.unit)
    assert (matter.moves, matter.stays) == (1, 1)


def test_days_of_reception_from_the_merger_on_are_called_off_with_its_paper(ward, clerk):
    by = ward.viewer(clerk)
    new = make_ward("Nam Hồng", "18118", "nam-")
    before, after = plan(
        [
            Sitting(day, time(7, 30), time(11, 30), "Phòng tiếp dân", False, ward.chairman)
            for day in (date(2021, 9, 28), date(2021, 10, 5))
        ],
        by=by,
        at=now(),
    )
    [_cases, days] = Cases().matters(ward.unit)
    assert (days.moves, days.stays) == (0, 2)
    view, at = ward.viewer(ward.administrator), now()
    passage = Passage(ward.unit, new.unit, date(2021, 10, 1), at, view, PAPER)
    with act("merge_ward", Subject("unit", ward.unit.uid), by=view, unit_uid=ward.unit.uid, at=at):
        assert Cases().move(passage) == {"petitions": 0, "reception_days": 1}
    before.refresh_from_db()
    after.refresh_from_db()
    assert (before.state, after.state) == ("planned", "cancelled")
    assert PAPER in after.changes.get(verb="call_off").reason
    running = Clock.objects.running().filter(subject_kind="reception_day")
    assert [one.subject_uid for one in running] == [before.uid]
