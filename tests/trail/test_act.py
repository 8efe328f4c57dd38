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
from chuan.trail.actions import SYSTEM, act
from chuan.trail.models import Entry, Head
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
