"""Where rooms meet: uids that sort by time, measures that are one of a key, consequences in order."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from types import SimpleNamespace

import pytest

from chuan.offers import checks, confirmed, measures, subjects
from chuan.offers.measures import Row, RowOutcome, Scope, all_rows, tally
from chuan.offers.subjects import Described, Subject
from chuan.offers.uids import new_uid
from chuan.rules.types import Period


def test_a_uid_is_of_version_7_and_later_ones_sort_later(monkeypatch: pytest.MonkeyPatch):
    made = []
    for millisecond in (1_700_000_000_000, 1_700_000_000_001, 1_900_000_000_000):
        monkeypatch.setattr("chuan.offers.uids.time.time_ns", lambda ms=millisecond: ms * 1_000_000)
        made.append(new_uid())
    assert [one.version for one in made] == [7, 7, 7]
    assert [one.variant for one in made] == [uuid.RFC_4122] * 3
    assert made == sorted(made)


def test_uids_of_one_moment_differ(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chuan.offers.uids.time.time_ns", lambda: 1)
    assert len({new_uid() for _ in range(1000)}) == 1000


@pytest.fixture
def kind() -> Iterator[str]:
    name = "a-thing-of-tests"
    yield name
    subjects._describers.pop(name, None)


def test_subjects_are_described_with_one_call_for_each_kind(kind: str):
    asked = []

    def describer(uids, viewer):
        asked.append(list(uids))
        return {uid: Described(Subject(kind, uid), "tên", "/dau/") for uid in asked[-1]}

    subjects.register(kind, describer)
    wanted = [Subject(kind, new_uid()) for _ in range(3)] + [Subject("unknown", new_uid())]
    found = subjects.describe(wanted, viewer=None)
    assert set(found) == set(wanted[:3])
    assert len(asked) == 1
    assert kind in subjects.kinds()


@dataclass
class Counted:
    """A register of five rows, read two at a time."""

    key: str = "tests.counted"
    rows_made: tuple[Row, ...] = ()

    def rows(self, scope: Scope, after: str | None, limit: int) -> list[Row]:
        later = [row for row in self.rows_made if after is None or str(row.subject.uid) > after]
        return later[:limit]


def scope() -> Scope:
    return Scope(new_uid(), Period.year(2021), datetime(2022, 1, 1, tzinfo=UTC))


def test_every_row_is_read_page_by_page_and_counted_once():
    outcomes = [RowOutcome.HIT, RowOutcome.HIT, RowOutcome.MISS, RowOutcome.EXCLUDED, RowOutcome.EXCLUDED]
    rows = tuple(
        Row(Subject("x", new_uid()), outcome, "rút" if outcome is RowOutcome.EXCLUDED else "")
        for outcome in outcomes
    )
    rows = tuple(sorted(rows, key=lambda row: str(row.subject.uid)))
    read = all_rows(Counted(rows_made=rows), scope(), page=2)
    assert read == list(rows)
    counts = tally(read)
    assert (counts.numerator, counts.denominator) == (Fraction(2), Fraction(3))
    assert counts.excluded == {"rút": 2}


def test_two_measures_cannot_hold_one_key():
    first = Counted()
    measures.register(first)
    try:
        measures.register(first)
        assert measures.find("tests.counted") is first
        assert first in measures.every()
        with pytest.raises(ValueError, match="registered twice"):
            measures.register(SimpleNamespace(key="tests.counted"))
    finally:
        measures.withdraw("tests.counted")
    assert measures.find("tests.counted") is None


def test_consequences_run_in_order_and_the_last_address_wins(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(confirmed, "_consequences", [])
    ran = []

    def consequence(name: str, address: str):
        def run(reading_uid, *, by, at, reason):
            ran.append(name)
            return address

        return run

    for name, address in (("first", "/a/"), ("second", "/b/"), ("third", "")):
        confirmed.register(consequence(name, address))
    assert confirmed.run(new_uid(), by=None, at=datetime(2021, 1, 1, tzinfo=UTC), reason="") == "/b/"
    assert ran == ["first", "second", "third"]


def test_checks_are_listed_by_name():
    assert list(checks.projections()) == sorted(checks.projections())
    assert {"văn bản"} <= set(checks.projections())
