"""The table of a period: against rows counted by hand, against its own rows, against the measures, as known when."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.behind import rows_behind
from chuan.petitions.figures.counting import Cut, statistics
from chuan.petitions.figures.figures import FIGURES
from chuan.petitions.figures.measured import measured
from chuan.petitions.figures.periods import part_of, quarters_of
from chuan.rules.types import Period
from tests.people import Ward, at, make_ward
from tests.petitions.following.made import COMPLAINT, bring, row
from tests.petitions.made import petition_clerk
from tests.petitions.measures.test_measures import ROWS

pytestmark = pytest.mark.django_db
NOW = at(2021, 6, 30, 17)
LATER = at(2030, 1, 1)
APART = ("forward", "guide", "return", "keep", "other")


@pytest.fixture
def ward() -> Ward:
    return make_ward()


def asked(ward: Ward, period: Period, when: datetime = NOW, as_of: datetime | None = None) -> Asked:
    return Asked(ward.unit, period, when.date(), when, as_of)


def test_the_table_is_what_a_hand_counts(ward: Ward):
    bring(ward.unit, {code: told[0] for code, told in ROWS.items()}, at=at(2021, 6, 29))
    total = statistics(asked(ward, part_of(2021, "q2"))).total
    told = {key: n for key, n in total.items() if n and key in FIGURES}
    assert told == {
        "received": 16, "accepted": 2, "repeat": 1, "apart": 3, "forward": 1, "keep": 1, "return": 1,
        "settled": 7, "answered": 7, "early": 2, "on_time": 1, "late": 2, "blind": 2,
        "running": 6, "running_late": 3, "running_within": 1, "running_blind": 2,
    }  # fmt: skip


def test_a_letter_sent_on_after_the_quarter_was_in_work_at_its_end(ward: Ward):
    late = row(
        COMPLAINT,
        received_on="2021-03-29",
        accepted_on="",
        due_on="",
        forwarded_on="2021-04-05",
        competent="no",
    )
    bring(ward.unit, {"A1": late}, at=at(2021, 6, 29))
    first, second = (statistics(asked(ward, part_of(2021, part))).total for part in ("q1", "q2"))
    assert (first["received"], first["running"], first.get("forward")) == (1, 1, None)
    assert (second.get("received"), second["carried"], second["forward"]) == (None, 1, 1)


def test_what_stood_at_a_moment_is_counted_as_it_stood(ward: Ward):
    bring(ward.unit, {"A1": row()}, at=at(2021, 5, 4))
    bring(ward.unit, {"A1": row(settled_on="2021-05-18")}, at=at(2021, 6, 29))
    then = statistics(asked(ward, Period.year(2021), as_of=at(2021, 5, 31, 23))).total
    now = statistics(asked(ward, Period.year(2021))).total
    assert (then.get("settled"), then["running_late"]) == (None, 1)
    assert (now["settled"], now["late"], now.get("running")) == (1, 1, None)
    assert not statistics(asked(ward, Period.year(2021), as_of=at(2021, 5, 1))).any


def test_a_seeded_year_balances_opens_its_rows_and_agrees_with_the_measures(ward: Ward):
    rng = random.Random(11)
    for month in (4, 8, 12):
        bring(ward.unit, _some(rng), at=at(2021, month, 28))
    viewer = ward.viewer(petition_clerk(ward))
    quarters = quarters_of(Period.year(2021))
    tables = [
        statistics(asked(ward, one, LATER)) for one in (*quarters, Period.year(2021), Period.year(2022))
    ]
    for found in tables:
        get = lambda key, found=found: found.total.get(key, 0)  # noqa: E731
        assert get("carried") + get("received") == get("apart") + get("settled") + get("running")
        assert get("apart") == sum(map(get, APART))
        assert get("settled") == sum(map(get, ("early", "on_time", "late", "blind")))
        assert get("settled") == sum(map(get, ("right", "partly", "wrong", "false", "answered", "stopped")))
        assert get("running") == sum(
            map(get, ("running_within", "running_late", "running_blind", "suspended"))
        )
        for cut in Cut:
            assert all(sum(line.counted.get(key, 0) for line in found.by[cut]) == get(key) for key in FIGURES)
    for before, after in pairwise(tables[:4]):
        assert before.total.get("running", 0) == after.total.get("carried", 0)
    year = tables[4]
    assert sum(one.total.get("settled", 0) for one in tables[:4]) == year.total["settled"] > 5
    for key in ("received", "settled", "late", "running_blind", "forward"):
        for line in year.by[Cut.KIND]:
            found = rows_behind(viewer, year.asked, key, {Cut.KIND: line.key})
            assert (found.rows.count(), found.hidden) == (line.counted.get(key, 0), 0)
    _agrees(ward)


def _agrees(ward: Ward) -> None:
    """Over days that hold every petition whole, what the measures call solved and in time is what the table does."""
    whole = asked(ward, Period(date(2020, 1, 1), date(2029, 1, 1)), LATER)
    total, (resolved, on_time, _replied) = statistics(whole).total, measured(whole)
    blind = resolved.met - on_time.met - total["late"]
    assert on_time.met == total.get("early", 0) + total.get("on_time", 0) > 0
    assert resolved.met == total["settled"] - total["blind"] + blind
    assert 0 <= blind <= total["blind"], (
        "đã giải quyết, không có hạn: chỉ chuyện không xét được là không tính"
    )
    assert resolved.missed == total["running_late"]


def test_all_cuts_take_one_statement_beside_those_about_the_registers(ward: Ward):
    bring(ward.unit, {f"A{n}": row(field=f"Lĩnh vực {n}") for n in range(20)}, at=at(2021, 6, 29))
    question = asked(ward, Period.year(2021))
    with CaptureQueriesContext(connection) as told:
        statistics(question)
    assert len(told) == 3


def _some(rng: random.Random) -> dict[str, dict[str, str]]:
    """Rows of all sorts but those in work that the measures leave to other wards, or to their parts."""
    left_out = ("several kinds", "not competent, not yet forwarded")
    bases = [told[0] for code, told in ROWS.items() if code not in left_out]
    found = {}
    for _ in range(30):
        shift = date(2021, 1, 4) + timedelta(days=rng.randrange(340)) - date(2021, 4, 5)
        found[f"C{rng.randrange(60)}"] = {
            name: (date.fromisoformat(value) + shift).isoformat() if name.endswith("_on") else value
            for name, value in rng.choice(bases).items()
        }
    return found
