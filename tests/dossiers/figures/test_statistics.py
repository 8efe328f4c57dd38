"""Statistics: what is counted in which column, that lines add up, and that every figure has its rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test.utils import CaptureQueriesContext

from chuan.dossiers.models import Dossier
from chuan.dossiers.reports.asked import Asked, Cut, Seen, known_rows
from chuan.dossiers.reports.behind import rows_behind, shown
from chuan.dossiers.reports.counting import Statistics, statistics, totals
from chuan.dossiers.reports.figures import FIGURES, LATE_OUTSIDE, Counted
from chuan.dossiers.reports.months import months_of
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from tests.dossiers.figures.made import add_cause, make_many
from tests.dossiers.made import add_state, make_dossier, moment
from tests.people import Ward

YEAR = Period.year(2021)
TODAY = date(2022, 3, 1)
EVERY = (*FIGURES, LATE_OUTSIDE)


@pytest.fixture
def viewer(ward: Ward) -> Viewer:
    return ward.viewer(ward.clerk)


def asked(period: Period = YEAR, **more) -> Asked:
    return Asked(period, more.pop("on", TODAY), **more)


def counted(viewer: Viewer, period: Period = YEAR, **more) -> Counted:
    return statistics(viewer, asked(period, **more)).total


# What is counted where


def test_a_dossier_is_received_on_its_day_and_solved_on_another(ward: Ward, viewer: Viewer):
    make_dossier(
        ward.unit, received_on=date(2021, 1, 29), settled_on=date(2021, 2, 3), judged_due_on=date(2021, 2, 5)
    )
    january, february = (counted(viewer, Period.month(2021, n)) for n in (1, 2))
    assert (january["received"], january["solved"], january["running"]) == (1, 0, 1)
    assert (february["carried"], february["received"], february["solved"], february["early"]) == (1, 0, 1, 1)
    assert february["running"] == 0


@pytest.mark.parametrize(
    ("settled", "column"),
    [(date(2021, 3, 9), "early"), (date(2021, 3, 10), "on_time"), (date(2021, 3, 11), "late")],
)
def test_the_outcome_is_told_apart(ward: Ward, viewer: Viewer, settled: date, column: str):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 10), settled_on=settled)
    found = counted(viewer)
    assert {key: found[key] for key in ("early", "on_time", "late", "blind")} == {
        "early": 0, "on_time": 0, "late": 0, "blind": 0, column: 1,
    }  # fmt: skip


def test_solved_without_a_due_day_is_solved_but_never_in_the_rate(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), settled_on=date(2021, 3, 5))
    found = counted(viewer)
    assert (found["solved"], found["blind"], found.judged) == (1, 1, 0)


def test_a_refusal_with_a_date_is_judged_like_a_solution(ward: Ward, viewer: Viewer):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), settled_on=date(2021, 3, 5), judged_due_on=date(2021, 3, 8),
        status="refused",
    )  # fmt: skip
    found = counted(viewer)
    assert (found["refused"], found["solved"], found["early"]) == (1, 1, 1)


def test_a_refusal_without_a_date_is_gone_on_its_day_of_receipt_and_not_judged(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8), status="refused")
    march, april = (counted(viewer, Period.month(2021, n)) for n in (3, 4))
    assert (march["refused"], march["solved"], march["running"]) == (1, 0, 0)
    assert (april["carried"], april["refused"]) == (0, 0)


def test_what_was_returned_without_a_day_is_neither_in_work_nor_judged(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8), status="returned")
    march, april = (counted(viewer, Period.month(2021, n)) for n in (3, 4))
    assert (march["undated"], march["solved"], march["running"], april["carried"]) == (1, 0, 0, 0)


def test_a_withdrawn_dossier_is_never_solved(ward: Ward, viewer: Viewer):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), settled_on=date(2021, 3, 5), judged_due_on=date(2021, 3, 4),
        status="withdrawn",
    )  # fmt: skip
    found = counted(viewer)
    assert (found["withdrawn"], found["solved"], found["late"]) == (1, 0, 0)


def test_a_dossier_for_another_unit_counts_at_the_counter_only(ward: Ward, viewer: Viewer):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), settled_on=date(2021, 3, 9), judged_due_on=date(2021, 3, 4),
        elsewhere=True,
    )  # fmt: skip
    found = counted(viewer)
    assert {key: found[key] for key in EVERY if found[key]} == {"elsewhere": 1}


def test_a_dossier_no_longer_listed_is_not_counted(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), present=False)
    assert not counted(viewer).any


def test_what_falls_due_today_is_not_late_yet(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8))
    on_the_day = counted(viewer, on=date(2021, 3, 8))
    the_day_after = counted(viewer, on=date(2021, 3, 9))
    assert (on_the_day["running_within"], on_the_day["running_late"]) == (1, 0)
    assert (the_day_after["running_within"], the_day_after["running_late"]) == (0, 1)


def test_a_dossier_waiting_for_papers_is_within_its_time(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8), status="waiting")
    assert counted(viewer)["running_within"] == 1


def test_work_at_the_end_of_a_past_month_is_judged_at_that_end(ward: Ward, viewer: Viewer):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 31), settled_on=date(2021, 4, 2)
    )
    march = counted(viewer, Period.month(2021, 3))
    assert (march["running"], march["running_late"]) == (1, 1)


def test_both_promises_are_counted_apart(ward: Ward, viewer: Viewer):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 4), settled_on=date(2021, 3, 9),
        promised_on=date(2021, 3, 9), outcome_now="on_time", changed_after_due=True,
    )  # fmt: skip
    assert counted(viewer)["late"] == 1
    assert counted(viewer, seen=Seen.NOW)["on_time"] == 1


def test_no_dossier_is_no_rate(viewer: Viewer):
    assert counted(viewer).judged == 0


# As of an earlier moment


def test_a_past_moment_shows_what_was_believed_then(ward: Ward, viewer: Viewer):
    dossier = make_dossier(ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8))
    add_state(
        dossier,
        recorded_at=moment(date(2021, 4, 1)),
        settled_on=date(2021, 3, 5),
        status="ready",
        outcome="early",
    )
    then = counted(viewer, as_of=moment(date(2021, 3, 20)))
    assert (then["solved"], then["running_late"]) == (0, 1)
    assert counted(viewer, as_of=moment(date(2021, 4, 2)))["early"] == 1
    assert counted(viewer)["early"] == 1


def test_nothing_was_known_before_the_first_file(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    assert not counted(viewer, as_of=moment(date(2021, 2, 1))).any


@pytest.mark.parametrize("cut", Cut)
def test_now_and_the_last_moment_agree(ward: Ward, viewer: Viewer, cut: Cut):
    make_many(ward.unit, handler=ward.one_stop)
    as_of = moment(TODAY - timedelta(days=1), 23, 59)
    Dossier.objects.filter(received_on__gte=TODAY).update(present=False)
    Dossier.objects.filter(settled_on__gte=TODAY).update(present=False)
    live = statistics(viewer, asked(cut=cut))
    then = statistics(viewer, asked(cut=cut, as_of=as_of))
    assert [(line.key, line.label) for line in live.lines] == [(line.key, line.label) for line in then.lines]
    assert figures(live) == figures(then)


def figures(found: Statistics) -> list[dict[str, int]]:
    return [{key: line.counted[key] for key in EVERY} for line in found.lines]


# Lines and totals


@pytest.mark.parametrize("seen", Seen)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_months_line_says_what_the_month_alone_says(ward: Ward, viewer: Viewer, seed: int, seen: Seen):
    make_many(ward.unit, seed=seed)
    question = asked(seen=seen, on=date(2021, 11, 17))
    table = statistics(viewer, question)
    rows = known_rows(viewer, None)
    for line, month in zip(table.lines, months_of(YEAR), strict=True):
        alone = totals(rows, question.during(month))
        assert {key: line.counted[key] for key in FIGURES} == {key: alone[key] for key in FIGURES}, line.label
    assert {key: table.total[key] for key in FIGURES} == dict(totals(rows, question).of)


@pytest.mark.parametrize("cut", [cut for cut in Cut if cut is not Cut.MONTH])
def test_the_lines_of_a_cut_add_up_to_the_whole(ward: Ward, viewer: Viewer, cut: Cut):
    make_many(ward.unit, handler=ward.one_stop)
    found = statistics(viewer, asked(cut=cut))
    assert {key: found.total[key] for key in FIGURES} == dict(totals(known_rows(viewer, None), asked()).of)


@pytest.mark.parametrize("seed", [4, 5])
def test_what_came_in_is_what_went_out_and_what_is_left(ward: Ward, viewer: Viewer, seed: int):
    make_many(ward.unit, seed=seed)
    table = statistics(viewer, asked())
    for one in (*(line.counted for line in table.lines), table.total):
        assert one["solved"] == one.in_time + one["late"] + one["blind"]
        assert one["running"] == one["running_within"] + one["running_late"] + one["running_blind"]
    undated = Dossier.objects.filter(status="refused", settled_on=None, present=True, elsewhere=False)
    refused = undated.filter(received_on__year=2021).count()
    total = table.total
    left = total["solved"] + total["withdrawn"] + refused + total["undated"]
    assert total["received"] + total["carried"] == left + total["running"]
    assert total["undated"]


@pytest.mark.parametrize("cut", Cut)
def test_every_figure_opens_exactly_its_rows(ward: Ward, viewer: Viewer, cut: Cut):
    made = make_many(ward.unit, handler=ward.one_stop)
    late = [one for one in made if one.outcome == "late"]
    for one in late[:20]:
        add_cause(one, "tax", one.received_on)
    table = statistics(viewer, asked(cut=cut))
    assert table.total[LATE_OUTSIDE]
    for line, month in zip(table.lines, months_of(YEAR) if cut is Cut.MONTH else [YEAR] * 99, strict=False):
        for key in EVERY:
            behind = rows_behind(viewer, asked(month, cut=cut), key, line.key)
            assert behind.count() == line.counted[key], (line.label, key)


def test_two_spellings_of_a_field_are_one_line(ward: Ward, viewer: Viewer):
    for n, name in enumerate(("Hộ tịch", "HỘ TỊCH", "Hộ tịch")):
        make_dossier(ward.unit, f"H-{n}", received_on=date(2021, 3, 1), field=name)
    lines = statistics(viewer, asked(cut=Cut.FIELD)).lines
    assert [(line.label, line.counted["received"]) for line in lines] == [("Hộ tịch", 3)]
    assert rows_behind(viewer, asked(cut=Cut.FIELD), "received", lines[0].key).count() == 3


def test_a_confirmed_official_is_one_line_whatever_the_source_wrote(ward: Ward, viewer: Viewer):
    for n, name in enumerate(("L.V. Một Cửa", "Lê Văn Một Cửa (TP)")):
        make_dossier(
            ward.unit, f"H-{n}", received_on=date(2021, 3, 1), handler=ward.one_stop, handler_name=name
        )
    lines = statistics(viewer, asked(cut=Cut.OFFICIAL)).lines
    assert [(line.label, line.counted["received"]) for line in lines] == [("Lê Văn Một Cửa", 2)]


def test_a_key_that_no_row_has_finds_nothing(ward: Ward, viewer: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    for cut in (Cut.FIELD, Cut.PROCEDURE, Cut.CHANNEL, Cut.OFFICIAL):
        assert not rows_behind(viewer, asked(cut=cut), "received", "không có đâu").exists()


def test_another_ward_sees_nothing(ward: Ward, other_ward: Ward):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    stranger = other_ward.viewer(other_ward.clerk)
    assert not counted(stranger).any
    assert not rows_behind(stranger, asked(), "received").exists()


def test_the_rows_are_written_with_their_codes_and_words(ward: Ward, viewer: Viewer):
    make_dossier(
        ward.unit,
        "H-1",
        received_on=date(2021, 3, 1),
        judged_due_on=date(2021, 3, 4),
        settled_on=date(2021, 3, 9),
    )
    [row] = shown(rows_behind(viewer, asked(), "late"))
    assert (row.code, row.outcome_words, row.status_words) == ("H-1", "trễ hạn", "có kết quả")
    [then] = shown(rows_behind(viewer, asked(as_of=moment(date(2021, 5, 1))), "late"))
    assert then == row


# How many statements


@pytest.mark.parametrize(
    ("cut", "as_of"),
    [(cut, as_of) for cut in Cut for as_of in (None, moment(date(2022, 2, 1)))],
)
def test_a_table_takes_a_handful_of_statements_however_many_lines(
    ward: Ward,
    viewer: Viewer,
    cut: Cut,
    as_of,
    django_assert_max_num_queries: Callable[[int], CaptureQueriesContext],
):
    make_many(ward.unit, handler=ward.one_stop)
    with django_assert_max_num_queries(3):
        statistics(viewer, asked(cut=cut, as_of=as_of))
