"""What an audit is held to: everything looked at once a year, nobody at his own work, samples drawn again alike."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.rules.audits import (
    GRADE_MEANINGS,
    GRADE_NAMES,
    MOST,
    Grade,
    Outcome,
    Part,
    Round,
    Typed,
    Wanted,
    Work,
    asks_for_correction,
    both,
    coverage,
    judge_typing,
    positions,
    read_seed,
    reason,
    require_grounds,
    require_independent,
)
from chuan.rules.refusals.audits import (
    FindingWithoutClause,
    FindingWithoutEvidence,
    OwnWorkAudited,
    RegisterEmpty,
    SampleEmpty,
    SampleLargerThanRegister,
    SeedUnreadable,
)

YEAR = {"since": date(2021, 1, 1), "until": date(2022, 1, 1)}
WANTED = (Wanted("TTHC", frozenset({"8.5.1", "8.6"})), Wanted("VB", frozenset({"7.5.2"})))
CLAUSES = ("7.5.2", "8.5.1", "8.6", "9.2.2")


def round_(day: date, processes: str, clauses: str) -> Round:
    return Round(day, frozenset(processes.split()), frozenset(clauses.split()))


def test_what_no_audit_looks_at_is_named():
    told = coverage(WANTED, CLAUSES, [round_(date(2021, 5, 4), "TTHC", "8.5.1 9.2.2")], **YEAR)
    assert told.processes == {"TTHC": 1, "VB": 0}
    assert told.processes_left == ("VB",)
    assert told.clauses_left == ("7.5.2", "8.6")
    assert told.pairs == (("TTHC", "8.6"), ("VB", "7.5.2"))
    assert not told.is_whole


def test_a_clause_looked_at_elsewhere_does_not_cover_the_process_it_belongs_to():
    rounds = [
        round_(date(2021, 5, 4), "TTHC", "8.5.1 8.6 9.2.2"),
        round_(date(2021, 9, 4), "VB", "8.6"),
        round_(date(2021, 9, 4), "TTHC", "7.5.2"),
    ]
    told = coverage(WANTED, CLAUSES, rounds, **YEAR)
    assert (told.processes_left, told.clauses_left) == ((), ())
    assert told.pairs == (("VB", "7.5.2"),)
    assert coverage(WANTED, CLAUSES, [*rounds, round_(date(2021, 9, 5), "VB", "7.5.2")], **YEAR).is_whole


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2022, 1, 1)])
def test_an_audit_of_another_year_covers_nothing(day: date):
    assert coverage(WANTED, CLAUSES, [round_(day, "TTHC VB", " ".join(CLAUSES))], **YEAR).processes_left


def test_nothing_known_is_not_everything_covered():
    assert not coverage((), CLAUSES, [], **YEAR).is_whole
    assert not coverage(WANTED, (), [], **YEAR).is_whole


def test_who_answers_for_a_process_is_refused_with_the_post_and_the_day():
    works = [Work("Văn thư", Part.DOER, date(2021, 1, 1)), Work("Chánh VP", Part.OWNER, date(2021, 3, 1))]
    with pytest.raises(OwnWorkAudited) as refused:
        require_independent("Bà Lan", "Văn bản đi", works)
    said = refused.value.sentence
    assert "giữ chức danh Chánh VP, chịu trách nhiệm quá trình này từ 01/03/2021" in said
    assert said.index("Chánh VP") < said.index("Văn thư")
    assert "phường, xã bạn" in said


def test_who_has_no_part_in_it_may_audit_it():
    assert reason([]) == ""
    require_independent("Bà Lan", "Văn bản đi", [])


def test_grades_have_words_and_two_of_them_ask_for_correction():
    assert set(GRADE_NAMES) == set(GRADE_MEANINGS) == set(Grade)
    assert [one for one in Grade if asks_for_correction(one)] == [Grade.MAJOR, Grade.MINOR]


def test_what_does_not_conform_needs_a_clause_and_what_was_seen():
    with pytest.raises(FindingWithoutClause):
        require_grounds(Grade.MINOR, " ", "hồ sơ 12")
    with pytest.raises(FindingWithoutEvidence):
        require_grounds(Grade.MAJOR, "8.6", " ")
    require_grounds(Grade.MAJOR, "8.6", "hồ sơ 12 trả kết quả chưa ký")
    require_grounds(Grade.OPPORTUNITY, "", "")


def test_the_same_seed_takes_the_same_positions():
    taken = positions(1284, seed=2021, size=10, register="Hồ sơ")
    assert taken == positions(1284, seed=2021, size=10, register="Hồ sơ") == tuple(sorted(taken))
    assert len(set(taken)) == 10
    assert taken != positions(1284, seed=2022, size=10, register="Hồ sơ")
    assert positions(3, seed=1, size=3, register="Hồ sơ") == (0, 1, 2)


@pytest.mark.parametrize(
    ("count", "size", "refusal"),
    [(0, 5, RegisterEmpty), (9, 0, SampleEmpty), (900, MOST + 1, SampleEmpty), (9, 10, SampleLargerThanRegister)],
)  # fmt: skip
def test_a_sample_that_cannot_be_taken_says_why(count: int, size: int, refusal: type[Exception]):
    with pytest.raises(refusal):
        positions(count, seed=1, size=size, register="Hồ sơ")


def test_a_seed_is_a_whole_number_or_left_to_the_house():
    assert read_seed(" ") is None
    assert read_seed("12.345") == 12345
    for wrong in ("mười", "-1", "1,5", "9" * 10, "9" * 40):
        with pytest.raises(SeedUnreadable):
            read_seed(wrong)


@pytest.mark.parametrize(
    ("base", "latest", "notes", "outcome"),
    [
        (0, 0, "mới", Outcome.SAVE),
        (2, 2, "mới", Outcome.SAVE),
        (1, 2, "mới", Outcome.CHOOSE),
        (1, 2, "cũ", Outcome.SAME),
    ],
)
def test_words_never_overwrite_words_that_came_in_between(base, latest, notes, outcome):
    standing = Typed("conform", "cũ")
    assert judge_typing(Typed("conform", notes), base=base, latest=latest, standing=standing) is outcome


def test_the_words_of_both_are_kept_beside_each_other_and_never_twice():
    first, then = Typed("conform", "thấy sổ A", "VB 1"), Typed("not_conform", "thiếu sổ B")
    assert both(first, then) == Typed("not_conform", "thấy sổ A\nthiếu sổ B", "VB 1")
    assert both(first, Typed("", "thấy sổ A và B")) == Typed("conform", "thấy sổ A và B", "VB 1")
    assert both(first, Typed("", "sổ A")).notes == "thấy sổ A"
