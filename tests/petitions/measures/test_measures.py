"""What each figure of petitions counts, leaves out and says beside itself; rows and totals are one."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.intake.models import RecordSystem
from chuan.offers import measures
from chuan.offers.measures import Counts, Measure, RowOutcome, Scope
from chuan.petitions.measures import STATES, reasons
from chuan.petitions.models import Petition
from chuan.rules.types import Period
from tests.people import Ward, at, make_ward
from tests.petitions.following.made import COMPLAINT, SOURCE, bring, cover, row, withdraw
from tests.petitions.made import petition_clerk, received

pytestmark = pytest.mark.django_db
YEAR, NOW = Period.year(2021), at(2021, 6, 30, 17)
DONE = row(settled_on="2021-04-19", stage="done")

# code: row, and what it counts as: (resolved, on time); "" is not looked at in the year
ROWS = {
    "early": (DONE, "hit", "hit"),
    "on the day": (row(settled_on="2021-04-20"), "hit", "hit"),
    "late": (row(settled_on="2021-04-29"), "hit", "miss"),
    "open, overdue": (row(), "miss", "miss"),
    "open, not yet due": (row(received_on="2021-06-28", due_on="2021-07-13"), "out", "out"),
    "no day to hold it against": (row(due_on=""), "out", "out"),
    "solved, no day to hold it against": (row(due_on="", settled_on="2021-04-19"), "hit", "out"),
    "forwarded": (row(forwarded_on="2021-04-07"), "out", "out"),
    "not competent, not yet forwarded": (row(competent="no"), "out", "out"),
    "kept": (row(kept_on="2021-04-07"), "out", "out"),
    "repeat": (row(settled_on="2021-04-19", repeat="yes"), "out", "out"),
    "complaint in time": (row(COMPLAINT, settled_on="2021-05-06"), "hit", "hit"),
    "complaint late": (row(COMPLAINT, settled_on="2021-05-12"), "hit", "miss"),
    "complaint not accepted": (row(COMPLAINT, accepted_on="", due_on=""), "out", "out"),
    "complaint refused": (row(COMPLAINT, accepted_on="", refused_on="2021-04-12"), "out", "out"),
    "odd": (row(COMPLAINT, accepted_on="", settled_on="2021-05-04"), "out", "out"),
    "several kinds": (row(kind="mixed"), "out", "out"),
    "of the year before": (
        row(received_on="2020-11-02", due_on="2020-11-17", settled_on="2020-11-10"),
        "",
        "",
    ),
}


@pytest.fixture
def ward() -> Ward:
    return make_ward()


def measure(key: str) -> Measure:
    found = measures.find(f"petitions.{key}")
    assert found is not None
    return found


def outcomes(ward: Ward, key: str, scope: Scope | None = None) -> dict[str, tuple[str, str]]:
    """How each petition counts, by code: outcome and reason."""
    rows = measures.all_rows(measure(key), scope or Scope(ward.unit.uid, YEAR, NOW))
    codes = dict(Petition.objects.values_list("uid", "code"))
    words = {RowOutcome.HIT: "hit", RowOutcome.MISS: "miss", RowOutcome.EXCLUDED: "out"}
    return {codes[one.subject.uid]: (words[one.outcome], one.reason) for one in rows}


@pytest.mark.parametrize(("key", "column"), [("resolved", 1), ("on_time", 2)])
def test_each_kind_of_petition_counts_as_the_measure_says(ward: Ward, key: str, column: int):
    bring(ward.unit, {code: told[0] for code, told in ROWS.items()}, at=at(2021, 6, 29))
    found = outcomes(ward, key)
    assert {code: one for code, (one, _) in found.items()} == {
        code: told[column] for code, told in ROWS.items() if told[column]
    }
    assert all(reason for one, reason in found.values() if one != "hit")


def test_each_exclusion_says_why(ward: Ward):
    bring(ward.unit, {code: told[0] for code, told in ROWS.items()}, at=at(2021, 6, 29))
    bring(ward.unit, {"early": None}, at=at(2021, 6, 30))
    counts = measure("resolved").counts(Scope(ward.unit.uid, YEAR, NOW))
    assert counts.excluded == {
        reasons.GONE: 1, reasons.NOT_DUE: 1, reasons.NO_LIMIT: 1, reasons.FORWARDED: 1, reasons.NOT_COMPETENT: 1,
        reasons.KEPT: 1, reasons.REPEAT: 1, reasons.NOT_ACCEPTED: 1, reasons.RETURNED: 1, reasons.DIVIDED: 1,
    }  # fmt: skip
    assert counts.blind == {reasons.ODD: 1}
    assert (counts.numerator, counts.denominator) == (5, 6)


def test_solving_in_may_mends_no_april_and_each_counts_in_one_month_only(ward: Ward):
    bring(ward.unit, {"A1": row(settled_on="2021-05-04"), "A2": DONE}, at=at(2021, 6, 29))
    months = [Scope(ward.unit.uid, Period.month(2021, n), NOW) for n in range(1, 7)]
    told = [measure("resolved").counts(one) for one in months]
    assert [(one.numerator, one.denominator) for one in told] == [(0, 0)] * 3 + [(1, 2)] + [(0, 0)] * 2
    assert outcomes(ward, "resolved", months[3])["A1"] == ("miss", reasons.AFTER_PERIOD)
    assert outcomes(ward, "resolved")["A1"][0] == "hit", "trong cả năm thì đã giải quyết"


def test_one_written_here_counts_when_its_source_lists_it_or_when_the_ward_keeps_the_register(ward: Ward):
    by = ward.viewer(petition_clerk(ward))
    received(by, "suggestion", date(2021, 4, 5))
    scope = Scope(ward.unit.uid, YEAR, timezone.now())
    assert list(outcomes(ward, "resolved", scope).values()) == [("out", reasons.NOT_LISTED)]
    assert measures.grade_of(measure("resolved"), scope) == "B"
    for register in ("petitions", "feedback"):
        kept(ward, register, keeps=True)
    assert list(outcomes(ward, "resolved", scope).values()) == [("out", reasons.NO_LIMIT)]
    assert measures.grade_of(measure("resolved"), scope) == "A"
    assert measure("resolved").obstacles(scope) == ()


def kept(ward: Ward, register: str, *, keeps: bool, system: str = "Chuẩn") -> None:
    RecordSystem.objects.create(
        unit=ward.unit, register=register, system=system, keeps=keeps, valid_from=date(2020, 1, 1),
        citation="05/QĐ-UBND", recorded_at=timezone.now(),
    )  # fmt: skip


def test_answered_within_ten_working_days_of_the_reception(ward: Ward):
    """Luật Tiếp công dân 2013, Điều 28.1. Forwarding it is an answer; received elsewhere has no such clock."""
    told = {
        "A1": row(COMPLAINT),
        "A2": row(COMPLAINT, accepted_on="2021-04-20"),
        "A3": row(COMPLAINT, accepted_on="", due_on=""),
        "A4": row(COMPLAINT, accepted_on="", due_on="", forwarded_on="2021-04-15", competent="no"),
        "A5": row(COMPLAINT, channel="post"),
        "A6": row(COMPLAINT, accepted_on="", due_on="", received_on="2021-06-28"),
    }
    bring(ward.unit, told, at=at(2021, 6, 29))
    found = {code: one for code, (one, _) in outcomes(ward, "replied_after_reception").items()}
    assert found == {"A1": "hit", "A2": "miss", "A3": "miss", "A4": "hit", "A6": "out"}


def test_days_without_a_list_are_named_and_how_a_ward_without_portal_says_so(ward: Ward):
    scope = Scope(ward.unit.uid, YEAR, at(2022, 2, 1))
    keys = [one.code for one in measure("resolved").obstacles(scope)]
    assert keys == ["uncovered", "portals_uncovered"]
    assert [one.code for one in measure("replied_after_reception").obstacles(scope)] == ["uncovered"]
    cover(ward.unit, at=at(2022, 1, 10), registers=("petitions",))
    (one,) = measure("resolved").obstacles(scope)
    assert one.sentence.startswith(
        "chưa nhập danh sách phản ánh, kiến nghị trên cổng từ 01/01/2021 đến 31/12/2021."
    )
    assert measures.reach(measure("resolved"), scope) is None
    for register in ("petitions", "feedback"):
        kept(ward, register, keeps=False, system=SOURCE)
    assert measure("resolved").obstacles(scope) == ()
    assert measures.reach(measure("resolved"), scope) == YEAR


def test_a_list_without_the_day_of_solving_cannot_be_counted(ward: Ward):
    bring(ward.unit, {"A1": row()}, at=at(2022, 1, 10))
    bring(ward.unit, {}, at=at(2022, 1, 10), register="feedback")
    (one,) = measure("resolved").obstacles(Scope(ward.unit.uid, YEAR, at(2022, 2, 1)))
    assert one.sentence == "danh sách đơn đã nhập thiếu cột cần để đếm: Ngày giải quyết."


def test_a_row_tells_its_code_and_days_and_nobodys_name(ward: Ward):
    bring(ward.unit, {"HT-7": row(COMPLAINT, settled_on="2021-05-12")}, at=at(2021, 6, 29))
    (one,) = measures.all_rows(measure("on_time"), Scope(ward.unit.uid, YEAR, NOW))
    assert one.facts == (
        "HT-7", "nhận 05/04/2021", "hạn 10/05/2021", "xong 12/05/2021", "hạn theo quy định",
    )  # fmt: skip
    assert measures.notes(measure("on_time"), Scope(ward.unit.uid, YEAR, NOW)) == ()


def test_notes_say_what_the_figure_rests_on(ward: Ward):
    bring(ward.unit, {"A1": DONE, "A2": row(due_on="", settled_on="2021-04-19")}, at=at(2021, 6, 29))
    assert measures.notes(measure("resolved"), Scope(ward.unit.uid, YEAR, NOW)) == (
        "1 đơn chưa có hạn theo quy định của ngày ấy: tính theo hạn thấy lần đầu ở nguồn.",
        "1 đơn đã giải quyết mà không có hạn nào để so: tính là đã giải quyết.",
    )


def test_the_law_of_2021_and_of_2026_judge_the_same_days_differently(ward: Ward):
    """A post of a portal answered after 20 working days: no rule in 2021, late in 2026 (second reading B)."""
    for year in (2021, 2026):
        told = {"received_on": f"{year}-04-01", "settled_on": f"{year}-05-06"}
        bring(ward.unit, {f"PA{year}": told}, at=at(year, 6, 1), register="feedback")
    then, now = (
        outcomes(ward, "on_time", Scope(ward.unit.uid, Period.year(year), at(2026, 11, 1)))
        for year in (2021, 2026)
    )
    assert then == {"PA2021": ("out", reasons.UNJUDGED)}
    assert now == {"PA2026": ("miss", reasons.LATE)}


@pytest.mark.parametrize("one", STATES, ids=lambda one: one.key)
def test_totals_are_those_of_the_rows_and_now_is_what_stood_a_moment_ago(ward: Ward, one: Measure):
    rng = random.Random(7)
    brought = [bring(ward.unit, _some(rng), at=at(2021, month, 3)) for month in (3, 6)]
    withdraw(brought[1], at=at(2021, 10, 4))
    later = at(2030, 1, 1)
    for period in (YEAR, Period.month(2021, 5)):
        for moment in (at(2021, 4, 1), later):
            scope = Scope(ward.unit.uid, period, moment)
            counts, rows = one.counts(scope), measures.all_rows(one, scope)
            by_hand = measures.tally(rows)
            assert _figures(counts) == _figures(by_hand)
            assert Counter(by_hand.excluded) == Counter(counts.excluded) + Counter(counts.blind)
            assert measures.all_rows(one, scope, page=3) == rows
        scope = Scope(ward.unit.uid, period, later)
        assert one.counts(scope, live=True) == one.counts(scope)  # type: ignore[call-arg]


def test_a_figure_takes_four_statements_whatever_it_counts(ward: Ward):
    bring(ward.unit, {f"A{n}": DONE for n in range(30)}, at=at(2021, 6, 29))
    with CaptureQueriesContext(connection) as asked:
        measure("resolved").counts(Scope(ward.unit.uid, YEAR, NOW))
    assert len(asked) == 4


def _figures(counts: Counts) -> tuple[object, object]:
    return counts.numerator, counts.denominator


def _some(rng: random.Random) -> dict[str, dict[str, str]]:
    """Rows of all sorts under few codes, so that later imports change earlier ones."""
    bases = [told[0] for told in ROWS.values()]
    found = {}
    for _ in range(14):
        day = date(2021, 1, 4) + timedelta(days=rng.randrange(150))
        shift = day - date.fromisoformat("2021-04-05")
        moved = {
            name: (date.fromisoformat(value) + shift).isoformat() if name.endswith("_on") else value
            for name, value in rng.choice(bases).items()
        }
        found[f"C{rng.randrange(18)}"] = moved
    return found
