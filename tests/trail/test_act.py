"""One act, one line, last in its transaction."""

from __future__ import annotations

import json
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import UnitSetting
from chuan.rules import refusals
from chuan.trail.actions import SYSTEM, accept_clock, act
from chuan.trail.models import Entry, Head
from chuan.trail.verify import verify_all
from tests.people import make_ward

pytestmark = pytest.mark.django_db
UNIT = new_uid()


def do(verb: str = "noted", uid=None, unit=UNIT, at=None, **detail):
    with act(
        verb, Subject("thing", uid or new_uid()), by=SYSTEM, unit_uid=unit, at=at or timezone.now(), **detail
    ) as doing:
        pass
    return doing.entry


def test_an_act_writes_one_line_with_who_when_what_and_the_digest_of_its_detail():
    subject = new_uid()
    entry = do("renamed", subject, before="cũ", after="mới")
    fields = entry.line.split("\t")
    assert fields[3:7] == ["system", "renamed", "thing", str(subject)]
    assert len(fields[7]) == 64
    assert json.loads(entry.detail.body) == {"before": "cũ", "after": "mới"}


def test_an_act_without_detail_keeps_no_detail():
    entry = do()
    assert entry.line.split("\t")[7] == "-"
    assert not hasattr(entry, "detail")


def test_each_line_names_the_one_before_and_the_head_moves():
    first, second = do(), do()
    assert (second.seq, second.prev) == (first.seq + 1, first.hash)
    head = Head.objects.get(chain=second.chain)
    assert (head.seq, head.hash) == (second.seq, second.hash)


def test_units_and_years_have_chains_of_their_own():
    here, there = do(), do(unit=new_uid())
    assert here.chain != there.chain
    assert (here.seq, there.seq) == (1, 1)


def test_the_chain_year_is_the_local_year_not_the_utc_one():
    from datetime import UTC, datetime

    moment = datetime(2025, 12, 31, 18, 0, tzinfo=UTC)  # 01:00 on 1 January 2026 in Viet Nam
    with patch("chuan.trail.actions.timezone.now", return_value=moment):
        assert do(at=moment).chain.endswith("/2026")


def test_a_tab_or_a_line_end_in_a_field_cannot_make_two_lines():
    entry = do("verb\twith\nbreaks")
    assert len(entry.line.split("\t")) == 9
    assert "\n" not in entry.line


def test_when_the_act_fails_neither_the_change_nor_the_line_is_there():
    unit = make_ward().unit

    def set_and_refuse() -> None:
        with act("set", Subject("unit", unit.uid), by=SYSTEM, unit_uid=unit.uid, at=timezone.now()):
            UnitSetting.objects.create(unit=unit, key="k", value="v", valid_from="2021-01-01", citation="x")
            raise refusals.ReasonMissing()

    with pytest.raises(refusals.ReasonMissing):
        set_and_refuse()
    assert not UnitSetting.objects.exists()
    assert not Entry.objects.exists()


def test_an_act_older_than_thirty_seconds_is_refused_at_its_last_statement():
    with pytest.raises(refusals.ActionTooOld):
        do(at=timezone.now() - timedelta(seconds=31))
    assert not Entry.objects.exists()


@pytest.fixture
def clock():
    """``clock(hours)``: the machine's clock is so many hours off."""
    with patch("chuan.trail.actions.wall_clock") as reading:
        yield lambda hours: setattr(reading, "return_value", timezone.now() + timedelta(hours=hours))


def test_nothing_is_written_while_the_clock_is_earlier_than_the_house_has_written(clock):
    clock(3)
    do()
    clock(0)
    with pytest.raises(refusals.ClockSetBack) as refused:
        do()
    assert "chỉnh lại ngày giờ" in refused.value.sentence
    assert Entry.objects.count() == 1


def test_what_another_unit_wrote_counts_as_much(clock):
    clock(3)
    do(unit=new_uid())
    clock(0)
    with pytest.raises(refusals.ClockSetBack):
        do()


def test_a_clock_put_right_by_less_than_two_minutes_stops_nobody(clock):
    clock(1 / 31)
    do()
    clock(0)
    do()
    clock(24)
    do()
    assert Entry.objects.count() == 3


def test_a_clock_that_had_run_ahead_is_accepted_with_a_reason_and_a_line_in_each_chain(clock):
    other = new_uid()
    clock(9_000)
    do()
    do(unit=other)
    clock(0)
    with pytest.raises(refusals.ReasonMissing):
        accept_clock(reason=" ", at=timezone.now())
    assert accept_clock(reason="hết pin CMOS", at=timezone.now()) == 2
    assert do().seq == 3
    assert [Entry.objects.get(chain=head.chain, verb="clock.accept").seq for head in Head.objects.all()] == [
        2,
        2,
    ]
    assert accept_clock(reason="lần nữa", at=timezone.now()) == 0
    assert all(verdict.ok for verdict in verify_all())


def test_the_clock_is_read_without_one_more_statement(django_assert_num_queries):
    do()
    with django_assert_num_queries(7) as statements:
        do(before="cũ")
    assert "written_at" in " ".join(one["sql"] for one in statements.captured_queries)
