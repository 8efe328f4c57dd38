"""What each figure of dossiers counts, leaves out and says beside itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from chuan.dossiers.measures import reasons
from chuan.dossiers.models import Dossier, Sample, SampleItem, SurveyTotal
from chuan.offers import measures
from chuan.offers.measures import Measure, RowOutcome, Scope
from chuan.rules.types import Period
from tests.dossiers.engine.made import bring, row
from tests.dossiers.made import make_procedure
from tests.people import Ward, at

YEAR = Period.year(2021)
SOLVED = row(ready_at="2021-05-06T09:00:00", status="ready")
LATE = row(ready_at="2021-05-12T09:00:00", status="ready")
NOW = at(2021, 6, 30, 17)

# code: row, and what it counts as: (on time of solved, of received, by the portal); "" is not looked at
ROWS: dict[str, tuple[Mapping[str, str], str, str, str]] = {
    "early": (SOLVED, "hit", "hit", "hit"),
    "on the day": (row(ready_at="2021-05-10T18:30:00", status="ready"), "hit", "hit", "miss"),
    "late": (LATE, "miss", "miss", "miss"),
    "ready in time, handed over late": (SOLVED | {"returned_at": "2021-06-01"}, "hit", "hit", "hit"),
    "returned late, no finish": (row(returned_at="2021-05-12", status="returned"), "miss", "miss", "miss"),
    "refused in time": (SOLVED | {"status": "refused"}, "hit", "hit", "hit"),
    "refused without a day": (row(status="refused"), "out", "out", "out"),
    "withdrawn": (row(status="withdrawn"), "out", "out", "out"),
    "solved elsewhere": (SOLVED | {"resolving_unit": "UBND phường Minh Họa"}, "out", "out", "out"),
    "said to be returned, no day": (row(status="returned"), "out", "out", "out"),
    "no promise at all": (SOLVED | {"promised_at": ""}, "out", "out", "out"),
    "in work, overdue": (row(), "", "miss", "miss"),
    "in work, within": (row(received_at="2021-06-25T08:00:00", promised_at="2021-07-02"), "", "miss", "hit"),
    "waits for papers asked in time": (row(asked_at="2021-05-03T08:00:00", status="waiting"), "", "miss", "hit"),
    "supplied: the citizen's time is taken off": (
        row(asked_at="2021-05-04T08:00:00", supplied_at="2021-05-18T08:00:00", ready_at="2021-05-20T09:00:00"),
        "miss", "miss", "hit",
    ),
}  # fmt: skip


def measure(key: str) -> Measure:
    found = measures.find(f"dossiers.{key}")
    assert found is not None
    return found


def outcomes(ward: Ward, key: str, scope: Scope | None = None) -> dict[str, tuple[str, str]]:
    """How each dossier counts, by code: outcome and reason."""
    rows = measures.all_rows(measure(key), scope or Scope(ward.unit.uid, YEAR, NOW))
    codes = dict(Dossier.objects.values_list("uid", "code"))
    words = {RowOutcome.HIT: "hit", RowOutcome.MISS: "miss", RowOutcome.EXCLUDED: "out"}
    return {codes[one.subject.uid]: (words[one.outcome], one.reason) for one in rows}


@pytest.mark.parametrize(("key", "column"), [("on_time", 1), ("on_time_received", 2), ("on_time_portal", 3)])
def test_each_kind_of_dossier_counts_as_the_measure_says(ward: Ward, key: str, column: int) -> None:
    bring(ward.unit, {code: told[0] for code, told in ROWS.items()}, at=at(2021, 6, 29))
    found = outcomes(ward, key)
    assert {code: outcome for code, (outcome, _) in found.items()} == {
        code: told[column] for code, told in ROWS.items() if told[column]
    }


def test_each_exclusion_says_why(ward: Ward) -> None:
    bring(ward.unit, {code: told[0] for code, told in ROWS.items()}, at=at(2021, 6, 29))
    bring(ward.unit, {"early": None}, at=at(2021, 6, 30))
    counts = measure("on_time").counts(Scope(ward.unit.uid, YEAR, NOW))
    assert counts.excluded == {
        reasons.GONE: 1,
        reasons.ELSEWHERE: 1,
        reasons.WITHDRAWN: 1,
        reasons.REFUSED_UNDATED: 1,
    }
    assert counts.blind == {reasons.NO_END: 1, reasons.NO_DUE: 1}


def test_the_period_is_that_of_solving_or_of_receipt(ward: Ward) -> None:
    bring(ward.unit, {"A": SOLVED}, at=at(2021, 6, 29))
    april, may = (Scope(ward.unit.uid, Period.month(2021, month), NOW) for month in (4, 5))
    assert measure("on_time").counts(april).denominator == 0
    assert measure("on_time").counts(may).denominator == 1
    assert measure("on_time_received").counts(april).numerator == 1
    assert measure("on_time_received").counts(may).denominator == 0


def test_the_portal_looks_at_cases_in_work_on_the_periods_last_day(ward: Ward) -> None:
    """QĐ 766/QĐ-TTg: solved in May, but in April it was in work, and within its time."""
    bring(ward.unit, {"A": LATE}, at=at(2021, 6, 29))
    found = outcomes(ward, "on_time_portal", Scope(ward.unit.uid, Period.month(2021, 4), NOW))
    assert found == {"A": ("hit", reasons.WITHIN)}


def test_a_row_tells_its_code_its_days_and_what_it_was_judged_by(ward: Ward) -> None:
    bring(ward.unit, {"H27-0007": LATE}, at=at(2021, 6, 29))
    (one,) = measures.all_rows(measure("on_time"), Scope(ward.unit.uid, YEAR, NOW))
    assert one.facts == (
        "H27-0007", "nhận 28/04/2021", "hạn 10/05/2021", "xong 12/05/2021", "ngày hẹn của hệ thống nguồn",
    )  # fmt: skip
    assert one.subject.uid == Dossier.objects.get().uid


def test_handed_in_online_of_what_was_received(ward: Ward) -> None:
    rows = {
        "online": row(),
        "counter": row(channel="counter"),
        "unsaid": row(channel=""),
        "elsewhere": row(resolving_unit="UBND phường Minh Họa"),
    }
    bring(ward.unit, rows, at=at(2021, 6, 29))
    counts = measure("online").counts(Scope(ward.unit.uid, YEAR, NOW))
    assert (counts.numerator, counts.denominator) == (1, 2)
    assert counts.blind == {reasons.NO_CHANNEL: 1}


def test_notes_say_what_the_figure_rests_on(ward: Ward) -> None:
    make_procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn", days=5)
    returned = row(returned_at="2021-05-12", status="returned", procedure_code="")
    bring(ward.unit, {"A": SOLVED, "B": returned}, at=at(2021, 5, 20))
    bring(ward.unit, {"B": returned | {"promised_at": "2021-05-12"}}, at=at(2021, 5, 25))
    assert measures.notes(measure("on_time"), Scope(ward.unit.uid, YEAR, NOW)) == (
        "1 hồ sơ chỉ có ngày trả, chưa có ngày kết thúc xử lý: tính theo ngày trả.",
        "1 hồ sơ chưa có thời hạn trong danh mục: tính theo ngày hẹn của hệ thống nguồn; "
        "1 hồ sơ tính theo hạn quy định.",
        "1 hồ sơ bị đổi ngày ở hệ thống nguồn sau hạn: tính theo hạn như thấy lần đầu.",
    )
    assert measures.notes(measure("online"), Scope(ward.unit.uid, YEAR, NOW)) == ()


def test_days_that_no_file_covers_are_named(ward: Ward) -> None:
    bring(ward.unit, {"A": SOLVED}, at=at(2021, 6, 29), covers=(date(2021, 1, 1), date(2021, 3, 1)))
    scope = Scope(ward.unit.uid, YEAR, NOW)
    (one,) = (found for found in measure("on_time").obstacles(scope) if found.code == "uncovered")
    assert one.sentence == "chưa nhập hồ sơ từ 01/03/2021 đến 29/06/2021."
    assert measures.reach(measure("on_time"), scope) == Period(date(2021, 1, 1), date(2021, 3, 1))


def test_a_period_that_has_not_begun_cannot_be_counted(ward: Ward) -> None:
    scope = Scope(ward.unit.uid, Period.year(2022), NOW)
    assert measure("on_time").obstacles(scope)[0].code == "not_begun"
    assert measures.reach(measure("on_time"), scope) is None


def test_columns_that_no_file_has_are_named(ward: Ward) -> None:
    """An import without a layout of its own fills no field that is known of."""
    bring(ward.unit, {"A": SOLVED}, at=at(2021, 6, 29))
    scope = Scope(ward.unit.uid, YEAR, NOW)
    assert {one.code for one in measure("on_time").obstacles(scope)} == {"no_end", "no_due"}
    assert {one.code for one in measure("online").obstacles(scope)} == {"no_channel"}
    make_procedure(ward.unit)
    assert {one.code for one in measure("on_time").obstacles(scope)} == {"no_end"}


def test_a_sample_speaks_of_itself_and_the_last_check_before_the_cut_counts(ward: Ward) -> None:
    bring(ward.unit, {"A": SOLVED, "B": LATE, "C": SOLVED}, at=at(2021, 5, 20))
    scope = Scope(ward.unit.uid, YEAR, NOW)
    book = measure("by_the_book")
    assert book.obstacles(scope)[0].sentence == "chưa lấy mẫu hồ sơ nào của kỳ để kiểm tra."
    sample = Sample.objects.create(
        unit=ward.unit, period_start=YEAR.start, period_end=YEAR.end, seed=1, size=3, drawn_from=3,
        recorded_at=at(2021, 5, 21),
    )  # fmt: skip
    a, b, c = Dossier.objects.order_by("code")
    for n, dossier in enumerate((a, b, c)):
        _item(sample, dossier, n, 1, "", at(2021, 5, 21))
    assert book.obstacles(scope)[0].sentence == "mẫu của kỳ đã lấy nhưng chưa kiểm tra hồ sơ nào."
    _item(sample, a, 0, 2, "by_the_book", at(2021, 5, 22))
    _item(sample, b, 1, 2, "faulty", at(2021, 5, 22))
    counts = book.counts(scope)
    assert (counts.numerator, counts.denominator) == (1, 2)
    assert counts.excluded == {reasons.UNCHECKED: 1}
    _item(sample, b, 1, 3, "by_the_book", at(2021, 5, 25))
    assert book.counts(scope).numerator == 2
    assert book.counts(Scope(ward.unit.uid, YEAR, at(2021, 5, 23))).numerator == 1
    assert measures.sample_words(book) == "hồ sơ kiểm tra"


def test_surveys_add_up_and_a_corrected_one_counts_from_its_correction_on(ward: Ward) -> None:
    first = _survey(ward, Period.month(2021, 3), 40, 38, at(2021, 4, 2))
    _survey(ward, Period.month(2021, 4), 60, 57, at(2021, 5, 3))
    _survey(ward, Period.month(2021, 3), 50, 47, at(2021, 5, 10), corrects=first, reason="đếm thiếu")
    asked = measure("satisfaction")
    counts = asked.counts(Scope(ward.unit.uid, YEAR, NOW))
    assert (counts.numerator, counts.denominator) == (Fraction(104), Fraction(110))
    before = asked.counts(Scope(ward.unit.uid, YEAR, at(2021, 5, 5)))
    assert (before.numerator, before.denominator) == (Fraction(95), Fraction(100))


def test_a_survey_within_a_longer_one_counts_nobody_twice(ward: Ward) -> None:
    _survey(ward, Period.month(2021, 3), 40, 38, at(2021, 4, 2))
    _survey(ward, Period(date(2021, 1, 1), date(2021, 7, 1)), 200, 190, at(2021, 6, 2))
    counts = measure("satisfaction").counts(Scope(ward.unit.uid, YEAR, NOW))
    assert (counts.numerator, counts.denominator) == (190, 200)
    assert counts.excluded == {reasons.INSIDE: 1}


def _item(sample: Sample, dossier: Dossier, position: int, version: int, verdict: str, on: object) -> None:
    SampleItem.objects.create(
        sample=sample, dossier=dossier, position=position, version=version, verdict=verdict, recorded_at=on,
        checked_on=date(2021, 5, 22) if verdict else None, reason="xem lại" if version > 2 else "",
    )  # fmt: skip


def _survey(ward: Ward, days: Period, asked: int, satisfied: int, on: object, **given: object) -> SurveyTotal:
    return SurveyTotal.objects.create(
        unit=ward.unit, period_start=days.start, period_end=days.end, asked=asked, satisfied=satisfied,
        source="Phiếu khảo sát", recorded_at=on, **given,
    )  # fmt: skip
